#pragma once
// Characters of formulas: operators with what stands around them, letters in mathematical alphabets.
#include <cstdint>
#include <string>
#include <string_view>

namespace reliure::content {

/// A coarse form of the operator dictionary (MathML Core, appendix B).
enum class OperatorClass : std::uint8_t {
  infix,    ///< space around it between operands
  opening,  ///< brackets
  closing,
  punctuation,  ///< space behind it
  tight,        ///< never any space: `!`, `/`, primes
  function,     ///< sums, integrals, `lim`: space towards their operand
  invisible,    ///< multiplication and the like that nothing is written for
};

OperatorClass operator_class(std::string_view text);

/// U+2061, between a function and its argument.
inline constexpr std::string_view kApplication = "\u2061";

/// The operator as it is printed: a hyphen as a minus, an apostrophe as a prime.
std::string_view shown_operator(std::string_view text);

/// Whether the sign is raised by nature: primes, degrees.
bool is_raised(std::string_view text);

/// The combining mark for a sign above a letter, or empty.
std::string_view combining_mark(std::string_view text);

/// Letters without the alphabet that mathematics has for them.
struct Letters {
  std::string text;
  bool styled = false;
  bool italic = false;
  bool bold = false;
};

/// `text` with the letters of U+1D400 to U+1D6A3 as plain ones.
Letters plain_letters(std::string_view text);

/// Whether one letter alone is a variable: Latin or Greek.
bool is_italic_letter(std::string_view character);

}  // namespace reliure::content
