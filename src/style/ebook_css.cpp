#include "style/ebook_css.h"

#include <algorithm>

#include "style/compute.h"
#include "style/ebook_colors.h"
#include "style/ebook_selector.h"
#include "style/parse_sheet.h"
#include "style/plain_selectors.h"
#include "style/print.h"
#include "style/property.h"

namespace reliure::style {
namespace {

/// Properties whose absolute lengths grow with the reader's text size; borders stay as thin as they are.
constexpr std::string_view kScaled[] = {
    "font",          "font-size",      "height",          "letter-spacing", "margin",
    "margin-bottom", "margin-left",    "margin-right",    "margin-top",     "max-height",
    "max-width",     "min-width",      "padding",         "padding-bottom", "padding-left",
    "padding-right", "padding-top",    "text-indent",     "vertical-align", "width",
    "word-spacing",  "border-spacing", "min-height",      "columns",        "gap",
    "top",           "right",          "bottom",          "left",           "block-size",
    "inline-size",   "min-block-size", "min-inline-size", "max-block-size", "max-inline-size"};

/// The same for all properties of these families.
constexpr std::string_view kScaledFamilies[] = {"margin", "padding", "inset", "column-gap", "column-width"};

/// What the reader decides for the body; `direction` and `unicode-bidi` are the markup's (EPUB 3.3 §6.3.1.2
/// forbids them).
constexpr std::string_view kReadersOwn[] = {
    "all",    "background",  "background-color", "background-image", "block-size",
    "color",  "columns",     "column-count",     "column-width",     "font-size",
    "height", "inline-size", "max-width",        "min-height",       "orphans",
    "widows", "font",        "position",         "text-wrap",        "width"};

/// Where floats go that only pages have: in the e-book such a block stands where it was written.
constexpr std::string_view kFloatsOfPages[] = {"footnote", "top", "bottom", "block-start", "block-end"};

/// What the reader decides for the text of the book, wherever a sheet sets it.
constexpr std::string_view kReadersColors[] = {"background", "background-color", "background-image", "color"};

/// The properties for which rules are taken apart: what they may say is not the same for all selectors.
constexpr std::string_view kReadersChoice[] = {"background", "background-color", "background-image", "color",
                                               "font",       "font-size"};

/// Custom properties are resolved here, as of the root: old readers know none.
struct Writer {
  const ComputedStyle& root;
  std::span<const book::GeneratedText> generated;
  NodesById ids;
  EbookSheet sheet{};
  TokenStore store{};
  CustomProperties custom{};
  ColorPairs pairs{};
};

template <std::size_t count>
bool is_one_of(std::string_view name, const std::string_view (&list)[count]) {
  return std::ranges::find(list, name) != std::end(list);
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

/// The name that `epub` puts the file's in place of (see `book::EbookStyle`).
void write_picture(std::string& out, Writer& writer, std::int32_t address) {
  if (address <= 0) return out += "none", void();
  const auto picture = static_cast<std::uint32_t>(address - 1);
  std::vector<std::uint32_t>& pictures = writer.sheet.pictures;
  if (std::ranges::find(pictures, picture) == pictures.end()) pictures.push_back(picture);
  out += "url(\"picture:" + std::to_string(picture) + "\")";
}

/// Colours of every syntax as old readers know them.
void write_color(std::string& out, Color color) {
  if (color.alpha == 255 || color.alpha == 0) return print(out, color);
  out += "rgba(";
  for (const std::uint8_t channel : {color.red, color.green, color.blue})
    out += std::to_string(channel) + ", ";
  print_number(out, (Micro{color.alpha} * 1000 + 127) / 255 * 1000);
  out += ')';
}

/// A `calc()` of lengths that grow with the root's size: old readers know no functions. Moves behind it.
bool write_sum(std::string& out, std::span<const Token> tokens, std::size_t& at, const Writer& writer) {
  const ComputedStyle& root = writer.root;
  ValueReader reader{tokens, {root.font_size, root.font_size, root.line_height, root.line_height}, at};
  const auto length = take_length(reader);
  const auto is_other = [](const Token& token) {
    return token.kind == TokenKind::percentage ||
           (token.kind == TokenKind::dimension && !is_absolute(token.text) &&
            !same_keyword(token.text, "rem"));
  };
  const auto sum = tokens.subspan(at, reader.at - at);
  if (!length || std::any_of(sum.begin(), sum.end(), is_other)) return false;
  out += in_rem(*length, root.font_size);
  at = reader.at;
  return true;
}

/// What is not written token by token: a colour by its parts, a `url("...")`. Moves behind it.
bool write_function(std::string& out, std::span<const Token> tokens, std::size_t& at, Writer& writer) {
  const Token& token = tokens[at];
  ValueReader reader{tokens, {}, at};
  if (token.kind == TokenKind::url ||
      (token.kind == TokenKind::function && same_keyword(token.text, "url"))) {
    const Token& address = token.kind == TokenKind::url ? token : ValueReader{tokens, {}, at + 1}.peek();
    const std::int32_t number = address.address;
    if (!take_picture(reader)) return false;
    write_picture(out, writer, number);
  } else if (token.kind == TokenKind::function) {
    const auto color = take_color(reader, Color{});
    if (!color) return false;
    write_color(out, *color);
  } else {
    return false;
  }
  at = reader.at;
  return true;
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

std::string written_value(std::span<const Token> tokens, Writer& writer, bool scaled) {
  std::string out;
  for (std::size_t at = 0; at < tokens.size();) {
    const bool is_sum =
        scaled && tokens[at].kind == TokenKind::function && write_sum(out, tokens, at, writer);
    if (!is_sum && !write_function(out, tokens, at, writer)) write_token(out, tokens[at++], writer, scaled);
  }
  return out;
}

bool is_scaled(std::string_view name) {
  return is_one_of(name, kScaled) || std::ranges::any_of(kScaledFamilies, [name](std::string_view family) {
           return name.starts_with(family);
         });
}

/// `is_for_readers(Content)` of a value: it has no function and no alternative.
bool is_content_for_readers(std::span<const Token> tokens) {
  return std::ranges::none_of(
      tokens, [](const Token& token) { return token.kind == TokenKind::function || token.delim == '/'; });
}

/// Counters count in the real text already, but for those of lists, which readers number themselves.
bool counts_for_readers(std::span<const Token> tokens) {
  return std::ranges::any_of(tokens, [](const Token& token) {
    return token.kind == TokenKind::ident && same_keyword(token.text, "list-item");
  });
}

/// A fixed line height as a multiple of the size of its text, which the reader may change.
std::string written_line_height(std::span<const Token> value, const StyleRule& rule, Writer& writer) {
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
  if (value == "column" || value == "avoid-column")
    return write_declaration(out, declaration.name, value, declaration.important);
  const std::string_view side = declaration.name.substr(declaration.name.rfind("break"));
  const bool avoid = value == "avoid" || value == "avoid-page" || value == "auto";
  const bool left_right = value == "left" || value == "right";
  const std::string_view plain = avoid ? (value == "auto" ? "auto" : "avoid") : "always";
  write_declaration(out, "page-" + std::string(side), left_right ? std::string_view(value) : plain,
                    declaration.important);
  write_declaration(out, side, avoid ? plain : std::string_view("page"), declaration.important);
}

/// A ground without a colour of its own for the text on it. A light one again as a tint, which is light on a
/// light page and dark on a dark one, as the reader's text wants it; readers that know no opacity keep the
/// first. A dark one has white text, as that of most readers is dark.
void write_tint(std::string& out, const Declaration& declaration, std::span<const Token> value) {
  const auto color = plain_ground(value);
  if (!color) return;
  if (!is_light(*color)) return write_declaration(out, "color", "#ffffff", declaration.important);
  std::string tint;
  write_color(tint, tint_of(*color));
  write_declaration(out, declaration.name, tint, declaration.important);
}

/// What a rule is for decides what it may say.
enum class Subject : std::uint8_t {
  root,
  all_body_text,  ///< `p` alone: all text of the book
  body_text,
  other,
  generated_content,
  generated_text,
  first_letter
};
constexpr std::size_t kSubjects = 7;

/// Those selectors of a rule that may say the same.
struct Group {
  Subject subject = Subject::other;
  /// The sheets set the colour of their text and the ground below it: both stay as they are.
  bool paired = false;
  std::vector<const Selector*> selectors;

  bool is_body_text() const { return subject == Subject::all_body_text || subject == Subject::body_text; }
};

/// Whether a value of `font-size` or `font` is the same whatever is around.
bool is_fixed_size(std::span<const Token> value) {
  constexpr std::string_view kSizes[] = {"xx-small", "x-small",  "small",     "medium", "large",
                                         "x-large",  "xx-large", "xxx-large", "initial"};
  return std::ranges::any_of(value, [&kSizes](const Token& token) {
    if (token.kind == TokenKind::ident) return is_one_of(token.text, kSizes);
    return token.kind == TokenKind::dimension &&
           (is_absolute(token.text) || same_keyword(token.text, "rem") || same_keyword(token.text, "rlh"));
  });
}

/// Colours and sizes that are the reader's to choose.
bool is_readers_choice(std::string_view name, std::span<const Token> value, const Group& group) {
  if (name == "color") return group.is_body_text() || !(group.paired || inherits_color(value));
  if (!group.is_body_text()) return false;
  if (name == "font-size") return is_fixed_size(value);
  if (!is_one_of(name, kReadersColors)) return false;
  const auto ground = plain_ground(value);
  // A light one is written as a tint.
  return group.subject == Subject::all_body_text || (is_ground(value) && !(ground && is_light(*ground)));
}

/// On a small screen columns are too narrow: those alone are for readers that have a width, and so are as
/// many as there is room for.
bool is_count_of_columns(std::string_view name, std::span<const Token> value) {
  if (name != "columns" && name != "column-count") return false;
  const auto is_width = [](const Token& token) { return token.kind == TokenKind::dimension; };
  const auto is_several = [](const Token& token) {
    return token.kind == TokenKind::number && token.number > 1'000'000;  // in millionths
  };
  return std::ranges::none_of(value, is_width) && std::ranges::any_of(value, is_several);
}

/// Whether a margin takes a block over the edge of the text, where paper has margins and a screen ends.
bool leaves_the_text(std::string_view name, std::span<const Token> value) {
  const auto is_share = [](const Token& token) { return token.kind == TokenKind::percentage; };
  const auto is_negative = [](const Token& token) {
    return (token.kind == TokenKind::number || token.kind == TokenKind::percentage) && token.number < 0;
  };
  return name.starts_with("margin") && std::ranges::any_of(value, is_share) &&
         std::ranges::any_of(value, is_negative);
}

/// Readers choose between an even edge and even spaces; few hyphenate well enough for both.
bool justifies(std::string_view name, std::span<const Token> value) {
  return name == "text-align" && value.front().kind == TokenKind::ident &&
         same_keyword(value.front().text, "justify");
}

bool is_for_screens(const Declaration& declaration, std::span<const Token> value, const Group& group) {
  const Subject subject = group.subject;
  const std::string_view name = declaration.name;
  if (declaration.property->paged || is_of_markup(name)) return false;
  if (name == "content" && subject == Subject::generated_text) return false;
  if (name.starts_with("counter-")) return counts_for_readers(value);
  // What runs in margins is not in the e-book.
  if (name == "position" && value.front().kind == TokenKind::function) return false;
  if (name == "float" && is_one_of(value.front().text, kFloatsOfPages)) return false;
  if (is_count_of_columns(name, value) || leaves_the_text(name, value)) return false;
  if (is_readers_choice(name, value, group)) return false;
  if (subject == Subject::root && justifies(name, value)) return false;
  return subject != Subject::root || !is_one_of(name, kReadersOwn);
}

// ---- Initial letters

/// A capital's height in 1/1000 em: that of our own text faces.
constexpr std::int64_t kCapHeight = 660;

/// `initial-letter` for readers that know it, and for all others a float as high as its lines.
struct InitialLetter {
  /// In 1/65536; 0 for none.
  std::int32_t height = 0;
  std::uint8_t sink = 0;
};

/// The letter's own size as a multiple of the text's, in thousandths: from the top of its capital in the
/// first line to the baseline of its last.
std::int64_t letter_size(const InitialLetter& letter, const ComputedStyle& root) {
  const std::int64_t line = base::scaled(root.line_height, 1000, root.font_size.raw).raw;
  const std::int64_t lines = std::int64_t{letter.height} * 1000 / 65536 - 1000;
  return (lines * line / 1000 + kCapHeight) * 1000 / kCapHeight;
}

void write_fallback_letter(std::string& out, const InitialLetter& letter, const ComputedStyle& root) {
  if (root.font_size.raw == 0) return;
  std::string size;
  print_number(size, letter_size(letter, root) * 1000);
  out += "  float: left;\n  font-size: " + size + "em;\n  line-height: 0.75;\n  padding-right: 0.08em;\n";
}

/// Behind the rule: old readers pass `@supports` over.
void write_real_letter(std::string& out, const std::string& selectors, const InitialLetter& letter) {
  std::string value;
  print_number(value, (Micro{letter.height} * 1000 + 32768) / 65536 * 1000);
  value += ' ' + std::to_string(letter.sink);
  out += "@supports (initial-letter: 2) or (-webkit-initial-letter: 2) {\n" + selectors +
         " {\n  float: none;\n  font-size: inherit;\n  line-height: inherit;\n  -webkit-initial-letter: " +
         value + ";\n  initial-letter: " + value + ";\n}\n}\n";
}

InitialLetter initial_letter_of(const StyleRule& rule) {
  ComputedStyle style;
  for (const Declaration& declaration : rule.block) {
    if (declaration.name != "initial-letter" || declaration.has_variables) continue;
    Target target{style, style, kRestPhase, nullptr};
    ValueReader in{declaration.value, {}};
    if (!declaration.property->apply(in, target)) style.initial_letter = 0;
  }
  return {style.initial_letter, style.initial_letter_sink};
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

/// What `font` says but for the size, which is the reader's.
void write_unsized_font(std::string& out, std::span<const Token> value, const Writer& writer,
                        bool important) {
  ComputedStyle style = writer.root;
  for (const Phase phase : {kFontPhase, kLinePhase}) {
    Target target{style, writer.root, phase, nullptr};
    ValueReader in{value,
                   {writer.root.font_size, writer.root.font_size, style.line_height, style.line_height}};
    if (!find_property("font")->apply(in, target)) return;
  }
  for (const char* const name : {"font-style", "font-weight"}) {
    std::string text;
    find_property(name)->print(text, style);
    write_declaration(out, name, text, important);
  }
  write_root_font(out, style, important);
}

void write_body_declaration(std::string& out, const Declaration& declaration, const StyleRule& rule,
                            Writer& writer, const Group& group) {
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
  if (group.subject == Subject::root && name == "font")
    return write_root_font(out, writer.root, declaration.important);
  if (group.is_body_text() && name == "font" && is_fixed_size(value))
    return write_unsized_font(out, value, writer, declaration.important);
  if (!is_for_screens(declaration, value, group) || name == "initial-letter") return;
  // Its real text is in the markup, or pages alone could show it: not what a rule of less weight says.
  if (name == "content" && !is_content_for_readers(value))
    return write_declaration(out, name, "none", declaration.important);
  if (name == "line-height")
    return write_declaration(out, name, written_line_height(value, rule, writer), declaration.important);
  std::string text = written_value(value, writer, is_scaled(name));
  // Between a string and its item is what the string says; pages have room there of themselves.
  if (name == "list-style-type" && text.ends_with('"') && !text.ends_with(" \""))
    text.insert(text.size() - 1, " ");
  if (name.starts_with("break-") || name.starts_with("page-break-"))
    return write_break(out, declaration, text);
  if (name == "box-decoration-break")
    write_declaration(out, "-webkit-box-decoration-break", text, declaration.important);
  if (name == "hyphens") write_declaration(out, "-webkit-hyphens", text, declaration.important);
  write_declaration(out, name, text, declaration.important);
  if (name.starts_with("background") && !group.paired) write_tint(out, declaration, value);
}

/// One rule for some of a rule's selectors; nothing when no declaration is for readers.
void write_rule(Writer& writer, const StyleRule& rule, const Group& group) {
  if (group.selectors.empty()) return;
  const Subject subject = group.subject;
  const InitialLetter letter = subject == Subject::first_letter ? initial_letter_of(rule) : InitialLetter{};
  std::string body;
  if (letter.height != 0) write_fallback_letter(body, letter, writer.root);
  for (const Declaration& declaration : rule.block) {
    if (declaration.property == nullptr) continue;
    write_body_declaration(body, declaration, rule, writer, group);
  }
  if (body.empty()) return;
  // Old readers drop a rule for one selector that they do not know: those have a rule of their own.
  for (const bool plain : {true, false}) {
    std::string list;
    for (const Selector* selector : group.selectors) {
      if (is_plain(*selector) != plain) continue;
      if (!list.empty()) list += ",\n";
      subject == Subject::generated_text ? write_selector_of_text(list, *selector, writer.ids)
                                         : write_selector(list, *selector, writer.ids);
    }
    if (list.empty()) continue;
    writer.sheet.css += list + " {\n" + body + "}\n";
    if (letter.height != 0) write_real_letter(writer.sheet.css, list, letter);
  }
}

/// The faces that the sheets name and that could be read; `font:0` is the first of `fonts`.
void write_font_faces(std::string& out, const Sheets& sheets, std::span<const book::Font> fonts) {
  for (std::size_t i = 0; i < fonts.size(); ++i) {
    const book::Font& font = fonts[i];
    const bool named = std::ranges::any_of(sheets.fonts, [&font](const FontFace& face) {
      return face.family == font.family && face.weight == font.weight && face.italic == font.italic;
    });
    if (!named) continue;
    out += "@font-face {\n  font-family: ";
    print_string(out, font.family);
    out += ";\n  font-weight: " + std::to_string(font.weight);
    out += font.italic ? ";\n  font-style: italic" : ";\n  font-style: normal";
    out += ";\n  src: url(\"font:" + std::to_string(i) + "\");\n}\n";
  }
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

/// Whether the book has real text where the selector's pseudo-element stands.
bool has_real_text(const Writer& writer, const Selector& selector) {
  const auto place = generated_place(selector);
  return place && std::ranges::any_of(writer.generated, [place](const book::GeneratedText& text) {
           return text.place == *place;
         });
}

Subject subject_of(const Selector& selector) {
  if (is_root(selector)) return Subject::root;
  if (is_all_body_text(selector)) return Subject::all_body_text;
  if (is_body_text(selector)) return Subject::body_text;
  if (generated_place(selector)) return Subject::generated_content;
  return selector.pseudo == PseudoElement::first_letter ? Subject::first_letter : Subject::other;
}

/// The rule's selectors, those together that may say the same.
std::vector<Group> groups_of(const StyleRule& rule, const Writer& writer) {
  // Without what readers choose the rule stays whole.
  const bool apart = std::ranges::any_of(
      rule.block, [](const Declaration& each) { return is_one_of(each.name, kReadersChoice); });
  std::vector<Group> groups(kSubjects * 2);
  for (std::size_t i = 0; i < groups.size(); ++i) groups[i] = {static_cast<Subject>(i / 2), i % 2 == 1, {}};
  for (const Selector& selector : rule.selectors) {
    if (!is_for_readers(selector, writer.ids)) continue;
    std::string text;
    if (apart) write_selector(text, selector, writer.ids);
    const bool paired = apart && is_paired(writer.pairs, text);
    const auto add = [&](Subject subject) {
      groups[static_cast<std::size_t>(subject) * 2 + paired].selectors.push_back(&selector);
    };
    const Subject subject = subject_of(selector);
    const bool body = subject == Subject::all_body_text || subject == Subject::body_text;
    add(body && !apart ? Subject::other : subject);
    if (has_real_text(writer, selector)) add(Subject::generated_text);
  }
  return groups;
}

}  // namespace

bool is_for_readers(const Content& content) {
  return content.alternative.empty() && std::ranges::all_of(content.parts, [](const ContentPart& part) {
           return part.kind == ContentPart::Kind::text || part.kind == ContentPart::Kind::open_quote ||
                  part.kind == ContentPart::Kind::close_quote;
         });
}

EbookSheet ebook_css(const Sheets& sheets, const ComputedStyle& root, const book::Manuscript& manuscript,
                     std::span<const book::Font> fonts, std::span<const book::GeneratedText> generated) {
  Writer writer{root, generated, nodes_by_id(manuscript)};
  writer.custom = root_custom_properties(sheets, writer.store);
  const std::vector<StyleRule> rules = with_plain_selectors(sheets.rules);
  writer.pairs = color_pairs(rules, writer.ids, writer.custom);
  write_font_faces(writer.sheet.css, sheets, fonts);
  for (const StyleRule& rule : rules) {
    for (const Group& group : groups_of(rule, writer)) write_rule(writer, rule, group);
  }
  return std::move(writer.sheet);
}

}  // namespace reliure::style
