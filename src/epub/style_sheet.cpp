#include "epub/style_sheet.h"

#include <charconv>

namespace reliure::epub {
namespace {

/// First in the file, so that every rule of the author's counts more.
constexpr std::string_view kOwnRules = R"css(.as-block { display: block; }
.as-b, .as-strong { font-weight: bold; }
.as-i, .as-em, .as-cite { font-style: italic; }
.as-pre { white-space: pre-wrap; font-family: monospace; }
.as-code, .as-kbd, .as-samp { font-family: monospace; }
.as-rt { font-size: 0.75em; }
img { max-width: 100%; }
.cover { margin: 0; padding: 0; text-align: center; }
.cover img { max-height: 100vh; max-width: 100%; }
a.noteref { font-size: 0.75em; line-height: 0; vertical-align: super; text-decoration: none; }
.notes { margin-top: 2em; border-top: thin solid; padding-top: 0.5em; font-size: 0.875em; }
a.note-number { text-decoration: none; }
nav ol { list-style-type: none; }
.generated-item { list-style-type: none !important; }
.generated-marker { float: left; margin-left: -2.5em; min-width: 2em; padding-right: 0.5em; text-align: right; }
[dir="rtl"] .generated-marker { float: right; margin: 0 -2.5em 0 0; padding: 0 0 0 0.5em; text-align: left; }
)css";

constexpr std::string_view kPicture = "url(\"picture:", kFont = "url(\"font:", kEnd = "\")";

bool is_cff(const book::Font& font) { return font.file != nullptr && font.file->starts_with("OTTO"); }

std::string reference(std::string_view what, std::size_t number) {
  return std::string(what) + std::to_string(number) + std::string(kEnd);
}

/// Replaces `what` and its number by the address of the name that `name_of` has for it, or by `none`.
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
    const std::string name = name_of(number);
    out += name.empty() ? "none" : "url(\"" + name + "\")";
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

std::string style_sheet(const Plan& plan) {
  const book::EbookStyle& style = *plan.style;
  std::string css = with_names(style.css, kPicture, [&plan](std::size_t picture) {
    return picture < plan.pictures.size() ? plan.pictures[picture].name : std::string();
  });
  css = with_names(css, kFont, [&style](std::size_t font) { return font_file(style, font); });
  return std::string(kOwnRules) + css;
}

}  // namespace reliure::epub
