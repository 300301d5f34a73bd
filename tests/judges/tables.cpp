#include <algorithm>
#include <set>

#include "judges/grid.h"
#include "judges/rules.h"

namespace reliure::judges {

namespace {

using Types = std::vector<std::string>;

bool among(const std::string& type, const Types& types) {
  return std::find(types.begin(), types.end(), type) != types.end();
}

class Tables {
 public:
  Tables(Document& document, Faults& faults) : document_(document), faults_(faults) {}

  void judge(std::size_t index) {
    const std::string& type = type_at(index);
    if (type == "Table") {
      judge_table(index);
      judge_grid(document_, index, faults_);
    } else if (type == "THead" || type == "TBody" || type == "TFoot") {
      const bool head = type == "THead";
      const bool body = type == "TBody";
      want_parent(index, {"Table"}, head ? "PDF/UA-1 7.2-5" : body ? "PDF/UA-1 7.2-6" : "PDF/UA-1 7.2-7");
      want_children(index, {"TR"}, head ? "PDF/UA-1 7.2-36" : body ? "PDF/UA-1 7.2-37" : "PDF/UA-1 7.2-38");
      want_no_marks(index);
    } else if (type == "TR") {
      want_parent(index, {"Table", "THead", "TBody", "TFoot"}, "PDF/UA-1 7.2-4");
      want_children(index, {"TH", "TD"}, "PDF/UA-1 7.2-10");
      want_no_marks(index);
    } else if (type == "TH") {
      want_parent(index, {"TR"}, "PDF/UA-1 7.2-8");
    } else if (type == "TD") {
      want_parent(index, {"TR"}, "PDF/UA-1 7.2-9");
    }
  }

 private:
  const std::string& type_at(std::size_t index) const { return document_.tree.elements[index].standard; }

  void judge_table(std::size_t index) {
    const std::vector<std::size_t> children = document_.tree.children_of(index);
    want_children(index, {"TR", "THead", "TBody", "TFoot", "Caption"}, "PDF/UA-1 7.2-3");
    want_no_marks(index);
    const auto count = [&](const char* type) {
      return std::count_if(children.begin(), children.end(),
                           [&](std::size_t child) { return type_at(child) == type; });
    };
    if (count("THead") > 1) fault("PDF/UA-1 7.2-11", index, "two THead");
    if (count("TFoot") > 1) fault("PDF/UA-1 7.2-12", index, "two TFoot");
    if (count("TFoot") > 0 && count("TBody") == 0) fault("PDF/UA-1 7.2-13", index, "TFoot without TBody");
    if (count("THead") > 0 && count("TBody") == 0) fault("PDF/UA-1 7.2-14", index, "THead without TBody");
    if (count("Caption") > 1) fault("PDF/UA-1 7.2-39", index, "two Captions");
    for (std::size_t i = 1; i + 1 < children.size(); ++i) {
      if (type_at(children[i]) == "Caption")
        fault("PDF/UA-1 7.2-16", index, "a Caption neither first nor last");
    }
    judge_order(index, children);
  }

  /// ISO 32000-1, table 337: head, bodies, foot.
  void judge_order(std::size_t index, const std::vector<std::size_t>& children) {
    const Types order = {"THead", "TBody", "TFoot"};
    std::ptrdiff_t before = 0;
    for (const std::size_t child : children) {
      const std::ptrdiff_t at = std::find(order.begin(), order.end(), type_at(child)) - order.begin();
      if (at == 3) continue;
      if (at < before)
        fault("ISO 32000-1 14.8.4.3.4", index,
              type_at(child) + " after " + order[static_cast<std::size_t>(before)]);
      before = at;
    }
  }

  void want_children(std::size_t index, const Types& types, const char* rule) {
    const std::vector<std::size_t> children = document_.tree.children_of(index);
    for (const std::size_t child : children) {
      if (!among(type_at(child), types)) fault(rule, index, "a " + type_at(child) + " in " + type_at(index));
    }
    if (children.empty())
      fault("reliure empty-element", index, "a " + type_at(index) + " without rows or cells");
  }

  void want_parent(std::size_t index, const Types& types, const char* rule) {
    const std::size_t parent = document_.tree.parent_of(index);
    const std::string type = parent == kNone ? "the root" : type_at(parent);
    if (!among(type, types)) fault(rule, index, type_at(index) + " in " + type);
  }

  void want_no_marks(std::size_t index) {
    for (const Kid& kid : document_.tree.elements[index].kids) {
      if (kid.kind == Kid::Kind::mark) {
        fault("reliure marks-in-table", index, "MCID " + std::to_string(kid.mcid) + " stands in it directly");
      }
    }
  }

  void fault(const char* rule, std::size_t index, std::string what) {
    faults_.add(rule, where_of(document_, index), std::move(what));
  }

  Document& document_;
  Faults& faults_;
};

}  // namespace

void judge_tables(Document& document, Faults& faults) {
  Tables tables(document, faults);
  for (std::size_t index = 0; index < document.tree.elements.size(); ++index) tables.judge(index);
}

}  // namespace reliure::judges
