// Text as paths.
#include "text/outlined.h"

#include <gtest/gtest.h>

#include "unit/text/fonts.h"

namespace reliure::text {
namespace {

using base::Length;
using base::points;

/// The corners of what a path covers.
struct Bounds {
  Length left, top, right, bottom;
};
Bounds bounds_of(const book::Path& path) {
  Bounds bounds{points(10'000), points(10'000), points(-10'000), points(-10'000)};
  for (const base::Point p : path.outline.points) {
    bounds = {base::min(bounds.left, p.x), base::min(bounds.top, p.y), base::max(bounds.right, p.x),
              base::max(bounds.bottom, p.y)};
  }
  return bounds;
}

std::uint16_t glyph_of(std::string_view letter) {
  Shaper shaper(shipped_library());
  return shaper.shape({match("Source Serif 4"), {}, {}, 0, false}, letter).glyphs.at(0).id;
}

/// A page with one run, in a group.
book::Page page_with(book::GlyphRun run) {
  book::Page page;
  page.glyphs = {{glyph_of("H"), 0, 0, points(8), {}, {}}, {glyph_of("x"), 0, 1, points(6), {}, points(-2)}};
  run.font = match("Source Serif 4").value;
  run.glyphs = {0, 2};
  book::Item item;
  item.mark = run;
  book::Group group;
  group.items.push_back(item);
  item.mark = group;
  page.items.push_back(item);
  return page;
}

book::Path path_in(const book::Page& page) {
  return std::get<book::Path>(std::get<book::Group>(page.items.at(0).mark).items.at(0).mark);
}

TEST(Outlined, GlyphsStandWhereTheirRunHasThem) {
  book::GlyphRun run;
  run.size = points(10);
  run.origin = {points(100), points(50)};
  run.color = {1, 2, 3};
  const book::Path path = path_in(outlined(page_with(run), shipped_library()));
  EXPECT_EQ(std::get<base::Color>(path.fill), run.color);
  const Bounds bounds = bounds_of(path);
  EXPECT_GT(bounds.left, points(100));
  EXPECT_LT(bounds.left, points(101));
  EXPECT_GT(bounds.right, points(108));
  EXPECT_LT(bounds.right, points(114));
  EXPECT_LT(bounds.top, points(44));
  EXPECT_LE(bounds.bottom, points(50));
}

TEST(Outlined, GlyphsAreStretchedFromTheirOrigin) {
  book::GlyphRun run;
  run.size = points(10);
  const Bounds plain = bounds_of(path_in(outlined(page_with(run), shipped_library())));
  run.stretch = 500;
  const Bounds narrow = bounds_of(path_in(outlined(page_with(run), shipped_library())));
  EXPECT_NEAR(static_cast<double>(narrow.left.raw), static_cast<double>(plain.left.raw) / 2, 2);
  EXPECT_EQ(narrow.top, plain.top);
}

TEST(Outlined, ALineIsAsWideAsItsGlyphs) {
  Shaper shaper(shipped_library());
  const LineStyle style{match("Source Serif 4"), points(10), {}};
  const OutlinedLine line = outlined_line("Hxx", style, {points(5), points(20)}, shipped_library(), shaper);
  const Bounds bounds = bounds_of(line.path);
  EXPECT_GT(bounds.left, points(5));
  EXPECT_LT(bounds.right, points(5) + line.width);
  EXPECT_GT(line.width, points(15));
  EXPECT_EQ(outlined_line("", style, {}, shipped_library(), shaper).width, Length{});
}

}  // namespace
}  // namespace reliure::text
