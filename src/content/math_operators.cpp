#include "content/math_operators.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"
#include "content/ascii.h"

namespace reliure::content {
namespace {

bool is_one_of(char32_t character, std::u32string_view characters) {
  return characters.find(character) != std::u32string_view::npos;
}

/// The character of a text that is only one, else 0.
char32_t only_character(std::string_view text) {
  if (text.empty()) return 0;
  const base::Decoded decoded = base::decode(text, 0);
  return decoded.size == text.size() ? decoded.character : 0;
}

constexpr std::u32string_view kOpening = U"([{\u2308\u230A\u27E6\u27E8\u27EA\u2329";
constexpr std::u32string_view kClosing = U")]}\u2309\u230B\u27E7\u27E9\u27EB\u232A";
constexpr std::u32string_view kTight =
    U"!/"
    U"'|%."
    U"\u00AF\u00B0\u203E\u2016\u2020\u2026\u2032\u2033\u2034\u2044\u2057\u2202\u2207\u2215\u221A\u2223\u22EE"
    U"\u22EF"
    U"\u22F1\u00AC\u2200\u2203\u2206";
/// Sums, products, integrals and their like.
constexpr std::u32string_view kFunctions =
    U"\u220F\u2210\u2211\u222B\u222C\u222D\u222E\u222F\u2230\u22C0\u22C1\u22C2\u22C3\u2A00\u2A01\u2A02";

struct Shown {
  std::string_view written, shown;
};
constexpr Shown kShown[] = {{"-", "\u2212"}, {"'", "\u2032"}, {"''", "\u2033"}, {"'''", "\u2034"}};

struct Mark {
  char32_t sign;
  std::string_view mark;
};
constexpr Mark kMarks[] = {{U'^', "\u0302"},      {U'~', "\u0303"},      {U'_', "\u0304"},
                           {U'.', "\u0307"},      {U'\u00A8', "\u0308"}, {U'\u00AF', "\u0304"},
                           {U'\u02C6', "\u0302"}, {U'\u02C7', "\u030C"}, {U'\u02D9', "\u0307"},
                           {U'\u02DC', "\u0303"}, {U'\u203E', "\u0304"}, {U'\u0302', "\u0302"},
                           {U'\u0304', "\u0304"}};

// Mathematical Alphanumeric Symbols: alphabets of 52 letters one after the other, the first three bold,
// italic and both.
constexpr char32_t kFirstLetter = 0x1D400;
constexpr char32_t kBehindLetters = 0x1D6A4;
constexpr char32_t kLettersOfAlphabet = 52;

char latin_letter(char32_t index) { return static_cast<char>(index < 26 ? 'A' + index : 'a' + (index - 26)); }

}  // namespace

OperatorClass operator_class(std::string_view text) {
  const char32_t character = only_character(text);
  if (character == 0) {
    const bool word = !text.empty() && is_letter(text.front());
    if (word) return text == "mod" ? OperatorClass::infix : OperatorClass::function;
    return text.empty() || text.front() == '\'' || text.front() == '!' ? OperatorClass::tight
                                                                       : OperatorClass::infix;
  }
  if (character >= 0x2061 && character <= 0x2064) return OperatorClass::invisible;
  if (is_one_of(character, kOpening)) return OperatorClass::opening;
  if (is_one_of(character, kClosing)) return OperatorClass::closing;
  if (character == U',' || character == U';') return OperatorClass::punctuation;
  if (is_one_of(character, kFunctions)) return OperatorClass::function;
  return is_one_of(character, kTight) ? OperatorClass::tight : OperatorClass::infix;
}

std::string_view shown_operator(std::string_view text) {
  const auto* row = std::ranges::find(kShown, text, &Shown::written);
  return row != std::end(kShown) ? row->shown : text;
}

bool is_raised(std::string_view text) {
  const std::string_view shown = shown_operator(text);
  return is_one_of(only_character(shown), U"\u00B0\u2032\u2033\u2034\u2057");
}

std::string_view combining_mark(std::string_view text) {
  const auto* row = std::ranges::find(kMarks, only_character(text), &Mark::sign);
  return row != std::end(kMarks) ? row->mark : std::string_view();
}

Letters plain_letters(std::string_view text) {
  Letters letters;
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded decoded = base::decode(text, at);
    const char32_t character = decoded.character;
    if (character >= kFirstLetter && character < kBehindLetters) {
      const char32_t alphabet = (character - kFirstLetter) / kLettersOfAlphabet;
      letters.text += latin_letter((character - kFirstLetter) % kLettersOfAlphabet);
      letters.styled = true;
      letters.bold = alphabet != 1;
      letters.italic = alphabet == 1 || alphabet == 2;
    } else if (character == 0x210E) {  // the italic h, where Planck had it first
      letters.text += 'h';
      letters.styled = letters.italic = true;
    } else {
      letters.text += text.substr(at, decoded.size);
    }
    at += decoded.size;
  }
  return letters;
}

bool is_italic_letter(std::string_view character) {
  const char32_t c = only_character(character);
  return (c < 0x80 && is_letter(static_cast<char>(c))) ||
         (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x370 && c <= 0x3FF);
}

}  // namespace reliure::content
