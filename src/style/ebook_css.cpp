#include "style/ebook_css.h"

#include <algorithm>

#include "style/compute.h"
#include "style/parse_sheet.h"
#include "style/print.h"
#include "style/property.h"

namespace reliure::style {
namespace {

/// Properties whose absolute lengths grow with the reader's text size; borders stay as thin as they are.
constexpr std::string_view kScaled[] = {
    "font",           "font-size",      "height",       "letter-spacing", "margin",      "margin-bottom",
    "margin-left",    "margin-right",   "margin-top",   "max-height",     "max-width",   "min-width",
    "padding",        "padding-bottom", "padding-left", "padding-right",  "padding-top", "text-indent",
    "vertical-align", "width",          "word-spacing", "border-spacing"};

/// What the reader decides for the body; `direction` is the markup's (EPUB 3.3 §6.3.1.2 forbids it).
constexpr std::string_view kReadersOwn[] = {
    "background", "background-color", "color",  "counter-reset", "font-size", "height",
    "width",      "orphans",          "widows", "font",          "text-wrap", "max-width"};

/// Functions of generated content that only pages can fill. Counters start anew in each file of an e-book.
constexpr std::string_view kPagedFunctions[] = {"content", "counter",        "counters",   "leader",
                                                "string",  "target-counter", "target-text"};

/// Custom properties are resolved here, as of the root: old readers know none.
struct Writer {
  const ComputedStyle& root;
  CustomProperties custom;
  TokenStore store;
  std::string out;
};

template <std::size_t count>
bool is_one_of(std::string_view name, const std::string_view (&list)[count]) {
  return std::ranges::find(list, name) != std::end(list);
}

// ---- Selectors

std::string written_name(std::string_view name) {
  std::string out;
  for (const char c : name) {
    // A digit at the start would make a number of the name.
    if (out.empty() && c >= '0' && c <= '9') {
      out += std::string("\\3") + c + ' ';
      continue;
    }
    const char low = ascii_lower(c);
    const bool plain = (low >= 'a' && low <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
                       static_cast<unsigned char>(c) >= 0x80;
    if (!plain) out += '\\';
    out += c;
  }
  return out;
}

void write_selector(std::string& out, const Selector& selector);

void write_list(std::string& out, const std::vector<Selector>& list) {
  for (const Selector& selector : list) {
    if (&selector != &list.front()) out += ", ";
    write_selector(out, selector);
  }
}

void write_nth(std::string& out, const SimpleSelector& simple) {
  if (simple.step == 0 && simple.offset == 1) {
    out += simple.from_end ? ":last-" : ":first-";
    out += simple.test == Test::nth_child ? "child" : "of-type";
    return;
  }
  out += simple.from_end ? ":nth-last-" : ":nth-";
  out += simple.test == Test::nth_child ? "child(" : "of-type(";
  if (simple.step != 0) out += std::to_string(simple.step) + "n";
  if (simple.step != 0 && simple.offset >= 0) out += "+";
  out += std::to_string(simple.offset) + ")";
}

void write_attribute(std::string& out, const SimpleSelector& simple) {
  constexpr std::string_view kOperators[] = {"", "=", "~=", "|=", "^=", "$=", "*="};
  out += '[';
  out += written_name(simple.name);
  if (simple.match != Match::present) {
    out += kOperators[static_cast<std::size_t>(simple.match)];
    print_string(out, simple.value);
    if (simple.ignore_case) out += " i";
  }
  out += ']';
}

void write_simple(std::string& out, const SimpleSelector& simple) {
  switch (simple.test) {
    case Test::type:
      if (simple.kind == book::Kind::document) {
        out += "body";
      } else {
        // A note is an aside in the e-book.
        out += simple.kind == book::Kind::note ? std::string_view("aside.footnote") : book::name(simple.kind);
      }
      return;
    case Test::id:
      // The author's id stands behind the page's name.
      out += "[id$=\"" + std::string(simple.name) + "\"]";
      return;
    case Test::class_:
      out += "." + written_name(simple.name);
      return;
    case Test::attribute:
      return write_attribute(out, simple);
    case Test::root:
      out += "body";
      return;
    case Test::empty:
      out += ":empty";
      return;
    case Test::nth_child:
    case Test::nth_of_type:
      return write_nth(out, simple);
    case Test::language:
      out += ":lang(" + written_name(simple.name) + ")";
      return;
    case Test::any_of:
    case Test::none_of:
      if (simple.list.size() == 1 && simple.test == Test::any_of) return write_selector(out, simple.list[0]);
      out += simple.test == Test::any_of ? ":is(" : ":not(";
      write_list(out, simple.list);
      out += ')';
      return;
    case Test::link:
      out += ":link";
      return;
    case Test::never:
      return;
  }
}

bool is_type(const SimpleSelector& simple) { return simple.test == Test::type || simple.test == Test::root; }

void write_selector(std::string& out, const Selector& selector) {
  constexpr std::string_view kCombinators[] = {"", " ", " > ", " + ", " ~ "};
  constexpr std::string_view kPseudo[] = {"::before", "::after", "::marker", "::first-letter"};
  for (std::size_t i = selector.compounds.size(); i-- > 0;) {
    const Compound& compound = selector.compounds[i];
    out += kCombinators[static_cast<std::size_t>(compound.before)];
    if (compound.tests.empty() && !(i == 0 && selector.pseudo && selector.compounds.size() == 1)) out += '*';
    for (const SimpleSelector& simple : compound.tests) {
      if (is_type(simple)) write_simple(out, simple);
    }
    for (const SimpleSelector& simple : compound.tests) {
      if (!is_type(simple)) write_simple(out, simple);
    }
  }
  if (selector.pseudo) out += kPseudo[static_cast<std::size_t>(*selector.pseudo)];
}

bool can_match(const Selector& selector) {
  return std::ranges::none_of(selector.compounds, [](const Compound& compound) {
    return std::ranges::any_of(compound.tests,
                               [](const SimpleSelector& simple) { return simple.test == Test::never; });
  });
}

bool is_for_readers(const Selector& selector) {
  const bool paged =
      selector.pseudo == PseudoElement::footnote_call || selector.pseudo == PseudoElement::footnote_marker;
  return !paged && can_match(selector);
}

bool is_generated(const Selector& selector) {
  return selector.pseudo == PseudoElement::before || selector.pseudo == PseudoElement::after;
}

bool is_root(const Selector& selector) {
  const auto& tests = selector.compounds.front().tests;
  return selector.compounds.size() == 1 && !selector.pseudo && tests.size() == 1 &&
         (tests[0].test == Test::root ||
          (tests[0].test == Test::type && tests[0].kind == book::Kind::document));
}

// ---- Values

/// A length of the sheet as a multiple of the root's font size.
std::string in_rem(Length length, Length root) {
  std::string out;
  if (length.raw == 0 || root.raw == 0) return "0";
  // Three decimals are a hundredth of a point.
  print_number(out, base::scaled(length, 1000, root.raw).raw * 1000);
  return out + "rem";
}

bool is_absolute(std::string_view unit) {
  for (const std::string_view each : {"pt", "px", "mm", "cm", "in", "pc", "q"}) {
    if (same_keyword(unit, each)) return true;
  }
  return false;
}

void write_token(std::string& out, const Token& token, const Writer& writer, bool scaled) {
  switch (token.kind) {
    case TokenKind::whitespace:
      out += ' ';
      return;
    case TokenKind::ident:
      out += written_name(token.text);
      return;
    case TokenKind::function:
      out += std::string(token.text) + "(";
      return;
    case TokenKind::hash:
      out += "#" + std::string(token.text);
      return;
    case TokenKind::string:
      return print_string(out, token.text);
    case TokenKind::number:
      return print_number(out, token.number);
    case TokenKind::percentage:
      print_number(out, token.number);
      out += '%';
      return;
    case TokenKind::dimension: {
      ValueReader reader{{&token, 1}, {}};
      const bool own_unit = same_keyword(token.text, "lh") || same_keyword(token.text, "rlh");
      if (own_unit) {
        // Not all readers know `lh`; it is a multiple of the body's.
        out += in_rem(multiplied(writer.root.line_height, token.number), writer.root.font_size);
      } else if (scaled && is_absolute(token.text)) {
        out += in_rem(take_length(reader).value_or(Length{}), writer.root.font_size);
      } else {
        print_number(out, token.number);
        out += token.text;
      }
      return;
    }
    case TokenKind::comma:
      out += ',';
      return;
    case TokenKind::open_paren:
      out += '(';
      return;
    case TokenKind::close_paren:
      out += ')';
      return;
    case TokenKind::delim:
      out += token.delim;
      return;
    default:
      return;
  }
}

std::string written_value(std::span<const Token> tokens, const Writer& writer, bool scaled) {
  std::string out;
  for (const Token& token : tokens) write_token(out, token, writer, scaled);
  return out;
}

bool has_paged_function(std::span<const Token> tokens) {
  return std::ranges::any_of(tokens, [](const Token& token) {
    return token.kind == TokenKind::function && is_one_of(token.text, kPagedFunctions);
  });
}

bool has_slash(std::span<const Token> tokens) {
  return std::ranges::any_of(tokens, [](const Token& token) { return token.delim == '/'; });
}

/// A fixed line height as a multiple of the size of its text, which the reader may change.
std::string written_line_height(std::span<const Token> value, const StyleRule& rule, const Writer& writer) {
  ComputedStyle style;
  style.font_size = writer.root.font_size;
  const Units units{style.font_size, style.font_size, writer.root.line_height, writer.root.line_height};
  for (const Declaration& declaration : rule.block) {
    if (declaration.name != "font-size" || declaration.has_variables) continue;
    Target target{style, writer.root, kFontPhase, nullptr};
    ValueReader in{declaration.value, units};
    declaration.property->apply(in, target);
  }
  const Token& token = value.front();
  const bool absolute = value.size() == 1 && token.kind == TokenKind::dimension &&
                        (is_absolute(token.text) || same_keyword(token.text, "rem"));
  ValueReader in{value, units};
  const auto height = take_length(in);
  if (!absolute || !height || style.font_size.raw == 0) return written_value(value, writer, true);
  std::string out;
  print_number(out, base::scaled(*height, 1000, style.font_size.raw).raw * 1000);
  return out;
}

// ---- Declarations

void write_declaration(std::string& out, std::string_view name, std::string_view value, bool important) {
  out += "  ";
  out += name;
  out += ": ";
  out += value;
  out += important ? " !important;\n" : ";\n";
}

/// Breaks, with the name that older readers know for them.
void write_break(std::string& out, const Declaration& declaration, const std::string& value) {
  const std::string_view side = declaration.name.substr(declaration.name.rfind("break"));
  const bool avoid = value == "avoid" || value == "avoid-page" || value == "auto";
  const bool left_right = value == "left" || value == "right";
  const std::string_view plain = avoid ? (value == "auto" ? "auto" : "avoid") : "always";
  write_declaration(out, "page-" + std::string(side), left_right ? std::string_view(value) : plain,
                    declaration.important);
  write_declaration(out, side, avoid ? plain : std::string_view("page"), declaration.important);
}

bool is_for_screens(const Declaration& declaration, std::span<const Token> value, bool root) {
  const std::string_view name = declaration.name;
  if (declaration.property->paged || name == "direction" || has_paged_function(value)) return false;
  if (name == "content" && has_slash(value)) return false;
  if (name == "float" && same_keyword(value.front().text, "footnote")) return false;
  return !root || !is_one_of(name, kReadersOwn);
}

/// What the body's `font` leaves to us: the family and the height of lines, not the size.
void write_root_font(std::string& out, const ComputedStyle& root, bool important) {
  std::string families;
  find_property("font-family")->print(families, root);
  write_declaration(out, "font-family", families, important);
  if (root.font_size.raw == 0) return;
  std::string height;
  print_number(height, base::scaled(root.line_height, 1000, root.font_size.raw).raw * 1000);
  write_declaration(out, "line-height", height, important);
}

void write_body_declaration(std::string& out, const Declaration& declaration, const StyleRule& rule,
                            Writer& writer, bool root) {
  std::vector<Token> resolved;
  std::span<const Token> value = declaration.value;
  if (declaration.has_variables) {
    auto made = substituted(value, writer.custom);
    if (!made) return;
    resolved = std::move(*made);
    value = trimmed(resolved);
  }
  if (value.empty()) return;
  const std::string_view name = declaration.name;
  if (root && name == "font") return write_root_font(out, writer.root, declaration.important);
  if (!is_for_screens(declaration, value, root)) return;
  if (name == "line-height")
    return write_declaration(out, name, written_line_height(value, rule, writer), declaration.important);
  const std::string text = written_value(value, writer, is_one_of(name, kScaled));
  if (name.find("break-") != std::string_view::npos && name != "word-break")
    return write_break(out, declaration, text);
  if (name == "hyphens") write_declaration(out, "-webkit-hyphens", text, declaration.important);
  write_declaration(out, name, text, declaration.important);
}

/// One rule for some of a rule's selectors; nothing when no declaration is for readers.
void write_rule(Writer& writer, const StyleRule& rule, const std::vector<const Selector*>& selectors,
                bool root) {
  if (selectors.empty()) return;
  const bool generated = is_generated(*selectors.front());
  std::string body;
  bool has_content = false;
  for (const Declaration& declaration : rule.block) {
    if (declaration.property == nullptr) continue;
    const std::size_t before = body.size();
    write_body_declaration(body, declaration, rule, writer, root);
    has_content = has_content || (declaration.name == "content" && body.size() > before);
  }
  // Generated content whose text went into the e-book's own markup, or that pages alone could show.
  if (body.empty() || (generated && !has_content)) return;
  for (const Selector* selector : selectors) {
    if (selector != selectors.front()) writer.out += ",\n";
    write_selector(writer.out, *selector);
  }
  writer.out += " {\n" + body + "}\n";
}

CustomProperties root_custom_properties(const Sheets& sheets, TokenStore& store) {
  CustomProperties declared;
  for (const StyleRule& rule : sheets.rules) {
    if (!std::ranges::any_of(rule.selectors, is_root)) continue;
    for (const Declaration& declaration : rule.block) {
      if (declaration.property == nullptr) declared[declaration.name] = declaration.value;
    }
  }
  return resolved_custom_properties({}, declared, store);
}

}  // namespace

std::string ebook_css(const Sheets& sheets, const ComputedStyle& root) {
  Writer writer{root, {}, {}, {}};
  writer.custom = root_custom_properties(sheets, writer.store);
  for (const StyleRule& rule : sheets.rules) {
    std::vector<const Selector*> of_root, of_elements, of_generated;
    for (const Selector& selector : rule.selectors) {
      if (!is_for_readers(selector)) continue;
      (is_root(selector)        ? of_root
       : is_generated(selector) ? of_generated
                                : of_elements)
          .push_back(&selector);
    }
    write_rule(writer, rule, of_root, true);
    write_rule(writer, rule, of_elements, false);
    write_rule(writer, rule, of_generated, false);
  }
  return std::move(writer.out);
}

}  // namespace reliure::style
