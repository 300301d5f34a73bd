#include "pdf/metadata.h"

#include <algorithm>

#include "base/calendar.h"
#include "base/xml.h"
#include "pdf/syntax.h"

namespace reliure::pdf {

namespace {

constexpr std::string_view kProducer = "Reliure " RELIURE_VERSION;

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) {
    out += (out.empty() ? "" : ", ") + part;
  }
  return out;
}

std::vector<std::string> author_names(const book::Metadata& metadata) {
  std::vector<std::string> names;
  for (const book::Author& author : metadata.authors) {
    names.push_back(author.name);
  }
  return names;
}

std::string escaped(std::string_view text) {
  std::string out;
  base::append_text(out, text);
  return out;
}

void append_simple(std::string& out, std::string_view property, std::string_view value) {
  if (!value.empty()) {
    out.append("<").append(property).append(">").append(escaped(value));
    out.append("</").append(property).append(">\n");
  }
}

/// `container` is Alt (by language), Bag or Seq.
void append_list(std::string& out, std::string_view property, std::string_view container,
                 const std::vector<std::string>& values) {
  if (std::ranges::all_of(values, [](const std::string& value) { return value.empty(); })) {
    return;
  }
  out.append("<").append(property).append("><rdf:").append(container).append(">");
  for (const std::string& value : values) {
    out += container == "Alt" ? "<rdf:li xml:lang=\"x-default\">" : "<rdf:li>";
    out += escaped(value) + "</rdf:li>";
  }
  out.append("</rdf:").append(container).append("></").append(property).append(">\n");
}

/// A property of a schema that PDF/A does not know.
struct Property {
  std::string_view name, type, meaning;
};

/// Describes a schema, as PDF/A wants it for all that it does not know (ISO 19005-2 §6.6.2.3).
std::string schema(std::string_view name, std::string_view space, std::string_view prefix,
                   std::initializer_list<Property> properties) {
  std::string out = "<rdf:li rdf:parseType=\"Resource\">\n";
  append_simple(out, "pdfaSchema:schema", name);
  append_simple(out, "pdfaSchema:namespaceURI", space);
  append_simple(out, "pdfaSchema:prefix", prefix);
  out += "<pdfaSchema:property><rdf:Seq>\n";
  for (const Property& property : properties) {
    out += "<rdf:li rdf:parseType=\"Resource\">\n";
    append_simple(out, "pdfaProperty:name", property.name);
    append_simple(out, "pdfaProperty:valueType", property.type);
    append_simple(out, "pdfaProperty:category", prefix == "pdfuaid" ? "internal" : "external");
    append_simple(out, "pdfaProperty:description", property.meaning);
    out += "</rdf:li>\n";
  }
  return out + "</rdf:Seq></pdfaSchema:property>\n</rdf:li>\n";
}

constexpr std::string_view kUa = "http://www.aiim.org/pdfua/ns/id/", kSchemaOrg = "http://schema.org/";

/// Of what stands outside of the schemas that PDF/A knows.
void append_schemas(std::string& out, bool claims_ua, bool states_access) {
  if (!claims_ua && !states_access) return;
  out +=
      "<rdf:Description rdf:about=\"\"\n xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
      " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
      " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n<pdfaExtension:schemas><rdf:Bag>\n";
  if (claims_ua) {
    out += schema("PDF/UA identification", kUa, "pdfuaid",
                  {{"part", "Integer", "The part of ISO 14289 that the file keeps"}});
  }
  if (states_access) {
    out += schema("Accessibility terms of schema.org", kSchemaOrg, "schema",
                  {{"accessMode", "bag Text", "Senses that the content speaks to"},
                   {"accessModeSufficient", "bag Text", "Sets of senses that suffice to take in all of it"},
                   {"accessibilityFeature", "bag Text", "What makes the content accessible"},
                   {"accessibilityHazard", "bag Text", "What may harm a reader"},
                   {"accessibilitySummary", "Lang Alt", "The same in words"}});
  }
  out += "</rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n";
}

void append_access(std::string& out, const access::Statement& statement) {
  const auto append = [&out](std::string_view property, const std::vector<std::string_view>& values) {
    append_list(out, property, "Bag", {values.begin(), values.end()});
  };
  out += "<rdf:Description rdf:about=\"\" xmlns:schema=\"" + std::string(kSchemaOrg) + "\">\n";
  append("schema:accessMode", statement.modes);
  append("schema:accessModeSufficient", statement.sufficient_modes);
  append("schema:accessibilityFeature", statement.features);
  append("schema:accessibilityHazard", statement.hazards);
  append_list(out, "schema:accessibilitySummary", "Alt", {statement.summary});
  out += "</rdf:Description>\n";
}

void append_claims(std::string& out, Claims claims) {
  if (claims.ua) {
    out += "<rdf:Description rdf:about=\"\" xmlns:pdfuaid=\"" + std::string(kUa) +
           "\">\n<pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>\n";
  }
  if (claims.a) {
    out +=
        "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
        "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n</rdf:Description>\n";
  }
}

std::string full_title(const book::Metadata& metadata) {
  return metadata.subtitle.empty() ? metadata.title : metadata.title + " : " + metadata.subtitle;
}

}  // namespace

std::string pdf_date(std::int64_t timestamp) {
  return "D:" + base::compact(base::date_time(timestamp)) + "Z";
}

std::string xmp_date(std::int64_t timestamp) { return base::iso_8601(base::date_time(timestamp)); }

std::string information(const book::Metadata& metadata, std::optional<std::int64_t> timestamp) {
  Entries entries;
  const auto add = [&](std::string_view key, std::string_view value) {
    if (!value.empty()) {
      entries.text(key, value);
    }
  };
  add("Title", full_title(metadata));
  add("Author", joined(author_names(metadata)));
  add("Subject", metadata.description);
  add("Keywords", joined(metadata.subjects));
  add("Creator", kProducer);
  add("Producer", kProducer);
  if (timestamp) {
    add("CreationDate", pdf_date(*timestamp));
    add("ModDate", pdf_date(*timestamp));
  }
  return entries.take();
}

std::string xmp_packet(const book::Metadata& metadata, const Options& options, Claims claims) {
  std::string out =
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "<rdf:Description rdf:about=\"\"\n xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
      " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n";
  append_list(out, "dc:title", "Alt", {full_title(metadata)});
  append_list(out, "dc:creator", "Seq", author_names(metadata));
  append_list(out, "dc:description", "Alt", {metadata.description});
  append_list(out, "dc:subject", "Bag", metadata.subjects);
  append_list(out, "dc:publisher", "Bag", {metadata.publisher});
  append_list(out, "dc:rights", "Alt", {metadata.rights});
  append_list(out, "dc:language", "Bag", {metadata.language});
  append_list(out, "dc:date", "Seq", {metadata.date});
  append_simple(out, "dc:identifier", options.identifier.empty() ? metadata.identifier : options.identifier);
  append_simple(out, "dc:format", "application/pdf");
  append_simple(out, "pdf:Producer", kProducer);
  append_simple(out, "pdf:Keywords", joined(metadata.subjects));
  append_simple(out, "xmp:CreatorTool", kProducer);
  if (options.timestamp) {
    append_simple(out, "xmp:CreateDate", xmp_date(*options.timestamp));
    append_simple(out, "xmp:ModifyDate", xmp_date(*options.timestamp));
    append_simple(out, "xmp:MetadataDate", xmp_date(*options.timestamp));
  }
  out += "</rdf:Description>\n";
  append_claims(out, claims);
  if (options.statement != nullptr) append_access(out, *options.statement);
  if (claims.a) append_schemas(out, claims.ua, options.statement != nullptr);
  return out + "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

}  // namespace reliure::pdf
