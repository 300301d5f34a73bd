#include "text/shape.h"

#include <gtest/gtest.h>

#include <thread>

#include "fonts.h"

namespace reliure::text {
namespace {

ShapedText shape(std::string_view text, FaceId face, std::vector<Feature> features = {}) {
  Shaper shaper(shipped_library());
  return shaper.shape({face, features, "fr", 0, false}, text);
}

std::vector<std::uint32_t> clusters(const ShapedText& shaped) {
  std::vector<std::uint32_t> result;
  for (const ShapedGlyph& glyph : shaped.glyphs) {
    result.push_back(glyph.cluster);
  }
  return result;
}

std::vector<std::uint16_t> ids(const ShapedText& shaped) {
  std::vector<std::uint16_t> result;
  for (const ShapedGlyph& glyph : shaped.glyphs) {
    result.push_back(glyph.id);
  }
  return result;
}

using Offsets = std::vector<std::uint32_t>;

TEST(Shape, gives_one_glyph_for_each_letter_and_their_total_advance) {
  const ShapedText shaped = shape("achat", match("serif"));
  EXPECT_EQ(clusters(shaped), (Offsets{0, 1, 2, 3, 4}));
  std::int64_t sum = 0;
  for (const ShapedGlyph& glyph : shaped.glyphs) {
    EXPECT_NE(glyph.id, 0);
    sum += glyph.advance;
  }
  EXPECT_EQ(shaped.advance, sum);
}

TEST(Shape, makes_one_cluster_of_a_ligature) {
  EXPECT_EQ(clusters(shape("efficace fin", match("serif"))), (Offsets{0, 1, 4, 5, 6, 7, 8, 9, 11}));
}

TEST(Shape, makes_no_ligature_when_the_feature_is_off) {
  EXPECT_EQ(clusters(shape("fin", match("serif"), {{feature_tag("liga"), 0}})), (Offsets{0, 1, 2}));
}

TEST(Shape, counts_clusters_in_bytes) {
  EXPECT_EQ(clusters(shape("éàx", match("serif"))), (Offsets{0, 2, 4}));
}

TEST(Shape, puts_small_capitals_when_asked) {
  const ShapedText plain = shape("ademe", match("serif"));
  const ShapedText small_capitals = shape("ademe", match("serif"), {{feature_tag("smcp"), 1}});
  EXPECT_NE(ids(plain), ids(small_capitals));
  EXPECT_EQ(clusters(plain), clusters(small_capitals));
}

TEST(Shape, keeps_a_mark_in_the_cluster_of_its_letter) {
  // x with a circumflex exists in no precomposed form.
  EXPECT_EQ(clusters(shape("x\u0302y", match("serif"))), (Offsets{0, 0, 3}));
}

TEST(Shape, composes_a_letter_and_its_accent) {
  EXPECT_EQ(ids(shape("e\u0301", match("serif"))), ids(shape("é", match("serif"))));
}

TEST(Shape, leaves_nothing_of_a_soft_hyphen) {
  EXPECT_EQ(ids(shape("a\u00ADb", match("serif"))), ids(shape("ab", match("serif"))));
}

TEST(Shape, has_narrow_no_break_spaces_in_all_three_families) {
  for (const char* family : {"serif", "sans-serif", "monospace"}) {
    const ShapedText shaped = shape("\u202F", match(family));
    ASSERT_EQ(shaped.glyphs.size(), 1u) << family;
    EXPECT_NE(shaped.glyphs[0].id, 0) << family;
    EXPECT_GT(shaped.advance, 0) << family;
    EXPECT_LE(shaped.advance, shape(" ", match(family)).advance) << family;
  }
}

TEST(Shape, kerns) {
  EXPECT_LT(shape("AV", match("serif")).advance,
            shape("AV", match("serif"), {{feature_tag("kern"), 0}}).advance);
}

TEST(Shape, gives_a_sign_for_a_character_that_the_face_lacks) {
  EXPECT_EQ(ids(shape("漢", match("serif"))), ids(shape("?", match("serif"))));
}

TEST(Shape, has_the_last_character_first_from_right_to_left) {
  Shaper shaper(shipped_library());
  EXPECT_EQ(clusters(shaper.shape({match("serif"), {}, "", 0, true}, "abc")), (Offsets{2, 1, 0}));
}

TEST(Shape, remembers_a_text) {
  Shaper shaper(shipped_library());
  const ShapeRequest request{match("serif"), {}, "fr", 0, false};
  const ShapedText* first = &shaper.shape(request, "numérique");
  for (int i = 0; i < 1000; ++i) {
    shaper.shape(request, "mot" + std::to_string(i));
  }
  EXPECT_EQ(&shaper.shape(request, std::string("numérique")), first);
}

TEST(Shape, knows_what_a_sibling_has_shaped) {
  Shaper shaper(shipped_library());
  Shaper sibling = shaper.sibling();
  sibling.shape({match("sans-serif"), {}, "fr", 0, false}, "numérique");
  const ShapeRequest request{match("serif"), {}, "fr", 0, false};
  EXPECT_EQ(&sibling.shape(request, "numérique"), &shaper.shape(request, "numérique"));
}

TEST(Shape, serves_a_sibling_for_each_thread) {
  const Shaper shaper(shipped_library());
  std::vector<std::vector<const ShapedText*>> found(4);
  std::vector<std::thread> threads;
  for (std::vector<const ShapedText*>& mine : found) {
    threads.emplace_back([&] {
      Shaper own = shaper.sibling();
      for (int i = 0; i < 200; ++i) {
        mine.push_back(&own.shape({match("serif"), {}, "fr", 0, false}, "mot" + std::to_string(i)));
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  for (const std::vector<const ShapedText*>& mine : found) {
    EXPECT_EQ(mine, found.front());
  }
}

TEST(Shape, does_not_mix_up_requests) {
  Shaper shaper(shipped_library());
  const std::vector<Feature> old_style = {{feature_tag("onum"), 1}};
  const auto serif = ids(shaper.shape({match("serif"), {}, "fr", 0, false}, "2021"));
  const auto sans = ids(shaper.shape({match("sans-serif"), {}, "fr", 0, false}, "2021"));
  const auto old = ids(shaper.shape({match("serif"), old_style, "fr", 0, false}, "2021"));
  EXPECT_NE(serif, sans);
  EXPECT_NE(serif, old);
  EXPECT_EQ(ids(shaper.shape({match("serif"), {}, "fr", 0, false}, "2021")), serif);
}

TEST(Shape, survives_bytes_that_are_not_utf8) {
  EXPECT_EQ(clusters(shape("a\xFF\xC3", match("serif"))), (Offsets{0, 1, 2}));
}

TEST(Shape, gives_nothing_for_nothing) {
  const ShapedText shaped = shape("", match("serif"));
  EXPECT_TRUE(shaped.glyphs.empty());
  EXPECT_EQ(shaped.advance, 0);
}

}  // namespace
}  // namespace reliure::text
