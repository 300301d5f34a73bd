#pragma once
// The package document: what the book is, which files it has, in which order they are read (EPUB 3.3,
// section 5).
#include <span>
#include <string>

#include "epub/plan.h"
#include "epub/write.h"

namespace reliure::epub {

/// A file of the package.
struct Item {
  /// `chapter-1`; an XML id.
  std::string id;
  /// Below the package's folder.
  std::string file;
  std::string_view media_type;
  /// `nav`, `cover-image`, or empty.
  std::string_view properties;
  /// In the reading order.
  bool in_spine = false;
};

/// The identifier that the author gave the edition or the book, else one made from title and authors.
std::string identifier_of(const book::Metadata& metadata, const Options& options);

/// `package.opf`. Items are in the order of the manifest and of the spine.
std::string package_document(const Plan& plan, std::span<const Item> items, const Options& options);

}  // namespace reliure::epub
