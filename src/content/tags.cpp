#include "content/tags.h"

#include <algorithm>
#include <array>

#include "content/ascii.h"

namespace reliure::content {
namespace {

/// Elements whose content is text up to their own end tag.
constexpr std::array<std::string_view, 8> kRawText = {"iframe", "noembed",  "noframes", "script",
                                                      "style",  "textarea", "title",    "xmp"};

bool equals_ignoring_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

bool TagReader::next(Tag& tag) {
  for (;;) {
    const std::size_t begin = html_.find('<', at_);
    if (begin == std::string_view::npos || begin + 1 >= html_.size()) return false;
    const char after = html_[begin + 1];
    if (html_.substr(begin, 4) == "<!--") {
      // `<!-->` and `<!--->` are whole comments.
      const std::size_t close = html_.find("-->", begin + 2);
      if (close == std::string_view::npos) return false;
      at_ = close + 3;
    } else if (after == '!' || after == '?') {
      at_ = std::min(html_.find('>', begin), html_.size());
    } else if (is_letter(after) ||
               (after == '/' && begin + 2 < html_.size() && is_letter(html_[begin + 2]))) {
      if (!read_tag(begin, tag)) return false;
      at_ = tag.end;
      if (!tag.is_end) skip_raw_text(tag.name);
      return true;
    } else {
      at_ = begin + 1;
    }
  }
}

/// Reads the tag at `begin`; false when the text ends inside.
bool TagReader::read_tag(std::size_t begin, Tag& tag) const {
  tag = {};
  tag.begin = begin;
  tag.is_end = html_[begin + 1] == '/';
  const std::size_t name = begin + (tag.is_end ? 2 : 1);
  std::size_t at = name;
  while (at < html_.size() && !is_space(html_[at]) && html_[at] != '/' && html_[at] != '>') ++at;
  tag.name = html_.substr(name, at - name);
  while (at < html_.size() && html_[at] != '>') {
    if (html_[at] != '=') {
      ++at;
      continue;
    }
    do ++at;
    while (at < html_.size() && is_space(html_[at]));
    const bool quoted = at < html_.size() && (html_[at] == '"' || html_[at] == '\'');
    if (!quoted) continue;
    at = html_.find(html_[at], at + 1);
    if (at == std::string_view::npos) return false;
    ++at;
  }
  if (at >= html_.size()) return false;
  tag.closes_itself = html_[at - 1] == '/';
  tag.end = at + 1;
  return true;
}

void TagReader::skip_raw_text(std::string_view name) {
  const bool raw =
      std::ranges::any_of(kRawText, [&](auto raw_name) { return equals_ignoring_case(raw_name, name); });
  if (!raw) return;
  for (std::size_t at = html_.find("</", at_); at != std::string_view::npos; at = html_.find("</", at + 2)) {
    if (equals_ignoring_case(html_.substr(at + 2, name.size()), name)) {
      at_ = at;
      return;
    }
  }
  at_ = html_.size();
}

}  // namespace reliure::content
