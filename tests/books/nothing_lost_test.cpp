// Nothing that the author wrote is lost between the manuscript and the finished files.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "books/epub.h"
#include "books/library.h"
#include "books/pdf.h"
#include "property/laws.h"

namespace reliure::books {
namespace {

using book::kNoNode;
using book::Manuscript;
using book::NodeId;
using laws::Violations;

class NothingIsLost : public Judged {};

/// Reads the pages as `pdftotext` gives them along the runs that should be on them: what each run says is
/// replaced by what was read in its place.
std::vector<laws::PlacedRun> read_along(std::vector<laws::PlacedRun> runs,
                                        const std::vector<std::string>& pages, Violations& violations) {
  std::size_t page = 0;
  std::size_t at = 0;
  std::string text = pages.empty() ? "" : laws::squeezed(pages[0]);
  const auto finish_page = [&] {
    if (at < text.size()) {
      violations.push_back("page " + std::to_string(page + 1) + " has more text: \"" + text.substr(at, 60) +
                           "\"");
    }
  };
  for (laws::PlacedRun& run : runs) {
    for (; page < run.page && page + 1 < pages.size(); at = 0) {
      finish_page();
      text = laws::squeezed(pages[++page]);
    }
    const std::string expected = laws::squeezed(run.text);
    const std::size_t found = text.compare(at, expected.size(), expected) == 0 ? at : text.find(expected, at);
    if (found != at) {
      violations.push_back("page " + std::to_string(run.page + 1) + ": expected \"" + expected +
                           "\", read \"" + text.substr(std::min(at, text.size()), expected.size() + 20) +
                           "\"");
    }
    run.text = found == std::string::npos ? "" : expected;
    at = found == std::string::npos ? at : found + expected.size();
  }
  finish_page();
  return runs;
}

TEST_P(NothingIsLost, EveryTextIsReadOnceInThePdf) {
  const laws::Compiled& stages = this->stages();
  const std::vector<std::string> pages = page_texts(pdf());
  ASSERT_EQ(pages.size(), stages.book.pages.size());
  Violations unread;
  const auto runs = read_along(laws::runs_of(stages.book), pages, unread);
  EXPECT_TRUE(unread.empty()) << laws::shown(unread);
  const laws::Reading reading = laws::reading_of(stages.book, runs);
  const Violations lost =
      laws::lost_or_doubled(*stages.manuscript, stages.hidden_on_pages, reading, "the PDF");
  EXPECT_TRUE(lost.empty()) << laws::shown(lost);
}

TEST_P(NothingIsLost, ThePdfKeepsTheReadingOrder) {
  const laws::Compiled& stages = this->stages();
  const Violations disorder = laws::out_of_order(
      *stages.manuscript, laws::reading_of(stages.book, laws::runs_of(stages.book)), "the PDF");
  EXPECT_TRUE(disorder.empty()) << laws::shown(disorder);
}

/// The author's text from `first` to `last` without what is hidden: notes apart from the rest.
struct Flow {
  std::string text;
  std::string notes;
};
Flow flow_of(const laws::Compiled& stages, NodeId first, NodeId last) {
  Flow flow;
  for (NodeId id = first; id <= last; ++id.value) {
    if (!stages.styles_in_ebook.hidden(id)) {
      const bool in_note = laws::ancestor(*stages.manuscript, id, book::Kind::note) != kNoNode;
      const book::Node& node = (*stages.manuscript)[id];
      const bool formula = node.kind == book::Kind::math;
      (in_note ? flow.notes : flow.text) +=
          laws::squeezed(formula ? stages.manuscript->attribute(id, "alttext").value_or("") : node.text);
      if (formula) id = node.last_descendant;
    }
  }
  return flow;
}

/// Where two texts part, for people.
std::string parting(const std::string& expected, const std::string& found) {
  const auto here = std::ranges::mismatch(expected, found).in1;
  const std::size_t at = static_cast<std::size_t>(here - expected.begin());
  const std::size_t begin = at < 30 ? 0 : at - 30;
  return "expected \"" + expected.substr(begin, 80) + "\"\n   found \"" +
         found.substr(std::min(begin, found.size()), 80) + "\"";
}

TEST_P(NothingIsLost, EveryTextIsReadOnceInTheEbook) {
  const laws::Compiled& stages = this->stages();
  const Ebook ebook = read_ebook(epub());
  std::string text;
  std::string notes;
  for (const SpineDocument& document : ebook.spine) {
    text += document.text;
    notes += document.notes;
  }
  const NodeId last = (*stages.manuscript)[book::kRoot].last_descendant;
  const Flow expected = flow_of(stages, book::kRoot, last);
  EXPECT_TRUE(expected.text == text) << parting(expected.text, text);
  EXPECT_TRUE(expected.notes == notes) << parting(expected.notes, notes);
}

/// Stands in an expected text for what may be broken anywhere: a word that touches it is not asked for.
constexpr char kAnything = '\1';

/// How often each word occurs: letters alone, long enough to be what a reader searches for.
std::map<std::string, int> words_of(std::string_view text) {
  constexpr std::size_t kShortest = 4;
  std::map<std::string, int> words;
  std::string word;
  const auto finish = [&] {
    if (base::count_characters(word) >= kShortest && word.find(kAnything) == std::string::npos) {
      ++words[word];
    }
    word.clear();
  };
  for (std::size_t i = 0; i < text.size();) {
    const base::Decoded next = base::decode(text, i);
    const bool is_letter = (next.character >= 'a' && next.character <= 'z') ||
                           (next.character >= 'A' && next.character <= 'Z') ||
                           (next.character >= 0xC0 && next.character < 0x2000 && next.character != 0xD7) ||
                           next.character == kAnything;
    is_letter ? (void)word.append(text.substr(i, next.size)) : finish();
    i += next.size;
  }
  finish();
  return words;
}

/// Copied text with the lines joined where a hyphen was added: U+00AD at the end of a line.
std::string with_words_joined(std::string_view text) {
  constexpr std::string_view kSoftHyphen = "\u00AD";
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    if (text.substr(i).starts_with(kSoftHyphen)) {
      i += kSoftHyphen.size();
      i = std::min(text.find_first_not_of(" \n", i), text.size());
    } else {
      out += text[i++];
    }
  }
  return out;
}

/// Texts whose words may be broken anywhere, without a hyphen.
bool breaks_anywhere(const Manuscript& manuscript, NodeId node) {
  return laws::ancestor(manuscript, node, book::Kind::code) != kNoNode ||
         laws::ancestor(manuscript, node, book::Kind::pre) != kNoNode ||
         manuscript[node].text.find("://") != std::string_view::npos;
}

/// Whether the text stands in a table of which the author was told that its words do not fit the page.
bool is_in_reported_table(const laws::Compiled& stages, NodeId node) {
  const NodeId table = laws::ancestor(*stages.manuscript, node, book::Kind::table);
  return table != kNoNode &&
         std::ranges::any_of(stages.diagnostics.all(), [&](const base::Diagnostic& diagnostic) {
           return diagnostic.code == base::Code::layout_table_too_wide &&
                  diagnostic.span == (*stages.manuscript)[table].span;
         });
}

/// The author's text below a node, words that several elements make together as one, and a new line between
/// paragraphs.
void append_expected(const laws::Compiled& stages, NodeId node, std::string& text) {
  const Manuscript& manuscript = *stages.manuscript;
  if (stages.hidden_on_pages[node.value]) {
    return;
  }
  if (manuscript[node].kind == book::Kind::text) {
    const bool asked = !breaks_anywhere(manuscript, node) && !is_in_reported_table(stages, node);
    text += asked ? std::string(manuscript[node].text) : std::string(1, kAnything);
    return;
  }
  const book::Kind kind = manuscript[node].kind;
  const bool stands_alone = stages.styles[node].display != style::Display::inline_ ||
                            kind == book::Kind::note || kind == book::Kind::br || kind == book::Kind::img;
  text += stands_alone ? "\n" : "";
  for (NodeId child = manuscript[node].first_child; child != kNoNode;
       child = manuscript[child].next_sibling) {
    append_expected(stages, child, text);
  }
  text += stands_alone ? "\n" : "";
}

/// By page: what running heads, folios and repeated header rows say, squeezed.
std::vector<std::string> furniture_of(const book::Book& book) {
  std::vector<std::string> furniture(book.pages.size());
  for (const laws::PlacedRun& run : laws::runs_of(book)) {
    const bool stands_apart = run.role == book::Role::pagination || run.role == book::Role::repeated;
    furniture[run.page] += stands_apart ? laws::squeezed(run.text) : "";
  }
  return furniture;
}

/// A page's text without the lines of its head and its foot: a word may go on behind them.
std::string_view without_furniture(std::string_view page, const std::string& furniture) {
  const auto is_furniture = [&](std::string_view line) {
    return furniture.find(laws::squeezed(line)) != std::string::npos;
  };
  while (!page.empty() && page.back() == '\n') page.remove_suffix(1);
  for (;;) {
    const std::size_t end = std::min(page.find('\n'), page.size());
    if (page.empty() || !is_furniture(page.substr(0, end))) break;
    page.remove_prefix(std::min(end + 1, page.size()));
  }
  for (;;) {
    const std::size_t begin = page.rfind('\n') + 1;  // npos + 1 is the start
    if (page.empty() || !is_furniture(page.substr(begin))) break;
    page = page.substr(0, begin == 0 ? 0 : begin - 1);
  }
  return page;
}

TEST_P(NothingIsLost, CopiedTextHasItsWordsWhole) {
  const std::vector<std::string> pages = page_texts(pdf());
  const std::vector<std::string> furniture = furniture_of(stages().book);
  ASSERT_EQ(pages.size(), furniture.size());
  std::string text;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    text += std::string(without_furniture(pages[i], furniture[i])) + "\n";
  }
  const std::map<std::string, int> found = words_of(with_words_joined(text));
  std::string expected;
  append_expected(stages(), book::kRoot, expected);
  Violations broken;
  for (const auto& [word, count] : words_of(with_words_joined(expected))) {
    const auto row = found.find(word);
    const int whole = row == found.end() ? 0 : row->second;
    if (whole < count) {
      broken.push_back(word + ": written " + std::to_string(count) + " times, whole " +
                       std::to_string(whole));
    }
  }
  EXPECT_TRUE(broken.empty()) << laws::shown(broken, 30);
}

INSTANTIATE_TEST_SUITE_P(Books, NothingIsLost, testing::ValuesIn(all_titles()), name_of);

class Corpus : public Judged {};

TEST_P(Corpus, ItsNineteenIconsReadYes) {
  constexpr long kIcons = 19;
  const Ebook ebook = read_ebook(epub());
  long in_ebook = 0;
  for (const SpineDocument& document : ebook.spine) {
    in_ebook += std::ranges::count(document.labels, "Oui");
  }
  EXPECT_EQ(in_ebook, kIcons);

  long on_pages = 0;
  long read = 0;
  for (const laws::PlacedRun& run : laws::runs_of(stages().book)) {
    on_pages += run.replaces_text && laws::squeezed(run.text) == "Oui";
  }
  for (const std::string& page : page_texts(pdf())) {
    for (std::size_t at = 0; (at = page.find("Oui", at)) != std::string::npos; ++at) {
      ++read;
    }
  }
  EXPECT_EQ(on_pages, kIcons);
  EXPECT_GE(read, kIcons);
}

INSTANTIATE_TEST_SUITE_P(Books, Corpus, testing::Values(all_titles().back()), name_of);

}  // namespace
}  // namespace reliure::books
