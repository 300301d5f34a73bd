#include <set>

#include "judges/rules.h"

namespace reliure::judges {

namespace {

const std::set<std::string> kBlendModes = {"Normal",    "Compatible", "Multiply",   "Screen",    "Overlay",
                                           "Darken",    "Lighten",    "ColorDodge", "ColorBurn", "HardLight",
                                           "SoftLight", "Difference", "Exclusion",  "Hue",       "Saturation",
                                           "Color",     "Luminosity"};
const std::set<std::string> kIntents = {"RelativeColorimetric", "AbsoluteColorimetric", "Perceptual",
                                        "Saturation"};

class Graphics {
 public:
  Graphics(Document& document, Faults& faults) : document_(document), faults_(faults) {}

  void judge() {
    for (const Used& used : document_.content.used) {
      where_ = used.where;
      page_ = used.page;
      if (used.kind == Used::Kind::image) judge_image(used.object);
      if (used.kind == Used::Kind::inline_image) judge_inline_image(used.object);
      if (used.kind == Used::Kind::form) judge_form(used.object);
      if (used.kind == Used::Kind::graphics_state) judge_state(used.object);
      if (used.kind == Used::Kind::intent) judge_intent(used.object);
    }
    for (const QPDFObjGen page : transparent_) judge_transparent_page(page);
  }

 private:
  static bool is_true(QPDFObjectHandle value) { return value.isBool() && value.getBoolValue(); }

  void judge_image(QPDFObjectHandle image) {
    const std::string around = where_;
    where_ += ", image " + object_name(image);
    if (!entry(image, "/Alternates").isNull()) fault("PDF/A-2 6.2.8-1", "Alternates is forbidden");
    if (!entry(image, "/OPI").isNull()) fault("PDF/A-2 6.2.8-2", "OPI is forbidden");
    if (is_true(entry(image, "/Interpolate"))) fault("PDF/A-2 6.2.8-3", "Interpolate is true");
    judge_intent(entry(image, "/Intent"));
    judge_depth(image);
    QPDFObjectHandle mask = entry(image, "/SMask");
    if (mask.isStream() && name_at(mask, "/ColorSpace") != "DeviceGray") {
      fault("ISO 32000-1 11.6.5.3", "a soft mask whose colour space is not DeviceGray");
    }
    where_ = around;
    if (mask.isStream()) judge_image(mask);
  }

  /// What is there to read is what the dictionary says, where the filter leaves it plain.
  void judge_size(QPDFObjectHandle image) {
    if (name_at(image, "/Filter") != "FlateDecode") return;
    const std::string space = name_at(image, "/ColorSpace");
    const long long channels = space == "DeviceGray"   ? 1
                               : space == "DeviceRGB"  ? 3
                               : space == "DeviceCMYK" ? 4
                                                       : 0;
    QPDFObjectHandle width = entry(image, "/Width"), height = entry(image, "/Height"),
                     bits = entry(image, "/BitsPerComponent");
    if (channels == 0 || !width.isInteger() || !height.isInteger() || !bits.isInteger()) return;
    const long long row = (width.getIntValue() * channels * bits.getIntValue() + 7) / 8;
    if (static_cast<long long>(data_of(image).size()) != row * height.getIntValue()) {
      fault("ISO 32000-1 8.9.3", "its data are not those of its size");
    }
  }

  void judge_depth(QPDFObjectHandle image) {
    QPDFObjectHandle bits = entry(image, "/BitsPerComponent");
    const long long value = bits.isInteger() ? bits.getIntValue() : 0;
    const bool known = value == 1 || value == 2 || value == 4 || value == 8 || value == 16;
    const bool stencil = is_true(entry(image, "/ImageMask"));
    if (stencil ? !bits.isNull() && value != 1 : !known) {
      fault("PDF/A-2 6.2.8-4", "BitsPerComponent is " + bits.unparse());
    } else {
      judge_size(image);
    }
  }

  void judge_inline_image(QPDFObjectHandle image) {
    static const std::set<std::string> filters = {"ASCIIHexDecode",
                                                  "ASCII85Decode",
                                                  "FlateDecode",
                                                  "RunLengthDecode",
                                                  "CCITTFaxDecode",
                                                  "DCTDecode",
                                                  "AHx",
                                                  "A85",
                                                  "Fl",
                                                  "RL",
                                                  "CCF",
                                                  "DCT",
                                                  ""};
    if (is_true(entry(image, "/I")) || is_true(entry(image, "/Interpolate")))
      fault("PDF/A-2 6.2.8-3", "Interpolate is true");
    const std::string filter = name_at(image, "/F") + name_at(image, "/Filter");
    if (!filters.contains(filter)) fault("PDF/A-2 6.1.10-1", "an inline image with the filter " + filter);
  }

  void judge_form(QPDFObjectHandle form) {
    where_ += ", form " + object_name(form);
    if (!entry(form, "/OPI").isNull() || !entry(form, "/PS").isNull() || name_at(form, "/Subtype2") == "PS") {
      fault("PDF/A-2 6.2.9-1", "OPI or PostScript");
    }
    if (!entry(form, "/Ref").isNull()) fault("PDF/UA-1 7.20-1, PDF/A-2 6.2.9-2", "a reference XObject");
    if (!entry(form, "/BBox").isRectangle()) fault("ISO 32000-1 8.10.2", "no BBox");
  }

  void judge_state(QPDFObjectHandle state) {
    if (!entry(state, "/TR").isNull()) fault("PDF/A-2 6.2.5-1", "TR is forbidden");
    if (QPDFObjectHandle transfer = entry(state, "/TR2");
        !transfer.isNull() && name_at(state, "/TR2") != "Default") {
      fault("PDF/A-2 6.2.5-2", "TR2 is " + transfer.unparse());
    }
    if (!entry(state, "/HTP").isNull()) fault("PDF/A-2 6.2.5-3", "HTP is forbidden");
    judge_halftone(entry(state, "/HT"));
    judge_intent(entry(state, "/RI"));
    QPDFObjectHandle blend = entry(state, "/BM");
    if (blend.isName() ? !kBlendModes.contains(blend.getName().substr(1)) : !blend.isNull()) {
      fault("PDF/A-2 6.2.10-1", "the blend mode " + blend.unparse());
    }
    for (const char* key : {"/CA", "/ca"}) {
      QPDFObjectHandle alpha = entry(state, key);
      if (alpha.isNull()) continue;
      if (!alpha.isNumber() || alpha.getNumericValue() < 0 || alpha.getNumericValue() > 1) {
        fault("ISO 32000-1 11.6.4.4", std::string(key + 1) + " is " + alpha.unparse());
      } else if (alpha.getNumericValue() < 1) {
        transparent_.insert(page_);
      }
    }
    if (entry(state, "/SMask").isDictionary() || (blend.isName() && blend.getName() != "/Normal"))
      transparent_.insert(page_);
  }

  void judge_halftone(QPDFObjectHandle halftone) {
    if (halftone.isNull() || halftone.isName()) return;
    QPDFObjectHandle type = entry(halftone, "/HalftoneType");
    if (!type.isInteger() || (type.getIntValue() != 1 && type.getIntValue() != 5)) {
      fault("PDF/A-2 6.2.5-4", "a halftone of type " + type.unparse());
    }
    if (!entry(halftone, "/HalftoneName").isNull()) fault("PDF/A-2 6.2.5-5", "HalftoneName is forbidden");
  }

  void judge_intent(QPDFObjectHandle intent) {
    if (!intent.isNull() && !(intent.isName() && kIntents.contains(intent.getName().substr(1)))) {
      fault("PDF/A-2 6.2.6-1", "the rendering intent " + intent.unparse());
    }
  }

  void judge_transparent_page(QPDFObjGen id) {
    const bool has_intent = !document_.catalog.getKey("/OutputIntents").isNull();
    QPDFObjectHandle group = entry(document_.pdf.getObject(id), "/Group");
    if (!has_intent && entry(group, "/CS").isNull()) {
      faults_.add("PDF/A-2 6.2.10-2", page_name(document_, id),
                  "transparency without a colour space to blend in");
    }
  }

  void fault(const char* rule, std::string what) { faults_.add(rule, where_, std::move(what)); }

  Document& document_;
  Faults& faults_;
  std::set<QPDFObjGen> transparent_;
  std::string where_;
  QPDFObjGen page_;
};

}  // namespace

void judge_graphics(Document& document, Faults& faults) { Graphics(document, faults).judge(); }

}  // namespace reliure::judges
