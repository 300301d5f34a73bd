#include <set>

#include "judges/rules.h"

namespace reliure::judges {

namespace {

const std::set<std::string> kActions = {"GoTo", "GoToR", "GoToE", "Thread", "URI", "Named", "SubmitForm"};
const std::set<std::string> kNamed = {"NextPage", "PrevPage", "FirstPage", "LastPage"};

void judge_action(QPDFObjectHandle action, const std::string& where, Faults& faults, int depth = 0) {
  if (!action.isDictionary() || depth > 40) return;
  const std::string type = name_at(action, "/S");
  if (!kActions.contains(type)) faults.add("PDF/A-2 6.5.1-1", where, "an action of type " + type);
  if (type == "Named" && !kNamed.contains(name_at(action, "/N"))) {
    faults.add("PDF/A-2 6.5.1-2", where, "the named action " + name_at(action, "/N"));
  }
  QPDFObjectHandle next = action.getKey("/Next");
  if (next.isDictionary()) judge_action(next, where, faults, depth + 1);
  if (next.isArray()) {
    for (QPDFObjectHandle each : next.getArrayAsVector()) judge_action(each, where, faults, depth + 1);
  }
}

void judge_outline(QPDFObjectHandle item, Faults& faults, std::set<QPDFObjGen>& seen) {
  for (; item.isDictionary() && seen.insert(item.getObjGen()).second; item = item.getKey("/Next")) {
    const std::string where = "outline, " + object_name(item);
    judge_action(item.getKey("/A"), where, faults);
    QPDFObjectHandle title = item.getKey("/Title");
    if (!title.isString() || title.getUTF8Value().empty())
      faults.add("ISO 32000-1 12.3.3", where, "no Title");
    judge_outline(item.getKey("/First"), faults, seen);
  }
}

}  // namespace

void judge_actions(Document& document, Faults& faults) {
  judge_action(document.catalog.getKey("/OpenAction"), "the catalog", faults);
  std::set<QPDFObjGen> seen;
  judge_outline(entry(document.catalog.getKey("/Outlines"), "/First"), faults, seen);
  for (QPDFObjectHandle& page : document.pages) {
    QPDFObjectHandle annotations = page.getKey("/Annots");
    if (!annotations.isArray()) continue;
    for (QPDFObjectHandle each : annotations.getArrayAsVector()) {
      judge_action(entry(each, "/A"),
                   page_name(document, page.getObjGen()) + ", annotation " + object_name(each), faults);
    }
  }
}

}  // namespace reliure::judges
