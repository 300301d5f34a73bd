// Fonts: family, size, weight, features, line height and colour.
#include <algorithm>
#include <array>
#include <cstdint>

#include "style/print.h"
#include "style/property.h"

namespace reliure::style {
namespace {

constexpr std::uint32_t tag(const char (&name)[5]) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(name[i]);
  return value;
}

/// Smaller than any type, larger than zero, so that layout may divide by it.
constexpr Length kSmallestFont{base::kUnitsPerPoint / 64};
/// `medium`, the initial font size.
constexpr Length kMediumFont = base::points(10);
/// `line-height: normal`, in 1/65536: 1.2, as typesetters have it.
constexpr std::int32_t kNormalLineHeight = 78643;

bool apply_family(ValueReader& in, Target& target) {
  std::vector<std::string> families;
  do {
    if (const auto quoted = take_string(in)) {
      families.emplace_back(*quoted);
      continue;
    }
    std::string family;
    while (const auto word = take_ident(in)) {
      family += family.empty() ? "" : " ";
      family += *word;
    }
    if (family.empty()) return false;
    families.push_back(std::move(family));
  } while (take_comma(in));
  target.style.font_families = std::move(families);
  return true;
}

void print_family(std::string& out, const ComputedStyle& style) {
  for (const std::string& family : style.font_families) {
    if (&family != &style.font_families.front()) out += ", ";
    if (family.find(' ') != std::string::npos) {
      print_string(out, family);
    } else {
      out += family;
    }
  }
}

struct SizeKeyword {
  std::string_view name;
  int numerator, denominator;
};
/// CSS Fonts 4 §2.5.
constexpr SizeKeyword kSizes[] = {{"xx-small", 3, 5}, {"x-small", 3, 4},  {"small", 8, 9},
                                  {"medium", 1, 1},   {"large", 6, 5},    {"x-large", 3, 2},
                                  {"xx-large", 2, 1}, {"xxx-large", 3, 1}};

bool apply_size(ValueReader& in, Target& target) {
  const Length parent = target.parent.font_size;
  const auto set = [&target](Length size) {
    target.style.font_size = base::max(kSmallestFont, clamped(size));
    return true;
  };
  for (const SizeKeyword& size : kSizes) {
    if (take_keyword(in, size.name)) return set(base::scaled(kMediumFont, size.numerator, size.denominator));
  }
  if (take_keyword(in, "smaller")) return set(base::scaled(parent, 5, 6));
  if (take_keyword(in, "larger")) return set(base::scaled(parent, 6, 5));
  const auto size = take_dimension(in);
  if (!size || is_negative(*size)) return false;
  return set(size->resolve(parent));
}

bool apply_weight(ValueReader& in, Target& target) {
  const std::uint16_t parent = target.parent.font_weight;
  const auto set = [&target](int weight) {
    target.style.font_weight = static_cast<std::uint16_t>(weight);
    return true;
  };
  if (take_keyword(in, "normal")) return set(400);
  if (take_keyword(in, "bold")) return set(700);
  // CSS Fonts 4 §2.4.1.
  if (take_keyword(in, "bolder"))
    return set(parent < 350 ? 400 : parent < 550 ? 700 : std::max<int>(parent, 900));
  if (take_keyword(in, "lighter"))
    return set(parent < 550 ? std::min<int>(parent, 100) : parent < 750 ? 400 : 700);
  const auto weight = take_integer(in);
  return weight && *weight >= 1 && *weight <= 1000 && set(*weight);
}

bool apply_style(ValueReader& in, Target& target) {
  if (take_keyword(in, "normal")) return target.style.italic = false, true;
  target.style.italic = take_keyword(in, "italic") || take_keyword(in, "oblique");
  return target.style.italic;
}

bool apply_line_height(ValueReader& in, Target& target) {
  ComputedStyle& style = target.style;
  if (take_keyword(in, "normal")) return style.line_height_ratio = kNormalLineHeight, true;
  if (const auto number = take_number(in)) {
    // A line a hundred times as high as its letters is as high as any page.
    if (*number < 0) return false;
    const Micro ratio = std::min(*number, 100 * kOne);
    style.line_height_ratio = static_cast<std::int32_t>((ratio * 65536 + kOne / 2) / kOne);
    style.line_height = base::scaled(style.font_size, style.line_height_ratio, 65536);
    return true;
  }
  const auto height = take_dimension(in);
  if (!height || is_negative(*height)) return false;
  style.line_height_ratio = 0;
  style.line_height = base::max({}, clamped(height->resolve(style.font_size)));
  return true;
}

void print_line_height(std::string& out, const ComputedStyle& style) {
  if (style.line_height_ratio == 0) return print(out, style.line_height);
  // Four decimals: a ratio in 1/65536 has no more.
  print_number(out, (std::int64_t{style.line_height_ratio} * 10000 + 32768) / 65536 * 100);
}

bool apply_color(ValueReader& in, Target& target) {
  const auto color = take_color(in, target.parent.color);
  if (color) target.style.color = *color;
  return color.has_value();
}

// ---- OpenType features

enum class Group : std::uint8_t { caps, numeric, ligatures, position, kerning, none };

struct FeatureGroup {
  std::uint32_t tag;
  Group group;
};
/// Which property owns a feature; `font-feature-settings` owns the others.
constexpr FeatureGroup kGroups[] = {
    {tag("smcp"), Group::caps},      {tag("c2sc"), Group::caps},      {tag("pcap"), Group::caps},
    {tag("c2pc"), Group::caps},      {tag("unic"), Group::caps},      {tag("titl"), Group::caps},
    {tag("lnum"), Group::numeric},   {tag("onum"), Group::numeric},   {tag("pnum"), Group::numeric},
    {tag("tnum"), Group::numeric},   {tag("frac"), Group::numeric},   {tag("afrc"), Group::numeric},
    {tag("ordn"), Group::numeric},   {tag("zero"), Group::numeric},   {tag("liga"), Group::ligatures},
    {tag("clig"), Group::ligatures}, {tag("dlig"), Group::ligatures}, {tag("hlig"), Group::ligatures},
    {tag("calt"), Group::ligatures}, {tag("sups"), Group::position},  {tag("subs"), Group::position},
    {tag("kern"), Group::kerning}};

Group group_of(std::uint32_t feature) {
  for (const FeatureGroup& row : kGroups) {
    if (row.tag == feature) return row.group;
  }
  return Group::none;
}

struct Variant {
  std::string_view keyword;
  Group group;
  std::array<FontFeature, 5> features;
};
constexpr Variant kVariants[] = {
    {"small-caps", Group::caps, {{{tag("smcp"), 1}}}},
    {"all-small-caps", Group::caps, {{{tag("smcp"), 1}, {tag("c2sc"), 1}}}},
    {"petite-caps", Group::caps, {{{tag("pcap"), 1}}}},
    {"all-petite-caps", Group::caps, {{{tag("pcap"), 1}, {tag("c2pc"), 1}}}},
    {"unicase", Group::caps, {{{tag("unic"), 1}}}},
    {"titling-caps", Group::caps, {{{tag("titl"), 1}}}},
    {"lining-nums", Group::numeric, {{{tag("lnum"), 1}}}},
    {"oldstyle-nums", Group::numeric, {{{tag("onum"), 1}}}},
    {"proportional-nums", Group::numeric, {{{tag("pnum"), 1}}}},
    {"tabular-nums", Group::numeric, {{{tag("tnum"), 1}}}},
    {"diagonal-fractions", Group::numeric, {{{tag("frac"), 1}}}},
    {"stacked-fractions", Group::numeric, {{{tag("afrc"), 1}}}},
    {"ordinal", Group::numeric, {{{tag("ordn"), 1}}}},
    {"slashed-zero", Group::numeric, {{{tag("zero"), 1}}}},
    {"common-ligatures", Group::ligatures, {{{tag("liga"), 1}, {tag("clig"), 1}}}},
    {"no-common-ligatures", Group::ligatures, {{{tag("liga"), 0}, {tag("clig"), 0}}}},
    {"discretionary-ligatures", Group::ligatures, {{{tag("dlig"), 1}}}},
    {"no-discretionary-ligatures", Group::ligatures, {{{tag("dlig"), 0}}}},
    {"historical-ligatures", Group::ligatures, {{{tag("hlig"), 1}}}},
    {"no-historical-ligatures", Group::ligatures, {{{tag("hlig"), 0}}}},
    {"contextual", Group::ligatures, {{{tag("calt"), 1}}}},
    {"no-contextual", Group::ligatures, {{{tag("calt"), 0}}}},
    {"none",
     Group::ligatures,
     {{{tag("liga"), 0}, {tag("clig"), 0}, {tag("dlig"), 0}, {tag("hlig"), 0}, {tag("calt"), 0}}}},
    {"super", Group::position, {{{tag("sups"), 1}}}},
    {"sub", Group::position, {{{tag("subs"), 1}}}},
    {"auto", Group::kerning, {}},
    {"none", Group::kerning, {{{tag("kern"), 0}}}}};

void set_feature(ComputedStyle& style, FontFeature feature) {
  const auto row = std::ranges::lower_bound(style.font_features, feature.tag, {}, &FontFeature::tag);
  if (row != style.font_features.end() && row->tag == feature.tag) {
    row->value = feature.value;
  } else {
    style.font_features.insert(row, feature);
  }
}

void clear_group(ComputedStyle& style, Group group) {
  std::erase_if(style.font_features,
                [group](const FontFeature& feature) { return group_of(feature.tag) == group; });
}

template <Group group>
void copy_group(ComputedStyle& to, const ComputedStyle& from) {
  // `from` may be `to`'s own parent, never `to`.
  clear_group(to, group);
  for (const FontFeature& feature : from.font_features) {
    if (group_of(feature.tag) == group) set_feature(to, feature);
  }
}

void copy_variants(ComputedStyle& to, const ComputedStyle& from) {
  copy_group<Group::caps>(to, from);
  copy_group<Group::numeric>(to, from);
  copy_group<Group::ligatures>(to, from);
  copy_group<Group::position>(to, from);
}

const Variant* take_variant(ValueReader& in, Group only) {
  for (const Variant& variant : kVariants) {
    const bool wanted = only == Group::none ? variant.group != Group::kerning : variant.group == only;
    if (wanted && take_keyword(in, variant.keyword)) return &variant;
  }
  return nullptr;
}

/// One variant property; `Group::none` stands for the shorthand of all but kerning.
template <Group group>
bool apply_variant(ValueReader& in, Target& target) {
  if (group == Group::none) {
    for (const Group each : {Group::caps, Group::numeric, Group::ligatures, Group::position})
      clear_group(target.style, each);
  }
  clear_group(target.style, group == Group::none ? Group::caps : group);
  if (take_keyword(in, "normal")) return true;
  bool any = false;
  while (const Variant* variant = take_variant(in, group)) {
    for (const FontFeature& feature : variant->features) {
      if (feature.tag != 0) set_feature(target.style, feature);
    }
    any = true;
  }
  return any;
}

bool apply_feature_settings(ValueReader& in, Target& target) {
  clear_group(target.style, Group::none);
  if (take_keyword(in, "normal")) return true;
  do {
    const auto name = take_string(in);
    if (!name || name->size() != 4) return false;
    FontFeature feature;
    for (const char c : *name) {
      if (c < ' ' || c > '~') return false;
      feature.tag = feature.tag << 8 | static_cast<unsigned char>(c);
    }
    if (take_keyword(in, "off")) {
      feature.value = 0;
    } else if (const auto value = take_integer(in)) {
      if (*value < 0) return false;
      feature.value = static_cast<std::uint32_t>(*value);
    } else {
      take_keyword(in, "on");
    }
    set_feature(target.style, feature);
  } while (take_comma(in));
  return true;
}

void print_features(std::string& out, const ComputedStyle& style) {
  if (style.font_features.empty()) out += "normal";
  for (const FontFeature& feature : style.font_features) {
    if (&feature != &style.font_features.front()) out += ", ";
    std::string name;
    for (int shift = 24; shift >= 0; shift -= 8) name += static_cast<char>(feature.tag >> shift & 0xFF);
    print_string(out, name);
    out += feature.value == 1 ? "" : " " + std::to_string(feature.value);
  }
}

// ---- The shorthand

void reset_font(ComputedStyle& style) {
  style.italic = false;
  style.font_weight = 400;
  style.line_height_ratio = kNormalLineHeight;
  for (const Group each : {Group::caps, Group::numeric, Group::ligatures, Group::position, Group::kerning})
    clear_group(style, each);
}

/// One of the parts that may stand in any order before the size.
bool apply_font_prefix(ValueReader& in, Target& target) {
  if (take_keyword(in, "normal")) return true;
  if (take_keyword(in, "small-caps")) return set_feature(target.style, {tag("smcp"), 1}), true;
  const std::size_t start = in.at;
  if (apply_style(in, target)) return true;
  in.at = start;
  if (in.peek().kind != TokenKind::number && in.peek().kind != TokenKind::ident) return false;
  if (apply_weight(in, target)) return true;
  in.at = start;
  return false;
}

/// `font: italic 600 10pt/1.4 "Source Serif 4", serif`. The line height waits for its phase, when the size
/// it depends on is known.
bool apply_font(ValueReader& in, Target& target) {
  ComputedStyle ignored;
  ignored.font_size = target.style.font_size;
  const bool first = target.phase == kFontPhase;
  Target fonts{first ? target.style : ignored, target.parent, target.phase};
  if (first) reset_font(target.style);
  bool italic = false;
  std::uint16_t weight = 400;
  // A part that is read later must not undo one that was read before it.
  for (int part = 0; part < 3 && apply_font_prefix(in, fonts); ++part) {
    italic = italic || fonts.style.italic;
    if (fonts.style.font_weight != 400) weight = fonts.style.font_weight;
  }
  fonts.style.italic = italic;
  fonts.style.font_weight = weight;
  if (!apply_size(in, fonts)) return false;
  if (take_delim(in, '/')) {
    Target line{first ? ignored : target.style, target.parent, target.phase};
    if (!apply_line_height(in, line)) return false;
  }
  return apply_family(in, fonts);
}

void copy_font(ComputedStyle& to, const ComputedStyle& from) {
  copy_members<&InheritedStyle::font_families, &InheritedStyle::font_weight, &InheritedStyle::italic,
               &InheritedStyle::font_size>(to, from);
  copy_variants(to, from);
  copy_group<Group::kerning>(to, from);
}

void print_size(std::string& out, const ComputedStyle& style) { print(out, style.font_size); }
void print_weight(std::string& out, const ComputedStyle& style) { out += std::to_string(style.font_weight); }
void print_style(std::string& out, const ComputedStyle& style) { out += style.italic ? "italic" : "normal"; }
void print_color(std::string& out, const ComputedStyle& style) { print(out, style.color); }

/// `all` has no value but the keywords of every property (CSS Cascade 4 §3.2); `compute` knows what it means.
bool apply_nothing(ValueReader&, Target&) { return false; }
void copy_nothing(ComputedStyle&, const ComputedStyle&) {}

constexpr Property kProperties[] = {
    {"all", "initial | inherit | unset | revert", false, apply_nothing, copy_nothing, nullptr,
     kFontPhase | kLinePhase | kRestPhase | kLayerPhase, false, copy_nothing},
    {"color", "<color>", true, apply_color, copy_members<&InheritedStyle::color>, print_color, kLinePhase},
    {"font", "[<font-style> || small-caps || <font-weight>]? <font-size> [/ <line-height>]? <font-family>",
     true, apply_font, copy_font, nullptr, kFontPhase | kLinePhase, false,
     copy_members<&InheritedStyle::line_height, &InheritedStyle::line_height_ratio>},
    {"font-family", "[<string> | <name>]#", true, apply_family, copy_members<&InheritedStyle::font_families>,
     print_family, kFontPhase},
    {"font-feature-settings", "normal | [<string> [<integer> | on | off]?]#", true, apply_feature_settings,
     copy_group<Group::none>, print_features},
    {"font-kerning", "auto | normal | none", true, apply_variant<Group::kerning>, copy_group<Group::kerning>},
    {"font-size", "<length> | <percentage> | xx-small ... xxx-large | smaller | larger", true, apply_size,
     copy_members<&InheritedStyle::font_size>, print_size, kFontPhase},
    {"font-style", "normal | italic | oblique", true, apply_style, copy_members<&InheritedStyle::italic>,
     print_style, kFontPhase},
    {"font-variant", "normal | none | the keywords of the font-variant properties", true,
     apply_variant<Group::none>, copy_variants},
    {"font-variant-caps",
     "normal | small-caps | all-small-caps | petite-caps | all-petite-caps | unicase | titling-caps", true,
     apply_variant<Group::caps>, copy_group<Group::caps>},
    {"font-variant-ligatures",
     "normal | none | [no-]common-ligatures || [no-]discretionary-ligatures || [no-]historical-ligatures || "
     "[no-]contextual",
     true, apply_variant<Group::ligatures>, copy_group<Group::ligatures>},
    {"font-variant-numeric",
     "normal | lining-nums || oldstyle-nums || proportional-nums || tabular-nums || diagonal-fractions || "
     "stacked-fractions || ordinal || slashed-zero",
     true, apply_variant<Group::numeric>, copy_group<Group::numeric>},
    {"font-variant-position", "normal | sub | super", true, apply_variant<Group::position>,
     copy_group<Group::position>},
    {"font-weight", "normal | bold | bolder | lighter | <number>", true, apply_weight,
     copy_members<&InheritedStyle::font_weight>, print_weight, kFontPhase},
    {"line-height", "normal | <number> | <length> | <percentage>", true, apply_line_height,
     copy_members<&InheritedStyle::line_height, &InheritedStyle::line_height_ratio>, print_line_height,
     kLinePhase},
};

}  // namespace

std::span<const Property> font_properties() { return kProperties; }

}  // namespace reliure::style
