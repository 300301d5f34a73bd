#pragma once
// Features of type that a style asks for and its font lacks: nothing is made up in their place.
#include "base/diagnostics.h"
#include "layout/compose.h"

namespace reliure::layout {

/// Reports small capitals, superscripts, subscripts and fractions that the font of some text does not have,
/// at the first text that wants them (`layout/missing-feature`).
void report_missing_features(const Input& input, base::Diagnostics& diagnostics);

}  // namespace reliure::layout
