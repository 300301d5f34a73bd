#pragma once
// Colours and pictures in the four inks of a press, and pictures in such inks as colours again.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/geometry.h"
#include "book/picture.h"
#include "image/icc.h"

namespace reliure::image {

/// The inks of one press. Several threads may ask at once.
class Inks {
 public:
  /// `profile` is one that `press_fault` finds no fault with; it outlives this.
  explicit Inks(std::string_view profile);

  /// Cyan, magenta, yellow and black. Greys are black alone: text in four inks would show each that is a hair
  /// off its place, and white is none.
  std::array<std::uint8_t, 4> of(base::Color color) const;
  /// The picture in inks where it has colours. Greys and inks stay what they are; of a picture's colours even
  /// black is what the profile says.
  book::Raster of(const book::Raster& raster) const;
  std::string_view profile() const { return profile_; }

 private:
  std::string_view profile_;
  Conversion of_srgb_;
};

/// A picture in inks as sRGB: by its own profile, else each ink as if it took its part of the light.
book::Raster in_rgb(const book::Raster& raster);

}  // namespace reliure::image
