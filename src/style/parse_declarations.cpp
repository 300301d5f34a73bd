#include <algorithm>

#include "style/compute.h"
#include "style/parse_sheet.h"
#include "style/property.h"

namespace reliure::style {
namespace {

std::string ticked(std::string_view text) { return "`" + std::string(text) + "`"; }

/// Whether the value ends in `!important`, which is cut off.
bool take_important(Tokens& value) {
  if (value.empty() || value.back().kind != TokenKind::ident || !same_keyword(value.back().text, "important"))
    return false;
  const Tokens before = trimmed(value.first(value.size() - 1));
  if (before.empty() || before.back().kind != TokenKind::delim || before.back().delim != '!') return false;
  value = trimmed(before.first(before.size() - 1));
  return true;
}

/// Whether the value asks for nothing: what properties have that no sheet sets.
bool is_initial(Tokens value) {
  constexpr std::string_view kInitial[] = {"none",    "normal", "auto",    "initial",
                                           "unset",   "revert", "visible", "static",
                                           "stretch", "nowrap", "row",     "revert-layer"};
  const auto is_one = [&value](std::string_view keyword) { return same_keyword(value[0].text, keyword); };
  return value.size() == 1 && value[0].kind == TokenKind::ident && std::ranges::any_of(kInitial, is_one);
}

void report_unknown(const SheetParser& parser, const Token& token, Tokens value) {
  const std::string_view name = token.text;
  // Browsers' own properties (`-webkit-...`) are written beside the ones that count; what moves is for
  // screens.
  const bool of_browsers = name.front() == '-' && !name.starts_with("-reliure-");
  if (of_browsers || is_of_screens(name)) return;
  if (is_unsupported_property(name)) {
    if (is_initial(value)) return;
    report_once(parser, base::Code::style_unsupported_property, token, name,
                ticked(name) + " has no effect in a book");
    return;
  }
  auto& diagnostic = report(parser, base::Code::style_unknown_property, token, token,
                            "no property is named " + ticked(name));
  std::vector<std::string_view> names;
  for (const Property* property : all_properties()) names.push_back(property->name);
  suggest(diagnostic, name, names);
}

/// The keywords in the values of a property, as its row has them.
std::vector<std::string_view> keywords_of(std::string_view values) {
  const auto in_word = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  };
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < values.size();) {
    // `<length>` is no keyword.
    if (values[at] == '<') at = std::min(values.find('>', at), values.size());
    std::size_t end = at;
    while (end < values.size() && in_word(values[end])) ++end;
    if (end > at) words.push_back(values.substr(at, end - at));
    at = std::max(end, at + 1);
  }
  return words;
}

/// What the one word may mean that is none of the property's: a keyword, a colour, a unit.
void suggest_word(base::Diagnostic& diagnostic, const Property& property, Tokens value) {
  constexpr std::string_view kUnits[] = {"pt", "pc", "mm", "cm",  "q",   "in",   "px",  "em",  "rem",
                                         "ex", "ch", "lh", "rlh", "deg", "grad", "rad", "turn"};
  std::vector<std::string_view> keywords = keywords_of(property.values);
  const auto takes = [&property](std::string_view kind) {
    return property.values.find(kind) != std::string_view::npos;
  };
  if (takes("<color>")) add_color_names(keywords);
  if (takes("<style>")) {
    const auto styles = keywords_of(find_property("border-style")->values);
    keywords.insert(keywords.end(), styles.begin(), styles.end());
  }
  for (const Token& token : value) {
    if (token.kind == TokenKind::dimension && std::ranges::find(kUnits, token.text) == std::end(kUnits)) {
      diagnostic.hints.push_back("a book has no unit " + ticked(token.text));
      return;
    }
    const bool word = token.kind == TokenKind::ident || token.kind == TokenKind::function;
    if (word && std::ranges::find(keywords, token.text) == keywords.end())
      return suggest(diagnostic, token.text, keywords);
  }
}

/// Whether the value is for one make of browser (`-webkit-box`), beside the one that counts.
bool is_of_browsers(Tokens value) {
  return std::ranges::any_of(value, [](const Token& token) {
    const bool word = token.kind == TokenKind::ident || token.kind == TokenKind::function;
    return word && token.text.size() > 1 && token.text[0] == '-' && token.text[1] != '-';
  });
}

void report_bad_value(const SheetParser& parser, const Property& property, const Token& name, Tokens value) {
  constexpr std::size_t kLongestShown = 60;
  std::string text = written(value, parser.source.text);
  if (!is_new(parser, base::Code::style_bad_value, name, std::string(property.name) + ": " + text)) return;
  if (text.size() > kLongestShown) text = "this";
  const Token& first = value.empty() ? name : value.front();
  const Token& last = value.empty() ? name : value.back();
  std::string message = value.empty()
                            ? ticked(property.name) + " has no value"
                            : ticked(property.name) + " cannot be " + (text == "this" ? text : ticked(text));
  auto& diagnostic = report(parser, base::Code::style_bad_value, first, last, std::move(message));
  suggest_word(diagnostic, property, value);
  diagnostic.hints.push_back("it takes " + ticked(property.values));
}

/// Whether it would give the page area a box of its own, which it has not.
bool is_of_boxes(std::string_view name) {
  constexpr std::string_view kFamilies[] = {"border", "padding", "width", "height", "min-", "max-"};
  return std::ranges::any_of(kFamilies, [name](std::string_view each) { return name.starts_with(each); });
}

/// The declaration `tokens`, which begins with its name; nothing when it cannot be used.
std::optional<Declaration> parse_declaration(const SheetParser& parser, Tokens tokens, bool in_page) {
  const Token& name = tokens.front();
  const Tokens after = trimmed(tokens.subspan(1));
  if (after.empty() || after.front().kind != TokenKind::colon) {
    report(parser, base::Code::style_bad_syntax, name, name, "no `:` behind " + ticked(name.text));
    return std::nullopt;
  }
  Declaration declaration;
  declaration.name = name.text;
  declaration.value = trimmed(after.subspan(1));
  declaration.important = take_important(declaration.value);
  declaration.span = span_of(parser.source, name, tokens.back());
  if (name.text.starts_with("--")) return declaration;
  declaration.property = in_page ? find_page_property(name.text) : nullptr;
  if (declaration.property == nullptr) declaration.property = find_property(name.text);
  if (declaration.property == nullptr) {
    report_unknown(parser, name, declaration.value);
    return std::nullopt;
  }
  declaration.name = declaration.property->name;
  if (in_page && is_of_boxes(declaration.name)) {
    report_once(parser, base::Code::style_unsupported_property, name, "@page " + std::string(name.text),
                ticked(name.text) + " has no effect on a page");
    return std::nullopt;
  }
  declaration.has_variables = std::ranges::any_of(declaration.value, [](const Token& token) {
    return token.kind == TokenKind::function && same_keyword(token.text, "var");
  });
  if (!declaration.has_variables && !is_valid(*declaration.property, declaration.value)) {
    // A string that ends with its line was said as such.
    const bool broken =
        std::ranges::find(declaration.value, TokenKind::bad_string, &Token::kind) != declaration.value.end();
    if (!broken && !is_of_browsers(declaration.value))
      report_bad_value(parser, *declaration.property, name, declaration.value);
    return std::nullopt;
  }
  return declaration;
}

/// The index of the `;` that ends the declaration at `from`, or behind the block that a nested rule ends
/// with.
std::size_t declaration_end(Tokens tokens, std::size_t from) {
  std::size_t at = from;
  while (at < tokens.size() && tokens[at].kind != TokenKind::semicolon) {
    const bool block = tokens[at].kind == TokenKind::open_curly;
    at = opens(tokens[at]) ? closing(tokens, at) + 1 : at + 1;
    if (block) break;
  }
  return std::min(at, tokens.size());
}

/// An at-rule inside a block, given to `nested` with its body when it has one.
void take_nested(const SheetParser& parser, Tokens tokens, const NestedRule& nested) {
  const Token& at = tokens.front();
  std::size_t open = 1;
  while (open < tokens.size() && tokens[open].kind != TokenKind::open_curly) ++open;
  if (open < tokens.size() && nested) {
    const std::size_t close = closing(tokens, open);
    if (nested(at, tokens.subspan(open + 1, close - open - 1))) return;
  }
  auto& diagnostic = report(parser, base::Code::style_unsupported_at_rule, at, at,
                            "`@" + std::string(at.text) + "` is not supported here");
  if (nested) suggest(diagnostic, at.text, margin_box_names(), "@");
}

}  // namespace

Block parse_declarations(const SheetParser& parser, Tokens tokens, const NestedRule& nested, bool in_page) {
  Block block;
  std::size_t at = 0;
  while (at < tokens.size()) {
    const Token& token = tokens[at];
    if (token.kind == TokenKind::whitespace || token.kind == TokenKind::semicolon) {
      ++at;
      continue;
    }
    const std::size_t end = declaration_end(tokens, at);
    const Tokens one = trimmed(tokens.subspan(at, end - at));
    if (token.kind == TokenKind::at_keyword) {
      take_nested(parser, one, nested);
    } else if (token.kind != TokenKind::ident || one.back().kind == TokenKind::close_curly) {
      auto& diagnostic = report(parser, base::Code::style_bad_syntax, token, one.back(),
                                "no declaration of the form `name: value`");
      if (one.back().kind == TokenKind::close_curly)
        diagnostic.hints.emplace_back("rules in rules are not read: write each with its whole selector");
    } else if (auto declaration = parse_declaration(parser, one, in_page)) {
      block.push_back(std::move(*declaration));
    }
    at = end;
  }
  return block;
}

Block parse_declarations(const SheetParser& parser, Tokens tokens) {
  return parse_declarations(parser, tokens, nullptr, false);
}

}  // namespace reliure::style
