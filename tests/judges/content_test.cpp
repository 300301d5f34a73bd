// Ways to break content: marks, pairs, operators, resources.
#include "judges/specimen.h"

namespace reliure::judges {
namespace {

using Object = QPDFObjectHandle;

std::string many(int count, const std::string& text) {
  std::string out;
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

/// A form that holds marks of its own, painted twice.
void paint_marks_twice(Specimen& s) {
  s.add_resource(
      "/XObject", "/Marked",
      s.stream("<</Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <<>>>>", "/P <</MCID 0>>BDC EMC"));
  s.append("/Marked Do /Marked Do");
}

/// A form in which something is painted.
void paint_form(Specimen& s, const std::string& content) {
  s.add_resource("/XObject", "/Painted",
                 s.stream("<</Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <<>>>>", content));
  s.append("/Painted Do");
}

const Break kContent[] = {
    {"path_without_mark", "PDF/UA-1 7.1-3", [](Specimen& s) { s.append("0 0 9 9 re f"); }},
    {"inline_image_without_mark", "PDF/UA-1 7.1-3",
     [](Specimen& s) { s.append("BI /W 1 /H 1 /BPC 8 /CS /G ID x EI"); }},
    {"path_in_form_without_mark", "PDF/UA-1 7.1-3", [](Specimen& s) { paint_form(s, "0 0 9 9 re S"); }},
    {"text_without_mark", "PDF/UA-1 7.1-3",
     [](Specimen& s) { s.edit_content("/Artifact <</", "/Layer <</"); }},
    {"artifact_in_mark", "PDF/UA-1 7.1-1",
     [](Specimen& s) { s.edit_content("<</MCID 0>>BDC\n", "<</MCID 0>>BDC\n/Artifact BMC EMC\n"); }},
    {"mark_in_artifact", "PDF/UA-1 7.1-2",
     [](Specimen& s) {
       s.edit_stream(s.page_with("/Annots").getKey("/Contents"),
                     [](std::string& text) { text = "/Artifact BMC\n" + text + "\nEMC"; });
     }},
    {"mark_in_mark",
     "ISO 32000-1 14.7.4.2",
     [](Specimen& s) { s.edit_content("<</MCID 0>>BDC\n", "<</MCID 0>>BDC\n/P <</MCID 0>>BDC EMC\n"); },
     {"ISO 32000-1 14.7.4.4"}},
    {"artifact_with_number", "ISO 32000-1 14.8.2.2",
     [](Specimen& s) { s.append("/Artifact <</MCID 997>>BDC EMC"); }},
    {"sequence_not_ended", "ISO 32000-1 14.6", [](Specimen& s) { s.append("/Artifact BMC"); }},
    {"sequence_not_begun", "ISO 32000-1 14.6", [](Specimen& s) { s.append("EMC"); }},
    {"sequence_out_of_text", "ISO 32000-1 14.6", [](Specimen& s) { s.append("BT /Artifact BMC ET EMC"); }},
    {"sequence_into_text", "ISO 32000-1 14.6", [](Specimen& s) { s.append("/Artifact BMC BT EMC ET"); }},
    {"state_not_restored", "ISO 32000-1 8.4.2", [](Specimen& s) { s.append("q"); }},
    {"state_not_saved", "ISO 32000-1 8.4.2", [](Specimen& s) { s.append("Q"); }},
    {"state_saved_in_text", "ISO 32000-1 8.4.2", [](Specimen& s) { s.append("BT q Q ET"); }},
    {"states_too_deep", "PDF/A-2 6.1.13-8", [](Specimen& s) { s.append(many(29, "q ") + many(29, "Q ")); }},
    {"states_too_deep_through_form", "PDF/A-2 6.1.13-8",
     [](Specimen& s) {
       s.add_resource("/XObject", "/Deep",
                      s.stream("<</Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <<>>>>",
                               many(15, "q ") + many(15, "Q ")));
       s.append(many(15, "q ") + "/Deep Do " + many(15, "Q "));
     }},
    {"text_not_ended", "ISO 32000-1 9.4.1", [](Specimen& s) { s.append("BT"); }},
    {"text_outside_of_text_object", "ISO 32000-1 9.4.3",
     [](Specimen& s) { s.edit_content("\nET\n", "\nET [<0001>] TJ\n"); }},
    {"text_without_font", "ISO 32000-1 9.3.1",
     [](Specimen& s) { paint_form(s, "/Artifact BMC BT (x) Tj ET EMC"); }},
    {"half_a_code", "ISO 32000-1 9.7.6.2", [](Specimen& s) { s.edit_content("\nET\n", "\n[<00>]TJ\nET\n"); }},
    {"operands_missing", "ISO 32000-1 7.8.2", [](Specimen& s) { s.append("9 9 re n"); }},
    {"operator_unknown", "PDF/A-2 6.2.2-1", [](Specimen& s) { s.append("BX shine EX"); }},
    {"resource_missing", "PDF/A-2 6.2.2-2", [](Specimen& s) { s.append("/Nowhere gs"); }},
    {"mark_with_empty_text", "reliure empty-text", [](Specimen& s) { s.append("/Span <</Alt ()>>BDC EMC"); }},
    {"marked_form_twice", "PDF/UA-1 7.20-2", paint_marks_twice, {"PDF/UA-1 7.1-3"}},
    {"postscript_object", "PDF/A-2 6.2.9-3",
     [](Specimen& s) {
       s.add_resource("/XObject", "/Script", s.stream("<</Type /XObject /Subtype /PS>>", "showpage"));
       s.append("/Artifact BMC /Script Do EMC");
     }},
};
INSTANTIATE_TEST_SUITE_P(Content, Rules, testing::ValuesIn(kContent), name_of);

const Break kAnnotations[] = {
    {"tabs_by_rows", "PDF/UA-1 7.18.3-1",
     [](Specimen& s) { s.page_with("/Annots").replaceKey("/Tabs", Object::newName("/R")); }},
    {"link_without_contents", "PDF/UA-1 7.18.5-2", [](Specimen& s) { s.link().removeKey("/Contents"); }},
    {"link_outside_of_link", "PDF/UA-1 7.18.5-1", [](Specimen& s) { s.retag(s.element("Link"), "Span"); }},
    {"link_without_annotation", "reliure link-without-annotation",
     [](Specimen& s) { s.retag(s.element("Quote"), "Link"); }},
    {"link_on_no_page",
     "ISO 32000-1 14.7.4.3",
     [](Specimen& s) { s.page_with("/Annots").getKey("/Annots").eraseItem(0); },
     {"ISO 32000-1 14.7.4.4"}},
    {"link_to_nothing", "ISO 32000-1 12.5.6.5",
     [](Specimen& s) {
       s.link().removeKey("/A");
       s.link().removeKey("/Dest");
     }},
    {"annotation_without_flags", "PDF/A-2 6.3.2-1", [](Specimen& s) { s.link().removeKey("/F"); }},
    {"annotation_not_printed", "PDF/A-2 6.3.2-2",
     [](Specimen& s) { s.link().replaceKey("/F", Object::newInteger(0)); }},
    {"annotation_hidden", "PDF/A-2 6.3.2-2",
     [](Specimen& s) { s.link().replaceKey("/F", Object::newInteger(6)); }},
    {"annotation_without_place", "ISO 32000-1 12.5.2", [](Specimen& s) { s.link().removeKey("/Rect"); }},
    {"annotation_of_a_film",
     "PDF/UA-1 7.18.2-1, PDF/A-2 6.3.1-1",
     [](Specimen& s) { s.link().replaceKey("/Subtype", Object::newName("/Movie")); },
     {"PDF/UA-1 7.18.1-1", "PDF/A-2 6.3.3-1", "reliure only-links"}},
    {"annotation_of_a_field",
     "PDF/UA-1 7.18.4-1",
     [](Specimen& s) { s.link().replaceKey("/Subtype", Object::newName("/Widget")); },
     {"PDF/A-2 6.3.3-1", "reliure only-links"}},
    {"annotation_with_more_actions", "PDF/A-2 6.4.1-1",
     [](Specimen& s) { s.link().replaceKey("/AA", s.parse("<<>>")); }},
    {"action_of_a_script", "PDF/A-2 6.5.1-1",
     [](Specimen& s) { s.link().replaceKey("/A", s.parse("<</S /JavaScript /JS (1)>>")); }},
    {"action_by_another_name", "PDF/A-2 6.5.1-2",
     [](Specimen& s) { s.catalog().replaceKey("/OpenAction", s.parse("<</S /Named /N /Print>>")); }},
    {"bookmark_without_title", "ISO 32000-1 12.3.3",
     [](Specimen& s) {
       s.catalog().getKey("/Outlines").getKey("/First").replaceKey("/Title", Object::newString(""));
     }},
};
INSTANTIATE_TEST_SUITE_P(Annotations, Rules, testing::ValuesIn(kAnnotations), name_of);

}  // namespace
}  // namespace reliure::judges
