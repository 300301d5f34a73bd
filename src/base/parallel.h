#pragma once
// Work on several cores whose result does not depend on how many there are.
#include <cstddef>
#include <functional>

namespace reliure::base {

/// How many threads a stage may use; 0 means one for each core.
struct Jobs {
  unsigned count = 0;
};

/// Calls `work(i)` once for each `i` below `count`, on up to `jobs` threads, and returns when all are done.
/// Each call writes only to its own slot; `work` must not throw.
void parallel_for(std::size_t count, Jobs jobs, const std::function<void(std::size_t)>& work);

}  // namespace reliure::base
