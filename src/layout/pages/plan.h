#pragma once
// The plan of the book's pages: which strips each one shows, its number, its side, its style.
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "layout/flow/flow.h"
#include "layout/pages/break_pages.h"
#include "layout/pages/notes.h"
#include "layout/references.h"
#include "style/styles.h"

namespace reliure::layout {

/// Blocks that follow each other on the same kind of page: laid out and broken as one.
struct Sequence {
  std::vector<book::NodeId> blocks;
  /// The named page, or empty.
  std::string page_name;
  /// What the first page must be.
  style::BreakRule demand = style::BreakRule::automatic;
  /// Its text shows page numbers of other places, which a first pass cannot know.
  bool refers = false;
  Flow flow;
  Notes notes;
  std::vector<PageCut> cuts;
};

/// Strings for running matter, by name.
using Strings = std::map<std::string, std::string, std::less<>>;

struct PlannedPage {
  /// Nothing for a blank page. Its strips are the page's to paint.
  Sequence* sequence = nullptr;
  Cut cut;
  NotesCut notes;
  const style::PageStyle* style = nullptr;
  bool is_left = false;
  std::int64_t number = 1;
  std::string label;
  /// What `string()` shows: the first value set on the page, else the last one before.
  Strings strings;
  /// `string(NAME, start)` and `string(NAME, last)`: in force where the page begins, and where it ends.
  Strings start_strings, last_strings;
  /// Names set on this page, where `string(NAME, first-except)` shows nothing.
  std::vector<std::string> set_here;
};

/// The document's blocks in sequences: a new one at each forced break and each change of page name.
std::vector<Sequence> make_sequences(const book::Manuscript& manuscript, const style::Styles& styles,
                                     const Generated& generated);

/// Numbers the pages of all sequences and inserts blank ones where a sequence or chapter must start on one
/// side.
std::vector<PlannedPage> plan_pages(std::span<Sequence> sequences, const style::Styles& styles);

/// On which page each node begins, by the pages' items, and the pages' labels.
References find_references(std::span<const PlannedPage> pages, const book::Manuscript& manuscript);

}  // namespace reliure::layout
