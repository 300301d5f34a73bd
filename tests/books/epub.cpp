#include "books/epub.h"

#include <pugixml.hpp>
#include <stdexcept>
#include <string_view>

#include "books/command.h"
#include "property/laws.h"

namespace reliure::books {
namespace {

std::string part(const fs::path& epub, const std::string& name) {
  const Finished finished = run({"unzip", "-p", epub.string(), name});
  if (finished.status != 0) {
    throw std::runtime_error("the e-book has no `" + name + "`: " + finished.err);
  }
  return finished.out;
}

pugi::xml_document parsed(const std::string& text, const std::string& name) {
  pugi::xml_document document;
  const auto options = pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_doctype;
  if (const pugi::xml_parse_result result = document.load_buffer(text.data(), text.size(), options);
      !result) {
    throw std::runtime_error("`" + name + "` is not XML: " + result.description());
  }
  return document;
}

std::string_view attribute(const pugi::xml_node& node, const char* name) {
  return node.attribute(name).value();
}

/// What an e-book adds to the author's text: its own, and that of the styles.
bool is_added(const pugi::xml_node& node) {
  const std::string_view role = attribute(node, "role");
  return role == "doc-backlink" || role == "doc-pagebreak" ||
         (role == "doc-noteref" && attribute(node, "id").starts_with("call-")) ||
         (std::string_view(node.name()) == "span" && attribute(node, "class").starts_with("generated-"));
}

/// The last, or the first, few words of a squeezed text, cut between characters.
std::string last_of(const std::string& text) {
  // Long enough not to stand twice on a page.
  constexpr std::size_t kSome = 60;
  std::size_t begin = text.size() > kSome ? text.size() - kSome : 0;
  while (begin < text.size() && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) ++begin;
  return text.substr(begin);
}
std::string first_of(const std::string& text) {
  std::size_t end = std::min<std::size_t>(text.size(), 14);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

/// The text that a mark stands in, as far as it is before the mark; empty where it stands between elements.
std::string text_before(const pugi::xml_node& mark) {
  const pugi::xml_node before = mark.previous_sibling();
  return before.type() == pugi::node_pcdata ? last_of(laws::squeezed(before.value())) : std::string();
}

/// The text of everything below the node, without recursion: books nest deeply.
class TextReader {
 public:
  explicit TextReader(SpineDocument& document) : document_(document) {}

  void read(const pugi::xml_node& top) {
    pugi::xml_node node = top.first_child();
    while (node) {
      const bool enters = enter(node);
      if (enters && node.first_child()) {
        node = node.first_child();
        continue;
      }
      while (node && node != top && !node.next_sibling()) {
        node = node.parent();
        leave(node);
      }
      if (!node || node == top) {
        return;
      }
      node = node.next_sibling();
    }
  }

 private:
  bool enter(const pugi::xml_node& node) {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
      add_text(laws::squeezed(node.value()));
    }
    if (std::string_view(node.name()) == "math") {
      add_text(laws::squeezed(attribute(node, "alttext")));
      return false;
    }
    if (is_added(node)) {
      if (attribute(node, "role") == "doc-pagebreak") {
        document_.marks.push_back({std::string(attribute(node, "id")),
                                   std::string(attribute(node, "aria-label")),
                                   text_before(node),
                                   {},
                                   document_.text.size(),
                                   false});
      } else if (attribute(node, "role") == "img") {
        document_.labels.emplace_back(attribute(node, "aria-label"));
      } else if (attribute(node, "class").starts_with("generated-")) {
        document_.generated.emplace_back(node.text().get());
      }
      return false;
    }
    if (attribute(node, "epub:type") == "footnotes") {
      in_notes_ = node;
    }
    if (is_cell(node)) {
      if (node.first_child()) {
        open_cells_.push_back(document_.cells.size());  // what has no children is never left
      }
      document_.cells.emplace_back();
    }
    return true;
  }
  void add_text(const std::string& text) {
    (!in_notes_ ? document_.text : document_.notes) += text;
    if (!text.empty()) {
      for (; marked_ < document_.marks.size(); ++marked_) {
        document_.marks[marked_].after = first_of(text);
        document_.marks[marked_].is_empty = marked_ + 1 < document_.marks.size();
      }
    }
    for (const std::size_t cell : open_cells_) {
      document_.cells[cell] += text;
    }
  }
  void leave(const pugi::xml_node& node) {
    if (in_notes_ == node) {
      in_notes_ = {};
    }
    if (is_cell(node)) {
      open_cells_.pop_back();
    }
  }
  static bool is_cell(const pugi::xml_node& node) {
    return std::string_view(node.name()) == "td" || std::string_view(node.name()) == "th";
  }

  SpineDocument& document_;
  pugi::xml_node in_notes_;
  /// How many marks have their text behind.
  std::size_t marked_ = 0;
  /// Indexes of `cells`, from the outermost.
  std::vector<std::size_t> open_cells_;
};

SpineDocument read_document(const fs::path& epub, const std::string& folder, const std::string& name) {
  SpineDocument document{name, {}, {}, {}, {}, {}, {}};
  const pugi::xml_document tree = parsed(part(epub, folder + name), name);
  TextReader(document).read(tree.child("html").child("body"));
  return document;
}

void collect_contents(const pugi::xml_node& list, int level, std::vector<NavigationEntry>& entries) {
  for (const pugi::xml_node& item : list.children("li")) {
    entries.push_back({item.child("a").text().get(), level});
    collect_contents(item.child("ol"), level + 1, entries);
  }
}

}  // namespace

Ebook read_ebook(const fs::path& epub) {
  const pugi::xml_document container = parsed(part(epub, "META-INF/container.xml"), "container.xml");
  const std::string package_name =
      container.child("container").child("rootfiles").child("rootfile").attribute("full-path").value();
  const std::string folder = package_name.substr(0, package_name.rfind('/') + 1);
  const pugi::xml_document tree = parsed(part(epub, package_name), package_name);
  const pugi::xml_node package = tree.child("package");
  const pugi::xml_node manifest = package.child("manifest");

  Ebook ebook;
  for (const pugi::xml_node& reference : package.child("spine").children("itemref")) {
    const char* id = reference.attribute("idref").value();
    ebook.spine.push_back(read_document(
        epub, folder, manifest.find_child_by_attribute("item", "id", id).attribute("href").value()));
  }
  const std::string nav =
      manifest.find_child_by_attribute("item", "properties", "nav").attribute("href").value();
  const pugi::xml_document navigation = parsed(part(epub, folder + nav), nav);
  collect_contents(
      navigation.child("html").child("body").find_child_by_attribute("nav", "epub:type", "toc").child("ol"),
      1, ebook.contents);
  const pugi::xml_node pages =
      navigation.child("html").child("body").find_child_by_attribute("nav", "epub:type", "page-list");
  for (const pugi::xml_node& item : pages.child("ol").children("li")) {
    ebook.page_list.emplace_back(item.child("a").attribute("href").value());
  }
  ebook.modified =
      package.child("metadata").find_child_by_attribute("meta", "property", "dcterms:modified").text().get();
  return ebook;
}

}  // namespace reliure::books
