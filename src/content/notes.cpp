#include "content/notes.h"

#include <algorithm>
#include <optional>

#include "content/ascii.h"
#include "content/fence.h"

namespace reliure::content {
namespace {

/// Four columns, as CommonMark counts for a continued block.
constexpr std::size_t kIndent = 4;

/// The bytes of indentation up to four columns, nothing when the line is indented less.
std::optional<std::size_t> continuation_indent(std::string_view line) {
  std::size_t size = 0;
  while (size < line.size() && size < kIndent && line[size] == ' ') ++size;
  if (size == kIndent) return size;
  if (size < line.size() && line[size] == '\t') return size + 1;
  return std::nullopt;
}

/// The size of the mark `[^id]:` and its indentation, 0 when the line does not begin a definition.
std::size_t definition_mark_size(std::string_view line) {
  const std::string_view mark = without_indent(line);
  const std::string_view id = note_call_at(mark);
  const std::size_t colon = id.size() + 3;
  if (id.empty() || colon >= mark.size() || mark[colon] != ':') return 0;
  return line.size() - mark.size() + colon + 1;
}

/// The size of the marks `>` of the quotes that the line stands in, with the space behind each.
std::size_t quote_mark_size(std::string_view line) {
  std::size_t size = 0;
  for (;;) {
    const std::size_t mark = line.size() - without_indent(line.substr(size)).size();
    if (mark >= line.size() || line[mark] != '>') return size;
    size = mark + 1;
    if (size < line.size() && line[size] == ' ') ++size;
  }
}

std::size_t depth_of(std::string_view quote_mark) {
  return static_cast<std::size_t>(std::ranges::count(quote_mark, '>'));
}

/// Whether the line may go on a paragraph above it without being indented.
bool is_lazy(std::string_view line) {
  const std::string_view text = without_indent(line);
  constexpr std::string_view kBlockStarts = "#>-*+<|`~:";
  return !is_blank(line) && kBlockStarts.find(text[0]) == std::string_view::npos &&
         definition_mark_size(line) == 0;
}

/// Reads lines from `at` on and hands each to the text or to a definition.
class Cutter {
 public:
  Cutter(std::string_view source, base::FileId file) : source_(source) { parts_.text.file = file; }

  MarkdownParts run(std::uint32_t begin) {
    at_ = begin;
    while (at_ < source_.size()) {
      const std::string_view line = line_at(at_);
      const std::size_t quote = fence_.open() ? 0 : quote_mark_size(line);
      if (quote == 0) quoted_fence_ = {};
      Fence& fence = quote > 0 ? quoted_fence_ : fence_;
      const std::size_t mark = fence.open() ? 0 : definition_mark_size(line.substr(quote));
      if (mark > 0) {
        cut_definition(quote, mark);
      } else {
        fence.see(line.substr(quote));
        take(parts_.text, line);
      }
    }
    for (std::uint32_t i = 0; i < parts_.notes.size(); ++i) {
      parts_.note_of.try_emplace(parts_.notes[i].id, i);
    }
    return std::move(parts_);
  }

 private:
  std::string_view line_at(std::size_t offset) const {
    std::string_view rest = source_.substr(offset);
    return next_line(rest);
  }

  void take(MappedText& out, std::string_view line, std::size_t skipped = 0) {
    append_copied(out, line.substr(skipped), static_cast<std::uint32_t>(at_ + skipped));
    at_ += line.size();
  }

  void cut_definition(std::size_t quote, std::size_t mark) {
    NoteDefinition note;
    const std::string_view first = line_at(at_);
    depth_ = depth_of(first.substr(0, quote));
    const std::size_t indent = first.size() - without_indent(first.substr(quote)).size();
    mark += quote;
    note.id = note_call_at(first.substr(indent));
    note.span = {parts_.text.file, static_cast<std::uint32_t>(at_ + indent),
                 static_cast<std::uint32_t>(at_ + mark)};
    note.body.file = parts_.text.file;
    while (mark < first.size() && (first[mark] == ' ' || first[mark] == '\t')) ++mark;
    take(note.body, first, mark);
    take_continuation(note.body, is_blank(first.substr(mark)));
    parts_.notes.push_back(std::move(note));
  }

  void take_continuation(MappedText& body, bool after_blank) {
    Fence fence;
    while (at_ < source_.size()) {
      const std::string_view whole = line_at(at_);
      const std::size_t quote = quote_of(whole);
      if (depth_of(whole.substr(0, quote)) != depth_) return;
      const std::string_view line = whole.substr(quote);
      const std::optional<std::size_t> indent = continuation_indent(line);
      if (is_blank(line)) {
        if (!goes_on_after_blank(at_)) return;
        after_blank = true;
        take(body, whole, quote);
      } else if (indent) {
        fence.see(line.substr(*indent));
        after_blank = false;
        take(body, whole, quote + *indent);
      } else if (!after_blank && !fence.open() && is_lazy(line)) {
        take(body, whole, quote);
      } else {
        return;
      }
    }
  }

  /// The marks of quotes, where the definition itself stands in one.
  std::size_t quote_of(std::string_view line) const { return depth_ > 0 ? quote_mark_size(line) : 0; }

  std::string_view behind_quote_at(std::size_t offset) const {
    const std::string_view line = line_at(offset);
    return line.substr(quote_of(line));
  }

  /// Whether the first line that is not blank from `offset` on is indented. Each run of blank lines is looked
  /// at once: what has been seen is kept.
  bool goes_on_after_blank(std::size_t offset) {
    if (offset < blank_end_) return blank_goes_on_;
    while (offset < source_.size() && is_blank(behind_quote_at(offset))) offset += line_at(offset).size();
    blank_end_ = offset;
    blank_goes_on_ = offset < source_.size() && continuation_indent(behind_quote_at(offset)).has_value();
    return blank_goes_on_;
  }

  std::string_view source_;
  std::size_t at_ = 0;
  Fence fence_;
  Fence quoted_fence_;
  /// Of the quotes around the definition that is being cut out.
  std::size_t depth_ = 0;
  MarkdownParts parts_;
  std::size_t blank_end_ = 0;
  bool blank_goes_on_ = false;
};

}  // namespace

std::string_view note_call_at(std::string_view text) {
  if (text.substr(0, 2) != "[^") return {};
  std::size_t end = 2;
  while (end < text.size() && text[end] != ']' && text[end] != '[' && !is_space(text[end])) ++end;
  return end < text.size() && text[end] == ']' ? text.substr(2, end - 2) : std::string_view{};
}

MarkdownParts cut_notes(std::string_view source, std::uint32_t begin, base::FileId file) {
  return Cutter(source, file).run(begin);
}

}  // namespace reliure::content
