#include <algorithm>
#include <map>
#include <regex>

#include "judges/rules.h"

namespace reliure::judges {

namespace {

/// The properties of the XMP Specification of 2005 that a document may have without more ado, and their
/// types. A container's name and that of its values; `Alt` is by language.
const std::map<std::string, std::map<std::string, std::string>> kKnown = {
    {kDublinCore,
     {{"contributor", "Bag"},
      {"coverage", "text"},
      {"creator", "Seq"},
      {"date", "Seq Date"},
      {"description", "Alt"},
      {"format", "text"},
      {"identifier", "text"},
      {"language", "Bag"},
      {"publisher", "Bag"},
      {"relation", "Bag"},
      {"rights", "Alt"},
      {"source", "text"},
      {"subject", "Bag"},
      {"title", "Alt"},
      {"type", "Bag"}}},
    {kXmpBasic,
     {{"Advisory", "Bag"},
      {"BaseURL", "text"},
      {"CreateDate", "Date"},
      {"CreatorTool", "text"},
      {"Identifier", "Bag"},
      {"Label", "text"},
      {"MetadataDate", "Date"},
      {"ModifyDate", "Date"},
      {"Nickname", "text"},
      {"Rating", "Integer"}}},
    {kXmpPdf, {{"Keywords", "text"}, {"PDFVersion", "text"}, {"Producer", "text"}}},
    {"http://ns.adobe.com/xap/1.0/rights/",
     {{"Certificate", "text"},
      {"Marked", "Boolean"},
      {"Owner", "Bag"},
      {"UsageTerms", "Alt"},
      {"WebStatement", "text"}}},
    {"http://ns.adobe.com/xap/1.0/mm/",
     {{"DocumentID", "text"}, {"InstanceID", "text"}, {"RenditionClass", "text"}, {"VersionID", "text"}}},
    {kPdfaId,
     {{"part", "Integer"}, {"conformance", "text"}, {"amd", "text"}, {"corr", "text"}, {"rev", "Integer"}}}};

bool is_date(const std::string& text) {
  static const std::regex form(
      "[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])(T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-"
      "9]+)?)?"
      "(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9]))?)?)?");
  return std::regex_match(text, form);
}

bool is_value(const std::string& text, const std::string& type) {
  static const std::regex integer("[+-]?[0-9]+");
  if (type == "Date") return is_date(text);
  if (type == "Integer") return std::regex_match(text, integer);
  if (type == "Boolean") return text == "True" || text == "False";
  return true;
}

/// Of a type such as `Seq Date` what holds the values, and theirs.
std::pair<std::string, std::string> split_type(const std::string& type) {
  for (const std::string container : {"Bag", "Seq", "Alt"}) {
    if (type.starts_with(container)) return {container, type.size() > 4 ? type.substr(4) : ""};
  }
  return {"text", type};
}

/// An extension schema's names of types: `bag Text`, `Lang Alt`.
std::string normal_type(std::string type) {
  if (type == "Lang Alt") return "Alt";
  for (const auto& [theirs, ours] : {std::pair("bag ", "Bag "), {"seq ", "Seq "}, {"alt ", "Alt "}}) {
    if (type.starts_with(theirs)) return ours + type.substr(4);
  }
  return type;
}

std::string type_of(const Xmp& xmp, const Property& property) {
  const auto schema = kKnown.find(property.space);
  if (schema != kKnown.end()) {
    const auto found = schema->second.find(property.name);
    if (found != schema->second.end()) return found->second;
  }
  for (const Described& described : xmp.described) {
    if (described.space == property.space && described.name == property.name)
      return normal_type(described.type);
  }
  return {};
}

void judge_property(const Xmp& xmp, const Property& property, Faults& faults) {
  const std::string name = property.prefix + ":" + property.name;
  const std::string type = type_of(xmp, property);
  if (type.empty()) {
    faults.add("PDF/A-2 6.6.2.3.1-1", "XMP",
               name + " is of no known schema, and no extension schema describes it");
    return;
  }
  const auto [container, of] = split_type(type);
  if (property.form != container) {
    faults.add("PDF/A-2 6.6.2.3.1-2", "XMP", name + " is " + property.form + " and should be " + container);
    return;
  }
  for (const std::string& value : property.values) {
    if (!is_value(value, of))
      faults.add("PDF/A-2 6.6.2.3.1-2", "XMP", name + " is `" + value + "`, which is no " + of);
    if (value.empty()) faults.add("reliure empty-text", "XMP", name + " is empty");
  }
  const bool by_language = container == "Alt";
  const bool languages = std::none_of(property.languages.begin(), property.languages.end(),
                                      [](const std::string& language) { return language.empty(); });
  if (by_language && (property.values.empty() || !languages)) {
    faults.add("PDF/A-2 6.6.2.3.1-2", "XMP", name + " has a value without xml:lang");
  }
}

void judge_packet(const Xmp& xmp, Faults& faults) {
  if (!xmp.broken.empty()) {
    faults.add("PDF/UA-1 7.1-8, PDF/A-2 6.6.2.1-4", "XMP", "it cannot be read: " + xmp.broken);
  }
  if (xmp.head.find("bytes=") != xmp.head.npos) faults.add("PDF/A-2 6.6.2.1-2", "XMP", "its head says bytes");
  if (xmp.head.find("encoding=") != xmp.head.npos)
    faults.add("PDF/A-2 6.6.2.1-3", "XMP", "its head says encoding");
}

/// Part 1 of PDF/UA, part 2 of PDF/A and its level A, each with its prefix.
void judge_identification(const Xmp& xmp, Faults& faults) {
  const auto part = xmp.value(kPdfuaId, "part");
  if (!part) faults.add("PDF/UA-1 5-1", "XMP", "no pdfuaid:part");
  if (part && *part != "1") faults.add("PDF/UA-1 5-2", "XMP", "pdfuaid:part is " + *part);
  if (part && xmp.find(kPdfuaId, "part")->prefix != "pdfuaid")
    faults.add("PDF/UA-1 5-3", "XMP", "the prefix of pdfuaid");
  const auto archive = xmp.value(kPdfaId, "part");
  const auto level = xmp.value(kPdfaId, "conformance");
  if (!archive) faults.add("PDF/A-2 6.6.4-1", "XMP", "no pdfaid:part");
  if (archive && *archive != "2") faults.add("PDF/A-2 6.6.4-2", "XMP", "pdfaid:part is " + *archive);
  if (archive && level != "A")
    faults.add("PDF/A-2 6.6.4-3", "XMP", "pdfaid:conformance is " + level.value_or("missing"));
  for (const Property& property : xmp.properties) {
    if (property.space == kPdfaId && property.prefix != "pdfaid") {
      faults.add("PDF/A-2 6.6.4-4", "XMP", "the prefix " + property.prefix + " for pdfaid");
    }
  }
}

}  // namespace

void judge_metadata(Document& document, Faults& faults) {
  QPDFObjectHandle stream = document.catalog.getKey("/Metadata");
  if (!stream.isStream()) {
    faults.add("PDF/UA-1 7.1-8, PDF/A-2 6.6.2.1-1", "the catalog", "no Metadata");
    return;
  }
  if (name_at(stream, "/Type") != "Metadata" || name_at(stream, "/Subtype") != "XML") {
    faults.add("PDF/UA-1 7.1-8, PDF/A-2 6.6.2.1-1", "the catalog", "Metadata is of another Type or Subtype");
  }
  if (!entry(stream, "/Filter").isNull()) {
    faults.add("reliure filtered-metadata", "the catalog",
               "the metadata are filtered: tools without PDF cannot find them");
  }
  const Xmp& xmp = document.xmp;
  judge_packet(xmp, faults);
  judge_identification(xmp, faults);
  const auto title = xmp.value(kDublinCore, "title");
  if (!title || title->empty()) faults.add("PDF/UA-1 7.1-9", "XMP", "no dc:title");
  for (const std::string& what : xmp.ill_described) faults.add("PDF/A-2 6.6.2.3.3-1", "XMP", what);
  for (const Property& property : xmp.properties) judge_property(xmp, property, faults);
}

}  // namespace reliure::judges
