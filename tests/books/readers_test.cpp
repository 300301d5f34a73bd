// The finished e-books, as those say who check them and those who read them: EPUBCheck, Ace by DAISY, and a
// reader in a browser. npm installs all three.
#include <gtest/gtest.h>

#include <cstdlib>

#include "books/command.h"
#include "books/json.h"
#include "books/library.h"

namespace reliure::books {
namespace {

const fs::path kPackages = fs::path(RELIURE_JUDGES) / "node_modules";

/// Why a program of a package cannot be run, else empty.
std::string missing(const fs::path& file) {
  if (fs::exists(kPackages / file)) return {};
  return "no " + (kPackages / file).string() + ": `source cmake/setup.sh; install_npm` installs it";
}

std::string browser() {
  const char* const given = std::getenv("PUPPETEER_EXECUTABLE_PATH");
  return given != nullptr ? given : "/usr/bin/chromium";
}

std::string missing_in_browser(const fs::path& file) {
  if (!fs::exists(browser())) return "no " + browser() + ": `dependencies.txt` names its package";
  return missing(file);
}

/// What a browser is started with: its own folder for all that it keeps, and time to start on a busy machine.
Surroundings with_browser(const Folder& home) {
  return {{{"PUPPETEER_EXECUTABLE_PATH", browser()},
           {"RELIURE_JUDGES", RELIURE_JUDGES},
           {"ACE_TIMEOUT_INITIAL", "120000"},
           {"HOME", home.path().string()},
           {"XDG_CONFIG_HOME", ""},
           {"XDG_CACHE_HOME", ""},
           {"NO_COLOR", "1"}},
          {}};
}

class Readers : public Judged {};

/// Not a word, neither of errors and warnings nor of usage and what is for information.
TEST_P(Readers, EpubcheckHasNothingToSay) {
  const fs::path checker = "@likecoin/epubcheck-ts/bin/epubcheck.js";
  if (!missing(checker).empty()) GTEST_SKIP() << missing(checker);
  const Folder folder;
  const fs::path report = folder.path() / "report.json";
  const Finished finished = run({"node", (kPackages / checker).string(), "--quiet", "--usage", "--json",
                                 report.string(), epub().string()});
  EXPECT_EQ(finished.status, 0) << finished.out << finished.err;
  ASSERT_TRUE(fs::exists(report)) << finished.out << finished.err;
  const Json said = parse_json(read(report));
  ASSERT_EQ(said["messages"].kind, Json::Kind::array);
  for (const Json& message : said["messages"].items) {
    const Json& places = message["locations"];
    const Json place = places.items.empty() ? Json{} : places.items.front();
    ADD_FAILURE() << message["severity"].text << ' ' << message["ID"].text << ": " << message["message"].text
                  << " at " << place["path"].text << ':' << place["line"].text;
  }
}

/// No violation of whatever impact, minor ones included.
TEST_P(Readers, AceFindsNothingThatBarsAnybody) {
  const fs::path ace = "@daisy/ace-cli/bin/ace.js";
  if (!missing_in_browser(ace).empty()) GTEST_SKIP() << missing_in_browser(ace);
  const Folder folder;
  const Finished finished = run({"node", (kPackages / ace).string(), "--silent", "--outdir",
                                 folder.path().string(), "--force", epub().string()},
                                with_browser(folder));
  const fs::path report = folder.path() / "report.json";
  ASSERT_TRUE(fs::exists(report)) << finished.out << finished.err;
  const Json said = parse_json(read(report));
  EXPECT_GT(said["assertions"].items.size(), 1u) << "no chapter was looked at";
  for (const Json& subject : said["assertions"].items) {
    for (const Json& each : subject["assertions"].items) {
      ADD_FAILURE() << subject["earl:testSubject"]["url"].text << ": "
                    << each["earl:test"]["earl:impact"].text << ' ' << each["earl:test"]["dct:title"].text
                    << ": " << each["earl:result"]["html"].text;
    }
  }
  EXPECT_EQ(said["earl:result"]["earl:outcome"].text, "pass");
}

/// Every chapter is opened, every entry of the contents, the landmarks and the page list is followed, and
/// every link.
TEST_P(Readers, AReaderShowsEveryChapterAndFindsEveryPlace) {
  for (const char* const needed : {"foliate-js/view.js", "puppeteer-core/package.json"}) {
    if (!missing_in_browser(needed).empty()) GTEST_SKIP() << missing_in_browser(needed);
  }
  const Folder folder;
  const Finished finished =
      run({"node", RELIURE_SOURCE_DIR "/tests/books/read_epub.mjs", epub().string()}, with_browser(folder));
  EXPECT_EQ(finished.status, 0) << finished.out << finished.err;
}

INSTANTIATE_TEST_SUITE_P(Books, Readers, testing::ValuesIn(all_titles()), name_of);

}  // namespace
}  // namespace reliure::books
