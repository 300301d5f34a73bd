// The words of the project's own books: how they are spelled, how French is set, and that they are ours.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <regex>
#include <set>
#include <sstream>

#include "books/command.h"
#include "books/passages.h"

namespace reliure::books {
namespace {

// --- Spelling

/// A language and its dictionary of Debian's hunspell; ours is `tests/books/words/NAME.txt`.
struct Dictionary {
  const char* language;
  const char* name;
  const char* package;
};
constexpr Dictionary kDictionaries[] = {{"fr", "fr", "hunspell-fr-classical"},
                                        {"en", "en_GB", "hunspell-en-gb"}};

fs::path own_words(const Dictionary& dictionary) {
  return fs::path(RELIURE_SOURCE_DIR) / "tests/books/words" / (std::string(dictionary.name) + ".txt");
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

/// What hunspell reads of a passage: no addresses, and apostrophes and spaces that it knows.
std::string plain(std::string text) {
  static const std::regex address("(https?://|www\\.)\\S+|\\S+@\\S+|[a-z0-9-]+(\\.[a-z0-9-]+)+(/\\S*)?");
  for (const auto& [from, to] : {std::pair{"’", "'"}, std::pair{"\u00A0", " "}, std::pair{"\u202F", " "}}) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos;)
      text.replace(at, std::string(from).size(), to);
  }
  return std::regex_replace(text, address, " ");
}

/// The word without what French and sentences put around it: an elided article, a full stop, an English
/// genitive.
std::string bare(std::string word) {
  if (const std::size_t at = word.find('\''); at != std::string::npos && at <= 2) word.erase(0, at + 1);
  if (word.ends_with("'s")) word.resize(word.size() - 2);
  while (word.ends_with('.') || word.ends_with('\'') || word.ends_with('-')) word.pop_back();
  return word;
}

bool has_digit(const std::string& word) {
  return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

class Spelling : public testing::TestWithParam<Title> {};

TEST_P(Spelling, IsThatOfADictionary) {
  if (run({"hunspell", "--version"}).status != 0) GTEST_SKIP() << "no hunspell: see dependencies.txt";
  const std::vector<Passage> passages = passages_of(GetParam());
  for (const Dictionary& dictionary : kDictionaries) {
    const Folder folder;
    std::string text;
    for (const Passage& passage : passages) {
      if (passage.language.starts_with(dictionary.language)) text += plain(passage.text) + "\n";
    }
    write(folder.path() / "text.txt", text);
    const Finished finished =
        run({"hunspell", "-d", dictionary.name, "-i", "utf-8", "-l", (folder.path() / "text.txt").string()});
    if (finished.status != 0)
      GTEST_SKIP() << "no dictionary " << dictionary.name << ": install " << dictionary.package;
    std::set<std::string> strange;
    for (const std::string& word : lines_of(finished.out)) strange.insert(bare(word));
    const std::vector<std::string> ours = lines_of(read(own_words(dictionary)));
    for (const std::string& word : strange) {
      EXPECT_TRUE(has_digit(word) || word.size() < 2 || std::ranges::binary_search(ours, word))
          << word << " is in no dictionary: mend it, or add it to " << own_words(dictionary);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Books, Spelling, testing::Values(own_guide(), own_manual()),
                         [](const auto& title) { return title.param.name; });

/// A list that nobody can read hides mistakes.
TEST(Spelling, ListsOfOurWordsAreSortedAndUsed) {
  std::string text;
  for (const Title& title : {own_guide(), own_manual()}) {
    for (const Passage& passage : passages_of(title)) text += plain(passage.text) + "\n";
  }
  for (const Dictionary& dictionary : kDictionaries) {
    const std::vector<std::string> words = lines_of(read(own_words(dictionary)));
    EXPECT_TRUE(std::ranges::is_sorted(words)) << own_words(dictionary);
    for (const std::string& word : words) {
      EXPECT_NE(text.find(word), std::string::npos)
          << own_words(dictionary) << ": no book has `" << word << "`";
    }
  }
}

// --- French

constexpr std::string_view kNoBreak = "\u00A0";
constexpr std::string_view kNarrow = "\u202F";

/// A mark, and the space that stands on the side where the text is.
struct Spaced {
  std::string_view mark;
  std::string_view space;
  bool behind = false;
};
constexpr Spaced kSpaced[] = {{";", kNarrow},        {"!", kNarrow},        {"?", kNarrow},
                              {":", kNoBreak},       {"%", kNoBreak},       {"»", kNoBreak},
                              {"«", kNoBreak, true}, {"n°", kNoBreak, true}};

/// `10:55` and `(:` are no sentences; `?!` is one mark.
bool is_exempt(const std::string& text, std::size_t at) {
  if (at == 0) return true;
  const auto before = static_cast<unsigned char>(text[at - 1]);
  return (text[at] == ':' && std::isdigit(before) != 0) || before == '?' || before == '!' || before == '(';
}

/// The words around each mark that lacks its space.
std::vector<std::string> unspaced(const std::string& text, const Spaced& spaced) {
  std::vector<std::string> found;
  const auto [mark, space, behind] = spaced;
  for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos; at += mark.size()) {
    const std::size_t from = behind ? at + mark.size() : at - std::min(at, space.size());
    if (text.compare(from, space.size(), space) == 0 || is_exempt(text, at)) continue;
    found.push_back(text.substr(at - std::min<std::size_t>(at, 20), 40));
  }
  return found;
}

TEST(FrenchTypography, HoldsInTheGuide) {
  static const std::regex straight("[A-Za-z]'[A-Za-z]|\\.\\.\\.");
  for (const Passage& passage : passages_of(own_guide())) {
    if (!passage.language.starts_with("fr") || passage.text.find("://") != std::string::npos) continue;
    EXPECT_FALSE(std::regex_search(passage.text, straight)) << passage.page << ": " << passage.text;
    for (const Spaced& spaced : kSpaced) {
      for (const std::string& words : unspaced(passage.text, spaced)) {
        ADD_FAILURE() << passage.page << ": no space at `" << spaced.mark << "`: " << words;
      }
    }
  }
}

// --- Whose words

/// So many words in a row are a sentence that somebody wrote, and no turn of the language.
constexpr std::size_t kRun = 9;

std::string joined(const std::vector<std::string>& words, std::size_t first, std::size_t count) {
  std::string text;
  for (std::size_t i = first; i < first + count; ++i) text += words[i] + " ";
  return text;
}

std::vector<std::string> runs_of(const std::vector<Passage>& passages) {
  static const std::regex quotation("\xC2\xAB.*?\xC2\xBB");
  std::vector<std::string> runs;
  for (const Passage& passage : passages) {
    if (passage.quoted) continue;
    const std::vector<std::string> words = words_of(std::regex_replace(passage.text, quotation, " "));
    for (std::size_t i = 0; i + kRun <= words.size(); ++i) runs.push_back(joined(words, i, kRun));
  }
  return runs;
}

/// The real guide is a model of what a guide is about, and nothing of it is copied. Titles of laws are
/// `<cite>`.
TEST(Guide, SharesNoSentenceWithTheCorpus) {
  if (!corpus().missing.empty()) GTEST_SKIP() << corpus().missing;
  const std::vector<std::string> theirs = runs_of(passages_of(corpus()));
  const std::set<std::string> known(theirs.begin(), theirs.end());
  EXPECT_GT(known.size(), 10'000u);
  for (const std::string& run : runs_of(passages_of(own_guide()))) {
    EXPECT_FALSE(known.contains(run)) << "also in the corpus: " << run;
  }
}

}  // namespace
}  // namespace reliure::books
