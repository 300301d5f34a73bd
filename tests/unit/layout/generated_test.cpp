// What styles say in words: here, bookmarks.
#include "layout/generated.h"

#include <gtest/gtest.h>

#include "unit/layout/paragraph_stage.h"

namespace reliure::layout {
namespace {

using style::ContentPart;

TEST(Generated, ABookmarksLabelMayHoldTextCountersAndTheHeading) {
  Stage stage;
  style::ComputedStyle style = stage.block_style;
  style.counter_increment = {{"chapter", 1}};
  style.bookmark_label.parts = {{ContentPart::Kind::counter, "chapter"},
                                {ContentPart::Kind::text, " — "},
                                {ContentPart::Kind::own_text, {}}};
  const book::NodeId first = stage.open(book::Kind::h1, style);
  stage.text("Un  titre ");
  stage.close();
  const book::NodeId second = stage.open(book::Kind::h1, style);
  stage.text("Deux");
  stage.close();
  const Generated generated = generate(stage.manuscript(), stage.setting().input.styles);
  ASSERT_EQ(generated.labels.size(), 2u);
  EXPECT_EQ(generated.labels[0].node, first);
  EXPECT_EQ(generated.labels[0].text, "1 — Un titre");
  EXPECT_EQ(generated.labels[1].node, second);
  EXPECT_EQ(generated.labels[1].text, "2 — Deux");
}

}  // namespace
}  // namespace reliure::layout
