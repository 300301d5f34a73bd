#include <algorithm>

#include "access/access.h"
#include "access/words.h"
#include "base/xml.h"

namespace reliure::access {
namespace {

constexpr std::string_view kStandard = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA";

void add_modes(const Content& content, Statement& statement) {
  statement.modes.push_back("textual");
  if (content.has_pictures) {
    statement.modes.push_back("visual");
    statement.sufficient_modes.push_back("textual,visual");
  }
  if (!content.has_pictures || content.describes_all_pictures)
    statement.sufficient_modes.push_back("textual");
}

void add_features(const Content& content, const Making& making, std::vector<std::string_view>& features) {
  const auto add = [&features](bool is_there, std::string_view feature) {
    if (is_there) features.push_back(feature);
  };
  const bool ebook = making.form == Form::ebook;
  add(content.has_headings, "structuralNavigation");
  add(true, "tableOfContents");
  add(true, "readingOrder");
  add(ebook, "displayTransformability");
  add(ebook, "ARIA");
  add(!ebook, "taggedPDF");
  add(content.has_pictures && content.describes_all_pictures, "alternativeText");
  add(content.describes_at_length && ebook, "longDescription");
  add(content.has_index, "index");
  add(content.has_formulas && ebook, "MathML");
  add(content.has_ruby, "rubyAnnotations");
  add(making.has_page_list, "pageNavigation");
  add(making.has_page_list, "pageBreakMarkers");
}

std::string summary_of(const Content& content, const Making& making, const Words& words) {
  std::string summary(words.structure);
  const auto add = [&summary](std::string_view sentence) { summary.append(" ").append(sentence); };
  if (making.has_page_list) add(words.pages);
  add(!content.has_pictures            ? words.no_pictures
      : content.describes_all_pictures ? words.all_described
                                       : words.not_all_described);
  add(making.is_faultless ? words.no_fault : words.faults);
  return summary;
}

/// Who stands for the claim, or nobody.
std::string certifier_of(const book::Metadata& metadata) {
  if (!base::is_blank(metadata.certification.by)) return metadata.certification.by;
  if (!base::is_blank(metadata.publisher)) return metadata.publisher;
  std::string names;
  for (const book::Author& author : metadata.authors) {
    if (base::is_blank(author.name)) continue;
    names += names.empty() ? "" : ", ";
    names += author.name;
  }
  return names;
}

}  // namespace

bool Statement::has(std::string_view feature) const {
  return std::ranges::find(features, feature) != features.end();
}

Statement state(const Content& content, const Making& making, const book::Metadata& metadata) {
  Statement statement;
  statement.form = making.form;
  statement.is_faultless = making.is_faultless;
  add_modes(content, statement);
  add_features(content, making, statement.features);
  statement.hazards.push_back(making.may_flash ? "unknown" : "none");
  const Words& words = words_of(metadata.language);
  statement.summary = summary_of(content, making, words);
  statement.summary_language = words.language;
  statement.certification = metadata.certification;
  statement.certification.by = certifier_of(metadata);
  const bool claims = making.form == Form::ebook && making.is_faultless && metadata.certification.claims &&
                      !statement.certification.by.empty();
  if (claims) statement.conforms_to = kStandard;
  return statement;
}

bool stands_against_claim(base::Code code) {
  using base::Code;
  switch (code) {
    case Code::source_no_language:
    case Code::content_skipped_heading:
    case Code::content_empty_link:
    case Code::content_missing_alt:
    case Code::content_no_header_cells:
    case Code::content_link_text:
    case Code::content_bad_language:
    case Code::style_low_contrast:
      return true;
    default:
      return false;
  }
}

}  // namespace reliure::access
