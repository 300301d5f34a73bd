#include "judges/content_walk.h"

#include <set>
#include <tuple>

#include "judges/objects.h"
#include "judges/operators.h"

namespace reliure::judges {

namespace {

/// Whether content stands in the structure, and how.
enum class Standing {
  none,
  artifact,
  tagged,
  /// Cells of patterns and masks: their content counts as that of what uses them.
  exempt
};

struct Sequence {
  Standing standing = Standing::none;
  bool replaced = false;
  int mcid = -1;
};

struct TextState {
  QPDFObjectHandle font = QPDFObjectHandle::newNull();
  int mode = 0;
};

/// Of a content stream: where it is and what it was entered with.
struct Place {
  QPDFObjectHandle resources;
  QPDFObjGen page;
  QPDFObjGen stream;
  std::string where;
  Sequence outer;
  std::size_t depth = 0;
};

/// What one walk over all pages keeps.
struct Walk {
  Content& content;
  Faults& faults;
  std::set<std::tuple<QPDFObjGen, Standing, bool, std::size_t>> entered;
  std::set<std::pair<int, std::string>> used;
  std::map<QPDFObjGen, std::size_t> forms_with_marks;
};

void walk_stream(Walk& walk, const Place& place, QPDFObjectHandle stream);

constexpr std::size_t kDeepestGraphicsState = 28;
constexpr std::size_t kDeepestForm = 50;

class Stream : public QPDFObjectHandle::ParserCallbacks {
 public:
  Stream(Walk& walk, const Place& place) : walk_(walk), place_(place) { states_.emplace_back(); }

  void handleObject(QPDFObjectHandle object) override {
    if (!object.isOperator()) {
      operands_.push_back(object);
      return;
    }
    run(object.getOperatorValue());
    operands_.clear();
  }

  void handleEOF() override {
    if (!sequences_.empty()) fault("ISO 32000-1 14.6", "BMC or BDC without EMC");
    if (states_.size() > 1) fault("ISO 32000-1 8.4.2", "q without Q");
    if (in_text_) fault("ISO 32000-1 9.4.1", "BT without ET");
  }

 private:
  void run(const std::string& name) {
    const Operator* known = find_operator(name);
    if (known == nullptr) {
      fault("PDF/A-2 6.2.2-1", "the operator `" + name + "` is not of ISO 32000-1");
      return;
    }
    if (known->operands >= 0 && static_cast<std::size_t>(known->operands) != operands_.size()) {
      fault("ISO 32000-1 7.8.2", "`" + name + "` with " + std::to_string(operands_.size()) + " operands");
      return;
    }
    if (known->does != Does::nothing && !is_form(name) && standing() == Standing::none) {
      fault("PDF/UA-1 7.1-3", "`" + name + "` is neither in an artifact nor in a mark of the structure");
    }
    run_marks(name);
    run_state(name);
    run_colours(name);
    if (known->does == Does::shows_text) show();
    if (name == "Do") paint_object();
    if (name == "ID") image_ = operands_;
    if (name == "EI") use(Used::Kind::inline_image, inline_image());
    if (name == "sh") use(Used::Kind::shading, resource("/Shading"));
  }

  void run_marks(const std::string& name) {
    if (name == "BMC" || name == "BDC") begin_sequence();
    if (name == "EMC") {
      if (sequences_.size() <= sequences_at_text_) {
        fault("ISO 32000-1 14.6",
              in_text_ ? "EMC in a text object for a sequence around it" : "EMC without BMC or BDC");
      }
      if (!sequences_.empty()) sequences_.pop_back();
    }
    if (name == "BT") {
      if (in_text_) fault("ISO 32000-1 9.4.1", "BT in a text object");
      in_text_ = true;
      sequences_at_text_ = sequences_.size();
    }
    if (name == "ET") {
      if (!in_text_) fault("ISO 32000-1 9.4.1", "ET without BT");
      if (in_text_ && sequences_.size() > sequences_at_text_) {
        fault("ISO 32000-1 14.6", "a sequence begins in a text object and ends after it");
      }
      in_text_ = false;
      sequences_at_text_ = 0;
    }
  }

  void run_state(const std::string& name) {
    if (name == "q") {
      states_.push_back(states_.back());
      if (place_.depth + states_.size() - 1 > kDeepestGraphicsState) {
        fault("PDF/A-2 6.1.13-8", "q within " + std::to_string(kDeepestGraphicsState) + " q");
      }
    } else if (name == "Q") {
      if (states_.size() == 1) {
        fault("ISO 32000-1 8.4.2", "Q without q");
      } else {
        states_.pop_back();
      }
    } else if (name == "Tf") {
      states_.back().font = resource("/Font");
    } else if (name == "Tr") {
      states_.back().mode = operands_[0].isInteger() ? operands_[0].getIntValueAsInt() : 0;
    } else if (name == "gs") {
      use(Used::Kind::graphics_state, resource("/ExtGState"));
    } else if (name == "ri") {
      use(Used::Kind::intent, operands_[0]);
    }
    if ((name == "q" || name == "Q") && in_text_)
      fault("ISO 32000-1 8.4.2", "`" + name + "` in a text object");
  }

  void run_colours(const std::string& name) {
    if (name == "g" || name == "G") use_space("/DeviceGray");
    if (name == "rg" || name == "RG") use_space("/DeviceRGB");
    if (name == "k" || name == "K") use_space("/DeviceCMYK");
    if (name == "cs" || name == "CS") use_named_space();
    if ((name == "scn" || name == "SCN") && !operands_.empty() && operands_.back().isName()) {
      use_pattern(resource("/Pattern", operands_.back()));
    }
  }

  void begin_sequence() {
    Sequence sequence = innermost();
    const std::string tag = operands_[0].isName() ? operands_[0].getName().substr(1) : "";
    QPDFObjectHandle properties = operands_.size() > 1 ? operands_[1] : QPDFObjectHandle::newNull();
    if (properties.isName()) properties = resource("/Properties", properties);
    const QPDFObjectHandle mcid = entry(properties, "/MCID");
    if (tag == "Artifact") {
      if (sequence.standing == Standing::tagged) fault("PDF/UA-1 7.1-1", "an artifact in tagged content");
      if (sequence.standing != Standing::exempt) sequence.standing = Standing::artifact;
      if (entry(properties, "/MCID").isInteger()) fault("ISO 32000-1 14.8.2.2", "an artifact with an MCID");
    } else if (QPDFObjectHandle number = mcid; number.isInteger()) {
      if (sequence.standing == Standing::artifact) fault("PDF/UA-1 7.1-2", "tagged content in an artifact");
      if (sequence.mcid >= 0) {
        fault("ISO 32000-1 14.7.4.2",
              "MCID " + number.unparse() + " in MCID " + std::to_string(sequence.mcid));
      }
      sequence.standing = Standing::tagged;
      sequence.mcid = number.getIntValueAsInt();
      walk_.content.marks.push_back({place_.page, place_.stream, sequence.mcid, tag, place_.where});
      if (place_.stream.isIndirect()) ++walk_.forms_with_marks[place_.stream];
    }
    sequence.replaced = sequence.replaced || entry(properties, "/ActualText").isString();
    check_texts(tag, properties);
    sequences_.push_back(sequence);
  }

  void check_texts(const std::string& tag, QPDFObjectHandle properties) {
    if (QPDFObjectHandle language = entry(properties, "/Lang"); language.isString()) {
      walk_.content.languages.emplace(language.getUTF8Value(), place_.where);
    }
    for (const char* key : {"/Alt", "/E"}) {
      if (QPDFObjectHandle text = entry(properties, key); text.isString() && text.getUTF8Value().empty()) {
        fault("reliure empty-text", "the mark " + tag + " has an empty " + (key + 1));
      }
    }
  }

  void show() {
    QPDFObjectHandle font = states_.back().font;
    if (!in_text_) fault("ISO 32000-1 9.4.3", "text is shown outside of a text object");
    if (!font.isDictionary()) {
      fault("ISO 32000-1 9.3.1", "text is shown without a font");
      return;
    }
    ShownFont& shown = walk_.content.fonts[font.getObjGen()];
    shown.font = font;
    const bool wide = name_at(font, "/Subtype") == "Type0";
    QPDFObjectHandle& last = operands_.back();
    if (last.isString()) {
      show_codes(shown, last.getStringValue(), wide);
    } else if (last.isArray()) {
      for (QPDFObjectHandle item : last.getArrayAsVector()) {
        if (item.isString()) show_codes(shown, item.getStringValue(), wide);
      }
    }
  }

  void show_codes(ShownFont& shown, const std::string& codes, bool wide) {
    if (wide && codes.size() % 2 != 0) {
      fault("ISO 32000-1 9.7.6.2", "a string of " + std::to_string(codes.size()) + " bytes for codes of two");
    }
    const std::size_t step = wide ? 2 : 1;
    const Sequence& sequence = innermost();
    for (std::size_t i = 0; i + step <= codes.size(); i += step) {
      const auto byte = [&](std::size_t at) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(codes[at]));
      };
      Shown& code = shown.codes[wide ? byte(i) << 8 | byte(i + 1) : byte(i)];
      code.visible = code.visible || states_.back().mode != 3;
      if (code.where.empty()) code.where = place_.where;
      if (!sequence.replaced && code.bare.empty()) {
        code.bare = place_.where;
        code.page = place_.page;
        code.mcid = sequence.mcid;
      }
    }
  }

  bool is_form(const std::string& name) {
    return name == "Do" && operands_[0].isName() && name_at(xobject(), "/Subtype") == "Form";
  }
  QPDFObjectHandle xobject() { return entry(entry(place_.resources, "/XObject"), operands_[0].getName()); }

  void paint_object() {
    QPDFObjectHandle object = resource("/XObject");
    const std::string subtype = name_at(object, "/Subtype");
    if (subtype == "Image") {
      use(Used::Kind::image, object);
    } else if (subtype == "Form") {
      use(Used::Kind::form, object);
      enter_form(object, innermost());
    } else if (object.isStream()) {
      fault("PDF/A-2 6.2.9-3", "an XObject of subtype " + subtype);
    }
  }

  void enter_form(QPDFObjectHandle form, const Sequence& outer) {
    Place inner = place_;
    inner.stream = form.getObjGen();
    inner.where = place_.where + ", form " + object_name(form);
    inner.outer = outer;
    inner.depth = place_.depth + states_.size() - 1;
    if (inner.depth > kDeepestForm) return;
    if (walk_.forms_with_marks.contains(inner.stream)) {
      fault("PDF/UA-1 7.20-2", "a form XObject with MCIDs is painted twice, " + object_name(form));
    }
    if (!walk_.entered.insert({inner.stream, outer.standing, outer.replaced, inner.depth}).second) return;
    inner.resources = entry(form, "/Resources");
    walk_stream(walk_, inner, form);
  }

  void use_pattern(QPDFObjectHandle pattern) {
    use(Used::Kind::pattern, pattern);
    if (pattern.isStream()) enter_form(pattern, {Standing::exempt, innermost().replaced, -1});
  }

  void use_space(const char* name) { use(Used::Kind::colour_space, QPDFObjectHandle::newName(name)); }

  void use_named_space() {
    const std::string name = operands_[0].isName() ? operands_[0].getName() : "";
    if (name == "/DeviceGray" || name == "/DeviceRGB" || name == "/DeviceCMYK" || name == "/Pattern") {
      use_space(name.c_str());
    } else {
      use(Used::Kind::colour_space, resource("/ColorSpace"));
    }
  }

  /// What the first operand, or another, names in the resources.
  QPDFObjectHandle resource(const char* category) { return resource(category, operands_[0]); }
  QPDFObjectHandle resource(const char* category, QPDFObjectHandle name) {
    const QPDFObjectHandle found = name.isName() ? entry(entry(place_.resources, category), name.getName())
                                                 : QPDFObjectHandle::newNull();
    if (QPDFObjectHandle(found).isNull()) {
      fault("PDF/A-2 6.2.2-2", "the resources have no " + name.unparse() + " under " + category);
    }
    return found;
  }

  QPDFObjectHandle inline_image() {
    QPDFObjectHandle image = QPDFObjectHandle::newDictionary();
    for (std::size_t i = 0; i + 1 < image_.size(); i += 2) {
      if (image_[i].isName()) image.replaceKey(image_[i].getName(), image_[i + 1]);
    }
    return image;
  }

  void use(Used::Kind kind, QPDFObjectHandle object) {
    if (object.isNull()) return;
    // A colour space of a device may stand for another in the resources: they count.
    const std::string defaults = kind == Used::Kind::colour_space || kind == Used::Kind::image
                                     ? entry(place_.resources, "/ColorSpace").unparse()
                                     : "";
    if (walk_.used.insert({static_cast<int>(kind), identity_of(object) + defaults}).second) {
      walk_.content.used.push_back({kind, object, place_.resources, place_.page, place_.where});
    }
    enter_mask(kind, object);
  }

  /// The group of a soft mask is content, too.
  void enter_mask(Used::Kind kind, QPDFObjectHandle state) {
    if (kind != Used::Kind::graphics_state) return;
    if (QPDFObjectHandle group = entry(entry(state, "/SMask"), "/G"); group.isStream()) {
      use(Used::Kind::form, group);
      enter_form(group, {Standing::exempt, innermost().replaced, -1});
    }
  }

  const Sequence& innermost() const { return sequences_.empty() ? place_.outer : sequences_.back(); }
  Standing standing() const { return innermost().standing; }
  void fault(const char* rule, std::string what) { walk_.faults.add(rule, place_.where, std::move(what)); }

  Walk& walk_;
  const Place& place_;
  std::vector<QPDFObjectHandle> operands_;
  std::vector<QPDFObjectHandle> image_;
  std::vector<TextState> states_;
  std::vector<Sequence> sequences_;
  std::size_t sequences_at_text_ = 0;
  bool in_text_ = false;
};

void walk_stream(Walk& walk, const Place& place, QPDFObjectHandle stream) {
  Stream callbacks(walk, place);
  try {
    QPDFObjectHandle::parseContentStream(stream, &callbacks);
  } catch (const std::exception& broken) {
    walk.faults.add("ISO 32000-1 7.8.2", place.where,
                    std::string("the content cannot be read: ") + broken.what());
  }
}

}  // namespace

Content walk_content(const std::vector<QPDFObjectHandle>& pages, Faults& faults) {
  Content content;
  Walk walk{content, faults, {}, {}, {}};
  for (std::size_t i = 0; i < pages.size(); ++i) {
    QPDFObjectHandle page = pages[i];
    const std::string where = "page " + std::to_string(i + 1);
    walk_stream(walk, {page.getKey("/Resources"), page.getObjGen(), {}, where, {}, 0},
                page.getKey("/Contents"));
  }
  return content;
}

}  // namespace reliure::judges
