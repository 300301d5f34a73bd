#pragma once
// How bright colours look, and how well one stands out from another (WCAG 2.2, "relative luminance" and
// "contrast ratio"). In integers: a ratio near the limit is the same with every compiler.
#include <cstdint>
#include <span>

#include "base/geometry.h"

namespace reliure::style {

/// The luminance of white; black's is 0.
inline constexpr std::int64_t kWhiteLuminance = std::int64_t{1} << 30;

/// Of an opaque colour.
std::int64_t relative_luminance(base::Color color);

/// The contrast ratio of two opaque colours in hundredths, rounded down: from 100 (the same) to 2100.
int contrast_ratio(base::Color a, base::Color b);

/// `over` as it looks on an opaque ground.
base::Color blended(base::Color over, base::Color ground);

/// The colour of the same hue, darker or lighter and as near as can be, that has the ratio (in hundredths) to
/// all of the opaque grounds; the colour itself when none has.
base::Color with_contrast(base::Color color, std::span<const base::Color> grounds, int ratio);

}  // namespace reliure::style
