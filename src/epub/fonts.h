#pragma once
// The fonts inside of the e-book, cut down to its characters.
#include <string>
#include <string_view>
#include <vector>

#include "base/parallel.h"
#include "epub/plan.h"
#include "text/font_library.h"

namespace reliure::epub {

struct FontFile {
  /// Below the package's folder.
  std::string file;
  std::string_view media_type;
  base::Bytes bytes;
  /// An `@font-face` rule for it; empty where the book's sheets have one.
  std::string rule;
};

/// The fonts that the sheets name by `@font-face`, and where there is a library, those of it that the sheet
/// asks for by their family and that the printed pages use.
std::vector<FontFile> font_files(const Plan& plan, const text::FontLibrary* library, base::Jobs jobs);

}  // namespace reliure::epub
