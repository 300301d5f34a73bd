#include "content/markdown.h"

#include <md4c.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <string>

#include "content/ascii.h"
#include "content/heading_attributes.h"

namespace reliure::content {
namespace {

/// An opening tag waits for the first text inside to know where it stands; this says what stood before it.
enum class Mark : std::uint8_t { none, emphasis, strong, strike, code, link, heading, item, quote };

/// Names looked through for a hint: enough for any real page, and no page takes long.
constexpr std::size_t kMostCandidates = 500;

/// md4c fills short rows up: two thousand columns and rows would make millions of cells of nothing. Past this
/// many, rows stay short.
constexpr std::size_t kMostEmptyCells = 10'000;

struct WaitingTag {
  std::size_t run;
  Mark mark;
};

class Renderer {
 public:
  Renderer(const MappedText& markdown, const MarkdownParts& parts, const source::MarkdownOptions& options,
           base::Diagnostics& diagnostics)
      : markdown_(markdown), parts_(parts), options_(options), diagnostics_(diagnostics) {
    out_.html.file = markdown.file;
    out_.html.text.reserve(markdown.text.size() + markdown.text.size() / 4);
  }

  Fragment run();

  void enter_block(MD_BLOCKTYPE type, void* detail);
  void leave_block(MD_BLOCKTYPE type, void* detail);
  void enter_span(MD_SPANTYPE type, void* detail);
  void leave_span(MD_SPANTYPE type, void* detail);
  void text(MD_TEXTTYPE type, std::string_view text);

 private:
  void open(std::string_view tag, Mark mark = Mark::none);
  void close(std::string_view tag);
  void settle(std::size_t at);
  std::size_t before_mark(std::size_t at, Mark mark) const;
  void pass(std::string_view characters, std::size_t most);

  void open_list_item(const MD_BLOCK_LI_DETAIL& detail);
  void open_code(const MD_BLOCK_CODE_DETAIL& detail);
  void open_cell(std::string_view start, const MD_BLOCK_TD_DETAIL& detail);
  void close_cell();
  void open_link(const MD_SPAN_A_DETAIL& detail);
  void close_link(const MD_SPAN_A_DETAIL& detail);
  void picture(const MD_SPAN_IMG_DETAIL& detail);
  void rule();
  void take_heading_attributes();

  std::optional<std::size_t> place_of(const char* text) const;
  std::optional<std::size_t> place_of_value(const MD_ATTRIBUTE& value) const;
  std::uint32_t here() const { return source_begin(markdown_, cursor_); }
  void prose(std::string_view text);
  void escaped(std::string_view text);
  void entity(std::string_view text);
  void call(std::string_view id, std::size_t at);
  void attribute(std::string_view start, const MD_ATTRIBUTE& value);

  const MappedText& markdown_;
  const MarkdownParts& parts_;
  const source::MarkdownOptions& options_;
  base::Diagnostics& diagnostics_;
  Fragment out_;
  /// In the Markdown, behind the last text that was written.
  std::size_t cursor_ = 0;
  std::vector<WaitingTag> waiting_;
  /// Where the open heading's tag begins in the HTML.
  std::size_t heading_ = 0;
  std::size_t cell_begin_ = 0;
  std::size_t cell_text_ = 0;
  std::size_t empty_cells_ = 0;
  int picture_depth_ = 0;
  std::size_t picture_begin_ = 0;
  std::string alternative_;
};

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

// --- Blocks -----------------------------------------------------------------------------------------------

void Renderer::enter_block(MD_BLOCKTYPE type, void* detail) {
  switch (type) {
    case MD_BLOCK_QUOTE:
      return open("<blockquote>", Mark::quote);
    case MD_BLOCK_UL:
      return open("<ul>");
    case MD_BLOCK_OL: {
      const unsigned start = static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start;
      return open(start == 1 ? "<ol>" : "<ol start=\"" + std::to_string(start) + "\">");
    }
    case MD_BLOCK_LI:
      return open_list_item(*static_cast<MD_BLOCK_LI_DETAIL*>(detail));
    case MD_BLOCK_HR:
      return rule();
    case MD_BLOCK_H:
      heading_ = out_.html.text.size();
      return open("<h" + std::to_string(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level) + ">", Mark::heading);
    case MD_BLOCK_CODE:
      return open_code(*static_cast<MD_BLOCK_CODE_DETAIL*>(detail));
    case MD_BLOCK_P:
      return open("<p>");
    case MD_BLOCK_TABLE:
      return open("<table>");
    case MD_BLOCK_THEAD:
      return open("<thead>");
    case MD_BLOCK_TBODY:
      return open("<tbody>");
    case MD_BLOCK_TR:
      return open("<tr>");
    case MD_BLOCK_TH:
      return open_cell("<th scope=\"col\"", *static_cast<MD_BLOCK_TD_DETAIL*>(detail));
    case MD_BLOCK_TD:
      return open_cell("<td", *static_cast<MD_BLOCK_TD_DETAIL*>(detail));
    case MD_BLOCK_DOC:
    case MD_BLOCK_HTML:
      return;
  }
}

void Renderer::leave_block(MD_BLOCKTYPE type, void* detail) {
  switch (type) {
    case MD_BLOCK_QUOTE:
      return close("</blockquote>\n");
    case MD_BLOCK_UL:
      return close("</ul>\n");
    case MD_BLOCK_OL:
      return close("</ol>\n");
    case MD_BLOCK_LI:
      return close("</li>\n");
    case MD_BLOCK_H:
      take_heading_attributes();
      return close("</h" + std::to_string(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level) + ">\n");
    case MD_BLOCK_CODE:
      return close("</code></pre>\n");
    case MD_BLOCK_P:
      return close("</p>\n");
    case MD_BLOCK_TABLE:
      return close("</table>\n");
    case MD_BLOCK_THEAD:
      return close("</thead>\n");
    case MD_BLOCK_TBODY:
      return close("</tbody>\n");
    case MD_BLOCK_TR:
      return close("</tr>\n");
    case MD_BLOCK_TH:
      return close("</th>");
    case MD_BLOCK_TD:
      return close_cell();
    case MD_BLOCK_DOC:
    case MD_BLOCK_HR:
    case MD_BLOCK_HTML:
      return;
  }
}

void Renderer::open_list_item(const MD_BLOCK_LI_DETAIL& detail) {
  if (detail.is_task == 0) return open("<li>", Mark::item);
  open("<li class=\"task\">", Mark::item);
  settle(detail.task_mark_offset - 1);
  append_generated(out_.html, detail.task_mark == ' ' ? "☐ " : "☑ ", here(), 3);
  cursor_ += 3;
}

void Renderer::open_code(const MD_BLOCK_CODE_DETAIL& detail) {
  open("<pre>");
  open("<code");
  if (detail.lang.size > 0) {
    attribute(" class=\"language-", detail.lang);
  }
  open(">");
}

void Renderer::open_cell(std::string_view start, const MD_BLOCK_TD_DETAIL& detail) {
  std::string tag(start);
  if (detail.align == MD_ALIGN_LEFT) tag += " style=\"text-align: left\"";
  if (detail.align == MD_ALIGN_CENTER) tag += " style=\"text-align: center\"";
  if (detail.align == MD_ALIGN_RIGHT) tag += " style=\"text-align: right\"";
  cell_begin_ = out_.html.text.size();
  open(tag + ">");
  cell_text_ = out_.html.text.size();
}

void Renderer::close_cell() {
  const bool empty = out_.html.text.size() == cell_text_;
  if (!empty || ++empty_cells_ <= kMostEmptyCells) return close("</td>");
  out_.html.text.resize(cell_begin_);
  out_.html.runs.pop_back();
  waiting_.pop_back();
}

/// A thematic break has no text: it is the next line of its characters.
void Renderer::rule() {
  std::size_t at = cursor_;
  while (at < markdown_.text.size()) {
    std::string_view rest = std::string_view(markdown_.text).substr(at);
    const std::string_view line = next_line(rest);
    const std::string_view mark = trimmed(line);
    const bool is_rule = mark.size() >= 3 && mark.find_first_of("-_*") == 0 &&
                         mark.find_first_not_of(std::string{mark[0], ' ', '\t'}) == std::string_view::npos;
    if (is_rule) break;
    at += line.size();
  }
  if (at >= markdown_.text.size()) at = cursor_;
  settle(at);
  open("<hr>\n");
  settle(at);
}

/// Moves attributes at the heading's end into its tag.
void Renderer::take_heading_attributes() {
  MappedText& html = out_.html;
  const auto last = html.runs.back();
  const std::size_t begin = std::max<std::size_t>(last.begin, heading_);
  if (!last.copied || html.text.empty() || html.text.back() != '}') return;
  const auto found = trailing_attributes(std::string_view(html.text).substr(begin));
  if (!found) return;
  html.text.resize(html.text.size() - found->size);
  const std::size_t place = html.text.find('>', heading_);
  html.text.insert(place, found->html);
  for (auto run = html.runs.rbegin(); run != html.runs.rend() && run->begin > place; ++run) {
    run->begin += static_cast<std::uint32_t>(found->html.size());
  }
  for (auto note = out_.calls.rbegin(); note != out_.calls.rend() && note->html > place; ++note) {
    note->html += static_cast<std::uint32_t>(found->html.size());
  }
}

// --- Spans ------------------------------------------------------------------------------------------------

void Renderer::enter_span(MD_SPANTYPE type, void* detail) {
  if (type == MD_SPAN_IMG && picture_depth_++ == 0) {
    const std::size_t found = markdown_.text.find("![", cursor_);
    settle(found == std::string::npos ? cursor_ : found);
    picture_begin_ = cursor_;
    alternative_.clear();
  }
  if (picture_depth_ > 0) return;
  switch (type) {
    case MD_SPAN_EM:
      return open("<em>", Mark::emphasis);
    case MD_SPAN_STRONG:
      return open("<strong>", Mark::strong);
    case MD_SPAN_DEL:
      return open("<del>", Mark::strike);
    case MD_SPAN_CODE:
      return open("<code>", Mark::code);
    case MD_SPAN_A:
      return open_link(*static_cast<MD_SPAN_A_DETAIL*>(detail));
    default:
      return;
  }
}

void Renderer::leave_span(MD_SPANTYPE type, void* detail) {
  if (type == MD_SPAN_IMG && --picture_depth_ == 0) {
    return picture(*static_cast<MD_SPAN_IMG_DETAIL*>(detail));
  }
  if (picture_depth_ > 0) return;
  switch (type) {
    case MD_SPAN_EM:
      pass("*_", 1);
      return close("</em>");
    case MD_SPAN_STRONG:
      pass("*_", 2);
      return close("</strong>");
    case MD_SPAN_DEL:
      pass("~", 2);
      return close("</del>");
    case MD_SPAN_CODE:
      pass(" ", 1);
      pass("`", markdown_.text.size());
      return close("</code>");
    case MD_SPAN_A:
      return close_link(*static_cast<MD_SPAN_A_DETAIL*>(detail));
    default:
      return;
  }
}

void Renderer::open_link(const MD_SPAN_A_DETAIL& detail) {
  open("<a", Mark::link);
  attribute(" href=\"", detail.href);
  if (detail.title.size > 0) attribute(" title=\"", detail.title);
  open(">");
}

void Renderer::close_link(const MD_SPAN_A_DETAIL& detail) {
  pass("]>", 1);
  const std::size_t destination = place_of_value(detail.href).value_or(0);
  const bool is_inline = destination > cursor_ && markdown_.text[cursor_] == '(';
  if (is_inline) {
    std::size_t end = destination + detail.href.size;
    end = std::max(end, place_of_value(detail.title).value_or(0) + detail.title.size);
    const std::size_t parenthesis = markdown_.text.find(')', end);
    if (parenthesis != std::string::npos) cursor_ = parenthesis + 1;
  }
  close("</a>");
}

void Renderer::picture(const MD_SPAN_IMG_DETAIL& detail) {
  const std::uint32_t begin = source_begin(markdown_, picture_begin_);
  append_generated(out_.html, "<img", begin);
  attribute(" src=\"", detail.src);
  append_generated(out_.html, " alt=\"" + alternative_ + "\"", begin);
  if (detail.title.size > 0) attribute(" title=\"", detail.title);
  const std::size_t destination = place_of_value(detail.src).value_or(0);
  if (destination >= cursor_) {
    const std::size_t parenthesis = markdown_.text.find(')', destination + detail.src.size);
    if (parenthesis != std::string::npos) cursor_ = parenthesis + 1;
  } else {
    pass("]", 1);
  }
  append_generated(out_.html, ">", begin, here() - begin);
}

// --- Text -------------------------------------------------------------------------------------------------

void Renderer::text(MD_TEXTTYPE type, std::string_view text) {
  switch (type) {
    case MD_TEXT_NULLCHAR:
      return escaped("\uFFFD");
    case MD_TEXT_BR:
      if (picture_depth_ > 0) return void(alternative_ += ' ');
      return append_generated(out_.html, "<br>\n", here());
    case MD_TEXT_SOFTBR:
      if (picture_depth_ > 0) return void(alternative_ += ' ');
      return append_generated(out_.html, options_.breaks ? "<br>\n" : "\n", here());
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
    case MD_TEXT_LATEXMATH:
      return escaped(text);
  }
}

/// Prose: footnote calls stand between pieces of text.
void Renderer::prose(std::string_view text) {
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

// --- md4c -------------------------------------------------------------------------------------------------

Fragment Renderer::run() {
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;
  if (options_.linkify) parser.flags |= MD_FLAG_PERMISSIVEAUTOLINKS;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
    return static_cast<Renderer*>(self)->enter_block(type, detail), 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
    return static_cast<Renderer*>(self)->leave_block(type, detail), 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
    return static_cast<Renderer*>(self)->enter_span(type, detail), 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void* detail, void* self) {
    return static_cast<Renderer*>(self)->leave_span(type, detail), 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
    return static_cast<Renderer*>(self)->text(type, {text, size}), 0;
  };
  md_parse(markdown_.text.data(), static_cast<MD_SIZE>(markdown_.text.size()), &parser, this);
  return std::move(out_);
}

}  // namespace

Fragment render_markdown(const MappedText& markdown, const MarkdownParts& parts,
                         const source::MarkdownOptions& options, base::Diagnostics& diagnostics) {
  return Renderer(markdown, parts, options, diagnostics).run();
}

}  // namespace reliure::content
