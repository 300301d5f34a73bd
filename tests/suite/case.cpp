#include "suite/case.h"

#include <regex>

namespace reliure::suite {
namespace {

constexpr std::string_view kCaseMark = "=== ";
constexpr std::string_view kSectionMark = "--- ";

void append_line(std::string& text, std::string_view line) { text.append(line).append("\n"); }

/// Blank lines at the end only part a section from the next.
void trim_end(std::string& text) {
  while (text.ends_with("\n\n") || text == "\n") {
    text.pop_back();
  }
}

void finish(CaseFile& file) {
  if (file.cases.empty()) {
    trim_end(file.preface);
    return;
  }
  Case& last = file.cases.back();
  trim_end(last.head);
  if (!last.sections.empty()) {
    trim_end(last.sections.back().annotated);
    trim_end(last.sections.back().text);
  }
}

}  // namespace

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string_view first_word(const Section& section) {
  return std::string_view(section.title).substr(0, section.title.find(' '));
}

std::string_view rest_of_title(const Section& section) {
  const std::size_t space = section.title.find(' ');
  return space == std::string::npos ? "" : std::string_view(section.title).substr(space + 1);
}

bool is_file(const Section& section) {
  return first_word(section) != "expect" && first_word(section) != "diagnostics";
}

bool is_annotation(std::string_view line) {
  static const std::regex form(R"(\s*\^+ (error|warning|note)\[[a-z0-9/-]+\]: .*)");
  return std::regex_match(line.begin(), line.end(), form);
}

CaseFile parse_cases(std::string_view text) {
  CaseFile file;
  for (const std::string_view line : lines_of(text)) {
    if (line.starts_with(kCaseMark)) {
      finish(file);
      file.cases.push_back({std::string(line.substr(kCaseMark.size())), {}, {}});
    } else if (file.cases.empty()) {
      append_line(file.preface, line);
    } else if (line.starts_with(kSectionMark)) {
      finish(file);
      file.cases.back().sections.push_back({std::string(line.substr(kSectionMark.size())), {}, {}});
    } else if (Case& last = file.cases.back(); last.sections.empty()) {
      append_line(last.head, line);
    } else {
      append_line(last.sections.back().annotated, line);
      if (!is_annotation(line)) {
        append_line(last.sections.back().text, line);
      }
    }
  }
  finish(file);
  return file;
}

std::string print(const Case& value) {
  std::string out(kCaseMark);
  append_line(out, value.name);
  out += value.head;
  for (const Section& section : value.sections) {
    out += kSectionMark;
    append_line(out, section.title);
    out += section.annotated;
  }
  return out;
}

std::string print(const CaseFile& file) {
  std::string out = file.preface;
  for (const Case& value : file.cases) {
    out += out.empty() ? "" : "\n";
    out += print(value);
  }
  return out;
}

}  // namespace reliure::suite
