#include "style/ebook_colors.h"

#include <algorithm>

#include "style/parse_sheet.h"
#include "style/value.h"

namespace reliure::style {
namespace {

bool is_picture(const Token& token) {
  if (token.kind == TokenKind::url) return true;
  return token.kind == TokenKind::function &&
         (same_keyword(token.text, "url") || same_keyword(token.text, "linear-gradient"));
}

}  // namespace

ColorPairs color_pairs(std::span<const StyleRule> rules, const NodesById& ids,
                       const CustomProperties& custom) {
  ColorPairs pairs;
  for (const StyleRule& rule : rules) {
    bool colored = false, grounded = false;
    for (const Declaration& declaration : rule.block) {
      const bool ground = declaration.name.starts_with("background");
      if (declaration.name != "color" && !ground) continue;
      const auto value = substituted(declaration.value, custom);
      if (!value) continue;
      colored = colored || (!ground && !inherits_color(trimmed(*value)));
      grounded = grounded || (ground && is_ground(trimmed(*value)));
    }
    if (!colored && !grounded) continue;
    for (const Selector& selector : rule.selectors) {
      std::string text;
      write_selector(text, selector, ids);
      if (colored) pairs.colored.insert(text);
      if (grounded) pairs.grounded.insert(std::move(text));
    }
  }
  return pairs;
}

bool is_paired(const ColorPairs& pairs, const std::string& selector) {
  return pairs.colored.contains(selector) && pairs.grounded.contains(selector);
}

bool inherits_color(std::span<const Token> value) {
  return value.size() == 1 && value[0].kind == TokenKind::ident &&
         (same_keyword(value[0].text, "inherit") || same_keyword(value[0].text, "unset") ||
          same_keyword(value[0].text, "currentcolor"));
}

bool is_ground(std::span<const Token> value) {
  if (std::ranges::any_of(value, is_picture)) return true;
  for (ValueReader in{value, {}}; !in.done(); in.pass()) {
    const auto color = take_color(in, Color{});
    if (color) return color->alpha == 255;
  }
  return false;
}

std::optional<Color> plain_ground(std::span<const Token> value) {
  ValueReader in{value, {}};
  const auto color = take_color(in, Color{});
  return color && in.done() && color->alpha == 255 ? color : std::nullopt;
}

bool is_light(Color color) {
  // What the eye makes of the channels (ITU-R BT.601).
  return (299 * color.red + 587 * color.green + 114 * color.blue) / 1000 >= 128;
}

Color tint_of(Color color) {
  // Of a bright yellow no more is laid over the paper than text keeps its contrast on, dark or light.
  constexpr int kMostAlpha = 110;
  const int darkest = std::min({color.red, color.green, color.blue});
  const int alpha = 255 - darkest;
  if (alpha == 0) return {255, 255, 255, 0};
  const auto channel = [&](int value) {
    return static_cast<std::uint8_t>(((value - darkest) * 255 + alpha / 2) / alpha);
  };
  return {channel(color.red), channel(color.green), channel(color.blue),
          static_cast<std::uint8_t>(std::min(alpha, kMostAlpha))};
}

}  // namespace reliure::style
