// Judged by EPUBCheck, which npm installs (`cmake/setup.sh`); `RELIURE_EPUBCHECK` may name another command
// that takes an EPUB's name and fails for what it finds.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "unit/epub/sample.h"

namespace reliure::epub::test {
namespace {

constexpr std::string_view kSvg = R"x(<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"
  onload="f()"><script>f()</script><rect width="10" height="10" fill="red"/></svg>)x";

/// A PNG of one white pixel.
std::string one_pixel() {
  const unsigned char bytes[] = {
      0x89, 'P',  'N',  'G',  0x0d, 0x0a, 0x1a, 0x0a, 0,    0,    0,    0x0d, 'I',  'H',  'D',  'R',  0,
      0,    0,    1,    0,    0,    0,    1,    8,    0,    0,    0,    0,    0x3a, 0x7e, 0x9b, 0x55, 0,
      0,    0,    0x0a, 'I',  'D',  'A',  'T',  0x78, 0x9c, 0x63, 0xf8, 0x0f, 0,    1,    1,    1,    0,
      0x1b, 0xb6, 0xee, 0x56, 0,    0,    0,    0,    'I',  'E',  'N',  'D',  0xae, 0x42, 0x60, 0x82};
  return {reinterpret_cast<const char*>(bytes), sizeof bytes};
}

/// A book with everything that this room does, well-formed and not.
constexpr std::string_view kEverything =
    R"x(
<section class="title-page"><h1>Sample</h1><p class="author">A. Author</p></section>
<nav class="contents"><h1>Contents</h1><ol>
  <li><a href="#one">One</a><ol><li><a href="#gone">Gone</a></li></ol></li>
  <li><a href="#two">Two</a></li></ol></nav>
<section class="chapter depth-1" id="one"><h1>)x"
    "\f"
    R"x(Introduction</h1>
  <p id="p--1">Text &c <a href="#two">two</a>, <a href="#gone">gone</a>, <a href="http://bad host/">bad</a>,
  <a href="https://example.org/é à|b?c=[1]&d#e#f">good</a>,<note id="fn"><p>A note with <em>words</em>.)x"
    "\f"
    R"x(</p>
  <p>And two paragraphs<note><p>a note in it</p></note>.</p></note> again <a class="noteref" href="#fn">1</a>.</p>
  <h2 id="gone" hidden="hidden">Gone</h2>
  <p>Before )x"
    "\f"
    R"x(after<img src="a.svg" alt=""/><img src="b.png" alt="a pixel" width="50%" align="left"/></p>
  <p><ul><li>list in paragraph</li></ul></p>
  <table border="1" width="100%"><tr><th colspan="4">a</th></tr><caption>late</caption><colgroup><col/></colgroup>
  <tr><td align="center" style="position:absolute; color: red">)x"
    "\f"
    R"x(b</td><td><span before="✓|Yes"/></td></tr></table>
  <dl><dd>a</dd><dt>b</dt></dl><li>stray</li><td>stray</td><figcaption>stray</figcaption><col/>
  <h2><div>block <table><tr><td>x</td></tr></table></div></h2>
  <a href="https://example.org/"><p>link around block <a href="#one">in</a></p><note>a <b>b</b></note></a>
  <ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby><ruby>a</ruby><bdo>b</bdo><header><footer>f</footer></header>
  <ol start="3" type="a"><li value="x">a</li><li value="7">b</li></ol><ul/><dl/><table/>
  <figure><img src="b.png" alt="a"/><p>a</p><figcaption>c</figcaption></figure>
  <details><summary>s<h3>t</h3></summary>u</details>
</section>
<section class="chapter depth-2" id="two" lang="ar"><h2>Two</h2><p lang="x">a</p><pre>b
  c<hr/></pre><blockquote cite="javascript:x">q)x"
    "\f"
    R"x(</blockquote><time datetime="soon">d</time></section>
<section class="chapter" hidden="hidden"><h2>)x"
    "\f"
    R"x(Unseen</h2></section>
<p>loose</p>)x";

TEST(EpubCheck, FindsNoFaultInWhateverIsWritten) {
  const std::string checker =
      RELIURE_SOURCE_DIR "/build/judges/node_modules/@likecoin/epubcheck-ts/bin/epubcheck.js";
  const char* const given = std::getenv("RELIURE_EPUBCHECK");
  if (given == nullptr && !std::filesystem::exists(checker))
    GTEST_SKIP() << "no " << checker << ": `source cmake/setup.sh; install_npm` installs it";
  Sample book = sample(kEverything, {resource("a.svg", std::string(kSvg)), resource("b.png", one_pixel())});
  book::Metadata& metadata = book.manuscript.metadata;
  metadata.subtitle = "Of everything";
  metadata.authors = {{"A. Author", "aut"}, {"B. Editor", "edt"}};
  metadata.publisher = "P & Q";
  metadata.date = "2021-05-04";
  metadata.description = "d";
  metadata.rights = "r";
  metadata.subjects = {"s", "t"};
  book.style.css = "p { margin: 0 }\n";
  base::Diagnostics diagnostics;
  const book::EbookStyle style = book.style;
  const std::string bytes = write(book_of(std::move(book)), style, {1600000000, {}}, diagnostics);
  const std::string file = testing::TempDir() + "everything.epub";
  std::ofstream(file, std::ios::binary) << bytes;
  const std::string report = testing::TempDir() + "everything.json";
  const std::string command =
      given != nullptr ? given : "node '" + checker + "' --usage --json '" + report + "'";
  EXPECT_EQ(std::system((command + " '" + file + "'").c_str()), 0);
  if (given != nullptr) return;
  std::ifstream stream(report);
  const std::string said{std::istreambuf_iterator<char>(stream), {}};
  // Not even what is discouraged.
  EXPECT_NE(said.find("\"messages\": []"), std::string::npos) << said;
}

}  // namespace
}  // namespace reliure::epub::test
