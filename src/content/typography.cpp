#include "content/typography.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "content/ascii.h"
#include "content/french.h"

namespace reliure::content {
namespace {

using book::Kind;
using book::kNoNode;
using book::Node;
using book::NodeId;

bool is_french(std::string_view language) {
  return lowered(language.substr(0, 2)) == "fr" && (language.size() == 2 || language[2] == '-');
}

/// What a node hands down to its children.
struct Surroundings {
  bool french = false;
  bool verbatim = false;
  /// The block whose line of text the node stands in.
  std::uint32_t block = 0;
};

bool is_verbatim(Kind kind) {
  return kind == Kind::code || kind == Kind::pre || kind == Kind::kbd || kind == Kind::samp ||
         kind == Kind::var;
}

/// Whether a link shows its own address, as links made from bare addresses do.
bool shows_address(std::string_view text) {
  return text.find("://") != std::string_view::npos || text.substr(0, 4) == "www." ||
         (text.find('@') != std::string_view::npos && text.find(' ') == std::string_view::npos);
}

/// A text, and whether it may change.
struct Piece {
  std::uint32_t node;
  bool settable;
};

char32_t first_character(std::string_view text) { return text.empty() ? 0 : base::decode(text, 0).character; }

char32_t last_character(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && (static_cast<unsigned char>(text[--at]) & 0xC0) == 0x80) {
  }
  return text.empty() ? 0 : base::decode(text, at).character;
}

/// Sets the texts of one line of prose: each sees the character before and after it.
void set_line(Draft& draft, const std::vector<Piece>& line) {
  char32_t before = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    Node& node = draft.nodes[line[i].node];
    const char32_t after = i + 1 < line.size() ? first_character(draft.nodes[line[i + 1].node].text) : 0;
    if (line[i].settable) {
      const std::optional<std::string> set = french(node.text, {before, after});
      if (set) node.text = draft.strings.store(*set);
    }
    before = last_character(node.text);
  }
}

}  // namespace

void set_typography(Draft& draft, std::string_view language) {
  std::vector<Surroundings> surroundings(draft.nodes.size());
  std::vector<Piece> line;
  std::uint32_t line_block = 0;
  const auto end_line = [&] {
    set_line(draft, line);
    line.clear();
  };
  for (std::uint32_t i = 0; i < draft.nodes.size(); ++i) {
    const Node& node = draft.nodes[i];
    Surroundings here = node.parent == kNoNode ? Surroundings{is_french(language), false, 0}
                                               : surroundings[node.parent.value];
    if (!node.language.empty()) here.french = is_french(node.language);
    if (is_verbatim(node.kind)) here.verbatim = true;
    const bool is_line = node.kind == Kind::text || node.kind > Kind::text;
    if (!is_line) here.block = i;
    surroundings[i] = here;
    if (node.kind == Kind::br || node.kind == Kind::img || !is_line) end_line();
    if (node.kind != Kind::text) continue;
    if (here.block != line_block) end_line();
    line_block = here.block;
    const bool address = draft[node.parent].kind == Kind::a && shows_address(node.text);
    line.push_back({i, here.french && !here.verbatim && !address});
  }
  end_line();
}

}  // namespace reliure::content
