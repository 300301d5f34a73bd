#include "pdf/widths.h"

#include <algorithm>

#include "pdf/syntax.h"

namespace reliure::pdf {

namespace {

/// From this many equal widths `first last width` is shorter than a list.
constexpr std::size_t kShortestRange = 4;

/// The most frequent width; the smallest of several.
std::int32_t commonest(std::vector<std::int32_t> widths) {
  std::ranges::sort(widths);
  std::int32_t best = 1000 * 100;
  std::ptrdiff_t most = 0;
  for (auto at = widths.begin(); at != widths.end();) {
    const auto end = std::upper_bound(at, widths.end(), *at);
    if (end - at > most) {
      most = end - at;
      best = *at;
    }
    at = end;
  }
  return best;
}

std::size_t equal_from(const std::vector<std::int32_t>& widths, std::size_t begin) {
  std::size_t end = begin + 1;
  while (end < widths.size() && widths[end] == widths[begin]) {
    ++end;
  }
  return end;
}

void append_width(std::string& out, std::int32_t width) { append_decimal(out, width, 2); }

/// The list that begins at `code` up to a default width or a range; returns the code behind it.
std::size_t append_list(std::string& out, const std::vector<std::int32_t>& widths, std::size_t code,
                        std::int32_t usual) {
  append_integer(out, static_cast<std::int64_t>(code));
  char before = '[';
  while (code < widths.size() && widths[code] != usual && equal_from(widths, code) - code < kShortestRange) {
    out += before;
    append_width(out, widths[code]);
    before = ' ';
    ++code;
  }
  out += ']';
  return code;
}

}  // namespace

std::string width_entries(const std::vector<std::int32_t>& widths) {
  const std::int32_t usual = commonest(widths);
  std::string list = "[";
  for (std::size_t code = 0; code < widths.size();) {
    const std::size_t end = equal_from(widths, code);
    if (widths[code] == usual) {
      code = end;
      continue;
    }
    if (end - code < kShortestRange) {
      code = append_list(list, widths, code, usual);
    } else {
      append_integer(list, static_cast<std::int64_t>(code));
      list += ' ';
      append_integer(list, static_cast<std::int64_t>(end - 1));
      list += ' ';
      append_width(list, widths[code]);
      code = end;
    }
    list += '\n';
  }
  std::string usual_width;
  append_width(usual_width, usual);
  return Entries().raw("DW", usual_width).raw("W", list + "]").take();
}

}  // namespace reliure::pdf
