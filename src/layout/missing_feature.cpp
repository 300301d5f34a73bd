#include "layout/missing_feature.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "layout/white_space.h"

namespace reliure::layout {
namespace {

constexpr std::uint32_t tag(const char (&name)[5]) {
  return static_cast<std::uint32_t>(name[0]) << 24 | static_cast<std::uint32_t>(name[1]) << 16 |
         static_cast<std::uint32_t>(name[2]) << 8 | static_cast<std::uint32_t>(name[3]);
}

/// What a reader misses; figures and ligatures of another kind say the same.
constexpr std::pair<std::uint32_t, std::string_view> kMissed[] = {
    {tag("smcp"), "small capitals"},  {tag("c2sc"), "small capitals for capitals"},
    {tag("pcap"), "petite capitals"}, {tag("c2pc"), "petite capitals for capitals"},
    {tag("sups"), "superscripts"},    {tag("subs"), "subscripts"},
    {tag("frac"), "fractions"},
};

/// The name of a feature that readers miss, or nothing.
std::string_view name_of(const style::FontFeature& feature) {
  const auto* found = std::find_if(std::begin(kMissed), std::end(kMissed),
                                   [&](const auto& row) { return row.first == feature.tag; });
  return found == std::end(kMissed) || feature.value == 0 ? std::string_view() : found->second;
}

bool is_shown(const book::Node& node) { return node.kind == book::Kind::text && !is_white_space(node.text); }

}  // namespace

void report_missing_features(const Input& input, base::Diagnostics& diagnostics) {
  const book::Manuscript& manuscript = *input.manuscript;
  std::set<std::pair<text::FaceId, std::uint32_t>> known;
  for (std::uint32_t i = 0; i < manuscript.nodes.size(); ++i) {
    const book::NodeId node{i};
    const style::ComputedStyle& style = input.styles[node];
    if (style.font_features.empty() || !is_shown(manuscript[node]) || input.styles.hidden(node)) {
      continue;
    }
    for (const style::FontFeature& feature : style.font_features) {
      const std::string_view name = name_of(feature);
      if (name.empty()) continue;
      const text::FaceId face = input.fonts.match({style.font_families, style.font_weight, style.italic});
      if (input.fonts.has_feature(face, feature.tag) || !known.insert({face, feature.tag}).second) continue;
      diagnostics.report(
          base::Code::layout_missing_feature, manuscript[node].span,
          "the font `" + input.fonts.font(face).postscript_name + "` has no " + std::string(name),
          "the letters are set as they are; choose a font that has them");
    }
  }
}

}  // namespace reliure::layout
