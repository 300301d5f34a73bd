#include "image/svg/style_sheet.h"

#include <algorithm>

namespace reliure::image {
namespace {

constexpr std::string_view kSpaces = " \t\r\n\f";

/// The offset of the first of `stops` outside quotes and brackets, or the end.
std::size_t find_outside(std::string_view text, std::string_view stops) {
  char quote = '\0';
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != '\0') {
      quote = c == quote ? '\0' : quote;
    } else if (depth == 0 && stops.find(c) != std::string_view::npos) {
      return i;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '(' || c == '[') {
      ++depth;
    } else if ((c == ')' || c == ']') && depth > 0) {
      --depth;
    }
  }
  return text.size();
}

/// The part before the first of `stops`; `rest` goes on after it.
std::string_view take_until(Rest& rest, std::string_view stops) {
  const std::size_t end = find_outside(rest, stops);
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return part;
}

/// The block that begins before `rest`, up to its closing brace.
std::string_view take_block(Rest& rest) {
  int depth = 1;
  std::size_t i = 0;
  for (; i < rest.size() && depth > 0; ++i) {
    depth += rest[i] == '{' ? 1 : rest[i] == '}' ? -1 : 0;
  }
  const std::string_view block = rest.substr(0, depth == 0 ? i - 1 : i);
  rest.remove_prefix(i);
  return block;
}

void add_declarations(std::vector<Declaration>& declarations, std::string_view block) {
  Rest rest = block;
  while (!rest.empty()) {
    Rest value = take_until(rest, ";");
    const std::string_view name = trimmed(take_until(value, ":"));
    const std::optional<Property> found = property(name);
    if (!found) {
      continue;
    }
    value = trimmed(value);
    const std::size_t mark = value.rfind('!');
    const bool important = mark != std::string_view::npos && trimmed(value.substr(mark + 1)) == "important";
    declarations.push_back({*found, important ? trimmed(value.substr(0, mark)) : value, important});
  }
}

bool is_name_character(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::string_view take_name(Rest& rest) {
  std::size_t end = 0;
  while (end < rest.size() && is_name_character(rest[end])) {
    ++end;
  }
  const std::string_view name = rest.substr(0, end);
  rest.remove_prefix(end);
  return name;
}

/// `type#id.class`, without space; false for what we do not read.
bool take_compound(Rest& rest, Compound& compound, std::uint32_t& specificity) {
  const std::size_t before = rest.size();
  if (!take(rest, '*')) {
    compound.type = take_name(rest);
    specificity += compound.type.empty() ? 0 : 1;
  }
  while (!rest.empty() && (rest.front() == '.' || rest.front() == '#')) {
    const bool is_class = rest.front() == '.';
    rest.remove_prefix(1);
    const std::string_view name = take_name(rest);
    if (name.empty()) {
      return false;
    }
    if (is_class) {
      compound.classes.push_back(name);
    } else {
      compound.id = name;
    }
    specificity += is_class ? 0x100 : 0x10000;
  }
  return rest.size() < before;
}

/// Compounds with descendant and child combinators; false for selectors that we do not read.
bool read_selector(std::string_view text, Rule& rule) {
  Rest rest = trimmed(text);
  bool child = false;
  while (!rest.empty()) {
    Compound compound;
    compound.child_of_left = child;
    if (!take_compound(rest, compound, rule.specificity)) {
      return false;
    }
    rule.selector.push_back(std::move(compound));
    skip_space(rest);
    child = take(rest, '>');
    skip_space(rest);
  }
  return !rule.selector.empty() && !child;
}

void add_to_index(StyleSheet& sheet, const Compound& compound, std::uint32_t rule) {
  if (!compound.id.empty()) {
    sheet.by_id[compound.id].push_back(rule);
  } else if (!compound.classes.empty()) {
    sheet.by_class[compound.classes.front()].push_back(rule);
  } else {
    sheet.by_type[compound.type].push_back(rule);
  }
}

/// `:hover` and its like never match on paper: nothing is lost with them.
bool is_interactive(std::string_view selector) {
  for (const std::string_view name : {":hover", ":focus", ":active", ":visited", ":target"}) {
    if (selector.find(name) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

void add_rule(StyleSheet& sheet, std::string_view selectors, std::string_view block) {
  const auto first = static_cast<std::uint32_t>(sheet.declarations.size());
  add_declarations(sheet.declarations, block);
  const auto count = static_cast<std::uint32_t>(sheet.declarations.size()) - first;
  Rest rest = selectors;
  while (count > 0 && !rest.empty()) {
    const std::string_view selector = take_until(rest, ",");
    Rule rule;
    rule.first_declaration = first;
    rule.declaration_count = count;
    if (read_selector(selector, rule)) {
      const auto number = static_cast<std::uint32_t>(sheet.rules.size());
      add_to_index(sheet, rule.selector.back(), number);
      sheet.rules.push_back(std::move(rule));
    } else {
      sheet.has_unknown = sheet.has_unknown || !is_interactive(selector);
    }
  }
}

/// Whether a `@media` block is for us: `all`, or a list that names print or nothing else.
bool is_for_print(std::string_view query) {
  query = trimmed(query);
  return query.empty() || query == "all" || query.find("print") != std::string_view::npos;
}

std::string without_comments(std::string_view css) {
  std::string text;
  while (!css.empty()) {
    const std::size_t start = std::min(css.find("/*"), css.size());
    text += css.substr(0, start);
    const std::size_t end = css.find("*/", start);
    css.remove_prefix(end == std::string_view::npos ? css.size() : end + 2);
  }
  return text;
}

/// Rules of `css`, and of the `@media` blocks in it for paper, one level deep.
void read_rules(StyleSheet& sheet, std::string_view css, bool nested) {
  Rest rest = css;
  for (skip_space(rest); !rest.empty(); skip_space(rest)) {
    const bool is_at_rule = rest.front() == '@';
    const std::size_t stop = find_outside(rest, is_at_rule ? ";{" : "{");
    const bool has_block = stop < rest.size() && rest[stop] == '{';
    const std::string_view head = rest.substr(0, stop);
    rest.remove_prefix(std::min(stop + 1, rest.size()));
    const std::string_view block = has_block ? take_block(rest) : std::string_view{};
    if (!is_at_rule) {
      add_rule(sheet, head, block);
    } else if (head.substr(0, 6) == "@media" && !nested) {
      if (is_for_print(head.substr(6))) {
        read_rules(sheet, block, true);
      }
    } else if (head.substr(0, 7) == "@import") {
      sheet.has_import = true;
    }
  }
}

bool has_class(std::string_view list, std::string_view wanted) {
  Rest rest = trimmed(list);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(kSpaces), rest.size());
    if (rest.substr(0, end) == wanted) {
      return true;
    }
    rest.remove_prefix(end);
    skip_space(rest);
  }
  return false;
}

/// An element against selectors, and what the comparing has cost.
struct Matching {
  const StyleSheet& sheet;
  const Xml& xml;
  ElementId element;
  std::size_t& work;
  std::size_t max_work;
  /// The rules that match.
  std::vector<std::uint32_t> matched;
};

bool matches(Matching& matching, const Compound& compound, ElementId element) {
  const Xml& xml = matching.xml;
  ++matching.work;
  if (!compound.type.empty() && compound.type != xml[element].name) {
    return false;
  }
  if (!compound.id.empty() && compound.id != xml.attribute(element, "id")) {
    return false;
  }
  if (compound.classes.empty()) {
    return true;
  }
  const std::string_view classes = xml.attribute(element, "class");
  matching.work += compound.classes.size() * (classes.size() / 16);
  return std::all_of(compound.classes.begin(), compound.classes.end(),
                     [&](std::string_view name) { return has_class(classes, name); });
}

/// Right to left, each compound on the nearest ancestor it fits: exact but for chains that mix `>` and
/// descendants so that one must go back, which drawing programs do not write.
bool matches(Matching& matching, const Rule& rule) {
  if (!matches(matching, rule.selector.back(), matching.element)) {
    return false;
  }
  ElementId at = matching.element;
  for (std::size_t i = rule.selector.size() - 1; i-- > 0;) {
    const bool child = rule.selector[i + 1].child_of_left;
    at = matching.xml[at].parent;
    while (!child && at != kNoElement && !matches(matching, rule.selector[i], at)) {
      at = matching.xml[at].parent;
    }
    if (at == kNoElement || (child && !matches(matching, rule.selector[i], at))) {
      return false;
    }
  }
  return true;
}

void collect(Matching& matching, const RuleIndex& index, std::string_view key) {
  const auto found = index.find(key);
  if (found == index.end()) {
    return;
  }
  for (const std::uint32_t number : found->second) {
    if (matching.work > matching.max_work) {
      return;
    }
    if (matches(matching, matching.sheet.rules[number])) {
      matching.matched.push_back(number);
    }
  }
}

/// Finds the rules that match, weakest first.
void match_rules(Matching& matching) {
  const StyleSheet& sheet = matching.sheet;
  const Xml& xml = matching.xml;
  if (sheet.rules.empty()) {
    return;
  }
  collect(matching, sheet.by_type, {});
  collect(matching, sheet.by_type, xml[matching.element].name);
  Rest classes = trimmed(xml.attribute(matching.element, "class"));
  while (!classes.empty()) {
    const std::size_t end = std::min(classes.find_first_of(kSpaces), classes.size());
    collect(matching, sheet.by_class, classes.substr(0, end));
    classes.remove_prefix(end);
    skip_space(classes);
  }
  if (const std::string_view id = xml.attribute(matching.element, "id"); !id.empty()) {
    collect(matching, sheet.by_id, id);
  }
  std::sort(matching.matched.begin(), matching.matched.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::pair(sheet.rules[a].specificity, a) < std::pair(sheet.rules[b].specificity, b);
  });
}

}  // namespace

void add_rules(StyleSheet& sheet, std::string_view css) {
  if (css.find("/*") != std::string_view::npos) {
    css = sheet.owned.emplace_back(without_comments(css));
  }
  read_rules(sheet, css, false);
}

Declared cascade(const StyleSheet& sheet, const Xml& xml, ElementId element, std::size_t& work,
                 std::size_t max_work) {
  Declared declared;
  for (const XmlAttribute& attribute : xml.attributes_of(element)) {
    if (const std::optional<Property> found = property(attribute.name)) {
      declared[*found] = attribute.value;
    }
  }
  Matching matching{sheet, xml, element, work, max_work, {}};
  match_rules(matching);
  std::vector<Declaration> own;
  add_declarations(own, xml.attribute(element, "style"));
  for (const bool important : {false, true}) {
    const auto apply = [&](std::span<const Declaration> declarations) {
      work += declarations.size();
      for (const Declaration& declaration : declarations) {
        if (declaration.important == important) {
          declared[declaration.property] = declaration.value;
        }
      }
    };
    for (const std::uint32_t number : matching.matched) {
      const Rule& rule = sheet.rules[number];
      apply(std::span(sheet.declarations).subspan(rule.first_declaration, rule.declaration_count));
    }
    apply(own);
  }
  return declared;
}

}  // namespace reliure::image
