#include "unit/epub/sample.h"

#include <gtest/gtest.h>
#include <zip.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "base/check.h"

namespace reliure::epub::test {
namespace {

using book::Kind;
using book::Manuscript;
using book::Node;
using book::NodeId;

Kind kind_named(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(Kind::wbr); ++i) {
    if (book::name(static_cast<Kind>(i)) == name) return static_cast<Kind>(i);
  }
  base::fail("sample: no such kind");
}

/// Appends nodes in document order, keeping the manuscript's invariants.
struct Builder {
  Sample sample;
  std::vector<NodeId> open;
  std::vector<std::pair<NodeId, std::string>> hrefs;
  std::map<std::string, std::string> slugs;

  Manuscript& manuscript() { return sample.manuscript; }
  Node& node(NodeId id) { return manuscript().nodes[id.value]; }

  NodeId append(Kind kind) {
    const NodeId id{static_cast<std::uint32_t>(manuscript().nodes.size())};
    Node added;
    added.kind = kind;
    added.last_descendant = id;
    if (!open.empty()) {
      added.parent = open.back();
      NodeId before = node(open.back()).first_child;
      while (before != book::kNoNode && node(before).next_sibling != book::kNoNode) {
        before = node(before).next_sibling;
      }
      added.previous_sibling = before;
      (before == book::kNoNode ? node(open.back()).first_child : node(before).next_sibling) = id;
    }
    manuscript().nodes.push_back(added);
    sample.style.hidden.push_back(false);
    for (const NodeId ancestor : open) node(ancestor).last_descendant = id;
    return id;
  }

  void text(std::string_view written) {
    if (written.empty()) return;
    std::string plain;
    const NodeId id = append(Kind::text);
    for (const char c : written) {
      if (c == '\f') {
        sample.page_starts.push_back(book::PageStart{id, static_cast<std::uint32_t>(plain.size())});
      } else {
        plain += c;
      }
    }
    node(id).text = manuscript().strings.store(plain);
  }

  void picture(NodeId id, std::string_view src) {
    const auto& resources = manuscript().resources;
    const auto found = std::ranges::find(resources, src, &book::Resource::path);
    if (found == resources.end()) return;
    manuscript().pictures.push_back({id, static_cast<std::uint32_t>(found - resources.begin())});
  }

  void classes(NodeId id, std::string_view names) {
    node(id).first_class = static_cast<std::uint32_t>(manuscript().classes.size());
    while (!names.empty()) {
      const std::string_view name = names.substr(0, names.find(' '));
      manuscript().classes.push_back(manuscript().strings.store(name));
      ++node(id).class_count;
      names.remove_prefix(std::min(names.size(), name.size() + 1));
    }
  }

  void attribute(NodeId id, std::string_view name, std::string_view value) {
    const std::string_view kept = manuscript().strings.store(value);
    if (name == "id") {
      node(id).id = kept;
    } else if (name == "class") {
      classes(id, value);
    } else if (name == "lang") {
      node(id).language = kept;
    } else if (name == "href") {
      hrefs.emplace_back(id, value);
    } else if (name == "src") {
      picture(id, value);
    } else if (name == "slug") {
      slugs[std::to_string(id.value)] = value;
    } else if (name == "hidden") {
      sample.style.hidden[id.value] = true;
    } else if (name == "before") {
      const std::size_t bar = value.find('|');
      sample.style.generated.push_back(
          {id, book::GeneratedPlace::before, std::string(value.substr(0, bar)),
           bar == std::string_view::npos ? std::nullopt : std::optional<std::string>(value.substr(bar + 1))});
    } else {
      manuscript().attributes.push_back({manuscript().strings.store(name), kept});
      ++node(id).attribute_count;
    }
  }

  /// Reads a tag, without its brackets.
  void tag(std::string_view written) {
    if (written.starts_with('/')) return open.pop_back();
    const bool empty = written.ends_with('/');
    if (empty) written.remove_suffix(1);
    const std::size_t end = std::min(written.find(' '), written.size());
    const NodeId id = append(kind_named(written.substr(0, end)));
    node(id).first_attribute = static_cast<std::uint32_t>(manuscript().attributes.size());
    for (written.remove_prefix(end); written.find('=') != std::string_view::npos;) {
      const std::size_t equals = written.find('=');
      const std::size_t close = written.find('"', equals + 2);
      base::check(close != std::string_view::npos, "sample: attribute without quotes");
      attribute(id, written.substr(1, equals - 1), written.substr(equals + 2, close - equals - 2));
      written.remove_prefix(close + 1);
    }
    if (!empty) open.push_back(id);
  }

  std::string text_below(NodeId id) {
    std::string text;
    for (std::uint32_t i = id.value; i <= node(id).last_descendant.value; ++i) {
      text += manuscript().nodes[i].text;
    }
    return text;
  }

  void list_chapters() {
    NodeId section = node(book::kRoot).first_child;
    for (; section != book::kNoNode; section = node(section).next_sibling) {
      book::Chapter chapter;
      chapter.section = section;
      chapter.heading = book::kNoNode;
      chapter.slug = "c" + std::to_string(manuscript().chapters.size() + 1);
      const auto slug = slugs.find(std::to_string(section.value));
      if (slug != slugs.end()) chapter.slug = slug->second;
      for (std::uint32_t i = section.value; i <= node(section).last_descendant.value; ++i) {
        const int level = book::heading_level(manuscript().nodes[i].kind);
        if (level == 0) continue;
        if (chapter.heading == book::kNoNode) {
          chapter.heading = NodeId{i};
          chapter.title = text_below(NodeId{i});
        }
        sample.style.outline.push_back({NodeId{i}, level, text_below(NodeId{i})});
      }
      manuscript().chapters.push_back(chapter);
    }
  }

  void resolve_links() {
    for (const auto& [source, href] : hrefs) {
      book::LinkTarget link;
      link.source = source;
      if (href.starts_with("#")) {
        const auto target = std::ranges::find(manuscript().nodes, href.substr(1), &Node::id);
        base::check(target != manuscript().nodes.end(), "sample: a link to nowhere");
        link.node = NodeId{static_cast<std::uint32_t>(target - manuscript().nodes.begin())};
      } else {
        link.url = manuscript().strings.store(href);
      }
      manuscript().links.push_back(link);
    }
  }

  void label_pages() {
    for (std::size_t i = 1; i <= sample.page_starts.size(); ++i) {
      sample.pages.emplace_back().label = std::to_string(i);
    }
  }
};

}  // namespace

Sample sample(std::string_view markup, std::vector<book::Resource> resources) {
  Builder builder;
  builder.manuscript().resources = std::move(resources);
  builder.manuscript().metadata.title = "Sample";
  builder.manuscript().metadata.identifier = "urn:uuid:12345678-1234-5678-9234-567812345678";
  builder.open.push_back(builder.append(Kind::document));
  while (!markup.empty()) {
    const std::size_t open = std::min(markup.find('<'), markup.size());
    builder.text(markup.substr(0, open));
    markup.remove_prefix(open);
    if (markup.empty()) break;
    const std::size_t close = markup.find('>');
    builder.tag(markup.substr(1, close - 1));
    markup.remove_prefix(close + 1);
  }
  base::check(builder.open.size() == 1, "sample: tags that do not match");
  builder.list_chapters();
  builder.resolve_links();
  builder.label_pages();
  return std::move(builder.sample);
}

book::Resource resource(std::string path, std::string bytes) {
  return {std::move(path), "", std::move(bytes), {}};
}

std::string png() { return std::string("\x89PNG\r\n\x1a\n") + "not more of it is looked at"; }

book::Book book_of(Sample sample) {
  book::Book book;
  book.manuscript = std::make_shared<const Manuscript>(std::move(sample.manuscript));
  book.pages = std::move(sample.pages);
  book.page_starts = std::move(sample.page_starts);
  return book;
}

Archive unzipped(const std::string& bytes) {
  Archive files;
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
  EXPECT_NE(archive, nullptr) << "not a consistent archive";
  if (archive == nullptr) return files;
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
    zip_stat_t stat;
    zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat);
    std::string content(stat.size, '\0');
    zip_file_t* file = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
    EXPECT_EQ(zip_fread(file, content.data(), content.size()), static_cast<zip_int64_t>(content.size()));
    zip_fclose(file);
    files[stat.name] = std::move(content);
  }
  zip_discard(archive);
  return files;
}

std::vector<std::string> names_in(const std::string& bytes) {
  std::vector<std::string> names;
  zip_t* archive = zip_open_from_source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr),
                                        ZIP_RDONLY, nullptr);
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
    names.emplace_back(zip_get_name(archive, static_cast<zip_uint64_t>(i), 0));
  }
  zip_discard(archive);
  return names;
}

Archive written(Sample sample, std::vector<base::Code> expected) {
  base::Diagnostics diagnostics;
  const book::EbookStyle style = sample.style;
  Options options;
  const access::Making making{access::Form::ebook, !sample.pages.empty(), false, true};
  options.statement =
      access::state(access::survey(sample.manuscript, style.hidden), making, sample.manuscript.metadata);
  const std::string bytes = write(book_of(std::move(sample)), style, options, diagnostics);
  std::vector<base::Code> found;
  for (const base::Diagnostic& diagnostic : diagnostics.all()) found.push_back(diagnostic.code);
  EXPECT_EQ(found, expected);
  return unzipped(bytes);
}

std::string body(std::string_view markup, std::vector<book::Resource> resources) {
  Sample chapter = sample("<section>" + std::string(markup) + "</section>", std::move(resources));
  chapter.style.outline.clear();
  chapter.manuscript.chapters[0].heading = book::kNoNode;
  Archive files = written(std::move(chapter));
  std::string section = between(files["EPUB/c1.xhtml"], "role=\"doc-chapter\">", "</body>");
  section.resize(section.rfind("</section>"));
  std::erase(section, '\n');
  return section;
}

std::string between(const std::string& text, std::string_view begin, std::string_view end) {
  const std::size_t from = text.find(begin);
  EXPECT_NE(from, std::string::npos) << "no `" << begin << "` in\n" << text;
  if (from == std::string::npos) return "";
  const std::size_t start = from + begin.size();
  const std::size_t to = text.find(end, start);
  EXPECT_NE(to, std::string::npos) << "no `" << end << "` behind `" << begin << "` in\n" << text;
  return text.substr(start, to - start);
}

}  // namespace reliure::epub::test
