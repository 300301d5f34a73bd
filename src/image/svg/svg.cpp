#include "image/svg/svg.h"

#include <algorithm>
#include <string>

#include "image/report.h"
#include "image/svg/layers.h"
#include "image/svg/painter.h"
#include "image/svg/pixels.h"

namespace reliure::image {
namespace {

/// CSS's size of a picture that says nothing of its own (CSS 2.1, section 10.3.2).
constexpr Viewport kDefaultSides{300, 150};
/// A side in user units that no page holds: 26 metres.
constexpr double kMaxSide = 100'000;

/// Width and height of the whole picture; a percentage says nothing where there is no page yet.
Viewport natural_sides(const Xml& xml) {
  const auto side = [&](std::string_view name) -> std::optional<double> {
    const std::string_view value = xml.attribute(0, name);
    return value.find('%') == std::string_view::npos ? length(value, {}) : std::nullopt;
  };
  const std::optional<double> width = side("width");
  const std::optional<double> height = side("height");
  const std::optional<ViewBox> box = view_box(xml, 0);
  if (!box) {
    return {width.value_or(kDefaultSides.width), height.value_or(kDefaultSides.height)};
  }
  if (width) {
    return {*width, height.value_or(*width * box->height / box->width)};
  }
  return height ? Viewport{*height * box->width / box->height, *height} : Viewport{box->width, box->height};
}

void draw_root(Painter& painter, const Viewport& sides) {
  State state;
  state.viewport = sides;
  state.style = compute_style({}, declarations(painter, 0), sides.diagonal());
  state.opacity = state.style.opacity;
  if (const std::optional<ViewBox> box = view_box(painter.xml, 0)) {
    state.matrix = fit(*box, sides, painter.xml.attribute(0, "preserveAspectRatio"));
    state.viewport = {box->width, box->height};
  }
  if (state.style.displayed) {
    draw_children(painter, 0, state);
  }
  Box page;
  page.cover({0, 0});
  page.cover({sides.width, sides.height});
  // Texts are cut at the sides of the picture by what places it.
  clip_to_box(painter, {0, painter.drawing.texts.size()}, page, Matrix{});
}

/// `per_inch` is that of the picture where it is set as pixels, else 0.
void report_omissions(const book::Resource& resource, const Painter& painter, std::uint32_t per_inch,
                      base::Diagnostics& diagnostics) {
  for (const Omission& omission : painter.omissions) {
    const bool shown = per_inch > 0 && omission.pixels == Pixels::show_it;
    const std::string times = omission.count > 1 ? " (" + std::to_string(omission.count) + " times)" : "";
    const std::string outcome =
        shown                 ? ": the picture is set as pixels, " + std::to_string(per_inch) + " to the inch"
        : omission.approached ? ", which is only approached"
                              : ", which is left out";
    diagnostics.report(base::Code::image_svg_unsupported, resource.used_at,
                       "picture `" + resource.path + "` uses " + omission.what + times + outcome,
                       shown ? "draw it with plain paths to keep it sharp at any size"
                             : "draw it with plain paths, or save the picture as PNG");
  }
}

/// librsvg 2.54 makes what has an `feDropShadow` vanish: without its shadow it is better drawn than not at
/// all.
bool would_vanish(const Xml& xml) {
  return std::any_of(xml.elements.begin(), xml.elements.end(),
                     [](const Element& element) { return element.name == "feDropShadow"; });
}

/// Sets the picture as pixels where that shows what we do not draw; returns how many are an inch, or 0.
std::uint32_t set_as_pixels(const book::Resource& resource, Painter& painter, book::Picture& picture) {
  const bool helps = std::any_of(painter.omissions.begin(), painter.omissions.end(),
                                 [](const Omission& omission) { return omission.pixels == Pixels::show_it; });
  if (!helps || painter.stop != Stop::none || would_vanish(painter.xml)) {
    return 0;
  }
  const std::optional<Resolution> wanted = resolution(picture.size, layers_of(painter));
  std::optional<book::Raster> raster = wanted ? draw_pixels(resource.bytes, *wanted) : std::nullopt;
  if (!raster) {
    return 0;
  }
  picture.content = std::move(*raster);
  return wanted->per_inch;
}

/// True when drawing came to its end.
bool report_stop(const book::Resource& resource, Stop stop, base::Diagnostics& diagnostics) {
  switch (stop) {
    case Stop::none:
      return true;
    case Stop::too_large:
      report_too_large(resource, "it has too many elements and points", diagnostics);
      return false;
    case Stop::too_deep:
      report_too_large(resource, "its elements nest too deep", diagnostics);
      return false;
    case Stop::circular:
      report_malformed(resource, "a `use` leads back to itself", diagnostics);
      return false;
  }
  return false;
}

/// Reports what keeps the file from being a picture; false when something does.
bool accept(const book::Resource& resource, const XmlResult& read, base::Diagnostics& diagnostics) {
  if (read.fault == XmlFault::truncated) {
    report_truncated(resource, diagnostics);
    return false;
  }
  if (read.fault == XmlFault::malformed) {
    report_malformed(resource, "its XML cannot be read", diagnostics);
    return false;
  }
  if (read.too_deep) {
    return report_stop(resource, Stop::too_deep, diagnostics);
  }
  if (read.xml[0].name != "svg") {
    report_unsupported(resource, "XML, but no SVG", diagnostics);
    return false;
  }
  return true;
}

}  // namespace

bool looks_like_svg(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") {
    bytes.remove_prefix(3);
  }
  if (bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF") {
    return true;
  }
  skip_space(bytes);
  return !bytes.empty() && bytes.front() == '<';
}

book::Picture read_svg(const book::Resource& resource, base::Diagnostics& diagnostics) {
  book::Picture picture;
  const XmlResult read = read_xml(resource.bytes, kMaxDepth);
  if (!accept(resource, read, diagnostics)) {
    return picture;
  }
  const Viewport sides = natural_sides(read.xml);
  if (!(sides.width > 0) || !(sides.height > 0)) {
    report_malformed(resource, "its width or height is not positive", diagnostics);
    return picture;
  }
  if (sides.width > kMaxSide || sides.height > kMaxSide) {
    report_too_large(resource, "its sides are longer than any page", diagnostics);
    return picture;
  }
  picture.size = {to_length(sides.width), to_length(sides.height)};
  StyleSheet sheet;
  for (const std::string_view css : read.xml.styles) {
    add_rules(sheet, css);
  }
  Painter painter{read.xml, sheet, {}, {}, Stop::none, 0, {}};
  painter.drawing.size = picture.size;
  if (sheet.has_unknown) {
    omit(painter, "a style rule that cannot be read");
  }
  if (sheet.has_import) {
    omit(painter, "`@import`", Pixels::do_not);
  }
  // Most elements make one path; a hostile file makes none of many.
  constexpr std::size_t kMaxReserved = 4096;
  painter.drawing.paths.reserve(std::min(read.xml.elements.size(), kMaxReserved));
  draw_root(painter, sides);
  const Stop stop = painter.stop;
  const std::uint32_t per_inch = set_as_pixels(resource, painter, picture);
  report_omissions(resource, painter, per_inch, diagnostics);
  if (report_stop(resource, stop, diagnostics) && per_inch == 0) {
    picture.content = std::move(painter.drawing);
  }
  return picture;
}

}  // namespace reliure::image
