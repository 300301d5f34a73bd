#pragma once
// Pages that hold more than they have room for.
#include "layout/pages/plan.h"
#include "layout/setting.h"

namespace reliure::layout {

/// Reports each page of the sequence whose text and notes are taller than `height`, at what comes first on
/// it: only what cannot be parted gets there.
void report_overfull(const Sequence& sequence, base::Length height, Setting& setting);

}  // namespace reliure::layout
