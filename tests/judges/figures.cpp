#include "judges/rules.h"

namespace reliure::judges {

namespace {

bool has_text(QPDFObjectHandle element, const char* key) {
  QPDFObjectHandle text = element.getKey(key);
  return text.isString() && !text.getUTF8Value().empty();
}

/// ISO 32000-1, table 344: a Figure and a Formula have a BBox where all of it is on one page.
void want_box(Document& document, std::size_t index, Faults& faults) {
  QPDFObjectHandle box = attribute_of(document.tree.elements[index].dictionary, "Layout", "/BBox");
  if (!box.isRectangle()) {
    faults.add("reliure figure-without-box", where_of(document, index), "no BBox");
    return;
  }
  const QPDFObjectHandle::Rectangle rectangle = box.getArrayAsRectangle();
  if (rectangle.urx <= rectangle.llx || rectangle.ury <= rectangle.lly) {
    faults.add("reliure figure-without-box", where_of(document, index), "BBox is empty: " + box.unparse());
  }
}

}  // namespace

void judge_figures(Document& document, Faults& faults) {
  for (std::size_t index = 0; index < document.tree.elements.size(); ++index) {
    const Element& element = document.tree.elements[index];
    const bool figure = element.standard == "Figure";
    if (!figure && element.standard != "Formula") continue;
    if (!has_text(element.dictionary, "/Alt") && !has_text(element.dictionary, "/ActualText")) {
      faults.add(figure ? "PDF/UA-1 7.3-1" : "PDF/UA-1 7.7-1", where_of(document, index),
                 "neither Alt nor ActualText");
    }
    want_box(document, index, faults);
  }
}

}  // namespace reliure::judges
