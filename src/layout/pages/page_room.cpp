#include "layout/pages/page_room.h"

#include "layout/pages/assemble.h"
#include "layout/pages/plan.h"

namespace reliure::layout {
namespace {

using style::BreakRule;

base::Size common(base::Size a, base::Size b) {
  return {base::min(a.width, b.width), base::min(a.height, b.height)};
}

base::Size room_on(style::PageSelector selector, bool left, const style::Styles& styles) {
  selector.left = left;
  const base::Rect body = page_body(styles.page(selector));
  return {body.width, body.height};
}

}  // namespace

PageRoom room_of(const Sequence& sequence, const style::Styles& styles) {
  const style::PageSelector others{sequence.page_name, false, false, false, false};
  style::PageSelector first = others;
  first.opens_book = sequence.opens_book;
  first.first = sequence.opens_book || (!sequence.page_name.empty() && !sequence.resumes);
  const BreakRule demand = sequence.demand;
  const bool must_be_left = demand == BreakRule::left || demand == BreakRule::verso;
  const bool must_be_right = sequence.opens_book || demand == BreakRule::right || demand == BreakRule::recto;
  return {common(room_on(first, must_be_left, styles), room_on(first, !must_be_right, styles)),
          common(room_on(others, false, styles), room_on(others, true, styles))};
}

}  // namespace reliure::layout
