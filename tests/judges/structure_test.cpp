// Ways to break the structure tree.
#include "judges/specimen.h"

namespace reliure::judges {
namespace {

using Object = QPDFObjectHandle;

const Break kTypes[] = {
    {"type_unknown", "PDF/UA-1 7.1-5, PDF/A-2 6.7.3.4-1",
     [](Specimen& s) { s.retag(s.element("Quote"), "Citation"); }},
    {"role_map_in_a_circle", "PDF/UA-1 7.1-6, PDF/A-2 6.7.3.4-2",
     [](Specimen& s) { s.root().replaceKey("/RoleMap", s.parse("<</One /Two /Two /One>>")); }},
    {"standard_type_mapped", "PDF/UA-1 7.1-7, PDF/A-2 6.7.3.4-3",
     [](Specimen& s) { s.root().replaceKey("/RoleMap", s.parse("<</Quote /Span>>")); }},
    {"element_without_parent", "PDF/UA-1 7.1-12", [](Specimen& s) { s.element("Quote").removeKey("/P"); }},
    {"element_with_another_parent", "ISO 32000-1 14.7.2",
     [](Specimen& s) { s.element("Quote").replaceKey("/P", s.element("Document")); }},
    {"element_of_two_parents", "ISO 32000-1 14.7.2",
     [](Specimen& s) { s.element("Document").getKey("/K").appendItem(s.element("Table")); }},
    {"element_of_another_dictionary_type", "ISO 32000-1 14.7.2",
     [](Specimen& s) { s.element("Quote").replaceKey("/Type", Object::newName("/Font")); }},
    {"kid_that_is_none", "ISO 32000-1 14.7.2",
     [](Specimen& s) { s.element("Document").getKey("/K").appendItem(Object::newName("/Nothing")); }},
    {"actual_text_empty", "reliure empty-text",
     [](Specimen& s) { s.element("Quote").replaceKey("/ActualText", Object::newString("")); }},
    {"element_without_content", "reliure empty-element",
     [](Specimen& s) {
       Object empty = s.pdf().makeIndirectObject(s.parse("<</Type /StructElem /S /P>>"));
       empty.replaceKey("/P", s.element("Document"));
       s.element("Document").getKey("/K").appendItem(empty);
     }},
    {"language_of_none", "PDF/UA-1 7.2-29, PDF/A-2 6.7.4-1",
     [](Specimen& s) { s.element("Quote").replaceKey("/Lang", Object::newString("en_GB")); }},
    {"language_of_none_in_a_mark", "PDF/UA-1 7.2-29, PDF/A-2 6.7.4-1",
     [](Specimen& s) { s.append("/Span <</Lang (x_y)>>BDC EMC"); }},
    {"figure_without_alt", "PDF/UA-1 7.3-1", [](Specimen& s) { s.element("Figure").removeKey("/Alt"); }},
    {"figure_with_empty_alt", "PDF/UA-1 7.3-1",
     [](Specimen& s) { s.element("Figure").replaceKey("/Alt", Object::newString("")); }},
    {"formula_without_alt", "PDF/UA-1 7.7-1",
     [](Specimen& s) {
       s.retag(s.element("Figure"), "Formula");
       s.element("Formula").removeKey("/Alt");
     }},
    {"figure_without_box", "reliure figure-without-box",
     [](Specimen& s) { s.element("Figure").removeKey("/A"); }},
    {"note_without_id",
     "PDF/UA-1 7.9-1",
     [](Specimen& s) { s.element("Note").removeKey("/ID"); },
     {"ISO 32000-1 14.7.2"}},
    {"notes_with_one_id",
     "PDF/UA-1 7.9-2",
     [](Specimen& s) { s.element("Note", 1).replaceKey("/ID", s.element("Note").getKey("/ID")); },
     {"ISO 32000-1 14.7.2"}},
    {"ids_without_tree", "ISO 32000-1 14.7.2", [](Specimen& s) { s.root().removeKey("/IDTree"); }},
};
INSTANTIATE_TEST_SUITE_P(Types, Rules, testing::ValuesIn(kTypes), name_of);

const Break kHeadings[] = {
    {"first_heading_is_second_level", "PDF/UA-1 7.4.2-1",
     [](Specimen& s) { s.retag(s.element("H1"), "H2"); }},
    {"level_skipped", "PDF/UA-1 7.4.2-1", [](Specimen& s) { s.retag(s.element("H2", 1), "H4"); }},
    {"numbered_and_not", "PDF/UA-1 7.4.4-2", [](Specimen& s) { s.retag(s.element("H3"), "H"); }},
    {"two_unnumbered_in_one",
     "PDF/UA-1 7.4.4-1",
     [](Specimen& s) {
       s.retag(s.element("H2"), "H");
       s.retag(s.element("H2"), "H");
     },
     {"PDF/UA-1 7.4.4-2", "PDF/UA-1 7.4.2-1"}},
};
INSTANTIATE_TEST_SUITE_P(Headings, Rules, testing::ValuesIn(kHeadings), name_of);

const Break kLists[] = {
    {"item_outside_of_list", "PDF/UA-1 7.2-17", [](Specimen& s) { s.retag(s.element("L"), "Sect"); }},
    {"body_outside_of_item", "PDF/UA-1 7.2-18", [](Specimen& s) { s.retag(s.element("Quote"), "LBody"); }},
    {"list_of_paragraphs",
     "PDF/UA-1 7.2-19",
     [](Specimen& s) { s.retag(s.element("LI"), "P"); },
     {"PDF/UA-1 7.2-18"}},
    {"item_of_spans", "PDF/UA-1 7.2-20", [](Specimen& s) { s.retag(s.element("Lbl"), "Span"); }},
    {"caption_within_list",
     "PDF/UA-1 7.2-40",
     [](Specimen& s) { s.retag(s.element("LI", 1), "Caption"); },
     {"PDF/UA-1 7.2-18"}},
    {"item_without_body", "reliure item-without-body",
     [](Specimen& s) { s.retag(s.element("LBody"), "Lbl"); }},
    {"marks_in_item",
     "reliure marks-in-list",
     [](Specimen& s) { s.lift(s.element("Lbl")); },
     {"reliure tag-of-mark"}},
    {"entry_outside_of_contents", "PDF/UA-1 7.2-26", [](Specimen& s) { s.retag(s.element("TOC"), "Sect"); }},
    {"contents_of_paragraphs", "PDF/UA-1 7.2-27", [](Specimen& s) { s.retag(s.element("TOCI"), "P"); }},
    {"caption_within_contents", "PDF/UA-1 7.2-28",
     [](Specimen& s) { s.retag(s.element("TOCI", 4), "Caption"); }},
    {"entry_without_reference",
     "reliure entry-without-reference",
     [](Specimen& s) {
       s.lift(s.element("Link"));
       s.lift(s.element("Reference"));
     },
     {"PDF/UA-1 7.18.5-1", "reliure tag-of-mark"}},
    {"entry_of_a_list", "ISO 32000-1 14.8.4.2",
     [](Specimen& s) { s.retag(s.element("Reference"), "Quote"); }},
};
INSTANTIATE_TEST_SUITE_P(Lists, Rules, testing::ValuesIn(kLists), name_of);

const Break kParents[] = {
    {"key_without_entry", "ISO 32000-1 14.7.4.4",
     [](Specimen& s) { s.page_with("/Annots").replaceKey("/StructParents", Object::newInteger(9999)); }},
    {"annotation_without_key", "ISO 32000-1 14.7.4.4",
     [](Specimen& s) { s.link().removeKey("/StructParent"); }},
    {"next_key_too_small", "ISO 32000-1 14.7.4.4",
     [](Specimen& s) { s.root().replaceKey("/ParentTreeNextKey", Object::newInteger(0)); }},
    {"mark_of_no_element", "PDF/UA-1 7.1-3", [](Specimen& s) { s.append("/P <</MCID 998>>BDC EMC"); }},
    {"mark_that_is_not_there", "ISO 32000-1 14.7.4.4",
     [](Specimen& s) {
       Object kids = Object::newArray({s.element("Quote").getKey("/K"), Object::newInteger(998)});
       if (s.element("Quote").getKey("/K").isArray()) {
         kids = s.element("Quote").getKey("/K");
         kids.appendItem(Object::newInteger(998));
       }
       s.element("Quote").replaceKey("/K", kids);
     }},
    {"mark_twice", "ISO 32000-1 14.7.4.4", [](Specimen& s) { s.append("/P <</MCID 0>>BDC EMC"); }},
    {"mark_of_another_tag", "reliure tag-of-mark",
     [](Specimen& s) { s.element("Quote").replaceKey("/S", Object::newName("/Code")); }},
};
INSTANTIATE_TEST_SUITE_P(Parents, Rules, testing::ValuesIn(kParents), name_of);

}  // namespace
}  // namespace reliure::judges
