#include "content/fence.h"

#include <algorithm>

#include "content/ascii.h"

namespace reliure::content {

std::string_view without_indent(std::string_view line) {
  std::size_t indent = 0;
  while (indent < 3 && indent < line.size() && line[indent] == ' ') ++indent;
  return line.substr(indent);
}

void Fence::see(std::string_view line) {
  const std::string_view mark = without_indent(line);
  if (mark.empty() || (mark[0] != '`' && mark[0] != '~')) return;
  const std::size_t length = std::min(mark.find_first_not_of(mark[0]), mark.size());
  if (open()) {
    const bool closes = mark[0] == character && length >= size && is_blank(mark.substr(length));
    if (closes) size = 0;
  } else if (length >= 3 && (mark[0] == '~' || mark.find('`', length) == std::string_view::npos)) {
    character = mark[0];
    size = length;
  }
}

}  // namespace reliure::content
