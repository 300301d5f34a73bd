// The real guide, as the first users have it.
#include <gtest/gtest.h>

#include <cstdlib>

#include "unit/source/loaded.h"

namespace reliure::source {
namespace {

Path corpus() {
  const char* named = std::getenv("RELIURE_CORPUS");
  return named != nullptr ? Path(named) : joined(RELIURE_SOURCE_DIR, "../shared/corpus");
}

/// Disk, with a manifest of ours in memory.
class CorpusFiles final : public FileSystem {
 public:
  explicit CorpusFiles(base::Bytes manifest) : manifest_(std::move(manifest)) {}
  std::optional<base::Bytes> read(const Path& path) const override {
    if (path == "reliure:/styles/base.css") {
      return "";
    }
    return path == "book.yaml" ? manifest_ : disk_.read(path);
  }
  bool exists(const Path& path) const override { return disk_.exists(path); }
  std::vector<Path> list(const Path& folder) const override { return disk_.list(folder); }
  std::optional<Path> canonical(const Path& path) const override { return disk_.canonical(path); }

 private:
  base::Bytes manifest_;
  DiskFiles disk_;
};

TEST(Corpus, PagesStandAsTheSiteOrdersThem) {
  if (!DiskFiles().canonical(corpus())) {
    GTEST_SKIP() << "the guide is not at " << corpus() << ": set RELIURE_CORPUS";
  }
  const CorpusFiles files("title: T\nlanguage: fr\ncontent:\n  root: " + corpus() +
                          "/guide-achats/publications/guide-pratique-achats-numeriques-responsables\n");
  base::Diagnostics diagnostics;
  const Tree tree = load(files, "book.yaml", diagnostics);
  EXPECT_EQ(order(tree), (Lines{"1 index.md",
                                "1 introduction.md",
                                "1 demarche-numerique-responsable/index.md",
                                "2 demarche-numerique-responsable/definition.md",
                                "2 demarche-numerique-responsable/analyse-cycle-de-vie.md",
                                "2 demarche-numerique-responsable/alternative-achat.md",
                                "2 demarche-numerique-responsable/fin-de-vie.md",
                                "2 demarche-numerique-responsable/que-prevoit-la-loi.md",
                                "1 labels/index.md",
                                "2 labels/produits.md",
                                "2 labels/organisation.md",
                                "2 labels/interministeriel.md",
                                "1 fiches-pratiques/index.md",
                                "2 fiches-pratiques/bureautique.md",
                                "2 fiches-pratiques/impression.md",
                                "2 fiches-pratiques/reseaux.md",
                                "2 fiches-pratiques/hebergement.md",
                                "2 fiches-pratiques/prestations-intellectuelles.md",
                                "2 fiches-pratiques/logiciels.md",
                                "1 glossaire.md",
                                "1 equipe-projet.md"}));
  ASSERT_EQ(diagnostics.all().size(), 1u);
  EXPECT_EQ(diagnostics.all()[0].message, "5 pages share the navigation key `definition`");
  EXPECT_EQ(diagnostics.all()[0].labels.size(), 4u);
}

}  // namespace
}  // namespace reliure::source
