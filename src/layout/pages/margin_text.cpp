#include "layout/pages/margin_text.h"

#include <algorithm>

#include "layout/generated.h"

namespace reliure::layout {
namespace {

using base::Length;
using style::ComputedStyle;
using style::ContentPart;
using style::WhiteSpace;

/// What `string(NAME, WHICH)` says on the page (CSS GCPM 3 §1.2.2).
std::string string_value(const ContentPart& part, const PlannedPage& page) {
  const std::string* found = page.strings.find(part.value, part.separator);
  return found == nullptr ? std::string{} : *found;
}

SetText set_piece(std::string_view text, const ComputedStyle& style, Setting& setting) {
  const TextSource source{book::kRoot, book::Role::pagination, setting.manuscript().metadata.language, {}};
  return set_text(text, style, source, setting);
}

bool keeps_lines(const ComputedStyle& style) {
  return style.white_space == WhiteSpace::pre || style.white_space == WhiteSpace::pre_wrap ||
         style.white_space == WhiteSpace::pre_line;
}

bool may_wrap(const ComputedStyle& style) {
  return style.white_space != WhiteSpace::nowrap && style.white_space != WhiteSpace::pre;
}

/// Calls `visit` with each part of `text` between separators.
template <class Visit>
void for_each_part(std::string_view text, char separator, Visit visit) {
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    visit(text.substr(begin, end - begin));
    begin = end + 1;
  }
}

/// Calls `visit` with each line that the author's line breaks make.
template <class Visit>
void for_each_line(std::string_view text, const ComputedStyle& style, Visit visit) {
  if (keeps_lines(style)) {
    for_each_part(text, '\n', visit);
  } else {
    std::string joined(text);
    std::ranges::replace(joined, '\n', ' ');
    visit(std::string_view(joined));
  }
}

/// Sets one line of the author's in as many as `width` wants.
void wrap(std::string_view text, const ComputedStyle& style, Length width, Setting& setting,
          std::vector<SetText>& lines) {
  SetText whole = set_piece(text, style, setting);
  if (whole.width <= width || !may_wrap(style)) {
    lines.push_back(std::move(whole));
    return;
  }
  const Length space = set_piece(" ", style, setting).width;
  std::string line;
  Length used;
  for_each_part(text, ' ', [&](std::string_view word) {
    if (word.empty()) return;
    const Length wide = set_piece(word, style, setting).width;
    if (!line.empty() && used + space + wide > width) {
      lines.push_back(set_piece(line, style, setting));
      line.clear();
      used = {};
    }
    used += (line.empty() ? Length{} : space) + wide;
    line.append(line.empty() ? "" : " ").append(word);
  });
  lines.push_back(set_piece(line, style, setting));
}

}  // namespace

std::string margin_text(const ComputedStyle& style, const PlannedPage& page, std::size_t page_count) {
  std::string text;
  for (const ContentPart& part : style.content.parts) {
    switch (part.kind) {
      case ContentPart::Kind::text:
        text += part.value;
        break;
      case ContentPart::Kind::counter:
        if (part.value == "page") {
          text += counter_text(page.number, part.counter_style);
        } else if (part.value == "pages") {
          text += counter_text(static_cast<std::int64_t>(page_count), part.counter_style);
        }
        break;
      case ContentPart::Kind::string:
        text += string_value(part, page);
        break;
      default:
        break;
    }
  }
  return text;
}

InlineSize measure_margin_text(std::string_view text, const ComputedStyle& style, Setting& setting) {
  InlineSize size;
  for_each_line(text, style, [&](std::string_view line) {
    size.max_content = base::max(size.max_content, set_piece(line, style, setting).width);
    if (may_wrap(style)) {
      for_each_part(line, ' ', [&](std::string_view word) {
        size.min_content = base::max(size.min_content, set_piece(word, style, setting).width);
      });
    }
  });
  size.min_content = may_wrap(style) ? size.min_content : size.max_content;
  return size;
}

std::vector<SetText> set_margin_text(std::string_view text, const ComputedStyle& style, Length width,
                                     Setting& setting) {
  std::vector<SetText> lines;
  for_each_line(text, style, [&](std::string_view line) { wrap(line, style, width, setting, lines); });
  return lines;
}

}  // namespace reliure::layout
