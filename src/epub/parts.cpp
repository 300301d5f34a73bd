#include "epub/parts.h"

#include "epub/content_model.h"

namespace reliure::epub {
namespace {

/// What a node adds to its file: its text, its tags, its attributes.
std::size_t size_of(const Plan& plan, NodeId id) {
  const book::Node& node = (*plan.manuscript)[id];
  if (!plan.has(id, kKept)) return 0;
  if (node.kind == Kind::text) return node.text.size();
  // A note has a call, an element at the end of the file, and a link back.
  constexpr std::size_t kNote = 400;
  if (node.kind == Kind::note) return kNote;
  std::size_t size = 2 * book::name(node.kind).size() + 5 + node.id.size();
  for (const book::Attribute& attribute : plan.manuscript->attributes_of(id)) {
    size += attribute.name.size() + attribute.value.size() + 4;
  }
  return size;
}

/// Where a file may begin.
struct Place {
  NodeId node;
  bool is_heading = false;
  /// Of all before it in the chapter.
  std::size_t size_before = 0;
};

/// The blocks of the chapter that stand in nothing but elements that may be parted, and behind the last of
/// them a place for its end.
std::vector<Place> places_in(const Plan& plan, NodeId section) {
  const book::Manuscript& manuscript = *plan.manuscript;
  const NodeId last = manuscript[section].last_descendant;
  std::vector<Place> places;
  std::size_t size = 0;
  NodeId inside_until = section;
  for (NodeId id{section.value + 1}; id <= last; ++id.value) {
    const Kind kind = manuscript[id].kind;
    if (id > inside_until && kind != Kind::note && !is_phrasing(kind) && plan.has(id, kKept)) {
      places.push_back({id, book::heading_level(kind) > 0, size});
      if (!may_be_parted(kind)) inside_until = manuscript[id].last_descendant;
    }
    size += size_of(plan, id);
  }
  places.push_back({NodeId{last.value + 1}, true, size});
  return places;
}

/// The best place for the next file to begin: from `from` to the last one that still fits, rather a heading
/// than another, and the last of these. The first place of all is none.
std::size_t best_start(const std::vector<Place>& places, std::size_t from, std::size_t fits) {
  for (std::size_t i = fits; i > from; --i) {
    const bool half_full = 2 * (places[i].size_before - places[from].size_before) >
                           places[fits].size_before - places[from].size_before;
    if (half_full && places[i].is_heading && !places[i - 1].is_heading) return i;
  }
  for (std::size_t i = fits; i > from + 1; --i) {
    if (!places[i - 1].is_heading) return i;
  }
  return fits;
}

}  // namespace

bool may_be_parted(Kind kind) { return kind == Kind::section || kind == Kind::article || kind == Kind::div; }

std::vector<NodeId> part_starts(const Plan& plan, NodeId section, std::size_t largest) {
  std::vector<NodeId> starts;
  if (!may_be_parted((*plan.manuscript)[section].kind)) return starts;
  const std::vector<Place> places = places_in(plan, section);
  std::size_t from = 0;
  while (places.back().size_before - places[from].size_before > largest) {
    std::size_t fits = from + 1;
    while (fits + 1 < places.size() && places[fits + 1].size_before - places[from].size_before <= largest)
      ++fits;
    const std::size_t next = best_start(places, from, fits);
    if (next + 1 >= places.size()) break;
    starts.push_back(places[next].node);
    from = next;
  }
  return starts;
}

}  // namespace reliure::epub
