#include "epub/package.h"

#include <algorithm>

#include "base/calendar.h"
#include "base/language.h"
#include "base/uuid.h"
#include "epub/escape.h"
#include "epub/words.h"

namespace reliure::epub {
namespace {

using book::Metadata;

/// Appends `<name attributes>text</name>`, unless there is no text.
void append_element(std::string& out, std::string_view name, std::string_view attributes,
                    std::string_view text) {
  if (is_blank(text)) return;
  out += '<';
  out += name;
  out += attributes;
  out += '>';
  append_text(out, trimmed(text));
  out += "</";
  out += name;
  out += ">\n";
}

void append_refinement(std::string& out, std::string_view id, std::string_view property,
                       std::string_view rest, std::string_view value) {
  out += "<meta refines=\"#";
  out += id;
  out += "\" property=\"";
  out += property;
  out += '"';
  out += rest;
  out += '>';
  append_text(out, value);
  out += "</meta>\n";
}

void append_titles(std::string& out, const Metadata& metadata, const std::string& identifier) {
  append_element(out, "dc:title", " id=\"title\"", is_blank(metadata.title) ? identifier : metadata.title);
  append_refinement(out, "title", "title-type", "", "main");
  if (is_blank(metadata.subtitle)) return;
  append_element(out, "dc:title", " id=\"subtitle\"", metadata.subtitle);
  append_refinement(out, "subtitle", "title-type", "", "subtitle");
}

/// A MARC relator code is three letters; without one the person is the author.
std::string_view role_of(const book::Author& author) {
  const bool code = author.role.size() == 3 &&
                    std::ranges::all_of(author.role, [](char c) { return c >= 'a' && c <= 'z'; });
  return code ? std::string_view(author.role) : "aut";
}

void append_creators(std::string& out, const Metadata& metadata) {
  std::size_t number = 0;
  for (const book::Author& author : metadata.authors) {
    if (is_blank(author.name)) continue;
    const std::string id = "creator-" + std::to_string(++number);
    append_element(out, "dc:creator", " id=\"" + id + '"', author.name);
    append_refinement(out, id, "role", " scheme=\"marc:relators\"", role_of(author));
  }
}

/// EPUB 3.3 §D.3.2. A book may be in a series of a series: each is written by itself.
void append_series(std::string& out, const Metadata& metadata) {
  std::size_t number = 0;
  for (const book::Series& series : metadata.series) {
    const std::string id = "series-" + std::to_string(++number);
    append_element(out, "meta", " property=\"belongs-to-collection\" id=\"" + id + '"', series.title);
    append_refinement(out, id, "collection-type", "", "series");
    if (!series.position.empty()) append_refinement(out, id, "group-position", "", series.position);
  }
}

/// The book's own, then those that whole chapters are in.
void append_languages(std::string& out, const Plan& plan) {
  const std::string& own = plan.manuscript->metadata.language;
  std::vector<std::string_view> languages{base::is_language_tag(own) ? std::string_view(own) : "en"};
  for (const Document& document : plan.documents) {
    const bool known = std::ranges::find(languages, document.language) != languages.end();
    if (!known) languages.push_back(document.language);
  }
  for (const std::string_view language : languages) append_element(out, "dc:language", "", language);
}

/// The printed edition is another publication than the e-book: it needs a name of its own.
void append_page_source(std::string& out, const Plan& plan, const std::string& named,
                        const std::string& identifier) {
  if (plan.breaks.empty()) return;
  const std::string source =
      named.empty() || named == identifier ? base::uuid_urn(identifier + ":print") : named;
  append_element(out, "meta", " property=\"pageBreakSource\"", source);
}

/// The claim, and who stands for it (EPUB Accessibility 1.1 §2.3).
void append_claim(std::string& out, const access::Statement& statement) {
  if (statement.conforms_to.empty()) return;
  const book::Certification& certification = statement.certification;
  append_element(out, "meta", " property=\"dcterms:conformsTo\" id=\"conformance\"", statement.conforms_to);
  append_element(out, "meta", " property=\"a11y:certifiedBy\" refines=\"#conformance\" id=\"certifier\"",
                 certification.by);
  append_element(out, "meta", " property=\"a11y:certifierCredential\" refines=\"#certifier\"",
                 certification.credential);
  if (is_blank(certification.report)) return;
  out += "<link rel=\"a11y:certifierReport\" refines=\"#certifier\"";
  append_attribute(out, "href", certification.report);
  out += "/>\n";
}

void append_access(std::string& out, const access::Statement& statement) {
  const auto append = [&out](std::string_view property, const std::vector<std::string_view>& values) {
    for (const std::string_view value : values) {
      append_element(out, "meta", " property=\"schema:" + std::string(property) + '"', value);
    }
  };
  append("accessMode", statement.modes);
  append("accessModeSufficient", statement.sufficient_modes);
  append("accessibilityFeature", statement.features);
  append("accessibilityHazard", statement.hazards);
  std::string attributes = " property=\"schema:accessibilitySummary\"";
  append_attribute(attributes, "xml:lang", statement.summary_language);
  append_element(out, "meta", attributes, statement.summary);
  append_claim(out, statement);
}

void append_metadata(std::string& out, const Plan& plan, const Options& options) {
  const Metadata& metadata = plan.manuscript->metadata;
  const std::string identifier = identifier_of(metadata, options);
  out += "<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n";
  append_element(out, "dc:identifier", " id=\"identifier\"", identifier);
  append_titles(out, metadata, identifier);
  append_languages(out, plan);
  append_creators(out, metadata);
  append_element(out, "dc:publisher", "", metadata.publisher);
  if (base::is_w3c_date(metadata.date)) append_element(out, "dc:date", "", metadata.date);
  append_element(out, "dc:rights", "", metadata.rights);
  append_element(out, "dc:description", "", metadata.description);
  for (const std::string& subject : metadata.subjects) append_element(out, "dc:subject", "", subject);
  append_series(out, metadata);
  append_element(out, "meta", " property=\"dcterms:modified\"",
                 base::iso_8601(base::date_time(options.timestamp)));
  append_access(out, options.statement);
  append_page_source(out, plan, options.page_source, identifier);
  out += "</metadata>\n";
}

void append_manifest(std::string& out, std::span<const Item> items) {
  out += "<manifest>\n";
  for (const Item& item : items) {
    out += "<item";
    append_attribute(out, "id", item.id);
    append_attribute(out, "href", item.file);
    append_attribute(out, "media-type", item.media_type);
    if (!item.properties.empty()) append_attribute(out, "properties", item.properties);
    out += "/>\n";
  }
  out += "</manifest>\n";
}

void append_spine(std::string& out, std::span<const Item> items, std::string_view language) {
  out += "<spine toc=\"ncx\"";
  if (is_right_to_left(language)) out += " page-progression-direction=\"rtl\"";
  out += ">\n";
  for (const Item& item : items) {
    if (!item.in_spine) continue;
    out += "<itemref";
    append_attribute(out, "idref", item.id);
    out += "/>\n";
  }
  out += "</spine>\n";
}

}  // namespace

std::string identifier_of(const Metadata& metadata, const Options& options) {
  if (!is_blank(options.identifier)) return std::string(trimmed(options.identifier));
  if (!is_blank(metadata.identifier)) return std::string(trimmed(metadata.identifier));
  std::string name = metadata.title + '\n' + metadata.subtitle;
  for (const book::Author& author : metadata.authors) name += '\n' + author.name;
  return base::uuid_urn(name);
}

std::string package_document(const Plan& plan, std::span<const Item> items, const Options& options) {
  const std::string_view language = plan.manuscript->metadata.language;
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"identifier\"";
  append_attribute(out, "xml:lang", base::is_language_tag(language) ? language : "en");
  out += ">\n";
  append_metadata(out, plan, options);
  append_manifest(out, items);
  append_spine(out, items, language);
  out += "</package>\n";
  return out;
}

}  // namespace reliure::epub
