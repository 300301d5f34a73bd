// Margin boxes: running heads and folios around the page (CSS Paged Media 3 §5).
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "layout/flow/decorate.h"
#include "layout/pages/assemble.h"
#include "layout/running.h"
#include "layout/set_text.h"

namespace reliure::layout {
namespace {

using base::Length;
using base::Rect;
using style::ComputedStyle;
using style::ContentPart;
using style::MarginBox;
using style::PageStyle;
using style::TextAlign;

/// Boxes that share one side of the page, in order from left or top.
using Side = std::array<MarginBox, 3>;
constexpr Side kTop{MarginBox::top_left, MarginBox::top_center, MarginBox::top_right};
constexpr Side kBottom{MarginBox::bottom_left, MarginBox::bottom_center, MarginBox::bottom_right};
constexpr Side kLeft{MarginBox::left_top, MarginBox::left_middle, MarginBox::left_bottom};
constexpr Side kRight{MarginBox::right_top, MarginBox::right_middle, MarginBox::right_bottom};

const ComputedStyle& style_of(const PageStyle& page, MarginBox box) {
  return page.boxes[static_cast<std::size_t>(box)];
}

/// What `string(NAME, WHICH)` says on the page (CSS GCPM 3 §1.2.2).
std::string string_value(const ContentPart& part, const PlannedPage& page) {
  const std::string* found = page.strings.find(part.value, part.separator);
  return found == nullptr ? std::string{} : *found;
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

/// The box without its padding and border.
Rect inside(const ComputedStyle& style, Rect area) {
  const auto edge = [&](std::size_t i) { return style.padding[i].length + style.border[i].width; };
  return {area.x + edge(3), area.y + edge(0), area.width - edge(3) - edge(1),
          area.height - edge(0) - edge(2)};
}

std::string content_text(const ComputedStyle& style, const PlannedPage& page, std::size_t page_count) {
  std::string text;
  for (const ContentPart& part : style.content.parts) {
    switch (part.kind) {
      case ContentPart::Kind::text:
        text += part.value;
        break;
      case ContentPart::Kind::counter:
        if (part.value == "page") {
          text += counter_text(page.number, part.counter_style);
        } else if (part.value == "pages") {
          text += counter_text(static_cast<std::int64_t>(page_count), part.counter_style);
        }
        break;
      case ContentPart::Kind::string:
        text += string_value(part, page);
        break;
      default:
        break;
    }
  }
  return text;
}

/// Lines of words, each as full as `width` allows; a word that is wider stands alone.
std::vector<SetText> wrap(const std::string& text, const ComputedStyle& style, Length width,
                          const TextSource& source, Setting& setting) {
  SetText whole = set_text(text, style, source, setting);
  std::vector<SetText> lines;
  if (whole.width <= width) {
    lines.push_back(std::move(whole));
    return lines;
  }
  std::string line;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string longer = (line.empty() ? "" : line + " ") + text.substr(begin, end - begin);
    if (!line.empty() && set_text(longer, style, source, setting).width > width) {
      lines.push_back(set_text(line, style, source, setting));
      line = text.substr(begin, end - begin);
    } else {
      line = longer;
    }
    begin = end + 1;
  }
  lines.push_back(set_text(line, style, source, setting));
  return lines;
}

/// Paints the margin boxes of one page.
class MarginPainter {
 public:
  MarginPainter(const PlannedPage& planned, std::size_t page_count, Setting& setting, Fragment& target)
      : planned_(planned),
        page_(*planned.style),
        page_count_(page_count),
        setting_(setting),
        target_(target) {}

  void paint_all() {
    const Rect body = page_body(page_);
    const base::Edges& margin = page_.margin;
    const Length right = page_.size.width - margin.right;
    const Length bottom = page_.size.height - margin.bottom;
    paint_row(kTop, {body.x, {}, body.width, margin.top});
    paint_row(kBottom, {body.x, bottom, body.width, margin.bottom});
    paint_column(kLeft, {{}, body.y, margin.left, body.height}, TextAlign::center);
    paint_column(kRight, {right, body.y, margin.right, body.height}, TextAlign::center);
    paint_box(MarginBox::top_left_corner, {{}, {}, margin.left, margin.top}, TextAlign::right);
    paint_box(MarginBox::top_right_corner, {right, {}, margin.right, margin.top}, TextAlign::left);
    paint_box(MarginBox::bottom_left_corner, {{}, bottom, margin.left, margin.bottom}, TextAlign::right);
    paint_box(MarginBox::bottom_right_corner, {right, bottom, margin.right, margin.bottom}, TextAlign::left);
  }

 private:
  TextSource source() const {
    return {book::kRoot, book::Role::pagination, setting_.manuscript().metadata.language, {}};
  }

  std::string text_of(MarginBox box) const {
    return content_text(style_of(page_, box), planned_, page_count_);
  }

  bool shows_element(MarginBox box) const {
    return element_of(style_of(page_, box), planned_) != book::kNoNode;
  }

  Length wanted_width(MarginBox box) {
    const ComputedStyle& style = style_of(page_, box);
    if (const book::NodeId element = element_of(style, planned_); element != book::kNoNode) {
      return running_width(element, setting_) + style.padding[1].length + style.padding[3].length +
             style.border[1].width + style.border[3].width;
    }
    const std::string text = text_of(box);
    return text.empty() ? Length{} : set_text(text, style, source(), setting_).width;
  }

  /// Three boxes beside each other: each as wide as its text, cut down together where they do not fit; a
  /// centred one leaves the same room on both sides (CSS Paged Media 3 §5.3.2.1, for boxes of automatic
  /// width).
  void paint_row(const Side& side, Rect area) {
    std::array<Length, 3> widths;
    Length sum;
    for (std::size_t i = 0; i < 3; ++i) {
      widths[i] = wanted_width(side[i]);
      sum += widths[i];
    }
    if (sum > area.width) {
      for (Length& width : widths) {
        width = base::scaled(area.width, width.raw / 1024, std::max<std::int64_t>(1, sum.raw / 1024));
      }
    }
    const bool alone_left = widths[1].raw == 0 && widths[2].raw == 0;
    const bool alone_right = widths[0].raw == 0 && widths[1].raw == 0;
    const bool alone_middle = widths[0].raw == 0 && widths[2].raw == 0;
    widths[1] = alone_middle && shows_element(side[1]) ? area.width : widths[1];
    const Length left = alone_left ? area.width : widths[0];
    const Length right = alone_right ? area.width : widths[2];
    paint_box(side[0], {area.x, area.y, left, area.height}, TextAlign::left);
    paint_box(side[1], {area.x + (area.width - widths[1]) / 2, area.y, widths[1], area.height},
              TextAlign::center);
    paint_box(side[2], {area.right() - right, area.y, right, area.height}, TextAlign::right);
  }

  void paint_column(const Side& side, Rect area, TextAlign align) {
    const Length third = area.height / 3;
    for (std::size_t i = 0; i < 3; ++i) {
      paint_box(side[i], {area.x, area.y + third * static_cast<std::int64_t>(i), area.width, third}, align);
    }
  }

  void paint_box(MarginBox box, Rect area, TextAlign default_align) {
    const ComputedStyle& style = style_of(page_, box);
    const std::string text = text_of(box);
    if (style.content.parts.empty()) {
      return;
    }
    decorate({style, book::kRoot, setting_.input.pictures.get()}, area, {}, target_);
    if (shows_element(box)) {
      paint_element(style, inside(style, area));
      return;
    }
    if (text.empty()) {
      return;
    }
    const Rect inner{area.x + style.padding[3].length, area.y + style.padding[0].length,
                     area.width - style.padding[3].length - style.padding[1].length,
                     area.height - style.padding[0].length - style.padding[2].length};
    const std::vector<SetText> lines = wrap(text, style, inner.width, source(), setting_);
    const TextAlign align = style.text_align == TextAlign::start || style.text_align == TextAlign::justify
                                ? default_align
                                : style.text_align;
    Length y = top_of(style, inner, style.line_height * static_cast<std::int64_t>(lines.size()));
    for (const SetText& line : lines) {
      append(line.content, {inner.x + shift_of(align, inner.width - line.width), y + baseline_of(style)},
             target_);
      y += style.line_height;
    }
  }

  static Length shift_of(TextAlign align, Length free) {
    if (align == TextAlign::center) {
      return free / 2;
    }
    return align == TextAlign::right || align == TextAlign::end ? free : Length{};
  }

  void paint_element(const ComputedStyle& style, Rect area) {
    const RunningBlock block = set_running(element_of(style, planned_), area.width, setting_);
    append(block.content, {area.x, top_of(style, area, block.height)}, target_);
  }

  static Length top_of(const ComputedStyle& style, Rect area, Length height) {
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
