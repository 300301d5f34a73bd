#include "content/heading_attributes.h"

#include "content/ascii.h"

namespace reliure::content {
namespace {

bool is_name(std::string_view text) {
  for (const char c : text) {
    if (!is_letter(c) && !is_digit(c) && c != '-' && c != '_' && c != ':' && c != '.') return false;
  }
  return !text.empty();
}

/// One item of the braces; a quoted value may hold spaces.
std::string_view next_item(std::string_view& rest) {
  while (!rest.empty() && is_space(rest.front())) rest.remove_prefix(1);
  std::size_t size = 0;
  bool quoted = false;
  while (size < rest.size() && (quoted || !is_space(rest[size]))) {
    if (rest[size] == '"') quoted = !quoted;
    ++size;
  }
  const std::string_view item = rest.substr(0, size);
  rest.remove_prefix(size);
  return item;
}

struct Items {
  std::string_view id;
  std::string classes;
  std::string others;
};

/// Adds one item; false when it is none.
bool add(std::string_view item, Items& items) {
  if (item[0] == '#') {
    items.id = item.substr(1);
    return !items.id.empty() && items.id.find('"') == std::string_view::npos;
  }
  if (item[0] == '.') {
    if (!items.classes.empty()) items.classes += ' ';
    items.classes += item.substr(1);
    return is_name(item.substr(1));
  }
  const std::size_t equals = item.find('=');
  if (equals == std::string_view::npos || !is_name(item.substr(0, equals))) return false;
  std::string_view value = item.substr(equals + 1);
  if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
    value = value.substr(1, value.size() - 2);
  items.others.append(" ").append(item.substr(0, equals)).append("=\"").append(value).append("\"");
  return value.find('"') == std::string_view::npos;
}

}  // namespace

std::optional<TrailingAttributes> trailing_attributes(std::string_view line) {
  const std::size_t open = line.rfind('{');
  if (open == std::string_view::npos || line.back() != '}') return std::nullopt;
  std::string_view inside = line.substr(open + 1, line.size() - open - 2);
  if (inside.find_first_of("<>{}%") != std::string_view::npos) return std::nullopt;
  Items items;
  while (!is_blank(inside)) {
    if (!add(next_item(inside), items)) return std::nullopt;
  }
  TrailingAttributes result;
  if (!items.id.empty()) result.html.append(" id=\"").append(items.id).append("\"");
  if (!items.classes.empty()) result.html.append(" class=\"").append(items.classes).append("\"");
  result.html += items.others;
  if (result.html.empty()) return std::nullopt;
  std::size_t begin = open;
  while (begin > 0 && is_space(line[begin - 1])) --begin;
  result.size = line.size() - begin;
  return result;
}

}  // namespace reliure::content
