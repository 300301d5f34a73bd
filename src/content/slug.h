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

/// Gives out names once: the second `exemples` becomes `exemples-2`.
class UniqueNames {
 public:
  std::string take(std::string name);

 private:
  /// By name, the last number tried after it.
  std::unordered_map<std::string, int> taken_;
};

}  // namespace reliure::content
