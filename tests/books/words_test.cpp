// The words of the project's own books: how they are spelled, how French is set, and that they are ours.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
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
  for (const auto& [from, to] : {std::pair{"’", "'"}, {"\u00A0", " "}, {"\u202F", " "}, {"\u00AD", ""}}) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos;) text.replace(at, std::string(from).size(), to);
  }
  return std::regex_replace(text, address, " ");
}

/// The word without what French and sentences put around it: an elided article, a full stop, an English genitive.
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
    const Finished finished = run(
        {"hunspell", "-d", dictionary.name, "-i", "utf-8", "-l", (folder.path() / "text.txt").string()});
    if (finished.status != 0) GTEST_SKIP() << "no dictionary " << dictionary.name << ": install " << dictionary.package;
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
      EXPECT_NE(text.find(word), std::string::npos) << own_words(dictionary) << ": no book has `" << word << "`";
    }
  }
}

// --- French

/// What must not be in a text that is set by the rules, and why.
struct Slip {
  const char* pattern;
  const char* rule;
};
// U+00A0 is \xC2\xA0, U+202F \xE2\x80\xAF; the expressions see bytes.
constexpr Slip kSlips[] = {
    {"[A-Za-z\x80-\xFF]'[A-Za-z\xC3]", "an apostrophe is curved"},
    {"\\.\\.\\.", "three points are one sign"},
    {"([ A-Za-z0-9)]|[^\x80][\xAA-\xBF])[;!?]", "a narrow space stands before `;`, `!` and `?`"},
    {"[A-Za-z) ]:[ \xC2]", "a no-break space stands before a colon"},
    {"\xC2\xAB[^\xC2]", "a no-break space stands behind «"},
    {"[^\xA0]\xC2\xBB", "a no-break space stands before »"},
    {"[0-9][ ]?%", "a no-break space stands before %"},
    {"n\xC2\xB0 ", "a no-break space stands behind n°"},
};

TEST(FrenchTypography, HoldsInTheGuide) {
  for (const Passage& passage : passages_of(own_guide())) {
    if (!passage.language.starts_with("fr") || passage.text.find("://") != std::string::npos) continue;
    for (const Slip& slip : kSlips) {
      EXPECT_FALSE(std::regex_search(passage.text, std::regex(slip.pattern)))
          << passage.page << ": " << slip.rule << ": " << passage.text;
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

/// The real guide is a model of what a guide is about, and nothing of it is copied. Titles of laws are `<cite>`.
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
