#pragma once
// What books want beyond UAX #14. Not for other rooms. Each rule takes the characters of a text, one of
// them at each index of `breaks`; `breaks[i]` is about the place after character `i`.
#include <span>
#include <string_view>

#include "text/breaks.h"

namespace reliure::text {

/// Addresses (`https://…`, `www.…`, `a@b.org`, `b.org/c`) and paths of files (`src/a.cpp`, `C:\a`) break
/// after their punctuation and nowhere else: never inside `://`, nor before their last characters or a full
/// stop that follows them.
void break_addresses(std::u32string_view text, std::span<Break> breaks);

/// Names in programs break behind `::`.
void break_scoped_names(std::u32string_view text, std::span<Break> breaks);

/// A hyphen that starts a word or a number (`-v`, `-5`) stays with it.
void keep_leading_hyphens(std::u32string_view text, std::span<Break> breaks);

/// A number's unit stays whole: `10 Mbit/s`, `3 kgCO2e/kg`, `12 €/an`; `5 hommes/femmes` may break. Nor does
/// a line end inside `k€` (UAX #14, LB24).
void keep_units(std::u32string_view text, std::span<Break> breaks);

/// Japanese: no line starts with a small kana or a lengthening mark (class CJ taken as NS, as
/// `line-break: strict` of CSS Text 3 §5.3 has it).
void keep_small_kana(std::u32string_view text, std::span<Break> breaks);

/// French: no break before `; : ! ? »` nor after `«`, over any spaces, and none inside `-t-il`.
void keep_french_punctuation(std::u32string_view text, std::span<Break> breaks);

}  // namespace reliure::text
