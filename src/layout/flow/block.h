#pragma once
// The state of building one flow: what waits for the next strip.
#include <optional>
#include <vector>

#include "layout/flow/beside.h"
#include "layout/flow/build.h"

namespace reliure::layout {

/// Adjoining margins, collapsed as they come (CSS 2.2 §8.3.1).
struct CollapsedMargin {
  base::Length positive, negative;
  void add(base::Length margin) {
    (margin.raw >= 0 ? positive : negative) =
        margin.raw >= 0 ? base::max(positive, margin) : base::min(negative, margin);
  }
  base::Length value() const { return positive + negative; }
};

/// Where the content of a block goes.
using Place = LineSlot;

/// The border box of a block in `place` (CSS 2.2 §10.3.3): `width` is the content's, or the border box's own
/// with `box-sizing: border-box`; automatic margins share what is left.
Place border_box(const style::ComputedStyle& style, Place place);

/// What of `rest`, the room that a box does not fill, is left of it: as `auto` margins share it, else all of
/// it where lines run from right to left (CSS 2.2 §10.3.3).
base::Length left_of_rest(const style::ComputedStyle& style, base::Length rest);

/// The least height of a border box by `height` and `min-height`, zero for none; `edges` are its padding and
/// border. What is in it may make it taller; percentages have no height to refer to and count as `auto`.
base::Length least_border_height(const style::ComputedStyle& style, base::Length edges);

/// The content box in a border box; percentages are of `reference`.
Place inside_of(const style::ComputedStyle& style, Place border, base::Length reference);

/// The paragraph of `content`: the one prepared for measuring, or prepared now; nothing for white space.
ParagraphPtr take_paragraph(const InlineContent& content, Workshop& workshop);

/// The paragraph of `content` with the boxes in it as text: where these cannot stand on one page with it.
inline ParagraphPtr prepare_flat(InlineContent content, Setting& setting) {
  content.flat = true;
  return prepare(content, setting);
}

/// Whether `style` makes a multi-column container.
inline bool has_columns(const style::ComputedStyle& style) {
  return style.column_count > 0 || style.column_width.raw > 0;
}

/// How wide the columns of a container with `style` are in a content box of `width` (CSS Multicol 1 §3.4).
ColumnSet column_set_of(const style::ComputedStyle& style, base::Length width);

/// Appends strips to one flow. Margins, breaks, anchors, markers and boxes that were met wait here until
/// there is content that they belong to.
class FlowBuilder {
 public:
  /// The flow is `paged` when pages cut it: only there do columns go on over pages.
  FlowBuilder(Workshop& workshop, base::Length width, bool paged = false);

  /// Only what `stretch` has is added; blocks around its ends have no edges and margins there.
  /// Running elements in it are marked where they would have been.
  void restrict_to(const Stretch& stretch);
  /// A block-level element with its margins, box and content.
  void add_block(const Element& element, Place place);
  /// The content of an element in its box, with the marker of a list item.
  void add_inner(const Element& element, Place content);
  /// The same, even where it is a running element.
  void place_block(const Element& element, Place place);
  /// Blocks, paragraphs between them, and tables without an element.
  void add_content(const Siblings& content, Place place);
  /// All the content of an element.
  void add_children(const Element& element, Place place) {
    add_content(content_of(element, workshop_.setting), place);
  }
  /// The marker of `item` hangs before the next line, beside `place`, where the item's text stands.
  void hang_marker_at(book::NodeId item, Place place) { marker_ = Marker{item, place}; }
  /// A strip that is ready, after whatever waits.
  void add_strip(Strip strip);
  Flow finish();

  /// What `open` remembers for `close`.
  struct Enclosing {
    std::size_t first_strip;
    std::uint32_t box;
  };
  /// Starts and ends the border box of an element; what is added between stands inside it.
  Enclosing open(const Element& element, Place border_box);
  void close(const Element& element, const Enclosing& enclosing);

  /// Starts and ends a formatting context, in the box that was opened: margins in it stay in it (CSS 2.2
  /// §8.3.1), and so do floats from `first_float` on.
  void begin_context();
  void end_context(std::uint32_t first_float = 0);

  // For tables, which append their own strips.
  Workshop& workshop() { return workshop_; }
  Flow& flow() { return flow_; }
  /// Padding above what comes next.
  void add_padding(base::Length height);
  /// The next strip must not be parted from the one before, at `cost`.
  void keep(std::int32_t cost);
  void note_anchor(book::NodeId node);
  /// What begins with an element: its anchor and marks. What is generated has none.
  void note_beginning(const Element& element);
  void add_margin(base::Length margin) { margin_.add(margin); }
  /// The strings and page numbers that `node` sets.
  void add_marks(book::NodeId node);

 private:
  struct Marker {
    book::NodeId item;
    Place place;
  };
  // Multi-column containers: `multicol.cpp`.
  void add_columns(const Element& element, Place content);
  void add_whole_columns(const Element& element, Place content);
  void add_spanner(const Element& element);
  void start_set();
  void end_set();
  void mark_running(book::NodeId before);
  void add_anonymous_table(const TableBox& table, Place place);
  void add_paragraph(const InlineContent& content, Place place);
  std::vector<SetLine> set_lines(const Paragraph& paragraph, std::span<const SetBox> floats,
                                 const style::ComputedStyle& style, Place place);
  void set_paragraph(ParagraphPtr paragraph, const InlineContent& content, Place place);
  void add_lines(std::vector<SetLine> lines, std::span<SetBox> floats, Place place,
                 const style::ComputedStyle& style);
  void note_cuts(const InlineContent& content, Place place, std::span<const SetLine> lines);
  void add_line(SetLine set, std::span<SetBox> floats, Place place, std::int32_t break_cost);
  void demand_break(style::BreakRule rule);
  void report_overfull(const Element& element, Place border, Place place);
  void push(Strip strip);
  void add_marker_line();
  void hang_marker_beside(Strip& strip);
  void hang_marker(Strip& strip, base::Length baseline);
  void keep_together(std::size_t first_strip);
  void add_foot(base::Length lack, base::Length edge, const Enclosing& enclosing);

  bool begins_before(const Element& element) const { return !element.pseudo && element.node < stretch_.from; }
  bool goes_on(const Element& element) const {
    return !element.pseudo && workshop_.setting.manuscript()[element.node].last_descendant >= stretch_.to;
  }
  bool has(book::NodeId first, book::NodeId last) const {
    return workshop_.setting.manuscript()[last].last_descendant >= stretch_.from && first < stretch_.to;
  }
  bool has(const ContentPiece& piece, const Element& parent) const;
  void move_strips(std::size_t first, std::size_t first_box, base::Point by);

  // Margins: `margins.cpp`.
  void put_margin(Strip::Kind kind);
  void open_boxes();
  void flush();

  // Floats and boxes that are set whole: `beside.cpp`.
  void add_float(const Element& element, Place place);
  /// A picture as wide as the sheet, or one that covers it.
  void add_bleeding_picture(book::NodeId node);
  /// A block for the top or the foot of a page, set as wide as the page's text.
  void add_page_float(const Element& element);
  bool takes_page_floats(const style::ComputedStyle& style) const {
    return paged_ && (style.float_ == style::Float::top || style.float_ == style::Float::bottom);
  }
  /// Appends a box that was set, in the flow: it breaks where its strips do.
  void add_box(SetBox box, base::Length x);
  void add_lone_picture(book::NodeId node, Place place);
  /// Inline-blocks in place; a paragraph with one that is taller than a page is prepared anew without any.
  ParagraphPtr set_atoms(ParagraphPtr paragraph, const InlineContent& content, base::Length width);
  std::vector<SetBox> set_floats(ParagraphPtr& paragraph, const InlineContent& content, base::Length width);
  /// The room for a box that no float may reach into, the lowest being cleared where they leave too little.
  Place room_beside(const Element& element, Place place);
  Place room_beside(base::Length needed, Place place);
  void place_waiting();
  void settle(SetBox box, Place place);
  void clear_floats(style::Clear clear);
  /// Goes below the floats of `serial` and later.
  void pass_floats(std::uint32_t serial = 0);
  void fill_to(base::Length y);
  void make_room(base::Length height);
  bool move_kept(base::Length y);
  void put_beside(Strip& strip);
  // Initials.
  void place_initial(const Initial& initial, Place place);
  void put_initial(const Initial& initial, const style::ComputedStyle& style, std::span<const SetLine> lines);
  void pass_initial(std::uint32_t serial);
  void put_in_line(const SetLine& set, std::span<SetBox> floats, Strip& strip);
  void keep_from(base::Length y);
  base::Length pen();
  std::uint32_t outer_box() const { return unopened_.empty() ? box_ : flow_.boxes[unopened_.front()].parent; }

  Workshop& workshop_;
  Flow flow_;
  Stretch stretch_;
  /// Running elements that are still to come, in order; empty where no pages are made.
  std::span<const RunningElement> running_;
  CollapsedMargin margin_;
  /// The first strip of the newest formatting context: a margin there is no space that goes with a page
  /// break.
  std::optional<std::size_t> context_from_;
  BreakBefore next_break_;
  bool paged_;
  /// It stands on the page itself: pictures may reach over the margins.
  bool bleeds_;
  /// The container whose columns are being filled, and the set that strips go into; `kNone` for none.
  std::optional<Place> container_;
  std::uint32_t set_ = kNone;
  bool set_has_strips_ = false;
  std::uint32_t box_ = kNone;
  /// Boxes without padding or border above: they begin with their first content.
  std::vector<std::uint32_t> unopened_;
  std::vector<book::NodeId> anchors_;
  std::vector<Mark> marks_;
  std::optional<Marker> marker_;
  Beside beside_;
  /// The first strip of what must not be parted from the content that comes next.
  std::optional<std::size_t> kept_from_;
};

}  // namespace reliure::layout
