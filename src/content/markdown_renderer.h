#pragma once
// How `render_markdown` works inside: md4c calls, and HTML grows. Only for the .cpp files that make it.
#include <md4c.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/delimiter_rows.h"
#include "content/markdown.h"

namespace reliure::content {

/// An opening tag waits for the first text inside to know where it stands; this says what stood before it.
enum class Mark : std::uint8_t { none, emphasis, strong, strike, code, link, heading, item, quote };

struct WaitingTag {
  std::size_t run;
  Mark mark;
};

class Renderer {
 public:
  Renderer(const PaddedMarkdown& padded, const MarkdownParts& parts, const source::MarkdownOptions& options,
           base::Diagnostics& diagnostics)
      : markdown_(padded.markdown),
        padding_(padded.padding),
        parts_(parts),
        options_(options),
        diagnostics_(diagnostics) {
    out_.html.file = markdown_.file;
    out_.html.text.reserve(markdown_.text.size() + markdown_.text.size() / 4);
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
  std::size_t end_of_picture(const MD_SPAN_IMG_DETAIL& detail) const;
  std::string picture_attributes();
  void rule();
  void settle_empty_heading(unsigned level);
  void close_emphasis(std::size_t marks, std::string_view tag, int& open_ones);
  bool is_bare(const MD_SPAN_A_DETAIL& detail) const;
  void open_strike();
  void close_strike();
  void take_heading_attributes();

  std::optional<std::size_t> place_of(const char* text) const;
  std::optional<std::size_t> place_of_value(const MD_ATTRIBUTE& value) const;
  std::uint32_t here() const { return source_begin(markdown_, cursor_); }
  void unpadded(MD_TEXTTYPE type, std::string_view text);
  void line_break();
  std::vector<std::string_view> definitions() const;
  void report_undefined(std::string_view text);
  void code_in_cell(std::string_view text);
  void prose(std::string_view text);
  void escaped(std::string_view text);
  void entity(std::string_view text);
  void call(std::string_view id, std::size_t at);
  void attribute(std::string_view start, const MD_ATTRIBUTE& value);

  const MappedText& markdown_;
  const std::vector<Padding>& padding_;
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
  bool in_cell_ = false;
  /// Whether the text before was a padded line's, whose line end is still to come.
  bool behind_padded_line_ = false;
  /// Of the open strikes, whether each is one: a single `~` is text.
  std::vector<bool> strikes_;
  int undefined_ = 0;
  /// Open emphases.
  int weak_ = 0;
  int strong_ = 0;
  /// Semicolons at the end of the bare address that is open, which are the sentence's.
  std::size_t link_tail_ = 0;
  int picture_depth_ = 0;
  std::size_t picture_begin_ = 0;
  std::string alternative_;
  /// The braces of the last picture, which are no text.
  std::size_t braces_begin_ = 0;
  std::size_t braces_end_ = 0;
};

}  // namespace reliure::content
