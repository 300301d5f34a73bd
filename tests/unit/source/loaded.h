#pragma once
// A book in memory, loaded, and what was said about it.
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "source/load.h"

namespace reliure::source {

struct Loaded {
  std::unique_ptr<MemoryFiles> files;
  base::Diagnostics diagnostics;
  Tree tree;
};

/// Loads `book.yaml` from these files. Unless the test gives them, the program's own style sheet is empty and
/// it ships no fonts.
inline Loaded load_book(std::map<Path, base::Bytes> files) {
  Loaded loaded;
  files.emplace("reliure:/styles/base.css", "");
  files.emplace("reliure:/fonts/fonts.yaml", "fonts: []\n");
  loaded.files = std::make_unique<MemoryFiles>(std::move(files));
  loaded.tree = load(*loaded.files, "book.yaml", loaded.diagnostics);
  return loaded;
}

/// Loads a manifest of one page.
inline Loaded load_manifest(std::string manifest) {
  return load_book({{"book.yaml", std::move(manifest)}, {"a.md", "# A\n"}});
}

/// Each diagnostic as `file:line:column code: message`, for comparing whole lists.
inline std::vector<std::string> reported(const Loaded& loaded) {
  std::vector<std::string> lines;
  for (const base::Diagnostic& diagnostic : loaded.diagnostics.all()) {
    std::string place;
    if (diagnostic.span.file.value != 0) {
      const base::Place at = loaded.tree.sources.place(diagnostic.span.file, diagnostic.span.begin);
      place = std::string(loaded.tree.sources.name(diagnostic.span.file)) + ":" + std::to_string(at.line) +
              ":" + std::to_string(at.column) + " ";
    }
    lines.push_back(place + std::string(base::name(diagnostic.code)) + ": " + diagnostic.message);
  }
  return lines;
}

/// The paths of the pages in reading order, each behind its depth: `2 fiches/a.md`.
inline std::vector<std::string> order(const Tree& tree) {
  std::vector<std::string> lines;
  for (const Page& page : tree.pages) {
    lines.push_back(std::to_string(page.depth) + " " + page.path);
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace reliure::source
