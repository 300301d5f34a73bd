#include "layout/no_hyphenation.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "base/ascii.h"
#include "text/hyphenate.h"

namespace reliure::layout {
namespace {

/// A shorter text, in bytes, is a phrase inside of another language: less than a line.
constexpr std::size_t kShortest = 60;

/// Languages without hyphenation, for their texts in Latin letters; and those that are no language.
constexpr std::array<std::string_view, 21> kNeverHyphenated = {"ar", "bn", "fa",  "he", "hi",  "ja",  "km",
                                                               "ko", "lo", "mul", "my", "ne",  "si",  "ta",
                                                               "th", "ur", "vi",  "zh", "yue", "und", "zxx"};

bool is_hyphenated(std::string_view language) {
  const std::string subtag = base::lowered(language.substr(0, language.find('-')));
  return !subtag.empty() && std::ranges::find(kNeverHyphenated, subtag) == kNeverHyphenated.end();
}

bool wants_hyphens(const style::ComputedStyle& style) {
  return style.hyphens == style::Hyphens::automatic && style.text_align == style::TextAlign::justify;
}

}  // namespace

void report_no_hyphenation(const Input& input, base::Diagnostics& diagnostics) {
  const book::Manuscript& manuscript = *input.manuscript;
  std::set<std::string_view> told;
  for (std::uint32_t i = 0; i < manuscript.nodes.size(); ++i) {
    const book::NodeId id{i};
    const book::Node& node = manuscript[id];
    const bool is_line = node.kind == book::Kind::text && node.text.size() >= kShortest;
    if (!is_line || !wants_hyphens(input.styles[id]) || input.styles.hidden(id)) continue;
    const std::string_view language = manuscript.language(id);
    if (input.hyphenator.serves(language) || !is_hyphenated(language)) continue;
    if (!text::is_hyphenated_script(node.text) || !told.insert(language).second) continue;
    const std::string name(language);
    diagnostics.report(base::Code::layout_no_hyphenation, node.span,
                       "no patterns say how words of `" + name + "` are hyphenated",
                       "name a file in the manifest, `hyphenation: {" + name + ": hyph_" + name +
                           ".dic}`, or set `hyphens: manual`");
  }
}

}  // namespace reliure::layout
