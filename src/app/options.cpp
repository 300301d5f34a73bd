#include "app/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <utility>
#include <vector>

#include "app/command_error.h"

namespace reliure::app {
namespace {

/// The words of a choice, in the order in which help lists them.
template <typename Value>
using Words = std::vector<std::pair<std::string, Value>>;

const Words<Stage> kStages = {{"source", Stage::source},
                              {"manuscript", Stage::manuscript},
                              {"styles", Stage::styles},
                              {"pages", Stage::pages}};
const Words<DiagnosticFormat> kFormats = {
    {"text", DiagnosticFormat::text}, {"json", DiagnosticFormat::json}, {"sarif", DiagnosticFormat::sarif}};
/// More threads than any machine has; a larger number is a slip.
constexpr unsigned kMostJobs = 1024;

/// The date that reproducible builds agree on (reproducible-builds.org/specs/source-date-epoch).
std::optional<std::int64_t> source_date_epoch() {
  const char* written = std::getenv("SOURCE_DATE_EPOCH");
  if (written == nullptr || *written == '\0') {
    return std::nullopt;
  }
  const std::string_view digits = written;
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
  if (error != std::errc{} || end != digits.data() + digits.size() || seconds < 0) {
    throw CommandError("SOURCE_DATE_EPOCH is `" + std::string(digits) + "`, which is no number of seconds");
  }
  return seconds;
}

/// Describes an option whose argument is one of `words`; `value` becomes what the word means.
template <typename Value>
CLI::Option* add_choice(CLI::App& command, const std::string& name, Value& value, const Words<Value>& words,
                        const std::string& help) {
  std::string all;
  for (const auto& [word, meaning] : words) {
    all += (all.empty() ? "" : "|") + word;
  }
  const auto take = [&value, &words, name, all](const std::string& given) {
    const auto found = std::ranges::find(words, given, [](const auto& pair) { return pair.first; });
    if (found == words.end()) {
      throw CLI::ValidationError(name, "`" + given + "` is none of " + all);
    }
    value = found->second;
  };
  return command.add_option_function<std::string>(name, take, help)->type_name(all);
}

void describe_build(CLI::App& build, BuildOptions& options) {
  build.add_option("book", options.request.manifest, "The manifest, or the folder that holds a book.yaml")
      ->required()
      ->type_name("BOOK.yaml");
  build.add_option("-o,--output", options.folder, "The folder for the outputs (default: the current one)")
      ->type_name("DIR");
  build.add_option("--edition", options.request.editions, "Make only this edition; may be repeated")
      ->type_name("NAME")
      ->allow_extra_args(false);
  CLI::Option* last =
      add_choice(build, "--stop-after", options.request.last, kStages, "Make no output: stop there");
  build.add_flag("--dump", options.dump, "Print the value of the stage where the run stops")->needs(last);
  add_choice(build, "--diagnostics", options.diagnostics, kFormats,
             "How to report what is wrong; json and sarif go to standard output");
  build
      .add_option("--typo-report", options.typography_report,
                  "List what the rules of typography changed; - is standard output")
      ->type_name("FILE");
  build.add_option("--jobs", options.request.jobs.count, "Threads to use (default: one for each core)")
      ->check(CLI::Range(1u, kMostJobs))
      ->type_name("N");
  build.add_flag("--strict", options.strict, "Warnings count as errors");
  build.add_flag("--timings", options.timings, "Say where the time went");
  build.add_flag("--summary", options.summary,
                 "Print each output's file, pages, bytes and milliseconds on standard output, between tabs");
}

/// One thing alone can be read there.
void check_standard_output(const BuildOptions& options) {
  std::vector<std::string> there;
  if (options.dump) there.push_back("`--dump`");
  if (options.diagnostics != DiagnosticFormat::text) there.push_back("`--diagnostics`");
  if (options.summary) there.push_back("`--summary`");
  if (options.typography_report == "-") there.push_back("`--typo-report`");
  if (there.size() > 1) {
    throw CommandError(there[0] + " and " + there[1] + " cannot both go to standard output");
  }
}

}  // namespace

Options read_options(int count, const char* const* arguments) {
  CLI::App program("Compiles a folder of Markdown and HTML pages into an accessible PDF and EPUB.",
                   "reliure");
  program.set_version_flag("--version", "reliure " RELIURE_VERSION);
  program.require_subcommand(1);
  BuildOptions options;
  CLI::App* build = program.add_subcommand("build", "Make the editions of a book");
  describe_build(*build, options);
  CLI::App* table =
      program.add_subcommand("diagnostics", "List everything that can be reported, as Markdown");
  try {
    program.parse(count, arguments);
  } catch (const CLI::ParseError& error) {
    return Answered{program.exit(error) == 0 ? 0 : 2};
  }
  if (table->parsed()) {
    return CodeTableOptions{};
  }
  check_standard_output(options);
  options.request.typography_report = !options.typography_report.empty();
  if (options.request.typography_report && options.request.last == Stage::source) {
    throw CommandError("`--typo-report` tells of the manuscript: stop there or later");
  }
  options.request.timestamp = source_date_epoch();
  return options;
}

}  // namespace reliure::app
