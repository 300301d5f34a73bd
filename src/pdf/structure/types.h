#pragma once
// From the elements of HTML to the standard structure types. For the files of the structure alone.
#include <string_view>

#include "book/manuscript.h"

namespace reliure::pdf {

/// The standard type of an element that may stand anywhere, or empty for one whose content belongs to its
/// parent. Lists, tables, links, notes, headings and pictures have their own rules.
std::string_view plain_type(const book::Manuscript& manuscript, book::NodeId id);

/// Whether the lists of a `nav` are tables of contents: their items hold nothing but words and lists.
bool is_contents(const book::Manuscript& manuscript, book::NodeId nav);

/// Whether the node stands in lines of text.
bool is_inline(book::Kind kind);

/// What is read for signs that stand for a picture (WAI-ARIA's `img` with a label); empty for all else.
std::string_view label_of(const book::Manuscript& manuscript, book::NodeId id);

/// A table that only places things: its cells are no data (WAI-ARIA's `presentation`).
bool is_for_layout(const book::Manuscript& manuscript, book::NodeId table);

}  // namespace reliure::pdf
