#pragma once
// Boxes, glue and penalties (Knuth and Plass 1981, §1), all in integers: what the breaker sees of a
// paragraph.
#include <cstdint>

#include "base/length.h"

namespace reliure::layout {

using base::Length;

/// A line never ends at an item of this cost, and always at one of the other.
inline constexpr std::int32_t kForbidden = 10000;
inline constexpr std::int32_t kForced = -10000;

enum class ItemType : std::uint8_t {
  box,      ///< Set as it is.
  glue,     ///< A space: stretches and shrinks, vanishes where the line ends.
  penalty,  ///< Nothing but a place where the line may end; `width` counts only if it does.
};

/// What an item sets; `Item::index` says which one.
enum class Content : std::uint8_t {
  none,
  word,    ///< Text `begin..end`, part of `Paragraph::words[index]`
  space,   ///< The same, for one space
  edge,    ///< The opening or closing edge `Collected::edges[index]` of an inline box
  image,   ///< The picture `Collected::objects[index]`
  atom,    ///< The inline-block `Collected::objects[index]`
  leader,  ///< The leader `Collected::objects[index]`, which fills the line
};

struct Item {
  ItemType type = ItemType::box;
  Content content = Content::none;
  /// A hyphen is set if the line ends here.
  bool hyphen = false;
  /// The line then ends in a hyphen, be it set or written (Knuth and Plass's flagged penalties): two in a row
  /// show.
  bool flagged = false;
  /// The cost of ending the line here; boxes are `kForbidden`.
  std::int32_t penalty = kForbidden;
  Length width, stretch, shrink;
  /// By how much its letters may be fitted to the line: made wider or narrower.
  Length give;
  /// By how much its marks may stand out of the measure where a line starts or ends with it (protrusion); for
  /// a hyphen that of the hyphen.
  Length hang_start, hang_end;
  /// Bytes of the paragraph's text.
  std::uint32_t begin = 0, end = 0;
  std::uint32_t index = 0;
};

}  // namespace reliure::layout
