#include "style/dump.h"

#include <map>

#include "style/compute.h"
#include "style/page_rules.h"
#include "style/print.h"
#include "style/property.h"

namespace reliure::style {
namespace {

using book::kNoNode;
using book::Manuscript;
using book::NodeId;

constexpr std::string_view kPseudoNames[] = {"::before",       "::after",         "::marker",
                                             "::first-letter", "::footnote-call", "::footnote-marker"};
constexpr std::string_view kBoxNames[kMarginBoxes] = {
    "@top-left-corner",     "@top-left",     "@top-center",    "@top-right",
    "@top-right-corner",    "@right-top",    "@right-middle",  "@right-bottom",
    "@bottom-right-corner", "@bottom-right", "@bottom-center", "@bottom-left",
    "@bottom-left-corner",  "@left-bottom",  "@left-middle",   "@left-top"};

std::string value_of(const Property& property, const ComputedStyle& style) {
  std::string value;
  property.print(value, style);
  return value;
}

/// `name: value; ...` for what differs from the parent (inherited properties) or from the initial value.
std::string differences(const ComputedStyle& style, const ComputedStyle& parent) {
  std::string out;
  for (const Property* property : all_properties()) {
    if (property->print == nullptr) continue;
    const std::string value = value_of(*property, style);
    if (value == value_of(*property, property->inherited ? parent : initial_style())) continue;
    out += out.empty() ? " " : "; ";
    out += property->name;
    out += ": " + value;
  }
  return out;
}

std::string selector_of(const Manuscript& manuscript, NodeId id) {
  std::string out(book::name(manuscript[id].kind));
  if (!manuscript[id].id.empty()) out += "#" + std::string(manuscript[id].id);
  for (const std::string_view name : manuscript.classes_of(id)) out += "." + std::string(name);
  return out;
}

/// Prints styles, each pair of style and parent only once worked out.
struct Printer {
  const Manuscript& manuscript;
  const Styles& styles;
  std::map<std::pair<const ComputedStyle*, const ComputedStyle*>, std::string> known;
  std::string out;

  void line(std::size_t depth, std::string_view name, const ComputedStyle& style,
            const ComputedStyle& parent) {
    const auto [row, is_new] = known.try_emplace({&style, &parent});
    if (is_new) row->second = differences(style, parent);
    out.append(depth * 2, ' ');
    out += name;
    out += row->second;
    out += '\n';
  }
};

void print_tree(Printer& printer) {
  const Manuscript& manuscript = printer.manuscript;
  std::vector<std::size_t> depths(manuscript.nodes.size());
  for (std::uint32_t i = 0; i < manuscript.nodes.size(); ++i) {
    const NodeId id{i};
    const NodeId parent = manuscript[id].parent;
    if (parent != kNoNode) depths[i] = depths[parent.value] + 1;
    if (manuscript[id].kind == book::Kind::text) continue;
    const ComputedStyle& style = printer.styles[id];
    const ComputedStyle& above = parent == kNoNode ? initial_style() : printer.styles[parent];
    printer.line(depths[i], selector_of(manuscript, id), style, above);
    for (std::size_t element = 0; element < std::size(kPseudoNames); ++element) {
      const ComputedStyle* pseudo = printer.styles.pseudo(id, static_cast<PseudoElement>(element));
      if (pseudo != nullptr) printer.line(depths[i] + 1, kPseudoNames[element], *pseudo, style);
    }
  }
}

void print_edges(std::string& out, std::string_view name, const base::Edges& edges) {
  out += "; ";
  out += name;
  out += ':';
  for (const Length edge : {edges.top, edges.right, edges.bottom, edges.left}) {
    out += ' ';
    print(out, edge);
  }
}

std::string page_properties_of(const PageStyle& page) {
  std::string out = " size: ";
  print(out, page.size.width);
  out += ' ';
  print(out, page.size.height);
  print_edges(out, "margin", page.margin);
  print_edges(out, "bleed", page.bleed);
  out += page.crop_marks ? "; marks: crop" : page.registration_marks ? "; marks:" : "; marks: none";
  if (page.registration_marks) out += " cross";
  if (page.flush_bottom != 0) {
    out += "; -reliure-flush-bottom: " + std::to_string(page.flush_bottom) + "%";
  }
  if (page.background.alpha != 0) {
    out += "; background-color: ";
    print(out, page.background);
  }
  if (!page.background_layers.empty()) {
    ComputedStyle style = initial_style();
    style.background_layers = page.background_layers;
    out += ';';
    out += differences(style, initial_style());
  }
  const auto print_changes = [&out](std::string_view name, const std::vector<CounterChange>& changes) {
    if (changes.empty()) return;
    out.append("; ").append(name).append(": ");
    print(out, changes);
  };
  print_changes("counter-reset", page.counter_reset);
  print_changes("counter-increment", page.counter_increment);
  print_changes("counter-set", page.counter_set);
  return out + "\n";
}

void print_page(Printer& printer, std::string_view title, const PageStyle& page, const ComputedStyle& root) {
  printer.out += title;
  printer.out += page_properties_of(page);
  for (std::size_t i = 0; i < kMarginBoxes; ++i) {
    if (!page.boxes[i].content.parts.empty()) printer.line(1, kBoxNames[i], page.boxes[i], root);
  }
  printer.line(1, "@footnote", page.footnote_area, root);
}

std::string page_title(const std::string& name, std::size_t variant) {
  std::string title = "@page";
  if (!name.empty()) title += " " + name;
  if (variant == kOpeningVariant) return title + " :right:first of the book";
  title += (variant & 1U) != 0 ? " :left" : " :right";
  if ((variant & 2U) != 0) title += ":first";
  if ((variant & 4U) != 0) title += ":blank";
  return title;
}

/// The ordinary pages of each name, and those of other kinds that differ from them.
void print_pages(Printer& printer) {
  const ComputedStyle& root = printer.styles.pool_.empty() ? initial_style() : *printer.styles.pool_[0];
  const PageRules& pages = *printer.styles.pages_;
  for (std::size_t name = 0; name < pages.names.size(); ++name) {
    std::array<std::string, std::tuple_size_v<PageVariants>> printed;
    for (std::size_t variant = 0; variant < printed.size(); ++variant) {
      Printer one{printer.manuscript, printer.styles, {}, {}};
      print_page(one, "", pages.variants[name][variant], root);
      printed[variant] = std::move(one.out);
      const std::size_t ordinary = variant == kOpeningVariant ? 2 : variant & 1U;
      if (variant >= 2 && printed[variant] == printed[ordinary]) continue;
      printer.out += page_title(pages.names[name], variant) + printed[variant];
    }
  }
}

}  // namespace

std::string dump(const Manuscript& manuscript, const Styles& styles) {
  Printer printer{manuscript, styles, {}, {}};
  print_tree(printer);
  if (styles.pages_ != nullptr) print_pages(printer);
  return std::move(printer.out);
}

}  // namespace reliure::style
