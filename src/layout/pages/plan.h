#pragma once
// The plan of the book's pages: which strips each one shows, its number, its side, its style.
#include <algorithm>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "layout/flow/flow.h"
#include "layout/pages/break_pages.h"
#include "layout/pages/notes.h"
#include "layout/pages/page_room.h"
#include "layout/references.h"
#include "style/styles.h"

namespace reliure::layout {

/// Blocks that follow each other on the same kind of page: laid out and broken as one.
struct Sequence {
  std::vector<book::NodeId> blocks;
  /// What of them it has: one may begin on pages of one name and go on on others.
  Stretch stretch;
  /// The named page, or empty.
  std::string page_name;
  /// What the first page must be.
  style::BreakRule demand = style::BreakRule::automatic;
  /// It begins on the book's first page.
  bool opens_book = false;
  /// It goes on where pages for a wide table interrupted it: its first page is none in the sense of `:first`.
  bool resumes = false;
  /// What its pages offer, and how wide its text is set.
  PageRoom room;
  base::Length width;
  /// Its text shows page numbers of other places, which a first pass cannot know.
  bool refers = false;
  Flow flow;
  Notes notes;
  PageFloats floats;
  std::vector<PageCut> cuts;
  /// Tables that want pages of another name, wider than these.
  std::vector<book::NodeId> wide_tables;
};

/// What running matter may show on one page, by name (CSS GCPM 3 §1.2.2): strings, or elements.
template <class Value>
struct RunningValues {
  using Values = std::map<std::string, Value, std::less<>>;
  /// The first value set on the page, else the last one before.
  Values first;
  /// In force where the page begins, and where it ends.
  Values start, last;
  /// Names set on this page, where `first-except` shows nothing.
  std::vector<std::string> set_here;

  /// What `which` (as in `string(NAME, which)`) shows, or nothing.
  const Value* find(std::string_view name, std::string_view which) const {
    if (which == "first-except" && std::find(set_here.begin(), set_here.end(), name) != set_here.end()) {
      return nullptr;
    }
    const Values& values = which == "start" ? start : which == "last" ? last : first;
    const auto found = values.find(name);
    return found == values.end() ? nullptr : &found->second;
  }
};

struct PlannedPage {
  /// Nothing for a blank page. Its strips are the page's to paint.
  Sequence* sequence = nullptr;
  Cut cut;
  NotesCut notes;
  FloatsCut floats;
  const style::PageStyle* style = nullptr;
  bool is_left = false;
  std::int64_t number = 1;
  std::string label;
  RunningValues<std::string> strings;
  RunningValues<book::NodeId> elements;
};

/// How far a picture reaches over the margins of a page: over the sheet, over the top, or (`none`) neither.
enum class Reach : std::uint8_t { none, top, sheet };
Reach reach_on(const PlannedPage& page);

/// What stands at the foot of a page: the notes of its text, then those of its floats.
std::vector<ShownNotes> notes_on(Sequence& sequence, NotesCut notes, FloatsCut floats);

/// The document's blocks in sequences: a new one where a chapter asks for a new page, and wherever the page's
/// name changes between two blocks, however deep (CSS Paged Media 3 §3.4). Tables, columns and what stands
/// beside the text are on pages of one name. `wide_tables` stand on pages of their `wide_page`, and with each
/// the figure around it, boxes that have nothing else in them and the headings right above it.
std::vector<Sequence> make_sequences(const book::Manuscript& manuscript, const style::Styles& styles,
                                     const Generated& generated,
                                     std::span<const book::NodeId> wide_tables = {});

/// Numbers the pages of all sequences and inserts blank ones where a sequence or chapter must start on one
/// side.
std::vector<PlannedPage> plan_pages(std::span<Sequence> sequences, const style::Styles& styles);

/// On which page each node begins, by the pages' items, and the pages' labels.
References find_references(std::span<const PlannedPage> pages, const book::Manuscript& manuscript);

}  // namespace reliure::layout
