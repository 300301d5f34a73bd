#pragma once
// Attributes: those that XHTML and EPUB allow on an element, checked value by value.
#include <string>
#include <string_view>

#include "epub/content_model.h"
#include "epub/plan.h"

namespace reliure::epub {

/// An element as it is written.
struct Appearance {
  /// The element's name in the file; empty when its tags are left out.
  std::string_view tag;
  /// As itself, or as a neutral element.
  Fit fit = Fit::as_is;
  /// A table that is too wide for a small screen.
  bool many_columns = false;
};

/// Appends id, class, language, style and the element's own attributes. Anything else (event handlers,
/// `target`, `tabindex`, values that are no values) is left out.
void append_attributes(std::string& out, const Plan& plan, NodeId node, const Appearance& appearance);

/// The same of an element that goes on from another file, which has its id.
void append_attributes_of_rest(std::string& out, const Plan& plan, NodeId node, const Appearance& appearance);

}  // namespace reliure::epub
