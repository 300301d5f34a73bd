#pragma once
// One XHTML file of the e-book.
#include <string>
#include <string_view>

#include "epub/plan.h"

namespace reliure::epub {

/// The beginning of an XHTML file up to its `body` start tag, the same for chapters, cover and navigation.
/// `division` is the body's `epub:type`, or empty; `styles` the markup that brings rules.
inline constexpr std::string_view kBookStyles =
    "<link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/>";
void append_head(std::string& out, std::string_view title, std::string_view language,
                 std::string_view division, std::string_view styles = kBookStyles);
void append_foot(std::string& out);

/// What is in the body of a file: a `section` or `nav`, well-formed and within the content models of XHTML
/// whatever the manuscript holds.
std::string write_section(const Plan& plan, const Document& document, base::Diagnostics& diagnostics);

/// A file of an e-book.
std::string write_document(const Plan& plan, const Document& document, base::Diagnostics& diagnostics);

/// `chapter – book`, for the `title` of a document.
std::string window_title(const Plan& plan, const Document& document);

}  // namespace reliure::epub
