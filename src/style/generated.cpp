#include "style/generated.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <utility>

#include "base/utf8.h"
#include "style/counters.h"

namespace reliure::style {
namespace {

using book::Kind;
using book::NodeId;

/// The counter that list items count with (CSS Lists 3 §4.6).
constexpr std::string_view kListItem = "list-item";
/// The counter of notes (CSS GCPM 3 §2.5).
constexpr std::string_view kFootnote = "footnote";
/// The counters of captioned figures and tables, which run through the book unless an element resets them. A
/// counter that is only incremented would be one of its section alone (CSS Lists 3 §4.3).
constexpr std::string_view kOfCaptions[] = {"figure", "table"};

std::int64_t integer_attribute(NodeId node, std::string_view name, std::int64_t otherwise,
                               const book::Manuscript& manuscript) {
  const auto value = manuscript.attribute(node, name);
  std::int64_t number = otherwise;
  if (value) {
    std::from_chars(value->data(), value->data() + value->size(), number);
  }
  // Larger than any list; small enough that counting on cannot overflow.
  return std::clamp<std::int64_t>(number, -1'000'000'000, 1'000'000'000);
}

/// Up to the end of the first letter or digit, by code points: what stands before it is part of it.
std::size_t first_letter_size(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded decoded = base::decode(text, at);
    at += decoded.size;
    const bool ascii = decoded.character < 0x80;
    const char32_t folded = decoded.character | 0x20;
    const bool letter = (folded >= 'a' && folded <= 'z') || (folded >= '0' && folded <= '9');
    // Latin-1's signs and the block of general punctuation are no letters.
    const bool sign =
        decoded.character < 0xC0 || (decoded.character >= 0x2000 && decoded.character <= 0x206F);
    if (ascii ? letter : !sign) return at;
  }
  return text.size();
}

struct QuotePair {
  std::string_view open, close;
};

/// Marks by language and level (0 outer, 1 inner). French ones hold their no-break spaces.
QuotePair quotes_of(std::string_view language, std::size_t level) {
  const std::string_view primary = language.substr(0, language.find('-'));
  const bool inner = level % 2 == 1;
  if (primary == "fr") return inner ? QuotePair{"“", "”"} : QuotePair{"«\u00A0", "\u00A0»"};
  if (primary == "de") return inner ? QuotePair{"‚", "‘"} : QuotePair{"„", "“"};
  if (primary == "es" || primary == "it" || primary == "pt")
    return inner ? QuotePair{"“", "”"} : QuotePair{"«", "»"};
  return inner ? QuotePair{"‘", "’"} : QuotePair{"“", "”"};
}

/// One walk through the manuscript.
class Generator {
 public:
  Generator(const book::Manuscript& manuscript, const Styles& styles)
      : manuscript_(manuscript), styles_(styles) {
    note_down_targets();
    for (const std::string_view name : kOfCaptions) counters_.reset(name, 0, book::kRoot);
  }

  Generated run() {
    for (std::uint32_t i = 0; i < manuscript_.nodes.size(); ++i) {
      const NodeId node{i};
      leave_before(node);
      if (manuscript_[node].kind == Kind::text) {
        continue;
      }
      if (styles_.hidden(node)) {
        continue;  // a note below it may be shown
      }
      enter(node);
      open_.push_back(node);
    }
    leave_before(book::kNoNode);
    fill_in_target_counters();
    std::stable_sort(generated_.all.begin(), generated_.all.end(), [](const auto& a, const auto& b) {
      return std::pair(a.node, a.element) < std::pair(b.node, b.element);
    });
    return std::move(generated_);
  }

 private:
  /// A `target-counter()` of another counter than the page's. Its target may come later, so its text goes
  /// into the part at `offset` when all values are known.
  struct Awaited {
    std::size_t content = 0, part = 0, offset = 0;
    NodeId target;
    std::string_view counter;
    CounterStyle style = CounterStyle::decimal;
  };

  /// Which counters some target is asked for, and which nodes are targets.
  void note_down_targets() {
    for (const Styles::PseudoEntry& entry : styles_.pseudo_) {
      for (const ContentPart& part : styles_.pool_[entry.style]->content.parts) {
        if (part.kind == ContentPart::Kind::target_counter && part.value != "page")
          asked_counters_.insert(part.value);
      }
    }
    if (asked_counters_.empty()) return;
    for (const book::LinkTarget& link : manuscript_.links) targets_.insert(link.node);
  }

  void keep_target_counters(NodeId node) {
    if (asked_counters_.empty() || !targets_.contains(node)) return;
    for (const std::string_view counter : asked_counters_)
      reached_[{node, counter}] = counters_.value(counter);
  }

  /// From the last to the first, so that the offsets before stay right.
  void fill_in_target_counters() {
    for (auto awaited = awaited_.rbegin(); awaited != awaited_.rend(); ++awaited) {
      const auto value = reached_.find({awaited->target, awaited->counter});
      if (value == reached_.end()) continue;
      std::string& text = generated_.all[awaited->content].parts[awaited->part].text;
      text.insert(awaited->offset, counter_text(value->second, awaited->style));
    }
  }

  /// Leaves the open elements that `node` is not part of.
  void leave_before(NodeId node) {
    while (!open_.empty() && (node == book::kNoNode || manuscript_[open_.back()].last_descendant < node)) {
      add_pseudo(open_.back(), PseudoElement::after);
      counters_.leave(open_.back());
      open_.pop_back();
    }
  }

  void enter(NodeId node) {
    const ComputedStyle& style = styles_[node];
    const NodeId parent = manuscript_[node].parent;
    count_list(node);
    change(style, parent);
    if (style.display == Display::list_item) {
      add_marker(node, style);
    } else if (manuscript_[node].kind == Kind::note) {
      add_note(node);
    }
    for (const StringSet& set : style.string_set) {
      generated_.strings.push_back({node, set.name, text_of(set.parts, node)});
    }
    if (!style.bookmark_label.parts.empty()) {
      generated_.labels.push_back({node, {}, text_of(style.bookmark_label.parts, node)});
    }
    add_pseudo(node, PseudoElement::before);
    keep_target_counters(node);
  }

  void change(const ComputedStyle& style, NodeId parent) {
    for (const CounterChange& change : style.counter_reset) {
      counters_.reset(change.name, change.value, parent);
    }
    for (const CounterChange& change : style.counter_increment) {
      counters_.increment(change.name, change.value, parent);
    }
    for (const CounterChange& change : style.counter_set) {
      counters_.set(change.name, change.value, parent);
    }
  }

  void count_list(NodeId node) {
    const Kind kind = manuscript_[node].kind;
    if (kind == Kind::ol || kind == Kind::ul) {
      const bool reversed = manuscript_.attribute(node, "reversed").has_value();
      const std::int64_t first =
          integer_attribute(node, "start", reversed ? count_items(node) : 1, manuscript_);
      counters_.reset(kListItem, reversed ? first + 1 : first - 1, node);
    } else if (kind == Kind::li) {
      const NodeId list = manuscript_[node].parent;
      const bool reversed = manuscript_.attribute(list, "reversed").has_value();
      const bool own = std::ranges::any_of(styles_[node].counter_increment, [](const CounterChange& change) {
        return change.name == kListItem;
      });
      if (!own) counters_.increment(kListItem, reversed ? -1 : 1, list);
      if (manuscript_.attribute(node, "value")) {
        counters_.set(kListItem, integer_attribute(node, "value", 1, manuscript_), list);
      }
    }
  }

  std::int64_t count_items(NodeId list) const {
    std::int64_t count = 0;
    for (NodeId child = manuscript_[list].first_child; child != book::kNoNode;
         child = manuscript_[child].next_sibling) {
      count += manuscript_[child].kind == Kind::li ? 1 : 0;
    }
    return count;
  }

  void add_text(NodeId node, PseudoElement element, std::string text) {
    generated_.all.push_back({node, element, {{GeneratedPart::Kind::text, std::move(text), {}, {}}}, {}});
  }

  void add_marker(NodeId node, const ComputedStyle& style) {
    const ComputedStyle* own = styles_.pseudo(node, PseudoElement::marker);
    if (own != nullptr && !own->content.parts.empty()) {
      add_pseudo(node, PseudoElement::marker);
      return;
    }
    const CounterStyle type = style.list_style_type;
    if (type == CounterStyle::none) {
      return;
    }
    if (type == CounterStyle::string) {
      add_text(node, PseudoElement::marker, style.list_style_string);
      return;
    }
    const bool counts = type < CounterStyle::disc;
    add_text(node, PseudoElement::marker,
             counter_text(counters_.value(kListItem), type) + (counts ? "." : ""));
  }

  /// The call and the number of a note. `counter(footnote)` is the number that it has on its page of the
  /// site, in the e-book as on paper.
  void add_note(NodeId node) {
    const std::int64_t number = integer_attribute(node, "number", 0, manuscript_);
    counters_.set(kFootnote, number, book::kRoot);
    add_pseudo(node, PseudoElement::footnote_call);
    const ComputedStyle* own = styles_.pseudo(node, PseudoElement::footnote_marker);
    if (own == nullptr || own->content.parts.empty()) {
      add_text(node, PseudoElement::marker, std::to_string(number) + ".");
      return;
    }
    add_pseudo(node, PseudoElement::footnote_marker);
    GeneratedContent& marker = generated_.all.back();
    marker.element = PseudoElement::marker;
    trim_end(marker.parts);
  }

  /// The gap before a note is the page's; a space that a style puts there would make it wider.
  static void trim_end(std::vector<GeneratedPart>& parts) {
    while (!parts.empty() && !parts.back().text.empty() && parts.back().text.back() == ' ') {
      parts.back().text.pop_back();
    }
  }

  void add_pseudo(NodeId node, PseudoElement element) {
    const ComputedStyle* style = styles_.pseudo(node, element);
    if (style == nullptr) {
      return;
    }
    change(*style, node);
    if (style->content.parts.empty() || style->display == Display::none) {
      return;
    }
    GeneratedContent content{node, element, {}, {}};
    for (const ContentPart& part : style->content.parts) {
      add_part(part, node, content.parts);
    }
    content.alternative = text_of(style->content.alternative, node);
    content.is_silent = !style->content.alternative.empty() && content.alternative.empty();
    generated_.all.push_back(std::move(content));
  }

  void add_part(const ContentPart& part, NodeId node, std::vector<GeneratedPart>& parts) {
    using Part = ContentPart::Kind;
    if (part.kind == Part::leader) {
      parts.push_back({GeneratedPart::Kind::leader, part.value, {}, {}});
    } else if (part.kind == Part::target_counter) {
      const book::LinkTarget* link = manuscript_.link(node);
      if (link == nullptr || link->node == book::kNoNode) return;
      if (part.value == "page") {
        parts.push_back({GeneratedPart::Kind::target_page, {}, link->node, part.counter_style});
      } else {
        await_counter(part, link->node, parts);
      }
    } else if (part.kind == Part::counter && part.value == "page") {
      parts.push_back({GeneratedPart::Kind::target_page, {}, node, part.counter_style});
    } else if (part.kind == Part::counter && part.value == "pages") {
      parts.push_back({GeneratedPart::Kind::page_count, {}, {}, part.counter_style});
    } else {
      std::string text = text_of(part, node);
      if (!parts.empty() && parts.back().kind == GeneratedPart::Kind::text) {
        parts.back().text += text;
      } else if (!text.empty()) {
        parts.push_back({GeneratedPart::Kind::text, std::move(text), {}, {}});
      }
    }
  }

  /// Called while the content is made that will be the next of all.
  void await_counter(const ContentPart& part, NodeId target, std::vector<GeneratedPart>& parts) {
    if (parts.empty() || parts.back().kind != GeneratedPart::Kind::text) {
      parts.push_back({GeneratedPart::Kind::text, {}, {}, {}});
    }
    awaited_.push_back({generated_.all.size(), parts.size() - 1, parts.back().text.size(), target, part.value,
                        part.counter_style});
  }

  std::string text_of(const std::vector<ContentPart>& parts, NodeId node) {
    std::string text;
    for (const ContentPart& part : parts) {
      text += text_of(part, node);
    }
    return text;
  }

  std::string text_of(const ContentPart& part, NodeId node) {
    using Part = ContentPart::Kind;
    switch (part.kind) {
      case Part::text:
        return part.value;
      case Part::attribute: {
        std::string text = attribute_text(node, part.value);
        return text.empty() && !manuscript_.attribute(node, part.value) ? part.separator : text;
      }
      case Part::counter:
        return counter_text(counters_.value(part.value), part.counter_style);
      case Part::counters:
        return joined_counters(part);
      case Part::target_text: {
        const book::LinkTarget* link = manuscript_.link(node);
        return link != nullptr && link->node != book::kNoNode ? own_text(link->node, part) : std::string{};
      }
      case Part::own_text:
        return own_text(node, part);
      case Part::open_quote:
        return quote(node, true);
      case Part::close_quote:
        return quote(node, false);
      default:
        return {};
    }
  }

  /// An element's text, or its first letter with the marks before it.
  std::string own_text(NodeId node, const ContentPart& part) const {
    std::string text = plain_text(node, manuscript_);
    if (part.separator == "first-letter") text.resize(first_letter_size(text));
    return text;
  }

  std::string attribute_text(NodeId node, std::string_view name) const {
    if (name == "lang") {
      return std::string(manuscript_[node].language);
    }
    if (name == "id") {
      // The author's own stands behind the page's name.
      const std::string_view id = manuscript_[node].id;
      const std::size_t page = id.find("--");
      return std::string(page == std::string_view::npos ? id : id.substr(page + 2));
    }
    if (name == "class") {
      std::string classes;
      for (const std::string_view each : manuscript_.classes_of(node)) {
        classes.append(classes.empty() ? "" : " ").append(each);
      }
      return classes;
    }
    return std::string(manuscript_.attribute(node, name).value_or(""));
  }

  std::string joined_counters(const ContentPart& part) const {
    std::string text;
    for (const std::int64_t value : counters_.values(part.value)) {
      text += text.empty() ? "" : part.separator;
      text += counter_text(value, part.counter_style);
    }
    // A counter that nothing has set is one of zero (CSS Lists 3 §4.5).
    return text.empty() ? counter_text(0, part.counter_style) : text;
  }

  std::string quote(NodeId node, bool open) {
    if (!open && quote_level_ > 0) {
      --quote_level_;
    }
    const std::size_t level = open ? quote_level_++ : quote_level_;
    const std::vector<std::string>& own = styles_[node].quotes;
    if (own.size() >= 2) {
      const std::size_t pair = std::min(level, own.size() / 2 - 1);
      return own[pair * 2 + (open ? 0 : 1)];
    }
    const QuotePair pair = quotes_of(manuscript_.language(node), level);
    return std::string(open ? pair.open : pair.close);
  }

  const book::Manuscript& manuscript_;
  const Styles& styles_;
  Counters counters_;
  Generated generated_;
  std::vector<NodeId> open_;
  std::size_t quote_level_ = 0;
  std::set<std::string_view> asked_counters_;
  std::set<NodeId> targets_;
  std::map<std::pair<NodeId, std::string_view>, std::int64_t> reached_;
  std::vector<Awaited> awaited_;
};

}  // namespace

std::string plain_text(NodeId node, const book::Manuscript& manuscript) {
  std::string text;
  const std::uint32_t end = manuscript[node].last_descendant.value;
  for (std::uint32_t i = node.value; i <= end; ++i) {
    const book::Node& at = manuscript.nodes[i];
    if (at.kind == Kind::note) {
      i = at.last_descendant.value;
      continue;
    }
    for (const char character : at.text) {
      const bool space = character == ' ' || character == '\n' || character == '\t' || character == '\r';
      if (!space) {
        text += character;
      } else if (!text.empty() && text.back() != ' ') {
        text += ' ';
      }
    }
    if (at.kind == Kind::br && !text.empty() && text.back() != ' ') {
      text += ' ';
    }
  }
  while (!text.empty() && text.back() == ' ') {
    text.pop_back();
  }
  return text;
}

const GeneratedContent* Generated::find(NodeId node, PseudoElement element) const {
  const auto key = std::pair(node, element);
  const auto row =
      std::lower_bound(all.begin(), all.end(), key, [](const GeneratedContent& content, const auto& wanted) {
        return std::pair(content.node, content.element) < wanted;
      });
  return row != all.end() && row->node == node && row->element == element ? &*row : nullptr;
}

Generated generated_content(const book::Manuscript& manuscript, const Styles& styles) {
  return Generator(manuscript, styles).run();
}

std::vector<book::OutlineEntry> labelled(std::vector<book::OutlineEntry> outline,
                                         const Generated& generated) {
  for (book::OutlineEntry& entry : outline) {
    const auto label = std::ranges::lower_bound(generated.labels, entry.heading, {}, &GeneratedString::node);
    if (label != generated.labels.end() && label->node == entry.heading && !label->text.empty())
      entry.title = label->text;
  }
  return outline;
}

}  // namespace reliure::style
