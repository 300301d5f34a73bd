#pragma once
// Elements whose children must come in groups.
#include "epub/plan.h"

namespace reliure::epub {

/// Whether a `dl` holds groups of terms with their descriptions, and nothing else.
bool has_term_groups(const Plan& plan, NodeId dl);

/// Whether a `ruby` holds bases with their annotations, and nothing else.
bool has_ruby_groups(const Plan& plan, NodeId ruby);

}  // namespace reliure::epub
