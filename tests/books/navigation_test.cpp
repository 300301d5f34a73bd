// Contents, outline, navigation and links lead where they say.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "books/epub.h"
#include "books/library.h"
#include "books/pdf.h"
#include "property/laws.h"

namespace reliure::books {
namespace {

using book::kNoNode;
using book::Manuscript;
using book::NodeId;
using laws::squeezed;
using laws::Violations;

class Navigation : public Judged {
 protected:
  void SetUp() override {
    Judged::SetUp();
    if (IsSkipped() || HasFatalFailure()) {
      return;
    }
    objects = objects_of(pdf());
    outline = outline_of(objects);
    for (const std::string& page : page_texts(pdf())) {
      pages.push_back(squeezed(page));
    }
  }

  Json objects;
  std::vector<Bookmark> outline;
  /// Squeezed.
  std::vector<std::string> pages;
};

/// What stands between an entry and its page number.
std::size_t behind_leader(const std::string& text, std::size_t at) {
  const std::size_t end = text.find_first_not_of('.', at);
  return end == std::string::npos ? text.size() : end;
}

/// The pages on which an element stands.
std::string text_of_element(const laws::Compiled& stages, const std::vector<std::string>& pages,
                            NodeId node) {
  std::string text;
  const NodeId last = (*stages.manuscript)[node].last_descendant;
  std::size_t added = pages.size();
  for (const laws::PlacedRun& run : laws::runs_of(stages.book)) {
    if (run.node >= node && run.node <= last && run.node != kNoNode && run.page != added) {
      added = run.page;
      text += pages[added];
    }
  }
  return text;
}

NodeId contents_of(const Manuscript& manuscript) {
  for (std::uint32_t i = 0; i < manuscript.nodes.size(); ++i) {
    if (manuscript.nodes[i].kind == book::Kind::nav && manuscript.has_class({i}, "contents")) {
      return {i};
    }
  }
  return kNoNode;
}

/// Links of the contents that the styles show.
int contents_lines(const laws::Compiled& stages, NodeId contents) {
  const Manuscript& manuscript = *stages.manuscript;
  int count = 0;
  for (NodeId i = contents; i <= manuscript[contents].last_descendant; ++i.value) {
    count += manuscript[i].kind == book::Kind::a && !stages.styles.hidden(i) ? 1 : 0;
  }
  return count;
}

/// The alternative of a formula has the characters of superiors where pages have superior figures.
std::string as_on_pages(const std::string& title) {
  std::string shown = squeezed(title);
  for (std::size_t at = 0; (at = shown.find("²", at)) != std::string::npos;) {
    shown.replace(at, std::string_view("²").size(), "2");
  }
  return shown;
}

TEST_P(Navigation, EveryBookmarkLeadsToThePageWhereItsHeadingStands) {
  for (const Bookmark& bookmark : outline) {
    EXPECT_NE(pages.at(bookmark.page).find(as_on_pages(bookmark.title)), std::string::npos)
        << "\"" << bookmark.title << "\" is not on page " << bookmark.page + 1;
  }
}

TEST_P(Navigation, EveryContentsEntryNamesThePageWhereItsHeadingStands) {
  const NodeId contents = contents_of(*stages().manuscript);
  if (contents == kNoNode) {
    GTEST_SKIP() << "the book has no contents";
  }
  const std::vector<std::string> labels = page_labels(objects);
  const std::string text = text_of_element(stages(), pages, contents);
  std::size_t at = 0;
  int count = 0;
  for (const Bookmark& bookmark : outline) {
    if (bookmark.level > stages().tree.manifest.contents_depth) {
      continue;
    }
    const std::string title = squeezed(bookmark.title);
    const std::size_t found = text.find(title, at);
    ASSERT_NE(found, std::string::npos)
        << "\"" << bookmark.title << "\" is not in the contents after entry " << count;
    at = behind_leader(text, found + title.size());
    EXPECT_EQ(text.substr(at, labels.at(bookmark.page).size()), labels.at(bookmark.page))
        << "\"" << bookmark.title << "\" stands on page " << labels.at(bookmark.page);
    at += labels.at(bookmark.page).size();
    ++count;
  }
  EXPECT_EQ(count, contents_lines(stages(), contents)) << "contents list what is no bookmark";
  EXPECT_GT(count, 0);
}

std::string line(int level, const std::string& title) { return std::to_string(level) + " " + title; }

/// Level and title of the headings that the styles show and want listed.
std::vector<std::string> headings_to_list(const Manuscript& manuscript, const style::Styles& styles) {
  std::vector<std::string> lines;
  int before = 0;
  for (const book::OutlineEntry& entry : manuscript.outline) {
    const int given = styles[entry.heading].bookmark_level;
    const bool in_margins = std::ranges::any_of(styles.running(), [&](const style::RunningElement& each) {
      return each.node <= entry.heading && entry.heading <= manuscript[each.node].last_descendant;
    });
    if (styles.hidden(entry.heading) || given == 0 || (given < 0 && in_margins)) {
      continue;
    }
    before = std::min(given > 0 ? given : entry.level, before + 1);
    lines.push_back(line(before, entry.title));
  }
  return lines;
}

TEST_P(Navigation, OutlineContentsAndEbookListTheSameHeadings) {
  const Ebook ebook = read_ebook(epub());
  std::vector<std::string> bookmarks;
  std::vector<std::string> entries;
  for (const Bookmark& bookmark : outline) {
    bookmarks.push_back(line(bookmark.level, bookmark.title));
  }
  for (const NavigationEntry& entry : ebook.contents) {
    entries.push_back(line(entry.level, entry.title));
  }
  EXPECT_EQ(bookmarks, headings_to_list(*stages().manuscript, stages().styles)) << "in the PDF";
  EXPECT_EQ(entries, headings_to_list(*stages().manuscript, stages().styles_in_ebook)) << "in the e-book";
  EXPECT_FALSE(bookmarks.empty());
}

/// Where a link inside the book leads; a note's call leads to the note.
NodeId target_of(const Manuscript& manuscript, NodeId source) {
  const book::LinkTarget* target = manuscript.link(source);
  return manuscript[source].kind == book::Kind::note ? source : target != nullptr ? target->node : kNoNode;
}

/// The links of the pages that lead to a node which stands on a page, in order.
std::vector<book::Link> links_inside(const laws::Compiled& stages, const std::vector<book::Item>& items) {
  std::vector<book::Link> links;
  for (const book::Item& item : items) {
    if (const auto* link = std::get_if<book::Link>(&item.mark)) {
      if (target_of(*stages.manuscript, link->source) != kNoNode) {
        links.push_back(*link);
      }
    } else if (const auto* group = std::get_if<book::Group>(&item.mark)) {
      const std::vector<book::Link> below = links_inside(stages, group->items);
      links.insert(links.end(), below.begin(), below.end());
    }
  }
  return links;
}

/// By note: the first page with a link to it.
std::map<NodeId, std::size_t> pages_of_calls(const laws::Compiled& stages) {
  std::map<NodeId, std::size_t> calls;
  for (std::size_t i = 0; i < stages.book.pages.size(); ++i) {
    for (const book::Link& link : links_inside(stages, stages.book.pages[i].items)) {
      if (!link.back) {
        calls.try_emplace(target_of(*stages.manuscript, link.source), i);
      }
    }
  }
  return calls;
}

/// The first words of what a link leads to, as long as they surely stand on one line.
std::string beginning_of(const Manuscript& manuscript, NodeId target) {
  constexpr std::size_t kEnough = 12;
  for (NodeId id = target; id <= manuscript[target].last_descendant; ++id.value) {
    const std::string text = squeezed(manuscript[id].text);
    if (!text.empty()) {
      return text.substr(0, std::min(text.size(), kEnough));
    }
  }
  return {};
}

TEST_P(Navigation, EveryInternalLinkLeadsToThePageOfItsTarget) {
  const laws::Compiled& stages = this->stages();
  std::vector<PageLink> expected;
  Violations unread;
  std::vector<NodeId> targets;
  const std::map<NodeId, std::size_t> calls = pages_of_calls(stages);
  for (std::size_t i = 0; i < stages.book.pages.size(); ++i) {
    for (const book::Link& link : links_inside(stages, stages.book.pages[i].items)) {
      const NodeId target = target_of(*stages.manuscript, link.source);
      if (link.back) {
        ASSERT_TRUE(calls.contains(target)) << "a note on page " << i + 1 << " is called nowhere";
        expected.push_back({i, calls.at(target)});
        targets.push_back(kNoNode);  // the call may stand anywhere in its paragraph
      } else if (stages.book.page_of[target.value] != book::kNoPage) {
        expected.push_back({i, stages.book.page_of[target.value]});
        targets.push_back(target);
      }
    }
  }
  const std::vector<PageLink> links = page_links(objects);
  ASSERT_EQ(links.size(), expected.size());
  for (std::size_t i = 0; i < links.size(); ++i) {
    EXPECT_EQ(links[i].from, expected[i].from);
    EXPECT_EQ(links[i].to, expected[i].to) << "a link on page " << links[i].from + 1;
    if (targets[i] == kNoNode) {
      continue;
    }
    const std::string words = beginning_of(*stages.manuscript, targets[i]);
    if (!stages.styles.hidden(targets[i]) && pages[links[i].to].find(words) == std::string::npos) {
      unread.push_back("page " + std::to_string(links[i].to + 1) + " lacks \"" + words + "\"");
    }
  }
  EXPECT_TRUE(unread.empty()) << laws::shown(unread);
}

/// By node: on how many lines a link stands.
std::vector<int> link_lines(const laws::Compiled& stages) {
  std::vector<int> lines(stages.manuscript->nodes.size());
  for (const book::Page& page : stages.book.pages) {
    for (const book::Link& link : links_inside(stages, page.items)) {
      lines[link.source.value] += link.back ? 0 : 1;
    }
  }
  return lines;
}

TEST_P(Navigation, EveryContentsEntryAndEveryNoteCallIsALink) {
  const Manuscript& manuscript = *stages().manuscript;
  const std::vector<int> lines = link_lines(stages());
  const NodeId contents = contents_of(manuscript);
  for (NodeId id{0}; id.value < manuscript.nodes.size(); ++id.value) {
    const bool in_contents =
        contents != kNoNode && id > contents && id <= manuscript[contents].last_descendant;
    const bool is_entry = in_contents && manuscript[id].kind == book::Kind::a;
    const bool is_call = manuscript[id].kind == book::Kind::note;
    if ((is_entry || is_call) && !stages().styles.hidden(id)) {
      EXPECT_GT(lines[id.value], 0) << "node " << id.value << " leads nowhere";
    }
  }
}

TEST_P(Navigation, EveryLinkOfTheStructureHasItsAnnotation) {
  EXPECT_TRUE(links_without_annotation(objects).empty());
}

TEST_P(Navigation, PagesBeforeTheFirstChapterAreNumberedInRoman) {
  const Manuscript& manuscript = *stages().manuscript;
  const std::vector<std::string> labels = page_labels(objects);
  ASSERT_EQ(labels.size(), stages().book.pages.size());
  std::size_t first_of_body = labels.size();
  for (const book::Chapter& chapter : manuscript.chapters) {
    if (chapter.matter != book::Matter::front) {
      first_of_body = std::min<std::size_t>(first_of_body, stages().book.page_of[chapter.section.value]);
    }
  }
  ASSERT_LT(first_of_body, labels.size());
  for (std::size_t i = 0; i < labels.size(); ++i) {
    EXPECT_EQ(labels[i], stages().book.pages[i].label) << "page " << i + 1;
    const bool is_roman = labels[i].find_first_not_of("ivxlc") == std::string::npos;
    EXPECT_EQ(is_roman, i < first_of_body) << "page " << i + 1 << " is labelled `" << labels[i] << "`";
  }
}

TEST_P(Navigation, NothingStandsOutsideItsPage) {
  const Violations outside = laws::outside_the_page(stages().book);
  EXPECT_TRUE(outside.empty()) << laws::shown(outside);
}

INSTANTIATE_TEST_SUITE_P(Books, Navigation, testing::ValuesIn(all_titles()), name_of);

}  // namespace
}  // namespace reliure::books
