// MathML as authors and their tools write it, to that of MathML Core.
#include <gumbo.h>

#include <algorithm>
#include <iterator>
#include <optional>

#include "base/utf8.h"
#include "content/ascii.h"
#include "content/math.h"
#include "content/survey.h"

namespace reliure::content {
namespace {

/// Deeper than any formula that was written by hand or by a program for a reader.
constexpr int kDeepest = 60;

/// An element of MathML Core, and how many children it has; any number for none.
struct CoreElement {
  std::string_view name;
  std::size_t children = 0;
};

// Sorted by name (MathML Core, section 2 and 3). Those that the code below makes something else of are not
// here.
constexpr CoreElement kCore[] = {
    {"merror"},  {"mfrac", 2}, {"mi"},          {"mmultiscripts"}, {"mn"},      {"mo"},     {"mover", 2},
    {"mpadded"}, {"mphantom"}, {"mprescripts"}, {"mroot", 2},      {"mrow"},    {"ms"},     {"mspace"},
    {"msqrt"},   {"mstyle"},   {"msub", 2},     {"msubsup", 3},    {"msup", 2}, {"mtable"}, {"mtd"},
    {"mtext"},   {"mtr"},      {"munder", 2},   {"munderover", 3},
};
static_assert(std::ranges::is_sorted(kCore, {}, &CoreElement::name));

// Sorted.
constexpr std::string_view kAttributes[] = {
    "accent",    "accentunder", "columnspan",    "depth",         "dir",    "displaystyle",
    "form",      "height",      "largeop",       "linethickness", "lspace", "mathvariant",
    "maxsize",   "minsize",     "movablelimits", "rowspan",       "rspace", "scriptlevel",
    "separator", "stretchy",    "symmetric",     "voffset",       "width"};
static_assert(std::ranges::is_sorted(kAttributes));

const CoreElement* core_element(std::string_view name) {
  const auto* row = std::ranges::lower_bound(kCore, name, {}, &CoreElement::name);
  return row != std::end(kCore) && row->name == name ? row : nullptr;
}

bool is_token(std::string_view name) {
  return name == "mi" || name == "mn" || name == "mo" || name == "ms" || name == "mtext";
}

std::string squeezed(std::string_view text) {
  std::string out;
  while (true) {
    const std::string_view word = next_word(text);
    if (word.empty()) return out;
    out += (out.empty() ? "" : " ");
    out += word;
  }
}

MathElement token(std::string_view name, std::string text) { return {name, {}, std::move(text), {}}; }
MathElement row(std::vector<MathElement> children) { return {"mrow", {}, {}, std::move(children)}; }

std::vector<std::pair<std::string, std::string>> attributes_of(const DomNode& node) {
  std::vector<std::pair<std::string, std::string>> kept;
  const GumboVector& all = node.v.element.attributes;
  for (unsigned i = 0; i < all.length; ++i) {
    const auto& item = *static_cast<const GumboAttribute*>(all.data[i]);
    if (std::ranges::binary_search(kAttributes, std::string_view(item.name))) {
      kept.emplace_back(item.name, squeezed(item.value));
    }
  }
  return kept;
}

void read_into(const DomNode& node, int depth, std::vector<MathElement>& out);

std::vector<MathElement> children_of(const DomNode& node, int depth) {
  std::vector<MathElement> children;
  for (std::size_t i = 0; i < child_count(node); ++i) read_into(child(node, i), depth + 1, children);
  return children;
}

/// `mfenced`: a row with its brackets, and what stands between its children; the last separator repeats.
MathElement fenced(const DomNode& node, int depth) {
  std::vector<std::string> separators;
  const std::string_view written = attribute(node, "separators").value_or(",");
  for (std::size_t at = 0; at < written.size();) {
    const std::size_t size = base::decode(written, at).size;
    if (!is_space(written[at])) separators.emplace_back(written.substr(at, size));
    at += size;
  }
  std::vector<MathElement> children;
  const auto add = [&](std::string_view text) {
    if (!text.empty()) children.push_back(token("mo", std::string(text)));
  };
  add(trimmed(attribute(node, "open").value_or("(")));
  std::size_t count = 0;
  for (MathElement& inner : children_of(node, depth)) {
    if (count > 0 && !separators.empty()) add(separators[std::min(count, separators.size()) - 1]);
    children.push_back(std::move(inner));
    ++count;
  }
  add(trimmed(attribute(node, "close").value_or(")")));
  return row(std::move(children));
}

/// The branch of `semantics` that presents, or that of `maction` that is shown at first.
const DomNode* shown_branch(const DomNode& node) {
  const DomNode* other = nullptr;
  for (std::size_t i = 0; i < child_count(node); ++i) {
    const DomNode& branch = child(node, i);
    if (!is_element(branch)) continue;
    const std::string name = element_name(branch);
    if (name.starts_with("m")) return &branch;
    const std::string encoding = lowered(attribute(branch, "encoding").value_or(""));
    if (name == "annotation-xml" && encoding == "mathml-presentation") return &branch;
    if (other == nullptr && !name.starts_with("annotation")) other = &branch;
  }
  return other;
}

/// Rows of tables hold cells, and tables rows.
void wrap_others(std::vector<MathElement>& children, std::string_view name) {
  for (MathElement& inner : children) {
    if (inner.name == name) continue;
    std::vector<MathElement> alone;
    alone.push_back(std::move(inner));
    inner = {name, {}, {}, std::move(alone)};
  }
}

/// Scripts behind a base and before it come in pairs.
bool has_pairs(const std::vector<MathElement>& children) {
  const auto is_turn = [](const MathElement& inner) { return inner.name == "mprescripts"; };
  const auto turn = std::ranges::find_if(children, is_turn);
  const auto behind = turn - children.begin();
  const auto before = children.end() - turn;
  return std::ranges::count_if(children, is_turn) <= 1 && behind % 2 == 1 &&
         (turn == children.end() || before % 2 == 1);
}

MathElement of_core(const DomNode& node, const CoreElement& core, int depth) {
  MathElement made{core.name, attributes_of(node), {}, {}};
  if (is_token(core.name)) {
    made.text = squeezed(text_of(node));
    return made;
  }
  made.children = children_of(node, depth);
  const bool scripts_fit = core.name != "mmultiscripts" || has_pairs(made.children);
  if ((core.children > 0 && made.children.size() != core.children) || !scripts_fit) {
    std::erase_if(made.children, [](const MathElement& inner) { return inner.name == "mprescripts"; });
    return row(std::move(made.children));
  }
  if (core.name == "mtable") {
    wrap_others(made.children, "mtr");
    for (MathElement& line : made.children) wrap_others(line.children, "mtd");
  }
  if (core.name == "mtr") wrap_others(made.children, "mtd");
  if (core.name == "mspace" || core.name == "mprescripts") made.children.clear();
  return made;
}

/// What is not of Core: older elements by what Core has, others by what they hold.
void read_other(const DomNode& node, const std::string& name, int depth, std::vector<MathElement>& out) {
  if (name.starts_with("annotation") || name == "maligngroup" || name == "malignmark") return;
  if (name == "semantics" || name == "maction") {
    if (const DomNode* branch = shown_branch(node)) {
      if (element_name(*branch) != "annotation-xml") return read_into(*branch, depth + 1, out);
      return out.push_back(row(children_of(*branch, depth)));
    }
  } else if (name == "mfenced") {
    return out.push_back(fenced(node, depth));
  } else if (name == "menclose") {
    const bool root =
        attribute(node, "notation").value_or("longdiv").find("radical") != std::string_view::npos;
    return out.push_back({root ? "msqrt" : "mrow", {}, {}, children_of(node, depth)});
  } else if (name == "mlabeledtr") {
    MathElement line{"mtr", {}, {}, children_of(node, depth)};
    if (!line.children.empty()) line.children.erase(line.children.begin());  // its label
    wrap_others(line.children, "mtd");
    return out.push_back(std::move(line));
  } else if (name == "mglyph") {
    return out.push_back(token("mtext", squeezed(attribute(node, "alt").value_or(""))));
  }
  std::vector<MathElement> children = children_of(node, depth);
  if (name == "none" || !children.empty()) out.push_back(row(std::move(children)));
}

void read_into(const DomNode& node, int depth, std::vector<MathElement>& out) {
  if (is_text(node)) {
    if (!is_white_space(node)) out.push_back(token("mtext", squeezed(node.v.text.text)));
    return;
  }
  if (!is_element(node) || rule_of(node).treatment == Treatment::drop) return;
  if (depth > kDeepest) return out.push_back(token("mtext", squeezed(text_of(node))));
  const std::string name = element_name(node);
  if (const CoreElement* core = core_element(name)) return out.push_back(of_core(node, *core, depth));
  read_other(node, name, depth, out);
}

/// As XML 1.0 can hold it: no controls, neither U+FFFE nor U+FFFF.
void append_escaped(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded decoded = base::decode(text, at);
    const std::string_view character = text.substr(at, decoded.size);
    at += decoded.size;
    if (decoded.character == U'&') {
      out += "&amp;";
    } else if (decoded.character == U'<') {
      out += "&lt;";
    } else if (decoded.character == U'>') {
      out += "&gt;";
    } else if (decoded.character == U'"') {
      out += "&quot;";
    } else if (decoded.character >= U' ' && decoded.character != 0xFFFE && decoded.character != 0xFFFF) {
      out += character;
    }
  }
}

void append_mathml(std::string& out, const MathElement& element) {
  out += '<';
  out += element.name;
  for (const auto& [name, value] : element.attributes) {
    out += ' ' + name + "=\"";
    append_escaped(out, value);
    out += '"';
  }
  if (element.text.empty() && element.children.empty() && !is_token(element.name)) {
    out += "/>";
    return;
  }
  out += '>';
  append_escaped(out, element.text);
  for (const MathElement& inner : element.children) append_mathml(out, inner);
  out += "</";
  out += element.name;
  out += '>';
}

}  // namespace

MathElement read_math(const DomNode& math) { return {"math", {}, {}, children_of(math, 0)}; }

std::string mathml_of(const MathElement& math) {
  std::string out;
  for (const MathElement& element : math.children) append_mathml(out, element);
  return out;
}

}  // namespace reliure::content
