#pragma once
// Generated content as pages need it: with the elements that leave the flow, and the calls of notes that
// stand where all is hidden.
#include <vector>

#include "style/generated.h"

namespace reliure::layout {

using style::counter_text;
using style::GeneratedContent;
using style::GeneratedPart;
using style::GeneratedString;
using style::RunningElement;

struct Generated : style::Generated {
  /// Links that stand for the first call of a note, which is hidden: sorted.
  std::vector<book::NodeId> note_calls;
  /// Elements that left the flow, sorted by node.
  std::vector<RunningElement> running;
  /// Whether `node` itself left the flow.
  bool is_running(book::NodeId node) const;
};

/// What `style::generated_content` says, and what pages take out of the flow.
Generated generate(const book::Manuscript& manuscript, const style::Styles& styles);

}  // namespace reliure::layout
