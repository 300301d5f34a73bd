#include "content/containers.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "content/ascii.h"
#include "content/callouts.h"
#include "content/fence.h"
#include "content/words.h"

namespace reliure::content {
namespace {

/// What a type of container is in HTML; `title` is the class of the paragraph with its title.
struct Type {
  std::string_view name;
  std::string_view start;
  std::string_view title;
  std::string_view end;
};

constexpr Type kTypes[] = {
    {"callout", "<div class=\"fr-callout\">", "fr-callout__title", "</div>"},
    {"quote", "<figure class=\"fr-quote\"><blockquote>", "", "</blockquote></figure>"},
    {"info", "<div class=\"fr-alert fr-alert--info\">", "fr-alert__title", "</div>"},
    {"warning", "<div class=\"fr-alert fr-alert--warning\">", "fr-alert__title", "</div>"},
    {"error", "<div class=\"fr-alert fr-alert--error\">", "fr-alert__title", "</div>"},
    {"success", "<div class=\"fr-alert fr-alert--success\">", "fr-alert__title", "</div>"},
    {"note", "<div class=\"callout callout-note\">", "callout__title", "</div>"},
    {"tip", "<div class=\"callout callout-tip\">", "callout__title", "</div>"},
    {"important", "<div class=\"callout callout-important\">", "callout__title", "</div>"},
    {"caution", "<div class=\"callout callout-caution\">", "callout__title", "</div>"},
    {"danger", "<div class=\"callout callout-danger\">", "callout__title", "</div>"},
};
constexpr Type kGroup = {"accordionsgroup", "<div class=\"fr-accordions-group\">", "", "</div>"};
constexpr Type kAccordion = {"", "<section class=\"fr-accordion\">", "fr-accordion__title", "</section>"};

/// Boxes inside boxes that are looked for: more than any book has, and no page takes long.
constexpr int kDeepest = 8;

/// A line of three or more `:` or `?` and what follows them.
struct Marker {
  char character = 0;
  std::size_t size = 0;
  /// Offsets in the line.
  std::size_t text_begin = 0;
  std::size_t text_end = 0;
};

Marker marker_of(std::string_view line) {
  Marker marker;
  const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
  if (begin > 3 || begin == line.size() || (line[begin] != ':' && line[begin] != '?')) return marker;
  marker.character = line[begin];
  marker.text_begin = std::min(line.find_first_not_of(marker.character, begin), line.size());
  marker.size = marker.text_begin - begin;
  while (marker.text_begin < line.size() && is_space(line[marker.text_begin])) ++marker.text_begin;
  marker.text_end = line.size();
  while (marker.text_end > marker.text_begin && is_space(line[marker.text_end - 1])) --marker.text_end;
  if (marker.size < 3) marker.size = 0;
  return marker;
}

struct OpenContainer {
  Marker marker;
  const Type* type;
  base::Span span;
};

class Expander {
 public:
  Expander(const MappedText& markdown, std::string_view language, int depth, base::Diagnostics& diagnostics)
      : markdown_(markdown), language_(language), depth_(depth), diagnostics_(diagnostics) {
    out_.file = markdown.file;
  }

  MappedText run() {
    while (at_ < markdown_.text.size()) {
      const std::string_view line = line_at(at_);
      const bool in_fence = fence_.open();
      fence_.see(line);
      if (!in_fence && callout(line)) continue;
      if (in_fence || !container_line(line)) {
        note_heading(line);
        append_part(out_, markdown_, at_, at_ + line.size());
      }
      at_ += line.size();
      in_quote_ = quote_mark(line) > 0;
    }
    for (; !open_.empty(); close()) {
      diagnostics_.report(base::Code::content_unclosed_tag, open_.back().span, "a container is never closed",
                          "close it with a line of its marks alone");
    }
    return std::move(out_);
  }

 private:
  std::string_view line_at(std::size_t offset) const {
    std::string_view rest = std::string_view(markdown_.text).substr(offset);
    return next_line(rest);
  }

  /// Whether an alert or an admonition begins here; all of it is taken.
  bool callout(std::string_view line) {
    if (depth_ >= kDeepest) return false;
    if (const auto head = in_quote_ ? std::nullopt : alert_at(line)) {
      return box(*head, line, quote_mark), true;
    }
    const auto head = admonition_at(line);
    std::size_t next = at_ + line.size();
    while (head && next < markdown_.text.size() && is_blank(line_at(next))) next += line_at(next).size();
    const bool begins = head && next < markdown_.text.size() && indent_of_four(line_at(next)) > 0;
    if (begins) box(*head, line, indent_of_four);
    return begins;
  }

  /// Writes a box of the lines below `line` that begin as `mark_of` says, without what they begin with.
  template <typename MarkOf>
  void box(const CalloutHead& head, std::string_view line, MarkOf mark_of) {
    const std::uint32_t source = source_begin(markdown_, at_);
    append_generated(out_, "\n<div class=\"callout callout-" + head.type + "\">\n", source);
    callout_title(head, line);
    at_ += line.size();
    MappedText body;
    body.file = markdown_.file;
    while (at_ < markdown_.text.size()) {
      const std::string_view next = line_at(at_);
      const std::size_t mark = mark_of(next);
      if (mark == 0) {
        const std::size_t resumed = is_blank(next) ? resumes_at(at_, mark_of) : 0;
        if (resumed == 0) break;
        append_part(body, markdown_, at_, resumed);
        at_ = resumed;
        continue;
      }
      append_part(body, markdown_, at_ + mark, at_ + next.size());
      at_ += next.size();
    }
    if (!body.runs.empty()) body = Expander(body, language_, depth_ + 1, diagnostics_).run();
    append_part(out_, body, 0, body.text.size());
    append_generated(out_, "\n\n</div>\n\n", source_end(markdown_, at_));
  }

  /// The indented line behind blank ones, 0 when there is none; a quote ends with the first of them.
  template <typename MarkOf>
  std::size_t resumes_at(std::size_t offset, MarkOf mark_of) const {
    const std::size_t begin = markdown_.text.find_first_not_of(" \t\r\n", offset);
    if (begin == std::string::npos || mark_of("    ") == 0) return 0;
    const std::size_t line = markdown_.text.rfind('\n', begin) + 1;
    return mark_of(line_at(line)) > 0 ? line : 0;
  }

  void callout_title(const CalloutHead& head, std::string_view line) {
    const std::string_view made = content::callout_title(head.type, language_);
    const std::uint32_t source = source_begin(markdown_, at_);
    if (head.has_title ? head.title_begin == head.title_end : made.empty()) {
      return append_generated(out_, "\n", source);
    }
    append_generated(out_, "<p class=\"callout__title\">", source);
    if (head.has_title) {
      title_text(line, head.title_begin, head.title_end);
    } else {
      append_generated(out_, made, source, static_cast<std::uint32_t>(trimmed(line).size()));
    }
    append_generated(out_, "</p>\n\n", source);
  }

  void title_text(std::string_view line, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (line[i] == '<') {
        append_generated(out_, "&lt;", source_begin(markdown_, at_ + i), 1);
      } else {
        append_part(out_, markdown_, at_ + i, at_ + i + 1);
      }
    }
  }

  /// Whether the line opened or closed a container.
  bool container_line(std::string_view line) {
    const Marker marker = marker_of(line);
    if (marker.size == 0) return false;
    if (marker.text_begin == marker.text_end) {
      const bool closes = !open_.empty() && open_.back().marker.character == marker.character;
      if (closes) close();
      return closes;
    }
    std::string_view words = line.substr(marker.text_begin, marker.text_end - marker.text_begin);
    std::string_view name = next_word(words);
    const Type* type = &kAccordion;
    std::size_t title = marker.text_begin;
    if (marker.character == ':') {
      // Docusaurus writes `:::note[Title]`.
      const std::size_t bracket = name.find('[');
      if (bracket != std::string_view::npos && line[marker.text_end - 1] == ']') {
        title = marker.text_begin + bracket + 1;
        name = name.substr(0, bracket);
      } else {
        title = marker.text_end - trimmed(words).size();
      }
      type = std::ranges::find(kTypes, name, &Type::name);
      if (type == std::end(kTypes)) return report_unknown(marker, name), false;
    } else if (name == kGroup.name) {
      type = &kGroup;
    }
    open(marker, *type, line, title);
    return true;
  }

  void open(const Marker& marker, const Type& type, std::string_view line, std::size_t title) {
    const base::Span span = span_of(markdown_, at_, at_ + marker.text_end);
    open_.push_back({marker, &type, span});
    const bool bracketed =
        title > 0 && title < marker.text_end && line[title - 1] == '[' && &type != &kAccordion;
    const std::size_t title_end = bracketed ? marker.text_end - 1 : marker.text_end;
    const std::uint32_t source = span.begin;
    append_generated(out_, "\n" + std::string(type.start) + "\n", source);
    if (!type.title.empty() && title < marker.text_end) {
      const bool heading = &type == &kAccordion;
      const std::string name = heading ? "h" + std::to_string(std::min(level_ + 1, 6)) : "p";
      append_generated(out_, "<" + name + " class=\"" + std::string(type.title) + "\">", source);
      title_text(line, title, title_end);
      append_generated(out_, "</" + name + ">\n", source);
    } else if (type.title == "callout__title") {
      append_generated(out_,
                       "<p class=\"callout__title\">" +
                           std::string(content::callout_title(type.name, language_)) + "</p>\n",
                       source, span.end - span.begin);
    }
    append_generated(out_, "\n", source);
  }

  void report_unknown(const Marker& marker, std::string_view name) {
    if (name.empty() || !is_letter(name[0])) return;
    std::vector<std::string_view> names;
    for (const Type& type : kTypes) names.push_back(type.name);
    const std::string_view near = base::nearest(name, names);
    diagnostics_.report(base::Code::content_unknown_element,
                        span_of(markdown_, at_ + marker.text_begin, at_ + marker.text_begin + name.size()),
                        "no container is called `" + std::string(name) + "`",
                        near.empty() ? "use `note`, `tip`, `warning` or another that the manual names"
                                     : "did you mean `" + std::string(near) + "`?");
  }

  void close() {
    append_generated(out_, "\n\n" + std::string(open_.back().type->end) + "\n\n",
                     source_begin(markdown_, at_));
    open_.pop_back();
  }

  /// An accordion's title is one level below the heading before it.
  void note_heading(std::string_view line) {
    const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
    if (marks >= 1 && marks <= 6 && marks < line.size() && is_space(line[marks]))
      level_ = static_cast<int>(marks);
  }

  const MappedText& markdown_;
  std::string_view language_;
  /// How many boxes this is inside.
  int depth_;
  base::Diagnostics& diagnostics_;
  MappedText out_;
  std::size_t at_ = 0;
  Fence fence_;
  int level_ = 1;
  bool in_quote_ = false;
  std::vector<OpenContainer> open_;
};

}  // namespace

void expand_containers(MappedText& markdown, std::string_view language, base::Diagnostics& diagnostics) {
  constexpr std::string_view kMarks[] = {":::", "???", "!!!", "[!"};
  const bool has_any = std::ranges::any_of(
      kMarks, [&](std::string_view mark) { return markdown.text.find(mark) != std::string::npos; });
  if (has_any) markdown = Expander(markdown, language, 0, diagnostics).run();
}

}  // namespace reliure::content
