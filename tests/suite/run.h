#pragma once
// Running a case: its files in memory, compiled as far as its stage.
#include <string>

#include "app/compile.h"
#include "suite/case.h"

namespace reliure::suite {

/// The case with what came out in place of what was expected. A case without any expectation gets a section
/// for the whole dump.
Case run(const Case& written, app::Stage stage);

/// Whether the case expects anything: a dump, or a diagnostic.
bool expects_something(const Case& written);

}  // namespace reliure::suite
