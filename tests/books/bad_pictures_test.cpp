// Pictures made to fill the memory, to loop or to read other files; and pictures cut off anywhere.
#include <gtest/gtest.h>
#include <libdeflate.h>

#include <functional>

#include "books/command.h"
#include "books/library.h"

namespace reliure::books {
namespace {

/// What the program may take, address space and all: its code, its threads' stacks and a picture or two.
constexpr std::size_t kMemory = std::size_t{1500} << 20;

class BadPictures : public testing::Test {
 protected:
  void SetUp() override {
    write(folder.path() / "book.yaml", "title: Book\nlanguage: en\ncontent: {pages: [page.md]}\n");
  }

  /// The program on a book with this picture, under the limit.
  Finished build(const std::string& name, std::string_view picture) const {
    write(folder.path() / "page.md", "# Heading\n\n![a cat](" + name + ")\n");
    write(folder.path() / name, picture);
    return run_reliure(
        {"build", (folder.path() / "book.yaml").string(), "-o", (folder.path() / "out").string()},
        {{}, "", kMemory});
  }

  /// The run ends with 1 and names the code at the picture's line.
  void expect_error(const std::string& name, std::string_view picture, const std::string& code) const {
    const Finished finished = build(name, picture);
    EXPECT_EQ(finished.status, 1) << finished.err.substr(0, 2000);
    EXPECT_NE(finished.err.find("error[" + code + "]"), std::string::npos) << finished.err.substr(0, 2000);
    EXPECT_NE(finished.err.find("page.md:3:"), std::string::npos) << finished.err.substr(0, 2000);
  }

  /// The run ends with 0 and, when there is a code, warns with it.
  void expect_built(const std::string& name, std::string_view picture, const std::string& code) const {
    const Finished finished = build(name, picture);
    EXPECT_EQ(finished.status, 0) << finished.err.substr(0, 2000);
    EXPECT_EQ(finished.err.find("warning[" + code + "]") != std::string::npos, !code.empty())
        << finished.err.substr(0, 2000);
  }

  const Folder folder;
};

std::string big_endian(std::uint32_t value) {
  std::string out;
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift);
  return out;
}

std::string chunk(const std::string& type, const std::string& content) {
  const std::string checked = type + content;
  return big_endian(static_cast<std::uint32_t>(content.size())) + checked +
         big_endian(libdeflate_crc32(0, checked.data(), checked.size()));
}

/// A PNG of 8 bits; `color` is 0 for grey, 2 for RGB, 6 for RGB with opacity.
std::string png(std::uint32_t width, std::uint32_t height, char color, const std::string& chunks) {
  return "\x89PNG\r\n\x1A\n" +
         chunk("IHDR", big_endian(width) + big_endian(height) + '\x08' + color + std::string(3, '\0')) +
         chunks + chunk("IEND", "");
}

/// `plain` as a zlib stream.
std::string packed(const std::string& plain) {
  std::string out(plain.size() + 1000, '\0');
  libdeflate_compressor* compressor = libdeflate_alloc_compressor(9);
  out.resize(libdeflate_zlib_compress(compressor, plain.data(), plain.size(), out.data(), out.size()));
  libdeflate_free_compressor(compressor);
  EXPECT_FALSE(out.empty());
  return out;
}

std::string zeros(std::size_t size) { return packed(std::string(size, '\0')); }

/// Rows of grey noise, each behind the byte of no filter.
std::string noise(std::size_t width, std::size_t height) {
  std::string rows;
  std::uint32_t state = 1;
  for (std::size_t i = 0; i < (width + 1) * height; ++i) {
    state = state * 1664525 + 1013904223;
    rows += i % (width + 1) == 0 ? '\0' : static_cast<char>(state >> 24);
  }
  return rows;
}

std::string svg(const std::string& content, const std::string& before = "") {
  return before + "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90\" height=\"90\">" + content +
         "</svg>";
}

const fs::path kPictures = fs::path(RELIURE_SOURCE_DIR) / "tests/books/torture/img";

TEST_F(BadPictures, SidesOfGigapixelsAreRefused) {
  expect_error("cat.png", png(60'000, 60'000, 2, chunk("IDAT", zeros(1000))), "image/too-large");
  // SOF0 of 65,500 by 65,500 in grey, and an end.
  const std::string jpeg(
      "\xFF\xD8\xFF\xC0\0\x0B\x08\xFF\xDC\xFF\xDC\x01\x01\x11\0\xFF\xDA\0\x08\x01\x01\0\0\x3F\0\xFF\xD9", 27);
  expect_error("cat.jpg", jpeg, "image/too-large");
  // A lossless WebP header of 16,384 by 16,384.
  const std::string webp("RIFF\x16\0\0\0WEBPVP8L\x09\0\0\0\x2F\xFF\xFF\xFF\x0F\0\0\0\0\0", 30);
  expect_error("cat.webp", webp, "image/too-large");
}

TEST_F(BadPictures, StreamsThatUnpackToGigabytesAreRefused) {
  // 256 MB a chunk, eight times over, for one pixel: only the first counts as a stream, and it is too long.
  const std::string bomb = chunk("IDAT", zeros(std::size_t{256} << 20));
  expect_error("cat.png", png(1, 1, 2, bomb), "image/malformed");
}

TEST_F(BadPictures, ChunksThatUnpackToGigabytesAreNotUnpacked) {
  const std::string bomb = zeros(std::size_t{256} << 20);
  const std::string row = chunk("IDAT", zeros(5));
  expect_built(
      "cat.png",
      png(1, 1, 6,
          chunk("iCCP", std::string("a\0\0", 3) + bomb) + chunk("zTXt", std::string("a\0\0", 3) + bomb) +
              chunk("iTXt", std::string("a\0\1\0\0\0", 6) + bomb) + row),
      "");
}

TEST_F(BadPictures, EntitiesThatMultiplyAreNotExpanded) {
  std::string type = "<!DOCTYPE svg [<!ENTITY e0 \"ha\">";
  for (int i = 1; i < 30; ++i) {
    std::string value;
    for (int j = 0; j < 10; ++j) value += "&e" + std::to_string(i - 1) + ";";
    type += "<!ENTITY e" + std::to_string(i) + " \"" + value + "\">";
  }
  const Finished finished =
      build("cat.svg",
            svg("<filter id=\"f\"><feFlood/></filter><text filter=\"url(#f)\">&e29;</text>", type + "]>"));
  EXPECT_LE(finished.status, 1) << finished.err.substr(0, 2000);
}

TEST_F(BadPictures, EntitiesOfOtherFilesAreNotRead) {
  write(folder.path() / "secret.txt", "the secret words");
  const std::string type =
      "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file://" + (folder.path() / "secret.txt").string() + "\">]>";
  const Finished finished = build("cat.svg", svg("<title>&x;</title><text y=\"50\">&x;</text>", type));
  EXPECT_LE(finished.status, 1) << finished.err.substr(0, 2000);
  EXPECT_EQ(finished.err.find("the secret words"), std::string::npos);
}

TEST_F(BadPictures, UsesThatLeadBackOrMultiplyAreRefused) {
  expect_error("cat.svg", svg("<g id=\"a\"><use href=\"#a\"/></g>"), "image/malformed");
  expect_error("cat.svg", svg("<g id=\"a\"><use href=\"#b\"/></g><g id=\"b\"><use href=\"#a\"/></g>"),
               "image/malformed");
  std::string content = "<g id=\"u0\"><rect width=\"1\" height=\"1\"/></g>";
  for (int i = 1; i < 30; ++i) {
    const std::string use = "<use href=\"#u" + std::to_string(i - 1) + "\"/>";
    content += "<g id=\"u" + std::to_string(i) + "\">" + use + use + use + use + "</g>";
  }
  expect_error("cat.svg", svg(content), "image/too-large");
}

TEST_F(BadPictures, FarBeyondAScreenAreSmallerInTheEbook) {
  const Finished finished = build("cat.png", png(4000, 100, 0, chunk("IDAT", packed(noise(4000, 100)))));
  EXPECT_EQ(finished.status, 0) << finished.err;
  EXPECT_NE(finished.err.find("note[epub/smaller-pictures]"), std::string::npos) << finished.err;
  EXPECT_NE(finished.err.find("`cat.png` (4000 by 100 pixels)"), std::string::npos) << finished.err;
}

TEST_F(BadPictures, DeepNestingIsRefused) {
  std::string open, close;
  for (int i = 0; i < 100'000; ++i) {
    open += "<g>";
    close += "</g>";
  }
  expect_error("cat.svg", svg(open + close), "image/too-large");
}

TEST_F(BadPictures, FiltersWithoutEndStayVectors) {
  expect_built(
      "cat.svg",
      svg("<filter id=\"f\"><feMorphology radius=\"1000\"/><feTurbulence numOctaves=\"1000\"/></filter>"
          "<rect width=\"90\" height=\"90\" filter=\"url(#f)\"/>"),
      "image/svg-unsupported");
}

/// Cut off at every sixteenth of its length.
void expect_truncations(const std::function<Finished(std::string_view)>& build, const std::string& whole) {
  for (std::size_t part = 1; part < 16; ++part) {
    const Finished finished = build(std::string_view(whole).substr(0, whole.size() * part / 16));
    EXPECT_EQ(finished.status, 1) << part << "/16: " << finished.err.substr(0, 2000);
    const bool named = finished.err.find("error[image/") != std::string::npos ||
                       finished.err.find("error[content/unusable-picture]") != std::string::npos;
    EXPECT_TRUE(named) << part << "/16: " << finished.err.substr(0, 2000);
  }
}

TEST_F(BadPictures, OfEveryKindMayBeCutOffAnywhere) {
  std::size_t kinds = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(kPictures)) {
    const std::string name = "cat" + entry.path().extension().string();
    const std::string whole = read(entry.path());
    if (!entry.is_regular_file() || build(name, whole).status != 0) continue;
    ++kinds;
    expect_truncations([&](std::string_view cut) { return build(name, cut); }, whole);
  }
  EXPECT_GE(kinds, 3u);
}

}  // namespace
}  // namespace reliure::books
