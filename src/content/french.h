#pragma once
// French typography, after the usage of the Imprimerie nationale.
#include <optional>
#include <string>
#include <string_view>

namespace reliure::content {

/// The characters on either side of a text in its line; 0 at the line's ends.
struct Neighbours {
  char32_t before = 0;
  char32_t after = 0;
};

/// `text` with its spaces, apostrophes and ellipses set, or nothing when it is set well already.
///
///   ; ! ?        U+202F before           :            U+00A0 before
///   « »          U+00A0 inside           % € units    U+00A0 before
///   n° M. art.   U+00A0 after            12 000       U+202F between groups of three digits
///   l'eau        U+2019                  ...          U+2026
///
/// A space that the author typed becomes the right one. One that is missing is added only between a word and
/// the sign that ends it: never in addresses, times (`10:55`), paths, smileys. Setting twice changes nothing.
std::optional<std::string> french(std::string_view text, Neighbours neighbours);

}  // namespace reliure::content
