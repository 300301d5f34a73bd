#include <regex>

#include "judges/rules.h"

namespace reliure::judges {

namespace {

/// `D:20260102030405+01'00'` as XMP writes it; seconds and zone may lack.
std::string xmp_date(const std::string& date) {
  static const std::regex form(
      "D:([0-9]{4})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})(Z|([+-][0-9]{2})'([0-9]{2})'?)");
  std::smatch parts;
  if (!std::regex_match(date, parts, form)) return {};
  const std::string zone = parts[7] == "Z" ? "Z" : parts[8].str() + ":" + parts[9].str();
  return parts[1].str() + "-" + parts[2].str() + "-" + parts[3].str() + "T" + parts[4].str() + ":" +
         parts[5].str() + ":" + parts[6].str() + zone;
}

/// A list's values as Info writes them.
std::string joined(const Property* property) {
  std::string out;
  if (property == nullptr) return out;
  for (const std::string& value : property->values) out += (out.empty() ? "" : ", ") + value;
  return out;
}

}  // namespace

void judge_info(Document& document, Faults& faults) {
  QPDFObjectHandle info = document.pdf.getTrailer().getKey("/Info");
  const Xmp& xmp = document.xmp;
  const auto compare = [&](const std::string& key, const std::string& theirs, bool date) {
    QPDFObjectHandle value = entry(info, "/" + key);
    const std::string text = value.isString() ? value.getUTF8Value() : "";
    if ((date ? xmp_date(text) : text) != theirs) {
      faults.add("reliure info-is-xmp", "Info", key + " is `" + text + "`, and XMP says `" + theirs + "`");
    }
  };
  compare("Title", xmp.value(kDublinCore, "title").value_or(""), false);
  compare("Author", joined(xmp.find(kDublinCore, "creator")), false);
  compare("Subject", xmp.value(kDublinCore, "description").value_or(""), false);
  compare("Keywords", xmp.value(kXmpPdf, "Keywords").value_or(""), false);
  compare("Creator", xmp.value(kXmpBasic, "CreatorTool").value_or(""), false);
  compare("Producer", xmp.value(kXmpPdf, "Producer").value_or(""), false);
  compare("CreationDate", xmp.value(kXmpBasic, "CreateDate").value_or(""), true);
  compare("ModDate", xmp.value(kXmpBasic, "ModifyDate").value_or(""), true);
}

}  // namespace reliure::judges
