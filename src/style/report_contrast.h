#pragma once
// Text that stands out too little, told where the author can mend it.
#include "base/diagnostics.h"
#include "source/tree.h"
#include "style/cascade.h"

namespace reliure::style {

/// What a book looks like, and why.
struct Looks {
  const source::Tree& tree;
  const Sheets& sheets;
  const RuleIndex& index;
  const MatchContext& context;
  const Styles& styles;
  Medium medium;
};

/// Reports `style/low-contrast` once for each two colours at the declaration that brings them together: of
/// the text or of its ground, whichever is further in. In an e-book only what the sheets colour on a ground
/// of their own counts: all other text has the reader's colours.
void report_contrast(const Looks& looks, base::Diagnostics& diagnostics);

}  // namespace reliure::style
