#pragma once
// Which text stands out too little from its ground (WCAG 2.2, success criterion 1.4.3), by computed styles.
#include <optional>
#include <vector>

#include "book/manuscript.h"
#include "style/resolve.h"
#include "style/styles.h"

namespace reliure::style {

/// Text of one style on one ground. All text of the same style on the same ground is one.
struct FaintText {
  /// The element whose text it is; `kNoNode` for a margin box.
  book::NodeId node;
  std::optional<PseudoElement> pseudo;
  /// For a margin box: its page, whose name lives as long as the styles, and itself.
  PageSelector page;
  MarginBox box = MarginBox::top_left_corner;
  /// What is seen: opaque, and in grey where the edition is.
  Color color, ground;
  /// In hundredths, rounded down; what is asked for, 450 or, of large text, 300.
  int ratio = 0, wanted = 0;
  /// The nearest colour of the same hue that would do; as `color` where none would.
  Color enough;
  /// The element whose background is the ground; `kNoNode` for the page's or a margin box's own.
  book::NodeId grounded;
};

/// All text that the pages show, generated text and margin boxes too, but for what is hidden from those who
/// hear the book or says nothing (bullets, arrows, leaders). Not judged is text over a background picture, or
/// where the ground cannot be known. `grey`: as an edition in grey shows it.
std::vector<FaintText> faint_texts(const book::Manuscript& manuscript, const Styles& styles, Media media,
                                   bool grey);

}  // namespace reliure::style
