#pragma once
// Matching by CSS Fonts 4 §5.2: from family names, weight and style to a face. Not for other rooms.
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "book/font.h"
#include "text/font_library.h"

namespace reliure::text {

/// The faces of one family, in the library's order.
struct Family {
  /// In lower case.
  std::string name;
  bool serif = false;
  bool monospaced = false;
  std::vector<FaceId> faces;
};

/// Families in the order of their first faces.
std::vector<Family> group_families(std::span<const book::Font> fonts);

/// The family of a name (ASCII letters in any case) or the first one of a generic name; null when there is
/// none.
const Family* find_family(std::span<const Family> families, std::string_view name);

struct FontStyle {
  std::uint16_t weight = 400;
  bool italic = false;
};

/// The nearest of `faces`, which is not empty: the style first, then the weight.
FaceId nearest_face(std::span<const book::Font> fonts, std::span<const FaceId> faces, FontStyle wanted);

}  // namespace reliure::text
