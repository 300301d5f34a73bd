#pragma once
// ICC profiles (ICC.1:2004-10): what they say of themselves, and samples from one to another.
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "book/picture.h"

namespace reliure::image {

/// Why the file is no profile that a press prints by, as it follows its name: `has no tables of inks`. Empty
/// when it is one: of class output, in four inks, of a version that PDF knows.
std::string press_fault(std::string_view profile);

/// The profile's own name, in ASCII.
std::string profile_name(std::string_view profile);

/// The profile of a picture whose samples are of `space`, as a PDF may hold it; empty where the profile is
/// damaged or not for such samples, and where it says no other colours than sRGB does.
base::Bytes own_profile(std::string_view profile, book::ColorSpace space);

/// From the 8-bit samples of one colour space to those of another: relative colorimetric, the blackest
/// becomes the blackest. Calls from several threads do not disturb each other.
class Conversion {
 public:
  /// Profiles of class input, display, output or colour space. An empty `from` or `to` is sRGB, whatever its
  /// space says. Nothing when either is damaged or not of its space.
  static std::optional<Conversion> open(std::string_view from, book::ColorSpace from_space,
                                        std::string_view to, book::ColorSpace to_space);
  void operator()(const char* from, char* to, std::size_t pixels) const;

 private:
  explicit Conversion(std::shared_ptr<void> transform);
  std::shared_ptr<void> transform_;
};

/// Interleaved samples of a pixel.
constexpr std::size_t channels_of(book::ColorSpace space) {
  return space == book::ColorSpace::gray ? 1 : space == book::ColorSpace::rgb ? 3 : 4;
}

}  // namespace reliure::image
