// `@page`: which pages a rule is for, and what only pages have (CSS Paged Media 3 §4.2, §7).
#include <algorithm>

#include "style/page_style.h"
#include "style/parse_sheet.h"
#include "style/property.h"

namespace reliure::style {
namespace {

constexpr std::string_view kBoxNames[kMarginBoxes] = {
    "top-left-corner",     "top-left",     "top-center",    "top-right",
    "top-right-corner",    "right-top",    "right-middle",  "right-bottom",
    "bottom-right-corner", "bottom-right", "bottom-center", "bottom-left",
    "bottom-left-corner",  "left-bottom",  "left-middle",   "left-top"};

bool set_pseudo_page(PageRule& rule, std::string_view name) {
  if (same_keyword(name, "left")) return rule.left = true;
  if (same_keyword(name, "right")) return rule.right = true;
  if (same_keyword(name, "first")) return rule.first = true;
  if (same_keyword(name, "blank")) return rule.blank = true;
  return false;
}

/// `name:left:first`; false with a report when it is no page selector.
bool parse_page_selector(const SheetParser& parser, Tokens tokens, PageRule& rule) {
  std::size_t at = 0;
  if (tokens[0].kind == TokenKind::ident) {
    rule.name = std::string(tokens[0].text);
    ++at;
  }
  for (; at < tokens.size(); at += 2) {
    const bool pseudo = tokens[at].kind == TokenKind::colon && at + 1 < tokens.size() &&
                        tokens[at + 1].kind == TokenKind::ident;
    if (pseudo && set_pseudo_page(rule, tokens[at + 1].text)) continue;
    report(parser, base::Code::style_bad_selector, tokens[at], tokens.back(),
           "`" + written(tokens, parser.source.text) + "` selects no page")
        .hints.emplace_back("pages are selected by name, `:left`, `:right`, `:first` and `:blank`");
    return false;
  }
  return true;
}

/// Sides in tenths of a millimetre, or in hundredths of an inch.
struct PaperSize {
  std::string_view name;
  int width, height;
  bool metric;
};
constexpr PaperSize kA4{"a4", 2100, 2970, true};
constexpr PaperSize kPapers[] = {{"a3", 2970, 4200, true},     kA4,
                                 {"a5", 1480, 2100, true},     {"a6", 1050, 1480, true},
                                 {"b4", 2500, 3530, true},     {"b5", 1760, 2500, true},
                                 {"jis-b4", 2570, 3640, true}, {"jis-b5", 1820, 2570, true},
                                 {"letter", 850, 1100, false}, {"legal", 850, 1400, false},
                                 {"ledger", 1100, 1700, false}};

Length paper_side(int side, bool metric) {
  return metric ? base::scaled(base::points(72), side, 254) : base::scaled(base::points(72), side, 100);
}

std::optional<base::Size> take_paper(ValueReader& in) {
  for (const PaperSize& paper : kPapers) {
    if (take_keyword(in, paper.name))
      return base::Size{paper_side(paper.width, paper.metric), paper_side(paper.height, paper.metric)};
  }
  return std::nullopt;
}

/// `auto | <length>{1,2} | [<paper> || [portrait | landscape]]`.
bool apply_page_size(ValueReader& in, Target& target) {
  // A sheet smaller than this holds no line; nothing is divided by zero because of it.
  constexpr Length kSmallestSide = base::points(36);
  base::Size size{paper_side(kA4.width, true), paper_side(kA4.height, true)};
  std::optional<bool> orientation;
  if (const auto width = take_length(in)) {
    const auto height = in.done() ? width : take_length(in);
    if (!height || *width < kSmallestSide || *height < kSmallestSide) return false;
    size = {*width, *height};
  } else if (!take_keyword(in, "auto")) {
    bool landscape = take_keyword(in, "landscape");
    bool turn = landscape || take_keyword(in, "portrait");
    const auto paper = take_paper(in);
    if (paper) size = *paper;
    if (!turn) {
      landscape = take_keyword(in, "landscape");
      turn = landscape || take_keyword(in, "portrait");
    }
    if (!paper && !turn) return false;
    if (turn) orientation = landscape;
  }
  if (target.page == nullptr) return true;
  target.page->size = orientation ? turned(size, *orientation) : size;
  target.page->landscape = orientation;
  return true;
}

/// `auto` is 6pt where there are marks (CSS Paged Media 3 §7.2); that is settled when all rules are known.
bool apply_bleed(ValueReader& in, Target& target) {
  Length bleed{-1};
  if (!take_keyword(in, "auto")) {
    const auto length = take_length(in);
    if (!length || *length < Length{}) return false;
    bleed = *length;
  }
  if (target.page != nullptr) target.page->bleed = {bleed, bleed, bleed, bleed};
  return true;
}

bool apply_marks(ValueReader& in, Target& target) {
  bool crop = false, cross = false;
  if (!take_keyword(in, "none")) {
    cross = take_keyword(in, "cross");
    crop = take_keyword(in, "crop");
    cross = cross || take_keyword(in, "cross");
    if (!cross && !crop) return false;
  }
  if (target.page == nullptr) return true;
  target.page->crop_marks = crop;
  target.page->registration_marks = cross;
  return true;
}

/// Never copied: `inherit` and `initial` leave a page as it is.
void copy_nothing(ComputedStyle&, const ComputedStyle&) {}

/// `none | <percentage [0,100]>`.
bool apply_flush_bottom(ValueReader& in, Target& target) {
  std::uint8_t percent = 0;
  if (!take_keyword(in, "none")) {
    const auto share = take_percentage(in);
    const std::int32_t rounded = share ? (*share * 100 + 32768) / 65536 : -1;
    if (!share || *share < 0 || rounded > 100) return false;
    percent = static_cast<std::uint8_t>(rounded);
  }
  if (target.page != nullptr) target.page->flush_bottom = percent;
  return true;
}

constexpr Property kProperties[] = {
    {"-reliure-flush-bottom", "none | <percentage [0,100]>", false, apply_flush_bottom, copy_nothing, nullptr,
     kRestPhase, true},
    {"bleed", "auto | <length>", false, apply_bleed, copy_nothing, nullptr, kRestPhase, true},
    {"marks", "none | crop || cross", false, apply_marks, copy_nothing, nullptr, kRestPhase, true},
    {"size",
     "auto | <length>{1,2} | [A3 | A4 | A5 | A6 | B4 | B5 | letter | legal | ledger] || [portrait | "
     "landscape]",
     false, apply_page_size, copy_nothing, nullptr, kRestPhase, true},
};

}  // namespace

base::Size turned(base::Size size, bool landscape) {
  return (size.width > size.height) == landscape ? size : base::Size{size.height, size.width};
}

std::span<const Property> page_properties() { return kProperties; }

std::span<const std::string_view> margin_box_names() { return kBoxNames; }

void parse_page_rule(const SheetParser& parser, Tokens prelude, Tokens body) {
  PageRule rule;
  rule.origin = parser.origin;
  const auto nested = [&](const Token& name, Tokens inside) {
    if (same_keyword(name.text, "footnote")) {
      Block block = parse_declarations(parser, inside);
      rule.footnote.insert(rule.footnote.end(), block.begin(), block.end());
      return true;
    }
    for (std::size_t i = 0; i < kMarginBoxes; ++i) {
      if (!same_keyword(name.text, kBoxNames[i])) continue;
      rule.boxes.emplace_back(static_cast<MarginBox>(i), parse_declarations(parser, inside));
      return true;
    }
    return false;
  };
  rule.block = parse_declarations(parser, body, nested, true);
  do {
    std::size_t comma = 0;
    while (comma < prelude.size() && prelude[comma].kind != TokenKind::comma) ++comma;
    const Tokens one = trimmed(prelude.first(comma));
    PageRule selected = rule;
    if (one.empty() || parse_page_selector(parser, one, selected))
      parser.sheets.pages.push_back(std::move(selected));
    prelude = prelude.subspan(std::min(comma + 1, prelude.size()));
  } while (!prelude.empty());
}

}  // namespace reliure::style
