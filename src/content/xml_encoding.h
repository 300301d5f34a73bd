#pragma once
// SVG files in other encodings than UTF-8, which is all that the rooms behind this one read.
#include <string>

#include "base/bytes.h"

namespace reliure::content {

/// Makes an XML file in UTF-16, ISO-8859-1 or Windows-1252 one in UTF-8, without the declaration that said
/// otherwise. Everything else stays as it is. Returns the name of a declared encoding that is not known here,
/// empty when there is none.
std::string make_utf8(base::Bytes& xml);

}  // namespace reliure::content
