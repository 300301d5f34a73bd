#pragma once
// Marked-content sequences (ISO 32000-1 §14.6): what belongs to the structure, by ids of the page, and
// artifacts.
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "book/manuscript.h"

namespace reliure::pdf {

struct Canvas;

/// A rectangle in the units that pages print, thousandths of a point, y upwards.
struct Box {
  std::int64_t left = 0, bottom = 0, right = 0, top = 0;
};

/// A marked-content sequence: the element it belongs to, and the first node it shows.
struct Mark {
  /// Index of the element.
  std::uint32_t element = 0xFFFFFFFF;
  book::NodeId node;
  /// Marks are read by ascending order, and those of one order as they stand on their page.
  std::uint32_t order = 0;
  /// What its pictures, or the glyphs of its formula, cover.
  std::optional<Box> pictures{};
};

/// The sequences of one content stream. They never nest but for the replacement in an artifact.
struct MarkedContent {
  /// By id.
  std::vector<Mark> marks;
  /// The structure type of the sequence that is open, empty for an artifact.
  std::string_view type;
  bool open = false;
  /// The sequence is open no longer, as a replacement came between, but goes on with what is shown next.
  bool interrupted = false;
  /// In the operators: where the sequence begins, and what it holds.
  std::size_t begin = 0, content = 0;
};

/// Opens a sequence of the structure, which has `mark`'s element of `type`.
void begin_marked(Canvas& canvas, std::string_view type, const Mark& mark);
/// `type` is `Pagination` or `Layout` (table 330).
void begin_artifact(Canvas& canvas, std::string_view type);
/// Closes what is open, with its text object.
void end_marked(Canvas& canvas);
/// Opens the sequence again that a replacement has interrupted.
void resume_marked(Canvas& canvas);

/// What is shown up to `end_replacement` means `text` (§14.9.4). In the structure it is a sequence of its own
/// around text objects, as readers that do not know ActualText lose what follows a sequence within another;
/// in an artifact it stands in the text object that is open.
void begin_replacement(Canvas& canvas, std::string_view text);
void end_replacement(Canvas& canvas);

}  // namespace reliure::pdf
