#include "pdf/content_stream.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "pdf/path_operators.h"
#include "pdf/pictures.h"
#include "pdf/text_operators.h"

namespace reliure::pdf {

namespace {

/// Pages that one thread takes at a time.
constexpr std::size_t kPagesPerBatch = 8;

/// What a marked-content sequence is for: an element of the structure, or decoration of some role.
struct Tag {
  std::uint32_t element = kNoElement;
  /// How many elements begin up to the node (`Structure::begun`).
  std::uint32_t begun = 0;
  book::Role role = book::Role::content;
  friend bool operator==(const Tag&, const Tag&) = default;
};

/// Writes the items of one page.
struct PageWriter {
  const PageInput& input;
  const book::Page& page;
  Canvas canvas;
  std::optional<Tag> open;
  bool transparent = false;
  /// Where the content at hand comes in the order of reading: the page, or the page within the sheet.
  std::uint32_t order = 0;

  void write(const std::vector<book::Item>& items) {
    for (const book::Item& item : items) {
      const bool leaves_mark = !std::holds_alternative<book::Link>(item.mark) &&
                               !std::holds_alternative<book::Anchor>(item.mark) &&
                               !std::holds_alternative<book::Group>(item.mark);
      if (leaves_mark) {
        begin_tag(item);
      }
      std::visit([&](const auto& mark) { write(mark); }, item.mark);
    }
  }

  /// Content belongs to its node's element; furniture, and what has no element, is an artifact.
  Tag tag_of(const book::Item& item) const {
    const auto& element_of = input.structure.element_of;
    const bool content = book::is_read(item.role) && item.node.value < element_of.size();
    const std::uint32_t element = !content                             ? kNoElement
                                  : item.role == book::Role::note_call ? call_of(input.structure, item.node)
                                  : item.role == book::Role::note_number
                                      ? number_of(input.structure, item.node)
                                      : element_of[item.node.value];
    if (element != kNoElement) {
      return {element, input.structure.begun[item.node.value], book::Role::content};
    }
    return {kNoElement, 0, item.role == book::Role::pagination ? item.role : book::Role::layout};
  }

  /// Opens the item's marked-content sequence, unless it is the one that is open (§14.6).
  void begin_tag(const book::Item& item) {
    const Tag tag = tag_of(item);
    if (open == tag) {
      return;
    }
    end_tag();
    open = tag;
    if (tag.element != kNoElement) {
      const std::string_view type = input.structure.elements[tag.element].type;
      begin_marked(canvas, type_of_marks(type), {tag.element, item.node, order});
    } else {
      begin_artifact(canvas, tag.role == book::Role::pagination ? "Pagination" : "Layout");
    }
  }

  void end_tag() {
    end_marked(canvas);
    open.reset();
  }

  void write(const book::GlyphRun& run) {
    show(canvas, page, run, input.fonts[run.font]);
    if (open && open->element != kNoElement && input.structure.elements[open->element].type == "Formula") {
      cover(area_of(run));
    }
  }

  /// As wide as its advances and as high as its font.
  base::Rect area_of(const book::GlyphRun& run) const {
    const book::Font& font = input.book.fonts[run.font];
    const auto height = [&](int units) { return base::scaled(run.size, units, font.units_per_em); };
    base::Length width;
    for (std::uint32_t i = run.glyphs.begin; i < run.glyphs.end; ++i) {
      width += page.glyphs[i].advance;
    }
    return {run.origin.x, run.origin.y - height(font.ascent), width, height(font.ascent - font.descent)};
  }

  /// Adds an area to what the open sequence covers.
  void cover(const base::Rect& area) {
    const Box box = bounds(canvas.frame, canvas.placement, area);
    std::optional<Box>& all = canvas.marked.marks.back().pictures;
    all = all ? around(*all, box) : box;
  }

  void write(const book::Path& path) {
    if (canvas.marked.interrupted) {
      end_text(canvas);
      resume_marked(canvas);
    }
    paint(canvas, path);
  }

  void write(const book::Image& image) {
    const auto& pictures = *input.book.pictures;
    if (!has_content(pictures[image.picture])) {
      return;
    }
    end_text(canvas);
    resume_marked(canvas);
    save(canvas);
    begin_anew(canvas);
    if (image.columns > 1 || image.rows > 1) {
      fill_with_tiles(image);
    } else {
      canvas.out += placement(canvas.frame, image.area, pictures[image.picture]);
      note_use(canvas.uses.pictures, image.picture);
      canvas.out += "/X";
      append_integer(canvas.out, image.picture);
      canvas.out += " Do\n";
    }
    restore(canvas);
    transparent = transparent || is_transparent(pictures[image.picture]);
    if (open && open->element != kNoElement) {
      cover(image.area);
    }
  }

  /// The tiles as one rectangle in a tiling pattern (§8.7.3).
  void fill_with_tiles(const book::Image& image) {
    const base::Rect& tile = image.area;
    const base::Transform from_tile{65536, 0, 0, -65536, tile.x, tile.bottom()};
    canvas.out += "/Pattern cs /T";
    append_integer(canvas.out, static_cast<std::int64_t>(canvas.uses.tiles.size()));
    canvas.out += " scn\n";
    canvas.uses.tiles.push_back({image.picture,
                                 {tile.width, tile.height},
                                 placement({{}, tile.height}, {{}, {}, tile.width, tile.height},
                                           (*input.book.pictures)[image.picture]),
                                 compose(matrix(canvas.frame), compose(canvas.placement, from_tile))});
    fill(canvas, {tile.x, tile.y, tile.width * image.columns, tile.height * image.rows});
  }

  /// Links and anchors leave no mark.
  void write(const book::Link& /*link*/) {}
  void write(const book::Anchor& /*anchor*/) {}

  void write(const book::Group& group) {
    end_tag();
    save(canvas);
    const base::Transform outside = canvas.placement;
    if (group.transform != base::Transform{}) {
      transform(canvas, group.transform);
    }
    if (!group.clip.verbs.empty()) {
      clip(canvas, group.clip, book::FillRule::nonzero);
    }
    const std::uint32_t around = std::exchange(order, group.page.value_or(order));
    write(group.items);
    end_tag();
    order = around;
    canvas.placement = outside;
    restore(canvas);
  }

  /// The page's items and, where there are marks around them, these.
  void write_all() {
    if (page.marks.empty()) {
      write(page.items);
      end_tag();
      return;
    }
    const base::Edges& bleed = page.bleed;
    save(canvas);
    clip(canvas, base::Rect{-bleed.left, -bleed.top, page.trim.width + bleed.horizontal(),
                            page.trim.height + bleed.vertical()});
    write(page.items);
    end_tag();
    restore(canvas);
    begin_artifact(canvas, "Layout");
    for (const book::Path& mark : page.marks) {
      write(mark);
    }
    end_marked(canvas);
  }

  /// The operator that maps the picture's own box (a unit square, or a drawing's size) to its area.
  static std::string placement(const Frame& frame, const base::Rect& area, const book::Picture& picture) {
    const auto* drawing = std::get_if<book::Drawing>(&picture.content);
    const base::Size own = drawing != nullptr ? drawing->size : base::Size{base::points(1), base::points(1)};
    std::string out;
    append_fixed(out, base::scaled(area.width, 65536, own.width.raw).raw, 5);
    out += " 0 0 ";
    append_fixed(out, base::scaled(area.height, 65536, own.height.raw).raw, 5);
    out += ' ';
    append_point(out, frame, {area.x, area.bottom()});
    return out + "cm\n";
  }
};

PageContent write_page(const PageInput& input, std::uint32_t index) {
  const book::Page& page = input.book.pages[index];
  PageWriter writer{input, page, {}, {}};
  writer.order = index;
  writer.canvas.frame = frame_of(page);
  writer.canvas.form = input.form;
  writer.canvas.inks = input.inks;
  writer.write_all();
  Canvas& canvas = writer.canvas;
  const bool transparent = writer.transparent || !canvas.uses.opacities.empty() ||
                           !canvas.uses.blends.empty() || !canvas.uses.masks.empty();
  return {std::move(canvas.out), std::move(canvas.uses), std::move(canvas.marked.marks), transparent};
}

}  // namespace

Frame frame_of(const book::Page& page) {
  return {page.slug.left + page.bleed.left, page.slug.bottom + page.bleed.bottom + page.trim.height};
}

std::vector<PageContent> page_contents(const PageInput& input, base::Jobs jobs) {
  const std::vector<book::Page>& pages = input.book.pages;
  std::vector<PageContent> contents(pages.size());
  base::parallel_for((pages.size() + kPagesPerBatch - 1) / kPagesPerBatch, jobs, [&](std::size_t batch) {
    const std::size_t end = std::min(pages.size(), (batch + 1) * kPagesPerBatch);
    for (std::size_t i = batch * kPagesPerBatch; i < end; ++i) {
      contents[i] = write_page(input, static_cast<std::uint32_t>(i));
    }
  });
  return contents;
}

}  // namespace reliure::pdf
