#pragma once
// What every step of layout looks at, for one thread and one pass.
#include <optional>

#include "base/diagnostics.h"
#include "layout/compose.h"
#include "layout/generated.h"
#include "layout/references.h"
#include "text/shape.h"

namespace reliure::layout {

/// What has a box of its own: an element, or what one generates before or after its content (CSS Pseudo 4
/// §4.1).
struct Element {
  book::NodeId node;
  /// `before` or `after`; nothing for the element itself.
  std::optional<style::PseudoElement> pseudo;
  // NOLINTNEXTLINE(google-explicit-constructor): nearly all boxes are of elements.
  Element(book::NodeId of, std::optional<style::PseudoElement> what = std::nullopt)
      : node(of), pseudo(what) {}
  Element() = default;
  friend bool operator==(const Element&, const Element&) = default;
};

struct Setting {
  const Input& input;
  const Generated& generated;
  const References& references;
  text::Shaper& shaper;
  base::Diagnostics& diagnostics;
  /// Height of the page's text area: no picture is taller. Zero where there is no page.
  base::Length page_height{};
  /// In a table that is reported as too wide: its lines are not reported again.
  bool in_wide_table = false;

  const book::Manuscript& manuscript() const { return *input.manuscript; }
  const style::ComputedStyle& style(book::NodeId node) const { return input.styles[node]; }
  const style::ComputedStyle& style(const Element& element) const {
    return element.pseudo ? *input.styles.pseudo(element.node, *element.pseudo) : style(element.node);
  }
};

/// The same setting, reporting to `found`.
inline Setting reporting_to(base::Diagnostics& found, const Setting& setting) {
  return {setting.input, setting.generated, setting.references, setting.shaper, found, setting.page_height};
}

}  // namespace reliure::layout
