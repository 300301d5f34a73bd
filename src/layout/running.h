#pragma once
// Running elements (CSS GCPM 3 §1.3): which elements leave the flow, and how a margin box shows one.
#include <vector>

#include "layout/flow/flow.h"
#include "layout/generated.h"
#include "layout/setting.h"

namespace reliure::layout {

/// The elements that leave the flow, in document order: those with `position: running()` whose name a margin
/// box of some page shows. Parts of tables and notes do not leave it.
std::vector<RunningElement> find_running(const book::Manuscript& manuscript, const style::Styles& styles);

/// A running element set for a margin box.
struct RunningBlock {
  Fragment content;
  base::Length height;
};

/// Sets `element` as a block of `width`, as `Role::pagination`: nothing leads to it, and it leads nowhere.
RunningBlock set_running(book::NodeId element, base::Length width, Setting& setting);

/// The width that `element` asks for, with its own edges.
base::Length running_width(book::NodeId element, Setting& setting);

}  // namespace reliure::layout
