#pragma once
// `@page` rules, resolved for every kind of page that a book can have.
#include <array>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "style/compute.h"
#include "style/page_style.h"
#include "style/sheet.h"

namespace reliure::style {

/// The eight kinds of page of one name: left or right, first or not, blank or not.
using PageVariants = std::array<PageStyle, 8>;

struct PageRules {
  /// Sorted; the first is the empty name.
  std::vector<std::string> names;
  /// By name.
  std::vector<PageVariants> variants;
};

/// Resolves the page styles. Pages inherit from the root element. `size` is the edition's own page size,
/// which wins over the sheets' when it is not empty.
PageRules resolve_pages(const Sheets& sheets, const Computed& root, TokenStore& store,
                        const Declaration* size);

}  // namespace reliure::style
