#include <set>

#include "judges/rules.h"

namespace reliure::judges {

namespace {

/// A number tree's numbers and values.
void read_numbers(QPDFObjectHandle node, std::map<long long, QPDFObjectHandle>& numbers, int depth) {
  if (!node.isDictionary() || depth > 40) return;
  if (QPDFObjectHandle pairs = node.getKey("/Nums"); pairs.isArray()) {
    for (int i = 0; i + 1 < pairs.getArrayNItems(); i += 2) {
      if (pairs.getArrayItem(i).isInteger())
        numbers[pairs.getArrayItem(i).getIntValue()] = pairs.getArrayItem(i + 1);
    }
  }
  if (QPDFObjectHandle kids = node.getKey("/Kids"); kids.isArray()) {
    for (QPDFObjectHandle kid : kids.getArrayAsVector()) read_numbers(kid, numbers, depth + 1);
  }
}

/// A mark by the content that it is in and its number.
using Place = std::pair<QPDFObjGen, int>;

class Parents {
 public:
  Parents(Document& document, Faults& faults) : document_(document), faults_(faults) {
    read_numbers(entry(document.tree.root, "/ParentTree"), numbers_, 0);
    for (std::size_t index = 0; index < document.tree.elements.size(); ++index) collect(index);
  }

  void judge() {
    for (const Mark& mark : document_.content.marks) judge_mark(mark);
    for (const auto& [place, element] : owner_) {
      if (!seen_.contains(place)) {
        fault(where_of(document_, element),
              "MCID " + std::to_string(place.second) + " is not in the content");
      }
    }
    for (const auto& [object, element] : object_owner_) judge_object(object, element);
    judge_keys();
  }

 private:
  void collect(std::size_t index) {
    for (const Kid& kid : document_.tree.elements[index].kids) {
      if (kid.kind == Kid::Kind::mark) {
        const Place place{kid.stream.isIndirect() ? kid.stream : kid.page, kid.mcid};
        if (!owner_.emplace(place, index).second) {
          fault(where_of(document_, index), "MCID " + std::to_string(kid.mcid) + " belongs to two elements");
        }
      } else if (kid.kind == Kid::Kind::object && !object_owner_.emplace(kid.object, index).second) {
        fault(where_of(document_, index),
              "object " + std::to_string(kid.object.getObj()) + " belongs to two elements");
      }
    }
  }

  void judge_mark(const Mark& mark) {
    const QPDFObjGen content = mark.stream.isIndirect() ? mark.stream : mark.page;
    const std::string name = "MCID " + std::to_string(mark.mcid);
    if (!seen_.insert({content, mark.mcid}).second) {
      fault(mark.where, name + " stands twice");
      return;
    }
    const auto owner = owner_.find({content, mark.mcid});
    if (owner == owner_.end()) {
      faults_.add("PDF/UA-1 7.1-3", mark.where, name + " belongs to no structure element");
      return;
    }
    QPDFObjectHandle parents = parents_of(content);
    if (!parents.isArray() || mark.mcid < 0 || mark.mcid >= parents.getArrayNItems()) {
      fault(mark.where, name + " is not in the parent tree");
      return;
    }
    const Element& element = document_.tree.elements[owner->second];
    if (parents.getArrayItem(mark.mcid).getObjGen() != QPDFObjectHandle(element.dictionary).getObjGen()) {
      fault(mark.where,
            name + " has another parent in the parent tree than " + where_of(document_, owner->second));
    }
    // A link that leads nowhere is a Span in the structure.
    const bool is_span = element.type == "Span" && mark.tag == "Link";
    if (element.type != mark.tag && mark.tag != "Span" && !is_span) {
      faults_.add("reliure tag-of-mark", mark.where,
                  name + " is tagged " + mark.tag + " and belongs to " + element.type);
    }
  }

  QPDFObjectHandle parents_of(QPDFObjGen content) {
    QPDFObjectHandle key = entry(document_.pdf.getObject(content), "/StructParents");
    if (!key.isInteger()) return QPDFObjectHandle::newNull();
    const auto found = numbers_.find(key.getIntValue());
    return found == numbers_.end() ? QPDFObjectHandle::newNull() : found->second;
  }

  void judge_object(QPDFObjGen id, std::size_t index) {
    QPDFObjectHandle object = document_.pdf.getObject(id);
    QPDFObjectHandle key = entry(object, "/StructParent");
    const auto found = key.isInteger() ? numbers_.find(key.getIntValue()) : numbers_.end();
    const QPDFObjGen right = QPDFObjectHandle(document_.tree.elements[index].dictionary).getObjGen();
    if (found == numbers_.end() || found->second.getObjGen() != right) {
      fault(where_of(document_, index), object_name(object) + " does not lead back by StructParent");
    }
  }

  /// Each key of the tree is that of one page, form or annotation, and each of theirs is in the tree.
  void judge_keys() {
    std::set<long long> used;
    const auto use = [&](QPDFObjectHandle key, const std::string& where) {
      if (!key.isInteger()) return;
      if (!numbers_.contains(key.getIntValue())) fault(where, "the parent tree has no key " + key.unparse());
      if (!used.insert(key.getIntValue()).second) fault(where, "the key " + key.unparse() + " is used twice");
    };
    for (QPDFObjectHandle& page : document_.pages) {
      use(page.getKey("/StructParents"), page_name(document_, page.getObjGen()));
      if (QPDFObjectHandle annotations = page.getKey("/Annots"); annotations.isArray()) {
        for (QPDFObjectHandle each : annotations.getArrayAsVector())
          use(entry(each, "/StructParent"), object_name(each));
      }
    }
    for (const Used& form : document_.content.used) {
      if (form.kind != Used::Kind::form) continue;
      use(entry(form.object, "/StructParents"), form.where);
      use(entry(form.object, "/StructParent"), form.where);
    }
    for (const auto& [key, value] : numbers_) {
      if (!used.contains(key)) fault("the parent tree", "nothing has the key " + std::to_string(key));
    }
    QPDFObjectHandle next = entry(document_.tree.root, "/ParentTreeNextKey");
    if (!numbers_.empty() && next.isInteger() && next.getIntValue() <= numbers_.rbegin()->first) {
      fault("the parent tree", "ParentTreeNextKey " + next.unparse() + " is not beyond its keys");
    }
  }

  void fault(std::string where, std::string what) {
    faults_.add("ISO 32000-1 14.7.4.4", std::move(where), std::move(what));
  }

  Document& document_;
  Faults& faults_;
  std::map<long long, QPDFObjectHandle> numbers_;
  std::map<Place, std::size_t> owner_;
  std::map<QPDFObjGen, std::size_t> object_owner_;
  std::set<Place> seen_;
};

}  // namespace

void judge_parent_tree(Document& document, Faults& faults) {
  if (document.tree.root.isDictionary()) Parents(document, faults).judge();
}

}  // namespace reliure::judges
