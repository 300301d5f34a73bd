#pragma once
// A fingerprint of content, for the file's identifier and the names of font subsets. Not for secrets.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace reliure::pdf {

/// 128 bits over everything that was added, in order; the same on every machine.
class Digest {
 public:
  void add(std::string_view bytes);
  /// Sixteen bytes.
  std::string bytes() const;
  /// Six capital letters: the tag of a font subset (ISO 32000-1 §9.6.4).
  std::string tag() const;

 private:
  std::array<std::uint64_t, 2> state_ = {0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F};
};

}  // namespace reliure::pdf
