#include "app/editions.h"

#include <gtest/gtest.h>

#include "app/command_error.h"

namespace reliure::app {
namespace {

using source::Format;

source::Manifest manifest_with(std::vector<std::pair<std::string, Format>> editions) {
  source::Manifest manifest;
  for (auto& [name, format] : editions) {
    manifest.editions.emplace_back();
    manifest.editions.back().name = name;
    manifest.editions.back().format = format;
  }
  return manifest;
}

const source::Manifest kManifest =
    manifest_with({{"ebook", Format::epub}, {"print", Format::pdf}, {"large", Format::pdf}});

TEST(Editions, AllAreChosenWithoutNames) {
  const ChosenEditions chosen = choose_editions(kManifest, {});
  ASSERT_EQ(chosen.print.size(), 2u);
  EXPECT_EQ(chosen.print[0].index, 1u);
  EXPECT_TRUE(chosen.print[0].wanted);
  EXPECT_EQ(chosen.ebooks, (std::vector<std::size_t>{0}));
}

TEST(Editions, AnEbookAloneStillNumbersThePagesOfTheFirstPrint) {
  const ChosenEditions chosen = choose_editions(kManifest, std::vector<std::string>{"ebook"});
  ASSERT_EQ(chosen.print.size(), 1u);
  EXPECT_EQ(chosen.print[0].index, 1u);
  EXPECT_FALSE(chosen.print[0].wanted);
  EXPECT_EQ(chosen.ebooks.size(), 1u);
}

TEST(Editions, ASiteIsNumberedAsAnEbookIs) {
  const source::Manifest manifest = manifest_with({{"print", Format::pdf}, {"site", Format::web}});
  const ChosenEditions chosen = choose_editions(manifest, std::vector<std::string>{"site"});
  ASSERT_EQ(chosen.print.size(), 1u);
  EXPECT_FALSE(chosen.print[0].wanted);
  EXPECT_EQ(chosen.ebooks, (std::vector<std::size_t>{1}));
}

TEST(Editions, AnEbookMarksThePagesOfTheEditionThatItNames) {
  source::Manifest manifest = kManifest;
  manifest.editions[0].page_list = "large";
  EXPECT_EQ(numbering_edition(manifest, manifest.editions[0]), 2u);
  const ChosenEditions chosen = choose_editions(manifest, std::vector<std::string>{"ebook"});
  ASSERT_EQ(chosen.print.size(), 1u);
  EXPECT_EQ(chosen.print[0].index, 2u);
  manifest.editions[0].has_page_list = false;
  EXPECT_EQ(numbering_edition(manifest, manifest.editions[0]), std::nullopt);
  EXPECT_TRUE(choose_editions(manifest, std::vector<std::string>{"ebook"}).print.empty());
}

TEST(Editions, ALaterPrintAloneNeedsNoOther) {
  const ChosenEditions chosen = choose_editions(kManifest, std::vector<std::string>{"large"});
  ASSERT_EQ(chosen.print.size(), 1u);
  EXPECT_EQ(chosen.print[0].index, 2u);
  EXPECT_TRUE(chosen.ebooks.empty());
}

TEST(Editions, AnUnknownNameIsTheCommandsMistake) {
  const auto message_for = [](std::string name) -> std::string {
    try {
      choose_editions(kManifest, std::vector<std::string>{std::move(name)});
    } catch (const CommandError& error) {
      return error.what();
    }
    return "";
  };
  EXPECT_EQ(message_for("pirnt"), "the book has no edition `pirnt`: did you mean `print`?");
  EXPECT_EQ(message_for("x"), "the book has no edition `x`; it has `ebook`, `print`, `large`");
}

TEST(Timestamp, IsMidnightUtcOfTheFirstDayMeant) {
  EXPECT_EQ(timestamp_of(""), std::nullopt);
  EXPECT_EQ(timestamp_of("1970-01-01"), 0);
  EXPECT_EQ(timestamp_of("2021-05-04"), 1620086400);
  EXPECT_EQ(timestamp_of("2021-05"), 1619827200);
  EXPECT_EQ(timestamp_of("2021"), 1609459200);
  EXPECT_EQ(timestamp_of("1969-12-31"), -86400);
}

}  // namespace
}  // namespace reliure::app
