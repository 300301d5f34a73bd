#include "content/read_page.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "content/accessibility.h"
#include "content/ascii.h"
#include "content/captions.h"
#include "content/containers.h"
#include "content/ids.h"
#include "content/page_mapper.h"
#include "content/repair.h"
#include "content/typography.h"

namespace reliure::content {
namespace {

bool is_html(std::string_view path) {
  const std::string_view ending = path.substr(std::min(path.rfind('.'), path.size()));
  return ending == ".html" || ending == ".htm";
}

ParsedFragment parsed(Fragment fragment, base::Diagnostics& diagnostics) {
  repair(fragment, diagnostics);
  auto kept = std::make_unique<const Fragment>(std::move(fragment));
  Dom dom(kept->html);
  return {std::move(kept), std::move(dom)};
}

PageParts parse_page(const source::Tree& tree, const source::Page& page, base::Diagnostics& diagnostics) {
  const std::string_view text = tree.sources.text(page.file);
  const std::uint32_t body = std::min(page.body, static_cast<std::uint32_t>(text.size()));
  if (is_html(page.path)) {
    Fragment whole;
    whole.html.file = page.file;
    append_copied(whole.html, text.substr(body), body);
    return {parsed(std::move(whole), diagnostics), {}, {}};
  }
  MarkdownParts parts = cut_notes(text, body, page.file);
  const std::string& own = page.front_matter.language;
  expand_containers(parts.text, own.empty() ? tree.manifest.metadata.language : own, diagnostics);
  const auto render = [&](const MappedText& markdown) {
    return parsed(render_markdown(markdown, parts, tree.manifest.markdown, diagnostics), diagnostics);
  };
  PageParts result{render(parts.text), {}, {}};
  for (const NoteDefinition& note : parts.notes) result.notes.push_back(render(note.body));
  result.definitions = std::move(parts.notes);
  return result;
}

/// The file's name without folder and ending, for a page without any title.
std::string_view stem(std::string_view path) {
  path.remove_prefix(path.rfind('/') + 1);
  return path.substr(0, path.rfind('.'));
}

std::string collapsed(std::string_view text) {
  std::string result;
  while (!is_blank(text)) {
    if (!result.empty()) result += ' ';
    result += next_word(text);
  }
  return result;
}

/// Decides what the page's title is and how far its own headings move down.
PagePlace place_page(const source::Page& page, std::string_view slug, const DomNode& body) {
  PagePlace place;
  place.slug = slug;
  place.depth = std::max(1, page.depth);
  place.language = page.front_matter.language;
  const Survey found = survey(body);
  const std::string& given = page.title.empty() ? page.front_matter.title : page.title;
  place.title = given;
  place.title_span = page.front_matter.span;
  if (place.title_span.file.value == 0) place.title_span = {page.file, 0, 0};
  if (found.first_h1 != nullptr) {
    const bool untitled = is_blank(page.front_matter.title);
    const bool repeats = found.begins_with_h1 && collapsed(text_of(*found.first_h1)) == collapsed(given);
    const bool is_title = repeats || (untitled && (found.begins_with_h1 || is_blank(given)));
    if (is_title) place.title_heading = found.first_h1;
  }
  if (place.title_heading == nullptr && is_blank(place.title)) place.title = stem(page.path);
  const int smallest = place.title_heading != nullptr ? found.smallest_level : found.smallest_level_with_h1;
  place.level_shift = place.depth + 1 - smallest;
  return place;
}

}  // namespace

Draft read_page(const source::Tree& tree, const source::Page& page, std::string_view slug) {
  Draft draft;
  const PageParts parts = parse_page(tree, page, draft.diagnostics);
  PagePlace place = place_page(page, slug, parts.body.dom.root());
  place.opens_book =
      &page == &tree.pages.front() && collapsed(place.title) == collapsed(tree.manifest.metadata.title);
  place.classes = page.front_matter.classes;
  PageMapper(parts, place, draft).run();
  check_accessibility(draft, tree.sources, tree.manifest.metadata.language);
  if (page.front_matter.typography) set_typography(draft, tree);
  for (DraftHeading& heading : draft.headings) {
    heading.title = text_below(draft, heading.node);
    heading.listed = heading.listed && !is_blank(heading.title);
  }
  find_captions(draft);
  name_nodes(draft, slug);
  return draft;
}

}  // namespace reliure::content
