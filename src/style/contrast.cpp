#include "style/contrast.h"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_set>

#include "base/luma.h"
#include "base/utf8.h"
#include "style/grounds.h"
#include "style/luminance.h"
#include "style/page_rules.h"

namespace reliure::style {
namespace {

using book::kNoNode;
using book::Node;
using book::NodeId;

/// WCAG 2.2, in hundredths; large text is of 18 points, or bold and of 14.
constexpr int kWantedRatio = 450, kWantedOfLarge = 300;
constexpr Length kLarge = base::points(18), kLargeBold = base::points(14);
constexpr std::uint16_t kBold = 700;

bool is_large(const ComputedStyle& style) {
  // An initial of several lines is larger than its style says.
  return style.font_size >= kLarge || (style.font_size >= kLargeBold && style.font_weight >= kBold) ||
         style.initial_letter >= 2 * 65536;
}

/// Whether a character is of a word or a number: no punctuation, arrow, bullet or other sign.
bool is_of_word(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c < 0x2C00) && !(c >= 0x3000 && c < 0x3040);
}

bool says_something(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded next = base::decode(text, at);
    if (is_of_word(next.character)) return true;
    at += next.size;
  }
  return false;
}

bool says_something(const std::vector<ContentPart>& parts) {
  using Kind = ContentPart::Kind;
  return std::ranges::any_of(parts, [](const ContentPart& part) {
    if (part.kind == Kind::text) return says_something(part.value);
    return part.kind != Kind::leader && part.kind != Kind::open_quote && part.kind != Kind::close_quote &&
           part.kind != Kind::element;
  });
}

/// What a pseudo-element shows, unless its alternative says that it is decoration (`content: "→" / ""`).
bool says_something(const Content& content) {
  return says_something(content.parts) &&
         (content.alternative.empty() || says_something(content.alternative));
}

bool counts_in_words(CounterStyle style) {
  return style != CounterStyle::none && style != CounterStyle::disc && style != CounterStyle::circle &&
         style != CounterStyle::square && style != CounterStyle::dash;
}

class Judge {
 public:
  Judge(const book::Manuscript& manuscript, const Styles& styles, Media media, bool grey)
      : manuscript_(manuscript), styles_(styles), grey_(grey), grounds_(manuscript, styles, media) {}

  std::vector<FaintText> run() {
    judge_nodes();
    for (const Styles::PseudoEntry& entry : styles_.pseudo_) {
      if (!silent_[entry.node.value] && !styles_.hidden(entry.node)) judge_pseudo(entry);
    }
    for (const std::string_view name : page_names_) judge_margins(name);
    return std::move(found_);
  }

 private:
  void judge_nodes() {
    silent_.resize(manuscript_.nodes.size());
    for (std::uint32_t i = 0; i < silent_.size(); ++i) {
      const NodeId id{i};
      const Node& node = manuscript_[id];
      silent_[i] = node.parent != kNoNode && silent_[node.parent.value];
      if (node.attribute_count > 0 && manuscript_.attribute(id, "aria-hidden") == "true") silent_[i] = true;
      if (styles_.hidden(id)) continue;
      const bool same_page = node.parent != kNoNode && styles_[id].page == styles_[node.parent].page;
      if (!same_page) page_names_.insert(styles_[id].page);
      if (node.kind != book::Kind::text || silent_[i]) continue;
      const std::uint32_t ground = grounds_.below(id);
      if (!says_something(node.text) || !is_new(ground, styles_.of_node_[i])) continue;
      FaintText text;
      text.node = node.parent;
      judge(text, styles_[id], ground);
    }
  }

  void judge_pseudo(const Styles::PseudoEntry& entry) {
    const ComputedStyle& style = *styles_.pool_[entry.style];
    const Node& node = manuscript_[entry.node];
    std::uint32_t ground = grounds_.below(entry.node);
    switch (entry.element) {
      case PseudoElement::marker:
        if (styles_[entry.node].display != Display::list_item) return;
        if (style.content.parts.empty() ? !counts_in_words(style.list_style_type)
                                        : !says_something(style.content))
          return;
        break;
      case PseudoElement::first_letter:
        break;
      case PseudoElement::footnote_call:
        if (node.parent != kNoNode) ground = grounds_.below(node.parent);
        [[fallthrough]];
      default:
        if (!says_something(style.content)) return;
    }
    if (!is_new(ground, entry.style)) return;
    FaintText text;
    text.node = entry.node;
    text.pseudo = entry.element;
    judge(text, style, grounds_.under(ground, style, entry.node));
  }

  void judge_margins(std::string_view name) {
    const auto& names = styles_.pages_->names;
    const auto row = std::ranges::lower_bound(names, name);
    // Kept by the styles, as what is found is to outlive this.
    const std::string_view kept = row != names.end() && *row == name ? std::string_view(*row) : "";
    for (std::size_t variant = 0; variant <= kOpeningVariant; ++variant) {
      FaintText text;
      text.page = page_variant(kept, variant);
      const PageStyle& style = styles_.page(text.page);
      const std::uint32_t sheet = grounds_.page(text.page);
      for (std::size_t i = 0; i < kMarginBoxes; ++i) {
        if (!says_something(style.boxes[i].content)) continue;
        text.box = static_cast<MarginBox>(i);
        judge(text, style.boxes[i], grounds_.under(sheet, style.boxes[i], kNoNode));
      }
    }
  }

  /// Notes the text and what it lacks, if it does.
  void judge(FaintText text, const ComputedStyle& style, std::uint32_t number) {
    const Ground& ground = grounds_[number];
    // What is transparent is not there to be seen.
    if (ground.colors.empty() || style.color.alpha == 0 || style.font_size <= Length{}) return;
    std::vector<Color> grounds = ground.colors;
    if (grey_)
      std::ranges::transform(grounds, grounds.begin(), [](Color color) { return base::in_grey(color); });
    text.wanted = is_large(style) ? kWantedOfLarge : kWantedRatio;
    text.ratio = 2100;
    for (const Color below : grounds) {
      const Color seen = blended(grey_ ? base::in_grey(style.color) : style.color, below);
      const int ratio = contrast_ratio(seen, below);
      if (ratio >= text.ratio) continue;
      text.ratio = ratio;
      text.color = seen;
      text.ground = below;
    }
    if (text.ratio >= text.wanted) return;
    text.enough = with_contrast(text.color, grounds, text.wanted);
    text.grounded = ground.set_by;
    found_.push_back(text);
  }

  /// Whether text of the style was not yet seen on the ground.
  bool is_new(std::uint32_t ground, std::uint32_t style) {
    return seen_.insert(std::uint64_t{ground} << 32 | style).second;
  }

  const book::Manuscript& manuscript_;
  const Styles& styles_;
  bool grey_;
  Grounds grounds_;
  /// By node: `aria-hidden`, itself or around it.
  std::vector<bool> silent_;
  /// Grounds and styles that were judged together. Only looked up.
  std::unordered_set<std::uint64_t> seen_;
  std::set<std::string_view> page_names_;
  std::vector<FaintText> found_;
};

}  // namespace

std::vector<FaintText> faint_texts(const book::Manuscript& manuscript, const Styles& styles, Media media,
                                   bool grey) {
  return Judge(manuscript, styles, media, grey).run();
}

}  // namespace reliure::style
