#include "layout/impose.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "layout/flow/outline.h"
#include "layout/fragment.h"

namespace reliure::layout {
namespace {

using base::Length;
using base::Size;

constexpr std::uint32_t kPagesPerSheet = 4;

/// The pages of one side by their place in the order of reading; they may be blanks behind the last.
struct Side {
  std::uint32_t left = 0, right = 0;
};

/// The outer side of a sheet has the later page on its left, the inner one on its right.
Side side_at(std::uint32_t index, std::uint32_t page_count) {
  const std::uint32_t mirrored = page_count - 1 - index;
  return index % 2 == 0 ? Side{mirrored, index} : Side{index, mirrored};
}

/// Whether the page lies on its side and is too large for its place otherwise, as pages for wide tables are.
/// `first` is the booklet's.
bool is_turned(const book::Page& page, Size first) {
  const bool lies = (page.trim.width > page.trim.height) != (first.width > first.height);
  return lies && (page.trim.width > first.width || page.trim.height > first.height);
}

/// As the page stands in the booklet.
Size size_of(const book::Page& page, bool turned) {
  return turned ? Size{page.trim.height, page.trim.width} : page.trim;
}

Size largest(const std::vector<book::Page>& pages) {
  Size size;
  for (const book::Page& page : pages) {
    const Size own = size_of(page, is_turned(page, pages.front().trim));
    size = {base::max(size.width, own.width), base::max(size.height, own.height)};
  }
  return size;
}

void add_label(const std::string& label, book::Page& side) {
  if (!label.empty()) {
    side.label += (side.label.empty() ? "" : ", ") + label;
  }
}

/// Where a page stands on its half of the side: beside the fold, in the middle from top to foot. One that is
/// turned has its head at the left, so that all of them are read with the booklet turned in the same way.
base::Transform place_of(const book::Page& page, bool turned, bool at_left, Size side) {
  const Size own = size_of(page, turned);
  const Length half = side.width / 2;
  base::Transform place;
  place.e = at_left ? half - own.width : half;
  place.f = (side.height - own.height) / 2;
  if (turned) {
    place.a = place.d = 0;
    place.b = -65536;
    place.c = 65536;
    place.f += own.height;
  }
  return place;
}

void place_page(book::Page page, std::uint32_t index, const base::Transform& place, book::Page& side) {
  Fragment content;
  book::Group group;
  group.transform = place;
  group.clip = rectangle({{}, {}, page.trim.width, page.trim.height});
  group.items = std::move(page.items);
  group.page = index;
  content.items.push_back({book::kRoot, {}, book::Role::layout, std::move(group)});
  content.glyphs = std::move(page.glyphs);
  content.text = std::move(page.text);
  Fragment all{std::move(side.items), std::move(side.glyphs), std::move(side.text)};
  append(std::move(content), {}, all);
  side.items = std::move(all.items);
  side.glyphs = std::move(all.glyphs);
  side.text = std::move(all.text);
  add_label(page.label, side);
}

}  // namespace

book::Book impose_booklet(book::Book book) {
  std::vector<book::Page> pages = std::exchange(book.pages, {});
  const auto starts = std::exchange(book.page_starts, {});
  const auto shown = static_cast<std::uint32_t>(pages.size());
  const std::uint32_t count = (shown + kPagesPerSheet - 1) / kPagesPerSheet * kPagesPerSheet;
  const Size size = largest(pages);
  const Size first = pages.empty() ? Size{} : pages.front().trim;
  std::vector<std::uint32_t> side_of(shown);
  for (std::uint32_t i = 0; i < count / 2; ++i) {
    const auto [left, right] = side_at(i, count);
    book::Page& side = book.pages.emplace_back();
    side.trim = {size.width * 2, size.height};
    std::optional<book::PageStart> start;
    for (const std::uint32_t index : {left, right}) {
      if (index < shown) {
        side_of[index] = i;
        const base::Transform place =
            place_of(pages[index], is_turned(pages[index], first), index == left, side.trim);
        place_page(std::move(pages[index]), index, place, side);
      }
    }
    for (const std::uint32_t index : {std::min(left, right), std::max(left, right)}) {
      start = start || index >= starts.size() ? start : starts[index];
    }
    book.page_starts.push_back(start);
  }
  for (std::uint32_t& page : book.page_of) {
    page = page < shown ? side_of[page] : book::kNoPage;
  }
  return book;
}

}  // namespace reliure::layout
