#include "pdf/claims.h"

#include <algorithm>

#include "pdf/links.h"
#include "pdf/syntax.h"

namespace reliure::pdf {
namespace {

/// The sides of a page in points (ISO 19005-2 §6.1.13).
constexpr int kShortestSide = 3, kLongestSide = 14400;

void report(std::string_view standard, std::string problem, std::string hint, base::Span span,
            base::Diagnostics& diagnostics) {
  diagnostics.report(base::Code::pdf_claim_dropped, span,
                     std::move(problem) + ", so the PDF does not claim to be " + std::string(standard),
                     std::move(hint));
}

/// Reports the first of the figures that have no alternative text, with the number of all.
bool has_alternatives(const book::Manuscript& manuscript, const Structure& structure,
                      base::Diagnostics& diagnostics) {
  const Element* first = nullptr;
  std::size_t count = 0;
  for (const Element& element : structure.elements) {
    if (element.type == "Figure" && manuscript.attribute(element.node, "alt").value_or("").empty()) {
      first = count++ == 0 ? &element : first;
    }
  }
  if (first == nullptr) {
    return true;
  }
  report("PDF/UA-1",
         count == 1 ? std::string("a picture has no alternative text")
                    : std::to_string(count) + " pictures have no alternative text",
         "write what it shows into `alt`, or `alt=\"\"` where it only decorates",
         manuscript[first->node].span, diagnostics);
  return false;
}

/// Neither standard lets a file show `.notdef` (ISO 14289-1 §7.21.8, ISO 19005-2 §6.2.11.8).
bool has_glyphs(const book::Book& book, base::Diagnostics& diagnostics) {
  const bool all = std::none_of(book.pages.begin(), book.pages.end(), [](const book::Page& page) {
    return std::any_of(page.glyphs.begin(), page.glyphs.end(),
                       [](const book::Glyph& glyph) { return glyph.id == 0; });
  });
  if (!all) {
    report("PDF/UA-1 or PDF/A-2a", "no font has a character of the text, nor a sign to show in its place",
           "add a font that has it to the fonts of the book", {}, diagnostics);
  }
  return all;
}

/// A string has at most 32,767 bytes (ISO 19005-2 §6.1.13). All but addresses can be cut.
bool has_short_addresses(const book::Manuscript& manuscript, base::Diagnostics& diagnostics) {
  constexpr std::size_t kLongest = 32767;
  const auto found =
      std::find_if(manuscript.links.begin(), manuscript.links.end(), [](const book::LinkTarget& link) {
        // A byte that is not ASCII becomes three: most addresses are short enough whatever they hold.
        return link.url.size() > kLongest / 3 && ascii_uri(link.url).size() > kLongest;
      });
  if (found == manuscript.links.end()) {
    return true;
  }
  report("PDF/A-2a", "the address of a link has more than 32,767 bytes", "lead to a shorter address",
         manuscript[found->source].span, diagnostics);
  return false;
}

bool has_sizes(const book::Book& book, base::Diagnostics& diagnostics) {
  const auto fits = [](base::Length side) {
    return side >= base::points(kShortestSide) && side <= base::points(kLongestSide);
  };
  const bool all = std::all_of(book.pages.begin(), book.pages.end(), [&](const book::Page& page) {
    return fits(page.trim.width) && fits(page.trim.height);
  });
  if (!all) {
    report("PDF/A-2a", "a page is smaller than 3 pt or larger than 14,400 pt", "give it another `size`", {},
           diagnostics);
  }
  return all;
}

}  // namespace

Claims check_claims(const book::Book& book, const Structure& structure, base::Diagnostics& diagnostics) {
  const bool shows_all = has_glyphs(book, diagnostics);
  const bool tells_all = has_alternatives(*book.manuscript, structure, diagnostics);
  const bool fits = has_short_addresses(*book.manuscript, diagnostics);
  return {shows_all && tells_all, has_sizes(book, diagnostics) && shows_all && fits};
}

}  // namespace reliure::pdf
