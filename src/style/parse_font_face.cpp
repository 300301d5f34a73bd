// `@font-face`: a family's name, and where its font is (CSS Fonts 4 §4).
#include <algorithm>

#include "style/parse_sheet.h"
#include "style/value.h"

namespace reliure::style {
namespace {

/// Descriptors without effect on paper: the whole font is there and is taken as it is.
constexpr std::string_view kIgnored[] = {"ascent-override",        "descent-override",    "font-display",
                                         "font-feature-settings",  "font-named-instance", "font-stretch",
                                         "font-variant",           "font-width",          "line-gap-override",
                                         "font-variation-settings"};

/// Descriptors that would change what is set.
constexpr std::string_view kUnsupported[] = {"size-adjust", "unicode-range"};

/// One or more words, or a string.
std::optional<std::string> take_family(ValueReader& in) {
  if (const auto quoted = take_string(in)) return std::string(*quoted);
  std::string family;
  while (const auto word = take_ident(in)) family += (family.empty() ? "" : " ") + std::string(*word);
  return family.empty() ? std::nullopt : std::optional(family);
}

/// The address of `url()`, or nothing.
std::optional<std::int32_t> take_address(ValueReader& in) {
  const bool quoted = take_function(in, "url");
  const Token& token = in.peek();
  if (token.kind != (quoted ? TokenKind::string : TokenKind::url)) return std::nullopt;
  in.pass();
  if (quoted && !take_close(in)) return std::nullopt;
  return token.address;
}

/// Skips `format(...)` and `tech(...)`: what a file is shows by its first bytes.
bool skip_hints(ValueReader& in) {
  while (take_function(in, "format") || take_function(in, "tech")) {
    while (!in.done() && in.peek().kind != TokenKind::close_paren) in.pass();
    if (!take_close(in)) return false;
  }
  return true;
}

bool take_sources(ValueReader& in, FontFace& face) {
  face.sources.clear();
  do {
    FontSource source;
    if (take_function(in, "local")) {
      const auto family = take_family(in);
      if (!family || !take_close(in)) return false;
      source.local = *family;
    } else if (const auto address = take_address(in)) {
      source.address = *address;
    } else {
      return false;
    }
    if (!skip_hints(in)) return false;
    face.sources.push_back(std::move(source));
  } while (take_comma(in));
  return true;
}

std::optional<std::uint16_t> take_one_weight(ValueReader& in) {
  constexpr std::pair<std::string_view, std::uint16_t> kNames[] = {{"normal", 400}, {"bold", 700}};
  if (const auto named = take_one_of<std::uint16_t>(in, kNames)) return named;
  const auto weight = take_integer(in);
  if (!weight || *weight < 1 || *weight > 1000) return std::nullopt;
  return static_cast<std::uint16_t>(*weight);
}

/// One weight, or the first of a range.
bool take_weight(ValueReader& in, FontFace& face) {
  const auto first = take_one_weight(in);
  if (first) face.weight = *first;
  return first && (in.done() || take_one_weight(in));
}

bool take_style(ValueReader& in, FontFace& face) {
  face.italic = false;
  if (take_keyword(in, "normal")) return true;
  face.italic = take_keyword(in, "italic") || take_keyword(in, "oblique");
  if (take_angle(in)) take_angle(in);
  return face.italic;
}

struct Descriptor {
  std::string_view name;
  std::string_view values;
  bool (*take)(ValueReader& in, FontFace& face);
};
bool take_name(ValueReader& in, FontFace& face) {
  const auto family = take_family(in);
  face.family = family.value_or("");
  return family.has_value();
}
constexpr Descriptor kDescriptors[] = {{"font-family", "<string> | <name>", take_name},
                                       {"font-style", "normal | italic | oblique", take_style},
                                       {"font-weight", "[normal | bold | <integer>]{1,2}", take_weight},
                                       {"src", "[url() [format()]? | local()]#", take_sources}};

void parse_descriptor(const SheetParser& parser, Tokens tokens, FontFace& face) {
  const Token& name = tokens.front();
  const Tokens after = trimmed(tokens.subspan(1));
  if (name.kind != TokenKind::ident || after.empty() || after.front().kind != TokenKind::colon) {
    report(parser, base::Code::style_bad_syntax, name, tokens.back(),
           "no descriptor of the form `name: value`");
    return;
  }
  const auto row = std::ranges::find_if(
      kDescriptors, [&](const Descriptor& each) { return same_keyword(name.text, each.name); });
  if (row == std::end(kDescriptors)) {
    const auto same = [&](std::string_view each) { return same_keyword(name.text, each); };
    if (std::ranges::any_of(kUnsupported, same)) {
      report_once(
          parser, base::Code::style_unsupported_property, name, name.text,
          "`" + std::string(name.text) + "` has no effect: the font serves all characters that it has");
      return;
    }
    if (std::ranges::none_of(kIgnored, same))
      report(parser, base::Code::style_unknown_property, name, name,
             "`@font-face` has no `" + std::string(name.text) + "`");
    return;
  }
  ValueReader in{trimmed(after.subspan(1)), {}};
  if (!in.tokens.empty() && row->take(in, face) && in.done()) return;
  report(parser, base::Code::style_bad_value, name, tokens.back(),
         "`" + std::string(row->name) + "` of a font cannot be this")
      .hints.push_back("it takes `" + std::string(row->values) + "`");
}

}  // namespace

void parse_font_face(const SheetParser& parser, const Token& at, Tokens body) {
  FontFace face;
  face.source = &parser.source;
  face.at = &at;
  while (!body.empty()) {
    std::size_t end = 0;
    while (end < body.size() && body[end].kind != TokenKind::semicolon)
      end = opens(body[end]) ? closing(body, end) + 1 : end + 1;
    end = std::min(end, body.size());
    const Tokens one = trimmed(body.first(end));
    if (!one.empty()) parse_descriptor(parser, one, face);
    body = body.subspan(std::min(end + 1, body.size()));
  }
  if (face.family.empty() || face.sources.empty()) {
    report(parser, base::Code::style_bad_font_face, at, at,
           face.family.empty() ? "this font has no `font-family`" : "this font has no `src`");
    return;
  }
  parser.sheets.fonts.push_back(std::move(face));
}

}  // namespace reliure::style
