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

/// The kinds of page of one name: left or right, first or not, blank or not, which is eight; and the page
/// that opens the book.
using PageVariants = std::array<PageStyle, 9>;
inline constexpr std::size_t kOpeningVariant = 8;
std::size_t variant_of(const PageSelector& page);
/// What `variant_of` makes an index of.
PageSelector page_variant(std::string_view name, std::size_t variant);

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

/// The declaration of that name, or whose name begins with it and a hyphen, that wins for a margin box of the
/// page or, without a box, for the page; null when there is none.
const Declaration* page_declaration(const Sheets& sheets, const PageSelector& page,
                                    std::optional<MarginBox> box, std::string_view name);

}  // namespace reliure::style
