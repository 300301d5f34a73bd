#include "content/page_mapper.h"

#include <gumbo.h>

#include <algorithm>
#include <utility>

#include "base/language.h"
#include "content/address.h"
#include "content/ascii.h"
#include "content/attributes.h"
#include "content/slug.h"

namespace reliure::content {
namespace {

using base::Code;
using book::Kind;
using book::kNoNode;
using book::NodeId;

/// More than `repair` lets through with the elements that HTML implies between (`tbody`, `tr`).
constexpr std::size_t kDeepest = 400;

/// Notes in notes: more is a circle or a joke.
constexpr int kDeepestNote = 8;

/// Sets a value for as long as a scope lasts.
template <typename T>
class Restored {
 public:
  Restored(T& variable, T value) : variable_(variable), old_(std::exchange(variable, value)) {}
  ~Restored() { variable_ = old_; }
  Restored(const Restored&) = delete;
  Restored& operator=(const Restored&) = delete;

 private:
  T& variable_;
  T old_;
};

/// Whether the node is more than white space, comments and what is left out.
bool shows(const DomNode& node) {
  if (is_text(node)) return !is_white_space(node);
  return is_element(node) && rule_of(node).treatment != Treatment::drop;
}

bool is_block_node(const DomNode& node) {
  if (!is_element(node)) return false;
  const ElementRule rule = rule_of(node);
  return rule.treatment == Treatment::keep && is_block(rule.kind);
}

}  // namespace

void PageMapper::run() {
  called_.assign(parts_.definitions.size(), kNoNode);
  const base::FileId file = parts_.body.fragment->html.file;
  builder_.open(Kind::section, {file, 0, 0});
  builder_.add_class("chapter");
  builder_.add_class("depth-" + std::to_string(place_.depth));
  if (place_.opens_book) builder_.add_class("opening");
  for (const std::string& name : place_.classes) builder_.add_class(name);
  draft_.nodes.front().language = draft_.strings.store(place_.language);
  title();
  children(parts_.body.dom.root());
  builder_.close();
  report_notes();
  report_formulas();
}

/// The section's first child: the heading with the page's title.
void PageMapper::title() {
  if (place_.title_heading != nullptr) {
    heading(*place_.title_heading, place_.depth);
  } else {
    const NodeId node = builder_.open(Kind::h1, place_.title_span);
    builder_.text(place_.title, place_.title_span);
    builder_.close();
    draft_.headings.push_back({node, place_.depth, true, {}});
  }
  draft_.title = draft_.headings.front().node;
}

// --- Children and text ------------------------------------------------------------------------------------

void PageMapper::children(const DomNode& parent) {
  const std::size_t count = child_count(parent);
  // The next child that shows something, or `count`.
  std::size_t next = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const DomNode& node = child(parent, i);
    if (!is_white_space(node)) {
      child_node(node);
      continue;
    }
    for (next = std::max(next, i + 1); next < count && !shows(child(parent, next)); ++next) {
    }
    if (white_space_counts(next < count ? &child(parent, next) : nullptr)) text(node);
  }
}

void PageMapper::child_node(const DomNode& node) {
  if (!is_text(node) && !is_element(node)) return;
  const Kind kind = builder_.kind();
  const bool in_list = kind == Kind::ul || kind == Kind::ol;
  const bool is_item = is_element(node) && element_name(node) == "li";
  // Lists hold items only: what stands between them becomes one.
  const bool wrapped = in_list && !is_item && has_content(node);
  if (wrapped) builder_.open(Kind::li, span(node));
  is_text(node) ? text(node) : element(node);
  if (wrapped) builder_.close();
}

/// White space between blocks is the author's layout of the file; between inlines it separates words.
bool PageMapper::white_space_counts(const DomNode* next) const {
  const Kind kind = builder_.kind();
  if (kind == Kind::pre || in_code_) return true;
  if (holds_no_text(kind)) return false;
  const NodeId previous = builder_.last_child();
  const bool after_block = previous != kNoNode && is_block(draft_[previous].kind);
  if (after_block || (next != nullptr && is_block_node(*next))) return false;
  const bool trims_edges = is_block(kind) || kind == Kind::note;
  return !trims_edges || (previous != kNoNode && next != nullptr);
}

void PageMapper::text(const DomNode& node) {
  const std::string_view characters = node.v.text.text;
  const MappedText& html = current_->html;
  builder_.text(characters, span(node));
  if (in_code_ || !is_template(characters)) return;
  const Extent extent = extent_of(node);
  const std::size_t begin = html.text.find_first_of('{', extent.begin);
  const std::size_t end = std::min({html.text.find("}", begin), extent.end, html.text.size()});
  auto& diagnostic = draft_.diagnostics.report(Code::content_template_leftover,
                                               span_of(html, begin, std::min(end + 2, extent.end)),
                                               "a template expression stands in the text");
  diagnostic.hints.push_back(
      "write what it stands for, or give Reliure the pages that the site generator made");
}

// --- Elements ---------------------------------------------------------------------------------------------

void PageMapper::element(const DomNode& node) {
  const std::string name = element_name(node);
  if (name == kNoteCallElement && note_call(node)) return;
  if (builder_.depth() >= kDeepest) return children(node);
  const ElementRule rule = rule_of(node);
  switch (rule.treatment) {
    case Treatment::keep:
      if (name == "button" && inlines_only_) return children(node);
      return kept(node, rule.kind);
    case Treatment::unwrap:
      return children(node);
    case Treatment::drop:
      return;
    case Treatment::report:
      return dropped(node, name);
    case Treatment::medium:
      return medium(node, name);
    case Treatment::img:
      return img(node, node);
    case Treatment::picture:
      return picture(node);
    case Treatment::svg:
      return svg(node);
    case Treatment::math:
      return formula(node);
    case Treatment::input:
      return input(node);
    case Treatment::unknown:
      return unknown(node, name);
  }
}

void PageMapper::kept(const DomNode& node, Kind kind) {
  kind = fitting(node, kind);
  if (heading_level(node) > 0 && book::heading_level(kind) > 0) {
    if (&node == place_.title_heading) return;
    return heading(node, heading_level(node) + place_.level_shift);
  }
  if (kind == Kind::a) return link(node);
  if (kind == Kind::p && is_figures(node)) return figures(node);
  const bool empty = kind == Kind::p && child_count(node) == 0 && node.v.element.attributes.length == 0;
  if (empty) return;
  const Restored inlines(inlines_only_, inlines_only_ || holds_inlines(kind));
  const Restored code(in_code_, in_code_ || kind == Kind::pre || kind == Kind::code);
  const Restored listing(unlisted_, unlisted_ || kind == Kind::nav);
  open(node, kind);
  children(node);
  builder_.close();
}

/// The kind that may stand here: parts of a model (`li`, `dt`) only in their parent, no block in a paragraph.
Kind PageMapper::fitting(const DomNode& node, Kind kind) const {
  const Kind parent = builder_.kind();
  if (inlines_only_ && is_block(kind)) return Kind::span;
  switch (kind) {
    case Kind::li:
      return parent == Kind::ul || parent == Kind::ol ? kind : Kind::div;
    case Kind::dt:
    case Kind::dd:
      return parent == Kind::dl || parent == Kind::div ? kind : Kind::div;
    case Kind::figcaption:
      return parent == Kind::figure ? kind : Kind::div;
    case Kind::summary:
      return parent == Kind::details ? kind : Kind::div;
    case Kind::rt:
    case Kind::rp:
      return parent == Kind::ruby ? kind : Kind::span;
    case Kind::span:
      return !inlines_only_ && is_block(parent) && contains_block(node) ? Kind::div : kind;
    default:
      return kind;
  }
}

void PageMapper::heading(const DomNode& node, int level) {
  const bool shows_something = has_content(node);
  const bool named = shows_something && has_name(node);
  if (!named) {
    draft_.diagnostics.report(Code::content_empty_heading, span(node), "a heading has no text",
                              shows_something ? "write its text, or describe its picture"
                                              : "write its text, or take the heading out");
  }
  if (!shows_something) return;
  const Restored inlines(inlines_only_, true);
  // A heading that only decorates would be announced as nothing: it is no heading.
  const NodeId id = open(node, named ? Kind::h1 : Kind::p);
  if (named) draft_.headings.push_back({id, level, !unlisted_, {}});
  children(node);
  builder_.close();
}

NodeId PageMapper::open(const DomNode& node, Kind kind) {
  const NodeId id = builder_.open(kind, span(node));
  attributes(node, id);
  return id;
}

// --- Links ------------------------------------------------------------------------------------------------

void PageMapper::link(const DomNode& node) {
  const auto address = attribute(node, "href");
  const Restored inside(in_link_, true);
  const NodeId id = open(node, Kind::a);
  bool waits_for_title = false;
  if (address) {
    const std::string_view trimmed_address = draft_.strings.store(trimmed(*address));
    const base::Span place = value_span(current_->html, node, "href");
    if (is_template(trimmed_address)) {
      draft_.diagnostics.report(Code::content_template_leftover, place,
                                "a template expression stands in an address", "write the address itself");
    } else if (is_unsafe(trimmed_address)) {
      const std::string scheme(scheme_of(trimmed_address));
      draft_.diagnostics.report(Code::content_dropped_address, place,
                                "a link with `" + scheme + ":` cannot be in a book",
                                "link to a page, or to an address with `https:`");
    } else if (is_hostless(trimmed_address)) {
      draft_.diagnostics.report(Code::content_dropped_address, place,
                                "the address `" + std::string(trimmed_address) + "` names no host",
                                "write it whole, as in `https://example.org/`");
    } else {
      builder_.attribute("href", trimmed_address);
      draft_.links.push_back({id, trimmed_address, place, kNoNode});
      waits_for_title = !is_outside(trimmed_address);
    }
    if (!has_name(node) && !attribute(node, "aria-label")) {
      const auto label = attribute(node, "title");
      if (label && !is_blank(*label)) {
        builder_.attribute("aria-label", *label);
      } else if (waits_for_title && !has_content(node)) {
        draft_.links.back().words = builder_.text(" ", span(node));
      } else {
        draft_.diagnostics.report(Code::content_empty_link, span(node), "nothing says where this link leads",
                                  "write a text in it, or describe its picture");
      }
    }
  }
  children(node);
  builder_.close();
}

// --- What a book cannot hold ------------------------------------------------------------------------------

void PageMapper::unknown(const DomNode& node, const std::string& name) {
  const bool foreign = node.v.element.tag_namespace != GUMBO_NAMESPACE_HTML;
  const bool block = !inlines_only_ && contains_block(node);
  if (!foreign && unknown_.insert(name).second) {
    draft_.diagnostics.report(Code::content_unknown_element, span(node),
                              "`<" + name + ">` is not an element of HTML",
                              block ? "use `<div>` with a class" : "use `<span>` with a class");
  }
  kept(node, block ? Kind::div : Kind::span);
}

void PageMapper::dropped(const DomNode& node, const std::string& name) {
  draft_.diagnostics.report(Code::content_dropped_element, span(node), "`<" + name + ">` cannot be in a book",
                            "say in the text what readers need of it");
}

/// A film, a sound, a frame: a link to it stays.
void PageMapper::medium(const DomNode& node, const std::string& name) {
  auto address = attribute(node, name == "object" ? "data" : "src");
  for (std::size_t i = 0; !address && i < child_count(node); ++i) {
    if (is_element(child(node, i)) && element_name(child(node, i)) == "source")
      address = attribute(child(node, i), "src");
  }
  const std::string_view target = trimmed(address.value_or(""));
  const bool linked = !target.empty() && !is_unsafe(target) && !is_template(target) && !in_link_;
  draft_.diagnostics.report(Code::content_dropped_element, span(node), "`<" + name + ">` cannot be in a book",
                            linked ? "a link to its address stands in its place: describe it there"
                                   : "say in the text what readers need of it");
  if (!linked) return;
  const bool as_paragraph = !inlines_only_ && is_block(builder_.kind());
  if (as_paragraph) {
    builder_.open(Kind::p, span(node));
    builder_.add_class("medium");
  }
  const NodeId id = builder_.open(Kind::a, span(node));
  builder_.attribute("href", target);
  draft_.links.push_back({id, draft_.strings.store(target), span(node), kNoNode, kNoNode, true});
  const std::string_view title = attribute(node, "title").value_or("");
  builder_.text(is_blank(title) ? target : title, span(node));
  builder_.close();
  if (as_paragraph) builder_.close();
}

/// A checkbox is a mark on paper; other controls are nothing.
void PageMapper::input(const DomNode& node) {
  const std::string type = lowered(attribute(node, "type").value_or("text"));
  if (type == "hidden") return;
  if (type != "checkbox") return dropped(node, "input");
  builder_.text(attribute(node, "checked") ? "☑" : "☐", span(node));
}

// --- Pictures ---------------------------------------------------------------------------------------------

/// An `img` with the attributes of `node` and the address of `source`.
void PageMapper::img(const DomNode& node, const DomNode& source) {
  const MappedText& html = current_->html;
  const NodeId id = builder_.leaf(Kind::img, span(node));
  attributes(node, id);
  const bool described = attribute(node, "alt").has_value();
  if (!described) name_picture(node);
  const char* name = attribute(source, "src") ? "src" : "srcset";
  std::string_view address = trimmed(attribute(source, name).value_or(""));
  if (std::string_view(name) == "srcset") {
    // The first candidate; its width or density follows after a space.
    address = next_word(address);
    while (!address.empty() && address.back() == ',') address.remove_suffix(1);
  }
  draft_.pictures.push_back(
      {id, draft_.strings.store(address), value_span(html, source, name), {}, described});
}

/// Without `alt` other attributes may name the picture, or say that it decorates. Where none does, it has no
/// alternative text, which is another thing than an empty one.
void PageMapper::name_picture(const DomNode& node) {
  const std::string_view role = attribute(node, "role").value_or("");
  if (role == "presentation" || role == "none" || attribute(node, "aria-hidden") == "true") {
    return builder_.attribute("alt", "");
  }
  for (const char* name : {"aria-label", "title"}) {
    const std::string_view label = trimmed(attribute(node, name).value_or(""));
    if (!label.empty()) return builder_.attribute("alt", label);
  }
}

/// `picture`: its `img`, else with the file of its first source.
void PageMapper::picture(const DomNode& node) {
  const DomNode* shown = nullptr;
  const DomNode* source = nullptr;
  for (std::size_t i = 0; i < child_count(node); ++i) {
    if (!is_element(child(node, i))) continue;
    const std::string name = element_name(child(node, i));
    if (name == "img" && shown == nullptr) shown = &child(node, i);
    if (name == "source" && source == nullptr) source = &child(node, i);
  }
  if (shown == nullptr) return children(node);
  const bool has_file = attribute(*shown, "src") || attribute(*shown, "srcset");
  img(*shown, has_file || source == nullptr ? *shown : *source);
}

void PageMapper::svg(const DomNode& node) {
  std::string label(attribute(node, "aria-label").value_or(""));
  for (std::size_t i = 0; label.empty() && i < child_count(node); ++i) {
    if (is_element(child(node, i)) && element_name(child(node, i)) == "title")
      label = text_of(child(node, i));
  }
  const NodeId id = builder_.leaf(Kind::img, span(node));
  attributes(node, id);
  builder_.attribute("alt", trimmed(label));
  draft_.pictures.push_back({id, {}, span(node), svg_text(node)});
}

// --- Notes ------------------------------------------------------------------------------------------------

/// Whether the element stands for the call of a note: not one that the author wrote by chance.
bool PageMapper::note_call(const DomNode& node) {
  const auto begin = static_cast<std::uint32_t>(extent_of(node).begin);
  const auto call = std::ranges::lower_bound(current_->calls, begin, {}, &NoteCall::html);
  if (call == current_->calls.end() || call->html != begin) return false;
  note(call->note, span(node));
  return true;
}

void PageMapper::note(std::uint32_t index, base::Span place) {
  const bool again = called_[index] != kNoNode;
  if (again) {
    const NodeId id = builder_.open(in_link_ ? Kind::span : Kind::a, place);
    builder_.add_class("noteref");
    const auto number = draft_.attributes[draft_[called_[index]].first_attribute].value;
    builder_.text(number, place);
    builder_.close();
    if (!in_link_) draft_.links.push_back({id, {}, place, called_[index]});
    return;
  }
  const NoteDefinition& definition = parts_.definitions[index];
  if (note_depth_ >= kDeepestNote) {
    draft_.diagnostics.report(Code::content_nested_too_deep, place,
                              "the footnote `" + definition.id + "` is called from a note in too many notes",
                              "call it from the text");
    builder_.text("[^" + definition.id + "]", place);
    return;
  }
  const Restored depth(note_depth_, note_depth_ + 1);
  const NodeId id = builder_.open(Kind::note, definition.span);
  called_[index] = id;
  builder_.attribute("number", std::to_string(++notes_));
  const ParsedFragment& body = parts_.notes[index];
  const Restored fragment(current_, static_cast<const Fragment*>(body.fragment.get()));
  const Restored inlines(inlines_only_, false);
  const Restored link(in_link_, false);
  const Restored listing(unlisted_, true);
  children(body.dom.root());
  builder_.close();
}

void PageMapper::report_notes() {
  std::unordered_map<std::string_view, const NoteDefinition*> first;
  for (std::size_t i = 0; i < called_.size(); ++i) {
    const NoteDefinition& definition = parts_.definitions[i];
    const auto [row, is_first] = first.try_emplace(definition.id, &definition);
    if (!is_first) {
      auto& diagnostic = draft_.diagnostics.report(Code::content_duplicate_note, definition.span,
                                                   "the footnote `" + definition.id + "` is defined again",
                                                   "give it an id of its own");
      diagnostic.labels.push_back({row->second->span, "first defined here"});
    } else if (called_[i] == kNoNode) {
      draft_.diagnostics.report(Code::content_unused_note, definition.span,
                                "the footnote `" + definition.id + "` is never called",
                                "call it in the text: `[^" + definition.id + "]`");
    }
  }
}

// --- Attributes -------------------------------------------------------------------------------------------

void PageMapper::attributes(const DomNode& node, NodeId id) {
  const GumboVector& all = node.v.element.attributes;
  const bool from_button = element_name(node) == "button";
  for (unsigned i = 0; i < all.length; ++i) {
    const auto& item = *static_cast<const GumboAttribute*>(all.data[i]);
    const std::string_view name = item.name;
    std::string_view value = item.value;
    if (&node == captioned_ && (name == "id" || name == "class" || name == "title")) continue;
    if (name == "id" || (name == "name" && draft_[id].kind == Kind::a)) {
      identify(value, id, value_span(current_->html, node, item.name));
    } else if (name == "class") {
      while (!is_blank(value)) builder_.add_class(next_word(value));
    } else if (name == "lang" || name == "xml:lang") {
      declare_language(trimmed(value), id, value_span(current_->html, node, item.name));
    } else if (keeps_attribute(name) && !from_button) {
      builder_.attribute(name, value);
    }
  }
}

/// Without a value the language is as if it were not declared.
void PageMapper::declare_language(std::string_view value, NodeId node, base::Span place) {
  if (value.empty() || base::is_language_tag(value)) {
    draft_[node].language = draft_.strings.store(value);
    return;
  }
  const std::string meant = base::meant_language(value);
  draft_[node].language = draft_.strings.store(meant);
  draft_.diagnostics.report(Code::content_bad_language, place,
                            "`" + std::string(value) + "` is no language tag",
                            meant.empty() ? "write a tag of BCP 47 such as `fr` or `en-GB`"
                                          : "write `" + meant + "`, which it is taken for");
}

/// Notes which node has the author's `id`; a second one goes without.
void PageMapper::identify(std::string_view id, NodeId node, base::Span place) {
  id = trimmed(id);
  if (id.empty() || !draft_[node].id.empty()) return;
  const std::string_view stored = draft_.strings.store(id);
  const auto [row, is_first] = draft_.ids.try_emplace(stored, node);
  if (is_first) {
    draft_[node].id = stored;
    return;
  }
  auto& diagnostic = draft_.diagnostics.report(Code::content_duplicate_id, place,
                                               "the id `" + std::string(id) + "` is used again on this page",
                                               "give each element an id of its own");
  diagnostic.labels.push_back({draft_[row->second].span, "first used here"});
}

}  // namespace reliure::content
