#pragma once
// Formulas, which e-books have as MathML.
#include "epub/plan.h"

namespace reliure::epub {

/// Whether the node is a formula whose MathML is known.
bool is_formula(const Plan& plan, NodeId node);

/// Whether a formula is kept among the nodes from `first` to `last`; for the whole book ask from
/// `book::kRoot` to its last descendant.
bool holds_formula(const Plan& plan, NodeId first, NodeId last);

}  // namespace reliure::epub
