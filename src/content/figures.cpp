// Paragraphs of pictures that Markdown makes figures of.
#include "content/ascii.h"
#include "content/page_mapper.h"

namespace reliure::content {

using book::Kind;

namespace {

bool has_title(const DomNode& node) {
  return is_element(node) && !is_blank(attribute(node, "title").value_or(""));
}

}  // namespace

/// Whether a paragraph of Markdown holds nothing but its pictures, and one of them has a title. In a note it
/// stays a paragraph.
bool PageMapper::is_figures(const DomNode& paragraph) const {
  const MappedText& html = current_->html;
  if (inlines_only_ || note_depth_ > 0 || !is_generated(html, extent_of(paragraph).begin)) return false;
  bool titled = false;
  for (std::size_t i = 0; i < child_count(paragraph); ++i) {
    const DomNode& node = child(paragraph, i);
    if (is_white_space(node)) continue;
    if (!is_element(node) || element_name(node) != "img") return false;
    if (!is_generated(html, extent_of(node).begin)) return false;
    titled = titled || has_title(node);
  }
  return titled;
}

/// Each title is the caption of the pictures before it; pictures behind the last title stay a paragraph.
void PageMapper::figures(const DomNode& paragraph) {
  std::size_t first = 0;
  bool left = false;
  for (std::size_t i = 0; i < child_count(paragraph); ++i) {
    const DomNode& node = child(paragraph, i);
    left = left || is_element(node);
    if (!has_title(node)) continue;
    figure(paragraph, first, i);
    first = i + 1;
    left = false;
  }
  if (!left) return;
  builder_.open(Kind::p, span(paragraph));
  for (; first < child_count(paragraph); ++first) {
    if (is_element(child(paragraph, first))) element(child(paragraph, first));
  }
  builder_.close();
}

void PageMapper::figure(const DomNode& paragraph, std::size_t first, std::size_t captioned) {
  const DomNode& titled = child(paragraph, captioned);
  captioned_ = &titled;
  const book::NodeId id = builder_.open(Kind::figure, span(titled));
  identify(attribute(titled, "id").value_or(""), id, value_span(current_->html, titled, "id"));
  std::string_view classes = attribute(titled, "class").value_or("");
  while (!is_blank(classes)) builder_.add_class(next_word(classes));
  for (std::size_t i = first; i <= captioned; ++i) {
    const DomNode& node = child(paragraph, i);
    if (is_element(node)) element(node);
    // Pictures beside each other are words apart, as in a paragraph.
    else if (builder_.last_child() != book::kNoNode)
      builder_.text(" ", span(node));
  }
  const base::Span place = value_span(current_->html, titled, "title");
  builder_.open(Kind::figcaption, place);
  builder_.text(trimmed(*attribute(titled, "title")), place);
  builder_.close();
  builder_.close();
  captioned_ = nullptr;
}

}  // namespace reliure::content
