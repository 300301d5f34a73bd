#pragma once
// Colours of an e-book: which may stand where the reader chooses a page by day and one by night.
#include <set>
#include <string>

#include "style/ebook_selector.h"
#include "style/sheet.h"
#include "style/variables.h"

namespace reliure::style {

/// Selectors, as the e-book has them, whose rules colour text, and those whose rules set an opaque ground.
struct ColorPairs {
  std::set<std::string> colored, grounded;
};

ColorPairs color_pairs(std::span<const StyleRule> rules, const NodesById& ids,
                       const CustomProperties& custom);

/// Whether the sheets set both the colour of the text and the ground below it.
bool is_paired(const ColorPairs& pairs, const std::string& selector);

/// Whether a value of `color` leaves the colour to what is around.
bool inherits_color(std::span<const Token> value);
/// Whether a value of `background` or its parts hides what is below.
bool is_ground(std::span<const Token> value);

/// An opaque colour and nothing else.
std::optional<Color> plain_ground(std::span<const Token> value);
/// Lighter than the middle, as the eye sees it.
bool is_light(Color color);
/// The most transparent colour that looks like an opaque one on white paper.
Color tint_of(Color color);

}  // namespace reliure::style
