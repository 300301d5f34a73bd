#pragma once
// What the command line asks for.
#include <optional>
#include <string>
#include <variant>

#include "app/compile.h"
#include "app/render_diagnostics.h"

namespace reliure::app {

/// `reliure build`.
struct BuildOptions {
  Request request;
  /// Where outputs go; empty is the current folder.
  source::Path folder;
  DiagnosticFormat diagnostics = DiagnosticFormat::text;
  /// Warnings count as errors.
  bool strict = false;
  bool timings = false;
  /// Tell of the outputs on standard output, for programs to read.
  bool summary = false;
  /// Where to write what the rules of typography did: a file, `-` for standard output, empty for nowhere.
  source::Path typography_report;
  /// Print the value of the last stage.
  bool dump = false;
};

/// `reliure diagnostics`.
struct CodeTableOptions {};

/// The command line was answered on the spot (`--help`, `--version`) or is wrong; the exit status.
struct Answered {
  int status = 0;
};

using Options = std::variant<BuildOptions, CodeTableOptions, Answered>;

/// Reads arguments and the environment (`SOURCE_DATE_EPOCH`). What is wrong is said on standard error.
Options read_options(int count, const char* const* arguments);

}  // namespace reliure::app
