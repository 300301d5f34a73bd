#include "content/callouts.h"

#include <algorithm>

#include "content/ascii.h"
#include "content/fence.h"

namespace reliure::content {
namespace {

constexpr std::string_view kAlerts[] = {"note", "tip", "important", "warning", "caution"};

bool is_word(std::string_view text) {
  return !text.empty() && is_letter(text[0]) && std::ranges::all_of(text, [](char c) {
    return is_letter(c) || is_digit(c) || c == '-' || c == '_';
  });
}

}  // namespace

std::optional<CalloutHead> alert_at(std::string_view line) {
  const std::size_t mark = quote_mark(line);
  if (mark == 0) return std::nullopt;
  const std::string_view text = trimmed(line.substr(mark));
  if (!text.starts_with("[!") || !text.ends_with(']')) return std::nullopt;
  CalloutHead head;
  head.type = lowered(text.substr(2, text.size() - 3));
  const bool known = std::ranges::find(kAlerts, head.type) != std::end(kAlerts);
  return known ? std::optional(std::move(head)) : std::nullopt;
}

std::optional<CalloutHead> admonition_at(std::string_view line) {
  std::string_view rest = without_indent(line);
  const bool folds = rest.starts_with("???");
  if (!folds && !rest.starts_with("!!!")) return std::nullopt;
  rest.remove_prefix(folds && rest.substr(3).starts_with('+') ? 4 : 3);
  CalloutHead head;
  const std::string_view type = next_word(rest);
  if (!is_word(type)) return std::nullopt;
  head.type = lowered(type);
  std::string_view words = trimmed(rest);
  // Where the box floats on the site.
  while (words.starts_with("inline") || words.starts_with("end")) {
    next_word(words);
    words = trimmed(words);
  }
  if (!words.empty()) {
    if (words.size() < 2 || words.front() != '"' || words.back() != '"') return std::nullopt;
    head.has_title = true;
    head.title_begin = static_cast<std::size_t>(words.data() - line.data()) + 1;
    head.title_end = head.title_begin + words.size() - 2;
  }
  // `??? Title` alone is an accordion.
  return folds && !head.has_title ? std::nullopt : std::optional(std::move(head));
}

std::size_t indent_of_four(std::string_view line) {
  std::size_t size = 0;
  while (size < line.size() && size < 4 && line[size] == ' ') ++size;
  if (size == 4) return size;
  return size < line.size() && line[size] == '\t' ? size + 1 : 0;
}

std::size_t quote_mark(std::string_view line) {
  const std::size_t mark = line.size() - without_indent(line).size();
  if (mark >= line.size() || line[mark] != '>') return 0;
  return mark + (mark + 1 < line.size() && line[mark + 1] == ' ' ? 2 : 1);
}

}  // namespace reliure::content
