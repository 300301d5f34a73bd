#include "content/typography.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "content/ascii.h"
#include "content/french.h"
#include "content/raise.h"
#include "content/source_place.h"

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
         kind == Kind::var || kind == Kind::math;
}

/// Whether a link shows its own address, as links made from bare addresses do.
bool shows_address(std::string_view text) {
  return text.find("://") != std::string_view::npos || text.substr(0, 4) == "www." ||
         (text.find('@') != std::string_view::npos && text.find(' ') == std::string_view::npos);
}

/// What the changes make of a text that has no elements: its ordinals stay.
std::string changed(std::string_view text, std::span<const Change> changes) {
  std::string set;
  std::size_t done = 0;
  for (const Change& change : changes) {
    if (change.act != Act::set && change.act != Act::drop) continue;
    set.append(text.substr(done, change.begin - done));
    done = change.end;
    if (change.act == Act::set) base::encode(change.character, set);
  }
  return set.append(text.substr(done));
}

/// Sets a text of its own, outside of any line; `span` holds it. Nothing where the rules change nothing.
std::optional<std::string> set_alone(std::string_view text, base::Span span,
                                     const source::Typography& typography, std::vector<SetChange>& noted) {
  const Piece piece{text};
  std::vector<Change> changes = french({&piece, 1}, typography);
  std::erase_if(changes, [](const Change& change) { return change.act == Act::raise; });
  if (changes.empty()) return std::nullopt;
  for (const Change& change : changes) noted.push_back({span, text, change});
  return changed(text, changes);
}

/// A picture in a line.
constexpr std::string_view kObject = "\uFFFC";

/// A line of prose, and its nodes.
struct ProseLine {
  std::uint32_t block = 0;
  std::vector<Piece> pieces;
  std::vector<std::uint32_t> nodes;
};

class Typesetter {
 public:
  Typesetter(Draft& draft, const source::Tree& tree) : draft_(draft), tree_(tree) {}

  void run();

 private:
  Surroundings surroundings_of(std::uint32_t node, const std::vector<Surroundings>& above) const;
  void end_blocks_before(std::uint32_t node);
  void set_attributes(const Node& node);
  void append(std::uint32_t node, Piece piece, std::uint32_t block);
  void end_line();
  void set_text(const Piece& piece, std::uint32_t node, std::span<const Change> changes);
  void raise(const Change& change, std::uint32_t node, std::size_t begin);

  Draft& draft_;
  const source::Tree& tree_;
  /// The innermost last: the lines of a footnote stand inside of the line that calls it.
  std::vector<ProseLine> lines_;
  std::vector<Raised> raised_;
};

void Typesetter::run() {
  std::vector<Surroundings> surroundings(draft_.nodes.size());
  for (std::uint32_t i = 0; i < draft_.nodes.size(); ++i) {
    const Node& node = draft_.nodes[i];
    end_blocks_before(i);
    surroundings[i] = surroundings_of(i, surroundings);
    const Surroundings& here = surroundings[i];
    const bool ends = node.kind == Kind::br || (node.kind < Kind::text && node.kind != Kind::note);
    const std::uint32_t around = node.parent == kNoNode ? 0 : surroundings[node.parent.value].block;
    if (ends && !lines_.empty() && lines_.back().block == around) end_line();
    if (here.french) set_attributes(node);
    if (node.kind == Kind::img) append(i, {kObject, false}, here.block);
    if (node.kind != Kind::text) continue;
    const bool address = draft_[node.parent].kind == Kind::a && shows_address(node.text);
    append(i, {node.text, here.french && !here.verbatim && !address}, here.block);
  }
  while (!lines_.empty()) end_line();
  raise_letters(draft_, std::move(raised_));
}

Surroundings Typesetter::surroundings_of(std::uint32_t id, const std::vector<Surroundings>& above) const {
  const Node& node = draft_.nodes[id];
  Surroundings here = node.parent == kNoNode
                          ? Surroundings{is_french(tree_.manifest.metadata.language), false, 0}
                          : above[node.parent.value];
  if (!node.language.empty()) here.french = is_french(node.language);
  if (is_verbatim(node.kind)) here.verbatim = true;
  if (node.kind < Kind::text) here.block = id;
  return here;
}

/// What readers see or hear of an element that is no text of it.
void Typesetter::set_attributes(const Node& node) {
  for (std::uint32_t i = 0; i < node.attribute_count; ++i) {
    book::Attribute& attribute = draft_.attributes[node.first_attribute + i];
    if (attribute.name != "alt" && attribute.name != "title") continue;
    if (shows_address(attribute.value)) continue;
    const auto set = set_alone(attribute.value, node.span, tree_.manifest.typography, draft_.changes);
    if (set) attribute.value = draft_.strings.store(*set);
  }
}

/// Ends the lines of blocks that end before `node`.
void Typesetter::end_blocks_before(std::uint32_t node) {
  while (!lines_.empty() && draft_.nodes[lines_.back().block].last_descendant.value < node) end_line();
}

void Typesetter::append(std::uint32_t node, Piece piece, std::uint32_t block) {
  if (lines_.empty() || lines_.back().block != block) lines_.push_back({block, {}, {}});
  lines_.back().pieces.push_back(piece);
  lines_.back().nodes.push_back(node);
}

void Typesetter::end_line() {
  const ProseLine line = std::move(lines_.back());
  lines_.pop_back();
  const std::vector<Change> all = french(line.pieces, tree_.manifest.typography);
  for (auto begin = all.begin(); begin != all.end();) {
    auto end = begin;
    while (end != all.end() && end->piece == begin->piece) ++end;
    set_text(line.pieces[begin->piece], line.nodes[begin->piece], {begin, end});
    begin = end;
  }
}

void Typesetter::set_text(const Piece& piece, std::uint32_t node, std::span<const Change> changes) {
  std::string set;
  std::size_t done = 0;
  for (const Change& change : changes) {
    draft_.changes.push_back({draft_.nodes[node].span, piece.text, change});
    if (change.act == Act::remark) continue;
    set.append(piece.text.substr(done, change.begin - done));
    done = change.begin;
    if (change.act == Act::raise) {
      raise(change, node, set.size());
      continue;
    }
    done = change.end;
    if (change.act == Act::set) base::encode(change.character, set);
  }
  set.append(piece.text.substr(done));
  if (set != piece.text) draft_.nodes[node].text = draft_.strings.store(set);
}

/// Letters that the author has set high already only get the class.
void Typesetter::raise(const Change& change, std::uint32_t node, std::size_t begin) {
  const Node& text = draft_.nodes[node];
  const std::size_t size = change.end - change.begin;
  if (draft_[text.parent].kind == Kind::sup) {
    if (size == text.text.size()) add_ordinal_class(draft_, text.parent);
    return;
  }
  const std::string_view source = tree_.sources.excerpt(text.span);
  const auto place = [&](std::size_t offset) {
    return text.span.begin + static_cast<std::uint32_t>(source_offset(source, text.text, offset));
  };
  const bool placed = text.span.file.value != 0;
  const base::Span span =
      placed ? base::Span{text.span.file, place(change.begin), place(change.end)} : base::Span{};
  raised_.push_back({node, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(size), span});
}

}  // namespace

void set_typography(Draft& draft, const source::Tree& tree) {
  if (tree.manifest.typography.any()) Typesetter(draft, tree).run();
}

void set_metadata(book::Metadata& metadata, const source::Tree& tree, std::vector<SetChange>& changes) {
  if (!tree.manifest.typography.any() || !is_french(metadata.language)) return;
  const book::Metadata& written = tree.manifest.metadata;
  const source::MetadataSpans& spans = tree.manifest.metadata_spans;
  const auto set = [&](const std::string& text, base::Span span, std::string& out) {
    if (auto made = set_alone(text, span, tree.manifest.typography, changes)) out = *std::move(made);
  };
  set(written.title, spans.title, metadata.title);
  set(written.subtitle, spans.subtitle, metadata.subtitle);
  set(written.publisher, spans.publisher, metadata.publisher);
  set(written.rights, spans.rights, metadata.rights);
  set(written.description, spans.description, metadata.description);
}

}  // namespace reliure::content
