#include "content/front.h"

#include <algorithm>
#include <string>

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

}  // namespace

Draft title_page(const book::Metadata& metadata) {
  Draft draft;
  DraftBuilder builder(draft);
  builder.open(Kind::section, {});
  builder.add_class("title-page");
  draft.nodes.front().id = "title-page";
  line(builder, "title", metadata.title);
  line(builder, "subtitle", metadata.subtitle);
  for (const book::Author& author : metadata.authors) line(builder, "author", author.name);
  line(builder, "publisher", metadata.publisher);
  line(builder, "date", written_date(metadata.date, metadata.language));
  line(builder, "rights", metadata.rights);
  builder.close();
  return draft;
}

ContentsDraft contents(const std::vector<OutlinePlace>& outline, const std::vector<std::string_view>& ids,
                       int depth, std::string_view language) {
  ContentsDraft result;
  Draft& draft = result.draft;
  DraftBuilder builder(draft);
  builder.open(Kind::nav, {});
  builder.add_class("contents");
  draft.nodes.front().id = "contents";
  draft.title = builder.open(Kind::h1, {});
  draft[draft.title].id = "contents--title";
  builder.text(contents_title(language), {});
  builder.close();
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
