#include "layout/dump.h"

namespace reliure::layout {
namespace {

using base::Length;

/// Points to three decimals, without float.
std::string number(Length length) {
  std::int64_t thousandths = base::scaled(length, 1000, base::kUnitsPerPoint).raw;
  std::string text = thousandths < 0 ? "-" : "";
  thousandths = thousandths < 0 ? -thousandths : thousandths;
  text += std::to_string(thousandths / 1000);
  if (const std::int64_t fraction = thousandths % 1000; fraction != 0) {
    std::string digits = std::to_string(1000 + fraction).substr(1);
    while (digits.back() == '0') {
      digits.pop_back();
    }
    text += "." + digits;
  }
  return text;
}

std::string rectangle(const base::Rect& area) {
  return number(area.x) + "," + number(area.y) + " " + number(area.width) + "x" + number(area.height);
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char character : text) {
    if (character == '"' || character == '\\') {
      out += '\\';
    }
    out += character == '\n' ? ' ' : character;
  }
  return out + "\"";
}

std::string_view role_name(book::Role role) {
  switch (role) {
    case book::Role::content:
      return "";
    case book::Role::pagination:
      return " (pagination)";
    case book::Role::layout:
      return " (layout)";
    case book::Role::repeated:
      return " (repeated)";
    case book::Role::note_call:
      return " (call)";
    case book::Role::note_number:
      return " (number)";
  }
  return "";
}

std::string node_name(book::NodeId node, const book::Manuscript& manuscript) {
  if (node == book::kNoNode) {
    return "-";
  }
  return std::string(book::name(manuscript[node].kind)) + "/" + std::to_string(node.value);
}

/// What is around the trimmed page, if anything.
std::string frame_of(const book::Page& page) {
  std::string out;
  if (page.bleed != base::Edges{}) {
    out += " bleed " + number(page.bleed.top) + " " + number(page.bleed.right) + " " +
           number(page.bleed.bottom) + " " + number(page.bleed.left);
  }
  return page.marks.empty() ? out : out + " " + std::to_string(page.marks.size()) + " marks";
}

/// The box around the points.
base::Rect bounds(const book::Outline& outline) {
  base::Point low = outline.points.empty() ? base::Point{} : outline.points.front();
  base::Point high = low;
  for (const base::Point point : outline.points) {
    low = {base::min(low.x, point.x), base::min(low.y, point.y)};
    high = {base::max(high.x, point.x), base::max(high.y, point.y)};
  }
  return {low.x, low.y, high.x - low.x, high.y - low.y};
}

/// `#ff0000`, with the opacity behind where it is not opaque; `gradient`, `registration`.
std::string paint_name(const book::Paint& paint) {
  if (const auto* color = std::get_if<base::Color>(&paint)) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string out = "#";
    for (const std::uint8_t part : {color->red, color->green, color->blue, color->alpha}) {
      out += kDigits[part >> 4];
      out += kDigits[part & 15];
    }
    return color->alpha == 255 ? out.substr(0, 7) : out;
  }
  return std::holds_alternative<book::Gradient>(paint) ? "gradient" : "registration";
}

/// How the glyphs were fitted to the line.
std::string fitting(const book::GlyphRun& run) {
  std::string out;
  if (run.letter_spacing != Length{}) {
    out += "spaced " + number(run.letter_spacing) + " ";
  }
  return run.stretch == 1000 ? out : out + "wide " + std::to_string(run.stretch) + " ";
}

/// One mark in words.
struct Describe {
  const book::Book& book;
  const book::Page& page;

  std::string operator()(const book::GlyphRun& run) const {
    const std::string_view text = std::string_view(page.text).substr(run.text.begin, run.text.size());
    Length width;
    for (std::uint32_t i = run.glyphs.begin; i < run.glyphs.end; ++i) {
      width += page.glyphs[i].advance;
    }
    return "text " + number(run.origin.x) + "," + number(run.origin.y) + " +" + number(width) + " " +
           book.fonts[run.font].postscript_name + " " + number(run.size) + " " + fitting(run) + quoted(text) +
           (run.replaces_text ? " (replaced)" : "");
  }
  std::string operator()(const book::Path& path) const {
    std::string out = "path " + rectangle(bounds(path.outline));
    if (path.fill.index() != 0) {
      out += " fill " + paint_name(path.fill);
    }
    if (path.stroke_paint.index() != 0) {
      out += " stroke " + number(path.stroke.width) + " " + paint_name(path.stroke_paint) +
             (path.stroke.dashes.empty() ? "" : " dashed");
    }
    return out;
  }
  std::string operator()(const book::Image& image) const {
    const auto& resources = book.manuscript->resources;
    const bool tiles = image.columns > 1 || image.rows > 1;
    return "image " + rectangle(image.area) +
           (tiles ? " in " + std::to_string(image.columns) + "x" + std::to_string(image.rows) + " tiles"
                  : std::string()) +
           (image.picture < resources.size() ? " " + resources[image.picture].path : std::string());
  }
  std::string operator()(const book::Link& link) const {
    const book::LinkTarget* target = book.manuscript->link(link.source);
    const std::string to =
        (*book.manuscript)[link.source].kind == book::Kind::note ? node_name(link.source, *book.manuscript)
        : target == nullptr                                      ? "-"
        : target->node != book::kNoNode ? "#" + std::string((*book.manuscript)[target->node].id)
                                        : std::string(target->url);
    return "link " + rectangle(link.area) + (link.back ? " back to the call of " : " to ") + to;
  }
  std::string operator()(const book::Anchor& anchor) const {
    return "anchor " + number(anchor.at.x) + "," + number(anchor.at.y) + " #" +
           std::string((*book.manuscript)[anchor.target].id);
  }
  std::string operator()(const book::Group& group) const {
    const base::Transform& moved = group.transform;
    std::string out = "group of " + std::to_string(group.items.size());
    if (moved != base::Transform{}) {
      out += " at " + number(moved.e) + "," + number(moved.f);
    }
    return group.clip.verbs.empty() ? out : out + " within " + rectangle(bounds(group.clip));
  }
};

/// The items one a line; those of a group are indented below it.
void append_items(std::string& out, const book::Book& book, const book::Page& page,
                  const std::vector<book::Item>& items, const std::string& indent) {
  for (const book::Item& item : items) {
    out += indent + std::visit(Describe{book, page}, item.mark) + " " +
           node_name(item.node, *book.manuscript) + std::string(role_name(item.role)) + "\n";
    if (const auto* group = std::get_if<book::Group>(&item.mark)) {
      append_items(out, book, page, group->items, indent + "  ");
    }
  }
}

}  // namespace

std::string dump(const book::Book& book) {
  std::string out;
  for (std::size_t i = 0; i < book.pages.size(); ++i) {
    const book::Page& page = book.pages[i];
    out += "page " + std::to_string(i + 1) + " \"" + page.label + "\" " + number(page.trim.width) + "x" +
           number(page.trim.height) + frame_of(page) + "\n";
    append_items(out, book, page, page.items, "  ");
  }
  return out;
}

}  // namespace reliure::layout
