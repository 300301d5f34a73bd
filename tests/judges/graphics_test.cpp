// Ways to break colours, images, states of graphics.
#include "judges/specimen.h"

namespace reliure::judges {
namespace {

using Object = QPDFObjectHandle;

std::function<void(Specimen&)> put_image(const std::string& key, const std::string& value) {
  return [=](Specimen& s) { s.object_with("/Subtype", "Image").getDict().replaceKey(key, s.parse(value)); };
}

std::function<void(Specimen&)> put_form(const std::string& key, const std::string& value) {
  return [=](Specimen& s) { s.object_with("/Subtype", "Form").getDict().replaceKey(key, s.parse(value)); };
}

std::function<void(Specimen&)> use_state(const std::string& state) {
  return [=](Specimen& s) {
    s.add_resource("/ExtGState", "/Used", s.parse(state));
    s.append("q /Used gs Q");
  };
}

std::function<void(Specimen&)> edit_profile(std::size_t at, const std::string& bytes) {
  return [=](Specimen& s) {
    s.edit_stream(s.profile(), [&](std::string& data) { data.replace(at, bytes.size(), bytes); });
  };
}

Object intent(Specimen& s) { return s.catalog().getKey("/OutputIntents").getArrayItem(0); }

const Break kColours[] = {
    {"no_intent",
     "reliure output-intent",
     [](Specimen& s) { s.catalog().removeKey("/OutputIntents"); },
     {"PDF/A-2 6.2.4.3-2", "PDF/A-2 6.2.4.3-4"}},
    {"transparency_without_space",
     "PDF/A-2 6.2.10-2",
     [](Specimen& s) {
       s.catalog().removeKey("/OutputIntents");
       for (Object page : s.pdf().getAllPages()) page.removeKey("/Group");
     },
     {"PDF/A-2 6.2.4.3-2", "PDF/A-2 6.2.4.3-4", "reliure output-intent"}},
    {"profile_of_nothing",
     "PDF/A-2 6.2.3-1",
     edit_profile(36, "xxxx"),
     {"reliure output-intent", "PDF/A-2 6.2.4.3-2", "PDF/A-2 6.2.4.3-4"}},
    {"profile_of_a_scanner", "PDF/A-2 6.2.3-1", edit_profile(12, "scnr")},
    {"profile_of_the_future", "PDF/A-2 6.2.3-1", edit_profile(8, "\x05")},
    {"profile_of_another_size", "PDF/A-2 6.2.3-1", edit_profile(0, "\x01")},
    {"profile_of_other_components", "PDF/A-2 6.2.3-1",
     [](Specimen& s) { s.profile().getDict().replaceKey("/N", Object::newInteger(4)); }},
    {"intent_of_a_printer",
     "reliure output-intent",
     [](Specimen& s) { intent(s).replaceKey("/S", Object::newName("/GTS_PDFX")); },
     {"PDF/A-2 6.2.4.3-2", "PDF/A-2 6.2.4.3-4"}},
    {"two_profiles", "PDF/A-2 6.2.3-2",
     [](Specimen& s) {
       Object other = intent(s).shallowCopy();
       other.replaceKey("/DestOutputProfile", s.profile().copyStream());
       s.catalog().getKey("/OutputIntents").appendItem(other);
     }},
    {"profile_elsewhere", "PDF/A-2 6.2.3-3",
     [](Specimen& s) { intent(s).replaceKey("/DestOutputProfileRef", s.parse("<<>>")); }},
    {"intent_without_name", "ISO 32000-1 14.11.5",
     [](Specimen& s) { intent(s).removeKey("/OutputConditionIdentifier"); }},
    {"space_that_is_none", "ISO 32000-1 8.6.3",
     [](Specimen& s) {
       s.add_resource("/ColorSpace", "/None", s.parse("[1 2]"));
       s.append("q /None cs Q");
     }},
    {"too_many_colourants", "PDF/A-2 6.1.13-9",
     [](Specimen& s) {
       std::string names;
       for (int i = 0; i < 33; ++i) names += " /Ink" + std::to_string(i);
       s.add_resource("/ColorSpace", "/Inks",
                      s.parse("[/DeviceN [" + names + "] /DeviceRGB <</FunctionType 4>>]"));
       s.append("q /Inks cs Q");
     }},
    {"inks", "PDF/A-2 6.2.4.3-3", [](Specimen& s) { s.append("q 0 0 0 1 k Q"); }},
    {"inks_by_name", "PDF/A-2 6.2.4.3-3", [](Specimen& s) { s.append("q /DeviceCMYK cs Q"); }},
    {"inks_in_an_index", "PDF/A-2 6.2.4.3-3",
     [](Specimen& s) {
       s.add_resource("/ColorSpace", "/Index", s.parse("[/Indexed /DeviceCMYK 0 <00000000>]"));
       s.append("q /Index cs Q");
     }},
    {"inks_in_a_group", "PDF/A-2 6.2.4.3-3",
     [](Specimen& s) { s.page(0).replaceKey("/Group", s.parse("<</S /Transparency /CS /DeviceCMYK>>")); }},
    {"inks_in_a_picture", "PDF/A-2 6.2.4.3-3",
     [](Specimen& s) { s.append("/Artifact BMC BI /W 1 /H 1 /BPC 8 /CS /CMYK ID xxxx EI EMC"); }},
    {"space_of_no_profile", "PDF/A-2 6.2.4.2-1",
     [](Specimen& s) {
       Object space = s.parse("[/ICCBased]");
       space.appendItem(s.pdf().makeIndirectObject(s.stream("<</N 3>>", "no profile")));
       s.add_resource("/ColorSpace", "/Profile", space);
       s.append("q /Profile cs Q");
     }},
};
INSTANTIATE_TEST_SUITE_P(Colours, Rules, testing::ValuesIn(kColours), name_of);

const Break kGraphics[] = {
    {"image_with_alternates", "PDF/A-2 6.2.8-1", put_image("/Alternates", "[]")},
    {"image_elsewhere", "PDF/A-2 6.2.8-2", put_image("/OPI", "<<>>")},
    {"image_interpolated", "PDF/A-2 6.2.8-3", put_image("/Interpolate", "true")},
    {"image_of_another_depth", "PDF/A-2 6.2.8-4", put_image("/BitsPerComponent", "3")},
    {"image_of_another_size", "ISO 32000-1 8.9.3", put_image("/Height", "5")},
    {"image_with_a_mask_of_colours", "ISO 32000-1 11.6.5.3",
     [](Specimen& s) {
       Object image = s.object_with("/Subtype", "Image");
       Object mask = s.stream(
           "<</Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceRGB>>",
           "abc");
       image.getDict().replaceKey("/SMask", mask);
     }},
    {"image_with_an_intent", "PDF/A-2 6.2.6-1", put_image("/Intent", "/Beauty")},
    {"inline_image_interpolated", "PDF/A-2 6.2.8-3",
     [](Specimen& s) { s.append("/Artifact BMC BI /W 1 /H 1 /BPC 8 /CS /G /I true ID x EI EMC"); }},
    {"inline_image_filtered", "PDF/A-2 6.1.10-1",
     [](Specimen& s) { s.append("/Artifact BMC BI /W 1 /H 1 /BPC 8 /CS /G /F /LZW ID x EI EMC"); }},
    {"form_of_postscript", "PDF/A-2 6.2.9-1", put_form("/Subtype2", "/PS")},
    {"form_elsewhere", "PDF/UA-1 7.20-1, PDF/A-2 6.2.9-2", put_form("/Ref", "<<>>")},
    {"form_without_box", "ISO 32000-1 8.10.2", put_form("/BBox", "null")},
    {"transfer", "PDF/A-2 6.2.5-1", use_state("<</TR /Identity>>")},
    {"transfer_of_another_kind", "PDF/A-2 6.2.5-2", use_state("<</TR2 /Identity>>")},
    {"phase_of_halftone", "PDF/A-2 6.2.5-3", use_state("<</HTP [0 0]>>")},
    {"halftone_of_another_type", "PDF/A-2 6.2.5-4", use_state("<</HT <</HalftoneType 6>>>>")},
    {"halftone_with_name", "PDF/A-2 6.2.5-5", use_state("<</HT <</HalftoneType 1 /HalftoneName (x)>>>>")},
    {"blending_of_another_mode", "PDF/A-2 6.2.10-1", use_state("<</BM /Glow>>")},
    {"opacity_beyond_one", "ISO 32000-1 11.6.4.4", use_state("<</ca 2>>")},
    {"intent_in_a_state", "PDF/A-2 6.2.6-1", use_state("<</RI /Beauty>>")},
    {"intent_in_content", "PDF/A-2 6.2.6-1", [](Specimen& s) { s.append("/Beauty ri"); }},
};
INSTANTIATE_TEST_SUITE_P(Graphics, Rules, testing::ValuesIn(kGraphics), name_of);

}  // namespace
}  // namespace reliure::judges
