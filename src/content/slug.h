#pragma once
// Names for files and fragments, made from titles and paths.
#include <string>
#include <string_view>
#include <unordered_map>

namespace reliure::content {

/// ASCII, lower case, words joined by single hyphens: `Qu'est-ce ?` to `qu-est-ce`. Latin letters lose their
/// accents; what has no ASCII form separates words. Empty when nothing remains.
std::string slug(std::string_view text);
/// `id` as an XML name may go on: ASCII letters, digits, `.`, `_`, `-`; the rest loses accents or becomes
/// `_`.
std::string xml_name(std::string_view id);

/// The fragment that GitHub gives a heading: letters of all scripts in lower case, spaces as hyphens, nothing
/// of punctuation: `Qu'est-ce, où ?` to `quest-ce-où`. Hyphens beside each other and at the ends are taken
/// together and off, so that a fragment is told from others by its words alone.
std::string github_slug(std::string_view text);

/// Gives out names once: the second `exemples` becomes `exemples-2`, or what the first number says.
class UniqueNames {
 public:
  explicit UniqueNames(int first_number = 2) : before_first_(first_number - 1) {}
  std::string take(std::string name);

 private:
  int before_first_;
  /// By name, the last number tried after it.
  std::unordered_map<std::string, int> taken_;
};

}  // namespace reliure::content
