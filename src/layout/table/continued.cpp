#include "layout/table/continued.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "layout/set_text.h"

namespace reliure::layout {
namespace {

using base::Length;
using book::NodeId;

/// The caption's text behind what its style generates before it: its number.
std::string text_of(NodeId caption, const Setting& setting) {
  std::string text;
  if (const GeneratedContent* before = setting.generated.find(caption, style::PseudoElement::before)) {
    for (const GeneratedPart& part : before->parts) {
      text += part.kind == GeneratedPart::Kind::text ? part.text : "";
    }
  }
  return text + style::plain_text(caption, setting.manuscript());
}

/// The text without its last word, or nothing.
std::string without_last_word(const std::string& text) {
  const std::size_t space = text.find_last_of(' ');
  return space == std::string::npos ? std::string{} : text.substr(0, space);
}

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  return text;
}

}  // namespace

Continued set_continued(const Grid& grid, const style::ComputedStyle& table, Length width,
                        Workshop& workshop) {
  Setting& setting = workshop.setting;
  if (table.continued.empty() || grid.captions.empty()) {
    return {};
  }
  const NodeId caption = grid.captions.front();
  const style::ComputedStyle& style = setting.style(caption);
  const TextSource source{caption, book::Role::repeated, setting.manuscript().language(caption), {}};
  std::string text = text_of(caption, setting);
  SetText line = set_text(text + table.continued, style, source, setting);
  while (line.width > width && !text.empty()) {
    text = without_last_word(text);
    line = set_text(text.empty() ? std::string(trimmed(table.continued)) : text + "…" + table.continued,
                    style, source, setting);
  }
  Continued continued;
  const bool at_right = style.direction == style::Direction::rtl;
  append(std::move(line.content),
         {at_right ? width - line.width : Length{}, baseline_of(style, setting.input.fonts)},
         continued.content);
  continued.height = style.line_height + style.padding[2].length;
  return continued;
}

}  // namespace reliure::layout
