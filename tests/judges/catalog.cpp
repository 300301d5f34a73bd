#include "judges/rules.h"

namespace reliure::judges {

namespace {

void judge_marking(QPDFObjectHandle catalog, Faults& faults) {
  QPDFObjectHandle marks = catalog.getKey("/MarkInfo");
  QPDFObjectHandle marked = entry(marks, "/Marked");
  if (!marked.isBool() || !marked.getBoolValue()) {
    faults.add("PDF/UA-1 6.2-1, PDF/A-2 6.7.2.2-1", "the catalog", "MarkInfo does not say that it is marked");
  }
  QPDFObjectHandle suspects = entry(marks, "/Suspects");
  if (suspects.isBool() && suspects.getBoolValue())
    faults.add("PDF/UA-1 7.1-4", "the catalog", "Suspects is true");
  if (!catalog.getKey("/StructTreeRoot").isDictionary()) {
    faults.add("PDF/UA-1 7.1-11, PDF/A-2 6.7.3.3-1", "the catalog", "no StructTreeRoot");
  }
  QPDFObjectHandle displays = entry(catalog.getKey("/ViewerPreferences"), "/DisplayDocTitle");
  if (!displays.isBool() || !displays.getBoolValue()) {
    faults.add("PDF/UA-1 7.1-10", "the catalog", "DisplayDocTitle is not true");
  }
}

/// Keys that an archived document may not have.
void judge_forbidden(Document& document, Faults& faults) {
  QPDFObjectHandle catalog = document.catalog;
  const auto forbid = [&](QPDFObjectHandle dictionary, const char* key, const char* rule,
                          const std::string& where) {
    if (!entry(dictionary, key).isNull()) faults.add(rule, where, std::string(key + 1) + " is forbidden");
  };
  forbid(catalog, "/AA", "PDF/A-2 6.5.2-1", "the catalog");
  forbid(catalog, "/Requirements", "PDF/A-2 6.11-1", "the catalog");
  forbid(catalog, "/NeedsRendering", "PDF/A-2 6.4.2-2", "the catalog");
  forbid(catalog, "/AcroForm", "reliure no-form", "the catalog");
  forbid(catalog, "/OCProperties", "reliure no-optional-content", "the catalog");
  forbid(catalog.getKey("/Names"), "/AlternatePresentations", "PDF/A-2 6.10-1", "the catalog's names");
  forbid(catalog.getKey("/Names"), "/EmbeddedFiles", "reliure no-embedded-file", "the catalog's names");
  forbid(catalog.getKey("/Names"), "/JavaScript", "PDF/A-2 6.5.1-1", "the catalog's names");
  for (QPDFObjectHandle& page : document.pages) {
    forbid(page, "/AA", "PDF/A-2 6.5.2-2", page_name(document, page.getObjGen()));
    forbid(page, "/PresSteps", "PDF/A-2 6.10-2", page_name(document, page.getObjGen()));
  }
}

void judge_trailer(Document& document, Faults& faults) {
  QPDFObjectHandle trailer = document.pdf.getTrailer();
  QPDFObjectHandle id = trailer.getKey("/ID");
  const bool has_id = id.isArray() && id.getArrayNItems() == 2 && id.getArrayItem(0).isString() &&
                      id.getArrayItem(1).isString() && !id.getArrayItem(1).getStringValue().empty();
  if (!has_id) faults.add("PDF/A-2 6.1.3-1", "the trailer", "no ID");
  if (trailer.hasKey("/Encrypt")) faults.add("PDF/A-2 6.1.3-2", "the trailer", "Encrypt");
}

}  // namespace

void judge_catalog(Document& document, Faults& faults) {
  judge_marking(document.catalog, faults);
  judge_forbidden(document, faults);
  judge_trailer(document, faults);
}

}  // namespace reliure::judges
