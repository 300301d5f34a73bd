#pragma once
// Who can read an output, and how: found in the book and in what is made of it, never assumed. The e-book's
// package, the PDF's metadata and the booksellers' file say the same (EPUB Accessibility 1.1 §2).
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "book/manuscript.h"

namespace reliure::access {

/// What there is to read.
struct Content {
  bool has_headings = false;
  /// Pictures that carry information: all but those whose alternative is empty.
  bool has_pictures = false;
  bool describes_all_pictures = true;
  /// A picture has a long description beside its alternative.
  bool describes_at_length = false;
  bool has_formulas = false;
  bool has_index = false;
  bool has_ruby = false;
};

/// By node, whether it is read: a node is hidden with all that is below it. A note is read at its chapter's
/// end, so it may be shown where its call is not.
std::vector<bool> shown_nodes(const book::Manuscript& manuscript, const std::vector<bool>& hidden);

/// Where the long description of a picture stands: the element that it names first, or `kNoNode`.
book::NodeId described_at(const book::Manuscript& manuscript, book::NodeId img);

/// Reads the manuscript less what is hidden, by node, and what stands in it.
Content survey(const book::Manuscript& manuscript, const std::vector<bool>& hidden);

enum class Form : std::uint8_t { pdf, ebook };

/// What is made of it.
struct Making {
  Form form = Form::ebook;
  /// The pages of the printed edition are marked and listed.
  bool has_page_list = false;
  /// A picture moves.
  bool may_flash = false;
  /// Nothing was found that stands against a claim.
  bool is_faultless = false;
};

/// Terms of schema.org's accessibility vocabulary (w3.org/community/reports/a11y-discov-vocab), and the
/// claim.
struct Statement {
  Form form = Form::ebook;
  std::vector<std::string_view> modes;
  /// Sets of modes, their names joined by commas; each suffices to read the whole.
  std::vector<std::string_view> sufficient_modes;
  std::vector<std::string_view> features;
  std::vector<std::string_view> hazards;
  /// In `summary_language`, a BCP 47 tag.
  std::string summary;
  std::string_view summary_language;
  /// No fault is known.
  bool is_faultless = false;
  /// The standard that the output claims to keep, by its exact name, or empty.
  std::string_view conforms_to;
  /// Who stands for the claim; the rest may be empty.
  book::Certification certification;

  bool has(std::string_view feature) const;
};

/// A claim is made where nothing stands against it and someone stands for it: who the author names, the
/// publisher or the authors.
Statement state(const Content& content, const Making& making, const book::Metadata& metadata);

/// Whether a diagnostic tells of a fault that keeps readers out.
bool stands_against_claim(base::Code code);

}  // namespace reliure::access
