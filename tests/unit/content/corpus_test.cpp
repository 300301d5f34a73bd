#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>

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

class Guide : public testing::Test {
 protected:
  void SetUp() override {
    const fs::path root = corpus_root() / "guide-achats";
    if (!fs::exists(root)) GTEST_SKIP() << "no corpus at " << root << "; set RELIURE_CORPUS";
    corpus = std::make_unique<Corpus>(fs::canonical(root));
    manuscript = parse(corpus->tree, {2}, diagnostics);
  }

  std::unique_ptr<Corpus> corpus;
  base::Diagnostics diagnostics;
  book::Manuscript manuscript;
};

TEST_F(Guide, ItsTablesAreWhole) {
  EXPECT_EQ(count(manuscript, book::Kind::table), 25u);
  EXPECT_EQ(count(manuscript, book::Kind::caption), 25u);
  EXPECT_EQ(count(manuscript, book::Kind::tr), 253u);
  EXPECT_EQ(count(manuscript, book::Kind::td), 761u);
  EXPECT_EQ(count(manuscript, book::Kind::th), 137u);
}

TEST_F(Guide, EveryLinkInsideLeadsToItsPlace) {
  EXPECT_FALSE(diagnostics.has_errors());
  std::size_t inside = 0;
  for (const book::LinkTarget& link : manuscript.links) inside += link.node != book::kNoNode;
  const std::size_t listed = static_cast<std::size_t>(std::ranges::count_if(
      manuscript.outline, [&](const auto& e) { return e.level <= corpus->tree.manifest.contents_depth; }));
  // 47 to fragments, 47 to other pages, and the contents.
  EXPECT_EQ(inside, 47u + 47u + listed);
}

TEST_F(Guide, ItsKnownDefectsAreReportedAndNothingElse) {
  std::map<std::string_view, int> codes;
  for (const base::Diagnostic& diagnostic : diagnostics.all()) ++codes[base::name(diagnostic.code)];
  const std::map<std::string_view, int> expected = {
      {"content/missing-alt", 1}, {"content/missing-download", 2}, {"content/stray-end-tag", 1}};
  EXPECT_EQ(codes, expected);
}

TEST_F(Guide, ItsPicturesAreReadOnce) {
  EXPECT_EQ(manuscript.resources.size(), 8u);
  EXPECT_EQ(manuscript.pictures.size(), 14u);
}

TEST_F(Guide, TwoThreadsMakeTheSameBookAsOne) {
  base::Diagnostics again;
  EXPECT_EQ(dump(manuscript), dump(parse(corpus->tree, {1}, again)));
}

}  // namespace
}  // namespace reliure::content
