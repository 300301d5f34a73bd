#include "epub/xhtml.h"

#include <algorithm>

#include "epub/attributes.h"
#include "epub/escape.h"
#include "epub/links.h"
#include "epub/page_breaks.h"
#include "epub/semantics.h"
#include "epub/words.h"
#include "epub/writer.h"

namespace reliure::epub {
namespace {

/// The offset at or before `offset` where a character begins.
std::size_t character_start(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  while (offset > 0 && offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0) == 0x80)
    --offset;
  return offset;
}

NodeId write_text(Writer& writer, NodeId node) {
  const std::string_view text = (*writer.plan.manuscript)[node].text;
  const NodeId next{node.value + 1};
  if (is_blank(text)) {
    if (holds_phrasing(writer.frames.back().model)) append_text(writer.out, text);
    return next;
  }
  if (settle(writer, node, Kind::text, false) != Fit::as_is) return next;
  write_page_markers(writer, node);
  std::size_t written = 0;
  const bool markable =
      writer.frames.back().model == Model::flow || writer.frames.back().model == Model::phrasing;
  while (markable && writer.next_break < writer.document.breaks.end &&
         writer.plan.breaks[writer.next_break].node == node) {
    const PageBreak& page_break = writer.plan.breaks[writer.next_break++];
    const std::size_t at = character_start(text, page_break.offset);
    append_text(writer.out, text.substr(written, at - written));
    append_page_marker(writer.out, writer.plan, page_break);
    written = at;
  }
  append_text(writer.out, text.substr(written));
  return next;
}

NodeId write_node(Writer& writer, NodeId node) {
  const book::Node& written = (*writer.plan.manuscript)[node];
  const NodeId behind{written.last_descendant.value + 1};
  if (!writer.plan.has(node, kKept)) return behind;
  if (written.kind == Kind::text) return write_text(writer, node);
  if (written.kind == Kind::note) {
    write_note_call(writer, node);
    return behind;
  }
  // The break of a page that begins with this element.
  write_page_markers(writer, NodeId{node.value + 1});
  return write_element(writer, node);
}

bool is_container(Kind kind) {
  return kind == Kind::section || kind == Kind::article || kind == Kind::aside || kind == Kind::nav ||
         kind == Kind::main || kind == Kind::div || kind == Kind::header || kind == Kind::footer;
}

bool has_readable_heading(const Plan& plan, const Document& document) {
  return document.heading != kNoNode && plan.has(document.heading, kHasText);
}

void append_section_start(std::string& out, const Plan& plan, const Document& document) {
  const Semantics semantics = semantics_of(plan, document);
  const std::string_view tag = document.listing != Listing::none ? "nav" : "section";
  out += '<';
  out += tag;
  if (is_container((*plan.manuscript)[document.section].kind)) {
    const auto append = document.part == 0 ? append_attributes : append_attributes_of_rest;
    append(out, plan, document.section, {tag, Fit::as_is});
  }
  append_type(out, plan.target, semantics.type);
  if (!semantics.role.empty()) append_attribute(out, "role", semantics.role);
  const bool named = plan.manuscript->attribute(document.section, "aria-label").has_value();
  if (document.part > 0 && !named && !is_blank(document.title))
    append_attribute(out, "aria-label", document.title);
  if (has_readable_heading(plan, document)) {
    out += " aria-labelledby=\"";
    append_id(out, plan, document.heading);
    out += '"';
  }
  out += ">\n";
}

/// Opens the elements again that go on from the file before.
void open_again(Writer& writer) {
  const book::Manuscript& manuscript = *writer.plan.manuscript;
  std::vector<NodeId> open;
  for (NodeId node = manuscript[writer.document.first].parent; node > writer.document.section;
       node = manuscript[node].parent) {
    open.push_back(node);
  }
  for (auto node = open.rbegin(); node != open.rend(); ++node) {
    const Kind kind = manuscript[*node].kind;
    const std::string_view tag = book::name(kind);
    writer.out.append("<").append(tag);
    append_attributes_of_rest(writer.out, writer.plan, *node, {tag, Fit::as_is});
    writer.out += '>';
    open_frame(writer, {.tag = tag,
                        .kind = kind,
                        .node = *node,
                        .last = manuscript[*node].last_descendant,
                        .counted = true});
  }
}

}  // namespace

void write_page_markers(Writer& writer, NodeId node) {
  const Model model = writer.frames.back().model;
  if (model != Model::flow && model != Model::phrasing) return;
  while (writer.next_break < writer.document.breaks.end &&
         writer.plan.breaks[writer.next_break].node < node) {
    append_page_marker(writer.out, writer.plan, writer.plan.breaks[writer.next_break++]);
  }
}

void write_nodes(Writer& writer, NodeId first, NodeId last) {
  const std::size_t floor = writer.frames.size();
  if (first > writer.document.section && first == writer.document.first) open_again(writer);
  for (NodeId node = first; node <= last;) {
    while (writer.frames.size() > floor && writer.frames.back().last < node) {
      close_frame(writer);
      const bool between_blocks = writer.frames.size() == floor && writer.frames.back().model == Model::flow;
      if (between_blocks) writer.out += '\n';
    }
    node = write_node(writer, node);
  }
  while (writer.frames.size() > floor) close_frame(writer);
}

void append_head(std::string& out, std::string_view title, std::string_view language,
                 std::string_view division, std::string_view styles) {
  out +=
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n"
      "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\"";
  append_language(out, Target::ebook, language);
  if (is_right_to_left(language)) out += " dir=\"rtl\"";
  out += ">\n<head>\n<title>";
  append_text(out, title);
  out.append("</title>\n").append(styles).append("\n</head>\n<body");
  if (!division.empty()) append_attribute(out, "epub:type", division);
  out += ">\n";
}

void append_foot(std::string& out) { out += "</body>\n</html>\n"; }

/// Whether the node stands where its document begins.
bool begins_document(const Plan& plan, const Document& document, NodeId node) {
  for (; node > document.section; node = (*plan.manuscript)[node].parent) {
    if (!begins_parent(plan, node)) return false;
  }
  return true;
}

/// The page that begins with a chapter, before its section: there a style's `h1:first-child` finds the
/// heading.
void write_first_page_marker(Writer& writer) {
  const Plan& plan = writer.plan;
  while (writer.next_break < writer.document.breaks.end) {
    const PageBreak& page_break = plan.breaks[writer.next_break];
    if (page_break.offset > 0 || !begins_document(plan, writer.document, page_break.node)) return;
    append_page_marker(writer.out, plan, page_break);
    ++writer.next_break;
  }
}

std::string window_title(const Plan& plan, const Document& document) {
  const std::string_view book = trimmed(plan.manuscript->metadata.title);
  const std::string_view chapter = trimmed(document.title);
  if (chapter.empty() || chapter == book) return std::string(book.empty() ? document.file : book);
  const std::string part = document.part == 0 ? "" : " (" + std::to_string(document.part + 1) + ")";
  return std::string(chapter) + part + (book.empty() ? "" : " – ") + std::string(book);
}

std::string write_section(const Plan& plan, const Document& document, base::Diagnostics& diagnostics) {
  Writer writer{.plan = plan, .document = document, .diagnostics = diagnostics};
  writer.next_break = document.breaks.begin;
  writer.called.resize(document.notes.size());
  write_first_page_marker(writer);
  append_section_start(writer.out, plan, document);
  const bool container = document.part == 0 && is_container((*plan.manuscript)[document.section].kind);
  const NodeId first{document.first.value + (container ? 1 : 0)};
  writer.frames.push_back({"section", Kind::section, Model::flow, document.section, document.last});
  write_nodes(writer, first, document.last);
  write_page_markers(writer, kNoNode);
  writer.out += '\n';
  write_notes(writer);
  writer.out += document.listing != Listing::none ? "</nav>\n" : "</section>\n";
  return std::move(writer.out);
}

std::string write_document(const Plan& plan, const Document& document, base::Diagnostics& diagnostics) {
  std::string out;
  append_head(out, window_title(plan, document), document.language, division_of(document));
  out += write_section(plan, document, diagnostics);
  append_foot(out);
  return out;
}

}  // namespace reliure::epub
