#include "pdf/metadata.h"

#include <algorithm>

#include "base/utf8.h"
#include "pdf/syntax.h"

namespace reliure::pdf {

namespace {

constexpr std::string_view kProducer = "Reliure " RELIURE_VERSION;

struct CivilTime {
  std::int64_t year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0;
};

/// Days to a date of the Gregorian calendar (Hinnant, "chrono-Compatible Low-Level Date Algorithms"), held
/// to years that four digits can write.
CivilTime civil_time(std::int64_t timestamp) {
  constexpr std::int64_t kYear0 = -62167219200, kYear9999 = 253402300799;
  timestamp = std::clamp(timestamp, kYear0, kYear9999);
  std::int64_t seconds = timestamp % 86400;
  std::int64_t days = timestamp / 86400;
  if (seconds < 0) {
    seconds += 86400;
    --days;
  }
  const std::int64_t shifted = days + 719468;  // days since 1 March of year 0
  const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const std::int64_t day_of_era = shifted - era * 146097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
  CivilTime time;
  time.day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
  time.month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  time.year = year_of_era + era * 400 + (time.month <= 2 ? 1 : 0);
  time.hour = seconds / 3600;
  time.minute = seconds / 60 % 60;
  time.second = seconds % 60;
  return time;
}

std::string digits(std::int64_t value, std::size_t count) {
  std::string out(count, '0');
  for (std::size_t i = count; i-- > 0; value /= 10) {
    out[i] = static_cast<char>('0' + value % 10);
  }
  return out;
}

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

/// XML text: markup escaped, characters that XML does not allow left out.
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded decoded = base::decode(text, at);
    at += decoded.size;
    const char32_t c = decoded.character;
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '\t' || c == '\n' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF)) {
      base::encode(c, out);
    }
  }
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

/// The schema of PDF/UA's own property, which PDF/A does not know and wants described (ISO 19005-2 §6.6.2.3).
constexpr std::string_view kUaSchema =
    "<rdf:Description rdf:about=\"\"\n xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>The part of ISO 14289 that the file keeps</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
    "</rdf:Description>\n";

void append_claims(std::string& out, Claims claims) {
  if (claims.ua) {
    out +=
        "<rdf:Description rdf:about=\"\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
        "<pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>\n";
  }
  if (claims.a) {
    out +=
        "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
        "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n</rdf:Description>\n";
  }
  if (claims.ua && claims.a) {
    out += kUaSchema;
  }
}

std::string full_title(const book::Metadata& metadata) {
  return metadata.subtitle.empty() ? metadata.title : metadata.title + " : " + metadata.subtitle;
}

}  // namespace

std::string pdf_date(std::int64_t timestamp) {
  const CivilTime time = civil_time(timestamp);
  return "D:" + digits(time.year, 4) + digits(time.month, 2) + digits(time.day, 2) + digits(time.hour, 2) +
         digits(time.minute, 2) + digits(time.second, 2) + "Z";
}

std::string xmp_date(std::int64_t timestamp) {
  const CivilTime time = civil_time(timestamp);
  return digits(time.year, 4) + "-" + digits(time.month, 2) + "-" + digits(time.day, 2) + "T" +
         digits(time.hour, 2) + ":" + digits(time.minute, 2) + ":" + digits(time.second, 2) + "Z";
}

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

std::string xmp_packet(const book::Metadata& metadata, std::optional<std::int64_t> timestamp, Claims claims) {
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
  append_simple(out, "dc:identifier", metadata.identifier);
  append_simple(out, "dc:format", "application/pdf");
  append_simple(out, "pdf:Producer", kProducer);
  append_simple(out, "pdf:Keywords", joined(metadata.subjects));
  append_simple(out, "xmp:CreatorTool", kProducer);
  if (timestamp) {
    append_simple(out, "xmp:CreateDate", xmp_date(*timestamp));
    append_simple(out, "xmp:ModifyDate", xmp_date(*timestamp));
    append_simple(out, "xmp:MetadataDate", xmp_date(*timestamp));
  }
  out += "</rdf:Description>\n";
  append_claims(out, claims);
  return out + "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

}  // namespace reliure::pdf
