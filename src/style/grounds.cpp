#include "style/grounds.h"

#include <algorithm>

#include "style/luminance.h"

namespace reliure::style {
namespace {

using book::kNoNode;
using book::Node;
using book::NodeId;
using Colors = std::vector<Color>;

/// Gradients over gradients that may show more colours are not judged.
constexpr std::size_t kMostColors = 16;
/// The number of the ground that is not known.
constexpr std::uint32_t kUnknown = 0;
constexpr Color kPaper{255, 255, 255, 255};

bool is_painted(const ComputedStyle& style) {
  return style.background.alpha > 0 || !style.background_layers.empty();
}

/// Whether the layer is a stripe, an icon or a drawing in a corner, beside the text rather than below it.
bool stands_aside(const BackgroundLayer& layer) {
  if (layer.size != BackgroundSize::length || layer.repeat == BackgroundRepeat::repeat) return false;
  const auto covers = [](const Dimension& size, std::int32_t share) {
    return size.automatic || size.percent >= share * (65536 / 100);
  };
  // Of a gradient that is not as large as its box an edge is seen; a picture may be all that is there.
  const std::int32_t share = layer.picture < 0 ? 100 : 50;
  return !covers(layer.width, share) || (layer.picture < 0 && !covers(layer.height, share));
}

void lay_over(Color color, const Colors& below, Colors& out) {
  if (color.alpha == 255) {
    out.push_back(color);
  } else {
    for (const Color ground : below) out.push_back(blended(color, ground));
  }
}

Colors with_layer(const BackgroundLayer& layer, Colors below) {
  if (stands_aside(layer)) return below;
  if (layer.picture >= 0) return {};
  Colors colors;
  for (const ColorStop& stop : layer.gradient.stops) {
    lay_over(stop.color, below, colors);
    if (colors.size() > kMostColors) return {};
  }
  // Translucent over what is not known.
  return below.empty() && colors.size() < layer.gradient.stops.size() ? Colors{} : colors;
}

Colors painted(Colors below, Color background, const std::vector<BackgroundLayer>& layers) {
  if (background.alpha > 0) {
    Colors colors;
    lay_over(background, below, colors);
    below = std::move(colors);
  }
  // The first is on top.
  for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer)
    below = with_layer(*layer, std::move(below));
  return below;
}

Colors colors_of(const PageStyle& page) { return painted({kPaper}, page.background, page.background_layers); }

bool shows_running(const ComputedStyle& box, std::string_view name) {
  return std::ranges::any_of(box.content.parts, [name](const ContentPart& part) {
    return part.kind == ContentPart::Kind::element && part.value == name;
  });
}

}  // namespace

Grounds::Grounds(const book::Manuscript& manuscript, const Styles& styles, Media media)
    : manuscript_(manuscript), styles_(styles), media_(media) {
  number_of({}, kNoNode);  // `kUnknown`
  find_all();
}

std::uint32_t Grounds::under(std::uint32_t ground, const ComputedStyle& box, NodeId node) {
  if (!is_painted(box)) return ground;
  return number_of(painted(all_[ground].colors, box.background, box.background_layers), node);
}

std::uint32_t Grounds::number_of(Colors colors, NodeId set_by) {
  const auto fresh = static_cast<std::uint32_t>(all_.size());
  if (set_by == kNoNode) {
    std::vector<std::uint32_t> key;
    for (const Color color : colors)
      key.push_back(std::uint32_t{color.red} << 16U | std::uint32_t{color.green} << 8U | color.blue);
    const auto [row, is_new] = of_pages_.try_emplace(std::move(key), fresh);
    if (!is_new) return row->second;
  }
  all_.push_back({std::move(colors), set_by});
  return fresh;
}

std::uint32_t Grounds::page(const PageSelector& selector) {
  return number_of(colors_of(styles_.page(selector)), kNoNode);
}

/// The ground of pages of the name. What may stand on the first of them as well as on others has a known one
/// only if it is the same on all.
std::uint32_t Grounds::page_named(std::string_view name, First first) {
  const auto [row, fresh] = pages_.try_emplace({name, first}, kUnknown);
  if (!fresh) return row->second;
  const Colors colors = colors_of(styles_.page({name}));
  const auto same = [&](const PageSelector& other) { return colors_of(styles_.page(other)) == colors; };
  const bool as_first = first == First::no || same({name, false, true});
  const bool as_opening = first != First::of_book || same({name, false, true, false, true});
  if (same({name, true}) && as_first && as_opening) row->second = page({name});
  return row->second;
}

/// Of an element in a margin box.
std::uint32_t Grounds::running(std::string_view name, std::string_view page) {
  const std::uint32_t sheet = page_named(page, First::no);
  for (const ComputedStyle& box : styles_.page({page}).boxes) {
    if (shows_running(box, name)) return under(sheet, box, kNoNode);
  }
  return sheet;
}

/// What the node's own background is laid over.
std::uint32_t Grounds::start_of(NodeId id, First first) {
  const Node& node = manuscript_[id];
  const ComputedStyle& style = styles_[id];
  if (media_ == Media::epub)
    return node.parent == kNoNode ? number_of({kPaper}, kNoNode) : of_node_[node.parent.value];
  if (node.parent == kNoNode) return page_named(style.page, First::of_book);
  if (node.kind == book::Kind::note || style.float_ == Float::footnote)
    return under(page_named(style.page, first), styles_.page({style.page}).footnote_area, kNoNode);
  const auto& runs = styles_.running();
  const auto run = std::ranges::lower_bound(runs, id, {}, &RunningElement::node);
  if (run != runs.end() && run->node == id) return running(run->name, style.page);
  if (style.page != styles_[node.parent].page) return page_named(style.page, First::of_name);
  const bool leaves = style.float_ == Float::top || style.float_ == Float::bottom;
  if (leaves || node.parent == book::kRoot) return page_named(style.page, first);
  // A caption stands outside of its table's box.
  const NodeId around =
      style.display == Display::table_caption ? manuscript_[node.parent].parent : node.parent;
  return of_node_[around == kNoNode ? node.parent.value : around.value];
}

void Grounds::find_all() {
  of_node_.resize(manuscript_.nodes.size(), kUnknown);
  std::string_view page_before;
  First first = First::of_book;
  bool begun = false;
  for (std::uint32_t i = 0; i < of_node_.size(); ++i) {
    const NodeId id{i};
    const Node& node = manuscript_[id];
    if (node.kind == book::Kind::text && node.parent != kNoNode) {
      of_node_[i] = of_node_[node.parent.value];
      continue;
    }
    const ComputedStyle& style = styles_[id];
    if (node.parent == book::kRoot && !styles_.hidden(id)) {
      first = !begun ? First::of_book : style.page != page_before ? First::of_name : First::no;
      page_before = style.page;
      begun = true;
    }
    const std::uint32_t start = start_of(id, first);
    of_node_[i] = start;
    if (!is_painted(style)) continue;
    const bool column =
        style.display == Display::table_column || style.display == Display::table_column_group;
    if (column) {
      // Below some of the table's cells.
      for (NodeId at = node.parent; at != kNoNode; at = manuscript_[at].parent) {
        of_node_[at.value] = kUnknown;
        if (styles_[at].display == Display::table) break;
      }
      continue;
    }
    const std::uint64_t key = std::uint64_t{start} << 32 | styles_.of_node_[i];
    const auto [row, fresh] = known_.try_emplace(key, kUnknown);
    if (fresh) row->second = under(start, style, id);
    of_node_[i] = row->second;
  }
}

}  // namespace reliure::style
