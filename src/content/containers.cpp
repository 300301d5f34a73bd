#include "content/containers.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "content/ascii.h"
#include "content/fence.h"

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
};
constexpr Type kGroup = {"accordionsgroup", "<div class=\"fr-accordions-group\">", "", "</div>"};
constexpr Type kAccordion = {"", "<section class=\"fr-accordion\">", "fr-accordion__title", "</section>"};

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
  Expander(const MappedText& markdown, base::Diagnostics& diagnostics)
      : markdown_(markdown), diagnostics_(diagnostics) {
    out_.file = markdown.file;
  }

  MappedText run() {
    std::string_view rest = markdown_.text;
    while (!rest.empty()) {
      const std::string_view line = next_line(rest);
      const bool in_fence = fence_.open();
      fence_.see(line);
      if (in_fence || !container_line(line)) {
        note_heading(line);
        append_part(out_, markdown_, at_, at_ + line.size());
      }
      at_ += line.size();
    }
    for (; !open_.empty(); close()) {
      diagnostics_.report(base::Code::content_unclosed_tag, open_.back().span, "a container is never closed",
                          "close it with a line of its marks alone");
    }
    return std::move(out_);
  }

 private:
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
    const std::string_view name = next_word(words);
    const Type* type = &kAccordion;
    std::size_t title = marker.text_begin;
    if (marker.character == ':') {
      type = std::ranges::find(kTypes, name, &Type::name);
      if (type == std::end(kTypes)) return false;
      title = marker.text_end - trimmed(words).size();
    } else if (name == kGroup.name) {
      type = &kGroup;
    }
    open(marker, *type, line, title);
    return true;
  }

  void open(const Marker& marker, const Type& type, std::string_view line, std::size_t title) {
    const base::Span span = span_of(markdown_, at_, at_ + marker.text_end);
    open_.push_back({marker, &type, span});
    const std::uint32_t source = span.begin;
    append_generated(out_, "\n" + std::string(type.start) + "\n", source);
    if (!type.title.empty() && title < marker.text_end) {
      const bool heading = &type == &kAccordion;
      const std::string name = heading ? "h" + std::to_string(std::min(level_ + 1, 6)) : "p";
      append_generated(out_, "<" + name + " class=\"" + std::string(type.title) + "\">", source);
      for (std::size_t i = title; i < marker.text_end; ++i) {
        if (line[i] == '<') {
          append_generated(out_, "&lt;", source_begin(markdown_, at_ + i), 1);
        } else {
          append_part(out_, markdown_, at_ + i, at_ + i + 1);
        }
      }
      append_generated(out_, "</" + name + ">\n", source);
    }
    append_generated(out_, "\n", source);
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
  base::Diagnostics& diagnostics_;
  MappedText out_;
  std::size_t at_ = 0;
  Fence fence_;
  int level_ = 1;
  std::vector<OpenContainer> open_;
};

}  // namespace

void expand_containers(MappedText& markdown, base::Diagnostics& diagnostics) {
  const bool has_any =
      markdown.text.find(":::") != std::string::npos || markdown.text.find("???") != std::string::npos;
  if (has_any) markdown = Expander(markdown, diagnostics).run();
}

}  // namespace reliure::content
