#pragma once
// Page labels: what a reader shows instead of page numbers (ISO 32000-1 §12.4.2).
#include <cstdint>
#include <string>
#include <string_view>

#include "book/book.h"
#include "pdf/objects.h"

namespace reliure::pdf {

/// A label taken apart: `A-12` is prefix `A-`, style `D`, number 12. Style 0 has no number.
struct PageLabel {
  std::string prefix;
  char style = 0;
  std::int64_t number = 0;
  friend bool operator==(const PageLabel&, const PageLabel&) = default;
};

/// Decimal (`D`) and Roman (`r`, `R`) numbers; anything else is prefix alone.
PageLabel parse_label(std::string_view label);
/// The entries of a number tree with one label for each range of pages that count up.
std::string add_page_labels(Objects& objects, const book::Book& book);

}  // namespace reliure::pdf
