#include <set>

#include "judges/profile.h"
#include "judges/rules.h"

namespace reliure::judges {

namespace {

class Colours {
 public:
  Colours(Document& document, Faults& faults) : document_(document), faults_(faults) {}

  void judge() {
    judge_intents();
    for (const Used& used : document_.content.used) judge_used(used);
    for (QPDFObjectHandle& page : document_.pages) {
      where_ = page_name(document_, page.getObjGen());
      judge_group(page, page.getKey("/Resources"));
    }
  }

 private:
  void judge_intents() {
    where_ = "OutputIntents";
    QPDFObjectHandle intents = document_.catalog.getKey("/OutputIntents");
    std::set<QPDFObjGen> profiles;
    for (QPDFObjectHandle intent :
         intents.isArray() ? intents.getArrayAsVector() : std::vector<QPDFObjectHandle>()) {
      if (intent.hasKey("/DestOutputProfileRef"))
        fault("PDF/A-2 6.2.3-3", "DestOutputProfileRef is forbidden");
      QPDFObjectHandle stream = intent.getKey("/DestOutputProfile");
      if (stream.isNull()) continue;
      profiles.insert(stream.getObjGen());
      judge_intent(intent, stream);
    }
    if (profiles.size() > 1) fault("PDF/A-2 6.2.3-2", "intents with several profiles");
    if (intent_.empty()) fault("reliure output-intent", "no intent GTS_PDFA1 with a profile");
  }

  void judge_intent(QPDFObjectHandle intent, QPDFObjectHandle stream) {
    const Profile profile = read_profile(stream);
    const bool fit = (profile.device_class == "mntr" || profile.device_class == "prtr") &&
                     profile.major < 5 &&
                     (profile.space == "RGB " || profile.space == "CMYK" || profile.space == "GRAY");
    if (!profile.broken.empty() || !fit) {
      fault("PDF/A-2 6.2.3-1",
            "DestOutputProfile: " + (profile.broken.empty()
                                         ? "class " + profile.device_class + ", space " + profile.space
                                         : profile.broken));
    }
    if (name_at(intent, "/S") == "GTS_PDFA1") intent_ = profile.space;
    if (!entry(intent, "/OutputConditionIdentifier").isString()) {
      fault("ISO 32000-1 14.11.5", "no OutputConditionIdentifier");
    }
  }

  void judge_used(const Used& used) {
    where_ = used.where;
    switch (used.kind) {
      case Used::Kind::colour_space:
        judge_space(used.object, used.resources);
        break;
      case Used::Kind::shading:
        judge_space(entry(used.object, "/ColorSpace"), used.resources);
        break;
      case Used::Kind::pattern:
        judge_space(entry(entry(used.object, "/Shading"), "/ColorSpace"), used.resources);
        break;
      case Used::Kind::image:
      case Used::Kind::inline_image:
        judge_image(used.object, used.resources);
        break;
      case Used::Kind::form:
        judge_group(used.object, used.resources);
        break;
      default:
        break;
    }
  }

  void judge_image(QPDFObjectHandle image, QPDFObjectHandle resources) {
    QPDFObjectHandle space = entry(image, "/ColorSpace");
    if (space.isNull()) space = entry(image, "/CS");
    judge_space(space, resources);
    // A soft mask is a grey picture, too; its colour space says only how it is coded.
  }

  void judge_group(QPDFObjectHandle of, QPDFObjectHandle resources) {
    QPDFObjectHandle group = entry(of, "/Group");
    if (name_at(group, "/S") == "Transparency") judge_space(entry(group, "/CS"), resources);
  }

  void judge_space(QPDFObjectHandle space, QPDFObjectHandle resources, int depth = 0) {
    if (space.isNull() || depth > 10) return;
    if (space.isName()) {
      judge_name(space.getName(), resources, depth);
      return;
    }
    if (!space.isArray() || space.getArrayNItems() == 0 || !space.getArrayItem(0).isName()) {
      fault("ISO 32000-1 8.6.3", "no colour space: " + space.unparse());
      return;
    }
    const std::string family = space.getArrayItem(0).getName();
    if (family == "/ICCBased") judge_profile(space.getArrayItem(1));
    if (family == "/Indexed" || family == "/I" || family == "/Pattern")
      judge_space(space.getArrayItem(1), resources, depth + 1);
    if (family == "/Separation" || family == "/DeviceN")
      judge_space(space.getArrayItem(2), resources, depth + 1);
    if (family == "/DeviceN") judge_colourants(space);
    if (space.getArrayNItems() == 1) judge_name(family, resources, depth);
  }

  void judge_name(const std::string& name, QPDFObjectHandle resources, int depth) {
    const bool grey = name == "/DeviceGray" || name == "/G";
    const bool rgb = name == "/DeviceRGB" || name == "/RGB";
    const bool cmyk = name == "/DeviceCMYK" || name == "/CMYK";
    if (!grey && !rgb && !cmyk) {
      if (name != "/Pattern") judge_space(entry(entry(resources, "/ColorSpace"), name), resources, depth + 1);
      return;
    }
    const char* stand_in = grey ? "/DefaultGray" : rgb ? "/DefaultRGB" : "/DefaultCMYK";
    if (QPDFObjectHandle other = entry(entry(resources, "/ColorSpace"), stand_in); !other.isNull()) {
      judge_space(other, resources, depth + 1);
      return;
    }
    if (rgb && intent_ != "RGB ") fault("PDF/A-2 6.2.4.3-2", "DeviceRGB without an output intent of RGB");
    if (cmyk && intent_ != "CMYK") fault("PDF/A-2 6.2.4.3-3", "DeviceCMYK without an output intent of CMYK");
    if (grey && intent_.empty()) fault("PDF/A-2 6.2.4.3-4", "DeviceGray without an output intent");
  }

  void judge_profile(QPDFObjectHandle stream) {
    if (!judged_.insert(stream.getObjGen()).second) return;
    const Profile profile = read_profile(stream);
    const bool fit = profile.major < 5 && (profile.device_class == "mntr" || profile.device_class == "prtr" ||
                                           profile.device_class == "scnr" || profile.device_class == "spac");
    if (!profile.broken.empty() || !fit) {
      fault("PDF/A-2 6.2.4.2-1",
            "ICCBased, " + object_name(stream) + ": " +
                (profile.broken.empty() ? "class " + profile.device_class : profile.broken));
    }
  }

  void judge_colourants(QPDFObjectHandle space) {
    QPDFObjectHandle names = space.getArrayItem(1);
    if (names.isArray() && names.getArrayNItems() > 32)
      fault("PDF/A-2 6.1.13-9", "DeviceN of more than 32 colourants");
  }

  void fault(const char* rule, std::string what) { faults_.add(rule, where_, std::move(what)); }

  Document& document_;
  Faults& faults_;
  /// The space of the archive's output intent; empty without one.
  std::string intent_;
  std::set<QPDFObjGen> judged_;
  std::string where_;
};

}  // namespace

void judge_colours(Document& document, Faults& faults) { Colours(document, faults).judge(); }

}  // namespace reliure::judges
