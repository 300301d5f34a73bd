#include "content/front.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "content/words.h"

namespace reliure::content {

using book::Kind;
using book::NodeId;

namespace {

void line(DraftBuilder& builder, std::string_view name, std::string_view text) {
  if (text.empty()) return;
  builder.open(Kind::p, {});
  builder.add_class(name);
  builder.text(text, {});
  builder.close();
}

/// A section of the program's own, its class its id.
void open_section(DraftBuilder& builder, Draft& draft, std::string_view name) {
  builder.open(Kind::section, {});
  builder.add_class(name);
  draft.nodes.front().id = name;
}

/// What cover and title page both say.
void title_lines(DraftBuilder& builder, const book::Metadata& metadata) {
  line(builder, "title", metadata.title);
  line(builder, "subtitle", metadata.subtitle);
  for (const book::Author& author : metadata.authors) line(builder, "author", author.name);
  line(builder, "publisher", metadata.publisher);
}

void term(DraftBuilder& builder, std::string_view name, std::span<const std::string> values) {
  if (values.empty() || values.front().empty()) return;
  builder.open(Kind::dt, {});
  builder.text(name, {});
  builder.close();
  for (const std::string& value : values) {
    builder.open(Kind::dd, {});
    builder.text(value, {});
    builder.close();
  }
}

/// What a reader can do something with: an ISBN, but no UUID.
std::string written_isbn(std::string_view identifier) {
  constexpr std::string_view kIsbn = "urn:isbn:";
  return identifier.starts_with(kIsbn) ? "ISBN " + std::string(identifier.substr(kIsbn.size()))
                                       : std::string{};
}

}  // namespace

Draft cover(const book::Metadata& metadata, bool pictured) {
  Draft draft;
  DraftBuilder builder(draft);
  open_section(builder, draft, "cover");
  if (pictured) {
    builder.add_class("pictured");
    builder.open(Kind::img, {});
    builder.attribute("alt", "");
    builder.close();
  }
  title_lines(builder, metadata);
  builder.close();
  return draft;
}

bool has_imprint(const book::Metadata& metadata) {
  return !metadata.authors.empty() || !metadata.publisher.empty() || !metadata.rights.empty() ||
         !written_isbn(metadata.identifier).empty();
}

Draft colophon(const book::Metadata& metadata) {
  Draft draft;
  DraftBuilder builder(draft);
  open_section(builder, draft, "colophon");
  line(builder, "title", metadata.title);
  const Imprint& words = imprint_words(metadata.language);
  std::vector<std::string> authors;
  for (const book::Author& author : metadata.authors) authors.push_back(author.name);
  const std::string date = written_date(metadata.date, metadata.language);
  builder.open(Kind::dl, {});
  term(builder, authors.size() > 1 ? words.authors : words.author, authors);
  term(builder, words.publisher, {&metadata.publisher, 1});
  term(builder, words.published, {&date, 1});
  term(builder, words.rights, {&metadata.rights, 1});
  builder.close();
  line(builder, "identifier", written_isbn(metadata.identifier));
  builder.close();
  return draft;
}

Draft last_page(const book::Metadata& metadata) {
  Draft draft;
  DraftBuilder builder(draft);
  open_section(builder, draft, "last-page");
  line(builder, "title", metadata.title);
  line(builder, "description", metadata.description);
  line(builder, "publisher", metadata.publisher);
  line(builder, "identifier", written_isbn(metadata.identifier));
  builder.close();
  return draft;
}

Draft title_page(const book::Metadata& metadata) {
  Draft draft;
  DraftBuilder builder(draft);
  open_section(builder, draft, "title-page");
  title_lines(builder, metadata);
  line(builder, "date", written_date(metadata.date, metadata.language));
  line(builder, "rights", metadata.rights);
  builder.close();
  return draft;
}

namespace {

struct NavTitle {
  std::string_view text;
  /// Empty where it is the book's.
  std::string_view language;
};

/// Words of ours, which say so where they are not in the language of the book.
NavTitle nav_title(std::string_view text, std::string_view language) {
  const std::string_view own = language_of_words(language);
  const bool same = language.substr(0, language.find('-')) == own;
  return {text, same ? std::string_view() : own};
}

/// Opens a `nav` with its heading.
void open_nav(DraftBuilder& builder, Draft& draft, std::string_view css_class, std::string_view name,
              NavTitle title) {
  builder.open(Kind::nav, {});
  builder.add_class(css_class);
  draft.nodes.front().id = draft.strings.store(name);
  draft.title = builder.open(Kind::h1, {});
  draft[draft.title].id = draft.strings.store(std::string(name) + "--title");
  draft[draft.title].language = draft.strings.store(title.language);
  builder.text(title.text, {});
  builder.close();
}

}  // namespace

std::string_view list_name(source::CaptionList list) {
  return list == source::CaptionList::tables ? "list-of-tables" : "list-of-figures";
}

ContentsDraft caption_list(source::CaptionList list, const std::vector<CaptionPlace>& captions,
                           std::string_view language) {
  ContentsDraft result;
  DraftBuilder builder(result.draft);
  open_nav(builder, result.draft, "captions", list_name(list),
           nav_title(list_title(list, language), language));
  builder.open(Kind::ol, {});
  for (std::size_t i = 0; i < captions.size(); ++i) {
    builder.open(Kind::li, {});
    result.links.push_back({builder.open(Kind::a, {}), i});
    builder.attribute("href", "#" + std::string(captions[i].id));
    builder.text(captions[i].text, {});
    builder.close();
    builder.close();
  }
  builder.close();
  builder.close();
  return result;
}

ContentsDraft contents(const std::vector<OutlinePlace>& outline, const std::vector<std::string_view>& ids,
                       int depth, std::string_view language) {
  ContentsDraft result;
  Draft& draft = result.draft;
  DraftBuilder builder(draft);
  open_nav(builder, draft, "contents", "contents", nav_title(contents_title(language), language));
  // `level` lists are open, each with an item that is still open.
  int level = 0;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const OutlinePlace& entry = outline[i];
    if (entry.level > depth) continue;
    for (; level > entry.level; --level) {
      builder.close();
      builder.close();
    }
    if (level == entry.level) builder.close();
    for (; level < entry.level; ++level) {
      builder.open(Kind::ol, {});
    }
    builder.open(Kind::li, {});
    const NodeId link = builder.open(Kind::a, {});
    builder.attribute("href", "#" + std::string(ids[i]));
    if (entry.language != language) draft[link].language = draft.strings.store(entry.language);
    builder.text(entry.title, {});
    builder.close();
    result.links.push_back({link, i});
  }
  for (; level > 0; --level) {
    builder.close();
    builder.close();
  }
  builder.close();
  return result;
}

}  // namespace reliure::content
