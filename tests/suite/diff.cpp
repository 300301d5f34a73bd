#include "suite/diff.h"

#include <algorithm>
#include <vector>

#include "suite/case.h"

namespace reliure::suite {

std::string diff(std::string_view expected, std::string_view seen) {
  const std::vector<std::string_view> a = lines_of(expected);
  const std::vector<std::string_view> b = lines_of(seen);
  // common[i][j]: the longest common subsequence of the lines from i and from j.
  std::vector<std::vector<std::size_t>> common(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      common[i][j] = a[i] == b[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
    }
  }
  std::string out;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() || j < b.size()) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      out.append("  ").append(a[i++]).append("\n");
      ++j;
    } else if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
      out.append("- ").append(a[i++]).append("\n");
    } else {
      out.append("+ ").append(b[j++]).append("\n");
    }
  }
  return out;
}

}  // namespace reliure::suite
