#pragma once
// What a ToUnicode CMap says.
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "judges/qpdf.h"

namespace reliure::judges {

struct UnicodeMap {
  /// UTF-32 of each code.
  std::map<std::uint32_t, std::u32string> texts;
  /// What is wrong with the CMap itself.
  std::vector<std::string> broken;
};

UnicodeMap read_unicode_map(QPDFObjectHandle stream);

}  // namespace reliure::judges
