#pragma once
// A hash that is the same in every run and on every machine.
#include <cstdint>
#include <string_view>

namespace reliure::base {

/// FNV-1a, 64 bits (Fowler, Noll and Vo).
constexpr std::uint64_t hash_of(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return hash;
}

}  // namespace reliure::base
