#pragma once
// Shaping: characters to placed glyphs, in font units, by HarfBuzz.
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "text/font_library.h"

namespace reliure::text {

/// An OpenType feature: a tag such as `smcp` as a big-endian number, and its value (0 off, 1 on).
struct Feature {
  std::uint32_t tag = 0;
  std::uint32_t value = 1;
  friend constexpr auto operator<=>(const Feature&, const Feature&) = default;
};

/// `smcp` to its number; `name` has four characters.
constexpr std::uint32_t feature_tag(std::string_view name) {
  std::uint32_t tag = 0;
  for (int i = 0; i < 4; ++i) {
    tag = tag << 8 | static_cast<unsigned char>(name[static_cast<std::size_t>(i)]);
  }
  return tag;
}

/// How to shape a text: all of it in one face, script, direction and language.
struct ShapeRequest {
  FaceId face;
  std::span<const Feature> features;
  /// BCP 47.
  std::string_view language;
  /// ISO 15924 as a big-endian number; 0 lets the characters decide.
  std::uint32_t script = 0;
  bool right_to_left = false;
};

struct ShapedGlyph {
  std::uint16_t id = 0;
  /// Bytes from the cluster's start to the character that the glyph shows, as far as one can say: a mark's
  /// own, but the whole cluster's where its glyphs changed places.
  std::uint16_t within = 0;
  /// Byte offset in the shaped text: a letter with its marks is one cluster.
  std::uint32_t cluster = 0;
  /// In font units.
  std::int32_t advance = 0, dx = 0, dy = 0;
};

/// A shaped text, in visual order. Characters that show nothing, such as soft hyphens, leave no glyph; their
/// bytes belong to the cluster before or after.
struct ShapedText {
  std::vector<ShapedGlyph> glyphs;
  std::int64_t advance = 0;
  /// Some cluster has several glyphs: letters with marks of their own.
  bool has_marks = false;
};

/// Shapes, and remembers: the same words come back all through a book. One for each thread.
class Shaper {
 public:
  explicit Shaper(const FontLibrary& fonts);
  Shaper(Shaper&&) noexcept;
  ~Shaper();
  /// A shaper for another thread. What one of them has shaped the others know, too.
  Shaper sibling() const;
  /// The result stays valid as long as the shaper or a sibling.
  const ShapedText& shape(const ShapeRequest& request, std::string_view text);
  /// The same for `size` bytes of `text` from `begin` on, whose letters join with those around them. Offsets
  /// count from `begin`.
  const ShapedText& shape_within(const ShapeRequest& request, std::string_view text, std::uint32_t begin,
                                 std::uint32_t size);

 private:
  struct Cache;
  explicit Shaper(std::unique_ptr<Cache> cache);
  std::unique_ptr<Cache> cache_;
};

}  // namespace reliure::text
