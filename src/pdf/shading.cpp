#include "pdf/shading.h"

#include <algorithm>

namespace reliure::pdf {

namespace {

using book::GradientStop;

/// What of a stop's colour a shading paints.
enum class Channel : std::uint8_t { colors, inks, grey, opacity };

/// With the inks, where it is these.
struct Painted {
  Channel channel = Channel::colors;
  const image::Inks* inks = nullptr;
};

/// Stops from 0 to 65536 whose offsets rise, as functions need them; two with one offset are a hard edge.
std::vector<GradientStop> full_range(std::vector<GradientStop> stops) {
  std::int32_t last = 0;
  for (GradientStop& stop : stops) {
    stop.offset = std::clamp(stop.offset, last, 65536);
    last = stop.offset;
  }
  if (stops.front().offset > 0) {
    stops.insert(stops.begin(), {0, stops.front().color});
  }
  if (stops.back().offset < 65536 || stops.size() == 1) {
    stops.push_back({65536, stops.back().color});
  }
  return stops;
}

bool is_grey(const book::Gradient& gradient) {
  return std::ranges::all_of(gradient.stops, [](const GradientStop& stop) {
    return stop.color.red == stop.color.green && stop.color.green == stop.color.blue;
  });
}

std::string components(base::Color color, Painted painted) {
  std::string out = "[";
  const auto append = [&](std::uint8_t value) {
    append_decimal(out, base::scaled({value}, 10000, 255).raw, 4);
    out += ' ';
  };
  if (painted.channel == Channel::opacity) {
    append(color.alpha);
  } else if (painted.channel == Channel::grey) {
    append(color.red);
  } else if (painted.channel == Channel::inks) {
    for (const std::uint8_t ink : painted.inks->of(color)) {
      append(ink);
    }
  } else {
    append(color.red);
    append(color.green);
    append(color.blue);
  }
  out.back() = ']';
  return out;
}

/// From one stop to the next, an exponential function of exponent 1 (§7.10.3).
std::string between(const GradientStop& from, const GradientStop& to, Painted painted) {
  return "<</FunctionType 2 /Domain [0 1] /N 1 /C0 " + components(from.color, painted) + " /C1 " +
         components(to.color, painted) + ">>";
}

/// The colour along the gradient: one step, or a stitching of several (§7.10.4).
std::string function(const book::Gradient& gradient, Painted painted) {
  const std::vector<GradientStop> stops = full_range(gradient.stops);
  if (stops.size() == 2) {
    return between(stops[0], stops[1], painted);
  }
  std::string functions, bounds, encode;
  for (std::size_t i = 0; i + 1 < stops.size(); ++i) {
    if (stops[i].offset == stops[i + 1].offset) {
      continue;  // bounds must rise (§7.10.4)
    }
    if (!functions.empty()) {
      append_fixed(bounds, stops[i].offset, 6);
      bounds += ' ';
    }
    functions += between(stops[i], stops[i + 1], painted);
    encode += "0 1 ";
  }
  return "<</FunctionType 3 /Domain [0 1] /Functions [" + functions + "] /Bounds [" + bounds + "] /Encode [" +
         encode + "]>>";
}

/// In the gradient's own space, whose unit may be a whole drawing: hence six decimals.
std::string coordinates(const book::Gradient& gradient) {
  std::string out = "[";
  const auto append = [&](base::Length value) {
    append_fixed(out, value.raw, 6);
    out += ' ';
  };
  append(gradient.start.x);
  append(gradient.start.y);
  if (gradient.radial) {
    append(base::max({0}, gradient.start_radius));
  }
  append(gradient.end.x);
  append(gradient.end.y);
  if (gradient.radial) {
    append(base::max({0}, gradient.end_radius));
  }
  out.back() = ']';
  return out;
}

std::string_view space_of(Channel channel) {
  switch (channel) {
    case Channel::colors:
      return "DeviceRGB";
    case Channel::inks:
      return "DeviceCMYK";
    case Channel::grey:
    case Channel::opacity:
      break;
  }
  return "DeviceGray";
}

std::string shading(const book::Gradient& gradient, Painted painted) {
  return Entries()
      .integer("ShadingType", gradient.radial ? 3 : 2)
      .name("ColorSpace", space_of(painted.channel))
      .raw("Coords", coordinates(gradient))
      .raw("Extend", "[true true]")
      .raw("Function", function(gradient, painted))
      .take();
}

Ref add_pattern(Objects& objects, const GradientUse& use, Painted painted) {
  std::string matrix = "[";
  append_matrix(matrix, use.matrix);
  return objects.add(Entries()
                         .name("Type", "Pattern")
                         .integer("PatternType", 2)
                         .raw("Matrix", matrix + "]")
                         .raw("Shading", "<<" + shading(*use.gradient, painted) + ">>")
                         .take());
}

std::string box(const base::Rect& area, std::string_view separator) {
  std::string out;
  for (const base::Length value : {area.x, area.y, area.right(), area.bottom()}) {
    append_decimal(out, thousandths(value), 3);
    out += separator;
  }
  return out;
}

}  // namespace

Ref add_gradient(Objects& objects, const GradientUse& use, const image::Inks* inks) {
  const Channel colors = inks != nullptr ? Channel::inks : Channel::colors;
  return add_pattern(objects, use, {is_grey(*use.gradient) ? Channel::grey : colors, inks});
}

Ref add_mask(Objects& objects, const GradientUse& use) {
  std::string resources = "<</Pattern <</P0 ";
  append_ref(resources, add_pattern(objects, use, {Channel::opacity}));
  std::string operators = "/Pattern cs /P0 scn\n";
  for (const base::Length value : {use.area.x, use.area.y, use.area.width, use.area.height}) {
    append_decimal(operators, thousandths(value), 3);
    operators += ' ';
  }
  operators += "re f\n";
  const Ref form = objects.add(Stream{Entries()
                                          .name("Type", "XObject")
                                          .name("Subtype", "Form")
                                          .raw("BBox", "[" + box(use.area, " ") + "]")
                                          .raw("Group", "<</S /Transparency /CS /DeviceGray>>")
                                          .raw("Resources", resources + ">>>>")
                                          .take(),
                                      std::move(operators)});
  std::string mask = "<</Type /Mask /S /Luminosity /G ";
  append_ref(mask, form);
  return objects.add(Entries().name("Type", "ExtGState").raw("SMask", mask + ">>").take());
}

}  // namespace reliure::pdf
