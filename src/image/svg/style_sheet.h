#pragma once
// `style` elements and attributes: which declarations win on which element (CSS 2.1, section 6.4).
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "image/svg/properties.h"
#include "image/svg/xml.h"

namespace reliure::image {

struct Declaration {
  Property property;
  std::string_view value;
  bool important = false;
};

/// What one element must be to match: a type, an id and classes, each of them optional.
struct Compound {
  std::string_view type;
  std::string_view id;
  std::vector<std::string_view> classes;
  /// How the compound on the left relates to this: its parent (`>`), else any ancestor.
  bool child_of_left = false;
};

struct Rule {
  /// Left to right; the last is the element itself.
  std::vector<Compound> selector;
  std::uint32_t specificity = 0;
  std::uint32_t first_declaration = 0;
  std::uint32_t declaration_count = 0;
};

using RuleIndex = std::unordered_map<std::string_view, std::vector<std::uint32_t>>;

struct StyleSheet {
  std::vector<Rule> rules;
  std::vector<Declaration> declarations;
  /// Rules by what their last compound needs most specifically: its id, else its first class, else its type
  /// (empty for any). Only looked up, never walked.
  RuleIndex by_id, by_class, by_type;
  /// Texts that had to be changed before they could be read.
  std::deque<std::string> owned;
  /// Selectors that we do not read and rules that must be left out: at least one was there.
  bool has_unknown = false;
  bool has_import = false;
};

/// Adds the rules of one `style` element; `css` must outlive the sheet.
void add_rules(StyleSheet& sheet, std::string_view css);

/// All that is declared for an element: presentation attributes, then rules, then its `style` attribute.
/// `work` counts what was compared; beyond `max_work` rules no longer match.
Declared cascade(const StyleSheet& sheet, const Xml& xml, ElementId element, std::size_t& work,
                 std::size_t max_work);

}  // namespace reliure::image
