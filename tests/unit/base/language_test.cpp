// What is a language tag, and what was meant by what is none.
#include "base/language.h"

#include <gtest/gtest.h>

namespace reliure::base {
namespace {

TEST(Language, TagsAreWellFormed) {
  for (const char* tag : {"fr", "fr-FR", "FR-fr", "zh-Hant-TW", "zh-cmn-Hans-CN", "de-CH-1901",
                          "sl-rozaj-biske", "es-419", "de-u-co-phonebk", "en-x-ours", "x-ours", "haw"}) {
    EXPECT_TRUE(is_language_tag(tag)) << tag;
  }
  for (const char* text : {"", "f", "fr_FR", "french", "fr-", "-fr", "fr--FR", "fr-F", "fr FR", "fr-FR-",
                           "1fr", "x-", "de-u", "klingon!", "français", "en-toolongsubtag"}) {
    EXPECT_FALSE(is_language_tag(text)) << text;
  }
}

TEST(Language, WhatWasMeantIsKnownWhereItIsEvident) {
  EXPECT_EQ(meant_language("fr_FR"), "fr-FR");
  EXPECT_EQ(meant_language("fr_FR.UTF-8"), "fr-FR");
  EXPECT_EQ(meant_language("ca_ES@valencia"), "ca-ES");
  EXPECT_EQ(meant_language("French"), "fr");
  EXPECT_EQ(meant_language("français"), "fr");
  EXPECT_EQ(meant_language("de-AT"), "de-AT");
  EXPECT_EQ(meant_language("klingon"), "");
  EXPECT_EQ(meant_language(""), "");
}

}  // namespace
}  // namespace reliure::base
