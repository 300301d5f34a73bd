#pragma once
// Binary content: a file, a picture, a font, an output.
#include <string>

namespace reliure::base {

/// A run of bytes with no encoding implied.
using Bytes = std::string;

}  // namespace reliure::base
