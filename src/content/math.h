#pragma once
// Formulas: MathML as pages can show it, and as the e-book keeps it.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "book/kind.h"
#include "content/dom.h"

namespace reliure::content {

/// An element of MathML Core, with those of its attributes and nothing that could run or lead anywhere.
struct MathElement {
  std::string_view name;
  std::vector<std::pair<std::string, std::string>> attributes;
  /// Of a token (`mi`, `mn`, `mo`, `ms`, `mtext`), white space collapsed.
  std::string text;
  std::vector<MathElement> children;
};

/// What a `math` element presents: annotations and alternatives are left out, `mfenced` and its like are what
/// Core says instead, and elements with too few or too many children are rows.
MathElement read_math(const DomNode& math);

/// The children of `math` as XML; the namespace is left to the element around them.
std::string mathml_of(const MathElement& math);

/// A step in building the flat form: an element that begins or ends, or text.
struct FlatStep {
  enum class Act { open, close, text };
  Act act = Act::text;
  book::Kind kind = book::Kind::text;
  std::string text;
};

/// A formula on one line, in elements that every page can set.
struct FlatFormula {
  std::vector<FlatStep> steps;
  /// It has strokes and brackets where a mathematician would see bars, roots and columns.
  bool simplified = false;
};

FlatFormula flattened(const MathElement& math);

/// The flat form as text alone, for those who hear it: `x² = (a + b)/c_i`.
std::string linear_text(const FlatFormula& formula);

}  // namespace reliure::content
