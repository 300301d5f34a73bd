// Ways to break the file itself: its header, its end, its objects and their sizes.
#include "judges/specimen.h"

namespace reliure::judges {
namespace {

using Object = QPDFObjectHandle;

std::function<void(Specimen&)> bytes(const std::string& from, const std::string& to) {
  return [=](Specimen& s) { s.edit_bytes([=](std::string& text) { replace(text, from, to); }); };
}

/// An entry of the catalog that nobody reads.
std::function<void(Specimen&)> put(const std::string& value) {
  return [=](Specimen& s) { s.catalog().replaceKey("/Extra", s.parse(value)); };
}

const Break kSyntax[] = {
    {"version", "PDF/UA-1 6.1-1, PDF/A-2 6.1.2-1", bytes("%PDF-1.7", "%PDF-1.8")},
    {"no_comment", "PDF/A-2 6.1.2-2", bytes("\n%\xBF\xF7", "\n%ab")},
    {"more_after_the_end", "PDF/A-2 6.1.3-3",
     [](Specimen& s) { s.edit_bytes([](std::string& text) { text += "more\n"; }); }},
    {"object_not_on_its_line", "PDF/A-2 6.1.9-1", bytes(" 0 obj\n", " 0 obj ")},
    {"stream_not_on_its_line", "PDF/A-2 6.1.7.1-2", bytes("\nstream\n", "\nstream\r"), {"ISO 32000-1 7"}},
    {"stream_longer_than_it_says", "PDF/A-2 6.1.7.1-1", bytes("\nendstream\n", " endstream\n")},
    {"stream_elsewhere", "PDF/A-2 6.1.7.1-3",
     [](Specimen& s) { s.profile().getDict().replaceKey("/F", Object::newString("elsewhere")); }},
    {"filter_of_patents", "PDF/A-2 6.1.7.2-1",
     [](Specimen& s) {
       Object stream = s.stream("<<>>", "");
       stream.replaceStreamData(std::string("\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01"),
                                Object::newName("/LZWDecode"), Object::newNull());
       s.catalog().replaceKey("/Extra", stream);
     }},
    {"integer_too_large", "PDF/A-2 6.1.13-1", put("3000000000")},
    {"number_too_large", "PDF/A-2 6.1.13-2",
     [](Specimen& s) { s.append("q 1 0 0 1 0 " + std::string(40, '9') + ".5 cm Q"); }},
    {"number_too_small", "PDF/A-2 6.1.13-5",
     [](Specimen& s) { s.append("q 1 0 0 1 0 0." + std::string(40, '0') + "1 cm Q"); }},
    {"string_too_long", "PDF/A-2 6.1.13-3", put("(" + std::string(32768, 'x') + ")")},
    {"name_too_long", "PDF/A-2 6.1.13-4", put("/" + std::string(128, 'x'))},
    {"page_too_large", "PDF/A-2 6.1.13-11",
     [](Specimen& s) { s.page(0).replaceKey("/MediaBox", s.parse("[0 0 20000 600]")); }},
    {"page_too_small", "PDF/A-2 6.1.13-11",
     [](Specimen& s) { s.page(0).replaceKey("/ArtBox", s.parse("[0 0 2 600]")); }},
    {"digits_odd", "PDF/A-2 6.1.6-1", [](Specimen& s) { s.edit_content("\nET\n", "\n[<001>]TJ\nET\n"); }},
    {"digits_that_are_none",
     "PDF/A-2 6.1.6-2",
     [](Specimen& s) { s.edit_content("\nET\n", "\n[<0x10>]TJ\nET\n"); },
     {"ISO 32000-1 7"}},
};
INSTANTIATE_TEST_SUITE_P(Syntax, Rules, testing::ValuesIn(kSyntax), name_of);

}  // namespace
}  // namespace reliure::judges
