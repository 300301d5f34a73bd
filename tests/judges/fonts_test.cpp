// Ways to break fonts.
#include "judges/specimen.h"

namespace reliure::judges {
namespace {

using Object = QPDFObjectHandle;

/// All glyphs become one.
std::function<void(Specimen&)> map_to(unsigned char high, unsigned char low) {
  return [=](Specimen& s) {
    std::string map;
    for (int i = 0; i < 400; ++i) map += {static_cast<char>(high), static_cast<char>(low)};
    s.descendant().replaceKey("/CIDToGIDMap", s.pdf().makeIndirectObject(s.stream("<<>>", map)));
  };
}

/// What one code of the font means.
std::function<void(Specimen&)> mean(const std::string& hex) {
  return [=](Specimen& s) {
    s.edit_stream(s.font().getKey("/ToUnicode"), [&](std::string& text) {
      replace(text, "endcmap", "1 beginbfchar\n<0001><" + hex + ">\nendbfchar\nendcmap");
    });
  };
}

const Break kFonts[] = {
    {"not_embedded", "PDF/UA-1 7.21.4.1-1, PDF/A-2 6.2.11.4.1-1",
     [](Specimen& s) { s.descriptor().removeKey("/FontFile2"); }},
    {"not_readable", "PDF/A-2 6.2.11.2-1",
     [](Specimen& s) {
       s.edit_stream(s.descriptor().getKey("/FontFile2"), [](std::string& data) { data = "no font"; });
     }},
    {"no_glyph_map",
     "PDF/UA-1 7.21.3.2-1, PDF/A-2 6.2.11.3.2-1",
     [](Specimen& s) {
       // Its codes are its glyphs, so that nothing else changes.
       s.descendant().replaceKey("/CIDToGIDMap", Object::newNull());
     },
     {}},
    {"system_incomplete", "PDF/UA-1 7.21.3.1-1, PDF/A-2 6.2.11.3.1-1",
     [](Specimen& s) { s.descendant().getKey("/CIDSystemInfo").removeKey("/Ordering"); }},
    {"encoding_unknown", "PDF/UA-1 7.21.3.3-1, PDF/A-2 6.2.11.3.3-1",
     [](Specimen& s) { s.font().replaceKey("/Encoding", Object::newName("/Custom-H")); }},
    {"widths_differ", "PDF/UA-1 7.21.5-1, PDF/A-2 6.2.11.5-1",
     [](Specimen& s) { s.descendant().replaceKey("/W", s.parse("[0 400 1234]")); }},
    {"no_glyph", "PDF/UA-1 7.21.8-1, PDF/A-2 6.2.11.8-1", map_to(0, 0)},
    {"glyph_missing", "PDF/UA-1 7.21.4.1-2, PDF/A-2 6.2.11.4.1-2", map_to(0xFF, 0xF0)},
    {"glyph_set_incomplete", "PDF/UA-1 7.21.4.2-2, PDF/A-2 6.2.11.4.2-2",
     [](Specimen& s) {
       s.descriptor().replaceKey("/CIDSet", s.pdf().makeIndirectObject(s.stream("<<>>", "x")));
     }},
    {"no_meaning", "PDF/UA-1 7.21.7-1, PDF/A-2 6.2.11.7.2-1",
     [](Specimen& s) { s.font().removeKey("/ToUnicode"); }},
    {"means_nothing", "PDF/UA-1 7.21.7-2, PDF/A-2 6.2.11.7.2-2", mean("0000")},
    {"means_an_order_of_bytes", "PDF/UA-1 7.21.7-2, PDF/A-2 6.2.11.7.2-2", mean("0041FEFF")},
    {"means_something_private", "PDF/A-2 6.2.11.7.3-1", mean("E001")},
    {"means_something_private_far_away", "PDF/A-2 6.2.11.7.3-1", mean("DB80DC00")},
    {"means_half_a_character", "ISO 32000-1 9.10.3", mean("D800")},
    {"means_something_unknown", "reliure unknown-character", mean("FFFD")},
    {"meanings_not_ended", "ISO 32000-1 9.10.3",
     [](Specimen& s) {
       s.edit_stream(s.font().getKey("/ToUnicode"),
                     [](std::string& text) { replace(text, "endcmap", "end"); });
     }},
    {"another_type", "PDF/A-2 6.2.11.2-1",
     [](Specimen& s) { s.font().replaceKey("/Type", Object::newName("/Fount")); }},
    {"another_subtype", "PDF/A-2 6.2.11.2-2",
     [](Specimen& s) { s.descendant().replaceKey("/Subtype", Object::newName("/CIDFontType9")); }},
    {"no_subset", "reliure subset-name",
     [](Specimen& s) {
       for (Object each : {s.font(), s.descendant()}) each.replaceKey("/BaseFont", Object::newName("/Plain"));
       s.descriptor().replaceKey("/FontName", Object::newName("/Plain"));
     }},
    {"no_name",
     "PDF/A-2 6.2.11.2-3",
     [](Specimen& s) {
       s.font().removeKey("/BaseFont");
       s.descendant().removeKey("/BaseFont");
       s.descriptor().removeKey("/FontName");
     },
     {"reliure subset-name"}},
    {"letters_that_draw_nothing", "reliure blank-glyph",
     // All codes mean a letter; the glyph of the space draws none.
     [](Specimen& s) {
       s.edit_stream(s.font().getKey("/ToUnicode"), [](std::string& text) {
         replace(text, "endcmap", "1 beginbfrange\n<0000><00FF><0041>\nendbfrange\nendcmap");
       });
     }},
    {"two_names", "ISO 32000-1 9.8.1",
     [](Specimen& s) { s.descriptor().replaceKey("/FontName", Object::newName("/ABCDEF+Other")); }},
    {"simple_font",
     "reliure composite-fonts",
     [](Specimen& s) {
       s.font().replaceKey("/FontDescriptor", s.descriptor());
       s.font().removeKey("/DescendantFonts");
       s.font().replaceKey("/Subtype", Object::newName("/TrueType"));
     },
     {"PDF/UA-1 7.21.7-1, PDF/A-2 6.2.11.7.2-1"}},
};
INSTANTIATE_TEST_SUITE_P(Fonts, Rules, testing::ValuesIn(kFonts), name_of);

}  // namespace
}  // namespace reliure::judges
