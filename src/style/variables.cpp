#include "style/variables.h"

#include <algorithm>
#include <functional>
#include <set>

namespace reliure::style {
namespace {

/// Longer than any value and any chain of references; they bound what hostile sheets can ask for.
constexpr std::size_t kMostTokens = 4096;
constexpr int kDeepestReference = 32;

using Tokens = std::span<const Token>;
/// The value of a custom property, or nothing.
using Lookup = std::function<std::optional<Tokens>(std::string_view name)>;

bool is_var(const Token& token) {
  return token.kind == TokenKind::function && same_keyword(token.text, "var");
}

bool is_only(Tokens tokens, std::string_view keyword) {
  return tokens.size() == 1 && tokens[0].kind == TokenKind::ident && same_keyword(tokens[0].text, keyword);
}

/// The index of the bracket that closes the one at `open`, or the size.
std::size_t matching(Tokens tokens, std::size_t open) {
  std::size_t depth = 0;
  for (std::size_t at = open; at < tokens.size(); ++at) {
    const TokenKind kind = tokens[at].kind;
    if (kind == TokenKind::function || kind == TokenKind::open_paren) ++depth;
    if (kind == TokenKind::close_paren && --depth == 0) return at;
  }
  return tokens.size();
}

bool substitute(Tokens tokens, const Lookup& lookup, std::vector<Token>& out, int depth);

/// The inside of one `var()`: `--name` or `--name, fallback`.
bool substitute_one(Tokens inside, const Lookup& lookup, std::vector<Token>& out, int depth) {
  const auto is_space = [](const Token& token) { return token.kind == TokenKind::whitespace; };
  const auto name = std::ranges::find_if_not(inside, is_space);
  if (name == inside.end() || name->kind != TokenKind::ident || !name->text.starts_with("--")) return false;
  if (const auto value = lookup(name->text)) {
    out.insert(out.end(), value->begin(), value->end());
    return out.size() <= kMostTokens;
  }
  const auto comma = std::find_if_not(name + 1, inside.end(), is_space);
  if (comma == inside.end() || comma->kind != TokenKind::comma) return false;
  return substitute(inside.subspan(static_cast<std::size_t>(comma - inside.begin()) + 1), lookup, out,
                    depth + 1);
}

bool substitute(Tokens tokens, const Lookup& lookup, std::vector<Token>& out, int depth) {
  if (depth > kDeepestReference) return false;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (!is_var(tokens[at])) {
      out.push_back(tokens[at]);
    } else {
      const std::size_t close = matching(tokens, at);
      if (!substitute_one(tokens.subspan(at + 1, close - at - 1), lookup, out, depth)) return false;
      at = close;
    }
    if (out.size() > kMostTokens) return false;
  }
  return true;
}

/// Resolves declared properties in the order of their references.
struct Resolver {
  const CustomProperties& inherited;
  const CustomProperties& declared;
  TokenStore& store;
  CustomProperties resolved;
  /// Resolved to nothing.
  std::set<std::string_view> invalid;
  /// Being resolved, with their depth in the chain of references.
  std::map<std::string_view, int> open;
  /// Where a circle that was met begins: everything from that depth on is part of it (§2.3).
  int circle = kNoCircle;

  static constexpr int kNoCircle = kDeepestReference + 1;

  std::optional<Tokens> value(std::string_view name) {
    const auto own = declared.find(name);
    if (own == declared.end()) {
      const auto from_parent = inherited.find(name);
      return from_parent == inherited.end() ? std::nullopt : std::optional(from_parent->second);
    }
    resolve(own->first, own->second);
    const auto done = resolved.find(name);
    return done == resolved.end() ? std::nullopt : std::optional(done->second);
  }

  void resolve(std::string_view name, Tokens tokens) {
    if (resolved.contains(name) || invalid.contains(name)) return;
    // The guaranteed-invalid value, or what the parent has (CSS Variables 1 §2.2, §3).
    if (is_only(tokens, "initial")) return invalid.insert(name), void();
    if (is_only(tokens, "inherit") || is_only(tokens, "unset")) {
      const auto from_parent = inherited.find(name);
      if (from_parent == inherited.end()) return invalid.insert(name), void();
      resolved[name] = from_parent->second;
      return;
    }
    if (const auto again = open.find(name); again != open.end()) {
      circle = std::min(circle, again->second);
      return;
    }
    const int depth = static_cast<int>(open.size());
    if (depth >= kDeepestReference) return;
    open[name] = depth;
    std::vector<Token> out;
    const bool made = substitute(
        tokens, [this](std::string_view each) { return value(each); }, out, 0);
    open.erase(name);
    const bool circular = circle <= depth;
    if (circle == depth) circle = kNoCircle;
    if (!made || circular) {
      invalid.insert(name);
      return;
    }
    store.push_back(std::move(out));
    resolved[name] = store.back();
  }
};

}  // namespace

std::optional<std::vector<Token>> substituted(Tokens tokens, const CustomProperties& values) {
  std::vector<Token> out;
  const auto lookup = [&values](std::string_view name) -> std::optional<Tokens> {
    const auto row = values.find(name);
    return row == values.end() ? std::nullopt : std::optional(row->second);
  };
  if (!substitute(tokens, lookup, out, 0)) return std::nullopt;
  return out;
}

CustomProperties resolved_custom_properties(const CustomProperties& inherited,
                                            const CustomProperties& declared, TokenStore& store) {
  Resolver resolver{inherited, declared, store, {}, {}, {}};
  for (const auto& [name, tokens] : declared) resolver.resolve(name, tokens);
  CustomProperties all = inherited;
  for (const auto& [name, tokens] : declared) {
    (void)tokens;
    all.erase(name);
  }
  all.insert(resolver.resolved.begin(), resolver.resolved.end());
  return all;
}

}  // namespace reliure::style
