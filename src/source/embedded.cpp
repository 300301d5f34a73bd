#include "source/embedded.h"

namespace reliure::source {

std::optional<std::string_view> embedded(std::string_view path) {
  std::size_t low = 0;
  for (std::size_t high = embedded_count(); low < high;) {
    const std::size_t middle = low + (high - low) / 2;
    if (embedded_at(middle).path < path) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == embedded_count() || embedded_at(low).path != path) {
    return std::nullopt;
  }
  return embedded_at(low).content;
}

}  // namespace reliure::source
