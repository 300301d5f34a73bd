#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "style/token.h"

namespace reliure::style {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_newline(char c) { return c == '\n' || c == '\r' || c == '\f'; }
constexpr bool is_space(char c) { return c == ' ' || c == '\t' || is_newline(c); }
constexpr bool is_hex(char c) {
  const char low = ascii_lower(c);
  return is_digit(c) || (low >= 'a' && low <= 'f');
}
constexpr bool starts_name(char c) {
  const char low = ascii_lower(c);
  return (low >= 'a' && low <= 'z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
constexpr bool is_name(char c) { return starts_name(c) || is_digit(c) || c == '-'; }

/// The tokenizer's place in the text. Each `take_...` reads one thing and moves behind it.
struct Scanner {
  std::string_view text;
  base::StringArena& strings;
  std::size_t at = 0;

  char peek(std::size_t ahead = 0) const { return at + ahead < text.size() ? text[at + ahead] : '\0'; }
  bool done() const { return at >= text.size(); }
  bool escape_at(std::size_t ahead) const {
    return peek(ahead) == '\\' && at + ahead + 1 < text.size() && !is_newline(peek(ahead + 1));
  }
  bool name_at(std::size_t ahead) const {
    if (peek(ahead) == '-')
      return starts_name(peek(ahead + 1)) || peek(ahead + 1) == '-' || escape_at(ahead + 1);
    return starts_name(peek(ahead)) || escape_at(ahead);
  }
  bool number_at() const {
    const std::size_t sign = peek() == '+' || peek() == '-' ? 1 : 0;
    return is_digit(peek(sign)) || (peek(sign) == '.' && is_digit(peek(sign + 1)));
  }
};

/// The character after a backslash, which has been passed (§4.3.7).
char32_t take_escape(Scanner& in) {
  if (!is_hex(in.peek())) {
    const base::Decoded decoded = base::decode(in.text, in.at);
    in.at += decoded.size;
    return decoded.character;
  }
  char32_t value = 0;
  for (int digits = 0; digits < 6 && !in.done() && is_hex(in.peek()); ++digits, ++in.at) {
    const char c = ascii_lower(in.peek());
    value = value * 16 + static_cast<char32_t>(is_digit(c) ? c - '0' : c - 'a' + 10);
  }
  if (in.peek() == '\r' && in.peek(1) == '\n') ++in.at;
  if (!in.done() && is_space(in.peek())) ++in.at;
  return value == 0 ? 0xFFFD : value;
}

std::string_view take_name(Scanner& in) {
  const std::size_t begin = in.at;
  while (!in.done() && is_name(in.peek())) ++in.at;
  if (!in.escape_at(0)) return in.text.substr(begin, in.at - begin);
  std::string name(in.text.substr(begin, in.at - begin));
  while (!in.done()) {
    if (is_name(in.peek())) {
      name += in.text[in.at++];
    } else if (in.escape_at(0)) {
      ++in.at;
      base::encode(take_escape(in), name);
    } else {
      break;
    }
  }
  return in.strings.store(name);
}

/// Adds a decimal digit, saturating far above the clamp so that no sequence of digits overflows.
Micro with_digit(Micro value, char digit) {
  constexpr Micro kSaturated = 1'000'000'000'000;
  return value >= kSaturated ? kSaturated : value * 10 + (digit - '0');
}

Micro times_power_of_ten(Micro value, Micro exponent) {
  for (; exponent > 0 && value != 0 && value < kLargestNumber; --exponent) value *= 10;
  for (; exponent < 0 && value != 0; ++exponent) value /= 10;
  return std::min(value, kLargestNumber);
}

/// The digits after the point: six decimals count, the seventh rounds.
Micro take_fraction(Scanner& in) {
  Micro fraction = 0;
  int digits = 0;
  bool round_up = false;
  for (++in.at; !in.done() && is_digit(in.peek()); ++in.at, ++digits) {
    if (digits < 6) fraction = with_digit(fraction, in.peek());
    if (digits == 6) round_up = in.peek() >= '5';
  }
  for (; digits < 6; ++digits) fraction *= 10;
  return fraction + (round_up ? 1 : 0);
}

void take_number(Scanner& in, Token& token) {
  bool negative = false;
  if (in.peek() == '+' || in.peek() == '-') {
    negative = in.peek() == '-';
    token.signed_ = true;
    ++in.at;
  }
  token.integer = true;
  Micro whole = 0;
  for (; !in.done() && is_digit(in.peek()); ++in.at) whole = with_digit(whole, in.peek());
  Micro value = std::min(whole, kLargestNumber / kOne) * kOne;
  if (in.peek() == '.' && is_digit(in.peek(1))) {
    value += take_fraction(in);
    token.integer = false;
  }
  const std::size_t sign = in.peek(1) == '+' || in.peek(1) == '-' ? 1 : 0;
  if (ascii_lower(in.peek()) == 'e' && is_digit(in.peek(1 + sign))) {
    const bool down = in.peek(1) == '-';
    Micro exponent = 0;
    for (in.at += 1 + sign; !in.done() && is_digit(in.peek()); ++in.at)
      exponent = std::min<Micro>(with_digit(exponent, in.peek()), 64);
    value = times_power_of_ten(value, down ? -exponent : exponent);
    token.integer = false;
  }
  value = std::min(value, kLargestNumber);
  token.number = negative ? -value : value;
}

void take_numeric(Scanner& in, Token& token) {
  take_number(in, token);
  token.kind = TokenKind::number;
  if (in.peek() == '%') {
    ++in.at;
    token.kind = TokenKind::percentage;
  } else if (in.name_at(0)) {
    token.text = take_name(in);
    token.kind = TokenKind::dimension;
  }
}

void take_string(Scanner& in, Token& token) {
  const char quote = in.text[in.at++];
  const std::size_t begin = in.at;
  while (!in.done() && in.peek() != quote && in.peek() != '\\' && !is_newline(in.peek())) ++in.at;
  token.kind = TokenKind::string;
  token.text = in.text.substr(begin, in.at - begin);
  if (in.peek() == '\\') {
    std::string value(token.text);
    while (!in.done() && in.peek() != quote && !is_newline(in.peek())) {
      if (in.peek() != '\\') {
        value += in.text[in.at++];
      } else if (++in.at; in.done()) {
        break;
      } else if (in.peek() == '\r' && in.peek(1) == '\n') {
        in.at += 2;
      } else if (is_newline(in.peek())) {
        ++in.at;
      } else {
        base::encode(take_escape(in), value);
      }
    }
    token.text = in.strings.store(value);
  }
  if (in.done()) {
    token.unclosed = true;
  } else if (in.peek() == quote) {
    ++in.at;
  } else {
    token.kind = TokenKind::bad_string;
  }
}

/// Behind `url(` and white space, when no quote follows (§4.3.6).
void take_url(Scanner& in, Token& token) {
  std::string value;
  bool bad = false;
  for (; !in.done() && in.peek() != ')';) {
    if (in.escape_at(0)) {
      ++in.at;
      base::encode(take_escape(in), value);
      continue;
    }
    const char c = in.text[in.at++];
    bad = bad || c == '"' || c == '\'' || c == '(' || c == '\\';
    if (!is_space(c)) {
      value += c;
    } else {
      while (!in.done() && is_space(in.peek())) ++in.at;
      bad = bad || (!in.done() && in.peek() != ')');
    }
  }
  token.unclosed = in.done();
  if (!in.done()) ++in.at;
  token.kind = bad ? TokenKind::bad_url : TokenKind::url;
  token.text = in.strings.store(value);
}

void take_ident_like(Scanner& in, Token& token) {
  token.text = take_name(in);
  token.kind = TokenKind::ident;
  if (in.peek() != '(') return;
  ++in.at;
  token.kind = TokenKind::function;
  if (!same_keyword(token.text, "url")) return;
  std::size_t ahead = 0;
  while (is_space(in.peek(ahead))) ++ahead;
  if (in.peek(ahead) == '"' || in.peek(ahead) == '\'') return;
  in.at += ahead;
  take_url(in, token);
}

TokenKind punctuation(char c) {
  switch (c) {
    case ':':
      return TokenKind::colon;
    case ';':
      return TokenKind::semicolon;
    case ',':
      return TokenKind::comma;
    case '[':
      return TokenKind::open_square;
    case ']':
      return TokenKind::close_square;
    case '(':
      return TokenKind::open_paren;
    case ')':
      return TokenKind::close_paren;
    case '{':
      return TokenKind::open_curly;
    case '}':
      return TokenKind::close_curly;
    default:
      return TokenKind::delim;
  }
}

void take_token(Scanner& in, Token& token) {
  const char c = in.peek();
  if (is_space(c)) {
    while (!in.done() && is_space(in.peek())) ++in.at;
    token.kind = TokenKind::whitespace;
  } else if (c == '"' || c == '\'') {
    take_string(in, token);
  } else if (in.number_at()) {
    take_numeric(in, token);
  } else if (in.text.substr(in.at, 3) == "-->" || in.text.substr(in.at, 4) == "<!--") {
    in.at += c == '-' ? 3 : 4;
    token.kind = TokenKind::markup;
  } else if (in.name_at(0)) {
    take_ident_like(in, token);
  } else if (c == '#' && (is_name(in.peek(1)) || in.escape_at(1))) {
    ++in.at;
    token.id = in.name_at(0);
    token.kind = TokenKind::hash;
    token.text = take_name(in);
  } else if (c == '@' && in.name_at(1)) {
    ++in.at;
    token.kind = TokenKind::at_keyword;
    token.text = take_name(in);
  } else {
    ++in.at;
    token.kind = punctuation(c);
    token.delim = token.kind == TokenKind::delim ? c : '\0';
  }
}

/// Passes comments; whether one was left open.
bool skip_comments(Scanner& in) {
  while (in.peek() == '/' && in.peek(1) == '*') {
    const std::size_t close = in.text.find("*/", in.at + 2);
    if (close == std::string_view::npos) {
      in.at = in.text.size();
      return true;
    }
    in.at = close + 2;
  }
  return false;
}

}  // namespace

bool same_keyword(std::string_view a, std::string_view lower) {
  return a.size() == lower.size() &&
         std::equal(a.begin(), a.end(), lower.begin(), [](char x, char y) { return ascii_lower(x) == y; });
}

std::vector<Token> tokenize(std::string_view text, base::StringArena& strings) {
  Scanner in{text, strings};
  if (text.substr(0, 3) == "\xEF\xBB\xBF") in.at = 3;
  std::vector<Token> tokens;
  tokens.reserve(text.size() / 4 + 1);
  while (true) {
    const std::size_t start = in.at;
    const bool open_comment = skip_comments(in);
    Token token;
    token.begin = static_cast<std::uint32_t>(open_comment ? start : in.at);
    token.unclosed = open_comment;
    if (!in.done()) take_token(in, token);
    token.end = static_cast<std::uint32_t>(in.at);
    tokens.push_back(token);
    if (token.kind == TokenKind::end) return tokens;
  }
}

}  // namespace reliure::style
