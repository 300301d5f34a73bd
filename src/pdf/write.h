#pragma once
// The PDF: a book's pages to bytes.
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/bytes.h"
#include "base/diagnostics.h"
#include "base/parallel.h"
#include "book/book.h"

namespace reliure::pdf {

struct Options {
  /// Seconds since 1970 in UTC for the document's dates; nothing leaves them out.
  std::optional<std::int64_t> timestamp;
  /// Classic form without compression or object streams, to be read by people and goldens.
  bool readable = false;
  base::Jobs jobs;
  /// Every colour and picture as its shade of grey.
  bool grey = false;
  /// The ICC profile of the colours: of sRGB, or of shades of grey. A file without one does not claim to be
  /// PDF/A.
  std::string_view profile{};
};

/// Writes pages, fonts, outline, labels, destinations, links and metadata. The same book and options
/// give the same bytes. A book without pages is an error (`pdf/empty-book`).
base::Bytes write(const book::Book& book, const Options& options, base::Diagnostics& diagnostics);

}  // namespace reliure::pdf
