// Elements: as they are, or as what XHTML allows in their place.
#include <algorithm>

#include "epub/attributes.h"
#include "epub/escape.h"
#include "epub/formulas.h"
#include "epub/grouping.h"
#include "epub/links.h"
#include "epub/writer.h"

namespace reliure::epub {
namespace {

/// XML parsers of readers give up at 256 open elements; deeper ones lose their tags.
constexpr std::size_t kDeepest = 200;

NodeId behind(const Writer& writer, NodeId node) {
  return {(*writer.plan.manuscript)[node].last_descendant.value + 1};
}

/// Whether an element of the kind is open where another may not stand.
bool is_nested_wrongly(const Writer& writer, Kind kind) {
  const auto open = [&writer](Kind outer) { return writer.open(outer) > 0; };
  switch (kind) {
    case Kind::a:
      return open(Kind::a);
    case Kind::dfn:
      return open(Kind::dfn);
    case Kind::header:
    case Kind::footer:
      return open(Kind::header) || open(Kind::footer) || open(Kind::address);
    case Kind::address:
      return open(Kind::address);
    case Kind::table:
      return open(Kind::caption);
    default:
      return false;
  }
}

/// Whether the element as itself would say nothing, or something false.
bool is_pointless(const Writer& writer, NodeId node, Kind kind) {
  const Plan& plan = writer.plan;
  if (kind == Kind::bdo) return !plan.manuscript->attribute(node, "dir");
  if (kind == Kind::dl) return !has_term_groups(plan, node);
  if (kind == Kind::ruby) return !has_ruby_groups(plan, node);
  return book::heading_level(kind) > 0 && !plan.has(node, kHasText);
}

Fit neutral(const Writer& writer, NodeId node, Kind kind) {
  const Model model = writer.frames.back().model;
  const bool phrasing = model == Model::phrasing || model == Model::ruby;
  const bool inline_element = is_phrasing(kind) && !writer.plan.has(node, kHasBlock);
  return phrasing || inline_element ? Fit::as_span : Fit::as_div;
}

/// The tag that the element is written with, as itself.
std::string_view own_tag(const Writer& writer, NodeId node, Kind kind) {
  const bool late_head = kind == Kind::thead && writer.frames.back().late;
  const bool early_foot = kind == Kind::tfoot && !ends_parent(writer.plan, node);
  if (late_head || early_foot) return "tbody";
  // A header cell without a word is a cell.
  if (kind == Kind::th && !writer.plan.has(node, kHasText)) return "td";
  return book::name(kind);
}

/// The address that a link leads to, or nothing.
std::optional<std::string> address_of(Writer& writer, NodeId node) {
  const book::LinkTarget* link = writer.plan.manuscript->link(node);
  if (link == nullptr) return std::nullopt;
  if (link->node != kNoNode) {
    const NodeId target = shown_target(writer.plan, link->node);
    if (target == kNoNode) return std::nullopt;
    std::string address;
    append_reference(address, writer.plan, &writer.document, target);
    return address;
  }
  auto address = outside_address(link->url);
  if (!address && !link->url.empty()) {
    writer.diagnostics.report(base::Code::epub_bad_address, (*writer.plan.manuscript)[node].span,
                              "`" + std::string(link->url) + "` is not an address that a reader can open",
                              "the text stays, without its link");
  }
  return address;
}

bool leads_to_note(const Writer& writer, NodeId node) {
  const book::LinkTarget* link = writer.plan.manuscript->link(node);
  return link != nullptr && link->node != kNoNode && (*writer.plan.manuscript)[link->node].kind == Kind::note;
}

void append_link_attributes(Writer& writer, NodeId node, const std::string& address) {
  append_attribute(writer.out, "href", address);
  if (leads_to_note(writer, node)) {
    append_type(writer.out, writer.plan.target, "noteref");
    writer.out += " role=\"doc-noteref\"";
  } else if (!writer.plan.has(node, kHasText)) {
    // Without words a link is read by its title, or by where it leads.
    const std::string_view title = trimmed(writer.plan.manuscript->attribute(node, "title").value_or(""));
    append_attribute(writer.out, "aria-label", title.empty() ? address : title);
  }
}

/// For screens on which rows stand as blocks (see `kOwnRules`).
void append_column_head(Writer& writer, NodeId cell) {
  if (writer.tables.empty()) return;
  const std::string_view head = head_of(writer.plan, writer.tables.back(), cell);
  if (!head.empty()) append_attribute(writer.out, "data-head", head);
}

/// An empty element that bears the id of one whose tags are left out.
void write_anchor(Writer& writer, NodeId node) {
  if (!writer.plan.has(node, kNeedsId) || !holds_phrasing(writer.frames.back().model)) return;
  writer.out += "<span id=\"";
  append_id(writer.out, writer.plan, node);
  writer.out += "\"></span>";
}

NodeId write_without_tags(Writer& writer, NodeId node) {
  write_anchor(writer, node);
  Frame frame;
  frame.kind = Kind::span;
  const bool columns = (*writer.plan.manuscript)[node].kind == Kind::colgroup;
  frame.model = columns ? Model::nothing : writer.frames.back().model;
  frame.node = node;
  frame.last = (*writer.plan.manuscript)[node].last_descendant;
  open_frame(writer, frame);
  return {node.value + 1};
}

void write_generated_text(Writer& writer, NodeId node, book::GeneratedPlace place) {
  constexpr std::string_view kClasses[] = {"generated-before", "generated-after", "generated-marker"};
  const Model model = writer.frames.back().model;
  const book::GeneratedText* generated = generated_text(writer.plan, node, place);
  if (generated == nullptr || (model != Model::flow && model != Model::phrasing)) return;
  writer.out += "<span";
  append_attribute(writer.out, "class", kClasses[static_cast<std::size_t>(place)]);
  if (generated->alternative && generated->alternative->empty()) {
    append_attribute(writer.out, "aria-hidden", "true");
  } else if (generated->alternative) {
    append_attribute(writer.out, "role", "img");
    append_attribute(writer.out, "aria-label", *generated->alternative);
  }
  writer.out += '>';
  append_text(writer.out, generated->text);
  writer.out += "</span>";
}

NodeId write_picture(Writer& writer, NodeId node) {
  const book::Manuscript& manuscript = *writer.plan.manuscript;
  const PictureFile* file = picture_of(writer.plan, node);
  const std::string_view alternative = manuscript.attribute(node, "alt").value_or("");
  std::string& out = writer.out;
  if (file == nullptr) {
    out += "<span";
    append_attributes(out, writer.plan, node, {"span", Fit::as_span});
    out += '>';
    append_text(out, alternative);
    out += "</span>";
  } else {
    out += "<img";
    append_attribute(out, "src", file->name);
    append_attribute(out, "alt", alternative);
    append_attributes(out, writer.plan, node, {"img", Fit::as_is});
    out += "/>";
  }
  return behind(writer, node);
}

Fit fit_of(Writer& writer, NodeId node, Kind kind) {
  const Model model = writer.frames.back().model;
  const bool void_element = model_of(kind, model) == Model::nothing;
  if (writer.frames.size() > kDeepest && holds_phrasing(model) && !void_element) return Fit::drop;
  const Fit fit = settle(writer, node, kind, writer.plan.has(node, kHasBlock));
  const bool neutralised =
      fit == Fit::as_is && (is_nested_wrongly(writer, kind) || is_pointless(writer, node, kind));
  return neutralised ? neutral(writer, node, kind) : fit;
}

/// HTML passes over a line end that a `pre` begins with; before another one it may.
void write_kept_line_end(Writer& writer, NodeId pre) {
  const book::Manuscript& manuscript = *writer.plan.manuscript;
  const NodeId first = manuscript[pre].first_child;
  const bool kept = first != kNoNode && manuscript[first].text.starts_with('\n');
  if (kept && writer.plan.target == Target::site) writer.out += '\n';
}

NodeId write_tagged(Writer& writer, NodeId node, Appearance appearance,
                    const std::optional<std::string>& address) {
  const book::Node& element = (*writer.plan.manuscript)[node];
  Frame frame;
  frame.tag = appearance.tag;
  frame.kind = element.kind;
  frame.model = appearance.fit == Fit::as_div    ? Model::flow
                : appearance.fit == Fit::as_span ? Model::phrasing
                                                 : model_of(element.kind, writer.frames.back().model);
  frame.node = node;
  frame.last = element.last_descendant;
  frame.counted = appearance.fit == Fit::as_is;
  if (element.kind == Kind::table && frame.counted) {
    writer.tables.push_back(columns_of(writer.plan, node));
    appearance.many_columns = writer.tables.back().count >= kManyColumns;
  }
  writer.out += '<';
  writer.out += frame.tag;
  if (address) append_link_attributes(writer, node, *address);
  append_attributes(writer.out, writer.plan, node, appearance);
  if (element.kind == Kind::td && frame.counted) append_column_head(writer, node);
  if (frame.model == Model::nothing) {
    writer.out += "/>";
    return behind(writer, node);
  }
  writer.out += '>';
  if (frame.tag == "pre") write_kept_line_end(writer, node);
  open_frame(writer, frame);
  if (node == writer.numbered_paragraph) write_back_link(writer, writer.numbered_note);
  write_generated_text(writer, node, book::GeneratedPlace::marker);
  write_generated_text(writer, node, book::GeneratedPlace::before);
  return {node.value + 1};
}

}  // namespace

void open_frame(Writer& writer, const Frame& frame) {
  writer.frames.push_back(frame);
  if (frame.counted) ++writer.open_count[static_cast<std::size_t>(frame.kind)];
}

void close_frame(Writer& writer) {
  const Frame frame = writer.frames.back();
  const bool goes_on = frame.last > writer.document.last;
  if (frame.node != kNoNode && !frame.tag.empty() && !goes_on)
    write_generated_text(writer, frame.node, book::GeneratedPlace::after);
  writer.frames.pop_back();
  if (!frame.tag.empty()) {
    writer.out += "</";
    writer.out += frame.tag;
    writer.out += '>';
  }
  if (frame.counted) --writer.open_count[static_cast<std::size_t>(frame.kind)];
  if (frame.counted && frame.kind == Kind::table) writer.tables.pop_back();
  if (frame.kind == Kind::a && frame.counted) write_waiting_calls(writer);
}

NodeId write_element(Writer& writer, NodeId node) {
  const Kind kind = (*writer.plan.manuscript)[node].kind;
  Fit fit = fit_of(writer, node, kind);
  if (fit == Fit::drop) return write_without_tags(writer, node);
  // Brackets for readers that know no ruby; those of e-books do (EPUBCheck HTM-055).
  if (kind == Kind::rp && fit == Fit::as_is) {
    write_anchor(writer, node);
    return behind(writer, node);
  }
  if (kind == Kind::img) return write_picture(writer, node);
  if (is_formula(writer.plan, node)) return write_formula(writer, node);
  if (kind == Kind::math) fit = neutral(writer, node, kind);
  std::optional<std::string> address;
  if (kind == Kind::a && fit == Fit::as_is) {
    address = address_of(writer, node);
    if (!address) fit = neutral(writer, node, kind);
  }
  const std::string_view tag = fit == Fit::as_div    ? "div"
                               : fit == Fit::as_span ? "span"
                                                     : own_tag(writer, node, kind);
  return write_tagged(writer, node, {tag, fit}, address);
}

}  // namespace reliure::epub
