#include "access/onix.h"

#include "base/calendar.h"
#include "base/xml.h"

namespace reliure::access {
namespace {

void append_element(std::string& out, std::string_view name, std::string_view text) {
  if (text.empty()) return;
  out.append("<").append(name).append(">");
  base::append_text(out, text);
  out.append("</").append(name).append(">\n");
}

/// A feature of the product's form. Lists 79 (`type`) and, by type, 143 or 196 (`value`).
void append_feature(std::string& out, std::string_view type, std::string_view value,
                    std::string_view description = {}) {
  out += "<ProductFormFeature>\n";
  append_element(out, "ProductFormFeatureType", type);
  append_element(out, "ProductFormFeatureValue", value);
  append_element(out, "ProductFormFeatureDescription", description);
  out += "</ProductFormFeature>\n";
}

constexpr std::string_view kAccessibility = "09", kHazard = "12";

/// What list 196 calls a feature of schema.org's.
struct Detail {
  std::string_view feature;
  std::string_view code;
};

/// In the order of the codes.
constexpr Detail kDetails[] = {
    {"tableOfContents", "11"},      {"index", "12"},  {"readingOrder", "13"},
    {"alternativeText", "14"},      {"MathML", "17"}, {"pageNavigation", "19"},
    {"structuralNavigation", "29"}, {"ARIA", "30"},   {"displayTransformability", "36"},
};

void append_hazards(std::string& out, const Statement& statement) {
  for (const std::string_view hazard : statement.hazards) {
    if (hazard != "none") continue;
    // No flashes, no sounds, no simulated motion.
    for (const std::string_view code : {"14", "16", "18"}) append_feature(out, kHazard, code);
  }
}

void append_conformance(std::string& out, const Product& product) {
  const Statement& statement = product.statement;
  if (product.claims_pdf_ua) append_feature(out, kAccessibility, "05");
  if (statement.conforms_to.empty()) return;
  const book::Certification& certification = statement.certification;
  append_feature(out, kAccessibility, "04", certification.report);
  append_feature(out, kAccessibility, "82");
  append_feature(out, kAccessibility, "85");
  append_feature(out, kAccessibility, "93", certification.by);
  if (!certification.report.empty()) append_feature(out, kAccessibility, "94", certification.report);
}

void append_accessibility(std::string& out, const Product& product) {
  const Statement& statement = product.statement;
  append_feature(out, kAccessibility, "00", statement.summary);
  append_conformance(out, product);
  append_feature(out, kAccessibility, "10");
  for (const Detail& detail : kDetails) {
    if (statement.has(detail.feature)) append_feature(out, kAccessibility, detail.code);
  }
  append_feature(out, kAccessibility, "22");
  const bool text_suffices = statement.sufficient_modes.back() == "textual";
  if (text_suffices && statement.is_faultless) append_feature(out, kAccessibility, "52");
  append_hazards(out, statement);
}

void append_identifier(std::string& out, std::string_view identifier) {
  constexpr std::string_view kIsbn = "urn:isbn:";
  const bool isbn = identifier.starts_with(kIsbn);
  out += "<ProductIdentifier>\n";
  // List 5: ISBN of 13 digits, or a name of the sender's own.
  append_element(out, "ProductIDType", isbn ? "15" : "01");
  if (!isbn) append_element(out, "IDTypeName", "URI");
  append_element(out, "IDValue", isbn ? identifier.substr(kIsbn.size()) : identifier);
  out += "</ProductIdentifier>\n";
}

void append_title(std::string& out, const book::Metadata& metadata) {
  out +=
      "<TitleDetail>\n<TitleType>01</TitleType>\n<TitleElement>\n<TitleElementLevel>01</TitleElementLevel>\n";
  append_element(out, "TitleText", metadata.title);
  append_element(out, "Subtitle", metadata.subtitle);
  out += "</TitleElement>\n</TitleDetail>\n";
}

void append_product(std::string& out, const book::Metadata& metadata, const Product& product) {
  out += "<Product>\n";
  append_element(out, "RecordReference", product.reference);
  out += "<NotificationType>03</NotificationType>\n";
  append_identifier(out, product.identifier);
  // Lists 2, 150 and 175: one item, a file to download, EPUB or PDF.
  out += "<DescriptiveDetail>\n<ProductComposition>00</ProductComposition>\n<ProductForm>ED</ProductForm>\n";
  append_element(out, "ProductFormDetail", product.statement.form == Form::pdf ? "E107" : "E101");
  append_accessibility(out, product);
  append_title(out, metadata);
  out += "</DescriptiveDetail>\n</Product>\n";
}

}  // namespace

std::string onix_message(const book::Metadata& metadata, std::span<const Product> products,
                         std::int64_t timestamp) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<ONIXMessage xmlns=\"http://ns.editeur.org/onix/3.0/reference\" release=\"3.0\">\n"
      "<Header>\n<Sender>\n";
  append_element(out, "SenderName", metadata.publisher.empty() ? metadata.title : metadata.publisher);
  out += "</Sender>\n";
  append_element(out, "SentDateTime", base::compact(base::date_time(timestamp)).substr(0, 8));
  out += "</Header>\n";
  for (const Product& product : products) append_product(out, metadata, product);
  return out + "</ONIXMessage>\n";
}

}  // namespace reliure::access
