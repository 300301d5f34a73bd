#pragma once
// Floats of the page: blocks that leave the text for the top or the foot of a page. They form one list in the
// order of their places, and each page shows a stretch of it: what was written first stands first.
#include <vector>

#include "layout/pages/notes.h"

namespace reliure::layout {

/// A stretch of the list of floats, half-open.
struct FloatsCut {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// What a stretch of floats takes of its page.
struct FloatsRoom {
  /// With the margins between floats and text, without those at the page's edge.
  base::Length top, foot;
  /// Notes that are called in them, with the area's frame.
  base::Length notes;
  base::Length all() const { return top + foot + notes; }
};

struct PageFloats {
  struct Float {
    base::Length above, height, below;
    bool at_foot = false;
    bool opens_page = false;
    /// It begins with a picture that is as wide as the sheet: as the first one at the top of a page it
    /// reaches so far over the margin.
    base::Length reach;
    /// What is called in it: on its page, behind the notes of the text.
    Notes notes;
  };
  std::vector<Float> floats;
  /// By strip of the text, and its end: how many floats have their places before it. Empty without floats.
  std::vector<std::size_t> called_before;
  /// Heights at the top of a page are whole steps of this, where lines keep to a grid; else zero.
  base::Length step;

  std::size_t called(std::size_t strip) const { return called_before.empty() ? 0 : called_before[strip]; }
  /// What `cut` takes of a page with text: none at the top follows one at the foot.
  FloatsRoom beside_text(FloatsCut cut) const;
  /// The same of a page that has nothing else: all below each other.
  FloatsRoom alone(FloatsCut cut) const;
};

/// The floats of `flow`, with the notes that they call and that are not `known`.
PageFloats measure_floats(const Flow& flow, const style::PageStyle& page, Workshop& workshop,
                          NotesCalled& known);

/// Where the floats of a page stand.
struct FloatsPlace {
  base::Rect body;
  /// The corner of the sheet with its bleed.
  base::Point sheet;
  /// There is no text.
  bool alone = false;
};

/// Paints floats at the top of the body, which ends above the notes, and at its foot.
void paint_floats(Flow& flow, const PageFloats& floats, FloatsCut cut, const FloatsPlace& place,
                  Fragment& target);

}  // namespace reliure::layout
