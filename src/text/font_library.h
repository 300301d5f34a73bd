#pragma once
// The fonts at hand: which face serves a request, and what it measures.
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "book/font.h"

namespace reliure::text {

/// A face of one library; also its index in `FontLibrary::fonts()`.
struct FaceId {
  std::uint16_t value = 0;
  friend constexpr auto operator<=>(FaceId, FaceId) = default;
};

/// What a style asks for.
struct FontRequest {
  /// In order of preference; the generic names serif, sans-serif, system-ui and monospace are understood.
  std::span<const std::string> families;
  std::uint16_t weight = 400;
  bool italic = false;
};

/// Owns the faces. Immutable after construction and safe to use from several threads.
class FontLibrary {
 public:
  /// Opens each font from its `file` and fills in its names and measures; a font without `family` also takes
  /// that, its weight and its style from the file. A file that is no OpenType font is reported and left out;
  /// so is a library that ends up without fonts, from which nothing can be matched.
  FontLibrary(std::vector<book::Font> fonts, base::Diagnostics& diagnostics);
  FontLibrary(FontLibrary&&) noexcept;
  FontLibrary& operator=(FontLibrary&&) noexcept;
  ~FontLibrary();

  std::span<const book::Font> fonts() const;
  const book::Font& font(FaceId face) const { return fonts()[face.value]; }
  /// The first family that the library has, in the nearest weight and style (CSS Fonts 4 §5.2); the
  /// library's first family when it has none of them.
  FaceId match(const FontRequest& request) const;
  /// Whether the face shows the character, be it from others (spaces, accents) or as nothing (soft hyphens).
  bool covers(FaceId face, char32_t character) const;
  /// Whether the face has a feature of OpenType (`smcp`) by its tag.
  bool has_feature(FaceId face, std::uint32_t tag) const;
  /// The first face that has the character, preferring the weight and style of `like`.
  std::optional<FaceId> fallback(char32_t character, FaceId like) const;

  /// For the other files of this room: HarfBuzz's font at the scale of its units.
  struct Face;
  const Face& face(FaceId face) const;

 private:
  struct Faces;
  std::unique_ptr<Faces> faces_;
};

}  // namespace reliure::text
