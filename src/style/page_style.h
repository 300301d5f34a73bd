#pragma once
// What `@page` rules decide for one page.
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/geometry.h"
#include "style/computed_style.h"

namespace reliure::style {

/// The sixteen margin boxes (CSS Paged Media 3 §4.2), clockwise from the top left corner.
enum class MarginBox : std::uint8_t {
  top_left_corner,
  top_left,
  top_center,
  top_right,
  top_right_corner,
  right_top,
  right_middle,
  right_bottom,
  bottom_right_corner,
  bottom_right,
  bottom_center,
  bottom_left,
  bottom_left_corner,
  left_bottom,
  left_middle,
  left_top,
};
inline constexpr std::size_t kMarginBoxes = 16;

struct PageStyle {
  base::Size size;
  /// `size` names an orientation: the edition's own paper is turned to it.
  std::optional<bool> landscape;
  base::Edges margin;
  base::Edges bleed;
  /// `marks: crop` and `cross`.
  bool crop_marks = false;
  bool registration_marks = false;
  /// By how much the space between blocks may grow so that the last line stands at the foot, in per cent
  /// (`-reliure-flush-bottom`).
  std::uint8_t flush_bottom = 0;
  /// Of the sheet, out to the bleed.
  Color background{0, 0, 0, 0};
  std::vector<BackgroundLayer> background_layers;
  /// A box whose content has no parts is not there.
  std::array<ComputedStyle, kMarginBoxes> boxes;
  /// The note area (`@footnote`): its border, padding and margin.
  ComputedStyle footnote_area;
  /// What the page itself does to counters; `page` alone has an effect.
  std::vector<CounterChange> counter_reset, counter_increment, counter_set;
};

/// The paper with its longer side across or upright.
base::Size turned(base::Size size, bool landscape);

/// Which page a style is asked for.
struct PageSelector {
  /// The named page, or empty.
  std::string_view name;
  bool left = false;
  /// The first of a run of pages of this name: `NAME:first`.
  bool first = false;
  bool blank = false;
  /// The first page of the book: `:first` without a name.
  bool opens_book = false;
};

}  // namespace reliure::style
