#include <algorithm>

#include "judges/rules.h"

namespace reliure::judges {

namespace {

using Types = std::vector<std::string>;

bool among(const std::string& type, const Types& types) {
  return std::find(types.begin(), types.end(), type) != types.end();
}

std::string type_at(const Document& document, std::size_t element) {
  return element == kNone ? "the root" : document.tree.elements[element].standard;
}

class Lists {
 public:
  Lists(Document& document, Faults& faults) : document_(document), faults_(faults) {}

  void judge(std::size_t index) {
    const std::string& type = document_.tree.elements[index].standard;
    if (type == "L") {
      want_children(index, {"L", "LI", "Caption"}, "PDF/UA-1 7.2-19");
      want_caption_first(index, "PDF/UA-1 7.2-40");
      want_no_marks(index);
    } else if (type == "LI") {
      want_parent(index, {"L"}, "PDF/UA-1 7.2-17");
      want_children(index, {"Lbl", "LBody"}, "PDF/UA-1 7.2-20");
      want_no_marks(index);
      want_body(index);
    } else if (type == "LBody") {
      want_parent(index, {"LI"}, "PDF/UA-1 7.2-18");
    } else if (type == "TOC") {
      want_children(index, {"TOC", "TOCI", "Caption"}, "PDF/UA-1 7.2-27");
      want_caption_first(index, "PDF/UA-1 7.2-28");
      want_no_marks(index);
    } else if (type == "TOCI") {
      want_parent(index, {"TOC"}, "PDF/UA-1 7.2-26");
      want_reference(index);
    }
  }

 private:
  void want_children(std::size_t index, const Types& types, const char* rule) {
    for (const std::size_t child : document_.tree.children_of(index)) {
      const std::string& type = type_at(document_, child);
      if (!among(type, types)) fault(rule, index, "a " + type + " in " + type_at(document_, index));
    }
  }

  void want_parent(std::size_t index, const Types& types, const char* rule) {
    const std::string type = type_at(document_, document_.tree.parent_of(index));
    if (!among(type, types)) fault(rule, index, type_at(document_, index) + " in " + type);
  }

  void want_caption_first(std::size_t index, const char* rule) {
    const std::vector<std::size_t> children = document_.tree.children_of(index);
    for (std::size_t i = 1; i < children.size(); ++i) {
      if (type_at(document_, children[i]) == "Caption") fault(rule, index, "a Caption that is not first");
    }
  }

  void want_no_marks(std::size_t index) {
    for (const Kid& kid : document_.tree.elements[index].kids) {
      if (kid.kind == Kid::Kind::mark) {
        fault("reliure marks-in-list", index, "MCID " + std::to_string(kid.mcid) + " stands in it directly");
      }
    }
  }

  void want_body(std::size_t index) {
    Types types;
    for (const std::size_t child : document_.tree.children_of(index))
      types.push_back(type_at(document_, child));
    if (!among("LBody", types)) fault("reliure item-without-body", index, "an LI without LBody");
  }

  /// ISO 32000-1, table 333: an entry of a table of contents refers to what it names.
  void want_reference(std::size_t index) {
    for (const Kid& kid : document_.tree.elements[index].kids) {
      if (kid.kind == Kid::Kind::mark) {
        fault("reliure entry-without-reference", index,
              "MCID " + std::to_string(kid.mcid) + " stands in TOCI directly");
      }
    }
    want_children(index, {"Lbl", "Reference", "P", "TOC", "Link", "Span"}, "ISO 32000-1 14.8.4.2");
  }

  void fault(const char* rule, std::size_t index, std::string what) {
    faults_.add(rule, where_of(document_, index), std::move(what));
  }

  Document& document_;
  Faults& faults_;
};

}  // namespace

void judge_lists(Document& document, Faults& faults) {
  Lists lists(document, faults);
  for (std::size_t index = 0; index < document.tree.elements.size(); ++index) lists.judge(index);
}

}  // namespace reliure::judges
