// Notes: a call in the text, the note at the end of the chapter, and links both ways (DPUB-ARIA 1.1:
// `doc-noteref`, `doc-footnote`, `doc-backlink`).
#include "base/language.h"
#include "epub/attributes.h"
#include "epub/escape.h"
#include "epub/words.h"
#include "epub/writer.h"

namespace reliure::epub {
namespace {

/// The call as its author's text shows it.
std::string label_of(const Writer& writer, NodeId note) {
  const auto number = writer.plan.manuscript->attribute(note, "number");
  if (number && !is_blank(*number)) return std::string(trimmed(*number));
  return std::to_string(note_number(writer.plan, writer.document, note));
}

void write_call(Writer& writer, NodeId note) {
  const std::uint32_t number = note_number(writer.plan, writer.document, note);
  writer.called[number - 1] = true;
  std::string& out = writer.out;
  out += "<a class=\"noteref\"";
  append_type(out, writer.plan.target, "noteref");
  out += " role=\"doc-noteref\" id=\"call-";
  append_number(out, number);
  out += "\" href=\"#note-";
  append_number(out, number);
  out += "\">";
  append_text(out, label_of(writer, note));
  out += "</a>";
}

/// The paragraph that a note begins with, or `kNoNode` when it begins with something else.
NodeId first_paragraph(const Plan& plan, NodeId note) {
  NodeId child = (*plan.manuscript)[note].first_child;
  while (child != kNoNode && !is_shown(plan, child)) child = (*plan.manuscript)[child].next_sibling;
  const bool paragraph = child != kNoNode && (*plan.manuscript)[child].kind == Kind::p;
  return paragraph && !plan.has(child, kHasBlock) ? child : kNoNode;
}

/// A note that holds words and no blocks, as one paragraph.
void write_words(Writer& writer, NodeId note) {
  const NodeId last = (*writer.plan.manuscript)[note].last_descendant;
  writer.out += "<p>";
  write_back_link(writer, note);
  writer.frames.push_back({"p", Kind::p, Model::phrasing, note, last});
  write_nodes(writer, NodeId{note.value + 1}, last);
  writer.frames.pop_back();
  writer.out += "</p>";
}

void write_note(Writer& writer, NodeId note) {
  const book::Node& node = (*writer.plan.manuscript)[note];
  std::string& out = writer.out;
  out += "<aside";
  append_type(out, writer.plan.target, "footnote");
  out += " role=\"doc-footnote\" id=\"note-";
  append_number(out, note_number(writer.plan, writer.document, note));
  out += "\" class=\"footnote";
  for (const std::string_view name : writer.plan.manuscript->classes_of(note)) {
    out += ' ';
    append_attribute_value(out, name);
  }
  out += '"';
  if (base::is_language_tag(node.language)) append_language(out, writer.plan.target, node.language);
  out += ">";
  writer.frames.push_back({"aside", Kind::aside, Model::flow, note, node.last_descendant});
  writer.numbered_paragraph = first_paragraph(writer.plan, note);
  writer.numbered_note = note;
  if (!writer.plan.has(note, kHasBlock)) {
    write_words(writer, note);
  } else {
    if (writer.numbered_paragraph == kNoNode) {
      out += "<p>";
      write_back_link(writer, note);
      out += "</p>";
    }
    write_nodes(writer, NodeId{note.value + 1}, node.last_descendant);
  }
  writer.frames.pop_back();
  out += "</aside>\n";
}

}  // namespace

void write_note_call(Writer& writer, NodeId note) {
  if (writer.open(Kind::a) > 0) {
    writer.waiting_calls.push_back(note);
    return;
  }
  if (settle(writer, note, Kind::text, false) == Fit::as_is) write_call(writer, note);
}

void write_waiting_calls(Writer& writer) {
  for (const NodeId note : writer.waiting_calls) write_call(writer, note);
  writer.waiting_calls.clear();
}

void write_back_link(Writer& writer, NodeId note) {
  const Document& document = writer.document;
  const std::uint32_t number = note_number(writer.plan, document, note);
  const std::string label = label_of(writer, note);
  std::string& out = writer.out;
  if (writer.called[number - 1]) {
    out += "<a class=\"note-number\" role=\"doc-backlink\" href=\"#call-";
    append_number(out, number);
    out += '"';
    append_attribute(out, "aria-label", std::string(words_of(document.language).back_to_call) + ' ' + label);
    out += '>';
    append_text(out, label);
    out += "</a> ";
  }
}

void write_notes(Writer& writer) {
  const book::Range range = writer.document.notes;
  if (range.size() == 0) return;
  writer.out += "<section class=\"notes\"";
  append_type(writer.out, writer.plan.target, "footnotes");
  append_attribute(writer.out, "aria-label", words_of(writer.document.language).notes);
  writer.out += ">\n";
  for (std::uint32_t i = range.begin; i < range.end; ++i) write_note(writer, writer.plan.notes[i]);
  writer.out += "</section>\n";
}

}  // namespace reliure::epub
