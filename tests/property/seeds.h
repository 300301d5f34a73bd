#pragma once
// The seeds of a run: `RELIURE_SEED=N` tries that one alone, `RELIURE_SEEDS=N` tries more than the usual few.
#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <string>

namespace reliure::laws {

inline std::uint64_t number_in(const char* variable, std::uint64_t otherwise) {
  const char* value = std::getenv(variable);
  return value == nullptr ? otherwise : std::strtoull(value, nullptr, 10);
}

/// Calls `check` with each seed, from 1 to `usual` unless the environment says otherwise. What fails names
/// its seed.
template <class Check>
void for_each_seed(std::uint64_t usual, Check check) {
  const std::uint64_t only = number_in("RELIURE_SEED", 0);
  const std::uint64_t last = only != 0 ? only : number_in("RELIURE_SEEDS", usual);
  for (std::uint64_t seed = only != 0 ? only : 1; seed <= last; ++seed) {
    SCOPED_TRACE("RELIURE_SEED=" + std::to_string(seed));
    check(seed);
  }
}

}  // namespace reliure::laws
