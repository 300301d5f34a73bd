#include "content/delimiter_rows.h"

#include <algorithm>

#include "content/ascii.h"

namespace reliure::content {
namespace {

/// What md4c wants in each cell.
constexpr std::size_t kHyphens = 3;

/// Whether the cell is `-`, `:-`, `-:` or `:-:`, with any number of hyphens.
bool is_delimiter(std::string_view cell) {
  cell = trimmed(cell);
  if (!cell.empty() && cell.front() == ':') cell.remove_prefix(1);
  if (!cell.empty() && cell.back() == ':') cell.remove_suffix(1);
  return !cell.empty() && cell.find_first_not_of('-') == std::string_view::npos;
}

/// The row in `line`, from its first pipe, colon or hyphen; empty when the line is none.
std::string_view delimiter_row(std::string_view line) {
  const std::string_view row = trimmed(line.substr(std::min(line.find_first_not_of(" \t>"), line.size())));
  if (row.find('|') == std::string_view::npos || row.find_first_not_of("|:- \t") != std::string_view::npos) {
    return {};
  }
  // A hyphen and a space begin a list.
  const bool is_list = row.size() > 1 && row[0] == '-' && is_space(row[1]);
  if (is_list) return {};
  std::string_view rest = row;
  if (rest.front() == '|') rest.remove_prefix(1);
  if (!rest.empty() && rest.back() == '|') rest.remove_suffix(1);
  for (;;) {
    const std::size_t end = std::min(rest.find('|'), rest.size());
    if (!is_delimiter(rest.substr(0, end))) return {};
    if (end == rest.size()) return row;
    rest.remove_prefix(end + 1);
  }
}

}  // namespace

PaddedMarkdown pad_delimiter_rows(const MappedText& markdown) {
  PaddedMarkdown padded;
  MappedText& out = padded.markdown;
  out.file = markdown.file;
  std::size_t done = 0;
  const std::string_view text = markdown.text;
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view row = delimiter_row(next_line(rest));
    for (std::size_t i = 0; (i = row.find('-', i)) < row.size();) {
      const std::size_t end = std::min(row.find_first_not_of('-', i), row.size());
      if (end - i < kHyphens) {
        const std::size_t place = static_cast<std::size_t>(row.data() - text.data()) + end;
        append_part(out, markdown, done, place);
        padded.padding.push_back({out.text.size(), kHyphens - (end - i)});
        append_generated(out, std::string(kHyphens - (end - i), '-'), source_end(markdown, place));
        done = place;
      }
      i = end;
    }
  }
  if (done == 0) {
    out = markdown;
  } else {
    append_part(out, markdown, done, text.size());
  }
  return padded;
}

}  // namespace reliure::content
