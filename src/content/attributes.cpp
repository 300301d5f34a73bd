#include "content/attributes.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace reliure::content {
namespace {

// Sorted. `id`, `name`, `class`, `lang` and `href` have their own places.
constexpr std::array kKept = {
    std::string_view("abbr"),     std::string_view("align"),  std::string_view("alt"),
    std::string_view("cite"),     std::string_view("clear"),  std::string_view("colspan"),
    std::string_view("datetime"), std::string_view("dir"),    std::string_view("headers"),
    std::string_view("height"),   std::string_view("hidden"), std::string_view("nowrap"),
    std::string_view("reversed"), std::string_view("role"),   std::string_view("rowspan"),
    std::string_view("scope"),    std::string_view("span"),   std::string_view("src"),
    std::string_view("start"),    std::string_view("style"),  std::string_view("title"),
    std::string_view("type"),     std::string_view("valign"), std::string_view("value"),
    std::string_view("width")};
static_assert(std::ranges::is_sorted(kKept));

/// The state of a control on a screen, which paper does not have.
constexpr std::array kScreenStates = {
    std::string_view("aria-activedescendant"), std::string_view("aria-controls"),
    std::string_view("aria-errormessage"),     std::string_view("aria-expanded"),
    std::string_view("aria-haspopup"),         std::string_view("aria-pressed"),
    std::string_view("aria-selected")};

constexpr std::array kReferences = {std::string_view("aria-describedby"), std::string_view("aria-details"),
                                    std::string_view("aria-flowto"),      std::string_view("aria-labelledby"),
                                    std::string_view("aria-owns"),        std::string_view("headers")};

}  // namespace

bool keeps_attribute(std::string_view name) {
  if (std::ranges::binary_search(kKept, name)) return true;
  if (name.substr(0, 5) == "aria-") return std::ranges::find(kScreenStates, name) == kScreenStates.end();
  return name.substr(0, 5) == "data-";
}

bool refers_to_ids(std::string_view name) {
  return std::ranges::find(kReferences, name) != kReferences.end();
}

}  // namespace reliure::content
