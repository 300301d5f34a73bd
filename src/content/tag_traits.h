#pragma once
// What HTML's rules about implied tags need to know of an element.
#include <cstdint>
#include <string_view>

namespace reliure::content {

struct TagTraits {
  std::string_view name;
  /// Has no content and no end tag.
  bool is_void = false;
  /// Its end tag may be left out.
  bool end_is_optional = false;
  /// Goes on in the next block when it is not closed.
  bool formatting = false;
  /// Its start ends an open paragraph.
  bool closes_paragraph = false;
  /// A start tag inside does not see elements outside.
  bool is_scope = false;
};

/// The traits of the element with this lower-case name; all false for one without any.
TagTraits tag_traits(std::string_view name);

/// Siblings that the start of an element ends, as far as one of `scopes` around them.
struct ImpliedEnd {
  std::string_view starts;
  std::string_view ends;
  std::string_view scopes;
};

/// The rule for the start of `name`, or null. The names in its fields stand between spaces.
const ImpliedEnd* implied_end(std::string_view name);
/// Whether `name` is one of the words of `names`, which stand between spaces.
bool is_among(std::string_view name, std::string_view names);

}  // namespace reliure::content
