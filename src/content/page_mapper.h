#pragma once
// The HTML tree of one page to the nodes of its draft.
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "content/dom.h"
#include "content/draft.h"
#include "content/markdown.h"
#include "content/survey.h"

namespace reliure::content {

/// A fragment of HTML and its tree, which points into it: the fragment stays in its place when this is moved.
struct ParsedFragment {
  std::unique_ptr<const Fragment> fragment;
  Dom dom;
};

/// What the mapper reads of a page.
struct PageParts {
  ParsedFragment body;
  std::vector<NoteDefinition> definitions;
  /// By definition.
  std::vector<ParsedFragment> notes;
};

/// Where a page stands in the book, and its heading.
struct PagePlace {
  std::string_view slug;
  int depth = 1;
  std::string_view language;
  /// The title to set as the first heading; empty when a heading of the page is the title.
  std::string_view title;
  base::Span title_span;
  /// The heading of the page that is its title, or null.
  const DomNode* title_heading = nullptr;
  /// Added to the levels of the page's own headings.
  int level_shift = 0;
  /// The first page, under the book's own title: a foreword rather than a chapter (class `opening`).
  bool opens_book = false;
  /// The front matter's own.
  std::span<const std::string> classes;
};

/// Maps a page in one pass, in document order. Ids are still the author's own.
class PageMapper {
 public:
  PageMapper(const PageParts& parts, const PagePlace& place, Draft& draft)
      : parts_(parts), place_(place), draft_(draft), builder_(draft), current_(parts.body.fragment.get()) {}

  void run();

 private:
  void title();
  void children(const DomNode& parent);
  void child_node(const DomNode& node);
  bool white_space_counts(const DomNode* next) const;
  void text(const DomNode& node);
  void element(const DomNode& node);
  void kept(const DomNode& node, book::Kind kind);
  void heading(const DomNode& node, int level);
  void link(const DomNode& node);
  void unknown(const DomNode& node, const std::string& name);
  void dropped(const DomNode& node, const std::string& name);
  void medium(const DomNode& node, const std::string& name);
  void img(const DomNode& node, const DomNode& source);
  void name_picture(const DomNode& node);
  void picture(const DomNode& node);
  bool is_figures(const DomNode& paragraph) const;
  void figures(const DomNode& paragraph);
  void figure(const DomNode& paragraph, std::size_t first, std::size_t captioned);
  void svg(const DomNode& node);
  void formula(const DomNode& node);
  void report_formulas();
  void input(const DomNode& node);
  bool note_call(const DomNode& node);
  void note(std::uint32_t index, base::Span span);
  void report_notes();

  book::NodeId open(const DomNode& node, book::Kind kind);
  void attributes(const DomNode& node, book::NodeId id);
  void declare_language(std::string_view value, book::NodeId node, base::Span place);
  void identify(std::string_view id, book::NodeId node, base::Span span);
  book::Kind fitting(const DomNode& node, book::Kind kind) const;
  base::Span span(const DomNode& node) const { return span_of(current_->html, node); }

  const PageParts& parts_;
  const PagePlace& place_;
  Draft& draft_;
  DraftBuilder builder_;
  /// The page's body, or the note that is being mapped.
  const Fragment* current_;
  /// Inside a paragraph or a heading, where only inlines may stand.
  bool inlines_only_ = false;
  bool in_link_ = false;
  bool in_code_ = false;
  /// Inside `nav` or a note, whose headings the contents do not list.
  bool unlisted_ = false;
  /// By definition: the note's node once it is called.
  std::vector<book::NodeId> called_;
  /// The picture whose title is the caption of the figure around it, which has its id and classes.
  const DomNode* captioned_ = nullptr;
  int notes_ = 0;
  int note_depth_ = 0;
  std::unordered_set<std::string> unknown_;
  /// Formulas whose flat form is not what a mathematician would print.
  int simplified_formulas_ = 0;
  base::Span first_simplified_;
};

}  // namespace reliure::content
