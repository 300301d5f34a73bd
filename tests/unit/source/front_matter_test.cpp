#include "source/front_matter.h"

#include <gtest/gtest.h>

#include "unit/source/loaded.h"

namespace reliure::source {
namespace {

Loaded load_page(std::string page) {
  return load_book({{"book.yaml", "title: T\nlanguage: fr\n"}, {"a.md", std::move(page)}});
}

TEST(FrontMatter, EveryKeyThatTheBookUsesIsRead) {
  const Loaded loaded = load_page(R"(---
title: A
lang: en-GB
date: 2021-04-29T10:00:00Z
description: D
tags: [x, y]
class: [preface wide, dark]
permalink: a/b/index.html
layout: anything at all
eleventyNavigation: {key: k, parent: p, title: N, order: 1.5}
---
text
)");
  EXPECT_EQ(reported(loaded), Lines{});
  const FrontMatter& matter = loaded.tree.pages[0].front_matter;
  EXPECT_EQ(matter.title, "A");
  EXPECT_EQ(matter.language, "en-GB");
  EXPECT_EQ(matter.date, "2021-04-29");
  EXPECT_EQ(matter.description, "D");
  EXPECT_EQ(matter.tags, (Lines{"x", "y"}));
  EXPECT_EQ(matter.classes, (Lines{"preface", "wide", "dark"}));
  EXPECT_EQ(matter.permalink, "/a/b/");
  EXPECT_EQ(matter.navigation_key, "k");
  EXPECT_EQ(matter.navigation_parent, "p");
  EXPECT_EQ(matter.navigation_title, "N");
  EXPECT_EQ(matter.navigation_order, 1.5);
  EXPECT_EQ(loaded.tree.sources.text(loaded.tree.pages[0].file).substr(loaded.tree.pages[0].body), "text\n");
}

TEST(FrontMatter, APageWithoutAnyBeginsAtItsFirstByte) {
  const Loaded loaded = load_page("# Title\n\n---\n\ntext\n");
  EXPECT_EQ(reported(loaded), Lines{});
  EXPECT_EQ(loaded.tree.pages[0].body, 0u);
}

TEST(FrontMatter, MistakesStandAtTheirTrueLine) {
  EXPECT_EQ(reported(load_page("---\ntitle: a: b\n---\n")),
            Lines{"a.md:2:9 source/bad-yaml: a `:` stands where no value can begin"});
  EXPECT_EQ(reported(load_page("---\nlang: fr_FR\ntitle: [a]\neleventyNavigation: {order: x}\n---\n")),
            (Lines{"a.md:3:8 source/bad-value: `title` is a list",
                   "a.md:2:7 content/bad-language: `fr_FR` is no language tag",
                   "a.md:4:29 source/bad-value: `order` is `x`"}));
}

TEST(FrontMatter, WhatIsNeverClosedIsText) {
  const Loaded loaded = load_page("---\ntitle: a\n");
  EXPECT_EQ(reported(loaded),
            Lines{"a.md:1:1 source/bad-yaml: front matter is opened here and never closed"});
  EXPECT_EQ(loaded.tree.pages[0].body, 0u);
}

TEST(FrontMatter, OtherLanguagesAreNotReadAndNotPrinted) {
  for (const auto& [page, message] : {std::pair("+++\ntitle = 'A'\n+++\nb", "TOML"),
                                      std::pair("---json\n{\"title\": \"A\"}\n---\nb", "JSON"),
                                      std::pair("{\n  \"title\": \"A\"\n}\nb", "JSON")}) {
    const Loaded loaded = load_page(page);
    EXPECT_EQ(reported(loaded),
              Lines{"a.md:1:1 source/bad-yaml: front matter in " + std::string(message) + " is not read"});
    EXPECT_EQ(loaded.tree.sources.text(loaded.tree.pages[0].file).substr(loaded.tree.pages[0].body), "b");
  }
  EXPECT_EQ(load_page("---yaml\ntitle: A\n---\nb").tree.pages[0].front_matter.title, "A");
  EXPECT_EQ(load_page("{\nb").tree.pages[0].body, 0u);
}

TEST(FrontMatter, AnOrderMustBeFinite) {
  EXPECT_EQ(reported(load_page("---\neleventyNavigation: {key: a, order: nan}\n---\n")),
            Lines{"a.md:2:37 source/bad-value: `order` is `nan`"});
}

TEST(FrontMatter, AnAddressThatATemplateComputesIsUnknown) {
  EXPECT_EQ(load_page("---\npermalink: \"/{{ x }}/\"\n---\n").tree.pages[0].front_matter.permalink, "");
  EXPECT_EQ(load_page("---\npermalink: false\n---\n").tree.pages[0].front_matter.permalink, "");
}

}  // namespace
}  // namespace reliure::source
