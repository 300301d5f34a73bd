// Margin boxes: running heads and folios around the page (CSS Paged Media 3 §5).
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "layout/flow/decorate.h"
#include "layout/pages/assemble.h"
#include "layout/pages/margin_sizes.h"
#include "layout/pages/margin_text.h"
#include "layout/running.h"

namespace reliure::layout {
namespace {

using base::Length;
using base::Rect;
using style::ComputedStyle;
using style::ContentPart;
using style::Dimension;
using style::MarginBox;
using style::PageStyle;
using style::TextAlign;

/// Boxes that share one side of the page, in order from left or top.
using Side = std::array<MarginBox, 3>;
constexpr Side kTop{MarginBox::top_left, MarginBox::top_center, MarginBox::top_right};
constexpr Side kBottom{MarginBox::bottom_left, MarginBox::bottom_center, MarginBox::bottom_right};
constexpr Side kLeft{MarginBox::left_top, MarginBox::left_middle, MarginBox::left_bottom};
constexpr Side kRight{MarginBox::right_top, MarginBox::right_middle, MarginBox::right_bottom};

/// Wider than any sheet: text that asks for more gets no more for it.
constexpr Length kWidest = base::points(100'000);

/// Which end of its margin touches the text: a box that does not fill the margin stands there.
enum class Inner : std::uint8_t { end, start };

/// One axis of a box: its size properties, and its edges before and after the content.
struct Axis {
  const Dimension &size, &least, &most;
  const Dimension &margin_before, &margin_after;
  Length padding;

  Length margins(Length reference) const {
    return margin_before.resolve(reference) + margin_after.resolve(reference);
  }
};

Length edge(const ComputedStyle& style, std::size_t side, Length reference) {
  return style.padding[side].resolve(reference) + style.border[side].width;
}

Axis across(const ComputedStyle& style, Length reference) {
  return {style.width,     style.min_width, style.max_width,
          style.margin[3], style.margin[1], edge(style, 1, reference) + edge(style, 3, reference)};
}

Axis along_height(const ComputedStyle& style, Length reference) {
  return {style.height,    style.min_height, style.max_height,
          style.margin[0], style.margin[2],  edge(style, 0, reference) + edge(style, 2, reference)};
}

/// A size property as that of the margin's whole box; nothing for `auto` and `none`.
std::optional<Length> outer(const Dimension& wanted, const Axis& axis, bool border_box, Length reference) {
  if (wanted.automatic) return std::nullopt;
  const Length own = wanted.resolve(reference);
  return axis.margins(reference) + (border_box ? base::max(own, axis.padding) : own + axis.padding);
}

/// The box in a margin's thickness, from `begin` on: all of it, unless a style gives it a size (§5.3.3).
SidePlace in_margin(const Axis& axis, bool border_box, Length thickness, Inner inner) {
  Length size = outer(axis.size, axis, border_box, thickness).value_or(thickness);
  if (const auto most = outer(axis.most, axis, border_box, thickness)) size = base::min(size, *most);
  if (const auto least = outer(axis.least, axis, border_box, thickness)) size = base::max(size, *least);
  return {inner == Inner::end ? thickness - size : Length{}, size};
}

const ComputedStyle& style_of(const PageStyle& page, MarginBox box) {
  return page.boxes[static_cast<std::size_t>(box)];
}

/// The running element that a box shows on the page, or `kNoNode`.
book::NodeId element_of(const ComputedStyle& style, const PlannedPage& page) {
  for (const ContentPart& part : style.content.parts) {
    if (part.kind == ContentPart::Kind::element) {
      const book::NodeId* found = page.elements.find(part.value, part.separator);
      return found == nullptr ? book::kNoNode : *found;
    }
  }
  return book::kNoNode;
}

/// The border box in a margin box's area.
Rect without_margins(const ComputedStyle& style, Rect area) {
  const auto margin = [&](std::size_t side) {
    return style.margin[side].resolve(side % 2 == 0 ? area.height : area.width);
  };
  return {area.x + margin(3), area.y + margin(0), area.width - margin(3) - margin(1),
          area.height - margin(0) - margin(2)};
}

/// The box without its padding and border.
Rect inside(const ComputedStyle& style, Rect area) {
  const auto inset = [&](std::size_t side) {
    return edge(style, side, side % 2 == 0 ? area.height : area.width);
  };
  return {area.x + inset(3), area.y + inset(0), area.width - inset(3) - inset(1),
          area.height - inset(0) - inset(2)};
}

Length top_of(const ComputedStyle& style, Rect area, Length height) {
  const Length free = area.height - height;
  switch (style.vertical_align) {
    case style::VerticalAlign::top:
      return area.y;
    case style::VerticalAlign::bottom:
      return area.y + free;
    default:
      return area.y + free / 2;
  }
}

Length shift_of(TextAlign align, Length free) {
  if (align == TextAlign::center) return free / 2;
  return align == TextAlign::right || align == TextAlign::end ? free : Length{};
}

/// `at` moved so that what is `size` long does not leave the sheet, as far as it fits.
Length on_sheet(Length at, Length size, Length sheet) { return base::max({}, base::min(at, sheet - size)); }

/// Paints the margin boxes of one page.
class MarginPainter {
 public:
  MarginPainter(const PlannedPage& planned, std::size_t page_count, Setting& setting, Fragment& target)
      : planned_(planned),
        page_(*planned.style),
        page_count_(page_count),
        setting_(setting),
        target_(target) {}

  /// Not over a picture that is there instead.
  void paint_all() {
    const Reach reach = reach_on(planned_);
    if (reach == Reach::sheet) return;
    const bool has_top = reach == Reach::none;
    const Rect body = page_body(page_);
    const base::Edges& margin = page_.margin;
    const Length right = page_.size.width - margin.right;
    const Length bottom = page_.size.height - margin.bottom;
    if (has_top) paint_row(kTop, {body.x, {}, body.width, margin.top}, Inner::end);
    paint_row(kBottom, {body.x, bottom, body.width, margin.bottom}, Inner::start);
    paint_column(kLeft, {{}, body.y, margin.left, body.height}, Inner::end);
    paint_column(kRight, {right, body.y, margin.right, body.height}, Inner::start);
    if (has_top) paint_top_corners(right);
    paint_corner(MarginBox::bottom_left_corner, {{}, bottom, margin.left, margin.bottom}, Inner::end,
                 Inner::start);
    paint_corner(MarginBox::bottom_right_corner, {right, bottom, margin.right, margin.bottom}, Inner::start,
                 Inner::start);
  }

 private:
  void paint_top_corners(Length right) {
    const base::Edges& margin = page_.margin;
    paint_corner(MarginBox::top_left_corner, {{}, {}, margin.left, margin.top}, Inner::end, Inner::end);
    paint_corner(MarginBox::top_right_corner, {right, {}, margin.right, margin.top}, Inner::start,
                 Inner::end);
  }

  std::string text_of(MarginBox box) const {
    return margin_text(style_of(page_, box), planned_, page_count_);
  }

  /// Whether the box takes room: one that has nothing to say on this page leaves it to its neighbours.
  bool exists(MarginBox box) const {
    const ComputedStyle& style = style_of(page_, box);
    return !style.content.parts.empty() &&
           (is_decorated(style) || element_of(style, planned_) != book::kNoNode || !text_of(box).empty());
  }

  /// What the boxes of a row ask for; their content is measured only where several have to share.
  void paint_row(const Side& side, Rect area, Inner inner) {
    std::array<SideBox, 3> boxes;
    const bool shared = std::ranges::count_if(side, [&](MarginBox box) { return exists(box); }) > 1;
    for (std::size_t i = 0; i < 3; ++i) {
      const ComputedStyle& style = style_of(page_, side[i]);
      const Axis axis = across(style, area.width);
      boxes[i] = side_box(side[i], axis, area.width);
      if (shared && boxes[i].exists && !boxes[i].size) {
        const InlineSize content = content_widths(side[i]);
        const Length edges = axis.padding + axis.margins(area.width);
        boxes[i].min_content = base::min(content.min_content, kWidest) + edges;
        boxes[i].max_content = base::min(content.max_content, kWidest) + edges;
      }
    }
    const std::array<SidePlace, 3> places = share_side(boxes, area.width);
    for (std::size_t i = 0; i < 3; ++i) {
      const ComputedStyle& style = style_of(page_, side[i]);
      const SidePlace down =
          in_margin(along_height(style, area.height), style.border_box, area.height, inner);
      paint_box(side[i], {area.x + places[i].at, area.y + down.at, places[i].size, down.size});
    }
  }

  void paint_column(const Side& side, Rect area, Inner inner) {
    std::array<SideBox, 3> boxes;
    std::array<SidePlace, 3> widths;
    const bool shared = std::ranges::count_if(side, [&](MarginBox box) { return exists(box); }) > 1;
    for (std::size_t i = 0; i < 3; ++i) {
      const ComputedStyle& style = style_of(page_, side[i]);
      const Axis axis = along_height(style, area.height);
      boxes[i] = side_box(side[i], axis, area.height);
      widths[i] = in_margin(across(style, area.width), style.border_box, area.width, inner);
      if (shared && boxes[i].exists && !boxes[i].size) {
        const Rect own = inside(style, without_margins(style, {{}, {}, widths[i].size, area.height}));
        const Length edges = axis.padding + axis.margins(area.height);
        boxes[i].min_content = boxes[i].max_content =
            base::min(content_height(side[i], own.width), kWidest) + edges;
      }
    }
    const std::array<SidePlace, 3> places = share_side(boxes, area.height);
    for (std::size_t i = 0; i < 3; ++i) {
      paint_box(side[i], {area.x + widths[i].at, area.y + places[i].at, widths[i].size, places[i].size});
    }
  }

  void paint_corner(MarginBox box, Rect area, Inner across_inner, Inner down_inner) {
    const ComputedStyle& style = style_of(page_, box);
    const SidePlace wide = in_margin(across(style, area.width), style.border_box, area.width, across_inner);
    const SidePlace down =
        in_margin(along_height(style, area.height), style.border_box, area.height, down_inner);
    paint_box(box, {area.x + wide.at, area.y + down.at, wide.size, down.size});
  }

  SideBox side_box(MarginBox box, const Axis& axis, Length reference) const {
    const bool border_box = style_of(page_, box).border_box;
    SideBox made;
    made.exists = exists(box);
    if (made.exists) {
      made.size = outer(axis.size, axis, border_box, reference);
      made.least = outer(axis.least, axis, border_box, reference);
      made.most = outer(axis.most, axis, border_box, reference);
    }
    return made;
  }

  InlineSize content_widths(MarginBox box) {
    const ComputedStyle& style = style_of(page_, box);
    const book::NodeId element = element_of(style, planned_);
    return element != book::kNoNode ? running_width(element, setting_)
                                    : measure_margin_text(text_of(box), style, setting_);
  }

  Length content_height(MarginBox box, Length width) {
    const ComputedStyle& style = style_of(page_, box);
    const book::NodeId element = element_of(style, planned_);
    if (element != book::kNoNode) return set_running(element, width, setting_).height;
    const std::size_t lines = set_margin_text(text_of(box), style, width, setting_).size();
    return style.line_height * static_cast<std::int64_t>(lines);
  }

  void paint_box(MarginBox box, Rect area) {
    const ComputedStyle& style = style_of(page_, box);
    if (style.content.parts.empty()) {
      return;
    }
    const Rect border = without_margins(style, area);
    decorate({style, book::kRoot, setting_.input.pictures.get()}, border, {}, target_);
    const Rect content = inside(style, border);
    if (const book::NodeId element = element_of(style, planned_); element != book::kNoNode) {
      paint_element(style, element, content);
    } else if (const std::string text = text_of(box); !text.empty()) {
      paint_lines(style, text, content);
    }
  }

  /// Lines that are higher than their margin, or wider than their box, stay on the sheet all the same.
  void paint_lines(const ComputedStyle& style, const std::string& text, Rect area) {
    const std::vector<SetText> lines = set_margin_text(text, style, area.width, setting_);
    const Length height = style.line_height * static_cast<std::int64_t>(lines.size());
    Length y = on_sheet(top_of(style, area, height), height, page_.size.height);
    for (const SetText& line : lines) {
      const Length x = area.x + shift_of(style.text_align, area.width - line.width);
      append(line.content, {on_sheet(x, line.width, page_.size.width), y + baseline_of(style)}, target_);
      y += style.line_height;
    }
  }

  void paint_element(const ComputedStyle& style, book::NodeId element, Rect area) {
    const RunningBlock block = set_running(element, area.width, setting_);
    const Length y = on_sheet(top_of(style, area, block.height), block.height, page_.size.height);
    append(block.content, {area.x, y}, target_);
  }

  /// The baseline from the top of a line: the font's ascent and descent are centred in the line's height.
  Length baseline_of(const ComputedStyle& style) const {
    const text::FontLibrary& fonts = setting_.input.fonts;
    const book::Font& font = fonts.font(fonts.match({style.font_families, style.font_weight, style.italic}));
    const Length ascent = base::scaled(style.font_size, font.ascent, font.units_per_em);
    const Length descent = base::scaled(style.font_size, -font.descent, font.units_per_em);
    return (style.line_height - ascent - descent) / 2 + ascent;
  }

  const PlannedPage& planned_;
  const PageStyle& page_;
  std::size_t page_count_;
  Setting& setting_;
  Fragment& target_;
};

}  // namespace

void paint_margin_boxes(const PlannedPage& planned, std::size_t page_count, Setting& setting,
                        Fragment& target) {
  MarginPainter(planned, page_count, setting, target).paint_all();
}

}  // namespace reliure::layout
