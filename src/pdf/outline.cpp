#include "pdf/outline.h"

#include <algorithm>
#include <cstdint>

namespace reliure::pdf {

namespace {

/// One bookmark with its neighbours, all as indexes into the outline; the root is one more than the last.
struct Bookmark {
  std::size_t parent = 0;
  std::int64_t previous = -1, next = -1, first = -1, last = -1;
  /// All below it that is seen while it is open.
  std::int64_t shown_below = 0;
};

/// Links the entries to a tree by their levels. A level more than one deeper than the entry before counts
/// as one deeper.
std::vector<Bookmark> nest(const std::vector<book::OutlineEntry>& outline) {
  std::vector<Bookmark> marks(outline.size() + 1);
  const std::size_t root = outline.size();
  std::vector<std::size_t> path = {root};
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const auto level = static_cast<std::size_t>(std::max(1, outline[i].level));
    path.resize(std::min(level, path.size()));
    Bookmark& parent = marks[path.back()];
    const auto self = static_cast<std::int64_t>(i);
    marks[i].parent = path.back();
    marks[i].previous = parent.last;
    if (parent.last >= 0) {
      marks[static_cast<std::size_t>(parent.last)].next = self;
    } else {
      parent.first = self;
    }
    parent.last = self;
    path.push_back(i);
  }
  // Children come after their parents.
  for (std::size_t i = outline.size(); i-- > 0;) {
    marks[marks[i].parent].shown_below += 1 + (outline[i].closed ? 0 : marks[i].shown_below);
  }
  return marks;
}

/// The outline without the headings that no page shows.
std::vector<book::OutlineEntry> shown_entries(const book::Book& book) {
  std::vector<book::OutlineEntry> shown = book.outline;
  std::erase_if(shown, [&](const book::OutlineEntry& entry) {
    return entry.heading.value < book.page_of.size() && book.page_of[entry.heading.value] == book::kNoPage;
  });
  return shown;
}

}  // namespace

Ref add_outline(Objects& objects, const book::Book& book, const Destinations& destinations) {
  const std::vector<book::OutlineEntry> outline = shown_entries(book);
  if (outline.empty()) {
    return {};
  }
  const std::vector<Bookmark> marks = nest(outline);
  std::vector<Ref> refs;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    refs.push_back(objects.reserve());
  }
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const bool is_root = i == outline.size();
    Entries entries;
    if (is_root) {
      entries.name("Type", "Outlines");
    } else {
      entries.text("Title", outline[i].title).ref("Parent", refs[marks[i].parent]);
      if (const std::string destination = destinations.to(outline[i].heading); !destination.empty()) {
        entries.raw("Dest", destination);
      }
    }
    const auto link = [&](std::string_view key, std::int64_t to) {
      if (to >= 0) {
        entries.ref(key, refs[static_cast<std::size_t>(to)]);
      }
    };
    link("Prev", marks[i].previous);
    link("Next", marks[i].next);
    link("First", marks[i].first);
    link("Last", marks[i].last);
    if (marks[i].shown_below > 0) {
      const bool closed = !is_root && outline[i].closed;
      entries.integer("Count", closed ? -marks[i].shown_below : marks[i].shown_below);
    }
    objects.set(refs[i], entries.take());
  }
  return refs.back();
}

}  // namespace reliure::pdf
