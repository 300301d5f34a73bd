#include "source/summary.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

namespace reliure::source {
namespace {

using base::Code;
using base::Diagnostics;
using base::Span;

/// CommonMark's tab stop.
constexpr std::size_t kTab = 4;

/// One line of the file.
struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A link `[title](target)`: its parts as written, and where they stand.
struct Link {
  std::string_view title;
  std::string_view target;
  Span span;
};

class SummaryReader {
 public:
  SummaryReader(std::string_view text, base::FileId file, std::string_view folder, Diagnostics& diagnostics)
      : text_(text), file_(file), folder_(folder), diagnostics_(diagnostics) {}

  std::vector<PageEntry> read();

 private:
  Span span(std::size_t begin, std::size_t end) const {
    return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  void read_line(Line line);
  void read_heading(Line line, std::size_t begin);
  int depth_at(std::size_t indent);
  std::optional<Link> link_at(Line line, std::size_t begin) const;
  void add(const Link& link, int depth);

  std::string_view text_;
  base::FileId file_;
  std::string_view folder_;
  Diagnostics& diagnostics_;
  std::vector<PageEntry> entries_;
  /// The indentation of each list that is open.
  std::vector<std::size_t> indents_;
  bool in_comment_ = false;
};

/// The bytes of a list marker at `begin` with the white space behind it: `- `, `* `, `+ `, `12. `; else 0.
std::size_t marker_size(std::string_view line) {
  std::size_t size = line.starts_with('-') || line.starts_with('*') || line.starts_with('+') ? 1 : 0;
  if (size == 0) {
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    const bool ordered = digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')');
    size = ordered ? digits + 1 : 0;
  }
  const std::size_t text = std::min(line.find_first_not_of(" \t", size), line.size());
  return size > 0 && text > size ? text : 0;
}

/// The offset behind the bracket that closes the one at `begin`; npos when there is none.
std::size_t closing(std::string_view line, std::size_t begin, char open, char close) {
  int depth = 0;
  for (std::size_t i = begin; i < line.size(); ++i) {
    if (line[i] == '\\') {
      ++i;
    } else if (line[i] == open) {
      ++depth;
    } else if (line[i] == close && --depth == 0) {
      return i + 1;
    }
  }
  return std::string_view::npos;
}

int hexadecimal(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// A link's target as a path: `<...>` and a title behind it dropped, `%20` decoded, `#fragment` cut off.
std::string path_of(std::string_view target) {
  if (target.starts_with('<')) {
    target = target.substr(1, target.find('>') - 1);
  } else {
    target = target.substr(0, target.find_first_of(" \t"));
  }
  target = target.substr(0, target.find('#'));
  std::string path;
  for (std::size_t i = 0; i < target.size(); ++i) {
    const bool escaped = target[i] == '%' && i + 2 < target.size() && hexadecimal(target[i + 1]) >= 0 &&
                         hexadecimal(target[i + 2]) >= 0;
    path +=
        escaped ? static_cast<char>(hexadecimal(target[i + 1]) * 16 + hexadecimal(target[i + 2])) : target[i];
    i += escaped ? 2 : 0;
  }
  return path;
}

/// A link's text without escapes and the marks of code and emphasis.
std::string plain(std::string_view title) {
  std::string text;
  for (std::size_t i = 0; i < title.size(); ++i) {
    if (title[i] == '\\' && i + 1 < title.size()) {
      text += title[++i];
    } else if (title[i] != '`' && title[i] != '*') {
      text += title[i];
    }
  }
  return text;
}

bool is_address(std::string_view target) {
  return target.find("://") != std::string_view::npos || target.starts_with("mailto:");
}

std::vector<PageEntry> SummaryReader::read() {
  for (std::size_t begin = 0; begin < text_.size();) {
    const std::size_t next = std::min(text_.find('\n', begin), text_.size());
    std::size_t end = next;
    while (end > begin && (text_[end - 1] == '\r' || text_[end - 1] == ' ' || text_[end - 1] == '\t')) {
      --end;
    }
    read_line({begin, end});
    begin = next + 1;
  }
  return std::move(entries_);
}

void SummaryReader::read_line(Line line) {
  std::size_t begin = line.begin;
  std::size_t indent = 0;
  for (; begin < line.end && (text_[begin] == ' ' || text_[begin] == '\t'); ++begin) {
    indent = text_[begin] == '\t' ? (indent / kTab + 1) * kTab : indent + 1;
  }
  const std::string_view rest = text_.substr(begin, line.end - begin);
  if (in_comment_ || rest.starts_with("<!--")) {
    in_comment_ = rest.find("-->") == std::string_view::npos;
    return;
  }
  if (rest.empty() || rest.find_first_not_of("-*_ ") == std::string_view::npos) {
    return;  // blank, or a rule between parts
  }
  if (rest.starts_with('#')) {
    read_heading(line, begin);
    return;
  }
  const std::size_t marker = marker_size(rest);
  if (marker == 0) {
    indents_.clear();
  }
  const int depth = marker == 0 ? 1 : depth_at(indent);
  if (const std::optional<Link> link = link_at(line, begin + marker)) {
    add(*link, depth);
  } else {
    diagnostics_.report(Code::source_bad_entry, span(begin, line.end), "this line is no link to a page",
                        "write `- [Title](page.md)`");
  }
}

/// The first heading is the summary's own; the others name parts.
void SummaryReader::read_heading(Line line, std::size_t begin) {
  indents_.clear();
  const bool first = text_.substr(0, begin).find('#') == std::string_view::npos;
  if (!first) {
    diagnostics_.report(Code::source_part_title, span(begin, line.end),
                        "the title of a part is not shown in the book",
                        "make it a page of its own, with its chapters indented below");
  }
}

/// The depth of an item: one more than the list it is indented in.
int SummaryReader::depth_at(std::size_t indent) {
  while (!indents_.empty() && indents_.back() > indent) {
    indents_.pop_back();
  }
  if (indents_.empty() || indents_.back() < indent) {
    indents_.push_back(indent);
  }
  return static_cast<int>(indents_.size());
}

std::optional<Link> SummaryReader::link_at(Line line, std::size_t begin) const {
  const std::string_view rest = text_.substr(begin, line.end - begin);
  if (!rest.starts_with('[')) {
    return std::nullopt;
  }
  const std::size_t middle = closing(rest, 0, '[', ']');
  if (middle == std::string_view::npos || !rest.substr(middle).starts_with('(')) {
    return std::nullopt;
  }
  const std::size_t end = closing(rest, middle, '(', ')');
  if (end == std::string_view::npos) {
    return std::nullopt;
  }
  return Link{rest.substr(1, middle - 2), rest.substr(middle + 1, end - middle - 2),
              span(begin, begin + end)};
}

void SummaryReader::add(const Link& link, int depth) {
  const std::string title = plain(link.title);
  if (is_address(link.target)) {
    diagnostics_.report(Code::source_bad_entry, link.span, "`" + title + "` leads out of the book");
    return;
  }
  const std::string path = path_of(link.target);
  if (path.empty()) {
    diagnostics_.report(Code::source_draft, link.span, "`" + title + "` has no page yet");
    return;
  }
  entries_.push_back({joined(folder_, path), title, depth, link.span});
}

}  // namespace

std::vector<PageEntry> read_summary(const base::SourceMap& sources, base::FileId file,
                                    std::string_view folder, Diagnostics& diagnostics) {
  return SummaryReader(sources.text(file), file, folder, diagnostics).read();
}

}  // namespace reliure::source
