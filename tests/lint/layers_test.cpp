// Includes point one way.
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>

#include "lint/tree.h"

namespace reliure::lint {
namespace {

/// Which rooms a room may include, besides itself.
const std::map<std::string, std::set<std::string>> kMayInclude = {
    {"base", {}},
    {"book", {"base"}},
    {"access", {"book", "base"}},
    {"source", {"book", "base"}},
    {"text", {"book", "base"}},
    {"image", {"book", "base"}},
    {"content", {"book", "source", "base"}},
    {"style", {"book", "source", "base"}},
    {"layout", {"style", "text", "image", "book", "base"}},
    {"pdf", {"access", "text", "image", "book", "base"}},
    {"epub", {"access", "text", "image", "book", "base"}},
    {"app",
     {"source", "content", "style", "text", "image", "layout", "access", "pdf", "epub", "book", "base"}},
};

/// Which room owns a library; its headers stay in that room's .cpp files, or in headers for those alone.
const std::vector<std::pair<std::regex, std::set<std::string>>> kLibraries = {
    {std::regex("^yaml-cpp/"), {"source"}},
    {std::regex("^md4c"), {"content"}},
    {std::regex("^gumbo"), {"content"}},
    {std::regex("^hb(-|\\.)"), {"text"}},
    {std::regex("^fribidi"), {"text"}},
    {std::regex("^hyphen\\.h"), {"text"}},
    {std::regex("^(linebreak|unibreak)"), {"text"}},
    {std::regex("^(png|jpeglib|webp|lcms2|librsvg|cairo|pugixml)"), {"image"}},
    {std::regex("^hpdf"), {"pdf"}},
    {std::regex("^libdeflate"), {"pdf", "image"}},
    {std::regex("^zip\\.h"), {"epub"}},
    {std::regex("^(CLI|fmt)/"), {"app"}},
};

std::string room_of(const fs::path& file) { return fs::relative(file, root() / "src").begin()->string(); }

std::string listed(const std::set<std::string>& rooms) {
  std::string text;
  for (const std::string& room : rooms) {
    text += (text.empty() ? "" : ", ") + room;
  }
  return text.empty() ? "nothing" : text;
}

/// A header that includes the header `file`, or nothing.
std::string header_that_includes(const fs::path& file) {
  const std::string include = "#include \"" + fs::relative(file, root() / "src").string() + "\"";
  for (const fs::path& header : files_below("src", {".h"})) {
    if (read(header).find(include) != std::string::npos) {
      return shown(header);
    }
  }
  return {};
}

TEST(Layers, ARoomIncludesOnlyTheRoomsBelowIt) {
  const std::regex include("^#include \"([a-z]+)/");
  for (const fs::path& file : files_below("src", {".h", ".cpp"})) {
    const std::string room = room_of(file);
    ASSERT_TRUE(kMayInclude.contains(room))
        << shown(file) << " is in a room that the table of layers does not know";
    for (const std::string& line : lines_of(file)) {
      std::smatch match;
      if (!std::regex_search(line, match, include) || match[1] == room) {
        continue;
      }
      EXPECT_TRUE(kMayInclude.at(room).contains(match[1]))
          << shown(file) << " includes " << match[1] << "/, but " << room << "/ may include only "
          << listed(kMayInclude.at(room));
    }
  }
}

TEST(Layers, TheMapSaysTheSame) {
  const std::string map = read(root() / "src/README.md");
  for (const auto& [room, below] : kMayInclude) {
    const std::string row = "| `" + room + "` | " + listed(below) + " |";
    EXPECT_NE(map.find(row), std::string::npos) << "src/README.md wants a line that begins with " << row;
  }
}

TEST(Layers, ALibraryIsIncludedOnlyInTheRoomThatOwnsIt) {
  const std::regex include("^#include [<\"]([^>\"]+)[>\"]");
  for (const fs::path& file : files_below("src", {".h", ".cpp"})) {
    for (const std::string& line : lines_of(file)) {
      std::smatch match;
      if (!std::regex_search(line, match, include)) {
        continue;
      }
      for (const auto& [library, rooms] : kLibraries) {
        if (!std::regex_search(match[1].first, match[1].second, library)) {
          continue;
        }
        EXPECT_TRUE(rooms.contains(room_of(file)))
            << shown(file) << " includes " << match[1] << ", which belongs to " << listed(rooms) << "/";
        if (file.extension() == ".h") {
          EXPECT_EQ(header_that_includes(file), "")
              << shown(file) << " shows " << match[1] << " to other headers";
        }
      }
    }
  }
}

TEST(Layers, TheDiskIsReadOnlyBySourceAndApp) {
  const std::regex disk("^#include <(fstream|filesystem|fcntl\\.h|unistd\\.h|sys/stat\\.h)>");
  for (const fs::path& file : files_below("src", {".h", ".cpp"})) {
    const std::string room = room_of(file);
    if (room == "source" || room == "app") {
      continue;
    }
    for (const std::string& line : lines_of(file)) {
      EXPECT_FALSE(std::regex_search(line, disk)) << shown(file) << " reaches for the disk: " << line;
    }
  }
}

}  // namespace
}  // namespace reliure::lint
