#include "books/passages.h"

#include <algorithm>
#include <cctype>
#include <initializer_list>

#include "content/parse.h"
#include "source/load.h"

namespace reliure::books {
namespace {

using book::Kind;
using book::kNoNode;
using book::Manuscript;
using book::NodeId;

bool is_one_of(Kind kind, std::initializer_list<Kind> kinds) {
  return std::ranges::find(kinds, kind) != kinds.end();
}

/// What is said of a text by the elements that it stands in.
struct Place {
  NodeId block;
  bool is_code = false;
  bool quoted = false;
};

Place place_of(const Manuscript& manuscript, NodeId id) {
  Place place{manuscript[id].parent};
  bool in_block = false;
  for (NodeId at = manuscript[id].parent; at != kNoNode; at = manuscript[at].parent) {
    const Kind kind = manuscript[at].kind;
    place.is_code =
        place.is_code || is_one_of(kind, {Kind::code, Kind::pre, Kind::kbd, Kind::samp, Kind::math});
    place.quoted = place.quoted || is_one_of(kind, {Kind::q, Kind::cite, Kind::blockquote});
    if (!in_block) place.block = at;
    in_block = in_block || kind < Kind::text;
  }
  return place;
}

std::string page_of(const source::Tree& tree, base::Span span) {
  return span.file == base::FileId{} ? "" : std::string(tree.sources.name(span.file));
}

}  // namespace

std::vector<Passage> passages_of(const Title& title) {
  static const source::DiskFiles files;
  base::Diagnostics diagnostics;
  const source::Tree tree = source::load(files, title.manifest.string(), diagnostics);
  const Manuscript manuscript = content::parse(tree, {2}, diagnostics);
  std::vector<Passage> passages;
  Place last;
  bool parted = true;
  for (std::uint32_t i = 0; i < manuscript.nodes.size(); ++i) {
    const NodeId id{i};
    const book::Node& node = manuscript[id];
    if (node.kind == Kind::br) parted = true;
    if (const auto alt = manuscript.attribute(id, "alt"); alt && node.kind == Kind::img) {
      passages.push_back(
          {std::string(manuscript.language(id)), std::string(*alt), false, page_of(tree, node.span)});
      parted = true;
    }
    if (node.kind != Kind::text) continue;
    const Place place = place_of(manuscript, id);
    const std::string language(manuscript.language(id));
    parted = parted || place.is_code || place.block != last.block || place.quoted != last.quoted ||
             passages.back().language != language;
    if (!place.is_code) {
      if (parted) passages.push_back({language, "", place.quoted, page_of(tree, node.span)});
      passages.back().text += node.text;
    }
    parted = place.is_code;
    last = place;
  }
  return passages;
}

std::vector<std::string> words_of(const std::string& text) {
  constexpr std::string_view kApostrophe = "’";
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (text.compare(at, kApostrophe.size(), kApostrophe) == 0) {
      word += '\'';
      at += kApostrophe.size() - 1;
    } else if (std::isalnum(c) != 0 || c == '\'' || c == '-' || c == 0xC3 || c == 0xC5 ||
               (c >= 0x80 && c < 0xC0 && !word.empty() && static_cast<unsigned char>(word.back()) >= 0xC3)) {
      word += static_cast<char>(std::tolower(c));
    } else if (c < 0x80 || c >= 0xC0) {
      end_word();  // marks and spaces; the bytes that go on from them are passed over
    }
  }
  end_word();
  return words;
}

}  // namespace reliure::books
