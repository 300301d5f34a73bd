// Formulas, from the tree of a page to its nodes.
#include <string>

#include "content/ascii.h"
#include "content/math.h"
#include "content/page_mapper.h"

namespace reliure::content {

using book::Kind;

/// Its children are the flat form; the MathML is an attribute, for the e-book.
void PageMapper::formula(const DomNode& node) {
  const MathElement math = read_math(node);
  const FlatFormula flat = flattened(math);
  if (flat.steps.empty()) return;
  open(node, Kind::math);
  if (lowered(trimmed(attribute(node, "display").value_or(""))) == "block") {
    builder_.attribute("display", "block");
  }
  const std::string_view described = trimmed(attribute(node, "alttext").value_or(""));
  builder_.attribute("alttext", described.empty() ? linear_text(flat) : std::string(described));
  builder_.attribute("mathml", mathml_of(math));
  for (const FlatStep& step : flat.steps) {
    switch (step.act) {
      case FlatStep::Act::open:
        builder_.open(step.kind, span(node));
        break;
      case FlatStep::Act::close:
        builder_.close();
        break;
      case FlatStep::Act::text:
        builder_.text(step.text, span(node));
        break;
    }
  }
  builder_.close();
  if (!flat.simplified) return;
  if (simplified_formulas_++ == 0) first_simplified_ = span(node);
}

/// Once for a page: who writes one such formula writes more.
void PageMapper::report_formulas() {
  if (simplified_formulas_ == 0) return;
  const std::string which = simplified_formulas_ == 1
                                ? "a formula is"
                                : std::to_string(simplified_formulas_) + " formulas of this page are";
  draft_.diagnostics.report(
      base::Code::content_flat_formula, first_simplified_,
      which + " set on one line, with strokes and brackets for fractions, roots and tables",
      "the e-book keeps the formula whole; for print, a picture can show it as mathematicians write it");
}

}  // namespace reliure::content
