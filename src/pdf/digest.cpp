#include "pdf/digest.h"

namespace reliure::pdf {

namespace {

/// The finalizer of splitmix64 (Steele, Lea and Flood 2014): each input bit reaches every output bit.
std::uint64_t mix(std::uint64_t value) {
  value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9;
  value = (value ^ value >> 27) * 0x94D049BB133111EB;
  return value ^ value >> 31;
}

/// Up to eight bytes as a little-endian number, whatever the machine.
std::uint64_t word(std::string_view bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = bytes.size(); i-- > 0;) {
    value = value << 8 | static_cast<unsigned char>(bytes[i]);
  }
  return value;
}

}  // namespace

void Digest::add(std::string_view bytes) {
  state_[1] += bytes.size();
  for (std::size_t at = 0; at < bytes.size(); at += 8) {
    state_[0] = mix(state_[0] ^ word(bytes.substr(at, 8)));
    state_[1] = (state_[1] ^ state_[0]) * 0x9E3779B97F4A7C15;
  }
  state_[1] = mix(state_[1] + state_[0]);
}

std::string Digest::bytes() const {
  std::string out;
  for (const std::uint64_t half : state_) {
    for (int shift = 0; shift < 64; shift += 8) {
      out += static_cast<char>(half >> shift & 0xFF);
    }
  }
  return out;
}

std::string Digest::tag() const {
  std::string out;
  std::uint64_t value = state_[0];
  for (int i = 0; i < 6; ++i, value /= 26) {
    out += static_cast<char>('A' + value % 26);
  }
  return out;
}

}  // namespace reliure::pdf
