#pragma once
// Writing an output so that a reader never sees half of it.
#include <string>
#include <string_view>

#include "source/file_system.h"

namespace reliure::app {

/// Makes `folder` and those above it where they are missing. Throws `CommandError` when that fails.
void make_folder(const source::Path& folder);

/// Replaces the file at `path`: a temporary file beside it is written, synced and renamed. Signals that end
/// the program wait meanwhile, so none leaves the temporary file behind. Throws `CommandError` when that
/// fails; the old file is then untouched.
void write_output(const source::Path& path, std::string_view bytes);

}  // namespace reliure::app
