#include "epub/style_sheet.h"

#include <charconv>

#include "epub/links.h"

namespace reliure::epub {
namespace {

/// First in the file, so that every rule of the author's counts more. A chapter's file begins on a page of
/// its own: a break before its section, be it for what must not be parted, would leave the mark of its page
/// alone on a blank one.
constexpr std::string_view kOwnRules = R"css(.as-block { display: block; }
.as-b, .as-strong { font-weight: bold; }
.as-i, .as-em, .as-cite { font-style: italic; }
.as-pre { white-space: pre-wrap; font-family: monospace; }
.as-code, .as-kbd, .as-samp { font-family: monospace; }
.as-rt { font-size: 0.75em; }
body > [role="doc-pagebreak"] { float: left; }
body > section, body > nav { page-break-before: auto !important; break-before: auto !important; }
img { max-width: 100%; }
img[width][height] { height: auto; }
thead { page-break-after: avoid; break-after: avoid; }
.cover { margin: 0; padding: 0; text-align: center; }
.cover img { max-height: 100vh; max-width: 100%; }
a.noteref { font-size: 0.75em; line-height: 0; vertical-align: super; text-decoration: none; }
.notes { margin-top: 2em; border-top: thin solid; padding-top: 0.5em; font-size: 0.875em; }
aside.footnote { float: none; width: auto; margin: 0.5em 0; border: none; padding: 0; background: none; }
a.note-number { text-decoration: none; }
.generated-item { list-style-type: none !important; }
.generated-marker { float: left; margin-left: -2.5em; min-width: 2em; padding-right: 0.5em; text-align: right; }
@media (max-width: 30em), (max-device-width: 30em) {
  table.many-columns, .many-columns > caption, .many-columns > thead, .many-columns > tbody, .many-columns > tfoot,
  .many-columns > * > tr, .many-columns > * > tr > th, .many-columns > * > tr > td { display: block; width: auto; }
  .many-columns > colgroup { display: none; }
  .many-columns > * > tr { border-top: thin solid; }
  .many-columns > * > tr > th, .many-columns > * > tr > td { text-align: inherit; }
  .many-columns > * > tr > td[data-head]:before { content: attr(data-head) ": "; font-weight: bold; }
}
[dir="rtl"] .generated-marker { float: right; margin: 0 -2.5em 0 0; padding: 0 0 0 0.5em; text-align: left; }
)css";

constexpr std::string_view kPicture = "url(\"picture:", kFont = "url(\"font:", kEnd = "\")";
/// An element that a rule selects by its id.
constexpr std::string_view kNode = "[id=\"node:", kNodeEnd = "\"]";
static_assert(kEnd.size() == kNodeEnd.size());

bool is_cff(const book::Font& font) { return font.file != nullptr && font.file->starts_with("OTTO"); }

std::string reference(std::string_view what, std::size_t number, std::string_view end = kEnd) {
  return std::string(what) + std::to_string(number) + std::string(end);
}

bool has_own_id(const Plan& plan, book::NodeId node) {
  return node.value < plan.manuscript->nodes.size() && shown_target(plan, node) == node && has_id(plan, node);
}

std::string address(std::string_view name) {
  return name.empty() ? "none" : "url(\"" + std::string(name) + "\")";
}

/// The selector of the id that the node has in its file; what selects nothing where it has none.
std::string selector_of(const Plan& plan, book::NodeId node) {
  if (!has_own_id(plan, node)) return reference(kNode, node.value, kNodeEnd);
  std::string id;
  append_id(id, plan, node);
  std::string out = "#";
  for (const char c : id) out += (c == '.' ? "\\" : "") + std::string(1, c);
  return out;
}

/// Replaces `what` and its number by what `name_of` has for it.
template <class NameOf>
std::string with_names(std::string_view css, std::string_view what, NameOf name_of) {
  std::string out;
  for (std::size_t at = 0; at < css.size();) {
    const std::size_t found = std::min(css.find(what, at), css.size());
    out += css.substr(at, found - at);
    at = found;
    if (found == css.size()) break;
    std::size_t number = 0;
    const char* const digits = css.data() + found + what.size();
    const auto end = std::from_chars(digits, css.data() + css.size(), number).ptr;
    out += name_of(number);
    at = static_cast<std::size_t>(end - css.data()) + kEnd.size();
  }
  return out;
}

}  // namespace

std::string font_file(const book::EbookStyle& style, std::size_t font) {
  if (style.css.find(reference(kFont, font)) == std::string::npos) return {};
  return "fonts/font-" + std::to_string(font + 1) + (is_cff(style.fonts[font]) ? ".otf" : ".ttf");
}

std::string_view font_media_type(const book::Font& font) { return is_cff(font) ? "font/otf" : "font/ttf"; }

std::vector<book::NodeId> selected_nodes(std::string_view css) {
  std::vector<book::NodeId> nodes;
  with_names(css, kNode, [&nodes](std::size_t node) {
    nodes.push_back({static_cast<std::uint32_t>(node)});
    return std::string();
  });
  return nodes;
}

std::string style_sheet(const Plan& plan) {
  const book::EbookStyle& style = *plan.style;
  std::string css = with_names(style.css, kPicture, [&plan](std::size_t picture) {
    return address(picture < plan.pictures.size() ? plan.pictures[picture].name : std::string());
  });
  css = with_names(css, kFont, [&style](std::size_t font) { return address(font_file(style, font)); });
  css = with_names(css, kNode, [&plan](std::size_t node) {
    return selector_of(plan, {static_cast<std::uint32_t>(node)});
  });
  return std::string(kOwnRules) + css;
}

}  // namespace reliure::epub
