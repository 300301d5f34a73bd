#include "pdf/destinations.h"

#include <algorithm>

#include "pdf/content_stream.h"
#include "pdf/trees.h"

namespace reliure::pdf {

namespace {

base::Point apply(const base::Transform& transform, base::Point point) {
  const base::Transform moved = compose(transform, {65536, 0, 0, 65536, point.x, point.y});
  return {moved.e, moved.f};
}

}  // namespace

Destinations::Destinations(const book::Book& book, const std::vector<Ref>& pages)
    : book_(book), pages_(pages) {
  for (std::uint32_t page = 0; page < book.pages.size(); ++page) {
    collect(book.pages[page].items, page, {});
  }
  for (std::vector<Place>* places : {&places_, &calls_}) {
    std::ranges::stable_sort(*places, {}, &Place::node);
    const auto same = [](const Place& a, const Place& b) { return a.node == b.node; };
    places->erase(std::unique(places->begin(), places->end(), same), places->end());
  }
}

void Destinations::collect_link(const book::Link& link, std::uint32_t page,
                                const base::Transform& placement) {
  const book::Manuscript& manuscript = *book_.manuscript;
  const book::LinkTarget* target = manuscript.link(link.source);
  const book::NodeId note = target != nullptr ? target->node : link.source;
  if (!link.back && note != book::kNoNode && manuscript[note].kind == book::Kind::note) {
    calls_.push_back({note, page, apply(placement, {link.area.x, link.area.y})});
  }
}

void Destinations::collect(const std::vector<book::Item>& items, std::uint32_t page,
                           const base::Transform& placement) {
  for (const book::Item& item : items) {
    if (const auto* anchor = std::get_if<book::Anchor>(&item.mark)) {
      places_.push_back({anchor->target, page, apply(placement, anchor->at)});
    } else if (const auto* link = std::get_if<book::Link>(&item.mark)) {
      collect_link(*link, page, placement);
    } else if (const auto* group = std::get_if<book::Group>(&item.mark)) {
      collect(group->items, page, compose(placement, group->transform));
    }
  }
}

std::string Destinations::destination(std::uint32_t page, base::Point at) const {
  const Frame frame = frame_of(book_.pages[page]);
  std::string out = "[";
  append_ref(out, pages_[page]);
  out += " /XYZ ";
  append_point(out, frame, at);
  return out + "null]";
}

std::string Destinations::to(book::NodeId node) const {
  const auto place = std::ranges::lower_bound(places_, node, {}, &Place::node);
  if (place != places_.end() && place->node == node) {
    return destination(place->page, place->at);
  }
  const bool shown = node.value < book_.page_of.size() && book_.page_of[node.value] < pages_.size();
  return shown ? destination(book_.page_of[node.value], {}) : std::string();
}

std::string Destinations::to_call(book::NodeId note) const {
  const auto call = std::ranges::lower_bound(calls_, note, {}, &Place::node);
  return call != calls_.end() && call->node == note ? destination(call->page, call->at)
                                                    : to((*book_.manuscript)[note].parent);
}

std::string Destinations::add_names(Objects& objects) const {
  std::vector<std::pair<std::string_view, const Place*>> named;
  for (const Place& place : places_) {
    if (place.node.value < book_.manuscript->nodes.size() && !(*book_.manuscript)[place.node].id.empty()) {
      named.emplace_back((*book_.manuscript)[place.node].id, &place);
    }
  }
  std::ranges::sort(named);
  std::vector<TreeEntry> entries;
  for (const auto& [id, place] : named) {
    TreeEntry entry;
    append_string(entry.key, id);
    entry.value = destination(place->page, place->at);
    entries.push_back(std::move(entry));
  }
  return entries.empty() ? std::string() : add_tree(objects, "Names", entries);
}

}  // namespace reliure::pdf
