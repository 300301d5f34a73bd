#pragma once
// Writing an output so that a reader never sees half of it.
#include <string>
#include <string_view>
#include <vector>

#include "source/file_system.h"

namespace reliure::app {

/// Makes `folder` and those above it where they are missing. Throws `CommandError` when that fails.
void make_folder(const source::Path& folder);

struct OutputFile {
  source::Path path;
  std::string_view bytes;
};

/// Replaces the files: temporary files beside them are written and synced, and renamed once all of them are
/// there. Signals that end the program wait meanwhile, so none leaves a temporary file behind. Throws
/// `CommandError` when a file cannot be written; the old ones are then untouched.
void write_outputs(const std::vector<OutputFile>& files);

}  // namespace reliure::app
