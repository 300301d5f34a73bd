#include "layout/pages/whole_words.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace reliure::layout {
namespace {

/// The last line of a cut; nothing where something else stands last.
std::optional<std::size_t> last_line(const Flow& flow, const Cut& cut) {
  for (std::size_t i = cut.end; i-- > cut.begin;) {
    if (flow.strips[i].kind == Strip::Kind::content) return i;
  }
  return std::nullopt;
}

/// The paragraph that the strip is a line of, or null.
CutParagraph* paragraph_at(Flow& flow, std::size_t strip) {
  const auto after = std::ranges::upper_bound(flow.cut_paragraphs, strip, {}, &CutParagraph::first);
  if (after == flow.cut_paragraphs.begin()) return nullptr;
  CutParagraph& found = *(after - 1);
  return strip < found.first + found.cut_at.size() ? &found : nullptr;
}

/// Whether the lines can stand in for the strips of the paragraph.
bool fit(const CutParagraph& paragraph, std::span<const Line> lines, const Flow& flow) {
  if (lines.size() != paragraph.cut_at.size()) return false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Strip& strip = flow.strips[paragraph.first + i];
    if (lines[i].height != strip.height || lines[i].baseline != strip.baseline) return false;
  }
  return true;
}

void set_anew(CutParagraph& paragraph, std::size_t line, Flow& flow, Setting& setting) {
  // What is wrong with the paragraph was said when it was set.
  base::Diagnostics ignored;
  Setting own = reporting_to(ignored, setting);
  const ParagraphPtr prepared = prepare(paragraph.content, own);
  if (prepared == nullptr) return;
  paragraph.whole_at.push_back(*paragraph.cut_at[line]);
  keep_whole(*prepared, paragraph.whole_at);
  std::vector<Line> lines = break_lines(*prepared, {&paragraph.place, 1}, own);
  if (!fit(paragraph, lines, flow) || lines[line].cut_at || !ignored.all().empty()) {
    paragraph.whole_at.pop_back();
    return;
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    flow.strips[paragraph.first + i].content = std::move(lines[i].content);
    paragraph.cut_at[i] = lines[i].cut_at;
  }
}

}  // namespace

void keep_words_whole(std::span<const PageCut> pages, Flow& flow, Setting& setting) {
  for (const PageCut& page : pages) {
    const auto strip = last_line(flow, page.cut);
    CutParagraph* const paragraph = strip ? paragraph_at(flow, *strip) : nullptr;
    if (paragraph != nullptr && paragraph->cut_at[*strip - paragraph->first]) {
      set_anew(*paragraph, *strip - paragraph->first, flow, setting);
    }
  }
}

}  // namespace reliure::layout
