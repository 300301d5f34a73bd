#pragma once
// Random manuscripts: Markdown and HTML that an author could write, and some that no author would.
#include <cstdint>
#include <string>

namespace reliure::laws {

/// Splitmix64 (Steele, Lea, Flood 2014): the same numbers from a seed on every machine.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  /// From 0 to `count` - 1.
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
  bool one_in(std::size_t count) { return below(count) == 0; }

 private:
  std::uint64_t state_;
};

/// A page of Markdown with lists, tables, notes, code, quotations and raw HTML in each other.
std::string random_page(Random& random);

/// A style sheet that makes pages small and changes how they break.
std::string random_style(Random& random);

}  // namespace reliure::laws
