// What the e-book takes from styles: what is hidden, what generated text means, and a sheet for readers.
#include <algorithm>

#include "style/assets.h"
#include "style/ebook_css.h"
#include "style/generated.h"
#include "style/resolve.h"

namespace reliure::style {
namespace {

bool is_text(const GeneratedPart& part) { return part.kind == GeneratedPart::Kind::text; }

bool is_of_pages(const ContentPart& part) {
  const bool counts = part.kind == ContentPart::Kind::counter || part.kind == ContentPart::Kind::counters;
  return counts && (part.value == "page" || part.value == "pages");
}

/// The generated content that readers cannot make of the sheet, as real text.
std::vector<book::GeneratedText> generated_texts(const Styles& styles, const Generated& generated) {
  std::vector<book::GeneratedText> texts;
  for (const Styles::PseudoEntry& entry : styles.pseudo_) {
    const Content& content = styles.pool_[entry.style]->content;
    if (entry.element > PseudoElement::marker || content.parts.empty() || is_for_readers(content)) continue;
    const GeneratedContent* found = generated.find(entry.node, entry.element);
    if (found == nullptr) continue;
    std::optional<std::string> alternative;
    if (!content.alternative.empty()) alternative = found->alternative;
    const bool of_pages =
        std::ranges::any_of(content.parts, is_of_pages) || !std::ranges::all_of(found->parts, is_text);
    if (of_pages && !alternative) continue;
    std::string text;
    for (const GeneratedPart& part : found->parts) text += is_text(part) ? part.text : "";
    if (text.empty() && !alternative) continue;
    texts.push_back({entry.node, static_cast<book::GeneratedPlace>(entry.element), std::move(text),
                     std::move(alternative)});
  }
  return texts;
}

bool has_heading(const book::Manuscript& manuscript, book::NodeId element) {
  for (book::NodeId id = element; id <= manuscript[element].last_descendant; ++id.value) {
    if (book::heading_level(manuscript[id].kind) > 0) return true;
  }
  return false;
}

/// What is not shown, and what stands in the margins of pages alone. A heading is more than furniture: it
/// stays in the text, where there are no margins to show it.
std::vector<bool> hidden_nodes(const book::Manuscript& manuscript, const Styles& styles) {
  std::vector<bool> hidden = styles.hidden_;
  for (std::uint32_t i = 0; i < hidden.size(); ++i) {
    const book::NodeId parent = manuscript.nodes[i].parent;
    hidden[i] = hidden[i] || (parent != book::kNoNode && hidden[parent.value]) ||
                (!styles[{i}].running.empty() && !has_heading(manuscript, {i}));
  }
  return hidden;
}

}  // namespace

book::EbookStyle ebook_style(const book::Manuscript& manuscript, const source::Tree& tree,
                             const Medium& medium, const Styles& styles, std::span<const book::Font> fonts) {
  // What is wrong with the sheets was said when they were resolved.
  base::Diagnostics ignored;
  Sheets sheets = load_sheets(tree, medium, ignored);
  point_to_pictures(sheets, tree, manuscript);
  const Generated generated = generated_content(manuscript, styles);
  book::EbookStyle ebook;
  ebook.generated = generated_texts(styles, generated);
  EbookSheet sheet = ebook_css(sheets, *styles.pool_[0], manuscript, fonts, ebook.generated);
  ebook.css = std::move(sheet.css);
  ebook.pictures = std::move(sheet.pictures);
  ebook.fonts.assign(fonts.begin(), fonts.end());
  ebook.hidden = hidden_nodes(manuscript, styles);
  ebook.outline = labelled(styles.outline_, generated);
  std::erase_if(ebook.outline,
                [&ebook](const book::OutlineEntry& entry) { return ebook.hidden[entry.heading.value]; });
  return ebook;
}

}  // namespace reliure::style
