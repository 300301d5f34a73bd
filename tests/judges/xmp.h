#pragma once
// The document's metadata, as XMP says it.
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace reliure::judges {

/// A property of the document, at the top of its packet.
struct Property {
  std::string space;
  std::string prefix;
  std::string name;
  /// `text`, `Bag`, `Seq`, `Alt`, or `structure` for anything else.
  std::string form;
  /// The value, or those of the container.
  std::vector<std::string> values;
  /// Of each value; empty where it has none.
  std::vector<std::string> languages;
};

/// A property that an extension schema describes, and its type: `Text`, `bag Text`, `Integer`.
struct Described {
  std::string space;
  std::string prefix;
  std::string name;
  std::string type;
};

struct Xmp {
  /// Why it cannot be read, else empty.
  std::string broken;
  /// What stands within the head of the packet: `begin="" id="…"`.
  std::string head;
  std::vector<Property> properties;
  std::vector<Described> described;
  /// What is wrong with the description of the extension schemas.
  std::vector<std::string> ill_described;

  const Property* find(const std::string& space, const std::string& name) const;
  /// The first value; nothing where there is none.
  std::optional<std::string> value(const std::string& space, const std::string& name) const;
};

inline const std::string kDublinCore = "http://purl.org/dc/elements/1.1/";
inline const std::string kXmpBasic = "http://ns.adobe.com/xap/1.0/";
inline const std::string kXmpPdf = "http://ns.adobe.com/pdf/1.3/";
inline const std::string kPdfuaId = "http://www.aiim.org/pdfua/ns/id/";
inline const std::string kPdfaId = "http://www.aiim.org/pdfa/ns/id/";
inline const std::string kPdfaExtension = "http://www.aiim.org/pdfa/ns/extension/";

Xmp read_xmp(const std::string& packet);

}  // namespace reliure::judges
