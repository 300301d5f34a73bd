#pragma once
// Which editions of a book to make, and from when they are.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "source/manifest.h"

namespace reliure::app {

/// A PDF edition to lay out.
struct PrintEdition {
  /// Index into `Manifest::editions`.
  std::size_t index = 0;
  /// It is wanted for itself, not only for the page numbers of e-books and sites.
  bool wanted = true;
};

/// Editions in the manifest's order.
struct ChosenEditions {
  /// With those whose pages e-books mark, wanted or not, so that an e-book made alone is the same.
  std::vector<PrintEdition> print;
  /// Indexes into `Manifest::editions`: e-books and sites.
  std::vector<std::size_t> ebooks;
};

/// The PDF edition whose pages an e-book marks, an index into `Manifest::editions`: the one that it names,
/// else the first; nothing where it wants none, or there is none.
std::optional<std::size_t> numbering_edition(const source::Manifest& manifest, const source::Edition& ebook);

/// The editions of these names, or all where there are none. Throws `CommandError` for a name that no edition
/// has.
ChosenEditions choose_editions(const source::Manifest& manifest, std::span<const std::string> names);

/// Midnight UTC of an ISO 8601 date (a year or a month means its first day) in seconds since 1970; nothing
/// for an empty date.
std::optional<std::int64_t> timestamp_of(std::string_view date);

}  // namespace reliure::app
