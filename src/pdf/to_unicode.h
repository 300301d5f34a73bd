#pragma once
// The map from character codes to text, for search and copying.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace reliure::pdf {

struct CodeMeaning {
  std::uint16_t code = 0;
  std::string_view text;
};

/// A ToUnicode CMap (ISO 32000-1 §9.10.3) of `meanings`, sorted by code.
std::string to_unicode(const std::vector<CodeMeaning>& meanings);

}  // namespace reliure::pdf
