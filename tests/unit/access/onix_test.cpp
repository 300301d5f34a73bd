// What booksellers are told.
#include "access/onix.h"

#include <gtest/gtest.h>

namespace reliure::access {
namespace {

book::Metadata metadata() {
  book::Metadata metadata;
  metadata.title = "Pains & levains";
  metadata.subtitle = "Cuire";
  metadata.language = "fr";
  metadata.publisher = "Maison";
  return metadata;
}

Product product(const Content& content, const Making& making) {
  return {"ref", "urn:isbn:9782123456803", state(content, making, metadata()), making.form == Form::pdf};
}

std::string message(const Product& product) {
  return onix_message(metadata(), std::vector<Product>{product}, 1'600'000'000);
}

bool has_detail(const std::string& message, std::string_view code) {
  return message.find("<ProductFormFeatureType>09</ProductFormFeatureType>\n<ProductFormFeatureValue>" +
                      std::string(code) + "<") != std::string::npos;
}

TEST(Onix, NamesTheProductAndWhenItWasSent) {
  const std::string text = message(product({}, {}));
  EXPECT_NE(text.find("<SentDateTime>20200913</SentDateTime>"), std::string::npos);
  EXPECT_NE(text.find("<ProductIDType>15</ProductIDType>\n<IDValue>9782123456803</IDValue>"),
            std::string::npos);
  EXPECT_NE(text.find("<TitleText>Pains &amp; levains</TitleText>\n<Subtitle>Cuire</Subtitle>"),
            std::string::npos);
  EXPECT_NE(text.find("<ProductFormDetail>E101<"), std::string::npos);
  EXPECT_NE(message(product({}, {Form::pdf})).find("<ProductFormDetail>E107<"), std::string::npos);
}

TEST(Onix, TellsOfAFaultlessEbookThatItConforms) {
  const std::string text = message(product({true}, {Form::ebook, true, false, true}));
  for (const char* code :
       {"00", "04", "10", "11", "13", "19", "22", "29", "30", "36", "52", "82", "85", "93"}) {
    EXPECT_TRUE(has_detail(text, code)) << code;
  }
  EXPECT_FALSE(has_detail(text, "05"));
  EXPECT_FALSE(has_detail(text, "14")) << "there is no picture to be described";
}

TEST(Onix, TellsOfFaultsByNotClaiming) {
  const std::string text = message(product({true, true, false}, {Form::ebook, false, false, false}));
  for (const char* code : {"04", "14", "19", "52", "82", "85", "93"})
    EXPECT_FALSE(has_detail(text, code)) << code;
  EXPECT_NE(text.find("Un contrôle automatique a relevé des écarts"), std::string::npos);
}

TEST(Onix, TellsOfATaggedPdf) {
  const std::string text = message(product({true, true, true}, {Form::pdf, false, false, true}));
  EXPECT_TRUE(has_detail(text, "05"));
  EXPECT_TRUE(has_detail(text, "14"));
  for (const char* code : {"04", "19", "36"}) EXPECT_FALSE(has_detail(text, code)) << code;
}

TEST(Onix, KeepsSilentOnHazardsThatNobodyKnows) {
  constexpr std::string_view kNoFlashes =
      "<ProductFormFeatureType>12</ProductFormFeatureType>\n<ProductFormFeatureValue>14<";
  EXPECT_NE(message(product({}, {})).find(kNoFlashes), std::string::npos);
  EXPECT_EQ(message(product({}, {Form::ebook, false, true})).find(kNoFlashes), std::string::npos);
}

TEST(State, SpeaksTheLanguagesOfBooksOrEnglish) {
  const auto language = [](const char* tag) {
    book::Metadata book;
    book.language = tag;
    return state({}, {}, book).summary_language;
  };
  EXPECT_EQ(language("pt-BR"), "pt");
  EXPECT_EQ(language("NL"), "nl");
  EXPECT_EQ(language("ja"), "en");
}

TEST(State, OfMovingPicturesKnowsNoHazard) {
  EXPECT_EQ(state({}, {Form::ebook, false, true}, {}).hazards, std::vector<std::string_view>{"unknown"});
}

}  // namespace
}  // namespace reliure::access
