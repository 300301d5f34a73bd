#pragma once
// Footnotes: laid out once, one after the other in one long list. Each page shows a stretch of the list: the
// notes that it calls, and what the page before had no room for (The TeXbook, ch. 15, on insertions).
#include <span>
#include <unordered_set>
#include <vector>

#include "layout/flow/build.h"
#include "layout/flow/flow.h"
#include "style/page_style.h"

namespace reliure::layout {

/// A stretch of the list of notes, half-open, counted in strips of all notes.
struct NotesCut {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct Notes {
  struct Note {
    book::NodeId node;
    Flow flow;
    /// The place of its first strip in the list.
    std::size_t first = 0;
    /// The strips of its flow that the list has: all but space around them.
    std::size_t flow_begin = 0, flow_end = 0;
  };
  /// A strip as the list knows it.
  struct Place {
    /// Into `notes`.
    std::uint32_t note = 0;
    /// The height of all strips before it.
    base::Length above;
    /// What returns above it where a page's notes begin with this strip: edges of boxes, a table's header.
    base::Length head;
    /// What stands below the strips before it where a page's notes end here.
    base::Length foot;
    bool is_space = false;
    /// A page's notes may end before it, at this cost; `kNever` where they may not.
    std::int32_t split_cost = kNever;
  };

  /// In the order of their calls; notes that a note calls follow it.
  std::vector<Note> notes;
  /// One more than there are strips: the last one is the end.
  std::vector<Place> places;
  /// By strip of the text, and its end: where the notes end that are called before it. Empty without notes.
  std::vector<std::size_t> called_before;
  /// What the area adds to the notes in it: margin, border and padding.
  base::Length frame;

  /// Where the notes end that strips before `strip` call.
  std::size_t called(std::size_t strip) const { return called_before.empty() ? 0 : called_before[strip]; }
  /// Whether a note begins at this place of the list.
  bool begins_note(std::size_t place) const {
    return place + 1 >= places.size() || notes[places[place].note].first == place;
  }
  /// The height of a stretch on its page, with the area's frame; nothing for nothing.
  base::Length room_for(NotesCut cut) const;
};

/// Notes that are in a list already, by node.
using NotesCalled = std::unordered_set<std::uint32_t>;

/// Lays out every note that the flow calls and that is not `known`.
Notes build_notes(const Flow& flow, const style::PageStyle& page, Workshop& workshop, NotesCalled& known);

/// Appends a note that is laid out to the list. A note taller than `page` may be split anywhere.
void append_note(book::NodeId node, Flow flow, base::Length page, Notes& notes);

/// The last place up to `cut.end` where the notes from `cut.begin` on may end in `room`; `least` where there
/// is none behind it.
std::size_t last_split(const Notes& notes, NotesCut cut, std::size_t least, base::Length room);

/// A part of one note.
struct NotePart {
  std::size_t note = 0;
  /// Of its flow.
  Cut cut;
};
std::vector<NotePart> parts_of(const Notes& notes, NotesCut cut);

/// A stretch of a list of notes on a page.
struct ShownNotes {
  Notes* notes = nullptr;
  NotesCut cut;
};

/// How high the area is that holds these stretches; nothing for nothing.
base::Length height_of(std::span<const ShownNotes> shown);

/// Paints the note area with its foot at the foot of `body`.
void paint_notes(std::span<const ShownNotes> shown, const style::PageStyle& page, base::Rect body,
                 Fragment& target);

}  // namespace reliure::layout
