#pragma once
// The head of an ICC profile.
#include <string>

#include "judges/qpdf.h"

namespace reliure::judges {

struct Profile {
  /// Why it is none, else empty.
  std::string broken;
  int major = 0;
  /// `mntr`, `prtr`, `scnr`, `spac`.
  std::string device_class;
  /// `RGB `, `CMYK`, `GRAY`, `Lab `.
  std::string space;
};

/// The profile of a stream, whose N must be that of its space.
Profile read_profile(QPDFObjectHandle stream);

}  // namespace reliure::judges
