// No output declares a language by what is no tag; judged by qpdf and unzip.
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "books/command.h"
#include "books/library.h"

namespace reliure::books {
namespace {

constexpr std::string_view kManifest = R"(title: Languages
language: en
content: {pages: [a.md, b.md]}
editions:
  print: {format: pdf}
  ebook: {format: epub}
)";
constexpr std::string_view kFirst = R"(---
title: First
lang: fr_FR
---
<p lang="de_DE">a</p> <p lang="klingon!">b</p> <p lang="">c <span xml:lang="spanish">d</span></p>

<svg lang="es_ES" width="4" height="4"><title>e</title><text>e</text></svg>

![f](f.svg)
)";
constexpr std::string_view kSecond = "---\ntitle: Second\nlang: elvish\n---\ntext\n";
constexpr std::string_view kPicture =
    R"(<svg xmlns="http://www.w3.org/2000/svg" xml:lang="it_IT" width="4" height="4"><path d="M0 0h4v4z"/></svg>)";

std::set<std::string> found(const std::string& text, const std::regex& pattern) {
  std::set<std::string> all;
  for (std::sregex_iterator match(text.begin(), text.end(), pattern), end; match != end; ++match)
    all.insert(match->str(1));
  return all;
}

TEST(Languages, ThatAreNoTagsReachNoOutput) {
  const Folder folder;
  write(folder.path() / "book.yaml", kManifest);
  write(folder.path() / "a.md", kFirst);
  write(folder.path() / "b.md", kSecond);
  write(folder.path() / "f.svg", kPicture);
  const fs::path out = folder.path() / "out";
  const Finished made = run_reliure({"build", (folder.path() / "book.yaml").string(), "-o", out.string()});
  ASSERT_EQ(made.status, 0) << made.err;
  const std::string pdf =
      run({"qpdf", "--qdf", "--object-streams=disable", only_file(out, ".pdf").string(), "-"}).out;
  EXPECT_EQ(found(pdf, std::regex(R"(/Lang \(([^)]*)\))")),
            (std::set<std::string>{"en", "fr-FR", "de-DE", "es", "es-ES"}));
  const std::string ebook = run({"unzip", "-p", only_file(out, ".epub").string()}).out;
  EXPECT_EQ(found(ebook, std::regex(R"(\blang="([^"]*)\")")),
            (std::set<std::string>{"en", "fr-FR", "de-DE", "es", "es-ES"}));
}

}  // namespace
}  // namespace reliure::books
