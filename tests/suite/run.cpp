#include "suite/run.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <stdexcept>

#include "base/utf8.h"

namespace reliure::suite {
namespace {

/// Cases stand in a folder, so that there is something outside of it.
constexpr std::string_view kFolder = "book";

std::string path_of(const Section& section) { return source::joined(kFolder, first_word(section)); }

/// `\xFF` to a byte; everything else stays.
std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 2) == "\\x" && i + 3 < text.size()) {
      out += static_cast<char>(std::stoi(std::string(text.substr(i + 2, 2)), nullptr, 16));
      i += 3;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string from_base64(std::string_view text) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char character : text) {
    const std::size_t digit = kDigits.find(character);
    if (digit == std::string_view::npos) {
      continue;
    }
    bits = bits << 6 | static_cast<std::uint32_t>(digit);
    if ((count += 6) >= 8) {
      count -= 8;
      out += static_cast<char>(bits >> count & 0xFF);
    }
  }
  return out;
}

std::string content_of(const Section& section) {
  const std::string_view form = rest_of_title(section);
  if (form == "base64") {
    return from_base64(section.text);
  }
  if (form == "escaped") {
    return unescaped(section.text);
  }
  if (!form.empty()) {
    throw std::invalid_argument("a file is `escaped`, `base64` or nothing, not `" + std::string(form) + "`");
  }
  return section.text;
}

/// The manifest of a case that writes none: the keys of its head and, for the others, what is least.
std::string manifest_of(const Case& value) {
  std::string pages;
  std::string styles;
  for (const Section& section : value.sections) {
    const std::string name(first_word(section));
    if (!is_file(section)) {
      continue;
    }
    if (name.ends_with(".md") || name.ends_with(".html")) {
      pages += (pages.empty() ? "" : ", ") + name;
    } else if (name.ends_with(".css")) {
      styles += (styles.empty() ? "" : ", ") + name;
    }
  }
  std::string manifest = value.head;
  for (const auto& [key, line] : std::map<std::string, std::string>{{"title", "Book"},
                                                                    {"language", "en"},
                                                                    {"title-page", "false"},
                                                                    {"contents", "false"},
                                                                    {"typography", "false"},
                                                                    {"content", "{pages: [" + pages + "]}"},
                                                                    {"styles", "[" + styles + "]"},
                                                                    {"editions", "{print: {format: pdf}}"}}) {
    if (!manifest.starts_with(key + ":") && manifest.find("\n" + key + ":") == std::string::npos) {
      manifest.append(key).append(": ").append(line).append("\n");
    }
  }
  return manifest;
}

std::string read(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// The fonts of other scripts that the case's sheets name as `fonts/NAME`.
void add_fonts(const Case& value, source::MemoryFiles& files) {
  const std::string folder = RELIURE_SOURCE_DIR "/tests/books/scripts/";
  for (const std::string name :
       {"naskh-arabic.ttf", "serif-cjk.otf", "serif-devanagari.ttf", "serif-hebrew.ttf", "serif-thai.ttf"}) {
    const bool named = std::ranges::any_of(value.sections, [&](const Section& section) {
      return section.text.find("url(fonts/" + name + ")") != std::string::npos;
    });
    if (named) {
      files.add(source::joined(kFolder, "fonts/" + name), read(folder + "fonts/" + name));
    }
  }
}

source::MemoryFiles files_of(const Case& value) {
  source::MemoryFiles files;
  files.add("reliure:/styles/base.css", read(RELIURE_SOURCE_DIR "/tests/suite/base.css"));
  for (const std::string name : {"numbered.css", "by-chapter.css"}) {
    files.add("reliure:/styles/" + name, read(RELIURE_SOURCE_DIR "/styles/" + name));
  }
  const bool has_manifest =
      std::ranges::any_of(value.sections, [](const Section& s) { return first_word(s) == "book.yaml"; });
  // A head of `no manifest` is for the one mistake of having none.
  if (!has_manifest && !value.head.starts_with("no manifest")) {
    files.add(source::joined(kFolder, "book.yaml"), manifest_of(value));
  }
  for (const Section& section : value.sections) {
    if (is_file(section)) {
      files.add(path_of(section), content_of(section));
    }
  }
  add_fonts(value, files);
  return files;
}

std::string described(const base::Diagnostic& diagnostic) {
  constexpr std::string_view kSeverities[] = {"note", "warning", "error"};
  return std::string(kSeverities[static_cast<std::size_t>(diagnostic.severity)]) + "[" +
         std::string(base::name(diagnostic.code)) + "]: " + diagnostic.message;
}

/// Carets under what the diagnostic marks on its first line.
std::string annotation(const base::Diagnostic& diagnostic, const base::SourceMap& sources) {
  const base::Span span = diagnostic.span;
  const base::Place begin = sources.place(span.file, span.begin);
  const std::string_view marked = sources.excerpt(span);
  const std::size_t width = base::count_characters(marked.substr(0, marked.find('\n')));
  return std::string(begin.column - 1, ' ') + std::string(std::max<std::size_t>(width, 1), '^') + " " +
         described(diagnostic);
}

/// The file with what was reported of each line below it.
std::string annotated(const Section& section, const app::Compilation& made,
                      std::vector<base::Diagnostic>& unplaced) {
  std::multimap<std::size_t, std::string> by_line;
  std::erase_if(unplaced, [&](const base::Diagnostic& diagnostic) {
    if (diagnostic.span.file.value == 0 || made.tree.sources.name(diagnostic.span.file) != path_of(section)) {
      return false;
    }
    by_line.emplace(made.tree.sources.place(diagnostic.span.file, diagnostic.span.begin).line,
                    annotation(diagnostic, made.tree.sources));
    return true;
  });
  std::string out;
  const std::vector<std::string_view> lines = lines_of(section.text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    out.append(lines[i]).append("\n");
    const auto [first, last] = by_line.equal_range(i + 1);
    for (auto row = first; row != last; ++row) {
      out.append(row->second).append("\n");
    }
  }
  // What is said of the end of a file stands behind its last line.
  for (auto row = by_line.upper_bound(lines.size()); row != by_line.end(); ++row) {
    out.append(row->second).append("\n");
  }
  return out;
}

std::string matching(std::string_view dump, std::string_view expression) {
  if (expression.empty()) {
    return std::string(dump);
  }
  const std::regex wanted{std::string(expression)};
  std::string out;
  for (const std::string_view line : lines_of(dump)) {
    if (std::regex_search(line.begin(), line.end(), wanted)) {
      out.append(line).append("\n");
    }
  }
  return out;
}

std::string elsewhere(const std::vector<base::Diagnostic>& diagnostics, const base::SourceMap& sources) {
  std::string out;
  for (const base::Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.span.file.value != 0) {
      const base::Place at = sources.place(diagnostic.span.file, diagnostic.span.begin);
      out.append(sources.name(diagnostic.span.file)).append(":").append(std::to_string(at.line));
      out.append(":").append(std::to_string(at.column)).append(" ");
    }
    out.append(described(diagnostic)).append("\n");
  }
  return out;
}

/// The section of this name, made where there is none.
Section& section_named(Case& value, std::string_view name) {
  for (Section& section : value.sections) {
    if (first_word(section) == name) {
      return section;
    }
  }
  return value.sections.emplace_back(Section{std::string(name), {}, {}});
}

}  // namespace

bool expects_something(const Case& written) {
  return std::ranges::any_of(written.sections, [](const Section& section) {
    return is_file(section) ? section.annotated != section.text : !section.annotated.empty();
  });
}

app::Compilation compile(const Case& written, app::Stage stage, base::Diagnostics& diagnostics) {
  const source::MemoryFiles files = files_of(written);
  app::Request request;
  request.manifest = source::joined(kFolder, "book.yaml");
  request.last = stage;
  request.jobs = {1};
  return app::compile(request, files, diagnostics);
}

Case run(const Case& written, app::Stage stage) {
  base::Diagnostics diagnostics;
  const app::Compilation made = compile(written, stage, diagnostics);

  Case seen = written;
  std::vector<base::Diagnostic> unplaced(diagnostics.all().begin(), diagnostics.all().end());
  const bool expects_dump = std::ranges::any_of(
      written.sections, [](const Section& section) { return first_word(section) == "expect"; });
  if (expects_dump || (!expects_something(written) && diagnostics.all().empty())) {
    Section& dump = section_named(seen, "expect");
    dump.annotated = matching(made.dump, rest_of_title(dump));
  }
  for (Section& section : seen.sections) {
    if (is_file(section)) {
      section.annotated = annotated(section, made, unplaced);
    }
  }
  std::erase_if(seen.sections, [](const Section& s) { return first_word(s) == "diagnostics"; });
  if (!unplaced.empty()) {
    section_named(seen, "diagnostics").annotated = elsewhere(unplaced, made.tree.sources);
  }
  return parse_cases(print(seen)).cases.front();
}

}  // namespace reliure::suite
