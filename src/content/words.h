#pragma once
// The few words that the program itself writes into a book.
#include <string>
#include <string_view>

#include "source/manifest.h"

namespace reliure::content {

/// The language that the words below are in for a book in `language`.
std::string_view language_of_words(std::string_view language);
/// The heading of the contents in the language, in English where we do not know the language.
std::string_view contents_title(std::string_view language);
/// The heading of a list of figures or of tables.
std::string_view list_title(source::CaptionList list, std::string_view language);
/// What the parts of a colophon are called.
struct Imprint {
  std::string_view author, authors, publisher, published, rights;
};
const Imprint& imprint_words(std::string_view language);
/// The title of a box that has none of its own, by its type (`note`, `tip` …); empty for other types.
std::string_view callout_title(std::string_view type, std::string_view language);
/// `2021-05-04` as the language writes it: `4 mai 2021`. A year, a year and month, or anything else stays as
/// near as it can.
std::string written_date(std::string_view date, std::string_view language);

}  // namespace reliure::content
