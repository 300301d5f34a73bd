#pragma once
// Step 1: the inline subtree of a block as one text, with what is known of each stretch of it.
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "book/manuscript.h"
#include "layout/paragraph/paragraph.h"
#include "style/computed_style.h"
#include "text/itemize.h"

namespace reliure::layout {

using base::Length;

inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

/// An inline box: an element, or for index 0 the block's own line content (CSS 2.2 §9.4.2).
struct InlineBox {
  book::NodeId node;
  const style::ComputedStyle* style = nullptr;
  /// Into `Collected::boxes`; the root's is itself.
  std::uint32_t parent = 0;
  /// A link leads from here: an `a` with a target, or the call of a note.
  bool link = false;
  /// The element has an id, so others may lead here.
  bool anchor = false;
};

enum class SpanType : std::uint8_t { text, forced_break, image, leader, atom };

/// A stretch of text from one node in one style, or one object that stands in the text as U+FFFC.
struct TextSpan {
  SpanType type = SpanType::text;
  std::uint32_t begin = 0, end = 0;
  book::NodeId node;
  const style::ComputedStyle* style = nullptr;
  std::string_view language;
  std::uint32_t box = 0;
  /// Into `Collected::objects`.
  std::uint32_t object = kNone;
  /// Into `Collected::alternatives`: the text that this one is read as.
  std::uint32_t alternative = kNone;
  /// Made by a style rather than written by the author.
  bool generated = false;
};

/// From byte `begin` on, the text is the node's text from `offset` on, byte by byte.
struct Origin {
  std::uint32_t begin = 0;
  std::uint32_t offset = 0;
};

/// The start or end of an inline box, where that takes room or bears an anchor.
struct BoxEdge {
  std::uint32_t at = 0;
  std::uint32_t box = 0;
  bool open = false;
  Length margin;
  /// Border and padding.
  Length inside;
  /// No edge but the place of the float `Collected::floats[floating]`.
  std::uint32_t floating = kNone;
};

/// A picture, an inline-block or a leader in the text.
struct InlineObject {
  book::NodeId node;
  const style::ComputedStyle* style = nullptr;
  std::uint32_t box = 0;
  /// Into `Book::pictures`; of an inline-block into `Paragraph::atoms`.
  std::uint32_t picture = 0;
  /// For a leader: what is repeated.
  std::string pattern;
};

struct NoteCall {
  std::uint32_t at = 0;
  book::NodeId note;
};

/// A paragraph's text after white space processing (CSS Text 3 §4.1), without soft hyphens.
struct Collected {
  book::NodeId block;
  /// The link that all of the block stands in, or `kNoNode`.
  book::NodeId link_around;
  std::string text;
  std::vector<TextSpan> spans;
  std::vector<Origin> origins;
  std::vector<InlineBox> boxes;
  /// In document order.
  std::vector<BoxEdge> edges;
  std::vector<InlineObject> objects;
  /// In the order of their places.
  std::vector<text::BidiControl> controls;
  std::vector<NoteCall> notes;
  std::vector<Element> floats;
  /// Inline-blocks.
  std::vector<Element> atoms;
  std::vector<std::string> alternatives;
  /// Where the author allowed a hyphen (U+00AD), and a break without (`wbr`).
  std::vector<std::uint32_t> soft_hyphens;
  std::vector<std::uint32_t> word_breaks;
  /// Before these bytes no line begins, whatever UAX #14 says.
  std::vector<std::uint32_t> joins;
  /// Styles made here, for note calls.
  std::deque<style::ComputedStyle> own_styles;
  /// This is the block's first line content: `text-indent` applies.
  bool indented = false;
};

Collected collect(const InlineContent& content, Setting& setting);

/// Where byte `at` of the text stands in its node's text.
std::uint32_t offset_in_node(const Collected& collected, std::uint32_t at);

/// The place of `length` bytes at `offset` in a text node's source; the whole node where the source is not
/// written as the text reads (entities, escapes).
base::Span source_of(const book::Manuscript& manuscript, book::NodeId node, std::uint32_t offset,
                     std::uint32_t length);

}  // namespace reliure::layout
