#include "epub/style_sheet.h"

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
)css";

}  // namespace

std::string style_sheet(const book::EbookStyle& style) { return std::string(kOwnRules) + style.css; }

}  // namespace reliure::epub
