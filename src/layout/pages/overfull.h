#pragma once
// Pages that have less room than their text wants.
#include "layout/pages/plan.h"
#include "layout/setting.h"

namespace reliure::layout {

/// Reports each page of the sequence whose text and notes are taller than it, at what comes first on it: only
/// what cannot be parted gets there.
void report_overfull(const Sequence& sequence, Setting& setting);

/// Reports text that goes on from a first page to others of another width, and so has the least of them.
void report_page_widths(const Sequence& sequence, Setting& setting);

}  // namespace reliure::layout
