#include "layout/flow/parting.h"

#include "layout/pages/page_cost.h"

namespace reliure::layout {
namespace {

using base::Length;

/// About a line: a page that ends in the space is full but for less than that.
constexpr Length kPiece = base::points(12);

/// More than this is a mistake, or malice.
constexpr std::int64_t kMostPages = 100;

}  // namespace

std::vector<Strip> kerns(Length height, Length whole, Length page) {
  std::vector<Strip> strips;
  const bool is_whole = height <= whole;
  for (Length left = base::min(height, base::max(page, kPiece) * kMostPages); left.raw > 0;) {
    Strip& kern = strips.emplace_back();
    kern.kind = Strip::Kind::kern;
    kern.height = is_whole ? left : base::min(left, kPiece);
    kern.break_before.cost = strips.size() == 1 ? 0 : kBreakInSpace;
    left -= kern.height;
  }
  return strips;
}

void loosen(Length most, Flow& flow) {
  std::vector<Strip>& strips = flow.strips;
  for (std::size_t begin = 0; begin < strips.size();) {
    std::size_t end = begin + 1;
    Length height = strips[begin].height;
    for (; end < strips.size() && strips[end].break_before.cost == kNever; ++end) {
      height += strips[end].height;
    }
    for (std::size_t i = begin + 1; height > most && i < end; ++i) {
      if (!strips[i].is_beside_float) {
        strips[i].break_before.cost = kKeepWithNext;
      }
    }
    begin = end;
  }
}

}  // namespace reliure::layout
