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

Size largest(const std::vector<book::Page>& pages) {
  Size size;
  for (const book::Page& page : pages) {
    size = {base::max(size.width, page.trim.width), base::max(size.height, page.trim.height)};
  }
  return size;
}

void add_label(const std::string& label, book::Page& side) {
  if (!label.empty()) {
    side.label += (side.label.empty() ? "" : ", ") + label;
  }
}

/// Puts the page on its half of the side: beside the fold, in the middle from top to foot.
void place_page(book::Page page, std::uint32_t index, bool at_left, book::Page& side) {
  const Length half = side.trim.width / 2;
  Fragment content;
  book::Group group;
  group.transform.e = at_left ? half - page.trim.width : half;
  group.transform.f = (side.trim.height - page.trim.height) / 2;
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
  std::vector<std::uint32_t> side_of(shown);
  for (std::uint32_t i = 0; i < count / 2; ++i) {
    const auto [left, right] = side_at(i, count);
    book::Page& side = book.pages.emplace_back();
    side.trim = {size.width * 2, size.height};
    std::optional<book::PageStart> start;
    for (const std::uint32_t index : {left, right}) {
      if (index < shown) {
        side_of[index] = i;
        place_page(std::move(pages[index]), index, index == left, side);
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
