#include "content/markdown.h"

#include <algorithm>
#include <string>
#include <utility>

#include "content/ascii.h"
#include "content/heading_attributes.h"
#include "content/markdown_renderer.h"

namespace reliure::content {
namespace {

/// md4c fills short rows up: two thousand columns and rows would make millions of cells of nothing. Past this
/// many, rows stay short.
constexpr std::size_t kMostEmptyCells = 10'000;

/// A picture whose brackets do not close within so many bytes has no braces behind it: looking further would
/// take long on a page of such.
constexpr std::size_t kLongestPart = 1000;

/// Behind the bracket that closes the one at `begin`; `begin` when none does.
std::size_t end_of_brackets(std::string_view text, std::size_t begin) {
  text = text.substr(0, begin + kLongestPart);
  int open = 0;
  for (std::size_t at = begin; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '[') {
      ++open;
    } else if (text[at] == ']' && --open == 0) {
      return at + 1;
    }
  }
  return begin;
}

/// Behind the parenthesis that closes the one at `begin`, with an address and a title between them; `begin`
/// when none does.
std::size_t end_of_address(std::string_view text, std::size_t begin) {
  int open = 0;
  char quote = 0;
  for (std::size_t at = begin; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\\') {
      ++at;
    } else if (quote != 0) {
      quote = c == quote ? '\0' : quote;
    } else if (c == '<' && text[at - 1] == '(' && open == 1) {
      quote = '>';
    } else if ((c == '"' || c == '\'') && is_space(text[at - 1])) {
      quote = c;
    } else if (c == '(') {
      ++open;
    } else if (c == ')' && --open == 0) {
      return at + 1;
    }
  }
  return begin;
}

}  // namespace

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
      settle_empty_heading(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
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
      in_cell_ = false;
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
  in_cell_ = true;
  cell_begin_ = out_.html.text.size();
  open(tag + ">");
  cell_text_ = out_.html.text.size();
}

void Renderer::close_cell() {
  in_cell_ = false;
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

/// A heading without text is the next line of nothing but its marks.
void Renderer::settle_empty_heading(unsigned level) {
  if (waiting_.empty() || waiting_.back().mark != Mark::heading) return;
  std::string_view rest = std::string_view(markdown_.text).substr(cursor_);
  while (!rest.empty()) {
    const auto begin = static_cast<std::size_t>(rest.data() - markdown_.text.data());
    const std::string_view line = next_line(rest);
    const std::size_t mark = std::min(line.find('#'), line.size());
    const std::size_t end = std::min(line.find_first_not_of('#', mark), line.size());
    const bool is_heading =
        end - mark == level && line.find_first_not_of("# \t\r\n", end) == std::string::npos;
    if (is_heading) return settle(begin + end);
  }
}

/// GFM takes one tilde for a strike, too; then `H~2~O` would be struck through.
void Renderer::open_strike() {
  const std::size_t mark = std::min(markdown_.text.find('~', cursor_), markdown_.text.size());
  strikes_.push_back(markdown_.text.compare(mark, 2, "~~") == 0);
  if (strikes_.back()) return open("<del>", Mark::strike);
  escaped(std::string_view(markdown_.text).substr(mark, 1));
}

void Renderer::close_strike() {
  const bool is_strike = strikes_.back();
  strikes_.pop_back();
  if (is_strike) return pass("~", 2), close("</del>");
  const std::size_t mark = std::min(markdown_.text.find('~', cursor_), markdown_.text.size());
  escaped(std::string_view(markdown_.text).substr(mark, 1));
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
      ++weak_;
      return open("<em>", Mark::emphasis);
    case MD_SPAN_STRONG:
      ++strong_;
      return open("<strong>", Mark::strong);
    case MD_SPAN_DEL:
      return open_strike();
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
      return close_emphasis(1, "</em>", weak_);
    case MD_SPAN_STRONG:
      return close_emphasis(2, "</strong>", strong_);
    case MD_SPAN_DEL:
      return close_strike();
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

/// md4c closes what opened inside of a bare address, `https://a.org/*b*`: there the mark is text.
void Renderer::close_emphasis(std::size_t marks, std::string_view tag, int& open_ones) {
  if (open_ones > 0) {
    --open_ones;
    pass("*_", marks);
    return close(tag);
  }
  const std::size_t end = std::min(markdown_.text.find_first_not_of("*_", cursor_), markdown_.text.size());
  escaped(std::string_view(markdown_.text).substr(cursor_, std::min(marks, end - cursor_)));
}

/// Whether the link is an address in the text, which nobody has marked.
bool Renderer::is_bare(const MD_SPAN_A_DETAIL& detail) const {
  std::string_view address(detail.href.text, detail.href.size);
  if (!options_.linkify || detail.title.size > 0) return false;
  if (!place_of_value(detail.href) && address.starts_with("http://www.")) address.remove_prefix(7);
  const std::size_t place = markdown_.text.find(address, cursor_);
  return place != std::string::npos && markdown_.text.find_first_of("[<", cursor_) > place;
}

void Renderer::open_link(const MD_SPAN_A_DETAIL& detail) {
  open("<a", Mark::link);
  const std::string_view address(detail.href.text, detail.href.size);
  link_tail_ = is_bare(detail) ? address.size() - (address.find_last_not_of(';') + 1) : 0;
  MD_ATTRIBUTE href = detail.href;
  const MD_TEXTTYPE types[] = {MD_TEXT_NORMAL};
  href.size -= static_cast<MD_SIZE>(link_tail_);
  const MD_OFFSET offsets[] = {0, href.size};
  if (link_tail_ > 0) href.substr_types = types, href.substr_offsets = offsets;
  attribute(" href=\"", href);
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
  const std::size_t tail = std::exchange(link_tail_, 0);
  if (tail > 0) escaped(std::string_view(markdown_.text).substr(cursor_, tail));
}

void Renderer::picture(const MD_SPAN_IMG_DETAIL& detail) {
  const std::uint32_t begin = source_begin(markdown_, picture_begin_);
  append_generated(out_.html, "<img", begin);
  attribute(" src=\"", detail.src);
  append_generated(out_.html, " alt=\"" + alternative_ + "\"", begin);
  if (detail.title.size > 0) attribute(" title=\"", detail.title);
  cursor_ = std::max(cursor_, end_of_picture(detail));
  append_generated(out_.html, picture_attributes() + ">", begin, here() - begin);
}

/// Behind the picture that began last, with its address or the label of one.
std::size_t Renderer::end_of_picture(const MD_SPAN_IMG_DETAIL& detail) const {
  const std::string_view text = markdown_.text;
  const std::size_t alternative = picture_begin_ + 1;
  const std::size_t end = end_of_brackets(text, alternative);
  if (end == alternative || end >= text.size()) return end;
  if (text[end] == '[') return end_of_brackets(text, end);
  // Escapes and entities make what is written longer than what it says.
  const std::size_t most = kLongestPart + 8 * (std::size_t{detail.src.size} + detail.title.size);
  return text[end] == '(' ? end_of_address(text.substr(0, end + most), end) : end;
}

/// `{#id .class key=value}` right behind a picture, as attributes; empty when there are none.
std::string Renderer::picture_attributes() {
  const std::string_view text = markdown_.text;
  if (cursor_ >= text.size() || text[cursor_] != '{') return {};
  const std::size_t end = text.find_first_of("}\n", cursor_);
  if (end == std::string::npos || text[end] != '}') return {};
  const auto found = trailing_attributes(text.substr(cursor_, end + 1 - cursor_));
  if (!found || found->size != end + 1 - cursor_) return {};
  braces_begin_ = cursor_;
  braces_end_ = cursor_ = end + 1;
  return found->html;
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

Fragment render_markdown(const MappedText& markdown, const MarkdownParts& parts,
                         const source::MarkdownOptions& options, base::Diagnostics& diagnostics) {
  return Renderer(pad_delimiter_rows(markdown), parts, options, diagnostics).run();
}

}  // namespace reliure::content
