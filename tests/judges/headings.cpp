#include <map>

#include "judges/rules.h"

namespace reliure::judges {

namespace {

/// 1 to 6, or 0 for what is no numbered heading.
int level_of(const std::string& type) {
  return type.size() == 2 && type[0] == 'H' && type[1] >= '1' && type[1] <= '6' ? type[1] - '0' : 0;
}

}  // namespace

void judge_headings(Document& document, Faults& faults) {
  int before = 0;
  bool numbered = false;
  std::map<std::size_t, std::size_t> unnumbered_in;
  for (std::size_t index = 0; index < document.tree.elements.size(); ++index) {
    const Element& element = document.tree.elements[index];
    const int level = level_of(element.standard);
    if (element.standard == "H" && ++unnumbered_in[element.parent] == 2) {
      faults.add("PDF/UA-1 7.4.4-1", where_of(document, index), "two H in one element");
    }
    if (level == 0) continue;
    numbered = true;
    if (level > before + 1) {
      const std::string after = before == 0 ? "is the first heading" : "follows H" + std::to_string(before);
      faults.add("PDF/UA-1 7.4.2-1", where_of(document, index), element.standard + " " + after);
    }
    before = level;
  }
  if (numbered && !unnumbered_in.empty()) {
    faults.add("PDF/UA-1 7.4.4-2", "the structure", "H and H1 to H6 in one document");
  }
}

}  // namespace reliure::judges
