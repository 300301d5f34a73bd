#pragma once
// A small manuscript with styles, built by hand, and what inline layout needs around it.
#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "layout/paragraph/paragraph.h"

namespace reliure::layout {

inline base::Bytes read_whole_file(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

inline book::Font open_font(std::string family, std::uint16_t weight, bool italic, const std::string& name) {
  book::Font font;
  font.family = std::move(family);
  font.weight = weight;
  font.italic = italic;
  font.file = std::make_shared<const base::Bytes>(
      read_whole_file(std::string(RELIURE_SOURCE_DIR "/fonts/") + name + ".ttf"));
  return font;
}

/// Opened once for a program: reading fonts is the slow part.
inline const text::FontLibrary& test_fonts() {
  static const text::FontLibrary library = [] {
    std::vector<book::Font> fonts;
    fonts.push_back(open_font("Source Serif 4", 400, false, "source-serif-4-regular"));
    fonts.push_back(open_font("Source Serif 4", 400, true, "source-serif-4-regular-italic"));
    fonts.push_back(open_font("Source Serif 4", 700, false, "source-serif-4-bold"));
    fonts.push_back(open_font("Source Code Pro", 400, false, "source-code-pro-regular"));
    base::Diagnostics diagnostics;
    return text::FontLibrary(std::move(fonts), diagnostics);
  }();
  return library;
}

inline const text::Hyphenator& test_hyphenator() {
  static const text::Hyphenator hyphenator = [] {
    text::Hyphenator made;
    made.add("fr", read_whole_file("/usr/share/hyphen/hyph_fr.dic"));
    made.add("en-us", read_whole_file("/usr/share/hyphen/hyph_en_US.dic"));
    return made;
  }();
  return hyphenator;
}

/// A paragraph of prose.
inline constexpr std::string_view kFrench =
    "Les achats numériques représentent une part croissante de l’empreinte environnementale des "
    "administrations : fabriquer un ordinateur demande plusieurs centaines de kilogrammes de matières "
    "premières, et la plupart des équipements sont remplacés bien avant leur fin de vie. Prolonger leur "
    "durée d’usage est donc la première des mesures à prendre, avant même le choix d’un matériel plus "
    "sobre ou d’un hébergement plus vertueux.";

/// Builds nodes in document order. Styles are given with each element; texts inherit.
class Stage {
 public:
  Stage() {
    manuscript_->metadata.language = "fr";
    block_style.font_families = {"Source Serif 4"};
    block_style.font_size = base::points(10);
    block_style.line_height = base::points(14);
    block_style.display = style::Display::block;
    open(book::Kind::document, block_style);
  }

  book::NodeId open(book::Kind kind, const style::ComputedStyle& style, std::string_view id = {}) {
    const book::NodeId node = add(kind, style);
    manuscript_->nodes[node.value].id = manuscript_->strings.store(id);
    open_.push_back(node);
    return node;
  }

  void close() { open_.pop_back(); }

  book::NodeId text(std::string_view text) {
    const book::NodeId parent = open_.back();
    style::ComputedStyle inherited;
    static_cast<style::InheritedStyle&>(inherited) = *styles_.pool_[styles_.of_node_[parent.value]];
    const book::NodeId node = add(book::Kind::text, inherited);
    manuscript_->nodes[node.value].text = manuscript_->strings.store(text);
    const auto end = source_ + static_cast<std::uint32_t>(text.size());
    manuscript_->nodes[node.value].span = {{1}, source_, end};
    source_ = end + 1;
    return node;
  }

  /// An element without children.
  book::NodeId empty(book::Kind kind, const style::ComputedStyle& style, std::string_view id = {}) {
    const book::NodeId node = open(kind, style, id);
    close();
    return node;
  }

  /// Opens an inline element with the style of text around it.
  book::NodeId open_inline(book::Kind kind, std::string_view id = {}) { return open(kind, inherited(), id); }

  style::ComputedStyle inherited() const {
    style::ComputedStyle style;
    static_cast<style::InheritedStyle&>(style) = *styles_.pool_[styles_.of_node_[open_.back().value]];
    return style;
  }

  void set_attribute(book::NodeId node, std::string_view name, std::string_view value) {
    book::Node& found = manuscript_->nodes[node.value];
    found.first_attribute = static_cast<std::uint32_t>(manuscript_->attributes.size());
    found.attribute_count = 1;
    manuscript_->attributes.push_back({manuscript_->strings.store(name), manuscript_->strings.store(value)});
  }

  void add_link(book::NodeId node) {
    manuscript_->links.push_back({node, book::kNoNode, "https://example.org"});
  }

  /// A picture of this size for the `img` node.
  void add_picture(book::NodeId node, base::Size size) {
    manuscript_->pictures.push_back({node, static_cast<std::uint32_t>(pictures_->size())});
    pictures_->push_back({size, book::Drawing{}});
  }

  void generate(book::NodeId node, style::PseudoElement element, std::vector<GeneratedPart> parts,
                std::string alternative = {}) {
    generated_.all.push_back({node, element, std::move(parts), std::move(alternative)});
  }

  void set_style(book::NodeId node, style::PseudoElement element, const style::ComputedStyle& style) {
    styles_.pool_.push_back(std::make_unique<const style::ComputedStyle>(style));
    styles_.pseudo_.push_back({node, element, static_cast<std::uint32_t>(styles_.pool_.size() - 1)});
  }

  void hide(book::NodeId node) { styles_.hidden_[node.value] = true; }

  const book::Manuscript& manuscript() const { return *manuscript_; }
  base::Diagnostics& diagnostics() { return diagnostics_; }

  ParagraphPtr prepare(book::NodeId block) {
    InlineContent content;
    content.block = block;
    content.first = manuscript_->nodes[block.value].first_child;
    for (book::NodeId id = content.first; id != book::kNoNode;
         id = manuscript_->nodes[id.value].next_sibling) {
      content.last = id;
    }
    content.before = content.after = true;
    return layout::prepare(content, setting());
  }

  std::vector<Line> lines(book::NodeId block, base::Length width) {
    const ParagraphPtr paragraph = prepare(block);
    const LineSlot slot{{}, width};
    return paragraph == nullptr ? std::vector<Line>{} : break_lines(*paragraph, {&slot, 1}, setting());
  }

  Setting& setting() {
    if (setting_ == nullptr) {
      input_ = std::make_unique<Input>(
          Input{manuscript_, pictures_, styles_, test_fonts(), test_hyphenator(), base::Jobs{1}});
      setting_ =
          std::make_unique<Setting>(Setting{*input_, generated_, references_, shaper_, diagnostics_, {}});
    }
    return *setting_;
  }

  style::ComputedStyle block_style;

 private:
  book::NodeId add(book::Kind kind, const style::ComputedStyle& style) {
    const book::NodeId id{static_cast<std::uint32_t>(manuscript_->nodes.size())};
    book::Node node;
    node.kind = kind;
    node.last_descendant = id;
    if (!open_.empty()) {
      node.parent = open_.back();
      link_to_parent(node, id);
    }
    manuscript_->nodes.push_back(node);
    for (const book::NodeId ancestor : open_) {
      manuscript_->nodes[ancestor.value].last_descendant = id;
    }
    styles_.pool_.push_back(std::make_unique<const style::ComputedStyle>(style));
    styles_.of_node_.push_back(static_cast<std::uint32_t>(styles_.pool_.size() - 1));
    styles_.hidden_.push_back(false);
    return id;
  }

  void link_to_parent(book::Node& node, book::NodeId id) {
    book::Node& parent = manuscript_->nodes[open_.back().value];
    if (parent.first_child == book::kNoNode) {
      parent.first_child = id;
      return;
    }
    book::NodeId last = parent.first_child;
    while (manuscript_->nodes[last.value].next_sibling != book::kNoNode) {
      last = manuscript_->nodes[last.value].next_sibling;
    }
    manuscript_->nodes[last.value].next_sibling = id;
    node.previous_sibling = last;
  }

  std::shared_ptr<book::Manuscript> manuscript_ = std::make_shared<book::Manuscript>();
  std::shared_ptr<std::vector<book::Picture>> pictures_ = std::make_shared<std::vector<book::Picture>>();
  style::Styles styles_;
  Generated generated_;
  References references_;
  text::Shaper shaper_{test_fonts()};
  base::Diagnostics diagnostics_;
  std::unique_ptr<Input> input_;
  std::unique_ptr<Setting> setting_;
  std::vector<book::NodeId> open_;
  std::uint32_t source_ = 0;
};

/// What a line is copied as: the texts of its runs in order, furniture left out.
inline std::string text_of(const Line& line) {
  std::string text;
  for (const book::Item& item : line.content.items) {
    const auto* run = std::get_if<book::GlyphRun>(&item.mark);
    if (run != nullptr && (item.role == book::Role::content || item.role == book::Role::note_call)) {
      text += line.content.text.substr(run->text.begin, run->text.size());
    }
  }
  return text;
}

inline std::vector<std::string> texts_of(const std::vector<Line>& lines) {
  std::vector<std::string> texts;
  for (const Line& line : lines) {
    texts.push_back(text_of(line));
  }
  return texts;
}

/// Where the glyphs of a line end, spaces past the edge left out.
inline base::Length right_edge(const Line& line) {
  base::Length right;
  for (const book::Item& item : line.content.items) {
    const auto* run = std::get_if<book::GlyphRun>(&item.mark);
    if (run == nullptr) continue;
    base::Length x = run->origin.x;
    const std::string text = line.content.text.substr(run->text.begin, run->text.size());
    for (std::uint32_t i = run->glyphs.begin; i < run->glyphs.end; ++i) {
      const book::Glyph& glyph = line.content.glyphs[i];
      x += glyph.advance;
      const bool space = glyph.cluster < text.size() && text[glyph.cluster] == ' ';
      if (!space) right = base::max(right, x);
    }
  }
  return right;
}

/// The marks of one kind on a line.
template <typename Mark>
std::vector<Mark> marks(const Line& line) {
  std::vector<Mark> found;
  for (const book::Item& item : line.content.items) {
    if (const auto* mark = std::get_if<Mark>(&item.mark)) {
      found.push_back(*mark);
    }
  }
  return found;
}

}  // namespace reliure::layout
