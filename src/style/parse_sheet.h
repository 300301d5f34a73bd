#pragma once
// One sheet's text to rules. What follows CSS's grammar but not our list is reported and left out.
#include <functional>

#include "style/sheet.h"

namespace reliure::style {

/// An `@import` met while parsing: its address and what follows it has been checked by then.
struct Import {
  std::string_view address;
  base::Span span;
};

/// What the parser of one sheet works with.
struct SheetParser {
  Sheets& sheets;
  const TextSource& source;
  Origin origin;
  Media media;
  std::string_view edition;
  base::Diagnostics& diagnostics;
  /// Called where an `@import` stands, so that its rules come before those that follow.
  std::function<void(const Import&)> import;
  /// All of the book's, whose names a media query may have.
  std::span<const source::Edition> editions{};
};

/// Parses `parser.source` and adds its rules to `parser.sheets`.
void parse_sheet(SheetParser& parser);

/// Tokens `begin` to `end` of a list.
using Tokens = std::span<const Token>;
Tokens trimmed(Tokens tokens);
/// The index of the token that closes the bracket or function at `open`, or the size when none does.
std::size_t closing(Tokens tokens, std::size_t open);
/// Whether the token opens a block that `closing` closes.
bool opens(const Token& token);
/// The tokens' text as written, runs of white space as one space.
std::string written(Tokens tokens, std::string_view text);

base::Span span_of(const TextSource& source, const Token& first, const Token& last);
base::Diagnostic& report(base::Diagnostics& diagnostics, const TextSource& source, base::Code code,
                         const Token& token, std::string message);
base::Diagnostic& report(const SheetParser& parser, base::Code code, const Token& first, const Token& last,
                         std::string message);

/// Whether this is said of `subject` for the first time in this sheet.
bool is_new(const SheetParser& parser, base::Code code, const Token& token, std::string_view subject);
/// The same for what a sheet may have by the hundred: only the first of `subject` in a file is reported. Null
/// when it was reported before.
base::Diagnostic* report_once(const SheetParser& parser, base::Code code, const Token& token,
                              std::string_view subject, std::string message);
/// Adds "did you mean" where a candidate is near enough.
void suggest(base::Diagnostic& diagnostic, std::string_view word,
             std::span<const std::string_view> candidates, std::string_view prefix = {});

/// Parses `name: value; ...`. Nested rules are reported.
Block parse_declarations(const SheetParser& parser, Tokens tokens);
/// Takes an at-rule inside a block (`@top-left {...}`) with its body; false when it does not know it.
using NestedRule = std::function<bool(const Token& at, Tokens body)>;
/// The same for blocks that hold at-rules, and for `@page`'s own properties (`size`).
Block parse_declarations(const SheetParser& parser, Tokens tokens, const NestedRule& nested, bool in_page);
/// Whether a list of media queries holds.
bool media_holds(const SheetParser& parser, Tokens query);
/// Whether a condition of `@supports` holds.
bool supports_holds(const SheetParser& parser, Tokens condition);
/// Parses an `@font-face` rule; `at` is its at-keyword.
void parse_font_face(const SheetParser& parser, const Token& at, Tokens body);
/// `top-left` and its like, for suggestions.
std::span<const std::string_view> margin_box_names();
/// Parses an `@page` rule.
void parse_page_rule(const SheetParser& parser, Tokens prelude, Tokens body);

}  // namespace reliure::style
