#pragma once
// Small questions to the objects of a PDF.
#include <string>

#include "judges/qpdf.h"

namespace reliure::judges {

/// The value of a name without its stroke, or empty.
std::string name_at(QPDFObjectHandle dictionary, const std::string& key);
/// A dictionary's or a stream's entry; null where there is none, or where it is neither.
QPDFObjectHandle entry(QPDFObjectHandle dictionary, const std::string& key);
/// The data of a stream, decoded; nothing where that is not possible.
std::string data_of(QPDFObjectHandle stream);
/// `object 45`.
std::string object_name(QPDFObjectHandle object);
/// What tells a direct or indirect object from others.
std::string identity_of(QPDFObjectHandle object);

}  // namespace reliure::judges
