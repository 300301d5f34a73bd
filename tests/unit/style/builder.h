#pragma once
// Books in memory for the tests of style: a manuscript of a few elements, and sheets beside it.
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "book/manuscript.h"
#include "source/tree.h"
#include "style/resolve.h"

namespace reliure::style::testing {

using book::Kind;
using book::NodeId;

/// An element (or text) with what it holds; turned into a manuscript by `Book`.
struct Element {
  Kind kind = Kind::div;
  std::string id;
  std::string classes;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<Element> children;
  std::string text;
  std::string language;
};

inline Element element(Kind kind, std::vector<Element> children = {}) {
  Element made;
  made.kind = kind;
  made.children = std::move(children);
  return made;
}
inline Element classed(Kind kind, std::string classes, std::vector<Element> children = {}) {
  Element made = element(kind, std::move(children));
  made.classes = std::move(classes);
  return made;
}
inline Element text(std::string content) {
  Element made = element(Kind::text);
  made.text = std::move(content);
  return made;
}
inline Element with(Element made, std::string name, std::string value) {
  made.attributes.emplace_back(std::move(name), std::move(value));
  return made;
}

/// A manuscript, its sheets and everything `resolve` said about them.
struct Book {
  explicit Book(std::vector<Element> children = {});

  /// Adds a sheet of the author's, or of the program's.
  Book& sheet(std::string css, bool built_in = false);
  /// Adds a file that sheets may import.
  Book& file(std::string path, std::string content);
  Book& resolve(Media media = Media::print);

  /// The first node of a kind, in document order.
  NodeId first(Kind kind, std::size_t skip = 0) const;
  const ComputedStyle& style(Kind kind, std::size_t skip = 0) const { return styles[first(kind, skip)]; }
  /// `code @ line:column: message` of each diagnostic.
  std::vector<std::string> reports() const;
  book::EbookStyle ebook() const {
    return style::ebook_style(manuscript, tree, medium, styles, assets.fonts);
  }
  std::string ebook_css() const { return ebook().css; }

  book::Manuscript manuscript;
  source::MemoryFiles files;
  source::Tree tree;
  Medium medium;
  Assets assets;
  Styles styles;
  base::Diagnostics diagnostics;
};

/// The style of a `p` under one sheet.
ComputedStyle paragraph(const std::string& declarations);
/// What is said about one sheet.
std::vector<std::string> reports_of(const std::string& css);

inline base::Length points(std::int64_t tenths) { return {tenths * 65536 / 10}; }

}  // namespace reliure::style::testing
