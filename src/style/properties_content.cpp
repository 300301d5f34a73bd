// Generated content: `content`, counters, named strings, quotes, bookmarks (CSS Content 3, GCPM 3, CSS Lists
// 3).
#include <algorithm>

#include "style/print.h"
#include "style/property.h"

namespace reliure::style {
namespace {

using Kind = ContentPart::Kind;
using Parts = std::vector<ContentPart>;

/// `, <counter-style>`, decimal when there is none.
bool take_style_argument(ValueReader& in, ContentPart& part) {
  part.counter_style = CounterStyle::decimal;
  if (!take_comma(in)) return true;
  const auto style = take_counter_style(in);
  if (style) part.counter_style = *style;
  return style.has_value();
}

bool take_name(ValueReader& in, ContentPart& part) {
  const auto identifier = take_ident(in);
  if (identifier) part.value = std::string(*identifier);
  return identifier.has_value();
}

/// `attr(href)` or `attr(href url)`, the only target there is on paper.
bool take_target(ValueReader& in) {
  if (!take_function(in, "attr") || !take_keyword(in, "href")) return false;
  take_keyword(in, "url");
  return take_close(in);
}

bool take_counter(ValueReader& in, ContentPart& part) {
  part.kind = Kind::counter;
  return take_name(in, part) && take_style_argument(in, part);
}

bool take_counters(ValueReader& in, ContentPart& part) {
  part.kind = Kind::counters;
  if (!take_name(in, part) || !take_comma(in)) return false;
  const auto separator = take_string(in);
  if (!separator) return false;
  part.separator = std::string(*separator);
  return take_style_argument(in, part);
}

bool take_target_counter(ValueReader& in, ContentPart& part) {
  part.kind = Kind::target_counter;
  return take_target(in) && take_comma(in) && take_name(in, part) && take_style_argument(in, part);
}

bool take_target_text(ValueReader& in, ContentPart& part) {
  part.kind = Kind::target_text;
  if (!take_target(in)) return false;
  if (!take_comma(in) || take_keyword(in, "content")) return true;
  part.separator = "first-letter";
  return take_keyword(in, "first-letter");
}

/// `<name> [, first | start | last | first-except]?`: which of a page's values counts, the first when nothing
/// is said.
bool take_of_page(ValueReader& in, ContentPart& part) {
  if (!take_name(in, part)) return false;
  if (!take_comma(in) || take_keyword(in, "first")) return true;
  const auto which = take_ident(in);
  if (!which || (*which != "last" && *which != "start" && *which != "first-except")) return false;
  part.separator = std::string(*which);
  return true;
}

bool take_named_string(ValueReader& in, ContentPart& part) {
  part.kind = Kind::string;
  return take_of_page(in, part);
}

bool take_running_element(ValueReader& in, ContentPart& part) {
  part.kind = Kind::element;
  return take_of_page(in, part);
}

bool take_leader(ValueReader& in, ContentPart& part) {
  constexpr std::pair<std::string_view, std::string_view> kLeaders[] = {
      {"dotted", ". "}, {"solid", "_"}, {"space", " "}};
  part.kind = Kind::leader;
  auto pattern = take_one_of<std::string_view>(in, kLeaders);
  if (!pattern) pattern = take_string(in);
  if (pattern) part.value = std::string(*pattern);
  return pattern.has_value() && !part.value.empty();
}

bool take_attribute(ValueReader& in, ContentPart& part) {
  part.kind = Kind::attribute;
  if (!take_name(in, part)) return false;
  // What stands where there is no such attribute.
  if (!take_comma(in)) return true;
  const auto fallback = take_string(in);
  if (fallback) part.separator = std::string(*fallback);
  return fallback.has_value();
}

bool take_own_text(ValueReader& in, ContentPart& part) {
  part.kind = Kind::own_text;
  if (take_keyword(in, "first-letter")) part.separator = "first-letter";
  take_keyword(in, "text");
  return true;
}

struct ContentFunction {
  std::string_view name;
  bool (*arguments)(ValueReader& in, ContentPart& part);
};
constexpr ContentFunction kFunctions[] = {
    {"attr", take_attribute},          {"content", take_own_text},
    {"counter", take_counter},         {"counters", take_counters},
    {"element", take_running_element}, {"leader", take_leader},
    {"string", take_named_string},     {"target-counter", take_target_counter},
    {"target-text", take_target_text}};

std::optional<ContentPart> take_part(ValueReader& in) {
  ContentPart part;
  if (const auto text = take_string(in)) {
    part.value = std::string(*text);
    return part;
  }
  if (take_keyword(in, "open-quote")) return part.kind = Kind::open_quote, part;
  if (take_keyword(in, "close-quote")) return part.kind = Kind::close_quote, part;
  for (const ContentFunction& function : kFunctions) {
    if (!take_function(in, function.name)) continue;
    if (!function.arguments(in, part) || !take_close(in)) return std::nullopt;
    return part;
  }
  return std::nullopt;
}

/// Parts up to a slash, a comma or the end; at least one.
bool take_parts(ValueReader& in, Parts& parts) {
  while (!in.done() && in.peek().kind != TokenKind::comma && in.peek().delim != '/') {
    auto part = take_part(in);
    if (!part) return false;
    parts.push_back(std::move(*part));
  }
  return !parts.empty();
}

bool apply_content(ValueReader& in, Target& target) {
  Content content;
  const bool nothing = take_keyword(in, "none") || take_keyword(in, "normal");
  if (!nothing && !take_parts(in, content.parts)) return false;
  if (take_delim(in, '/') && (nothing || !take_parts(in, content.alternative))) return false;
  target.style.content = std::move(content);
  return true;
}
void print_content(std::string& out, const ComputedStyle& style) {
  if (style.content.parts.empty()) out += "normal";
  print(out, style.content.parts);
  if (style.content.alternative.empty()) return;
  out += " / ";
  print(out, style.content.alternative);
}

// ---- Bookmarks

bool apply_bookmark_level(ValueReader& in, Target& target) {
  constexpr std::int32_t kDeepestBookmark = 6;
  if (take_keyword(in, "none")) return target.style.bookmark_level = 0, true;
  const auto level = take_integer(in);
  if (!level || *level < 1) return false;
  target.style.bookmark_level = static_cast<std::int8_t>(std::min(*level, kDeepestBookmark));
  return true;
}
void print_bookmark_level(std::string& out, const ComputedStyle& style) {
  out += style.bookmark_level == 0 ? "none" : std::to_string(style.bookmark_level);
}

/// `none` is as the heading's own text: a bookmark has a name.
bool apply_bookmark_label(ValueReader& in, Target& target) {
  Parts parts;
  if (!take_keyword(in, "none") && !take_parts(in, parts)) return false;
  target.style.bookmark_label.parts = std::move(parts);
  return true;
}
void print_bookmark_label(std::string& out, const ComputedStyle& style) {
  if (style.bookmark_label.parts.empty()) out += "none";
  print(out, style.bookmark_label.parts);
}

constexpr std::pair<std::string_view, bool> kBookmarkStates[] = {{"open", false}, {"closed", true}};

// ---- Counters and strings

template <auto Member, std::int32_t kDefault>
bool apply_counters(ValueReader& in, Target& target) {
  std::vector<CounterChange> changes;
  if (!take_keyword(in, "none")) {
    while (const auto counter = take_ident(in))
      changes.push_back({std::string(*counter), take_integer(in).value_or(kDefault)});
    if (changes.empty()) return false;
  }
  target.style.*Member = std::move(changes);
  return true;
}
template <auto Member>
void print_counters(std::string& out, const ComputedStyle& style) {
  print(out, style.*Member);
}

bool apply_string_set(ValueReader& in, Target& target) {
  std::vector<StringSet> sets;
  if (!take_keyword(in, "none")) {
    do {
      const auto string = take_ident(in);
      if (!string) return false;
      sets.push_back({std::string(*string), {}});
      if (!take_parts(in, sets.back().parts)) return false;
    } while (take_comma(in));
  }
  target.style.string_set = std::move(sets);
  return true;
}
void print_string_set(std::string& out, const ComputedStyle& style) {
  if (style.string_set.empty()) out += "none";
  for (const StringSet& set : style.string_set) {
    if (&set != &style.string_set.front()) out += ", ";
    out += set.name + ' ';
    print(out, set.parts);
  }
}

/// `none` is one pair of nothing; `auto` is by language.
bool apply_quotes(ValueReader& in, Target& target) {
  std::vector<std::string> quotes;
  if (take_keyword(in, "none")) {
    quotes = {"", ""};
  } else if (!take_keyword(in, "auto")) {
    while (const auto quote = take_string(in)) quotes.emplace_back(*quote);
    if (quotes.empty() || quotes.size() % 2 != 0) return false;
  }
  target.style.quotes = std::move(quotes);
  return true;
}
void print_quotes(std::string& out, const ComputedStyle& style) {
  if (style.quotes.empty()) out += "auto";
  for (const std::string& quote : style.quotes) {
    if (&quote != &style.quotes.front()) out += ' ';
    print_string(out, quote);
  }
}

constexpr Property kProperties[] = {
    {"bookmark-label", "none | <content>+", false, apply_bookmark_label,
     copy_members<&BoxStyle::bookmark_label>, print_bookmark_label, kRestPhase, true},
    {"bookmark-level", "none | <integer>", false, apply_bookmark_level,
     copy_members<&BoxStyle::bookmark_level>, print_bookmark_level, kRestPhase, true},
    {"bookmark-state", "open | closed", false, apply_keyword<&BoxStyle::bookmark_closed, kBookmarkStates>,
     copy_members<&BoxStyle::bookmark_closed>, print_keyword<&BoxStyle::bookmark_closed, kBookmarkStates>,
     kRestPhase, true},
    {"content",
     "normal | none | [<string> | attr() | counter() | counters() | target-counter() | target-text() | "
     "string() | element() | leader() | content() | open-quote | close-quote]+ [/ <alternative>]?",
     false, apply_content, copy_members<&BoxStyle::content>, print_content},
    {"counter-increment", "none | [<name> <integer>?]+", false,
     apply_counters<&BoxStyle::counter_increment, 1>, copy_members<&BoxStyle::counter_increment>,
     print_counters<&BoxStyle::counter_increment>},
    {"counter-reset", "none | [<name> <integer>?]+", false, apply_counters<&BoxStyle::counter_reset, 0>,
     copy_members<&BoxStyle::counter_reset>, print_counters<&BoxStyle::counter_reset>},
    {"counter-set", "none | [<name> <integer>?]+", false, apply_counters<&BoxStyle::counter_set, 0>,
     copy_members<&BoxStyle::counter_set>, print_counters<&BoxStyle::counter_set>},
    {"quotes", "auto | none | [<string> <string>]+", true, apply_quotes,
     copy_members<&InheritedStyle::quotes>, print_quotes},
    {"string-set", "none | [<name> <content>+]#", false, apply_string_set,
     copy_members<&BoxStyle::string_set>, print_string_set, kRestPhase, true},
};

}  // namespace

std::optional<CounterStyle> take_counter_style(ValueReader& in) {
  constexpr std::pair<std::string_view, CounterStyle> kStyles[] = {
      {"none", CounterStyle::none},
      {"decimal", CounterStyle::decimal},
      {"decimal-leading-zero", CounterStyle::decimal_leading_zero},
      {"lower-greek", CounterStyle::lower_greek},
      {"lower-roman", CounterStyle::lower_roman},
      {"upper-roman", CounterStyle::upper_roman},
      {"lower-alpha", CounterStyle::lower_alpha},
      {"lower-latin", CounterStyle::lower_alpha},
      {"upper-alpha", CounterStyle::upper_alpha},
      {"upper-latin", CounterStyle::upper_alpha},
      {"disc", CounterStyle::disc},
      {"circle", CounterStyle::circle},
      {"square", CounterStyle::square}};
  return take_one_of<CounterStyle>(in, kStyles);
}

std::span<const Property> content_properties() { return kProperties; }

}  // namespace reliure::style
