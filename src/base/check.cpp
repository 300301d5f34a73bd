#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace reliure::base {

void fail(std::string_view message) {
  std::fprintf(stderr, "reliure: internal error: %.*s\n", static_cast<int>(message.size()), message.data());
  std::abort();
}

}  // namespace reliure::base
