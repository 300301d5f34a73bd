#include "source/dump.h"

#include <gtest/gtest.h>

#include "unit/source/loaded.h"

namespace reliure::source {
namespace {

TEST(Dump, SaysOneFactALine) {
  const Loaded loaded =
      load_book({{"book.yaml",
                  "title: T\nlanguage: fr\nidentifier: urn:x:1\nauthors: A\neditions: {print: {format: pdf, "
                  "page: A5}}\n"},
                 {"reliure:/fonts/fonts.yaml", "fonts: [{family: F, file: f.ttf}]\n"},
                 {"reliure:/fonts/f.ttf", ""},
                 {"a.md", "---\ntitle: A\neleventyNavigation: {key: a, order: 2}\n---\ntext\n"}});
  EXPECT_EQ(dump(loaded.tree), R"(title: T
language: fr
identifier: urn:x:1
author: A (aut)
order: navigation
breaks: false
linkify: false
contents depth: 3
title page: true
typography: true
style: reliure:/styles/base.css (built in)
font: F 400
edition print
  format: pdf
  page: A5
  file: book.pdf
page a.md
  depth: 1
  title: A
  navigation key: a
  navigation order: 2
  body at byte: 56
)");
}

}  // namespace
}  // namespace reliure::source
