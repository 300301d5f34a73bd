#pragma once
// How a picture's faults are worded: the file, what was seen, what to do.
#include <cstdint>
#include <string_view>

#include "base/diagnostics.h"
#include "book/manuscript.h"

namespace reliure::image {

/// Pixels we decode at most: a poster of 100 megapixels; beyond it a small file could fill the memory.
inline constexpr std::uint64_t kMaxPixels = 100'000'000;

/// The file ends before its picture does.
void report_truncated(const book::Resource& resource, base::Diagnostics& diagnostics);
/// The file breaks its format's rules; `what` says how.
void report_malformed(const book::Resource& resource, std::string_view what, base::Diagnostics& diagnostics);
/// The picture is larger than we take; `what` says by what measure.
void report_too_large(const book::Resource& resource, std::string_view what, base::Diagnostics& diagnostics);
/// The file is of a kind we do not read; `what` names it.
void report_unsupported(const book::Resource& resource, std::string_view what,
                        base::Diagnostics& diagnostics);

/// Whether a raster of these sides may be decoded; reports when not.
bool accept_sides(const book::Resource& resource, std::uint64_t width, std::uint64_t height,
                  base::Diagnostics& diagnostics);

}  // namespace reliure::image
