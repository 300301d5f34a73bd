// A formula on one line: what pages show of MathML.
#include <algorithm>
#include <iterator>
#include <optional>

#include "base/utf8.h"
#include "content/ascii.h"
#include "content/math.h"
#include "content/math_operators.h"

namespace reliure::content {
namespace {

using book::Kind;

// A line may end behind an operator, and nowhere else: a joiner binds what follows.
constexpr std::string_view kThin = "\u2009\u2060";
constexpr std::string_view kBefore = "\u205F\u2060";
constexpr std::string_view kBehind = "\u205F";
constexpr std::string_view kJoiner = "\u2060";

bool is_number(const MathElement& element) {
  return element.name == "mn" && !element.text.empty() && std::ranges::all_of(element.text, is_digit);
}

/// What stands alone in rows is as if the rows were not there.
const MathElement& unwrapped(const MathElement& element) {
  const MathElement* inner = &element;
  while ((inner->name == "mrow" || inner->name == "mstyle" || inner->name == "mpadded") &&
         inner->children.size() == 1) {
    inner = &inner->children.front();
  }
  return *inner;
}

/// The operator that the element is, with or without scripts; null for operands.
const MathElement* core_operator(const MathElement& element) {
  const MathElement* inner = &unwrapped(element);
  while ((inner->name.starts_with("msu") || inner->name.starts_with("mu") || inner->name == "mover") &&
         !inner->children.empty()) {
    inner = &unwrapped(inner->children.front());
  }
  return inner->name == "mo" ? inner : nullptr;
}

bool opens(const MathElement* element) {
  const MathElement* core = element != nullptr ? core_operator(*element) : nullptr;
  return core != nullptr && operator_class(core->text) == OperatorClass::opening;
}
bool closes(const MathElement* element) {
  const MathElement* core = element != nullptr ? core_operator(*element) : nullptr;
  return core != nullptr && operator_class(core->text) == OperatorClass::closing;
}

/// What an operator behind it takes as its left side: an operand, or the end of one.
bool ends_operand(const MathElement* element) {
  if (element == nullptr) return false;
  const MathElement* core = core_operator(*element);
  if (core == nullptr) return element->name != "mspace";
  const OperatorClass kind = operator_class(core->text);
  return kind == OperatorClass::closing || kind == OperatorClass::tight || kind == OperatorClass::invisible;
}

bool is_operand(const MathElement* element) {
  return element != nullptr && core_operator(*element) == nullptr && element->name != "mspace";
}

/// A name of letters, such as `sin`.
bool is_word(const MathElement* element) {
  return element != nullptr && element->name == "mi" && base::count_characters(element->text) > 1;
}

/// Whether nothing in the element's flat form needs brackets around it.
bool is_atom(const MathElement& element) {
  const MathElement& inner = unwrapped(element);
  if (inner.name == "mi" || inner.name == "mn" || inner.name == "mtext" || inner.name == "ms") return true;
  if (inner.name == "msub" || inner.name == "msup" || inner.name == "msubsup" || inner.name == "mover") {
    return is_atom(inner.children.front());
  }
  const auto& row = inner.children;
  if (inner.name != "mrow" || row.size() < 2 || !opens(&row.front()) || !closes(&row.back())) return false;
  return std::none_of(row.begin() + 1, row.end() - 1,
                      [](const MathElement& part) { return opens(&part) || closes(&part); });
}

/// The siblings of an element, null where there is none.
struct Beside {
  const MathElement* before = nullptr;
  const MathElement* behind = nullptr;

  bool in_brackets() const { return opens(before) && (behind == nullptr || closes(behind)); }
};

struct Flattener {
  FlatFormula& out;
  /// How many scripts deep: in them operators have no space around.
  int scripts = 0;

  void text(std::string_view text) {
    if (text.empty()) return;
    if (!out.steps.empty() && out.steps.back().act == FlatStep::Act::text) {
      out.steps.back().text += text;
    } else {
      out.steps.push_back({FlatStep::Act::text, Kind::text, std::string(text)});
    }
  }
  void open(Kind kind) { out.steps.push_back({FlatStep::Act::open, kind, {}}); }
  void close(Kind kind) { out.steps.push_back({FlatStep::Act::close, kind, {}}); }

  bool ends_with_digit() const {
    return !out.steps.empty() && !out.steps.back().text.empty() && is_digit(out.steps.back().text.back());
  }

  void row(const std::vector<MathElement>& children) {
    for (std::size_t i = 0; i < children.size(); ++i) {
      element(children[i],
              {i > 0 ? &children[i - 1] : nullptr, i + 1 < children.size() ? &children[i + 1] : nullptr});
    }
  }

  /// The spaces around operators and names, and the element between.
  void element(const MathElement& element, const Beside& beside) {
    const MathElement* core = core_operator(element);
    if (core == nullptr) {
      if (is_operand(beside.before) && (is_word(&element) || is_word(beside.before))) text(kThin);
      return bare(element, beside);
    }
    switch (spacing_of(*core, beside)) {
      case Spacing::none:
        return bare(element, beside);
      case Spacing::around:
        text(kBefore);
        bare(element, beside);
        return text(kBehind);
      case Spacing::behind:
        bare(element, beside);
        return text(kBehind);
      case Spacing::as_function:
        if (ends_operand(beside.before)) text(kThin);
        bare(element, beside);
        if (!opens(beside.behind)) text(kThin);
    }
  }

  enum class Spacing { none, around, behind, as_function };

  Spacing spacing_of(const MathElement& core, const Beside& beside) const {
    const OperatorClass kind = operator_class(core.text);
    if (kind == OperatorClass::function) return Spacing::as_function;
    if (scripts > 0 || beside.behind == nullptr) return Spacing::none;
    if (kind == OperatorClass::punctuation) return Spacing::behind;
    return kind == OperatorClass::infix && ends_operand(beside.before) ? Spacing::around : Spacing::none;
  }

  void bare(const MathElement& element, const Beside& beside = {}) {
    const std::string_view name = element.name;
    const auto& parts = element.children;
    if (name == "mi") return identifier(element);
    if (name == "mo") return sign(element, beside);
    if (name == "mn" || name == "mtext") return text(element.text);
    if (name == "ms") return text("\"" + element.text + "\"");
    if (name == "mspace") return space(element);
    if (name == "mphantom") return;
    if (name == "mfrac") return fraction(element, beside);
    if (name == "msqrt") return root(parts);
    if (name == "mroot") return nth_root(parts);
    if (name == "mtable") return table(element, beside);
    if (name == "mmultiscripts") return multiscripts(parts);
    if (name == "mover" && accent(parts)) return;
    if (name == "msub" || name == "munder") return scripted(parts[0], &parts[1], nullptr);
    if (name == "msup" || name == "mover") return scripted(parts[0], nullptr, &parts[1]);
    if (name == "msubsup" || name == "munderover") return scripted(parts[0], &parts[1], &parts[2]);
    row(parts);
  }

  /// One letter is italic, a name upright, unless the author says otherwise.
  void identifier(const MathElement& element) {
    const Letters letters = plain_letters(element.text);
    const bool single = base::count_characters(letters.text) == 1 && is_italic_letter(letters.text);
    std::string_view variant;
    for (const auto& [name, value] : element.attributes) {
      if (name == "mathvariant") variant = value;
    }
    const bool has_variant = !variant.empty() || letters.styled;
    const bool italic =
        letters.italic || variant.find("italic") != std::string_view::npos || (!has_variant && single);
    // What book fonts have no letters for is bold, as on a blackboard that is no board.
    const bool bold = letters.bold || variant.starts_with("bold") || variant == "double-struck";
    if (bold) open(Kind::b);
    if (italic) open(Kind::i);
    text(letters.text);
    if (italic) close(Kind::i);
    if (bold) close(Kind::b);
  }

  void sign(const MathElement& element, const Beside& beside) {
    if (element.text == kApplication) {
      if (is_word(beside.before) && !opens(beside.behind)) text(kThin);
      return;
    }
    if (operator_class(element.text) != OperatorClass::invisible) text(shown_operator(element.text));
  }

  void space(const MathElement& element) {
    for (const auto& [name, value] : element.attributes) {
      if (name != "width" || value.empty() || value.front() == '-' || value.front() == '0') continue;
      text(is_digit(value.front()) && value.ends_with("em") ? "\u2003" : kThin);
    }
  }

  /// In brackets where it is more than one thing.
  void operand(const MathElement& element) {
    if (is_atom(element)) return bare(unwrapped(element));
    text("(");
    const MathElement& inner = unwrapped(element);
    inner.name == "mrow" ? row(inner.children) : this->element(inner, {});
    text(")");
  }

  void fraction(const MathElement& element, const Beside& beside) {
    const MathElement &top = unwrapped(element.children[0]), &bottom = unwrapped(element.children[1]);
    const bool has_bar = std::ranges::none_of(element.attributes, [](const auto& attribute) {
      return attribute.first == "linethickness" && attribute.second.starts_with("0");
    });
    if (has_bar && is_number(top) && is_number(bottom)) {
      // A fraction slash, with which fonts make a fraction of the figures beside it.
      if (ends_with_digit()) text(kThin);
      text(top.text + "\u2044" + bottom.text);
      if (is_operand(beside.behind) && is_number(unwrapped(*beside.behind))) text(kThin);
      return;
    }
    out.simplified = true;
    const bool bound = is_operand(beside.before) || is_operand(beside.behind);
    const bool brackets = has_bar ? bound : !beside.in_brackets();
    if (brackets) text("(");
    if (has_bar) {
      operand(top);
      text("/");
      text(kJoiner);
      operand(bottom);
    } else {  // a column of two, as binomials are
      bare(top);
      text("; ");
      bare(bottom);
    }
    if (brackets) text(")");
  }

  void root(const std::vector<MathElement>& parts) {
    text("√");
    if (parts.size() == 1) {
      out.simplified = out.simplified || !is_atom(parts[0]);
      return operand(parts[0]);
    }
    out.simplified = true;
    text("(");
    row(parts);
    text(")");
  }

  void nth_root(const std::vector<MathElement>& parts) {
    out.simplified = true;
    script(Kind::sup, parts[1]);
    text("√");
    operand(parts[0]);
  }

  /// `[a b; c d]`, in the author's brackets where there are such.
  void table(const MathElement& element, const Beside& beside) {
    out.simplified = true;
    const bool brackets = !opens(beside.before);
    if (brackets) text("[");
    for (std::size_t i = 0; i < element.children.size(); ++i) {
      if (i > 0) text("; ");
      const auto& cells = element.children[i].children;
      for (std::size_t j = 0; j < cells.size(); ++j) {
        if (j > 0) text("\u2002");
        row(cells[j].children);
      }
    }
    if (brackets) text("]");
  }

  /// Base, scripts behind it, and those before it; the latter come first on the line.
  void multiscripts(const std::vector<MathElement>& parts) {
    const auto turn =
        std::ranges::find_if(parts, [](const MathElement& part) { return part.name == "mprescripts"; });
    const auto pairs = [this](auto from, auto to) {
      for (; to - from >= 2; from += 2) {
        script(Kind::sub, from[0]);
        script(Kind::sup, from[1]);
      }
    };
    if (turn != parts.end()) pairs(turn + 1, parts.end());
    operand(parts.front());
    pairs(parts.begin() + 1, turn);
  }

  /// A mark above one letter is part of it; false for others.
  bool accent(const std::vector<MathElement>& parts) {
    const MathElement &base = unwrapped(parts[0]), &above = unwrapped(parts[1]);
    const std::string_view mark = combining_mark(above.text);
    if (above.name != "mo" || mark.empty() || base.name != "mi" || base::count_characters(base.text) != 1) {
      return false;
    }
    MathElement marked = base;
    marked.text += mark;
    if (is_italic_letter(base.text)) marked.attributes.emplace_back("mathvariant", "italic");
    identifier(marked);
    return true;
  }

  void scripted(const MathElement& base, const MathElement* sub, const MathElement* sup) {
    core_operator(base) != nullptr ? bare(unwrapped(base)) : operand(base);
    if (sub != nullptr) script(Kind::sub, *sub);
    if (sup != nullptr) script(Kind::sup, *sup);
  }

  void script(Kind kind, const MathElement& element) {
    const MathElement& inner = unwrapped(element);
    if (inner.name == "mo" && is_raised(inner.text)) return text(shown_operator(inner.text));
    const std::size_t begin = out.steps.size();
    open(kind);
    ++scripts;
    bare(inner);
    --scripts;
    // An empty one is the place that a script before or behind it has not.
    if (out.steps.size() == begin + 1) return out.steps.pop_back();
    close(kind);
  }
};

/// Superior or inferior characters where Unicode has them all, else nothing.
std::optional<std::string> small_characters(std::string_view text, bool superior) {
  constexpr std::string_view kSuperior[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  constexpr std::string_view kInferior[] = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};
  std::string out;
  for (const char c : text) {
    if (!is_digit(c)) return std::nullopt;
    const auto digit = static_cast<std::size_t>(c - '0');
    out += superior ? kSuperior[digit] : kInferior[digit];
  }
  return out;
}

void append_linear_text(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded decoded = base::decode(text, at);
    const bool space =
        decoded.character == 0x205F || (decoded.character >= 0x2000 && decoded.character <= 0x200A);
    if (space) {
      out += ' ';
    } else if (decoded.character != 0x2060) {
      out += text.substr(at, decoded.size);
    }
    at += decoded.size;
  }
}

/// From the step `at` to the end of its element, behind which `at` is then.
std::string linear_part(const std::vector<FlatStep>& steps, std::size_t& at) {
  std::string out;
  while (at < steps.size() && steps[at].act != FlatStep::Act::close) {
    const FlatStep& step = steps[at++];
    if (step.act == FlatStep::Act::text) {
      append_linear_text(out, step.text);
      continue;
    }
    const std::string inner = linear_part(steps, at);
    ++at;
    if (step.kind != Kind::sup && step.kind != Kind::sub) {
      out += inner;
    } else if (const auto small = small_characters(inner, step.kind == Kind::sup)) {
      out += *small;
    } else {
      out += step.kind == Kind::sup ? "^" : "_";
      out += base::count_characters(inner) == 1 ? inner : "(" + inner + ")";
    }
  }
  return out;
}

}  // namespace

FlatFormula flattened(const MathElement& math) {
  FlatFormula formula;
  Flattener{formula}.row(math.children);
  return formula;
}

std::string linear_text(const FlatFormula& formula) {
  std::size_t at = 0;
  return linear_part(formula.steps, at);
}

}  // namespace reliure::content
