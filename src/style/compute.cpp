#include "style/compute.h"

#include <algorithm>

#include "style/edges.h"

namespace reliure::style {
namespace {

ComputedStyle make_initial_style() {
  ComputedStyle style;
  // `line-height: normal`.
  style.line_height_ratio = 78643;
  style.line_height = base::scaled(style.font_size, style.line_height_ratio, 65536);
  return style;
}

constexpr Phase kPhases[] = {kFontPhase, kLinePhase, kRestPhase, kLayerPhase};

enum class Wide : std::uint8_t { none, inherit, initial, unset };

/// The CSS-wide keyword that the value is. `revert` is taken as `unset`.
Wide wide_keyword(std::span<const Token> value) {
  if (value.size() != 1 || value[0].kind != TokenKind::ident) return Wide::none;
  if (same_keyword(value[0].text, "inherit")) return Wide::inherit;
  if (same_keyword(value[0].text, "initial")) return Wide::initial;
  if (same_keyword(value[0].text, "unset") || same_keyword(value[0].text, "revert") ||
      same_keyword(value[0].text, "revert-layer"))
    return Wide::unset;
  return Wide::none;
}

Units units_for(Phase phase, const ComputedStyle& style, const Inheritance& from) {
  const ComputedStyle& parent = from.parent.style;
  // `em` in a font size is the parent's; `lh` in a line height too (CSS Values 4 §6.1.1).
  const ComputedStyle& own = phase == kFontPhase ? parent : style;
  const ComputedStyle& root = from.root != nullptr ? *from.root : own;
  return {own.font_size, root.font_size, phase >= kRestPhase ? style.line_height : parent.line_height,
          phase < kRestPhase && from.root == nullptr ? parent.line_height : root.line_height};
}

/// Lines start at `medium` in the colour of the text, and count only where there is a style (CSS
/// Backgrounds 3 §4.3).
void start_lines(ComputedStyle& style) {
  const Border line{kMediumBorder, BorderStyle::none, style.color};
  style.border.fill(line);
  style.column_rule = line;
}

void apply_wide(Wide wide, const Property& property, Target& target) {
  const bool inherits = wide == Wide::inherit || (wide == Wide::unset && property.inherited);
  const bool second = property.copy_second != nullptr && (property.phases & (target.phase - 1)) != 0;
  (second ? property.copy_second : property.copy)(target.style, inherits ? target.parent : initial_style());
}

/// `all`: the keyword for every property of the phase but `direction` and `unicode-bidi`, which are the
/// markup's.
void apply_to_all(Wide wide, Target& target) {
  for (const Property* property : all_properties()) {
    const bool longhand = property->copy_second == nullptr;
    if (longhand && (property->phases & target.phase) != 0 && !is_of_markup(property->name))
      apply_wide(wide, *property, target);
  }
  if (wide != Wide::inherit && target.phase == kRestPhase) start_lines(target.style);
}

void apply_value(const Property& property, std::span<const Token> value, const Units& units, Target& target) {
  if (const Wide wide = wide_keyword(value); wide != Wide::none)
    return property.name == "all" ? apply_to_all(wide, target) : apply_wide(wide, property, target);
  ValueReader in{value, units};
  property.apply(in, target);
}

/// A declaration with `var()` that comes to no value is as if it said `unset` (CSS Variables 1 §3.1).
/// False then.
bool apply_with_variables(const Declaration& declaration, const CustomProperties& custom, const Units& units,
                          Target& target) {
  const Property& property = *declaration.property;
  const auto value = substituted(declaration.value, custom);
  if (!value) return apply_wide(Wide::unset, property, target), false;
  const auto is_space = [](const Token& token) { return token.kind == TokenKind::whitespace; };
  const auto begin = std::ranges::find_if_not(*value, is_space);
  const auto end = std::find_if_not(value->rbegin(), std::make_reverse_iterator(begin), is_space).base();
  const std::span<const Token> trimmed(begin, end);
  const bool valid = is_valid(property, trimmed);
  if (valid) {
    apply_value(property, trimmed, units, target);
  } else {
    apply_wide(Wide::unset, property, target);
  }
  return valid;
}

std::shared_ptr<const CustomProperties> custom_properties(const Computed& parent,
                                                          std::span<const Declaration* const> declarations,
                                                          TokenStore& store) {
  CustomProperties declared;
  for (const Declaration* declaration : declarations) {
    if (declaration->property == nullptr) declared[declaration->name] = declaration->value;
  }
  if (declared.empty()) return parent.custom;
  static const CustomProperties kNone;
  const CustomProperties& inherited = parent.custom ? *parent.custom : kNone;
  return std::make_shared<const CustomProperties>(resolved_custom_properties(inherited, declared, store));
}

void settle_line_height(ComputedStyle& style) {
  if (style.line_height_ratio > 0)
    style.line_height = clamped(base::scaled(style.font_size, style.line_height_ratio, 65536));
}

/// What other properties decide about a box's own (CSS 2.2 §9.7, §8.5.3).
void settle_box(ComputedStyle& style) {
  for (Border& border : style.border) {
    if (border.style == BorderStyle::none) border.width = {};
  }
  if (style.column_rule.style == BorderStyle::none) style.column_rule.width = {};
  std::erase_if(style.background_layers, [](const BackgroundLayer& layer) {
    return layer.picture < 0 && layer.gradient.stops.empty();
  });
  if (style.float_ == Float::block_start) style.float_ = style.floats_on_page ? Float::top : Float::none;
  if (style.float_ == Float::block_end) style.float_ = style.floats_on_page ? Float::bottom : Float::none;
  const bool floats = style.float_ != Float::none && style.float_ != Float::footnote;
  if (floats && (style.display == Display::inline_ || style.display == Display::inline_block))
    style.display = Display::block;
}

}  // namespace

const ComputedStyle& initial_style() {
  static const ComputedStyle kInitial = make_initial_style();
  return kInitial;
}

bool is_valid(const Property& property, std::span<const Token> value) {
  if (wide_keyword(value) != Wide::none) return true;
  for (const Phase phase : kPhases) {
    if ((property.phases & phase) == 0) continue;
    ComputedStyle scratch;
    Target target{scratch, initial_style(), phase, nullptr};
    ValueReader in{value, {}};
    if (!property.apply(in, target) || !in.done()) return false;
  }
  return true;
}

Computed compute(const Inheritance& from, std::span<const Declaration* const> declarations, TokenStore& store,
                 PageStyle* page) {
  Computed computed;
  computed.custom = custom_properties(from.parent, declarations, store);
  static const CustomProperties kNone;
  const CustomProperties& custom = computed.custom ? *computed.custom : kNone;
  ComputedStyle& style = computed.style;
  static_cast<InheritedStyle&>(style) = from.parent.style;
  style.page = from.parent.style.page;
  for (const Phase phase : kPhases) {
    if (phase == kRestPhase) start_lines(style);
    const Units units = units_for(phase, style, from);
    Target target{style, from.parent.style, phase, page};
    for (const Declaration* declaration : declarations) {
      const Property* property = declaration->property;
      if (property == nullptr || (property->phases & phase) == 0) continue;
      if (declaration->has_variables) {
        if (!apply_with_variables(*declaration, custom, units, target))
          computed.valueless.push_back(declaration);
      } else {
        apply_value(*property, declaration->value, units, target);
      }
    }
    settle_line_height(style);
  }
  settle_box(style);
  return computed;
}

}  // namespace reliure::style
