// How long the `text` room takes, in milliseconds of the clock and of the processor. Run with text files;
// their words are the measure:
//   text_bench FONT_FOLDER PATTERNS.dic FILE...
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "text/breaks.h"
#include "text/font_library.h"
#include "text/hyphenate.h"
#include "text/itemize.h"
#include "text/shape.h"
#include "text/subset.h"

namespace {

using reliure::base::Bytes;
namespace text = reliure::text;

Bytes read_file(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// Runs `work` once and prints how long it took, with what it returns as a check that it did something.
/// The processor's time is what counts on a machine that does other things too.
template <class Work>
void measure(const char* what, const Work& work) {
  const auto start = std::chrono::steady_clock::now();
  const std::clock_t processor_start = std::clock();
  const std::size_t count = work();
  const double processor = 1000.0 * static_cast<double>(std::clock() - processor_start) / CLOCKS_PER_SEC;
  const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
  std::printf("%-34s %8.2f ms %8.2f ms   (%zu)\n", what, taken.count(), processor, count);
}

std::vector<std::string> split(const std::string& all, const char* separators) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find_first_of(separators, begin), all.size());
    if (end > begin) {
      parts.push_back(all.substr(begin, end - begin));
    }
    begin = end + 1;
  }
  return parts;
}

std::vector<reliure::book::Font> fonts_in(const std::string& folder) {
  std::vector<reliure::book::Font> fonts;
  for (const char* name :
       {"source-serif-4-regular", "source-serif-4-regular-italic", "source-serif-4-semibold",
        "source-serif-4-semibold-italic", "source-serif-4-bold", "source-serif-4-bold-italic",
        "source-sans-3-regular", "source-sans-3-regular-italic", "source-sans-3-semibold",
        "source-sans-3-semibold-italic", "source-sans-3-bold", "source-code-pro-regular",
        "source-code-pro-regular-italic", "source-code-pro-bold"}) {
    reliure::book::Font font;
    font.file = std::make_shared<const Bytes>(read_file(folder + "/" + name + ".ttf"));
    fonts.push_back(std::move(font));
  }
  return fonts;
}

void measure_text(const text::FontLibrary& fonts, const std::string& all) {
  const std::vector<std::string> words = split(all, " \n"), paragraphs = split(all, "\n");
  const text::FaceId face{0};
  measure("itemize paragraphs", [&] {
    std::size_t runs = 0;
    for (const std::string& paragraph : paragraphs) {
      runs += text::itemize(paragraph, face, fonts, text::bidi_levels(paragraph, 0)).size();
    }
    return runs;
  });
  measure("break paragraphs", [&] {
    std::size_t bytes = 0;
    for (const std::string& paragraph : paragraphs) {
      bytes += text::break_opportunities(paragraph, "fr").size();
    }
    return bytes;
  });
  text::Shaper shaper(fonts);
  for (const char* what : {"shape words", "shape words again"}) {
    measure(what, [&] {
      for (const std::string& word : words) {
        shaper.shape({face, {}, "fr", 0, false}, word);
      }
      return words.size();
    });
  }
}

void measure_hyphenation(const std::string& patterns, const std::string& all) {
  text::Hyphenator hyphenator;
  hyphenator.add("fr", read_file(patterns));
  measure("load patterns", [&] { return hyphenator.hyphenate("administration", "fr", {}).size(); });
  const std::vector<std::string> words = split(all, " \n");
  const std::set<std::string> distinct(words.begin(), words.end());
  measure("hyphenate distinct words", [&] {
    std::size_t places = 0;
    for (const std::string& word : distinct) {
      places += hyphenator.hyphenate(word, "fr", {}).size();
    }
    std::printf("%zu distinct words, ", distinct.size());
    return places;
  });
}

void measure_subset(const text::FontLibrary& fonts) {
  std::vector<std::uint16_t> glyphs;
  for (std::uint16_t glyph = 1; glyph <= 100; ++glyph) {
    glyphs.push_back(static_cast<std::uint16_t>(glyph * 3));
  }
  measure("subset to 100 glyphs", [&] { return text::subset(fonts.fonts()[0], glyphs).file.size(); });
  measure("subset for readers", [&] { return text::subset(fonts.fonts()[0], glyphs, true).file.size(); });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fputs("usage: text_bench FONT_FOLDER PATTERNS.dic FILE...\n", stderr);
    return 2;
  }
  std::string all;
  for (int i = 3; i < argc; ++i) {
    all += read_file(argv[i]);
  }
  reliure::base::Diagnostics diagnostics;
  std::vector<reliure::book::Font> files = fonts_in(argv[1]);
  std::unique_ptr<text::FontLibrary> fonts;
  measure("open fonts", [&] {
    fonts = std::make_unique<text::FontLibrary>(std::move(files), diagnostics);
    return fonts->fonts().size();
  });
  measure_text(*fonts, all);
  measure_hyphenation(argv[2], all);
  measure_subset(*fonts);
}
