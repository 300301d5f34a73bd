#include "layout/paragraph/collapse.h"

#include <algorithm>

#include "base/utf8.h"
#include "layout/paragraph/case.h"
#include "text/east_asian.h"

namespace reliure::layout {
namespace {

using style::TextTransform;
using style::WhiteSpace;

/// `tab-size`: 8 is CSS's initial value.
constexpr std::uint32_t kTabSize = 8;

std::uint32_t size_of(const Collapser& collapser) {
  return static_cast<std::uint32_t>(collapser.out.text.size());
}

bool continues(const TextSpan& span, const SpanSource& source) {
  return span.type == SpanType::text && span.node == source.node && span.style == source.style &&
         span.box == source.box && span.alternative == source.alternative;
}

TextSpan span_from(const SpanSource& source, SpanType type, std::uint32_t begin) {
  TextSpan span;
  span.type = type;
  span.begin = span.end = begin;
  span.node = source.node;
  span.style = source.style;
  span.language = source.language;
  span.box = source.box;
  span.alternative = source.alternative;
  span.generated = source.generated;
  return span;
}

/// Appends bytes that stand at `offset` of their node.
void put(Collapser& collapser, std::string_view bytes, std::uint32_t offset, const SpanSource& source) {
  Collected& out = collapser.out;
  const std::uint32_t at = size_of(collapser);
  bool fresh = false;
  if (out.spans.empty() || !continues(out.spans.back(), source)) {
    out.spans.push_back(span_from(source, SpanType::text, at));
    fresh = true;
  }
  const bool contiguous =
      !fresh && !out.origins.empty() && out.origins.back().offset + (at - out.origins.back().begin) == offset;
  if (!contiguous) {
    out.origins.push_back({at, offset});
  }
  out.text += bytes;
  out.spans.back().end = size_of(collapser);
  collapser.drops_space = collapser.ends_in_space = collapser.ends_in_newline = false;
}

/// A line's end in the source is no space between ideographs (CSS Text 3 §4.1.3).
void join_ideographs(Collapser& collapser, std::string_view next) {
  const std::string_view text = collapser.out.text;
  if (text.size() < 2 || !text::is_east_asian(base::decode(next, 0).character)) return;
  const std::string_view before = text.substr(0, text.size() - 1);
  if (text::is_east_asian(base::decode(before, base::last_character(before)).character)) {
    trim_line_end(collapser);
  }
}

void put_transformed(Collapser& collapser, std::string_view word, std::uint32_t offset,
                     const SpanSource& source) {
  const TextTransform transform = source.style->text_transform;
  std::string changed;
  for (std::size_t i = 0; i < word.size();) {
    const base::Decoded decoded = base::decode(word, i);
    changed.clear();
    const bool is_word = is_word_character(decoded.character) || decoded.character == 0x2019 ||
                         (decoded.character == '\'' && collapser.in_word);
    if (transform == TextTransform::uppercase ||
        (transform == TextTransform::capitalize && is_word && !collapser.in_word)) {
      append_uppercase(decoded.character, source.language, changed);
    } else if (transform == TextTransform::lowercase) {
      append_lowercase(decoded.character, source.language, changed);
    } else {
      changed = word.substr(i, decoded.size);
    }
    put(collapser, changed, offset + static_cast<std::uint32_t>(i), source);
    collapser.in_word = is_word;
    i += decoded.size;
  }
}

void put_word(Collapser& collapser, std::string_view word, std::uint32_t offset, const SpanSource& source) {
  if (collapser.ends_in_newline) {
    join_ideographs(collapser, word);
  }
  if (source.style->text_transform == TextTransform::none) {
    put(collapser, word, offset, source);
    collapser.in_word = true;
  } else {
    put_transformed(collapser, word, offset, source);
  }
}

bool keeps_spaces(WhiteSpace white_space) {
  return white_space == WhiteSpace::pre || white_space == WhiteSpace::pre_wrap;
}

bool keeps_newlines(WhiteSpace white_space) {
  return keeps_spaces(white_space) || white_space == WhiteSpace::pre_line;
}

void put_space(Collapser& collapser, std::uint32_t offset, const SpanSource& source) {
  collapser.in_word = false;
  if (keeps_spaces(source.style->white_space)) {
    put(collapser, " ", offset, source);
    return;
  }
  if (collapser.drops_space) return;
  put(collapser, " ", offset, source);
  collapser.drops_space = collapser.ends_in_space = true;
}

void put_tab(Collapser& collapser, std::uint32_t offset, const SpanSource& source) {
  if (!keeps_spaces(source.style->white_space)) {
    put_space(collapser, offset, source);
    return;
  }
  for (std::uint32_t n = kTabSize - collapser.column % kTabSize; n > 0; --n, ++collapser.column) {
    put_space(collapser, offset, source);
  }
}

constexpr std::string_view kSoftHyphen = "\u00AD";

/// The end of the bytes from `i` on that are neither white space nor a soft hyphen.
std::size_t word_end(std::string_view text, std::size_t i) {
  for (; i < text.size(); ++i) {
    const char c = text[i];
    if (c == ' ' || (c >= '\t' && c <= '\r' && c != '\v')) break;
    if (c == kSoftHyphen[0] && text.substr(i, 2) == kSoftHyphen) break;
  }
  return i;
}

/// Handles the white space or soft hyphen at `i`; the number of bytes taken.
std::size_t put_special(Collapser& collapser, std::string_view text, std::size_t i,
                        const SpanSource& source) {
  const auto offset = static_cast<std::uint32_t>(i);
  switch (text[i]) {
    case '\t':
      put_tab(collapser, offset, source);
      return 1;
    case '\r':
      if (text.substr(i, 2) == "\r\n") return 1;
      [[fallthrough]];
    case '\n':
      if (keeps_newlines(source.style->white_space)) {
        append_forced_break(collapser, source, offset);
      } else {
        const bool is_new = !collapser.drops_space;
        put_space(collapser, offset, source);
        collapser.ends_in_newline = is_new;
      }
      return 1;
    case ' ':
    case '\f':
      put_space(collapser, offset, source);
      ++collapser.column;
      return 1;
    default:
      if (source.style->hyphens != style::Hyphens::none) {
        collapser.out.soft_hyphens.push_back(size_of(collapser));
      }
      return kSoftHyphen.size();
  }
}

}  // namespace

void append_text(Collapser& collapser, std::string_view text, const SpanSource& source) {
  const bool columns = keeps_spaces(source.style->white_space);
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = word_end(text, i);
    if (end > i) {
      const std::string_view word = text.substr(i, end - i);
      put_word(collapser, word, static_cast<std::uint32_t>(i), source);
      if (columns) {
        collapser.column += static_cast<std::uint32_t>(base::count_characters(word));
      }
    }
    i = end < text.size() ? end + put_special(collapser, text, end, source) : end;
  }
}

void append_forced_break(Collapser& collapser, const SpanSource& source, std::uint32_t offset) {
  trim_line_end(collapser);
  TextSpan span = span_from(source, SpanType::forced_break, size_of(collapser));
  collapser.out.origins.push_back({span.begin, offset});
  collapser.out.text += '\n';
  span.end = size_of(collapser);
  collapser.out.spans.push_back(span);
  collapser.drops_space = true;
  collapser.in_word = false;
  collapser.column = 0;
}

void append_object(Collapser& collapser, SpanType type, std::uint32_t object, const SpanSource& source) {
  TextSpan span = span_from(source, type, size_of(collapser));
  collapser.out.origins.push_back({span.begin, 0});
  collapser.out.text += "\uFFFC";
  span.end = size_of(collapser);
  span.object = object;
  collapser.out.spans.push_back(span);
  collapser.drops_space = collapser.ends_in_space = collapser.in_word = false;
}

void trim_line_end(Collapser& collapser) {
  if (!collapser.ends_in_space) return;
  collapser.ends_in_space = false;
  Collected& out = collapser.out;
  out.text.pop_back();
  const std::uint32_t size = size_of(collapser);
  TextSpan& span = out.spans.back();
  span.end = size;
  if (span.begin == size) {
    out.spans.pop_back();
  }
  if (out.origins.back().begin == size) {
    out.origins.pop_back();
  }
  for (auto edge = out.edges.rbegin(); edge != out.edges.rend() && edge->at > size; ++edge) {
    edge->at = size;
  }
  const auto clamp = [size](std::vector<std::uint32_t>& offsets) {
    for (auto offset = offsets.rbegin(); offset != offsets.rend() && *offset > size; ++offset) {
      *offset = size;
    }
  };
  clamp(out.soft_hyphens);
  clamp(out.word_breaks);
}

}  // namespace reliure::layout
