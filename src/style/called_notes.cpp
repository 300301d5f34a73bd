#include "style/called_notes.h"

namespace reliure::style {
namespace {

using book::Kind;
using book::NodeId;

bool hides_itself(NodeId node, const book::Manuscript& manuscript, const Styles& styles) {
  return manuscript[node].kind != Kind::text && styles[node].display == Display::none;
}

void show(NodeId note, const book::Manuscript& manuscript, Styles& styles) {
  styles.hidden_[note.value] = false;
  for (NodeId id{note.value + 1}; id <= manuscript[note].last_descendant; ++id.value) {
    const bool inside_hidden = styles.hidden_[manuscript[id].parent.value];
    styles.hidden_[id.value] = inside_hidden || hides_itself(id, manuscript, styles);
  }
}

}  // namespace

void show_called_notes(const book::Manuscript& manuscript, Styles& styles) {
  // Once shown, a note may call others.
  bool found = true;
  while (found) {
    found = false;
    for (const book::LinkTarget& link : manuscript.links) {
      const bool is_note = link.node != book::kNoNode && manuscript[link.node].kind == Kind::note;
      if (is_note && styles.hidden(link.node) && !styles.hidden(link.source) &&
          !hides_itself(link.node, manuscript, styles)) {
        show(link.node, manuscript, styles);
        found = true;
      }
    }
  }
}

}  // namespace reliure::style
