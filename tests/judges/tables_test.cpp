// Ways to break a table: a caption, three columns, a head of one row and a body of three, with spans.
#include <algorithm>

#include "judges/specimen.h"

namespace reliure::judges {
namespace {

using Object = QPDFObjectHandle;

/// What the table holds, in another order.
void reorder(Specimen& s, const std::vector<std::size_t>& order) {
  Object table = s.element("Table");
  const std::vector<Object> kids = table.getKey("/K").getArrayAsVector();
  std::vector<Object> moved;
  for (const std::size_t at : order) moved.push_back(kids.at(at));
  table.replaceKey("/K", Object::newArray(moved));
}

void scope_nothing(Specimen& s) {
  // The heads of columns speak of their row, those of rows of their column, and one says nothing.
  for (std::size_t i = 0; i < 3; ++i) s.set_attribute(s.element("TH", i), "/Scope", "/Row");
  for (std::size_t i = 3; i < 6; ++i) s.set_attribute(s.element("TH", i), "/Scope", "/Column");
  s.element("TH", 1).getKey("/A").removeKey("/Scope");
  s.element("TH", 1).getKey("/A").replaceKey("/Scope", Object::newNull());
  s.set_attribute(s.element("TH", 0), "/Scope", "/Row");
}

const Break kTables[] = {
    {"paragraph_in_table", "PDF/UA-1 7.2-3",
     [](Specimen& s) { s.retag(s.element("Table").getKey("/K").getArrayItem(0), "P"); }},
    {"row_outside_of_table",
     "PDF/UA-1 7.2-4",
     [](Specimen& s) { s.retag(s.element("TBody"), "Sect"); },
     {"PDF/UA-1 7.2-3", "PDF/UA-1 7.2-14"}},
    {"head_outside_of_table",
     "PDF/UA-1 7.2-5",
     [](Specimen& s) { s.retag(s.element("Table"), "Sect"); },
     {"PDF/UA-1 7.2-6"}},
    {"body_outside_of_table",
     "PDF/UA-1 7.2-6",
     [](Specimen& s) { s.retag(s.element("Table"), "Sect"); },
     {"PDF/UA-1 7.2-5"}},
    {"foot_outside_of_table",
     "PDF/UA-1 7.2-7",
     [](Specimen& s) {
       s.retag(s.element("TBody"), "TFoot");
       s.retag(s.element("Table"), "Sect");
     },
     {"PDF/UA-1 7.2-5"}},
    {"header_outside_of_row",
     "PDF/UA-1 7.2-8",
     [](Specimen& s) { s.retag(s.element("TR"), "P"); },
     {"PDF/UA-1 7.2-36"}},
    {"cell_outside_of_row",
     "PDF/UA-1 7.2-9",
     [](Specimen& s) { s.retag(s.element("TR", 1), "P"); },
     {"PDF/UA-1 7.2-8", "PDF/UA-1 7.2-37"}},
    {"paragraph_in_row",
     "PDF/UA-1 7.2-10",
     [](Specimen& s) { s.retag(s.element("TD", 2), "P"); },
     {"PDF/UA-1 7.2-43"}},
    {"two_heads",
     "PDF/UA-1 7.2-11",
     [](Specimen& s) { s.retag(s.element("TBody"), "THead"); },
     {"PDF/UA-1 7.2-14"}},
    {"two_feet",
     "PDF/UA-1 7.2-12",
     [](Specimen& s) {
       s.retag(s.element("TBody"), "TFoot");
       s.retag(s.element("THead"), "TFoot");
     },
     {"PDF/UA-1 7.2-13"}},
    {"foot_without_body",
     "PDF/UA-1 7.2-13",
     [](Specimen& s) { s.retag(s.element("TBody"), "TFoot"); },
     {"PDF/UA-1 7.2-14"}},
    {"head_without_body",
     "PDF/UA-1 7.2-14",
     [](Specimen& s) {
       reorder(s, {0, 1});
     },
     {"PDF/UA-1 7.1-3"}},
    {"cells_overlap", "PDF/UA-1 7.2-15",
     [](Specimen& s) { s.set_attribute(s.element("TH", 5), "/ColSpan", "2"); }},
    {"caption_in_the_middle", "PDF/UA-1 7.2-16",
     [](Specimen& s) {
       reorder(s, {1, 0, 2});
     }},
    {"head_after_body", "ISO 32000-1 14.8.4.3.4",
     [](Specimen& s) {
       reorder(s, {0, 2, 1});
     }},
    {"foot_of_paragraphs",
     "PDF/UA-1 7.2-38",
     [](Specimen& s) {
       s.retag(s.element("TBody"), "TFoot");
       s.retag(s.element("TR", 1), "P");
     },
     {"PDF/UA-1 7.2-8", "PDF/UA-1 7.2-9", "PDF/UA-1 7.2-13", "PDF/UA-1 7.2-14"}},
    {"two_captions",
     "PDF/UA-1 7.2-39",
     [](Specimen& s) { s.retag(s.element("TBody"), "Caption"); },
     {"PDF/UA-1 7.2-4", "PDF/UA-1 7.2-14"}},
    {"rows_beyond_the_body", "PDF/UA-1 7.2-41",
     [](Specimen& s) { s.set_attribute(s.element("TH", 5), "/RowSpan", "5"); }},
    {"rows_beyond_the_head", "PDF/UA-1 7.2-41",
     [](Specimen& s) { s.set_attribute(s.element("TH", 0), "/RowSpan", "2"); }},
    {"too_many_columns", "PDF/UA-1 7.2-42",
     [](Specimen& s) { s.set_attribute(s.element("TD", 0), "/ColSpan", "9"); }},
    {"too_few_columns", "PDF/UA-1 7.2-43", [](Specimen& s) { s.element("TD", 0).removeKey("/A"); }},
    {"span_of_none", "ISO 32000-1 14.8.5.7",
     [](Specimen& s) { s.set_attribute(s.element("TD", 1), "/ColSpan", "0"); }},
    {"header_that_leads_to_nothing", "PDF/UA-1 7.5-1", scope_nothing},
    {"headers_unknown", "PDF/UA-1 7.5-2",
     [](Specimen& s) { s.set_attribute(s.element("TD", 1), "/Headers", "[(nowhere)]"); }},
    {"marks_in_row",
     "reliure marks-in-table",
     [](Specimen& s) { s.lift(s.element("TD", 2)); },
     {"PDF/UA-1 7.2-43", "reliure tag-of-mark"}},
};
INSTANTIATE_TEST_SUITE_P(Tables, Rules, testing::ValuesIn(kTables), name_of);

}  // namespace
}  // namespace reliure::judges
