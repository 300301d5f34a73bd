#include "style/parse_sheet.h"

#include <algorithm>

namespace reliure::style {
namespace {

/// Deeper nesting of `@media` and `@supports` than anybody writes; bounds recursion.
constexpr int kDeepestNesting = 16;

void parse_rules(SheetParser& parser, Tokens tokens, int depth, bool& imports_allowed);

/// An at-rule's parts; `body` only when it has a block.
struct AtRule {
  const Token* at = nullptr;
  Tokens prelude;
  Tokens body;
  bool has_body = false;
};

void parse_style_rule(SheetParser& parser, Tokens prelude, Tokens body) {
  SelectorError error;
  auto selectors = parse_selectors(prelude, error);
  if (!error.message.empty() && !error.of_browsers) {
    const Token& at = error.at != nullptr ? *error.at : prelude.front();
    auto& diagnostic = report(parser, base::Code::style_bad_selector, at, at, error.message);
    suggest(diagnostic, at.text, pseudo_names(), ":");
    if (at.delim == '/') diagnostic.hints.emplace_back("comments of CSS are `/* ... */`");
  }
  if (!selectors) return;
  StyleRule rule{std::move(*selectors), prelude, parse_declarations(parser, body), parser.origin};
  if (!rule.block.empty()) parser.sheets.rules.push_back(std::move(rule));
}

/// `@import "a.css" print;`
void parse_import(SheetParser& parser, const AtRule& rule, bool allowed) {
  if (!allowed) {
    report(parser, base::Code::style_bad_syntax, *rule.at, *rule.at, "`@import` stands behind a rule")
        .hints.emplace_back("move it to the top of the sheet");
    return;
  }
  const Token* address = rule.prelude.empty() ? nullptr : &rule.prelude.front();
  std::size_t rest = 1;
  if (address != nullptr && address->kind == TokenKind::function && same_keyword(address->text, "url")) {
    rest = closing(rule.prelude, 0) + 1;
    const Tokens inside = trimmed(rule.prelude.subspan(1, std::min(rest, rule.prelude.size()) - 1));
    address = inside.empty() ? nullptr : &inside.front();
  }
  if (address == nullptr || (address->kind != TokenKind::string && address->kind != TokenKind::url)) {
    report(parser, base::Code::style_bad_syntax, *rule.at, *rule.at, "`@import` names no sheet");
    return;
  }
  const Tokens query = trimmed(rule.prelude.subspan(std::min(rest, rule.prelude.size())));
  if (media_holds(parser, query)) parser.import({address->text, span_of(parser.source, *rule.at, *address)});
}

void parse_at_rule(SheetParser& parser, const AtRule& rule, int depth, bool imports_allowed) {
  const auto is = [&rule](std::string_view lower) { return same_keyword(rule.at->text, lower); };
  bool no_imports = false;
  if (is("charset")) return;
  if (is("import") && !rule.has_body) return parse_import(parser, rule, imports_allowed);
  if (is("page") && rule.has_body) return parse_page_rule(parser, rule.prelude, rule.body);
  if (is("font-face") && rule.has_body) return parse_font_face(parser, *rule.at, rule.body);
  const bool conditional = (is("media") || is("supports")) && rule.has_body;
  if (conditional && depth < kDeepestNesting) {
    const bool holds = is("media") ? media_holds(parser, rule.prelude) : supports_holds(parser, rule.prelude);
    if (holds) parse_rules(parser, rule.body, depth + 1, no_imports);
    return;
  }
  // Other programs' own rules are their business, and nothing moves in a book.
  if (rule.at->text.front() == '-' || is("keyframes") || is("view-transition") || is("starting-style"))
    return;
  constexpr std::string_view kRules[] = {"charset", "font-face", "import", "media", "page", "supports"};
  auto* diagnostic = report_once(parser, base::Code::style_unsupported_at_rule, *rule.at, rule.at->text,
                                 "`@" + std::string(rule.at->text) + "` is not supported here");
  if (diagnostic != nullptr) suggest(*diagnostic, rule.at->text, kRules, "@");
}

/// The index of the `{` that ends a prelude, of the `;` that ends a rule without block, or the size.
std::size_t prelude_end(Tokens tokens, std::size_t from, bool stop_at_semicolon) {
  std::size_t at = from;
  while (at < tokens.size() && tokens[at].kind != TokenKind::open_curly &&
         !(stop_at_semicolon && tokens[at].kind == TokenKind::semicolon)) {
    at = opens(tokens[at]) ? closing(tokens, at) + 1 : at + 1;
  }
  return std::min(at, tokens.size());
}

/// The block that opens at `open`, and the index behind it.
std::pair<Tokens, std::size_t> block_at(const SheetParser& parser, Tokens tokens, std::size_t open) {
  const std::size_t close = closing(tokens, open);
  // A string that is never closed swallows the brackets: once is enough.
  if (close == tokens.size() && !tokens.back().unclosed)
    report(parser, base::Code::style_unclosed, tokens[open], tokens[open], "this block is never closed");
  return {tokens.subspan(open + 1, close - open - 1), std::min(close + 1, tokens.size())};
}

std::size_t take_at_rule(SheetParser& parser, Tokens tokens, std::size_t at, int depth,
                         bool imports_allowed) {
  const std::size_t end = prelude_end(tokens, at + 1, true);
  AtRule rule{&tokens[at], trimmed(tokens.subspan(at + 1, end - at - 1)), {}, false};
  std::size_t next = std::min(end + 1, tokens.size());
  if (end < tokens.size() && tokens[end].kind == TokenKind::open_curly) {
    std::tie(rule.body, next) = block_at(parser, tokens, end);
    rule.has_body = true;
  }
  parse_at_rule(parser, rule, depth, imports_allowed);
  return next;
}

std::size_t take_style_rule(SheetParser& parser, Tokens tokens, std::size_t at) {
  const std::size_t open = prelude_end(tokens, at, false);
  if (open == tokens.size()) {
    report(parser, base::Code::style_bad_syntax, tokens[at], tokens[at], "a rule without a block");
    return open;
  }
  const auto [body, next] = block_at(parser, tokens, open);
  const Tokens prelude = trimmed(tokens.subspan(at, open - at));
  if (prelude.empty()) {
    report(parser, base::Code::style_bad_selector, tokens[open], tokens[open], "a block without a selector");
  } else {
    parse_style_rule(parser, prelude, body);
  }
  return next;
}

void parse_rules(SheetParser& parser, Tokens tokens, int depth, bool& imports_allowed) {
  std::size_t at = 0;
  while (at < tokens.size()) {
    const Token& token = tokens[at];
    if (token.kind == TokenKind::whitespace || token.kind == TokenKind::markup) {
      ++at;
    } else if (token.kind == TokenKind::at_keyword) {
      const bool first = same_keyword(token.text, "import") || same_keyword(token.text, "charset");
      imports_allowed = imports_allowed && first;
      at = take_at_rule(parser, tokens, at, depth, imports_allowed);
    } else if (token.kind == TokenKind::close_curly) {
      report(parser, base::Code::style_bad_syntax, token, token, "a `}` that closes nothing");
      ++at;
    } else {
      imports_allowed = false;
      at = take_style_rule(parser, tokens, at);
    }
  }
}

void report_broken_tokens(const SheetParser& parser, Tokens tokens) {
  for (const Token& token : tokens) {
    if (token.unclosed)
      report(parser, base::Code::style_unclosed, token, token,
             token.kind == TokenKind::end ? "this comment is never closed" : "this string is never closed");
    if (token.kind == TokenKind::bad_string)
      report(parser, base::Code::style_bad_syntax, token, token, "this string ends with its line");
  }
}

/// Numbers what each `url()` says; the string of a `url("...")` is an address too.
void number_addresses(const SheetParser& parser, std::vector<Token>& tokens) {
  std::vector<Address>& addresses = parser.sheets.addresses;
  bool in_url = false;
  for (Token& token : tokens) {
    if (token.kind == TokenKind::url || (token.kind == TokenKind::string && in_url)) {
      addresses.push_back({&parser.source, &token});
      token.address = static_cast<std::int32_t>(addresses.size());
    }
    in_url = (token.kind == TokenKind::function && same_keyword(token.text, "url")) ||
             (in_url && token.kind == TokenKind::whitespace);
  }
}

}  // namespace

void parse_sheet(SheetParser& parser) {
  parser.sheets.tokens.push_back(tokenize(parser.source.text, parser.sheets.strings));
  std::vector<Token>& all = parser.sheets.tokens.back();
  number_addresses(parser, all);
  report_broken_tokens(parser, all);
  bool imports_allowed = true;
  parse_rules(parser, Tokens(all).first(all.size() - 1), 0, imports_allowed);
}

Tokens trimmed(Tokens tokens) {
  while (!tokens.empty() && tokens.front().kind == TokenKind::whitespace) tokens = tokens.subspan(1);
  while (!tokens.empty() && tokens.back().kind == TokenKind::whitespace)
    tokens = tokens.first(tokens.size() - 1);
  return tokens;
}

bool opens(const Token& token) {
  return token.kind == TokenKind::open_curly || token.kind == TokenKind::open_paren ||
         token.kind == TokenKind::open_square || token.kind == TokenKind::function;
}

std::size_t closing(Tokens tokens, std::size_t open) {
  std::vector<TokenKind> awaited;
  for (std::size_t at = open; at < tokens.size(); ++at) {
    const TokenKind kind = tokens[at].kind;
    if (kind == TokenKind::open_curly) {
      awaited.push_back(TokenKind::close_curly);
    } else if (kind == TokenKind::open_square) {
      awaited.push_back(TokenKind::close_square);
    } else if (kind == TokenKind::open_paren || kind == TokenKind::function) {
      awaited.push_back(TokenKind::close_paren);
    } else if (kind == awaited.back()) {
      awaited.pop_back();
      if (awaited.empty()) return at;
    }
  }
  return tokens.size();
}

std::string written(Tokens tokens, std::string_view text) {
  std::string out;
  for (const Token& token : tokens) {
    out += token.kind == TokenKind::whitespace ? std::string_view(" ")
                                               : text.substr(token.begin, token.end - token.begin);
  }
  return out;
}

base::Span span_of(const TextSource& source, const Token& first, const Token& last) {
  if (source.file.value == 0) return source.place;
  return {source.file, first.begin, std::max(first.begin, last.end)};
}

base::Diagnostic& report(base::Diagnostics& diagnostics, const TextSource& source, base::Code code,
                         const Token& token, std::string message) {
  return diagnostics.report(code, span_of(source, token, token), std::move(message));
}

bool is_new(const SheetParser& parser, base::Code code, const Token& token, std::string_view subject) {
  const std::uint32_t file = span_of(parser.source, token, token).file.value;
  std::string key = std::to_string(file) + ' ' + parser.source.path + ' ';
  key.append(base::name(code)).append(" ").append(subject);
  return parser.sheets.said.insert(std::move(key)).second;
}

base::Diagnostic* report_once(const SheetParser& parser, base::Code code, const Token& token,
                              std::string_view subject, std::string message) {
  if (!is_new(parser, code, token, subject)) return nullptr;
  return &report(parser, code, token, token, std::move(message));
}

void suggest(base::Diagnostic& diagnostic, std::string_view word,
             std::span<const std::string_view> candidates, std::string_view prefix) {
  // Longer than any name of ours.
  constexpr std::size_t kLongestWord = 40;
  if (word.size() > kLongestWord) return;
  const std::string_view near = base::nearest(word, candidates);
  if (near.empty() || near == word) return;
  diagnostic.hints.push_back("did you mean `" + std::string(prefix) + std::string(near) + "`?");
}

base::Diagnostic& report(const SheetParser& parser, base::Code code, const Token& first, const Token& last,
                         std::string message) {
  return parser.diagnostics.report(code, span_of(parser.source, first, last), std::move(message));
}

}  // namespace reliure::style
