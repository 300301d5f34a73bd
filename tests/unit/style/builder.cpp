#include "unit/style/builder.h"

#include <sstream>

namespace reliure::style::testing {
namespace {

NodeId add(book::Manuscript& manuscript, const Element& element, NodeId parent) {
  const NodeId id{static_cast<std::uint32_t>(manuscript.nodes.size())};
  book::Node node;
  node.kind = element.kind;
  node.parent = parent;
  node.id = manuscript.strings.store(element.id);
  node.text = manuscript.strings.store(element.text);
  node.language = manuscript.strings.store(element.language);
  node.first_attribute = static_cast<std::uint32_t>(manuscript.attributes.size());
  node.attribute_count = static_cast<std::uint16_t>(element.attributes.size());
  for (const auto& [name, value] : element.attributes)
    manuscript.attributes.push_back({manuscript.strings.store(name), manuscript.strings.store(value)});
  node.first_class = static_cast<std::uint32_t>(manuscript.classes.size());
  std::istringstream words(element.classes);
  for (std::string word; words >> word; ++node.class_count)
    manuscript.classes.push_back(manuscript.strings.store(word));
  manuscript.nodes.push_back(node);
  NodeId previous = book::kNoNode;
  for (const Element& child : element.children) {
    const NodeId added = add(manuscript, child, id);
    if (previous == book::kNoNode) {
      manuscript.nodes[id.value].first_child = added;
    } else {
      manuscript.nodes[previous.value].next_sibling = added;
      manuscript.nodes[added.value].previous_sibling = previous;
    }
    previous = added;
  }
  manuscript.nodes[id.value].last_descendant = {static_cast<std::uint32_t>(manuscript.nodes.size() - 1)};
  return id;
}

}  // namespace

Book::Book(std::vector<Element> children) {
  manuscript.metadata.language = "fr";
  add(manuscript, element(Kind::document, std::move(children)), book::kNoNode);
  tree.files = &files;
  source::Edition edition;
  edition.name = "print";
  tree.manifest.editions.push_back(edition);
}

Book& Book::sheet(std::string css, bool built_in) {
  const std::string path = "sheet" + std::to_string(tree.styles.size()) + ".css";
  tree.styles.push_back({tree.sources.add(path, std::move(css)), path, built_in});
  return *this;
}

Book& Book::file(std::string path, std::string content) {
  files.add(std::move(path), std::move(content));
  return *this;
}

Book& Book::resolve(Media media) {
  medium.media = media;
  tree.files = &files;
  read_imports(tree, {&medium, 1});
  assets = load_assets(tree, {&medium, 1}, diagnostics);
  add_pictures(manuscript, assets.pictures);
  styles = style::resolve(manuscript, tree, medium, diagnostics);
  return *this;
}

NodeId Book::first(Kind kind, std::size_t skip) const {
  for (std::uint32_t i = 0; i < manuscript.nodes.size(); ++i) {
    if (manuscript.nodes[i].kind == kind && skip-- == 0) return {i};
  }
  return book::kNoNode;
}

std::vector<std::string> Book::reports() const {
  std::vector<std::string> all;
  for (const base::Diagnostic& diagnostic : diagnostics.all()) {
    std::string line(base::name(diagnostic.code));
    if (diagnostic.span.file.value != 0) {
      const base::Place place = tree.sources.place(diagnostic.span.file, diagnostic.span.begin);
      line += " @ " + std::to_string(place.line) + ":" + std::to_string(place.column);
    }
    all.push_back(line + ": " + diagnostic.message);
  }
  return all;
}

ComputedStyle paragraph(const std::string& declarations) {
  Book book({element(Kind::p)});
  book.sheet("p { " + declarations + " }").resolve();
  return book.style(Kind::p);
}

std::vector<std::string> reports_of(const std::string& css) {
  Book book;
  return book.sheet(css).resolve().reports();
}

}  // namespace reliure::style::testing
