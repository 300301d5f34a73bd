#pragma once
// The files of a book as they come to be: those that an e-book packs and a site has in its folder.
#include <cstddef>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/diagnostics.h"
#include "base/parallel.h"
#include "epub/container.h"
#include "epub/package.h"
#include "epub/plan.h"
#include "text/font_library.h"

namespace reliure::epub {

/// Rows of `items` and `entries` are of the same files.
struct Files {
  /// What the package says of each.
  std::vector<Item> items;
  std::vector<Entry> entries;
  /// The texts made here, which never move.
  std::deque<base::Bytes> made;
};

/// The book settled for a target, its pictures made small enough. A book with nothing to show is reported.
Plan plan_files(const book::Book& book, const book::EbookStyle& style, Target target, base::Jobs jobs,
                base::Diagnostics& diagnostics);

/// Adds a file whose bytes are kept elsewhere; `stored` when packing would not make it smaller.
void add(Files& files, Item item, std::string_view bytes, bool stored = false);
void add_made(Files& files, Item item, base::Bytes bytes);

void add_pictures(Files& files, const Plan& plan);
/// Adds the fonts that the sheet names, and those of the families that it asks for from the library, if there
/// is one. Returns the rules for the latter.
std::string add_fonts(Files& files, const Plan& plan, const text::FontLibrary* library, base::Jobs jobs);
/// The style sheet, with rules of ours before it.
void add_style_sheet(Files& files, const Plan& plan, const std::string& rules);

/// Writes `count` texts side by side; what was found goes to `diagnostics` in their order.
std::vector<std::string> write_each(std::size_t count, base::Jobs jobs, base::Diagnostics& diagnostics,
                                    const std::function<std::string(std::size_t, base::Diagnostics&)>& write);

}  // namespace reliure::epub
