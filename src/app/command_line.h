#pragma once
// The program's commands, options and exit status.

namespace reliure::app {

/// Runs the command that the arguments name. The exit status: 0 the books were made; 1 the book has errors
/// and no output was replaced; 2 the command is wrong or the machine failed.
int run(int count, const char* const* arguments);

}  // namespace reliure::app
