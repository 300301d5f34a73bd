// The inner half of `render_markdown`: where text stands, and text itself.
#include <algorithm>
#include <functional>
#include <string>
#include <utility>

#include "content/ascii.h"
#include "content/markdown_renderer.h"

namespace reliure::content {
namespace {

/// Names looked through for a hint: enough for any real page, and no page takes long.
constexpr std::size_t kMostCandidates = 500;
/// Names of which no definition is there, looked for all over the page.
constexpr int kMostHints = 20;

constexpr std::string_view escape_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return {};
  }
}

}  // namespace

// --- Places -----------------------------------------------------------------------------------------------

std::optional<std::size_t> Renderer::place_of(const char* text) const {
  const char* begin = markdown_.text.data();
  const char* end = begin + markdown_.text.size();
  if (std::less<>{}(text, begin) || !std::less<>{}(text, end)) return std::nullopt;
  return static_cast<std::size_t>(text - begin);
}

/// Where a value stands that the Markdown holds as it is.
std::optional<std::size_t> Renderer::place_of_value(const MD_ATTRIBUTE& value) const {
  return value.size > 0 ? place_of(value.text) : std::nullopt;
}

void Renderer::open(std::string_view tag, Mark mark) {
  append_generated(out_.html, tag, here());
  waiting_.push_back({out_.html.runs.size() - 1, mark});
}

void Renderer::close(std::string_view tag) { append_generated(out_.html, tag, here()); }

/// The text at `at` tells the tags that wait, from the innermost out, where they stand.
void Renderer::settle(std::size_t at) {
  cursor_ = std::max(cursor_, at);
  for (auto waiting = waiting_.rbegin(); waiting != waiting_.rend(); ++waiting) {
    const std::size_t begin = before_mark(at, waiting->mark);
    MappedText::Run& run = out_.html.runs[waiting->run];
    run.source = source_begin(markdown_, begin);
    run.source_length = source_begin(markdown_, at) - run.source;
    at = begin;
  }
  waiting_.clear();
}

/// The place of the mark (`**`, `##`, `- `) that stands right before `at`.
std::size_t Renderer::before_mark(std::size_t at, Mark mark) const {
  const std::string& text = markdown_.text;
  const auto back = [&text](std::size_t from, std::string_view characters, std::size_t most) {
    while (from > 0 && most > 0 && characters.find(text[from - 1]) != std::string_view::npos) --from, --most;
    return from;
  };
  constexpr std::size_t kAll = std::string::npos;
  switch (mark) {
    case Mark::none:
      return at;
    case Mark::emphasis:
      return back(at, "*_", 1);
    case Mark::strong:
      return back(at, "*_", 2);
    case Mark::strike:
      return back(at, "~", 2);
    case Mark::code:
      return back(back(at, " \n", 1), "`", kAll);
    case Mark::link:
      return back(at, "[<", 1);
    case Mark::heading:
      return back(back(at, " \t", kAll), "#", 6);
    case Mark::quote:
      return back(back(at, " \t", kAll), ">", 1);
    case Mark::item:
      return back(back(back(at, " \t", kAll), "-+*.)", 1), "0123456789", 9);
  }
  return at;
}

/// Moves behind a closing mark that stands at the cursor.
void Renderer::pass(std::string_view characters, std::size_t most) {
  while (cursor_ < markdown_.text.size() && most > 0 &&
         characters.find(markdown_.text[cursor_]) != std::string_view::npos) {
    ++cursor_, --most;
  }
}

// --- Text -------------------------------------------------------------------------------------------------

/// Text without what was put in for tables: where it made none, it goes again, and its line end with it.
void Renderer::text(MD_TEXTTYPE type, std::string_view text) {
  if (const auto at = place_of(text.data()); at && *at >= braces_begin_ && *at < braces_end_) {
    text.remove_prefix(std::min(braces_end_ - *at, text.size()));
    if (text.empty()) return;
  }
  if (type == MD_TEXT_NORMAL) text.remove_suffix(std::min(link_tail_, text.size()));
  const bool behind_padding = std::exchange(behind_padded_line_, false);
  if (behind_padding && text == "\n") return;
  if (const auto at = padding_.empty() ? std::nullopt : place_of(text.data())) {
    const std::size_t end = *at + text.size();
    auto next = std::ranges::lower_bound(padding_, *at, {}, &Padding::begin);
    for (; next != padding_.end() && next->begin < end; ++next) {
      const auto done = static_cast<std::size_t>(markdown_.text.data() + next->begin - text.data());
      if (done > 0) unpadded(type, text.substr(0, done));
      text.remove_prefix(std::min(done + next->size, text.size()));
      behind_padded_line_ = next->is_line;
    }
    if (text.empty()) return;
  }
  unpadded(type, text);
}

void Renderer::unpadded(MD_TEXTTYPE type, std::string_view text) {
  switch (type) {
    case MD_TEXT_NULLCHAR:
      return escaped("\uFFFD");
    case MD_TEXT_BR:
      if (picture_depth_ > 0) return void(alternative_ += ' ');
      return line_break();
    case MD_TEXT_SOFTBR:
      if (picture_depth_ > 0) return void(alternative_ += ' ');
      if (options_.breaks) return line_break();
      return append_generated(out_.html, "\n", here());
    case MD_TEXT_ENTITY:
      return entity(text);
    case MD_TEXT_HTML:
      if (picture_depth_ > 0) return;
      if (const auto at = place_of(text.data())) {
        settle(*at);
        append_part(out_.html, markdown_, *at, *at + text.size());
        cursor_ = *at + text.size();
      } else {
        append_generated(out_.html, text, here());
      }
      return;
    case MD_TEXT_NORMAL:
      return prose(text);
    case MD_TEXT_CODE:
      return in_cell_ ? code_in_cell(text) : escaped(text);
    case MD_TEXT_LATEXMATH:
      return escaped(text);
  }
}

/// What follows stands on the next line, and so does the newline that begins it.
void Renderer::line_break() {
  append_generated(out_.html, "<br>", here());
  const std::size_t end = std::min(markdown_.text.find('\n', cursor_), markdown_.text.size() - 1);
  append_generated(out_.html, "\n", source_begin(markdown_, end + 1));
}

/// In a table, `\|` is a pipe even in code (GFM 4.10).
void Renderer::code_in_cell(std::string_view text) {
  for (std::size_t at = 0; (at = text.find("\\|")) != std::string_view::npos;) {
    if (at > 0) escaped(text.substr(0, at));
    text.remove_prefix(at + 1);
    escaped(text.substr(0, 1));
    text.remove_prefix(1);
  }
  if (!text.empty()) escaped(text);
}

/// The labels of the page's definitions, `[label]: address`.
std::vector<std::string_view> Renderer::definitions() const {
  std::vector<std::string_view> labels;
  for (std::string_view rest = markdown_.text; !rest.empty() && labels.size() < kMostCandidates;) {
    const std::string_view line = trimmed(next_line(rest));
    const std::size_t end = line.find("]:");
    if (line.starts_with('[') && !line.starts_with("[^") && end != std::string_view::npos) {
      labels.push_back(line.substr(1, end - 1));
    }
  }
  return labels;
}

/// `[text][label]` that is still text has no definition.
void Renderer::report_undefined(std::string_view text) {
  const auto place = place_of(text.data());
  for (std::size_t at = text.find("]["); place && at != std::string_view::npos;
       at = text.find("][", at + 1)) {
    const std::size_t begin = at == 0 ? std::string_view::npos : text.find_last_of("[]", at - 1);
    const std::size_t end = text.find_first_of("[]", at + 2);
    const bool paired = begin != std::string_view::npos && text[begin] == '[' && begin + 1 < at &&
                        end != std::string_view::npos && text[end] == ']' && text[at + 2] != '^';
    if (!paired) continue;
    // `row[1][2]` is no link, and neither is what a backslash says is none.
    const char before = *place + begin == 0 ? ' ' : markdown_.text[*place + begin - 1];
    if (is_letter(before) || is_digit(before) || before == '\\' || before == ']' || before == '_') continue;
    const std::string_view label =
        end > at + 2 ? text.substr(at + 2, end - at - 2) : text.substr(begin + 1, at - begin - 1);
    auto& diagnostic = diagnostics_.report(base::Code::content_empty_link,
                                           span_of(markdown_, *place + begin, *place + end + 1),
                                           "no link is defined by the name `" + std::string(label) + "`");
    const std::string_view near =
        ++undefined_ <= kMostHints ? base::nearest(label, definitions()) : std::string_view();
    diagnostic.hints.push_back(near.empty()
                                   ? "define it on a line of its own: `[" + std::string(label) + "]: address`"
                                   : "did you mean `[" + std::string(near) + "]`?");
  }
}

/// Prose: footnote calls stand between pieces of text.
void Renderer::prose(std::string_view text) {
  report_undefined(text);
  const bool may_call = picture_depth_ == 0 && place_of(text.data());
  std::size_t at = may_call ? text.find("[^") : std::string_view::npos;
  while (at != std::string_view::npos) {
    const std::string_view id = note_call_at(text.substr(at));
    if (id.empty()) {
      at = text.find("[^", at + 1);
      continue;
    }
    escaped(text.substr(0, at));
    call(id, static_cast<std::size_t>(text.data() - markdown_.text.data()) + at);
    text.remove_prefix(at + id.size() + 3);
    at = text.find("[^");
  }
  escaped(text);
}

void Renderer::entity(std::string_view text) {
  if (picture_depth_ > 0) return void(alternative_ += text);
  if (const auto at = place_of(text.data())) {
    settle(*at);
    append_copied(out_.html, text, source_begin(markdown_, *at));
    cursor_ = *at + text.size();
  }
}

/// Text whose special characters must not be read as markup.
void Renderer::escaped(std::string_view text) {
  const bool in_picture = picture_depth_ > 0;
  const auto place = place_of(text.data());
  if (place && !text.empty() && !in_picture) settle(*place);
  std::size_t done = 0;
  const auto flush = [&](std::size_t end) {
    const std::string_view piece = text.substr(done, end - done);
    if (in_picture) {
      alternative_ += piece;
    } else if (place) {
      append_copied(out_.html, piece, source_begin(markdown_, *place + done));
    } else {
      append_generated(out_.html, piece, here());
    }
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view escape = escape_of(text[i]);
    if (escape.empty()) continue;
    flush(i);
    if (in_picture) {
      alternative_ += escape;
    } else {
      append_generated(out_.html, escape, place ? source_begin(markdown_, *place + i) : here(), 1);
    }
    done = i + 1;
  }
  flush(text.size());
  if (place) cursor_ = *place + text.size();
}

void Renderer::call(std::string_view id, std::size_t at) {
  const std::uint32_t begin = source_begin(markdown_, at);
  const auto size = static_cast<std::uint32_t>(id.size() + 3);
  const auto row = parts_.note_of.find(id);
  settle(at);
  cursor_ = at + size;
  if (row != parts_.note_of.end()) {
    out_.calls.push_back({static_cast<std::uint32_t>(out_.html.text.size()), row->second});
    const std::string name(kNoteCallElement);
    return append_generated(out_.html, "<" + name + "></" + name + ">", begin, size);
  }
  append_copied(out_.html, std::string_view(markdown_.text).substr(at, size), begin);
  auto& diagnostic =
      diagnostics_.report(base::Code::content_unknown_note, {markdown_.file, begin, begin + size},
                          "no footnote has the id `" + std::string(id) + "`");
  std::vector<std::string_view> names;
  for (const NoteDefinition& note : parts_.notes) {
    if (names.size() < kMostCandidates) names.push_back(note.id);
  }
  const std::string_view near = base::nearest(id, names);
  diagnostic.hints.push_back(near.empty()
                                 ? "define it in a paragraph of its own: `[^" + std::string(id) + "]: ...`"
                                 : "did you mean `[^" + std::string(near) + "]`?");
}

/// ` name="value"`, the value copied from the source where it stands there as it is.
void Renderer::attribute(std::string_view start, const MD_ATTRIBUTE& value) {
  append_generated(out_.html, start, here());
  for (unsigned i = 0; value.size > 0 && value.substr_offsets[i] < value.size; ++i) {
    const std::string_view piece(value.text + value.substr_offsets[i],
                                 value.substr_offsets[i + 1] - value.substr_offsets[i]);
    if (value.substr_types[i] == MD_TEXT_ENTITY) {
      append_generated(out_.html, piece, here());
      continue;
    }
    if (value.substr_types[i] == MD_TEXT_NULLCHAR) {
      append_generated(out_.html, "\uFFFD", here());
      continue;
    }
    const auto place = place_of(piece.data());
    for (std::size_t at = 0; at < piece.size();) {
      const std::size_t special = std::min(piece.find_first_of("&<>\"", at), piece.size());
      const std::string_view plain = piece.substr(at, special - at);
      if (place) {
        append_copied(out_.html, plain, source_begin(markdown_, *place + at));
      } else {
        append_generated(out_.html, plain, here());
      }
      if (special < piece.size()) {
        append_generated(out_.html, escape_of(piece[special]),
                         place ? source_begin(markdown_, *place + special) : here(), 1);
      }
      at = special + 1;
    }
  }
  append_generated(out_.html, "\"", here());
}

}  // namespace reliure::content
