#include <set>

#include "judges/rules.h"

namespace reliure::judges {

namespace {

const std::set<std::string> kFilters = {"/ASCIIHexDecode",  "/ASCII85Decode",  "/FlateDecode",
                                        "/RunLengthDecode", "/CCITTFaxDecode", "/JBIG2Decode",
                                        "/DCTDecode",       "/JPXDecode"};

}  // namespace

void judge_filters(Document& document, Faults& faults) {
  for (QPDFObjectHandle object : document.pdf.getAllObjects()) {
    if (!object.isStream()) continue;
    for (const char* key : {"/F", "/FFilter", "/FDecodeParms"}) {
      if (!entry(object, key).isNull())
        faults.add("PDF/A-2 6.1.7.1-3", object_name(object), "a stream with " + std::string(key));
    }
    QPDFObjectHandle filter = entry(object, "/Filter");
    for (QPDFObjectHandle each : filter.isArray() ? filter.getArrayAsVector() : std::vector{filter}) {
      if (!each.isNull() && !(each.isName() && kFilters.contains(each.getName()))) {
        faults.add("PDF/A-2 6.1.7.2-1", object_name(object), "the filter " + each.unparse());
      }
    }
  }
}

}  // namespace reliure::judges
