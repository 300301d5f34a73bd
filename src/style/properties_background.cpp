// Backgrounds: a colour below layers of pictures and gradients (CSS Backgrounds 3 §2).
// How many layers there are is known when `background-image` is; what places them is applied after it.
#include <algorithm>

#include "style/print.h"
#include "style/property.h"

namespace reliure::style {
namespace {

using Layer = BackgroundLayer;
using Layers = std::vector<BackgroundLayer>;

constexpr std::int32_t kWhole = 65536;
constexpr std::pair<std::string_view, BackgroundRepeat> kRepeats[] = {
    {"repeat", BackgroundRepeat::repeat},
    {"repeat-x", BackgroundRepeat::repeat_x},
    {"repeat-y", BackgroundRepeat::repeat_y},
    {"no-repeat", BackgroundRepeat::no_repeat}};

// ---- One layer's values

/// `none`, a picture or a gradient. A layer of `none` holds its place until all are known.
bool take_image(ValueReader& in, Layer& layer, Color current) {
  layer.picture = -1;
  layer.gradient = {};
  if (take_keyword(in, "none")) return true;
  if (const auto picture = take_picture(in)) return layer.picture = *picture, true;
  auto gradient = take_linear_gradient(in, current);
  if (gradient) layer.gradient = std::move(*gradient);
  return gradient.has_value();
}

enum class Side : std::uint8_t { none, center, left, right, top, bottom };

/// A side, or a distance from the left or the top.
struct Place {
  Side side = Side::none;
  Dimension offset = Dimension::of({});
  bool horizontal() const { return side == Side::left || side == Side::right; }
  bool vertical() const { return side == Side::top || side == Side::bottom; }
};

std::optional<Side> take_side(ValueReader& in) {
  constexpr std::pair<std::string_view, Side> kSides[] = {{"center", Side::center},
                                                          {"left", Side::left},
                                                          {"right", Side::right},
                                                          {"top", Side::top},
                                                          {"bottom", Side::bottom}};
  return take_one_of<Side>(in, kSides);
}

/// The distance from the left or the top that a place is at.
Dimension from_start(const Place& place) {
  if (place.side == Side::center) return {false, {}, kWhole / 2};
  if (place.side == Side::right || place.side == Side::bottom)
    return {false, -place.offset.length, kWhole - place.offset.percent};
  return place.offset;
}

/// Sides and distances in the order they stand; a distance behind a side is from it where `from_sides`.
std::vector<Place> take_places(ValueReader& in, bool from_sides) {
  std::vector<Place> places;
  while (places.size() < 2) {
    Place place;
    if (const auto side = take_side(in)) {
      place.side = *side;
      if (from_sides && place.side != Side::center) place.offset = take_dimension(in).value_or(place.offset);
    } else if (const auto offset = take_dimension(in); offset && !from_sides) {
      place.offset = *offset;
    } else {
      break;
    }
    places.push_back(place);
  }
  return places;
}

bool places_follow(ValueReader in) { return take_side(in) || take_dimension(in); }

/// One to four values: `center`, `right 20%`, `right 10pt bottom 5pt`.
bool take_position(ValueReader& in, Layer& layer) {
  const std::size_t start = in.at;
  std::vector<Place> places = take_places(in, false);
  if (places.size() == 2 && places_follow(in)) {
    in.at = start;
    places = take_places(in, true);
    if (places.size() < 2 || places[0].side == Side::none) return false;
  }
  if (places.empty()) return false;
  if (places.size() == 1) places.push_back({Side::center, {}});
  // `top left`, and a lone `top`, name the vertical first; a distance keeps its order.
  const bool keywords = places[0].side != Side::none && places[1].side != Side::none;
  if (keywords && (places[0].vertical() || places[1].horizontal())) std::swap(places[0], places[1]);
  if (places[0].vertical() || places[1].horizontal()) return false;
  layer.position_x = from_start(places[0]);
  layer.position_y = from_start(places[1]);
  return true;
}

/// `cover | contain | [auto | <length> | <percentage>]{1,2}`.
bool take_size(ValueReader& in, Layer& layer) {
  const auto take_side_length = [&in](Dimension& side) {
    if (take_keyword(in, "auto")) return side = Dimension{}, true;
    const auto length = take_dimension(in);
    if (!length || is_negative(*length)) return false;
    side = *length;
    side.at_least_zero = side.length < Length{} || side.percent < 0;
    return true;
  };
  layer.width = layer.height = Dimension{};
  if (take_keyword(in, "cover")) return layer.size = BackgroundSize::cover, true;
  if (take_keyword(in, "contain")) return layer.size = BackgroundSize::contain, true;
  if (!take_side_length(layer.width)) return false;
  ValueReader ahead = in;
  if (take_keyword(ahead, "auto") || take_dimension(ahead)) {
    if (!take_side_length(layer.height)) return false;
  }
  const bool automatic = layer.width.automatic && layer.height.automatic;
  layer.size = automatic ? BackgroundSize::automatic : BackgroundSize::length;
  return true;
}

/// One keyword, or one for each direction.
bool take_repeat(ValueReader& in, Layer& layer) {
  const auto first = take_one_of<BackgroundRepeat>(in, kRepeats);
  if (!first) return false;
  layer.repeat = *first;
  const auto is_axis = [](BackgroundRepeat repeat) {
    return repeat == BackgroundRepeat::repeat || repeat == BackgroundRepeat::no_repeat;
  };
  ValueReader ahead = in;
  const auto second = take_one_of<BackgroundRepeat>(ahead, kRepeats);
  if (!second) return true;
  if (!is_axis(*first) || !is_axis(*second)) return false;
  in = ahead;
  if (*first != *second)
    layer.repeat =
        *first == BackgroundRepeat::repeat ? BackgroundRepeat::repeat_x : BackgroundRepeat::repeat_y;
  return true;
}

// ---- All layers

/// One value a layer; fewer of them begin again (CSS Backgrounds 3 §2.1).
template <bool (*take)(ValueReader&, Layer&), auto... Members>
bool apply_placement(ValueReader& in, Target& target) {
  Layers given;
  do {
    if (!take(in, given.emplace_back())) return false;
  } while (take_comma(in));
  Layers& layers = target.style.background_layers;
  for (std::size_t i = 0; i < layers.size(); ++i)
    ((layers[i].*Members = given[i % given.size()].*Members), ...);
  return true;
}
template <auto... Members>
void copy_placement(ComputedStyle& to, const ComputedStyle& from) {
  static const Layers kInitial(1);
  const Layers& given = from.background_layers.empty() ? kInitial : from.background_layers;
  Layers& layers = to.background_layers;
  for (std::size_t i = 0; i < layers.size(); ++i)
    ((layers[i].*Members = given[i % given.size()].*Members), ...);
}

bool apply_images(ValueReader& in, Target& target) {
  Layers layers;
  do {
    if (!take_image(in, layers.emplace_back(), target.style.color)) return false;
  } while (take_comma(in));
  target.style.background_layers = std::move(layers);
  return true;
}

/// What has been given of a layer of the shorthand.
struct Given {
  bool image = false, position = false, repeat = false, color = false;
};

/// One part of a layer of the shorthand; only the last layer has a colour.
bool take_layer_part(ValueReader& in, Layer& layer, Given& given, Color& color, Color current) {
  const std::size_t start = in.at;
  if (!given.color) {
    if (const auto paint = take_color(in, current)) return color = *paint, given.color = true;
  }
  if (!given.repeat && take_repeat(in, layer)) return given.repeat = true;
  in.at = start;
  if (!given.image && take_image(in, layer, current)) return given.image = true;
  in.at = start;
  if (given.position || !take_position(in, layer)) return false;
  given.position = true;
  return !take_delim(in, '/') || take_size(in, layer);
}

/// `[<image> || <position> [/ <size>]? || <repeat>]#`, the last with `|| <color>`.
bool apply_background(ValueReader& in, Target& target) {
  Layers layers;
  Color color{0, 0, 0, 0};
  bool colored = false;
  do {
    Given given;
    Layer& layer = layers.emplace_back();
    if (colored || in.done()) return false;
    while (!in.done() && in.peek().kind != TokenKind::comma) {
      if (!take_layer_part(in, layer, given, color, target.style.color)) return false;
    }
    colored = given.color;
  } while (take_comma(in));
  if (target.phase == kRestPhase) {
    target.style.background = color;
    target.style.background_layers = std::move(layers);
    return true;
  }
  Layers& own = target.style.background_layers;
  for (std::size_t i = 0; i < own.size(); ++i) {
    const std::int32_t picture = own[i].picture;
    LinearGradient gradient = std::move(own[i].gradient);
    own[i] = layers[i % layers.size()];
    own[i].picture = picture;
    own[i].gradient = std::move(gradient);
  }
  return true;
}

bool apply_color(ValueReader& in, Target& target) {
  const auto color = take_color(in, target.style.color);
  if (color) target.style.background = *color;
  return color.has_value();
}
void print_color(std::string& out, const ComputedStyle& style) { print(out, style.background); }

// ---- Printing

/// What `one` prints of each layer, once when it is the same for all.
template <class One>
void print_layers(std::string& out, const ComputedStyle& style, One one) {
  std::vector<std::string> printed;
  for (const Layer& layer : style.background_layers) one(printed.emplace_back(), layer);
  if (printed.empty()) one(printed.emplace_back(), Layer{});
  const bool same = std::ranges::all_of(printed, [&](const std::string& each) { return each == printed[0]; });
  for (std::size_t i = 0; i < (same ? 1 : printed.size()); ++i) out += (i == 0 ? "" : ", ") + printed[i];
}

void print_images(std::string& out, const ComputedStyle& style) {
  if (style.background_layers.empty()) out += "none";
  for (const Layer& layer : style.background_layers) {
    if (&layer != &style.background_layers.front()) out += ", ";
    if (layer.picture >= 0) {
      out += "picture(" + std::to_string(layer.picture) + ")";
    } else {
      print(out, layer.gradient);
    }
  }
}
void print_position(std::string& out, const ComputedStyle& style) {
  print_layers(out, style, [](std::string& to, const Layer& layer) {
    print(to, layer.position_x);
    to += ' ';
    print(to, layer.position_y);
  });
}
void print_size(std::string& out, const ComputedStyle& style) {
  print_layers(out, style, [](std::string& to, const Layer& layer) {
    constexpr std::string_view kNames[] = {"auto", "contain", "cover"};
    if (layer.size != BackgroundSize::length) {
      to += kNames[static_cast<std::size_t>(layer.size)];
    } else {
      print(to, layer.width);
      to += ' ';
      print(to, layer.height);
    }
  });
}
void print_repeat(std::string& out, const ComputedStyle& style) {
  print_layers(out, style, [](std::string& to, const Layer& layer) {
    to += keyword_of<BackgroundRepeat>(layer.repeat, kRepeats);
  });
}

void copy_background(ComputedStyle& to, const ComputedStyle& from) {
  copy_members<&BoxStyle::background, &BoxStyle::background_layers>(to, from);
}

constexpr auto kCopyPosition = copy_placement<&Layer::position_x, &Layer::position_y>;
constexpr auto kCopySize = copy_placement<&Layer::size, &Layer::width, &Layer::height>;
constexpr auto kCopyRepeat = copy_placement<&Layer::repeat>;
constexpr auto kCopyPlacement = copy_placement<&Layer::position_x, &Layer::position_y, &Layer::size,
                                               &Layer::width, &Layer::height, &Layer::repeat>;

constexpr Property kProperties[] = {
    {"background", "[<image> || <position> [/ <size>]? || <repeat>]# || <color>", false, apply_background,
     copy_background, nullptr, kRestPhase | kLayerPhase, false, kCopyPlacement},
    {"background-color", "<color>", false, apply_color, copy_members<&BoxStyle::background>, print_color},
    {"background-image", "[none | url() | linear-gradient()]#", false, apply_images,
     copy_members<&BoxStyle::background_layers>, print_images},
    {"background-position",
     "[[left | center | right | <length> | <percentage>] || [top | center | bottom | <length> | "
     "<percentage>]]#",
     false, apply_placement<take_position, &Layer::position_x, &Layer::position_y>, kCopyPosition,
     print_position, kLayerPhase},
    {"background-repeat", "[repeat | repeat-x | repeat-y | no-repeat]#", false,
     apply_placement<take_repeat, &Layer::repeat>, kCopyRepeat, print_repeat, kLayerPhase},
    {"background-size", "[contain | cover | [auto | <length> | <percentage>]{1,2}]#", false,
     apply_placement<take_size, &Layer::size, &Layer::width, &Layer::height>, kCopySize, print_size,
     kLayerPhase},
};

}  // namespace

std::span<const Property> background_properties() { return kProperties; }

}  // namespace reliure::style
