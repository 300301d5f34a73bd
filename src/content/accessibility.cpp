#include "content/accessibility.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "content/ascii.h"
#include "content/elements.h"
#include "content/vague_words.h"

namespace reliure::content {
namespace {

using base::Code;
using book::Kind;
using book::kNoNode;
using book::Node;
using book::NodeId;

std::optional<std::string_view> attribute_of(const Draft& draft, NodeId id, std::string_view name) {
  const Node& node = draft[id];
  for (std::uint32_t i = 0; i < node.attribute_count; ++i) {
    const book::Attribute& attribute = draft.attributes[node.first_attribute + i];
    if (attribute.name == name) return attribute.value;
  }
  return std::nullopt;
}

bool says(const Draft& draft, NodeId id, std::string_view attribute) {
  return !is_blank(attribute_of(draft, id, attribute).value_or(""));
}

/// The node or the nearest around it of that kind.
NodeId nearest(const Draft& draft, NodeId id, Kind kind) {
  while (id != kNoNode && draft[id].kind != kind) id = draft[id].parent;
  return id;
}

/// Whether the author takes the element out of what is read aloud, or says that it only arranges.
bool is_silent(const Draft& draft, NodeId id) {
  const std::string_view role = trimmed(attribute_of(draft, id, "role").value_or(""));
  if (role == "presentation" || role == "none") return true;
  for (; id != kNoNode; id = draft[id].parent) {
    if (attribute_of(draft, id, "aria-hidden") == "true") return true;
  }
  return false;
}

bool is_labelled(const Draft& draft, NodeId id) {
  return says(draft, id, "aria-label") || says(draft, id, "aria-labelledby");
}

/// The language in force at the node: its own, the nearest around it, else the book's.
std::string_view language_at(const Draft& draft, NodeId id, std::string_view book) {
  for (; id != kNoNode; id = draft[id].parent) {
    if (!draft[id].language.empty()) return draft[id].language;
  }
  return book;
}

// --- Pictures ---

/// The first picture of a figure that has a caption and shows nothing but pictures without alternative text;
/// `kNoNode` of any other figure.
NodeId bare_picture(const Draft& draft, NodeId figure) {
  NodeId first = kNoNode;
  bool captioned = false;
  for (std::uint32_t at = figure.value + 1; at <= draft[figure].last_descendant.value; ++at) {
    const NodeId id{at};
    const Node& node = draft[id];
    if (node.kind == Kind::figcaption) {
      captioned = captioned || !text_below(draft, id).empty();
      at = node.last_descendant.value;
    } else if (node.kind == Kind::img) {
      if (first == kNoNode) first = id;
      if (says(draft, id, "alt") || is_labelled(draft, id) || is_silent(draft, id)) return kNoNode;
    } else if (node.kind == Kind::text && !is_blank(node.text)) {
      return kNoNode;
    }
  }
  return captioned ? first : kNoNode;
}

/// Whether the sibling is a text, or an inline that begins with one.
bool is_words(const Draft& draft, NodeId id) {
  // Further in nobody looks: each picture of a line asks.
  constexpr std::uint32_t kMostNodes = 50;
  if (id == kNoNode || is_block(draft[id].kind)) return false;
  const std::uint32_t end = std::min(draft[id].last_descendant.value, id.value + kMostNodes);
  for (std::uint32_t at = id.value; at <= end; ++at) {
    if (draft.nodes[at].kind == Kind::text && !is_blank(draft.nodes[at].text)) return true;
  }
  return false;
}

/// Whether words stand beside the picture, in its line: then it may well decorate them.
bool stands_beside_words(const Draft& draft, NodeId id) {
  const auto blank = [&](NodeId at) {
    return at != kNoNode && draft[at].kind == Kind::text && is_blank(draft[at].text);
  };
  for (; id != kNoNode && !is_block(draft[id].kind); id = draft[id].parent) {
    NodeId before = draft[id].previous_sibling, after = draft[id].next_sibling;
    if (blank(before)) before = draft[before].previous_sibling;
    if (blank(after)) after = draft[after].next_sibling;
    if (is_words(draft, before) || is_words(draft, after)) return true;
  }
  return false;
}

/// `img_0042.JPG`, or the name of the picture's own file where it reads like one.
bool is_file_name(std::string_view text, std::string_view address) {
  constexpr std::string_view kEndings[] = {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".tif", ".tiff"};
  if (text.find(' ') != std::string_view::npos) return false;
  const std::string name = lowered(text);
  for (const std::string_view ending : kEndings) {
    if (name.ends_with(ending)) return true;
  }
  address.remove_prefix(address.rfind('/') + 1);
  const bool own = !text.empty() && text == address.substr(0, address.rfind('.'));
  return own && text.find_first_of("_0123456789") != std::string_view::npos;
}

class Checker {
 public:
  Checker(Draft& draft, const base::SourceMap& sources, std::string_view language)
      : draft_(draft), sources_(sources), language_(language) {}

  void run() {
    for (const DraftPicture& picture : draft_.pictures) check_picture(picture);
    for (std::uint32_t at = 0; at < draft_.nodes.size(); ++at) {
      if (draft_.nodes[at].kind == Kind::table) check_table({at});
    }
    check_links();
  }

 private:
  /// Whether the author wrote the element as a tag rather than in Markdown.
  bool is_html(NodeId id) const {
    const base::Span span = draft_[id].span;
    const std::string_view text = sources_.text(span.file);
    return span.begin < text.size() && text[span.begin] == '<';
  }

  void check_picture(const DraftPicture& picture) {
    const NodeId id = picture.node;
    if (is_silent(draft_, id) || is_labelled(draft_, id)) return;
    const std::string_view text = trimmed(attribute_of(draft_, id, "alt").value_or(""));
    if (text.empty()) return check_without_text(picture);
    const bool file = is_file_name(text, picture.address);
    if (!file && !is_vague_alternative(text, language_at(draft_, id, language_))) return;
    report(Code::content_missing_alt, id,
           "the alternative text of picture `" + std::string(picture.address) + "` is " +
               (file ? "the name of a file" : "`" + std::string(text) + "`"),
           "say what it shows, for those who do not see it");
  }

  void check_without_text(const DraftPicture& picture) {
    const NodeId id = picture.node;
    const NodeId link = nearest(draft_, id, Kind::a);
    // A link without a name is told as such; beside a link's text a picture may be decoration.
    const bool named = link != kNoNode && is_named(link);
    if (link != kNoNode && !named) return;
    if (!picture.svg.empty()) {
      const bool is_picture = trimmed(attribute_of(draft_, id, "role").value_or("")) == "img";
      if (is_picture || (!named && !stands_beside_words(draft_, id))) {
        report(
            Code::content_missing_alt, id, "this inline picture has no alternative text",
            "give it a `<title>` or an `aria-label`, or say that it is decoration: `aria-hidden=\"true\"`");
      }
      return;
    }
    const std::string name = "picture `" + std::string(picture.address) + "` ";
    if (picture.has_alternative && is_html(id)) {
      if (is_caption_alone(id)) {
        report(Code::content_missing_alt, id, name + "has a caption, but its alternative text is empty",
               "say in `alt` what it shows: a caption names a picture, and does not describe it");
      }
    } else if (!picture.has_alternative) {
      report(Code::content_missing_alt, id, name + "has no alternative text",
             "describe it: `alt=\"what it shows\"`, or say that it is decoration: `alt=\"\"`");
    } else if (!named) {
      report(Code::content_missing_alt, id, name + "has no alternative text",
             "describe it between the brackets: `![what it shows](...)`");
    }
  }

  /// Whether the picture is the first of a figure that shows nothing else, and has a caption.
  bool is_caption_alone(NodeId id) {
    const NodeId figure = nearest(draft_, id, Kind::figure);
    if (figure == kNoNode) return false;
    const auto [row, fresh] = bare_pictures_.try_emplace(figure, kNoNode);
    if (fresh) row->second = bare_picture(draft_, figure);
    return row->second == id;
  }

  bool is_named(NodeId link) {
    if (link != last_link_) {
      last_link_ = link;
      last_link_named_ = !text_below(draft_, link).empty() || is_labelled(draft_, link);
    }
    return last_link_named_;
  }

  // --- Tables ---

  bool is_header(NodeId cell) const {
    const std::string_view role = attribute_of(draft_, cell, "role").value_or("");
    const bool heads = draft_[cell].kind == Kind::th || role == "rowheader" || role == "columnheader";
    return heads && (is_labelled(draft_, cell) || !text_below(draft_, cell).empty());
  }

  /// Tables inside this one are looked at by themselves.
  void check_table(NodeId table) {
    if (is_silent(draft_, table)) return;
    // What is one row or one column of cells names nothing: it is a list, or arranges things.
    std::size_t rows = 0, cells_in_row = 0, widest_row = 0;
    for (std::uint32_t at = table.value + 1; at <= draft_[table].last_descendant.value; ++at) {
      const Node& node = draft_.nodes[at];
      if (node.kind == Kind::table) at = node.last_descendant.value;
      if (node.kind == Kind::tr) {
        ++rows;
        cells_in_row = 0;
      } else if (node.kind == Kind::th || node.kind == Kind::td) {
        if (is_header({at})) return;
        widest_row = std::max(widest_row, ++cells_in_row);
      }
    }
    if (rows <= 1 || widest_row <= 1) return;
    if (is_html(table)) {
      report(Code::content_no_header_cells, table, "no cell of this table is a header",
             "make the cells that name a row or a column `<th>`; a table that only arranges things says "
             "`role=\"presentation\"`");
    } else {
      report(Code::content_no_header_cells, table, "the header row of this table is empty",
             "write above each column what it holds; for names at the head of rows write it in HTML, with "
             "`<th scope=\"row\">`");
    }
  }

  // --- Links ---

  /// Links of a page that share one mistake, told at the first.
  struct Group {
    NodeId first = kNoNode;
    std::string text;
    std::size_t count = 0;
  };

  /// What a link is called by more than its text: nothing when that adds nothing.
  bool has_better_name(NodeId link, std::string_view language) const {
    if (says(draft_, link, "aria-labelledby")) return true;
    for (const std::string_view name : {"aria-label", "title"}) {
      const std::string_view value = trimmed(attribute_of(draft_, link, name).value_or(""));
      if (!value.empty() && !is_vague_link(value, language) && !is_address(value)) return true;
    }
    return false;
  }

  /// `https://...` or `www.host/...` and nothing else; a domain alone reads well enough.
  static bool is_address(std::string_view text) {
    const std::string start = lowered(text.substr(0, std::string_view("https://").size()));
    const bool has_scheme =
        start.starts_with("http://") || start.starts_with("https://") || start.starts_with("ftp://");
    const bool has_path = text.find('/') < text.size() - 1;
    return (has_scheme || (start.starts_with("www.") && has_path)) &&
           text.find(' ') == std::string_view::npos;
  }

  void check_links() {
    std::vector<Group> groups;
    // By text in lower case; all addresses are one.
    std::map<std::string, std::size_t> group_of;
    for (const DraftLink& link : draft_.links) {
      // What leads to a note, takes a title for its text or stands for a film is none of the author's words.
      if (link.target != kNoNode || link.words != kNoNode || link.is_medium) continue;
      const std::string text = text_below(draft_, link.node);
      const bool address = is_address(text);
      const std::string_view language = language_at(draft_, link.node, language_);
      if (!address && !is_vague_link(text, language)) continue;
      if (is_silent(draft_, link.node) || has_better_name(link.node, language)) continue;
      const auto [row, fresh] = group_of.try_emplace(address ? "" : lowered(text), groups.size());
      if (fresh) groups.push_back({link.node, address ? "" : text, 0});
      ++groups[row->second].count;
    }
    for (const Group& group : groups) report_links(group);
  }

  void report_links(const Group& group) {
    const std::size_t others = group.count - 1;
    const bool address = group.text.empty();
    std::string message = "the text of this link";
    if (others > 0) {
      message += " and of " + std::to_string(others) + (others == 1 ? " other link" : " other links") +
                 " of the page";
    }
    message +=
        address ? " is an address" : " is `" + group.text + "`, which alone does not say where it leads";
    report(Code::content_link_text, group.first, std::move(message),
           address ? "write what it leads to, as in `[the prices of 2024](https://...)`, or its domain alone"
                   : "write what it leads to, as in `the prices of 2024`, or say it in a `title`");
  }

  void report(Code code, NodeId id, std::string message, std::string hint) {
    draft_.diagnostics.report(code, draft_[id].span, std::move(message), std::move(hint));
  }

  Draft& draft_;
  const base::SourceMap& sources_;
  std::string_view language_;
  /// By figure.
  std::map<NodeId, NodeId> bare_pictures_;
  /// The link asked for last.
  NodeId last_link_ = kNoNode;
  bool last_link_named_ = false;
};

}  // namespace

void check_accessibility(Draft& draft, const base::SourceMap& sources, std::string_view language) {
  Checker(draft, sources, language).run();
}

}  // namespace reliure::content
