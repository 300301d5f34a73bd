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

/// A folder and all that is in it: the paths of its files are seen from it.
struct OutputFolder {
  source::Path path;
  std::vector<OutputFile> files;
};

/// Replaces files and folders: temporary ones beside them are written and synced, and renamed once all of
/// them are there. Signals that end the program wait meanwhile, so none leaves a temporary file behind.
/// Throws `CommandError` when one cannot be written, or when a folder has files that are not the program's
/// (`check_replaceable`); the old ones are then untouched.
void write_outputs(const std::vector<OutputFile>& files, const std::vector<OutputFolder>& folders = {});

}  // namespace reliure::app
