// What the e-book takes from styles: what is hidden, what generated text means, and a sheet for readers.
#include "style/assets.h"
#include "style/ebook_css.h"
#include "style/resolve.h"

namespace reliure::style {
namespace {

/// The parts that can be known without pages: strings and attributes.
std::string resolved_text(const std::vector<ContentPart>& parts, const book::Manuscript& manuscript,
                          book::NodeId node) {
  std::string text;
  for (const ContentPart& part : parts) {
    if (part.kind == ContentPart::Kind::text) text += part.value;
    if (part.kind == ContentPart::Kind::attribute)
      text += manuscript.attribute(node, part.value).value_or("");
  }
  return text;
}

std::vector<book::GeneratedText> generated_texts(const book::Manuscript& manuscript, const Styles& styles) {
  std::vector<book::GeneratedText> generated;
  for (const Styles::PseudoEntry& entry : styles.pseudo_) {
    const bool after = entry.element == PseudoElement::after;
    const Content& content = styles.pool_[entry.style]->content;
    if ((!after && entry.element != PseudoElement::before) || content.alternative.empty()) continue;
    if (styles.hidden(entry.node)) continue;
    generated.push_back({entry.node, after, resolved_text(content.parts, manuscript, entry.node),
                         resolved_text(content.alternative, manuscript, entry.node)});
  }
  return generated;
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
  EbookSheet sheet = ebook_css(sheets, *styles.pool_[0], fonts);
  book::EbookStyle ebook;
  ebook.css = std::move(sheet.css);
  ebook.pictures = std::move(sheet.pictures);
  ebook.fonts.assign(fonts.begin(), fonts.end());
  ebook.hidden = hidden_nodes(manuscript, styles);
  ebook.outline = styles.outline_;
  std::erase_if(ebook.outline,
                [&ebook](const book::OutlineEntry& entry) { return ebook.hidden[entry.heading.value]; });
  ebook.generated = generated_texts(manuscript, styles);
  return ebook;
}

}  // namespace reliure::style
