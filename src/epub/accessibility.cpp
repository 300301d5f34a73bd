#include "epub/accessibility.h"

#include <algorithm>

#include "epub/escape.h"
#include "epub/words.h"

namespace reliure::epub {
namespace {

void append_property(std::string& out, std::string_view property, std::string_view value) {
  out += "<meta property=\"schema:";
  out += property;
  out += "\">";
  out += value;
  out += "</meta>\n";
}

}  // namespace

Accessibility accessibility_of(const Plan& plan) {
  const book::Manuscript& manuscript = *plan.manuscript;
  Accessibility found;
  for (std::uint32_t i = 0; i < manuscript.nodes.size(); ++i) {
    const NodeId id{i};
    const Kind kind = manuscript[id].kind;
    if (!plan.has(id, kKept)) continue;
    found.has_headings = found.has_headings || (book::heading_level(kind) > 0 && plan.has(id, kHasText));
    if (kind != Kind::img) continue;
    const auto alternative = manuscript.attribute(id, "alt");
    const bool decorative = alternative && is_blank(*alternative);
    found.has_pictures = found.has_pictures || !decorative;
    found.all_pictures_described = found.all_pictures_described && alternative.has_value();
  }
  found.has_page_list = !plan.breaks.empty();
  found.may_flash = std::ranges::any_of(plan.pictures, &PictureFile::animated);
  return found;
}

void append_accessibility(std::string& out, const Accessibility& accessibility, std::string_view language) {
  const Accessibility& a = accessibility;
  const bool text_suffices = !a.has_pictures || a.all_pictures_described;
  append_property(out, "accessMode", "textual");
  if (a.has_pictures) append_property(out, "accessMode", "visual");
  if (a.has_pictures) append_property(out, "accessModeSufficient", "textual,visual");
  if (text_suffices) append_property(out, "accessModeSufficient", "textual");
  if (a.has_headings) append_property(out, "accessibilityFeature", "structuralNavigation");
  for (const std::string_view always : {"tableOfContents", "readingOrder", "displayTransformability"}) {
    append_property(out, "accessibilityFeature", always);
  }
  if (a.has_pictures && a.all_pictures_described)
    append_property(out, "accessibilityFeature", "alternativeText");
  if (a.has_page_list) {
    append_property(out, "accessibilityFeature", "pageNavigation");
    append_property(out, "accessibilityFeature", "pageBreakMarkers");
  }
  append_property(out, "accessibilityHazard", a.may_flash ? "unknown" : "none");
  const Words& words = words_of(language);
  out += "<meta property=\"schema:accessibilitySummary\"";
  append_attribute(out, "xml:lang", words.language);
  out += '>';
  out += words.summary_structure;
  if (a.has_page_list) out += std::string(" ") + std::string(words.summary_pages);
  out += ' ';
  out += !a.has_pictures            ? words.summary_no_pictures
         : a.all_pictures_described ? words.summary_all_described
                                    : words.summary_not_all_described;
  out += "</meta>\n";
}

}  // namespace reliure::epub
