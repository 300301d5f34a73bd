#include "app/options.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <vector>

#include "app/command_error.h"

namespace reliure::app {
namespace {

Options options_of(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "reliure");
  return read_options(static_cast<int>(arguments.size()), arguments.data());
}

/// The exit status of a command line that is answered on the spot.
int status_of(std::vector<const char*> arguments) {
  testing::internal::CaptureStderr();
  testing::internal::CaptureStdout();
  const Options options = options_of(std::move(arguments));
  testing::internal::GetCapturedStderr();
  testing::internal::GetCapturedStdout();
  return std::get<Answered>(options).status;
}

TEST(Options, OfBuildAreAllRead) {
  const BuildOptions options = std::get<BuildOptions>(
      options_of({"build", "book.yaml",    "-o",        "out",       "--edition",     "a",       "--edition",
                  "b",     "--stop-after", "styles",    "--dump",    "--diagnostics", "text",    "--jobs",
                  "3",     "--strict",     "--timings", "--summary", "--typo-report", "typo.txt"}));
  EXPECT_EQ(options.request.manifest, "book.yaml");
  EXPECT_EQ(options.folder, "out");
  EXPECT_EQ(options.request.editions, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(options.request.last, Stage::styles);
  EXPECT_EQ(options.diagnostics, DiagnosticFormat::text);
  EXPECT_EQ(options.request.jobs.count, 3u);
  EXPECT_TRUE(options.dump && options.strict && options.timings && options.summary);
  EXPECT_EQ(options.typography_report, "typo.txt");
  EXPECT_TRUE(options.request.typography_report);
}

TEST(Options, HaveDefaults) {
  const BuildOptions options = std::get<BuildOptions>(options_of({"build", "book.yaml"}));
  EXPECT_EQ(options.folder, "");
  EXPECT_TRUE(options.request.editions.empty());
  EXPECT_EQ(options.request.last, Stage::outputs);
  EXPECT_EQ(options.request.jobs.count, 0u);
  EXPECT_FALSE(options.dump || options.strict || options.timings || options.summary);
}

TEST(Options, TheVersionAndHelpAreNoFailure) {
  EXPECT_EQ(status_of({"--version"}), 0);
  EXPECT_EQ(status_of({"build", "--help"}), 0);
}

TEST(Options, AWrongCommandLineIsAFailureOfTheCommand) {
  EXPECT_EQ(status_of({}), 2);
  EXPECT_EQ(status_of({"build"}), 2);
  EXPECT_EQ(status_of({"build", "book.yaml", "--jobs", "0"}), 2);
  EXPECT_EQ(status_of({"build", "book.yaml", "--diagnostics", "xml"}), 2);
  EXPECT_EQ(status_of({"build", "book.yaml", "--dump"}), 2);
  EXPECT_EQ(status_of({"biuld", "book.yaml"}), 2);
}

TEST(Options, ADumpAndAReportCannotShareStandardOutput) {
  EXPECT_THROW(
      options_of({"build", "book.yaml", "--stop-after", "source", "--dump", "--diagnostics", "json"}),
      CommandError);
}

TEST(Options, TheEnvironmentDatesTheOutputs) {
  setenv("SOURCE_DATE_EPOCH", "1620086400", 1);
  EXPECT_EQ(std::get<BuildOptions>(options_of({"build", "book.yaml"})).request.timestamp, 1620086400);
  setenv("SOURCE_DATE_EPOCH", "yesterday", 1);
  EXPECT_THROW(options_of({"build", "book.yaml"}), CommandError);
  unsetenv("SOURCE_DATE_EPOCH");
  EXPECT_EQ(std::get<BuildOptions>(options_of({"build", "book.yaml"})).request.timestamp, std::nullopt);
}

TEST(Options, OneThingAloneGoesToStandardOutput) {
  using Arguments = std::vector<const char*>;
  const Arguments report = {"build", "book.yaml", "--typo-report", "-"};
  EXPECT_EQ(std::get<BuildOptions>(options_of(report)).typography_report, "-");
  for (const Arguments& more : {Arguments{"--stop-after", "pages", "--dump"},
                                {"--diagnostics", "json"},
                                {"--stop-after", "source"}}) {
    Arguments all = report;
    all.insert(all.end(), more.begin(), more.end());
    EXPECT_THROW(options_of(all), CommandError) << more.back();
  }
}

}  // namespace
}  // namespace reliure::app
