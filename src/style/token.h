#pragma once
// The tokens of CSS (CSS Syntax 3 §4).
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/ascii.h"
#include "base/string_arena.h"

namespace reliure::style {

enum class TokenKind : std::uint8_t {
  ident,
  function,  ///< name and `(`
  at_keyword,
  hash,
  string,
  bad_string,  ///< ended by a line end
  url,
  bad_url,
  number,
  percentage,
  dimension,
  delim,
  whitespace,
  colon,
  semicolon,
  comma,
  open_square,
  close_square,
  open_paren,
  close_paren,
  open_curly,
  close_curly,
  markup,  ///< `<!--` or `-->`
  end,
};

/// A decimal number in millionths: enough for every value of a page, and the same on every machine.
using Micro = std::int64_t;
inline constexpr Micro kOne = 1'000'000;
/// Larger numbers are clamped here, so that a length in 1/65536 pt never overflows.
inline constexpr Micro kLargestNumber = 100'000 * kOne;

struct Token {
  TokenKind kind = TokenKind::end;
  /// For `delim`: the character when it is ASCII, else 0.
  char delim = 0;
  /// For numbers: written without point and exponent.
  bool integer = false;
  /// For numbers: written with a sign, as in `2n +1`.
  bool signed_ = false;
  /// For `hash`: could be an id selector.
  bool id = false;
  /// For `string`, `url` and comments: the input ended before they did.
  bool unclosed = false;
  Micro number = 0;
  /// For what `url()` names in a sheet: a number from 1 on (`Sheets::addresses`), in whose place `resolve`
  /// puts that of the picture, from 1 on, or -1 when there is none. 0 where addresses lead nowhere.
  std::int32_t address = 0;
  /// The name, string, address or unit, with escapes resolved.
  std::string_view text;
  /// Byte offsets in the text.
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// Splits `text` into tokens, without comments, ended by one `end` token. Names and strings point into
/// `text` or, where they had escapes, into `strings`.
std::vector<Token> tokenize(std::string_view text, base::StringArena& strings);

/// ASCII letters only, as CSS compares keywords.
constexpr char ascii_lower(char c) { return base::lower(c); }
bool same_keyword(std::string_view a, std::string_view lower);

}  // namespace reliure::style
