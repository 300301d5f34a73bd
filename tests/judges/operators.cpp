#include "judges/operators.h"

#include <map>

namespace reliure::judges {

namespace {

const std::map<std::string, Operator> kOperators = {
    // Graphics state.
    {"q", {}},
    {"Q", {}},
    {"cm", {6}},
    {"w", {1}},
    {"J", {1}},
    {"j", {1}},
    {"M", {1}},
    {"d", {2}},
    {"ri", {1}},
    {"i", {1}},
    {"gs", {1}},
    // Paths.
    {"m", {2}},
    {"l", {2}},
    {"c", {6}},
    {"v", {4}},
    {"y", {4}},
    {"h", {}},
    {"re", {4}},
    {"n", {}},
    {"W", {}},
    {"W*", {}},
    {"S", {0, Does::paints_path}},
    {"s", {0, Does::paints_path}},
    {"f", {0, Does::paints_path}},
    {"F", {0, Does::paints_path}},
    {"f*", {0, Does::paints_path}},
    {"B", {0, Does::paints_path}},
    {"B*", {0, Does::paints_path}},
    {"b", {0, Does::paints_path}},
    {"b*", {0, Does::paints_path}},
    // Colours.
    {"CS", {1}},
    {"cs", {1}},
    {"SC", {-1}},
    {"SCN", {-1}},
    {"sc", {-1}},
    {"scn", {-1}},
    {"G", {1}},
    {"g", {1}},
    {"RG", {3}},
    {"rg", {3}},
    {"K", {4}},
    {"k", {4}},
    {"sh", {1, Does::paints_shading}},
    // Text.
    {"BT", {}},
    {"ET", {}},
    {"Tc", {1}},
    {"Tw", {1}},
    {"Tz", {1}},
    {"TL", {1}},
    {"Tf", {2}},
    {"Tr", {1}},
    {"Ts", {1}},
    {"Td", {2}},
    {"TD", {2}},
    {"Tm", {6}},
    {"T*", {}},
    {"Tj", {1, Does::shows_text}},
    {"TJ", {1, Does::shows_text}},
    {"'", {1, Does::shows_text}},
    {"\"", {3, Does::shows_text}},
    {"d0", {2}},
    {"d1", {6}},
    // Objects and marks.
    {"Do", {1, Does::paints_object}},
    {"BI", {}},
    {"ID", {-1}},
    {"EI", {-1, Does::paints_object}},
    {"MP", {1}},
    {"DP", {2}},
    {"BMC", {1}},
    {"BDC", {2}},
    {"EMC", {}},
    {"BX", {}},
    {"EX", {}}};

}  // namespace

const Operator* find_operator(const std::string& name) {
  const auto found = kOperators.find(name);
  return found == kOperators.end() ? nullptr : &found->second;
}

}  // namespace reliure::judges
