#include "epub/screen_style.h"

namespace reliure::epub {
namespace {

/// The program's families stand for the best of a machine's own: whole fonts would weigh more than the book.
constexpr std::string_view kFonts = R"css(@font-face {
  font-family: "Source Serif 4";
  src: local("Source Serif 4"), local("Source Serif 4 Regular"), local("Source Serif Pro"), local("Charter"), local("Charter Roman"), local("Iowan Old Style"), local("Georgia"), local("Noto Serif"), local("Noto Serif Regular"), local("DejaVu Serif");
}
@font-face {
  font-family: "Source Serif 4";
  font-weight: 600 900;
  src: local("Source Serif 4 Bold"), local("Source Serif Pro Bold"), local("Charter Bold"), local("Iowan Old Style Bold"), local("Georgia Bold"), local("Noto Serif Bold"), local("DejaVu Serif Bold");
}
@font-face {
  font-family: "Source Serif 4";
  font-style: italic;
  src: local("Source Serif 4 Italic"), local("Source Serif Pro Italic"), local("Charter Italic"), local("Iowan Old Style Italic"), local("Georgia Italic"), local("Noto Serif Italic"), local("DejaVu Serif Italic");
}
)css";

constexpr std::string_view kScreen = R"css(:root {
  color-scheme: light dark;
  --site-paper: #fdfcf9;
  --site-ink: #1c1c1e;
  --site-quiet: #5c5f66;
  --site-rule: #d8d6d0;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --site-paper: #17181a;
    --site-ink: #e4e2dd;
    --site-quiet: #a3a6ad;
    --site-rule: #3b3d42;
  }
  /* Most drawings are dark lines on nothing. */
  main img { background-color: #fff; }
}
html {
  font-size: 112.5%;
  scroll-padding-top: 1rem;
  -webkit-text-size-adjust: 100%;
  text-size-adjust: 100%;
}
body { margin: 0; padding: 0 1.25rem; }
main, .site-header, .site-nav { max-width: 33rem; margin: 0 auto; }
main { position: relative; padding: 2rem 0 3rem; line-height: 1.5; text-align: start; overflow-wrap: break-word; }
main > section, main > nav { margin-bottom: 3rem; }
img { max-width: 100%; }
img[width] { height: auto; }
a { text-underline-offset: 0.15em; text-decoration-thickness: from-font; }
:focus-visible { outline: 0.15rem solid currentColor; outline-offset: 0.15rem; }
.site-skip { position: absolute; top: 0.5rem; inset-inline-start: 0.5rem; padding: 0.5rem 1rem; }
.site-skip:not(:focus) { clip-path: inset(50%); height: 1px; width: 1px; padding: 0; overflow: hidden; white-space: nowrap; }
.site-header, .site-nav { font-family: "Source Sans 3", sans-serif; font-size: 0.85rem; line-height: 1.4; text-align: start; }
.site-header { padding: 1.25rem 0 0.75rem; }
.site-header a, .site-nav a { text-decoration: none; }
.site-header a:hover, .site-nav a:hover { text-decoration: underline; }
.site-nav { display: grid; grid-template-columns: 1fr auto 1fr; gap: 0.5rem 1.5rem; align-items: start; padding: 1rem 0 3rem; border-top: thin solid; }
.site-nav a { display: block; padding: 0.25rem 0; }
.site-prev { grid-column: 1; }
.site-contents { grid-column: 2; }
.site-next { grid-column: 3; text-align: end; }
.site-step { display: block; }
.site-cover { margin: 0 0 2rem; }
.site-cover img { max-height: 80vh; }
.site-title { font-size: 2.25rem; line-height: 1.2; margin: 0 0 1rem; }
.site-subtitle { font-size: 1.25rem; margin: 0 0 2rem; }
[role="doc-pagebreak"]::before {
  content: attr(aria-label);
  position: absolute;
  inset-inline-end: calc(100% + 1rem);
  width: 3rem;
  font: 0.7rem/1.5rem "Source Sans 3", sans-serif;
  text-align: end;
  text-indent: 0;
  white-space: nowrap;
}
/* Empty pages begin where the next one does. */
[role="doc-pagebreak"] + [role="doc-pagebreak"]::before { content: none; }
@media screen {
  html { background-color: var(--site-paper); color: var(--site-ink); }
  .site-header a, .site-step, [role="doc-pagebreak"]::before { color: var(--site-quiet); }
  .site-nav a { color: var(--site-ink); }
  .site-skip { background-color: var(--site-paper); z-index: 1; }
  .site-nav { border-color: var(--site-rule); }
}
@media (max-width: 46rem) {
  [role="doc-pagebreak"]::before { content: none; }
}
@media (max-width: 36rem) {
  html { font-size: 106.25%; }
  main { padding-top: 1rem; }
  main > section.title-page { padding-top: 1rem; }
  main > section.title-page .title { font-size: 10vw; }
  main * { column-count: auto !important; }
  main table { display: block; overflow-x: auto; }
  main caption { display: block; }
  .site-nav { grid-template-columns: 1fr 1fr; }
  .site-contents { grid-column: 1 / -1; grid-row: 2; text-align: center; }
  .site-next { grid-column: 2; }
}
@media print {
  .site-skip, .site-header, .site-nav, [role="doc-pagebreak"]::before { display: none; }
  main { max-width: none; padding: 0; }
  body { padding: 0; }
}
)css";

}  // namespace

base::Bytes screen_style() { return base::Bytes(kFonts).append(kScreen); }

}  // namespace reliure::epub
