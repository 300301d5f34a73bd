#include "style/resolve.h"

#include <set>
#include <unordered_map>

#include "style/assets.h"
#include "style/called_notes.h"
#include "style/cascade.h"
#include "style/compute.h"
#include "style/empty_sections.h"
#include "style/outline.h"
#include "style/page_rules.h"
#include "style/parse_sheet.h"
#include "style/presentational_hints.h"
#include "style/report_contrast.h"
#include "style/running.h"
#include "style/sheet.h"

namespace reliure::style {
namespace {

using book::kNoNode;
using book::Manuscript;
using book::NodeId;

/// What a style depends on: the parent's style, the attribute blocks and the matching rules, by number.
using StyleKey = std::vector<std::uint32_t>;

struct StyleKeyHash {
  std::size_t operator()(const StyleKey& key) const {
    // FNV-1a. The table is only looked up, so its order reaches no output.
    std::uint64_t hash = 14695981039346656037U;
    for (const std::uint32_t part : key) hash = (hash ^ part) * 1099511628211U;
    return static_cast<std::size_t>(hash);
  }
};

/// Blocks of attributes, one for each text however many elements have it. Number 0 is none.
struct AttributeTexts {
  std::unordered_map<std::string, std::uint32_t> number_of;
  std::deque<std::string> texts;
  std::deque<Block> blocks;

  const Block* block(std::uint32_t number) const { return number == 0 ? nullptr : &blocks[number - 1]; }
};

/// Everything at hand while styles are resolved.
struct Resolution {
  const Manuscript& manuscript;
  Sheets& sheets;
  base::Diagnostics& diagnostics;
  RuleIndex index;
  std::vector<SiblingPlace> places;
  std::vector<NameSet> above;
  AttributeTexts inline_texts, hint_texts;
  std::unordered_map<StyleKey, std::uint32_t, StyleKeyHash> known;
  /// By style: the style of text in it, or 0 while there is none.
  std::vector<std::uint32_t> text_style;
  /// By style.
  std::vector<std::shared_ptr<const CustomProperties>> custom;
  TokenStore store;
  /// Declarations that were said to have no value.
  std::set<const Declaration*> valueless;
  Styles styles;
};

std::uint32_t number_of_text(Resolution& in, AttributeTexts& texts, std::string text, base::Span place) {
  if (text.empty()) return 0;
  const auto [row, is_new] =
      texts.number_of.try_emplace(text, static_cast<std::uint32_t>(texts.blocks.size() + 1));
  if (is_new) {
    texts.texts.push_back(std::move(text));
    texts.blocks.push_back(parse_style_attribute(in.sheets, texts.texts.back(), place, in.diagnostics));
  }
  return row->second;
}

std::uint32_t add_style(Resolution& in, Computed computed) {
  in.styles.pool_.push_back(std::make_unique<const ComputedStyle>(std::move(computed.style)));
  in.custom.push_back(std::move(computed.custom));
  in.text_style.push_back(0);
  return static_cast<std::uint32_t>(in.styles.pool_.size() - 1);
}

/// The first custom property that the value names and that is not there.
std::string_view missing_variable(std::span<const Token> value, const CustomProperties& custom) {
  for (std::size_t i = 0; i + 1 < value.size(); ++i) {
    if (value[i].kind != TokenKind::function || !same_keyword(value[i].text, "var")) continue;
    const std::size_t at = value[i + 1].kind == TokenKind::whitespace ? i + 2 : i + 1;
    if (at < value.size() && value[at].text.starts_with("--") && !custom.contains(value[at].text))
      return value[at].text;
  }
  return {};
}

void report_valueless(Resolution& in, const Computed& computed) {
  static const CustomProperties kNone;
  const CustomProperties& custom = computed.custom ? *computed.custom : kNone;
  for (const Declaration* declaration : computed.valueless) {
    if (!in.valueless.insert(declaration).second) continue;
    const std::string_view missing = missing_variable(declaration->value, custom);
    const std::string what = missing.empty() ? "what its `var()` comes to" : "`" + std::string(missing) + "`";
    auto& diagnostic = in.diagnostics.report(base::Code::style_bad_value, declaration->span,
                                             "`" + std::string(declaration->name) + "` cannot be " + what +
                                                 (missing.empty() ? "" : ", which has no value"));
    std::vector<std::string_view> names;
    for (const auto& [name, value] : custom) names.push_back(name);
    if (!missing.empty()) suggest(diagnostic, missing, names);
  }
}

/// A style to be computed: of the element, or of one of its pseudo-elements, whose parent is the element.
struct Wanted {
  bool root = false;
  std::uint32_t parent = 0;
  std::uint32_t hints = 0;
  std::uint32_t inline_ = 0;
};

std::uint32_t style_for(Resolution& in, const Wanted& wanted, std::span<const std::uint32_t> ranks) {
  StyleKey key{wanted.root ? 1U : 0U, wanted.parent, wanted.hints, wanted.inline_};
  key.insert(key.end(), ranks.begin(), ranks.end());
  const auto known = in.known.find(key);
  if (known != in.known.end()) return known->second;
  const AttributeBlocks attributes{in.hint_texts.block(wanted.hints), in.inline_texts.block(wanted.inline_)};
  const auto declarations = cascaded(in.index, ranks, attributes);
  const Computed parent = wanted.root
                              ? Computed{initial_style(), nullptr, {}}
                              : Computed{*in.styles.pool_[wanted.parent], in.custom[wanted.parent], {}};
  const ComputedStyle* root = wanted.root ? nullptr : in.styles.pool_[0].get();
  Computed computed = compute({parent, root}, declarations, in.store);
  report_valueless(in, computed);
  const std::uint32_t style = add_style(in, std::move(computed));
  in.known.emplace(std::move(key), style);
  return style;
}

std::uint32_t style_of_text(Resolution& in, std::uint32_t parent) {
  if (in.text_style[parent] == 0) {
    ComputedStyle style;
    static_cast<InheritedStyle&>(style) = *in.styles.pool_[parent];
    style.page = in.styles.pool_[parent]->page;
    const std::uint32_t added = add_style(in, {std::move(style), in.custom[parent], {}});
    in.text_style[parent] = added;
  }
  return in.text_style[parent];
}

bool is_worth_keeping(PseudoElement element, const ComputedStyle& style) {
  const bool needs_content = element == PseudoElement::before || element == PseudoElement::after;
  return style.display != Display::none && (!needs_content || !style.content.parts.empty());
}

void style_pseudo_elements(Resolution& in, NodeId id, const MatchedRules& matched) {
  for (std::size_t i = 0; i < kPseudoElements; ++i) {
    if (matched[i].empty()) continue;
    const auto element = static_cast<PseudoElement>(i);
    const bool is_note =
        in.manuscript[id].kind == book::Kind::note || in.styles[id].float_ == Float::footnote;
    if (element >= PseudoElement::footnote_call && !is_note) continue;
    const std::uint32_t style = style_for(in, {false, in.styles.of_node_[id.value], 0, 0}, matched[i]);
    if (is_worth_keeping(element, *in.styles.pool_[style])) in.styles.pseudo_.push_back({id, element, style});
  }
}

void style_element(Resolution& in, NodeId id, MatchedRules& matched) {
  const book::Node& node = in.manuscript[id];
  match_rules(in.index, id, {in.manuscript, in.places, in.above}, matched);
  Wanted wanted;
  wanted.root = node.parent == kNoNode;
  wanted.parent = wanted.root ? 0 : in.styles.of_node_[node.parent.value];
  if (node.attribute_count > 0) {
    wanted.hints = number_of_text(in, in.hint_texts, presentational_hints(in.manuscript, id), node.span);
    if (const auto text = in.manuscript.attribute(id, "style"))
      wanted.inline_ = number_of_text(in, in.inline_texts, std::string(*text), node.span);
  }
  in.styles.of_node_[id.value] = style_for(in, wanted, matched[kPseudoElements]);
  style_pseudo_elements(in, id, matched);
}

void style_tree(Resolution& in) {
  const std::size_t count = in.manuscript.nodes.size();
  in.styles.of_node_.resize(count);
  in.styles.hidden_.resize(count);
  MatchedRules matched;
  for (std::uint32_t i = 0; i < count; ++i) {
    const NodeId id{i};
    const book::Node& node = in.manuscript[id];
    const bool inside_hidden = node.parent != kNoNode && in.styles.hidden_[node.parent.value];
    if (node.kind == book::Kind::text && node.parent != kNoNode) {
      in.styles.of_node_[i] = style_of_text(in, in.styles.of_node_[node.parent.value]);
      in.styles.hidden_[i] = inside_hidden;
    } else {
      style_element(in, id, matched);
      in.styles.hidden_[i] = inside_hidden || in.styles[id].display == Display::none;
    }
  }
}

/// The edition's own `page:` as a declaration of `size`, whose tokens live in `in.sheets`.
std::optional<Declaration> edition_page_size(Resolution& in, const source::Tree& tree, const Medium& medium) {
  if (medium.edition >= tree.manifest.editions.size()) return std::nullopt;
  const source::Edition& edition = tree.manifest.editions[medium.edition];
  if (edition.page.empty()) return std::nullopt;
  in.sheets.tokens.push_back(tokenize(edition.page, in.sheets.strings));
  const std::span<const Token> all = in.sheets.tokens.back();
  Declaration size;
  size.property = find_page_property("size");
  size.name = size.property->name;
  size.value = all.first(all.size() - 1);
  if (is_valid(*size.property, size.value)) return size;
  in.diagnostics.report(base::Code::source_bad_value, edition.page_span,
                        "no page is as large as `" + edition.page + "`",
                        "it takes `" + std::string(size.property->values) + "`");
  return std::nullopt;
}

}  // namespace

Styles resolve(const Manuscript& manuscript, const source::Tree& tree, const Medium& medium,
               base::Diagnostics& diagnostics) {
  Sheets sheets = load_sheets(tree, medium, diagnostics);
  point_to_pictures(sheets, tree, manuscript);
  Resolution in{manuscript,
                sheets,
                diagnostics,
                index_rules(sheets, manuscript),
                sibling_places(manuscript),
                classes_above(manuscript),
                {},
                {},
                {},
                {},
                {},
                {},
                {},
                {}};
  style_tree(in);
  if (in.styles.pool_.empty()) add_style(in, {initial_style(), nullptr, {}});
  const Computed root{*in.styles.pool_[0], in.custom[0], {}};
  const auto size = edition_page_size(in, tree, medium);
  in.styles.pages_ =
      std::make_unique<PageRules>(resolve_pages(sheets, root, in.store, size ? &*size : nullptr));
  hide_empty_sections(manuscript, in.styles.hidden_, diagnostics);
  if (medium.media == Media::print) in.styles.running_ = find_running(manuscript, in.styles);
  in.styles.outline_ = listed_headings(manuscript, in.styles);
  hide_contents_lines(manuscript, in.styles.outline_, in.styles.hidden_);
  hide_caption_lines(manuscript, in.styles.hidden_);
  show_called_notes(manuscript, in.styles);
  const MatchContext context{manuscript, in.places, in.above};
  report_contrast({tree, sheets, in.index, context, in.styles, medium}, diagnostics);
  return std::move(in.styles);
}

}  // namespace reliure::style
