#pragma once
// The PDF: a book's pages to bytes.
#include <cstdint>
#include <optional>
#include <string_view>

#include "access/access.h"
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
  /// What all colours and pictures are made of: red, green and blue, shades of grey, or a press's inks.
  book::ColorSpace colors = book::ColorSpace::rgb;
  /// The ICC profile of these: of sRGB, of shades of grey, or one that `image::press_fault` finds no fault
  /// with. A file without one does not claim to be PDF/A; only inks cannot do without.
  std::string_view profile{};
  /// What the metadata say about access to the book.
  const access::Statement* statement = nullptr;
  /// The edition's own identifier; empty for the book's.
  std::string_view identifier{};
};

/// What a file says that it is.
struct Claims {
  /// PDF/UA-1 (ISO 14289-1).
  bool ua = true;
  /// PDF/A-2a (ISO 19005-2).
  bool a = true;
};

struct Written {
  base::Bytes bytes;
  Claims claims;
};

/// Writes pages, fonts, outline, labels, destinations, links and metadata. The same book and options
/// give the same bytes. A book without pages is an error (`pdf/empty-book`).
Written write(const book::Book& book, const Options& options, base::Diagnostics& diagnostics);

}  // namespace reliure::pdf
