#include "app/build.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

#include "app/command_error.h"
#include "app/compile.h"
#include "app/render_diagnostics.h"
#include "app/terminal_text.h"
#include "app/write_output.h"

namespace reliure::app {
namespace {

using base::Severity;

/// Colours only where a person looks, and not against their wish (no-color.org).
bool wants_color() {
  const char* no_color = std::getenv("NO_COLOR");
  return isatty(STDERR_FILENO) != 0 && (no_color == nullptr || *no_color == '\0');
}

/// A folder stands for the manifest in it.
source::Path manifest_path(const source::Path& named, const source::FileSystem& files) {
  const bool is_folder = !files.exists(named) && files.canonical(named);
  return is_folder ? source::joined(named, "book.yaml") : source::normalized(named);
}

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::size_t count(const std::vector<base::Diagnostic>& found, Severity severity) {
  return static_cast<std::size_t>(std::ranges::count(found, severity, &base::Diagnostic::severity));
}

void report(const std::vector<base::Diagnostic>& found, const base::SourceMap& sources,
            DiagnosticFormat format) {
  switch (format) {
    case DiagnosticFormat::text:
      print(stderr, render_text(found, sources, wants_color()));
      break;
    case DiagnosticFormat::json:
      print(stdout, render_json(found, sources));
      break;
    case DiagnosticFormat::sarif:
      print(stdout, render_sarif(found, sources));
      break;
  }
}

double milliseconds(std::chrono::nanoseconds time) {
  return std::chrono::duration<double, std::milli>(time).count();
}

void print_timings(const std::vector<Lap>& laps) {
  for (const Lap& lap : laps) {
    print(stderr, fmt::format("{:>10.1f} ms  {}\n", milliseconds(lap.time), lap.name));
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  print(stderr, fmt::format("{:>10.1f} ms  CPU\n{:>10.1f} MB  peak memory\n",
                            1000 * (seconds(usage.ru_utime) + seconds(usage.ru_stime)),
                            static_cast<double>(usage.ru_maxrss) / 1024));
}

/// Of all files of a site.
std::size_t bytes_of(const Output& output) {
  std::size_t bytes = output.bytes.size();
  for (const epub::File& file : output.files) bytes += file.bytes.size();
  return bytes;
}

/// `out/guide.pdf: 142 pages, 812345 bytes`
std::string summary_of(const source::Path& path, const Output& output) {
  std::string counts;
  if (output.pages > 0) counts = counted(output.pages, "page") + ", ";
  if (!output.files.empty()) counts = counted(output.files.size(), "file") + ", ";
  return fmt::format("{}: {}{}\n", printable(path), counts, counted(bytes_of(output), "byte"));
}

void write_editions(Compilation& made, const BuildOptions& options) {
  make_folder(options.folder);
  Stopwatch stopwatch(made.laps);
  std::vector<OutputFile> files;
  std::vector<OutputFolder> sites;
  std::string summary;
  for (const Output& output : made.outputs) {
    const source::Path path =
        source::joined(options.folder, made.tree.manifest.editions[output.edition].file);
    summary += summary_of(path, output);
    if (output.files.empty()) {
      files.push_back({path, output.bytes});
    } else {
      OutputFolder& site = sites.emplace_back(OutputFolder{path, {}});
      for (const epub::File& file : output.files) site.files.push_back({file.name, file.bytes});
    }
  }
  const source::Path onix = made.tree.manifest.name + ".onix.xml";
  if (!made.onix.empty()) files.push_back({source::joined(options.folder, onix), made.onix});
  write_outputs(files, sites);
  if (!options.summary) print(stderr, summary);
  stopwatch.lap("writing");
}

/// What was spent on one edition alone. The last PDF and the e-books are written at the same time.
double milliseconds_of(const Compilation& made, std::size_t edition) {
  const std::string prefix = made.tree.manifest.editions[edition].name + ": ";
  double sum = 0;
  for (const Lap& lap : made.laps) {
    if (lap.name.starts_with(prefix)) sum += milliseconds(lap.time);
  }
  return sum;
}

/// For programs to read: a line for each output, and one for the book with all its time and its warnings.
void print_summary(const Compilation& made, const BuildOptions& options, const source::Path& manifest,
                   std::size_t warnings, std::chrono::nanoseconds time) {
  std::string lines;
  for (const Output& output : made.outputs) {
    const source::Path path =
        source::joined(options.folder, made.tree.manifest.editions[output.edition].file);
    lines += fmt::format("{}\t{}\t{}\t{:.0f}\t\n", printable(path), output.pages, bytes_of(output),
                         milliseconds_of(made, output.edition));
  }
  print(stdout,
        lines + fmt::format("{}\t\t\t{:.0f}\t{}\n", printable(manifest), milliseconds(time), warnings));
}

/// Also of a book with errors: the report is no output of the book's.
void write_typography_report(const Compilation& made, const source::Path& path) {
  if (path == "-") {
    print(stdout, made.typography_report);
  } else if (!path.empty()) {
    write_outputs({{path, made.typography_report}});
  }
}

/// The last line: how many mistakes, and what that means for the outputs.
void print_verdict(const std::vector<base::Diagnostic>& found, bool failed) {
  const std::size_t errors = count(found, Severity::error);
  const std::size_t warnings = count(found, Severity::warning);
  if (failed) {
    print(stderr, fmt::format("{}, {}: no output was written\n", counted(errors, "error"),
                              counted(warnings, "warning")));
  } else if (warnings > 0) {
    print(stderr, counted(warnings, "warning") + "\n");
  }
}

}  // namespace

void print(std::FILE* stream, std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stream) != text.size() || std::fflush(stream) != 0) {
    throw CommandError("standard output cannot be written");
  }
}

int build(const BuildOptions& options, const source::FileSystem& files) {
  const auto start = std::chrono::steady_clock::now();
  Request request = options.request;
  request.manifest = manifest_path(request.manifest, files);
  base::Diagnostics diagnostics;
  Compilation made = compile(request, files, diagnostics);

  const std::vector<base::Diagnostic> found = without_repetitions(diagnostics.all());
  const bool failed =
      count(found, Severity::error) > 0 || (options.strict && count(found, Severity::warning) > 0);
  report(found, made.tree.sources, options.diagnostics);
  if (options.dump) {
    print(stdout, made.dump);
  }
  write_typography_report(made, options.typography_report);
  if (!failed && request.last == Stage::outputs) {
    write_editions(made, options);
    if (options.summary) {
      print_summary(made, options, request.manifest, count(found, Severity::warning),
                    std::chrono::steady_clock::now() - start);
    }
  }
  print_verdict(found, failed);
  if (options.timings) {
    print_timings(made.laps);
  }
  return failed ? 1 : 0;
}

}  // namespace reliure::app
