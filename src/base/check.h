#pragma once
// Bugs of ours end the program with a message; mistakes of the user never come here.
#include <string_view>

namespace reliure::base {

/// Prints `message` as an internal error, then aborts. A message names one place in the code.
[[noreturn]] void fail(std::string_view message);

/// Aborts unless `condition` holds. For invariants of the program, never for input.
inline void check(bool condition, std::string_view message) {
  if (!condition) [[unlikely]] {
    fail(message);
  }
}

}  // namespace reliure::base
