#include "books/library.h"

#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>

#include "books/command.h"
#include "source/load.h"

namespace reliure::books {
namespace {

const fs::path kRoot = RELIURE_SOURCE_DIR;

std::string test_name(std::string name) {
  std::ranges::replace_if(
      name, [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

/// A manifest of the corpus names its folder from where it stands in the project; with `RELIURE_CORPUS` the
/// same manifest and its style sheet are written beside the outputs, with the paths that lead there.
Title corpus_title(std::string name, const std::string& manifest_name) {
  const char* given = std::getenv("RELIURE_CORPUS");
  const fs::path corpus = given != nullptr ? fs::path(given) : kRoot / "../shared/corpus";
  const fs::path here = kRoot / "tests/books/guide-achats";
  Title title{std::move(name), here / manifest_name, {}};
  if (!fs::exists(corpus / "guide-achats")) {
    title.missing = "no corpus at " + corpus.string() + "; set RELIURE_CORPUS";
  } else if (given != nullptr) {
    static const Folder folder;
    std::string manifest = read(title.manifest);
    const std::string written = "../../../../shared/corpus";
    for (std::size_t at = 0; (at = manifest.find(written, at)) != std::string::npos;) {
      manifest.replace(at, written.size(), fs::absolute(corpus).string());
    }
    title.manifest = folder.path() / "guide-achats" / manifest_name;
    write(title.manifest, manifest);
    write(folder.path() / "guide-achats/edition.css", read(here / "edition.css"));
  }
  return title;
}

}  // namespace

std::vector<Title> all_titles() {
  std::vector<Title> titles;
  if (fs::exists(kRoot / "content")) {
    for (const auto& entry : fs::directory_iterator(kRoot / "content")) {
      if (fs::exists(entry.path() / "book.yaml")) {
        titles.push_back({test_name(entry.path().filename().string()), entry.path() / "book.yaml", {}});
      }
    }
  }
  std::ranges::sort(titles, {}, &Title::name);
  titles.push_back({"torture", kRoot / "tests/books/torture/book.yaml", {}});
  titles.push_back(corpus());
  return titles;
}

Title scripts_title() { return {"scripts", kRoot / "tests/books/scripts/book.yaml", {}}; }

Title own_guide() { return {"guide", kRoot / "content/guide/book.yaml", {}}; }

Title own_manual() { return {"manual", kRoot / "content/manual/book.yaml", {}}; }

Title corpus() { return corpus_title("corpus", "book.yaml"); }

Title corpus_in_all_editions() { return corpus_title("corpus_in_all_editions", "seven.yaml"); }

Folder::Folder() {
  std::string name = (fs::temp_directory_path() / "reliure-judge-XXXXXX").string();
  path_ = mkdtemp(name.data());
}

Folder::~Folder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string read(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void write(const fs::path& path, std::string_view text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

fs::path only_file(const fs::path& folder, std::string_view ending) {
  fs::path only;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ending) {
      if (!only.empty()) {
        return {};
      }
      only = entry.path();
    }
  }
  return only;
}

std::vector<fs::path> files_of(const Title& title, const fs::path& folder, source::Format format) {
  static const source::DiskFiles files;
  base::Diagnostics diagnostics;
  std::vector<fs::path> paths;
  for (const source::Edition& edition :
       source::load(files, title.manifest.string(), diagnostics).manifest.editions) {
    if (edition.format == format) {
      paths.push_back(folder / edition.file);
    }
  }
  return paths;
}

const Made& made(const Title& title) {
  static std::map<std::string, Made> known;
  static const Folder folder;
  const auto [row, is_new] = known.try_emplace(title.name);
  if (is_new) {
    const fs::path out = folder.path() / title.name;
    const Finished finished = run_reliure({"build", title.manifest.string(), "-o", out.string()});
    row->second = {{}, {}, {}, finished.err, finished.status};
    if (finished.status == 0) {
      row->second.pdfs = files_of(title, out, source::Format::pdf);
      row->second.pdf = row->second.pdfs.at(0);
      row->second.epub = files_of(title, out, source::Format::epub).at(0);
    }
  }
  return row->second;
}

const laws::Compiled& compiled(const Title& title) {
  static std::map<std::string, laws::Compiled> known;
  static const source::DiskFiles files;
  const auto found = known.find(title.name);
  return found != known.end()
             ? found->second
             : known.emplace(title.name, laws::compile(files, title.manifest.string(), 2)).first->second;
}

}  // namespace reliure::books
