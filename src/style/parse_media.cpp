// Conditions: `@media` (Media Queries 4, the parts that mean something in a book) and `@supports`.
#include <algorithm>

#include "style/compute.h"
#include "style/parse_sheet.h"
#include "style/property.h"

namespace reliure::style {
namespace {

/// Deeper nesting of brackets in `@supports` than anybody writes; bounds recursion.
constexpr int kDeepestCondition = 8;

bool is_ident(const Token& token, std::string_view lower) {
  return token.kind == TokenKind::ident && same_keyword(token.text, lower);
}

/// A name that no edition has is a mistake: nothing would ever come of what is below it.
void check_edition(const SheetParser& parser, const Token& name) {
  std::vector<std::string_view> names;
  for (const source::Edition& edition : parser.editions) names.push_back(edition.name);
  if (names.empty() || std::ranges::find(names, name.text) != names.end()) return;
  auto* diagnostic = report_once(parser, base::Code::style_unsupported_media, name, name.text,
                                 "no edition is named `" + std::string(name.text) + "`");
  if (diagnostic != nullptr) suggest(*diagnostic, name.text, names);
}

/// `(edition: print)`. Every other feature is of screens, and never true.
bool feature_holds(const SheetParser& parser, Tokens feature) {
  const Tokens inside = trimmed(feature);
  if (inside.empty()) return false;
  if (is_ident(inside.front(), "edition")) {
    const Tokens rest = trimmed(inside.subspan(1));
    const Tokens value = rest.empty() ? rest : trimmed(rest.subspan(1));
    if (value.size() == 1 && rest.front().kind == TokenKind::colon &&
        (value.front().kind == TokenKind::ident || value.front().kind == TokenKind::string)) {
      check_edition(parser, value.front());
      return value.front().text == parser.edition;
    }
  }
  auto* diagnostic =
      report_once(parser, base::Code::style_unsupported_media, inside.front(), inside.front().text,
                  "the media feature `" + written(inside, parser.source.text) + "` is never true in a book");
  if (diagnostic != nullptr)
    diagnostic->hints.emplace_back("a book knows `print`, `epub` and `(edition: NAME)`");
  return false;
}

bool type_holds(const SheetParser& parser, const Token& type) {
  if (is_ident(type, "all")) return true;
  // Those of Media Queries 4 §2.3, with deprecated ones, and of readers of e-books.
  constexpr std::string_view kTypes[] = {"print", "epub",    "screen",   "speech",   "all",
                                         "aural", "braille", "embossed", "handheld", "projection",
                                         "tty",   "tv",      "amzn-kf8", "amzn-mobi"};
  if (std::ranges::none_of(kTypes, [&type](std::string_view each) { return is_ident(type, each); })) {
    auto* diagnostic = report_once(parser, base::Code::style_unsupported_media, type, type.text,
                                   "no medium is named `" + std::string(type.text) + "`");
    if (diagnostic != nullptr) suggest(*diagnostic, type.text, kTypes);
  }
  return is_ident(type, parser.media == Media::print ? "print" : "epub");
}

/// One query: `[not | only]? <type>? [and (<feature>)]*`, or `(<feature>) [or (<feature>)]*`.
bool query_holds(const SheetParser& parser, Tokens query) {
  const Tokens whole = query;
  const bool negated = is_ident(query.front(), "not");
  if (negated || is_ident(query.front(), "only")) query = trimmed(query.subspan(1));
  bool holds = true;
  bool first = true;
  std::string_view between;
  while (!query.empty()) {
    if (!first) {
      const bool both = is_ident(query.front(), "and");
      if (!both && !is_ident(query.front(), "or")) break;
      // Not mixed, and `or` only between features (Media Queries 4 §3).
      const std::string_view word = both ? "and" : "or";
      if (!between.empty() && between != word) break;
      if (!both && whole.front().kind != TokenKind::open_paren) break;
      between = word;
      query = trimmed(query.subspan(1));
      if (query.empty()) break;
    }
    if (query.front().kind == TokenKind::open_paren) {
      const std::size_t close = closing(query, 0);
      const bool feature = feature_holds(parser, query.subspan(1, close - 1));
      holds = between == "or" ? holds || feature : holds && feature;
      query = trimmed(query.subspan(std::min(close + 1, query.size())));
    } else if (first && query.front().kind == TokenKind::ident) {
      holds = type_holds(parser, query.front());
      query = trimmed(query.subspan(1));
    } else {
      break;
    }
    first = false;
    if (query.empty()) return holds != negated;
  }
  report(parser, base::Code::style_bad_syntax, whole.front(), whole.back(),
         "`" + written(whole, parser.source.text) + "` is no media query");
  return false;
}

// ---- @supports

bool condition_holds(const SheetParser& parser, Tokens condition, int depth);

bool declaration_is_supported(Tokens tokens) {
  const Tokens after = trimmed(tokens.subspan(1));
  if (after.empty() || after.front().kind != TokenKind::colon) return false;
  if (tokens.front().text.starts_with("--")) return true;
  const Property* property = find_property(tokens.front().text);
  return property != nullptr && is_valid(*property, trimmed(after.subspan(1)));
}

/// One bracket: a declaration or a condition.
bool bracket_holds(const SheetParser& parser, Tokens inside, int depth) {
  inside = trimmed(inside);
  if (inside.empty()) return false;
  const bool declares = inside.front().kind == TokenKind::ident && !is_ident(inside.front(), "not");
  return declares ? declaration_is_supported(inside) : condition_holds(parser, inside, depth + 1);
}

/// `(a: b)`, `selector(a > b)` or another bracket at the front, which is cut off.
bool operand_holds(const SheetParser& parser, Tokens& condition, int depth) {
  if (condition.empty() || !opens(condition.front()) || depth >= kDeepestCondition) {
    condition = {};
    return false;
  }
  const Token& open = condition.front();
  const std::size_t close = closing(condition, 0);
  const Tokens inside = condition.subspan(1, close - 1);
  condition = trimmed(condition.subspan(std::min(close + 1, condition.size())));
  if (open.kind == TokenKind::open_paren) return bracket_holds(parser, inside, depth);
  SelectorError ignored;
  return open.kind == TokenKind::function && same_keyword(open.text, "selector") &&
         parse_selectors(trimmed(inside), ignored).has_value();
}

bool condition_holds(const SheetParser& parser, Tokens condition, int depth) {
  condition = trimmed(condition);
  if (condition.empty()) return false;
  if (is_ident(condition.front(), "not")) {
    condition = trimmed(condition.subspan(1));
    return !operand_holds(parser, condition, depth);
  }
  bool holds = operand_holds(parser, condition, depth);
  while (!condition.empty()) {
    const bool both = is_ident(condition.front(), "and");
    if (!both && !is_ident(condition.front(), "or")) return false;
    condition = trimmed(condition.subspan(1));
    const bool next = operand_holds(parser, condition, depth);
    holds = both ? holds && next : holds || next;
  }
  return holds;
}

}  // namespace

bool media_holds(const SheetParser& parser, Tokens query) {
  query = trimmed(query);
  if (query.empty()) return true;
  bool holds = false;
  while (!query.empty()) {
    std::size_t comma = 0;
    while (comma < query.size() && query[comma].kind != TokenKind::comma)
      comma = opens(query[comma]) ? closing(query, comma) + 1 : comma + 1;
    comma = std::min(comma, query.size());
    const Tokens one = trimmed(query.first(comma));
    if (!one.empty()) holds = query_holds(parser, one) || holds;
    query = query.subspan(std::min(comma + 1, query.size()));
  }
  return holds;
}

bool supports_holds(const SheetParser& parser, Tokens condition) {
  return condition_holds(parser, condition, 0);
}

}  // namespace reliure::style
