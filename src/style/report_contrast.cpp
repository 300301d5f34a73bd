#include "style/report_contrast.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <tuple>

#include "source/embedded.h"
#include "style/contrast.h"
#include "style/ebook_colors.h"
#include "style/page_rules.h"

namespace reliure::style {
namespace {

using book::kNoNode;
using book::NodeId;

/// What gives an element a colour, or a ground.
struct Cause {
  /// The element, `kNoNode` for a page.
  NodeId node = kNoNode;
  /// Null when it is in the `style` attribute of the element.
  const Declaration* declaration = nullptr;
  /// Of `declaration`; null for a page's.
  const StyleRule* rule = nullptr;
};

/// The winning declaration of a property among the rules of these ranks.
std::optional<Cause> winner(const Looks& looks, NodeId node, std::span<const std::uint32_t> ranks,
                            std::string_view property) {
  const auto all = cascaded(looks.index, ranks, {});
  const auto found = std::find_if(all.rbegin(), all.rend(), [property](const Declaration* each) {
    return is_part_of(each->name, property);
  });
  if (found == all.rend()) return std::nullopt;
  for (const std::uint32_t rank : ranks) {
    const StyleRule* rule = looks.index.ranked[rank].rule;
    const bool in_block =
        std::ranges::any_of(rule->block, [&](const Declaration& each) { return &each == *found; });
    if (in_block) return Cause{node, *found, rule};
  }
  return std::nullopt;
}

/// Whether the element's `style` attribute sets the property.
bool is_inline(const Looks& looks, NodeId node, std::string_view property) {
  std::string_view style = looks.context.manuscript.attribute(node, "style").value_or("");
  while (!style.empty()) {
    const std::size_t end = std::min(style.find(';'), style.size());
    std::string_view name = style.substr(0, std::min(style.find(':'), end));
    while (!name.empty() && (name.front() == ' ' || name.front() == '\n')) name.remove_prefix(1);
    while (!name.empty() && name.back() == ' ') name.remove_suffix(1);
    if (is_part_of(name, property)) return true;
    style.remove_prefix(std::min(end + 1, style.size()));
  }
  return false;
}

std::optional<Cause> cause_at(const Looks& looks, NodeId node, std::optional<PseudoElement> pseudo,
                              std::string_view property) {
  if (!pseudo && is_inline(looks, node, property)) return Cause{node, nullptr, nullptr};
  MatchedRules matched;
  match_rules(looks.index, node, looks.context, matched);
  return winner(looks, node, matched[pseudo ? static_cast<std::size_t>(*pseudo) : kPseudoElements], property);
}

/// What gives the text its colour: at the element or, as the colour is inherited, around it.
std::optional<Cause> cause_of_color(const Looks& looks, const FaintText& text) {
  if (text.node == kNoNode) {
    for (const std::optional<MarginBox> box : {std::optional(text.box), std::optional<MarginBox>()}) {
      if (const Declaration* found = page_declaration(looks.sheets, text.page, box, "color"))
        return Cause{kNoNode, found, nullptr};
    }
    return cause_at(looks, book::kRoot, {}, "color");
  }
  std::optional<PseudoElement> pseudo = text.pseudo;
  for (NodeId node = text.node; node != kNoNode; pseudo.reset()) {
    const auto cause = cause_at(looks, node, pseudo, "color");
    if (cause && (cause->declaration == nullptr || !inherits_color(cause->declaration->value))) return cause;
    if (!pseudo) node = looks.context.manuscript[node].parent;
  }
  return std::nullopt;
}

std::optional<Cause> cause_of_ground(const Looks& looks, const FaintText& text) {
  if (text.grounded != kNoNode) {
    if (text.grounded == text.node && text.pseudo) {
      if (const auto own = cause_at(looks, text.node, text.pseudo, "background")) return own;
    }
    return cause_at(looks, text.grounded, {}, "background");
  }
  if (text.node != kNoNode) {
    const PageSelector page{looks.styles[text.node].page};
    if (const Declaration* found = page_declaration(looks.sheets, page, {}, "background"))
      return Cause{kNoNode, found, nullptr};
    return std::nullopt;
  }
  for (const std::optional<MarginBox> box : {std::optional(text.box), std::optional<MarginBox>()}) {
    if (const Declaration* found = page_declaration(looks.sheets, text.page, box, "background"))
      return Cause{kNoNode, found, nullptr};
  }
  return std::nullopt;
}

base::Span place_of(const Looks& looks, const Cause& cause) {
  return cause.declaration != nullptr ? cause.declaration->span : looks.context.manuscript[cause.node].span;
}

/// Whether the author can mend it there.
bool is_authors(const Looks& looks, const Cause& cause) {
  const base::FileId file = place_of(looks, cause).file;
  return file.value != 0 && !source::is_embedded(looks.tree.sources.name(file));
}

/// Whether a reader of e-books keeps the two colours: one rule sets both.
bool is_kept_in_ebook(const FaintText& text, const Cause& cause) {
  return cause.rule != nullptr && text.grounded == cause.node &&
         std::ranges::any_of(cause.rule->block, [](const Declaration& each) {
           return is_part_of(each.name, "background") && is_ground(each.value);
         });
}

std::string hex(Color color) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out = "`#";
  for (const int channel : {color.red, color.green, color.blue}) {
    out += kDigits[static_cast<std::size_t>(channel / 16)];
    out += kDigits[static_cast<std::size_t>(channel % 16)];
  }
  return out + "`";
}

/// `4.5`, rounded down.
std::string ratio_text(int hundredths) {
  return std::to_string(hundredths / 100) + "." + std::to_string(hundredths / 10 % 10);
}

std::string message_of(const FaintText& text, bool grey) {
  return std::string(text.wanted < 450 ? "large text in " : "text in ") + hex(text.color) + " on " +
         hex(text.ground) + (grey ? ", as print in grey has them," : "") + " has a contrast of " +
         ratio_text(text.ratio) + ": it needs " + ratio_text(text.wanted);
}

std::string hint_of(const FaintText& text, bool at_ground) {
  if (text.enough == text.color) return "give it another ground: no colour reaches that on all of this one";
  return at_ground ? "give the text on it the colour " + hex(text.enough) +
                         ", which reaches that, or change the ground"
                   : hex(text.enough) + " reaches that";
}

}  // namespace

void report_contrast(const Looks& looks, base::Diagnostics& diagnostics) {
  const auto& editions = looks.tree.manifest.editions;
  const bool grey =
      looks.medium.edition < editions.size() && editions[looks.medium.edition].colour == source::Colour::grey;
  const bool ebook = looks.medium.media == Media::epub;
  const book::Manuscript& manuscript = looks.context.manuscript;
  std::set<std::tuple<base::Span, std::string>> said;
  for (const FaintText& text : faint_texts(manuscript, looks.styles, looks.medium.media, grey)) {
    const auto color = cause_of_color(looks, text);
    if (ebook && (!color || !is_kept_in_ebook(text, *color))) continue;
    const auto ground = cause_of_ground(looks, text);
    // The one that is further in brings them together; but nobody can mend our own sheets.
    const bool on_sheet = text.node != kNoNode && ground && ground->node == kNoNode;
    const bool ground_first = ground && (!color || (!on_sheet && ground->node > color->node));
    const bool can_switch = ground && color && is_authors(looks, *color) != is_authors(looks, *ground);
    const bool at_ground = can_switch ? is_authors(looks, *ground) : ground_first;
    const auto& cause = at_ground ? ground : color;
    const base::Span shown = text.node == kNoNode ? base::Span{} : manuscript[text.node].span;
    const base::Span place = cause ? place_of(looks, *cause) : shown;
    std::string message = message_of(text, grey);
    // In `style` attributes the same two colours are told at the first.
    const bool in_sheet = cause && cause->declaration != nullptr;
    if (!said.emplace(in_sheet ? place : base::Span{}, message).second) continue;
    auto& diagnostic = diagnostics.report(base::Code::style_low_contrast, place, std::move(message),
                                          hint_of(text, at_ground));
    const bool on_paper = !ebook && text.grounded == kNoNode;
    if (on_paper && looks.styles[book::kRoot].background.alpha > 0)
      diagnostic.hints.push_back("the ground of pages is set by `@page`, not on `body` or `:root`");
    if (shown.file.value != 0 && shown != place) diagnostic.labels.push_back({shown, "seen first here"});
  }
}

}  // namespace reliure::style
