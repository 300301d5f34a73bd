#pragma once
// What every step of layout looks at, for one thread and one pass.
#include "base/diagnostics.h"
#include "layout/compose.h"
#include "layout/generated.h"
#include "layout/references.h"
#include "text/shape.h"

namespace reliure::layout {

struct Setting {
  const Input& input;
  const Generated& generated;
  const References& references;
  text::Shaper& shaper;
  base::Diagnostics& diagnostics;
  /// Height of the page's text area: no picture is taller. Zero where there is no page.
  base::Length page_height{};
  /// In a table that is reported as too wide: its lines are not reported again.
  bool in_wide_table = false;

  const book::Manuscript& manuscript() const { return *input.manuscript; }
  const style::ComputedStyle& style(book::NodeId node) const { return input.styles[node]; }
};

}  // namespace reliure::layout
