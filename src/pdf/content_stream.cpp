#include "pdf/content_stream.h"

#include <algorithm>

#include "pdf/path_operators.h"
#include "pdf/pictures.h"
#include "pdf/text_operators.h"

namespace reliure::pdf {

namespace {

/// Pages that one thread takes at a time.
constexpr std::size_t kPagesPerBatch = 8;

/// Writes the items of one page.
struct PageWriter {
  const PageInput& input;
  const book::Page& page;
  Canvas canvas;
  bool transparent = false;

  void write(const std::vector<book::Item>& items) {
    for (const book::Item& item : items) {
      std::visit([&](const auto& mark) { write(mark); }, item.mark);
    }
  }

  void write(const book::GlyphRun& run) { show(canvas, page, run, input.fonts[run.font]); }

  void write(const book::Path& path) { paint(canvas, path); }

  void write(const book::Image& image) {
    const auto& pictures = *input.book.pictures;
    if (!has_content(pictures[image.picture])) {
      return;
    }
    end_text(canvas);
    save(canvas);
    place(image.area, pictures[image.picture]);
    note_use(canvas.uses.pictures, image.picture);
    canvas.out += "/X";
    append_integer(canvas.out, image.picture);
    canvas.out += " Do\n";
    restore(canvas);
    transparent = transparent || is_transparent(pictures[image.picture]);
  }

  /// Links and anchors leave no mark.
  void write(const book::Link& /*link*/) {}
  void write(const book::Anchor& /*anchor*/) {}

  void write(const book::Group& group) {
    end_text(canvas);
    save(canvas);
    const base::Transform outside = canvas.placement;
    if (group.transform != base::Transform{}) {
      transform(canvas, group.transform);
    }
    if (group.clipped) {
      clip(canvas, group.clip);
    }
    write(group.items);
    end_text(canvas);
    canvas.placement = outside;
    restore(canvas);
  }

  /// Maps the picture's own box (a unit square, or a drawing's size) to its area on the page.
  void place(const base::Rect& area, const book::Picture& picture) {
    const auto* drawing = std::get_if<book::Drawing>(&picture.content);
    const base::Size own = drawing != nullptr ? drawing->size : base::Size{base::points(1), base::points(1)};
    append_fixed(canvas.out, base::scaled(area.width, 65536, own.width.raw).raw, 5);
    canvas.out += " 0 0 ";
    append_fixed(canvas.out, base::scaled(area.height, 65536, own.height.raw).raw, 5);
    canvas.out += ' ';
    append_point(canvas.out, canvas.frame, {area.x, area.bottom()});
    canvas.out += "cm\n";
  }
};

PageContent write_page(const PageInput& input, const book::Page& page) {
  PageWriter writer{input, page, {}};
  writer.canvas.frame = frame_of(page);
  writer.canvas.form = input.form;
  writer.write(page.items);
  end_text(writer.canvas);
  Canvas& canvas = writer.canvas;
  const bool transparent = writer.transparent || !canvas.uses.opacities.empty() || !canvas.uses.masks.empty();
  return {std::move(canvas.out), std::move(canvas.uses), transparent};
}

}  // namespace

Frame frame_of(const book::Page& page) { return {page.bleed.left, page.bleed.bottom + page.trim.height}; }

std::vector<PageContent> page_contents(const PageInput& input, base::Jobs jobs) {
  const std::vector<book::Page>& pages = input.book.pages;
  std::vector<PageContent> contents(pages.size());
  base::parallel_for((pages.size() + kPagesPerBatch - 1) / kPagesPerBatch, jobs, [&](std::size_t batch) {
    const std::size_t end = std::min(pages.size(), (batch + 1) * kPagesPerBatch);
    for (std::size_t i = batch * kPagesPerBatch; i < end; ++i) {
      contents[i] = write_page(input, pages[i]);
    }
  });
  return contents;
}

}  // namespace reliure::pdf
