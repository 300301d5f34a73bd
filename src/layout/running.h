#pragma once
// Running elements (CSS GCPM 3 §1.3): how a margin box shows one.
#include "layout/flow/build.h"
#include "layout/setting.h"

namespace reliure::layout {

/// A running element set for a margin box.
struct RunningBlock {
  Fragment content;
  base::Length height;
};

/// Sets `element` as a block of `width`, as `Role::pagination`: nothing leads to it, and it leads nowhere.
RunningBlock set_running(book::NodeId element, base::Length width, Setting& setting);

/// The widths that `element` asks for, with its own edges.
InlineSize running_width(book::NodeId element, Setting& setting);

}  // namespace reliure::layout
