#include "content/tag_traits.h"

#include <algorithm>
#include <iterator>

namespace reliure::content {
namespace {

// HTML Living Standard, 13.1.2 and 13.2.6.4.7. Sorted by name.
constexpr TagTraits kTraits[] = {
    {.name = "a", .formatting = true},
    {.name = "address", .closes_paragraph = true},
    {.name = "area", .is_void = true},
    {.name = "article", .closes_paragraph = true},
    {.name = "aside", .closes_paragraph = true},
    {.name = "b", .formatting = true},
    {.name = "base", .is_void = true},
    {.name = "big", .formatting = true},
    {.name = "blockquote", .closes_paragraph = true},
    {.name = "body", .end_is_optional = true},
    {.name = "br", .is_void = true},
    {.name = "button", .is_scope = true},
    {.name = "caption", .is_scope = true},
    {.name = "center", .closes_paragraph = true},
    {.name = "code", .formatting = true},
    {.name = "col", .is_void = true},
    {.name = "colgroup", .end_is_optional = true},
    {.name = "dd", .end_is_optional = true, .closes_paragraph = true},
    {.name = "details", .closes_paragraph = true},
    {.name = "dialog", .closes_paragraph = true},
    {.name = "dir", .closes_paragraph = true},
    {.name = "div", .closes_paragraph = true},
    {.name = "dl", .closes_paragraph = true},
    {.name = "dt", .end_is_optional = true, .closes_paragraph = true},
    {.name = "em", .formatting = true},
    {.name = "embed", .is_void = true},
    {.name = "fieldset", .closes_paragraph = true},
    {.name = "figcaption", .closes_paragraph = true},
    {.name = "figure", .closes_paragraph = true},
    {.name = "font", .formatting = true},
    {.name = "footer", .closes_paragraph = true},
    {.name = "form", .closes_paragraph = true},
    {.name = "h1", .closes_paragraph = true},
    {.name = "h2", .closes_paragraph = true},
    {.name = "h3", .closes_paragraph = true},
    {.name = "h4", .closes_paragraph = true},
    {.name = "h5", .closes_paragraph = true},
    {.name = "h6", .closes_paragraph = true},
    {.name = "head", .end_is_optional = true},
    {.name = "header", .closes_paragraph = true},
    {.name = "hgroup", .closes_paragraph = true},
    {.name = "hr", .is_void = true, .closes_paragraph = true},
    {.name = "html", .end_is_optional = true, .is_scope = true},
    {.name = "i", .formatting = true},
    {.name = "image", .is_void = true},
    {.name = "img", .is_void = true},
    {.name = "input", .is_void = true},
    {.name = "li", .end_is_optional = true, .closes_paragraph = true},
    {.name = "link", .is_void = true},
    {.name = "main", .closes_paragraph = true},
    {.name = "menu", .closes_paragraph = true},
    {.name = "meta", .is_void = true},
    {.name = "nav", .closes_paragraph = true},
    {.name = "nobr", .formatting = true},
    {.name = "object", .is_scope = true},
    {.name = "ol", .closes_paragraph = true},
    {.name = "option", .end_is_optional = true},
    {.name = "p", .end_is_optional = true, .closes_paragraph = true},
    {.name = "param", .is_void = true},
    {.name = "pre", .closes_paragraph = true},
    {.name = "rp", .end_is_optional = true},
    {.name = "rt", .end_is_optional = true},
    {.name = "s", .formatting = true},
    {.name = "section", .closes_paragraph = true},
    {.name = "small", .formatting = true},
    {.name = "source", .is_void = true},
    {.name = "strike", .formatting = true},
    {.name = "strong", .formatting = true},
    {.name = "summary", .closes_paragraph = true},
    {.name = "table", .closes_paragraph = true, .is_scope = true},
    {.name = "tbody", .end_is_optional = true},
    {.name = "td", .end_is_optional = true, .is_scope = true},
    {.name = "tfoot", .end_is_optional = true},
    {.name = "th", .end_is_optional = true, .is_scope = true},
    {.name = "thead", .end_is_optional = true},
    {.name = "tr", .end_is_optional = true},
    {.name = "track", .is_void = true},
    {.name = "tt", .formatting = true},
    {.name = "u", .formatting = true},
    {.name = "ul", .closes_paragraph = true},
    {.name = "wbr", .is_void = true},
    {.name = "xmp", .closes_paragraph = true},
};
static_assert(std::ranges::is_sorted(kTraits, {}, &TagTraits::name));

constexpr ImpliedEnd kImpliedEnds[] = {
    {" li ", " li ", " ul ol menu "},
    {" dt dd ", " dt dd ", " dl "},
    {" td th ", " td th ", " tr table "},
    {" tr ", " tr td th ", " table thead tbody tfoot "},
    {" thead tbody tfoot ", " thead tbody tfoot caption colgroup ", " table "},
    {" option optgroup ", " option ", " select datalist "},
    {" rt rp ", " rt rp ", " ruby "},
};

}  // namespace

TagTraits tag_traits(std::string_view name) {
  const auto* row = std::ranges::lower_bound(kTraits, name, {}, &TagTraits::name);
  return row != std::end(kTraits) && row->name == name ? *row : TagTraits{};
}

const ImpliedEnd* implied_end(std::string_view name) {
  const auto* row =
      std::ranges::find_if(kImpliedEnds, [&](const auto& rule) { return is_among(name, rule.starts); });
  return row == std::end(kImpliedEnds) ? nullptr : row;
}

bool is_among(std::string_view name, std::string_view names) {
  for (std::size_t at = names.find(name); at != std::string_view::npos; at = names.find(name, at + 1)) {
    if (at > 0 && names[at - 1] == ' ' && names.substr(at + name.size(), 1) == " ") return true;
  }
  return false;
}

}  // namespace reliure::content
