#pragma once
// Running a case: its files in memory, compiled as far as its stage.
#include <string>

#include "app/compile.h"
#include "suite/case.h"

namespace reliure::suite {

/// The case with what came out in place of what was expected. A case without any expectation of which nothing
/// is reported gets a section for the whole dump.
Case run(const Case& written, app::Stage stage);

/// What a run makes of the case's files.
app::Compilation compile(const Case& written, app::Stage stage, base::Diagnostics& diagnostics);

/// Whether the case expects anything: a dump, or a diagnostic.
bool expects_something(const Case& written);

}  // namespace reliure::suite
