#include "pdf/drawing.h"

#include <algorithm>

#include "pdf/path_operators.h"
#include "pdf/resources.h"

namespace reliure::pdf {

namespace {

/// Replaces the clips in force by those of the next path: what is under q is left, and entered anew.
void change_clips(Canvas& canvas, const book::Drawing& drawing, const std::vector<std::uint32_t>& clips) {
  if (!canvas.saved.empty()) {
    restore(canvas);
  }
  if (clips.empty()) {
    return;
  }
  save(canvas);
  for (const std::uint32_t index : clips) {
    if (index < drawing.clips.size()) {
      clip(canvas, drawing.clips[index].outline, drawing.clips[index].rule);
    }
  }
}

}  // namespace

Canvas draw(const book::Drawing& drawing, const image::Inks* inks) {
  Canvas canvas;
  canvas.inks = inks;
  canvas.frame = {{0}, drawing.size.height};
  const std::vector<std::uint32_t> none;
  const std::vector<std::uint32_t>* current = &none;
  for (const book::Path& path : drawing.paths) {
    if (path.clips != *current) {
      change_clips(canvas, drawing, path.clips);
      current = &path.clips;
    }
    paint(canvas, path);
  }
  change_clips(canvas, drawing, none);
  return canvas;
}

Ref add_form(Objects& objects, const book::Drawing& drawing, Canvas canvas) {
  std::string box = "[0 0 ";
  append_decimal(box, thousandths(drawing.size.width), 3);
  box += ' ';
  append_decimal(box, thousandths(drawing.size.height), 3);
  Entries entries;
  entries.name("Type", "XObject").name("Subtype", "Form").raw("BBox", box + "]");
  if (!canvas.uses.blends.empty()) {
    // Colours of a picture mix with each other, not with the page below it, but in the page's colour space.
    entries.raw("Group", "<</S /Transparency /I true>>");
  }
  entries.raw("Resources", resources(objects, canvas.uses, {}, {}, canvas.inks));
  return objects.add(Stream{entries.take(), std::move(canvas.out)});
}

}  // namespace reliure::pdf
