#pragma once
// The command `build`: compile, report, write.
#include <cstdio>
#include <string_view>

#include "app/options.h"
#include "source/file_system.h"

namespace reliure::app {

/// Makes a book's editions and says how it went; the exit status. Outputs replace old ones only when the book
/// has no errors. Throws `CommandError` where the command or the machine fails.
int build(const BuildOptions& options, const source::FileSystem& files);

/// Writes text to standard output or standard error. Throws `CommandError` when that fails.
void print(std::FILE* stream, std::string_view text);

}  // namespace reliure::app
