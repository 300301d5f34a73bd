#pragma once
// Custom properties and `var()` (CSS Variables 1).
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "style/token.h"

namespace reliure::style {

/// Values of custom properties, without `var()` in them.
using CustomProperties = std::map<std::string_view, std::span<const Token>>;

/// Owns token lists that substitution made; they never move.
using TokenStore = std::deque<std::vector<Token>>;

/// The tokens with every `var()` replaced; nothing when one has neither a value nor a fallback, or when the
/// result grows beyond reason.
std::optional<std::vector<Token>> substituted(std::span<const Token> tokens, const CustomProperties& values);

/// What an element inherits and declares, resolved against each other. Properties that refer to themselves
/// in a circle have no value.
CustomProperties resolved_custom_properties(const CustomProperties& inherited,
                                            const CustomProperties& declared, TokenStore& store);

}  // namespace reliure::style
