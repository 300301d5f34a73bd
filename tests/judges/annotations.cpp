#include <set>

#include "judges/rules.h"

namespace reliure::judges {

namespace {

const std::set<std::string> kAnnotationTypes = {
    "Text",     "Link",      "FreeText",  "Line",           "Square",    "Circle",      "Polygon",
    "PolyLine", "Highlight", "Underline", "Squiggly",       "StrikeOut", "Stamp",       "Caret",
    "Ink",      "Popup",     "Widget",    "FileAttachment", "Redact",    "PrinterMark", "Watermark"};

class Annotations {
 public:
  Annotations(Document& document, Faults& faults) : document_(document), faults_(faults) {
    for (std::size_t index = 0; index < document.tree.elements.size(); ++index) {
      for (const Kid& kid : document.tree.elements[index].kids) {
        if (kid.kind == Kid::Kind::object) owner_[kid.object] = index;
      }
    }
  }

  void judge(QPDFObjectHandle page) {
    QPDFObjectHandle annotations = page.getKey("/Annots");
    if (!annotations.isArray() || annotations.getArrayNItems() == 0) return;
    const std::string where = page_name(document_, page.getObjGen());
    if (name_at(page, "/Tabs") != "S") faults_.add("PDF/UA-1 7.18.3-1", where, "Tabs is not S");
    for (QPDFObjectHandle annotation : annotations.getArrayAsVector()) {
      where_ = where + ", annotation " + object_name(annotation);
      judge_type(annotation);
      judge_flags(annotation);
      judge_owner(annotation);
      on_pages_.insert(annotation.getObjGen());
    }
  }

  /// A Link that leads nowhere, and an OBJR to what is on no page.
  void judge_links() {
    for (const auto& [object, index] : owner_) {
      if (!on_pages_.contains(object)) {
        faults_.add("ISO 32000-1 14.7.4.3", where_of(document_, index), "its annotation is on no page");
      }
    }
    for (std::size_t index = 0; index < document_.tree.elements.size(); ++index) {
      if (document_.tree.elements[index].standard == "Link" && !holds_object(index)) {
        faults_.add("reliure link-without-annotation", where_of(document_, index),
                    "a Link without annotation");
      }
    }
  }

 private:
  bool holds_object(std::size_t index) const {
    for (const Kid& kid : document_.tree.elements[index].kids) {
      if (kid.kind == Kid::Kind::object || (kid.kind == Kid::Kind::element && holds_object(kid.element)))
        return true;
    }
    return false;
  }

  void judge_type(QPDFObjectHandle annotation) {
    const std::string type = name_at(annotation, "/Subtype");
    if (!kAnnotationTypes.contains(type)) fault("PDF/UA-1 7.18.2-1, PDF/A-2 6.3.1-1", "of type " + type);
    if (type != "Link") fault("reliure only-links", "an annotation of type " + type);
    QPDFObjectHandle rectangle = annotation.getKey("/Rect");
    if (!rectangle.isRectangle()) fault("ISO 32000-1 12.5.2", "no Rect");
    if (annotation.hasKey("/AA")) fault("PDF/A-2 6.4.1-1", "AA is forbidden");
    if (type != "Link" && type != "Popup" && !annotation.hasKey("/AP"))
      fault("PDF/A-2 6.3.3-1", "no appearance");
    if (type == "Link") {
      QPDFObjectHandle contents = annotation.getKey("/Contents");
      if (!contents.isString() || contents.getUTF8Value().empty())
        fault("PDF/UA-1 7.18.5-2", "a link without Contents");
      if (!annotation.hasKey("/A") && !annotation.hasKey("/Dest"))
        fault("ISO 32000-1 12.5.6.5", "a link to nothing");
    }
  }

  void judge_flags(QPDFObjectHandle annotation) {
    QPDFObjectHandle flags = annotation.getKey("/F");
    if (!flags.isInteger()) {
      fault("PDF/A-2 6.3.2-1", "no F");
      return;
    }
    constexpr long long kPrint = 4,
                        kForbidden = 1 | 2 | 32 | 256;  // invisible, hidden, no view, toggle no view
    const long long value = flags.getIntValue();
    if ((value & kPrint) == 0 || (value & kForbidden) != 0)
      fault("PDF/A-2 6.3.2-2", "F is " + flags.unparse());
  }

  void judge_owner(QPDFObjectHandle annotation) {
    const std::string type = name_at(annotation, "/Subtype");
    const auto owner = owner_.find(annotation.getObjGen());
    const std::string parent = owner == owner_.end() ? "" : document_.tree.elements[owner->second].standard;
    const std::string in = parent.empty() ? "in no structure element" : "in a " + parent;
    if (type == "Link" && parent != "Link") fault("PDF/UA-1 7.18.5-1", in);
    if (type == "Widget" && parent != "Form") fault("PDF/UA-1 7.18.4-1", in);
    if (type != "Link" && type != "Widget" && type != "Popup" && parent != "Annot")
      fault("PDF/UA-1 7.18.1-1", in);
  }

  void fault(const char* rule, std::string what) { faults_.add(rule, where_, std::move(what)); }

  Document& document_;
  Faults& faults_;
  std::map<QPDFObjGen, std::size_t> owner_;
  std::set<QPDFObjGen> on_pages_;
  std::string where_;
};

}  // namespace

void judge_annotations(Document& document, Faults& faults) {
  Annotations annotations(document, faults);
  for (QPDFObjectHandle& page : document.pages) annotations.judge(page);
  annotations.judge_links();
}

}  // namespace reliure::judges
