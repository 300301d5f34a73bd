#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <map>

#include "content/dump.h"
#include "content/parse.h"

namespace reliure::content {
namespace {

namespace fs = std::filesystem;

/// The real guide as a tree of sources: its front matter is read just far enough to have titles.
struct Corpus {
  source::DiskFiles files;
  source::Tree tree;

  explicit Corpus(const fs::path& root) {
    tree.files = &files;
    tree.manifest.metadata.title = "Guide";
    tree.manifest.metadata.language = "fr";
    tree.manifest.metadata.date = "2021-05-04";
    tree.manifest.folder = tree.manifest.site_root = tree.manifest.content_root = root.string();
    tree.manifest.markdown = {true, true};
    for (const source::Path& path : files.list(root.string())) {
      if (fs::path(path).extension() == ".md") add(path.substr(root.string().size() + 1), *files.read(path));
    }
  }

  void add(const std::string& path, const std::string& text) {
    source::Page& page = tree.pages.emplace_back();
    page.path = path;
    page.file = tree.sources.add(path, text);
    const std::size_t end = text.find("\n---", 3);
    page.body = static_cast<std::uint32_t>(text.find('\n', end + 1) + 1);
    const std::size_t title = text.find("\ntitle: ") + 8;
    page.front_matter.title = text.substr(title, text.find('\n', title) - title);
    page.front_matter.span = {page.file, 0, page.body};
    page.depth = static_cast<int>(std::count(path.begin(), path.end(), '/')) - 1 +
                 (path.ends_with("index.md") ? 0 : 1);
    page.depth = std::clamp(page.depth, 1, 2);
  }
};

fs::path corpus_root() {
  const char* given = std::getenv("RELIURE_CORPUS");
  return given != nullptr ? fs::path(given) : fs::path(RELIURE_SOURCE_DIR) / "../shared/corpus";
}

std::size_t count(const book::Manuscript& manuscript, book::Kind kind) {
  return static_cast<std::size_t>(std::ranges::count(manuscript.nodes, kind, &book::Node::kind));
}

TEST(Corpus, TheGuideIsWhole) {
  const fs::path root = corpus_root() / "guide-achats";
  if (!fs::exists(root)) GTEST_SKIP() << "no corpus at " << root << "; set RELIURE_CORPUS";
  Corpus corpus(root);
  base::Diagnostics diagnostics;
  const auto start = std::chrono::steady_clock::now();
  const book::Manuscript manuscript = parse(corpus.tree, {1}, diagnostics);
  const auto time = std::chrono::steady_clock::now() - start;
  std::cerr << "corpus in " << std::chrono::duration<double, std::milli>(time).count() << " ms, "
            << manuscript.nodes.size() << " nodes\n";
  if (const char* path = std::getenv("RELIURE_DUMP"))
    std::freopen(path, "w", stdout), std::fputs(dump(manuscript).c_str(), stdout);
  std::map<std::string, int> codes;
  for (const base::Diagnostic& diagnostic : diagnostics.all()) {
    const base::Place place = corpus.tree.sources.place(diagnostic.span.file, diagnostic.span.begin);
    std::cerr << base::name(diagnostic.code) << " " << corpus.tree.sources.name(diagnostic.span.file) << ":"
              << place.line << ":" << place.column << " " << diagnostic.message << "\n";
    ++codes[std::string(base::name(diagnostic.code))];
  }
  EXPECT_EQ(count(manuscript, book::Kind::table), 25u);
  EXPECT_EQ(count(manuscript, book::Kind::td), 761u);
  EXPECT_EQ(count(manuscript, book::Kind::th), 137u);
  EXPECT_EQ(count(manuscript, book::Kind::tr), 253u);
}

}  // namespace
}  // namespace reliure::content
