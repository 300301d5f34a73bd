#include "content/delimiter_rows.h"

#include <algorithm>

#include "content/ascii.h"
#include "content/fence.h"

namespace reliure::content {
namespace {

/// What md4c wants in each cell.
constexpr std::size_t kHyphens = 3;

/// Whether the cell is `-`, `:-`, `-:` or `:-:`, with any number of hyphens.
bool is_delimiter(std::string_view cell) {
  cell = trimmed(cell);
  if (!cell.empty() && cell.front() == ':') cell.remove_prefix(1);
  if (!cell.empty() && cell.back() == ':') cell.remove_suffix(1);
  return !cell.empty() && cell.find_first_not_of('-') == std::string_view::npos;
}

/// The row in `line`, from its first pipe, colon or hyphen; empty when the line is none.
std::string_view delimiter_row(std::string_view line) {
  const std::string_view row = trimmed(line.substr(std::min(line.find_first_not_of(" \t>"), line.size())));
  if (row.find('|') == std::string_view::npos || row.find_first_not_of("|:- \t") != std::string_view::npos) {
    return {};
  }
  // A hyphen and a space begin a list.
  const bool is_list = row.size() > 1 && row[0] == '-' && is_space(row[1]);
  if (is_list) return {};
  std::string_view rest = row;
  if (rest.front() == '|') rest.remove_prefix(1);
  if (!rest.empty() && rest.back() == '|') rest.remove_suffix(1);
  for (;;) {
    const std::size_t end = std::min(rest.find('|'), rest.size());
    if (!is_delimiter(rest.substr(0, end))) return {};
    if (end == rest.size()) return row;
    rest.remove_prefix(end + 1);
  }
}

/// How many cells a row has. A pipe behind a backslash is text, in code as well (GFM 4.10).
std::size_t cells_of(std::string_view row) {
  row = trimmed(row);
  if (row.empty()) return 0;
  if (row.front() == '|') row.remove_prefix(1);
  std::size_t cells = 1;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const bool divides = row[i] == '|' && (i == 0 || row[i - 1] != '\\') && i + 1 < row.size();
    if (divides) ++cells;
  }
  return cells;
}

/// The size of a list item's mark with the space behind it, 0 when `text` does not begin with one.
std::size_t item_mark_size(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && at < 9 && is_digit(text[at])) ++at;
  const std::string_view marks = at > 0 ? ".)" : "-+*";
  if (at + 1 >= text.size() || marks.find(text[at]) == std::string_view::npos) return 0;
  return text[at + 1] == ' ' || text[at + 1] == '\t' ? at + 2 : 0;
}

/// A line behind its indentation and the marks of quotes.
struct Line {
  std::size_t begin = 0;
  std::string_view prefix;
  std::string_view content;

  std::size_t quotes() const { return static_cast<std::size_t>(std::ranges::count(prefix, '>')); }
  /// Columns of white space; a tab is four.
  std::size_t indent() const {
    const std::string_view spaces = prefix.substr(prefix.rfind('>') + 1);
    return spaces.size() + 3 * static_cast<std::size_t>(std::ranges::count(spaces, '\t'));
  }
};

/// Ends a paragraph, and leaves nothing.
constexpr std::string_view kComment = "<!-- -->";

class Padder {
 public:
  explicit Padder(const MappedText& markdown) : markdown_(markdown) { out().file = markdown.file; }

  PaddedMarkdown run() {
    const std::string_view text = markdown_.text;
    for (std::string_view rest = text; !rest.empty();) {
      const auto begin = static_cast<std::size_t>(rest.data() - text.data());
      const std::string_view whole = next_line(rest);
      const std::size_t prefix = std::min(whole.find_first_not_of(" \t>"), whole.size());
      const Line line{begin, whole.substr(0, prefix), whole.substr(prefix)};
      see(line, whole);
      above_ = header_;
      header_ = line;
    }
    if (done_ == 0) {
      out() = markdown_;
    } else {
      append_part(out(), markdown_, done_, text.size());
    }
    return std::move(padded_);
  }

 private:
  MappedText& out() { return padded_.markdown; }

  void see(const Line& line, std::string_view whole) {
    const std::string_view row = delimiter_row(whole);
    if (!row.empty()) {
      delimiter(row);
    } else {
      const std::size_t mark = item_mark_size(line.content);
      const bool begins_block = mark > 0 || is_blank(line.content) || line.content.front() == '#';
      if (begins_block || line.quotes() != header_.quotes()) in_table_ = false;
      note_block(line, mark);
    }
    fence_.see(line.content);
  }

  /// Keeps track of list items, of indented code and of HTML, in which no paragraph stands.
  void note_block(const Line& line, std::size_t mark) {
    if (is_blank(line.content)) return;
    if (is_blank(header_.content)) {
      item_indent_ = std::min(item_indent_, line.indent());
      in_code_ = line.indent() >= item_indent_ + 4;
      in_html_ = false;
    }
    if (line.content.front() == '<') in_html_ = true;
    if (mark > 0) item_indent_ = line.indent() + mark;
  }

  void delimiter(std::string_view row) {
    if (in_table_) return;
    const std::size_t mark = item_mark_size(header_.content);
    if (cells_of(header_.content.substr(mark)) != cells_of(row)) {
      // A letter before it makes any row text.
      return pad(static_cast<std::size_t>(row.data() - markdown_.text.data()), "x", false);
    }
    if (runs_into_table(mark)) {
      append_part(out(), markdown_, done_, header_.begin);
      const std::uint32_t source = source_begin(markdown_, header_.begin);
      done_ = header_.begin;
      append_generated(out(), header_.prefix, source);
      pad(header_.begin, kComment, true);
      append_generated(out(), "\n", source);
    }
    in_table_ = true;
    for (std::size_t i = 0; (i = row.find('-', i)) < row.size();) {
      const std::size_t end = std::min(row.find_first_not_of('-', i), row.size());
      const std::size_t place = static_cast<std::size_t>(row.data() - markdown_.text.data()) + end;
      if (end - i < kHyphens) pad(place, std::string(kHyphens - (end - i), '-'), false);
      i = end;
    }
  }

  /// Whether the header row goes on a paragraph of the same item and quote.
  bool runs_into_table(std::size_t mark) const {
    if (mark > 0 || fence_.open() || in_code_ || in_html_ || header_.begin < done_) return false;
    const bool is_paragraph = !is_blank(above_.content) && above_.content.front() != '#';
    return is_paragraph && header_.content.find('|') != std::string_view::npos &&
           above_.quotes() == header_.quotes() && header_.indent() >= item_indent_;
  }

  void pad(std::size_t place, std::string_view characters, bool is_line) {
    append_part(out(), markdown_, done_, place);
    done_ = place;
    padded_.padding.push_back({out().text.size(), characters.size(), is_line});
    append_generated(out(), characters, source_end(markdown_, place));
  }

  const MappedText& markdown_;
  PaddedMarkdown padded_;
  std::size_t done_ = 0;
  /// The two lines before the current one.
  Line above_;
  Line header_;
  Fence fence_;
  bool in_table_ = false;
  bool in_code_ = false;
  bool in_html_ = false;
  /// The column where the content of the innermost list item begins.
  std::size_t item_indent_ = 0;
};

}  // namespace

PaddedMarkdown pad_delimiter_rows(const MappedText& markdown) { return Padder(markdown).run(); }

}  // namespace reliure::content
