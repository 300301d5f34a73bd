#include "style/page_rules.h"

#include <algorithm>

namespace reliure::style {
namespace {

/// Name, then `:first` and `:blank`, then `:left` and `:right` (CSS Paged Media 3 §4.3).
int specificity(const PageRule& rule) {
  return (rule.name.empty() ? 0 : 100) + 10 * (rule.first + rule.blank) + rule.left + rule.right;
}

bool selects(const PageRule& rule, const PageSelector& page) {
  return (rule.name.empty() || rule.name == page.name) && (!rule.left || page.left) &&
         (!rule.right || !page.left) && (!rule.blank || page.blank) &&
         (!rule.first || (rule.name.empty() ? page.opens_book : page.first));
}

using Rules = std::vector<const PageRule*>;
using Declarations = std::vector<const Declaration*>;

/// All rules in ascending order of the cascade.
Rules in_order(const Sheets& sheets) {
  Rules ordered;
  for (const PageRule& rule : sheets.pages) ordered.push_back(&rule);
  std::ranges::stable_sort(ordered, [](const PageRule* a, const PageRule* b) {
    return std::pair(a->origin, specificity(*a)) < std::pair(b->origin, specificity(*b));
  });
  return ordered;
}

Rules selected(const Rules& ordered, const PageSelector& page) {
  Rules rules;
  std::ranges::copy_if(ordered, std::back_inserter(rules),
                       [&](const PageRule* rule) { return selects(*rule, page); });
  return rules;
}

void add_block(Declarations& all, const Block& block, bool important) {
  for (const Declaration& declaration : block) {
    if (declaration.important == important) all.push_back(&declaration);
  }
}

/// The declarations of one part of the rules (the page, a box) in ascending order of the cascade.
template <class Visit>
Declarations cascaded_page(const Rules& rules, Visit visit) {
  Declarations all;
  for (const PageRule* rule : rules) visit(*rule, [&](const Block& block) { add_block(all, block, false); });
  for (const Origin origin : {Origin::author, Origin::user_agent}) {
    for (const PageRule* rule : rules) {
      if (rule->origin == origin) visit(*rule, [&](const Block& block) { add_block(all, block, true); });
    }
  }
  return all;
}

/// Where a margin box's content stands unless it says otherwise (CSS Paged Media 3 §5.3.2.4).
void align_box(MarginBox box, ComputedStyle& style) {
  switch (box) {
    case MarginBox::top_left_corner:
    case MarginBox::bottom_left_corner:
      style.text_align = TextAlign::right;
      break;
    case MarginBox::top_left:
    case MarginBox::bottom_left:
    case MarginBox::top_right_corner:
    case MarginBox::bottom_right_corner:
      style.text_align = TextAlign::left;
      break;
    case MarginBox::top_right:
    case MarginBox::bottom_right:
      style.text_align = TextAlign::right;
      break;
    default:
      style.text_align = TextAlign::center;
  }
}

VerticalAlign initial_vertical_align(MarginBox box) {
  if (box == MarginBox::right_top || box == MarginBox::left_top) return VerticalAlign::top;
  if (box == MarginBox::right_bottom || box == MarginBox::left_bottom) return VerticalAlign::bottom;
  return VerticalAlign::middle;
}

/// The page's own declarations.
Declarations own_declarations(const Rules& rules) {
  return cascaded_page(rules, [](const PageRule& rule, auto add) { add(rule.block); });
}

/// The declarations of one margin box of the pages that the rules select.
Declarations declarations_of(MarginBox box, const Rules& rules) {
  return cascaded_page(rules, [box](const PageRule& rule, auto add) {
    for (const auto& [name, block] : rule.boxes) {
      if (name == box) add(block);
    }
  });
}

ComputedStyle box_style(MarginBox box, const Rules& rules, const Computed& page, const ComputedStyle& root,
                        TokenStore& store) {
  const Declarations declarations = declarations_of(box, rules);
  if (declarations.empty()) return {};
  Computed parent = page;
  align_box(box, parent.style);
  parent.style.text_indent = Dimension::of({});
  ComputedStyle style = compute({parent, &root}, declarations, store).style;
  const bool aligned = std::ranges::any_of(
      declarations, [](const Declaration* each) { return each->name == "vertical-align"; });
  if (!aligned) style.vertical_align = initial_vertical_align(box);
  return style;
}

base::Edges resolved_margins(const ComputedStyle& style, base::Size size) {
  // Percentages are of the page's own side (CSS Paged Media 3 §7.1).
  return {style.margin[0].resolve(size.height), style.margin[1].resolve(size.width),
          style.margin[2].resolve(size.height), style.margin[3].resolve(size.width)};
}

/// A page holds a line at least.
constexpr Length kLeastRoom = base::points(18);

/// Margins that leave no room for a line are cut down: a page must hold something.
void keep_room(PageStyle& page) {
  const auto fit = [](Length& before, Length& after, Length side) {
    before = base::max(before, Length{});
    after = base::max(after, Length{});
    const Length most = side - kLeastRoom;
    if (before + after > most) {
      before = base::min(before, most / 2);
      after = most - before < after ? most - before : after;
    }
  };
  fit(page.margin.left, page.margin.right, page.size.width);
  fit(page.margin.top, page.margin.bottom, page.size.height);
}

void settle_bleed(PageStyle& page) {
  // `auto`: 6pt where there are marks, none else (§7.2).
  if (page.bleed.top >= Length{}) return;
  const Length bleed = page.crop_marks || page.registration_marks ? base::points(6) : Length{};
  page.bleed = {bleed, bleed, bleed, bleed};
}

PageStyle page_style(const Rules& rules, const Computed& root, TokenStore& store, const Declaration* size) {
  PageStyle page;
  // A4 where nothing is said.
  page.size = {base::scaled(base::points(72), 2100, 254), base::scaled(base::points(72), 2970, 254)};
  page.bleed = {Length{-1}, Length{-1}, Length{-1}, Length{-1}};
  const Declarations own = own_declarations(rules);
  const Inheritance from{root, &root.style};
  const Computed context = compute(from, own, store, &page);
  if (size != nullptr) {  // the edition's paper, however the sheet turns it
    const std::optional<bool> landscape = page.landscape;
    const Declarations paper{size};
    compute(from, paper, store, &page);
    if (landscape) page.size = turned(page.size, *landscape);
  }
  page.margin = resolved_margins(context.style, page.size);
  page.background = context.style.background;
  page.background_layers = context.style.background_layers;
  page.counter_reset = context.style.counter_reset;
  page.counter_increment = context.style.counter_increment;
  page.counter_set = context.style.counter_set;
  keep_room(page);
  settle_bleed(page);
  for (std::size_t i = 0; i < kMarginBoxes; ++i) {
    const auto box = static_cast<MarginBox>(i);
    page.boxes[i] = box_style(box, rules, context, root.style, store);
  }
  const Declarations notes = cascaded_page(rules, [](const PageRule& rule, auto add) { add(rule.footnote); });
  page.footnote_area = compute({context, &root.style}, notes, store).style;
  page.footnote_area.display = Display::block;
  return page;
}

}  // namespace

std::size_t variant_of(const PageSelector& page) {
  if (page.opens_book && !page.left && !page.blank) return kOpeningVariant;
  return (page.left ? 1U : 0U) + (page.first ? 2U : 0U) + (page.blank ? 4U : 0U);
}

PageSelector page_variant(std::string_view name, std::size_t variant) {
  if (variant == kOpeningVariant) return {name, false, true, false, true};
  return {name, (variant & 1U) != 0, (variant & 2U) != 0, (variant & 4U) != 0, false};
}

const Declaration* page_declaration(const Sheets& sheets, const PageSelector& page,
                                    std::optional<MarginBox> box, std::string_view name) {
  const Rules rules = selected(in_order(sheets), page);
  const Declaration* winner = nullptr;
  for (const Declaration* each : box ? declarations_of(*box, rules) : own_declarations(rules)) {
    if (is_part_of(each->name, name)) winner = each;
  }
  return winner;
}

PageRules resolve_pages(const Sheets& sheets, const Computed& root, TokenStore& store,
                        const Declaration* size) {
  PageRules pages;
  pages.names.emplace_back();
  const Rules ordered = in_order(sheets);
  for (const PageRule& rule : sheets.pages) pages.names.push_back(rule.name);
  std::ranges::sort(pages.names);
  pages.names.erase(std::unique(pages.names.begin(), pages.names.end()), pages.names.end());
  for (const std::string& name : pages.names) {
    PageVariants& variants = pages.variants.emplace_back();
    for (std::size_t i = 0; i < variants.size(); ++i) {
      const PageSelector selector = page_variant(name, i);
      variants[i] = page_style(selected(ordered, selector), root, store, size);
    }
  }
  return pages;
}

}  // namespace reliure::style
