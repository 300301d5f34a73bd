#pragma once
// A case of the suite: a few files, the stage to look at, and what must come out.
//
//   === name-that-says-the-rule
//   language: fr                     keys of the manifest, where the defaults do not do
//   --- page.md                      a file of the book
//   See [that](#gone).
//             ^^^^^ error[content/unknown-target]: no heading has the id `gone`
//   --- expect                       the whole dump of the stage, or with `--- expect REGEX` its lines that
//   match
//   ...
//   --- diagnostics                  what is reported of no line above
//   error[source/no-pages]: ...
//
// What stands before the first case of a file is for people. A file's name may be followed by `escaped`
// (`\xFF` is a byte) or `base64`.
#include <string>
#include <string_view>
#include <vector>

namespace reliure::suite {

/// The part of a case from one `---` line to the next.
struct Section {
  /// Behind the dashes: `page.md`, `expect ^h1`.
  std::string title;
  /// Without annotations; ends with a newline unless empty.
  std::string text;
  /// Of a file: the lines of `text` with annotations between them, as written.
  std::string annotated;
};

struct Case {
  std::string name;
  /// The lines between the name and the first section.
  std::string head;
  std::vector<Section> sections;
};

struct CaseFile {
  std::string preface;
  std::vector<Case> cases;
};

CaseFile parse_cases(std::string_view text);

/// The case as a person writes it, parsed and printed the same.
std::string print(const Case& value);
std::string print(const CaseFile& file);

/// Whether a section holds a file rather than an expectation.
bool is_file(const Section& section);
/// The first word of a section's title.
std::string_view first_word(const Section& section);
/// What follows it.
std::string_view rest_of_title(const Section& section);
/// Whether the line says what is reported of the line above it.
bool is_annotation(std::string_view line);

std::vector<std::string_view> lines_of(std::string_view text);

}  // namespace reliure::suite
