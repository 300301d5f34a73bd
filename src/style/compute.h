#pragma once
// Computing: declarations in the order of the cascade, and what the element inherits, to one style.
#include <memory>
#include <span>

#include "style/computed_style.h"
#include "style/property.h"
#include "style/sheet.h"
#include "style/variables.h"

namespace reliure::style {

/// A style, and the custom properties in force with it (shared by all who declare none).
struct Computed {
  ComputedStyle style;
  std::shared_ptr<const CustomProperties> custom;
  /// Declarations whose `var()` comes to no value of their property.
  std::vector<const Declaration*> valueless;
};

/// The style every property starts from.
const ComputedStyle& initial_style();

/// Whether a value without `var()` is one of the property.
bool is_valid(const Property& property, std::span<const Token> value);

/// What computing an element depends on besides its declarations.
struct Inheritance {
  const Computed& parent;
  /// The root element's style, for `rem`; null for the root itself.
  const ComputedStyle* root = nullptr;
};

/// The style of an element or pseudo-element. `declarations` are in ascending order of the cascade. `page`
/// takes the properties of `@page`.
Computed compute(const Inheritance& from, std::span<const Declaration* const> declarations, TokenStore& store,
                 PageStyle* page = nullptr);

}  // namespace reliure::style
