#include "content/french.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "content/french_line.h"
#include "content/french_marks.h"
#include "content/french_spaces.h"

namespace reliure::content {
namespace {

using source::Typography;
using source::TypographyRule;

/// A change with its place in the bytes of the whole line.
struct Edit {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  char32_t character = 0;
  TypographyRule rule{};
  Act act = Act::set;
  /// What is put between two pieces belongs to the first.
  bool leans_left = false;
};

/// Whether a rule could apply at all: most short texts have none of these.
bool may_need_setting(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    const bool sign = c == ';' || c == '!' || c == '?' || c == ':' || c == '\'' || c == '%' || c == '.';
    const bool letter = c == 'M' || c == 'D' || c == 'P' || c == 'I' || c == 'V' || c == 'X';
    return sign || letter || (c >= '0' && c <= '9') || c == '\xC2' || c == '\xE2';
  });
}

// --- The steps --------------------------------------------------------------------------------------------

/// Apostrophes and ellipses. The line has one character for three points afterwards.
void set_marks(Line& line, const Typography& typography, std::vector<Edit>& edits) {
  const bool apostrophes = typography[TypographyRule::apostrophes] != 0;
  const bool ellipses = typography[TypographyRule::ellipses] != 0;
  std::vector<std::size_t> points;
  for (std::size_t at = 1; at < line.end(); ++at) {
    if (apostrophes && is_elision(line, at)) {
      edits.push_back({line.offset(at), line.offset(at + 1), kApostrophe, TypographyRule::apostrophes});
    } else if (ellipses && is_three_points(line, at)) {
      edits.push_back({line.offset(at), line.offset(at + 3), kEllipsis, TypographyRule::ellipses});
      points.push_back(at);
    }
  }
  line.collapse_dots(points);
}

/// The space from `begin` up to `end`, typed by the author.
void set_typed_space(const Line& line, std::size_t begin, std::size_t end, bool inside_dash,
                     const Typography& typography, std::vector<Edit>& edits) {
  auto rule = typed_space_rule(line, begin - 1, end, typography);
  if (!rule && inside_dash) rule = TypographyRule::dashes;
  if (!rule || (end == begin + 1 && line[begin] == typography[*rule])) return;
  edits.push_back({line.offset(begin), line.offset(end), typography[*rule], *rule});
}

void set_spaces(const Line& line, const Typography& typography, std::vector<Edit>& edits) {
  const std::vector<std::size_t> dashes =
      typography[TypographyRule::dashes] != 0 ? inside_dashes(line) : std::vector<std::size_t>{};
  auto dash = dashes.begin();
  for (std::size_t at = 1; at < line.end();) {
    if (!is_space(line[at])) {
      if (const auto rule = missing_space_rule(line, at - 1, at, typography)) {
        const bool leans_left = is_opening(line[at - 1]) || *rule == TypographyRule::abbreviations;
        edits.push_back({line.offset(at), line.offset(at), typography[*rule], *rule, Act::set, leans_left});
      }
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < line.end() && is_space(line[end])) ++end;
    while (dash != dashes.end() && *dash < at - 1) ++dash;
    const bool inside_dash = dash != dashes.end() && *dash == at - 1;
    set_typed_space(line, at, end, inside_dash, typography, edits);
    at = end;
  }
}

/// What is not a change of text: superior letters, and an `etc.` that says too much.
void mark_words(const Line& line, const Typography& typography, std::vector<Edit>& edits) {
  const bool ordinals = typography[TypographyRule::ordinals] != 0;
  const bool ellipses = typography[TypographyRule::ellipses] != 0;
  for (std::size_t at = 2; at < line.end(); ++at) {
    if (ordinals) {
      if (const std::size_t size = ordinal_letters(line, at)) {
        edits.push_back({line.offset(at), line.offset(at + size), 0, TypographyRule::ordinals, Act::raise});
      }
    }
    if (ellipses && (line[at] == '.' || line[at] == kEllipsis)) {
      if (const std::size_t size = points_after_etc(line, at)) {
        edits.push_back(
            {line.offset(at - 3), line.offset(at + size), 0, TypographyRule::ellipses, Act::remark});
      }
    }
  }
}

// --- From the line to its pieces --------------------------------------------------------------------------

/// Where the bytes of a line lie in its pieces, read from front to back.
class Cursor {
 public:
  explicit Cursor(std::span<const Piece> pieces) : pieces_(pieces) {}

  /// Goes to the piece that holds what the edit begins with.
  void advance_to(const Edit& edit) {
    const bool leans_left = edit.leans_left && edit.begin == edit.end;
    while (piece_ + 1 < pieces_.size() && edit.begin + (leans_left ? 0 : 1) > start_ + size(piece_)) {
      start_ += size(piece_++);
    }
  }
  /// The edit in its piece and, where a run of spaces goes on, in those behind it; nothing where one of them
  /// must stay.
  void append_parts(const Edit& edit, std::vector<Change>& changes) const {
    const std::size_t before = changes.size();
    std::uint32_t start = start_;
    for (std::uint32_t piece = piece_; piece < pieces_.size(); ++piece) {
      const std::uint32_t begin = std::max(edit.begin, start) - start;
      const std::uint32_t end = std::min(edit.end - start, size(piece));
      const bool first = piece == piece_;
      if (!pieces_[piece].settable) return changes.resize(before);
      if (first || begin < end) {
        changes.push_back({piece, begin, end, edit.character, edit.rule, first ? edit.act : Act::drop});
      }
      start += size(piece);
      if (edit.end <= start) break;
    }
    const bool whole = changes.size() == before + 1 || edit.act == Act::set;
    if (!whole) changes.resize(before);
  }

 private:
  std::uint32_t size(std::uint32_t piece) const {
    return static_cast<std::uint32_t>(pieces_[piece].text.size());
  }

  std::span<const Piece> pieces_;
  std::uint32_t piece_ = 0;
  std::uint32_t start_ = 0;
};

}  // namespace

std::vector<Change> french(std::span<const Piece> pieces, const Typography& typography) {
  const bool worth =
      std::ranges::any_of(pieces, [](const Piece& piece) { return may_need_setting(piece.text); });
  if (!worth) return {};
  Line line(pieces);
  std::vector<Edit> edits;
  set_marks(line, typography, edits);
  set_spaces(line, typography, edits);
  mark_words(line, typography, edits);
  std::ranges::stable_sort(edits, {}, [](const Edit& edit) { return std::tuple(edit.begin, edit.end); });
  std::vector<Change> changes;
  Cursor cursor(pieces);
  for (const Edit& edit : edits) {
    cursor.advance_to(edit);
    cursor.append_parts(edit, changes);
  }
  return changes;
}

}  // namespace reliure::content
