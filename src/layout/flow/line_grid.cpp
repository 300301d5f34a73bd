#include "layout/flow/line_grid.h"

#include "layout/paragraph/paragraph.h"

namespace reliure::layout {

LineGrid line_grid(const Setting& setting) {
  const style::ComputedStyle& root = setting.style(book::kRoot);
  return {baseline_of(root, setting.input.fonts), root.line_height};
}

}  // namespace reliure::layout
