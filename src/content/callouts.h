#pragma once
// The first lines of boxes as GitHub and MkDocs write them: `> [!NOTE]` and `!!! note "Title"`.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace reliure::content {

/// What the first line of a box says; offsets are in the line.
struct CalloutHead {
  /// In lower case: `note`.
  std::string type;
  /// Whether a title is written, be it empty: there is none to make up then.
  bool has_title = false;
  std::size_t title_begin = 0;
  std::size_t title_end = 0;
};

/// `> [!NOTE]`, the first line of a quote that GitHub shows as a box: of types NOTE, TIP, IMPORTANT, WARNING,
/// CAUTION.
std::optional<CalloutHead> alert_at(std::string_view line);
/// `!!! type "Title"` or, folded on the site, `??? type "Title"` and `???+ type "Title"`: lines below it are
/// its own as long as they are indented by four.
std::optional<CalloutHead> admonition_at(std::string_view line);

/// The bytes of four columns of indentation, 0 when the line has less.
std::size_t indent_of_four(std::string_view line);
/// The size of the mark of a quote with one space behind it, 0 when the line does not stand in one.
std::size_t quote_mark(std::string_view line);

}  // namespace reliure::content
