#pragma once
// The project's own files, as the lint tests read them.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace reliure::lint {

namespace fs = std::filesystem;

inline fs::path root() { return RELIURE_SOURCE_DIR; }

inline std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

inline std::vector<std::string> lines_of(const fs::path& path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) {
    lines.push_back(line);
  }
  return lines;
}

/// All files below `folder` with one of the endings, sorted.
inline std::vector<fs::path> files_below(const fs::path& folder, const std::vector<std::string>& endings) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator(root() / folder)) {
    const std::string ending = entry.path().extension().string();
    if (entry.is_regular_file() && std::find(endings.begin(), endings.end(), ending) != endings.end()) {
      found.push_back(entry.path());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

/// What is written about the program; the manual is a book, too.
inline std::vector<fs::path> documents() {
  std::vector<fs::path> found = files_below("docs", {".md"});
  for (const fs::path& file : files_below("content/manual", {".md"})) found.push_back(file);
  for (const char* name :
       {"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "src/README.md", "tests/README.md"}) {
    found.push_back(root() / name);
  }
  return found;
}

/// The path as a person would write it.
inline std::string shown(const fs::path& path) { return fs::relative(path, root()).string(); }

/// What a command of the shell prints, run at the project's root; empty when it fails.
inline std::string output_of(const std::string& command) {
  std::FILE* pipe = popen(("cd '" + root().string() + "' && " + command + " 2>/dev/null").c_str(), "r");
  if (pipe == nullptr) {
    return {};
  }
  std::string text;
  char piece[4096];
  for (std::size_t size = 0; (size = std::fread(piece, 1, sizeof piece, pipe)) > 0;) {
    text.append(piece, size);
  }
  return pclose(pipe) == 0 ? text : std::string();
}

}  // namespace reliure::lint
