#pragma once
// Imposition: pages in the order of reading to the sheets that are folded to a booklet.
#include "book/book.h"

namespace reliure::layout {

/// The book as the sides of sheets for saddle stitching: two pages a side, printed on both sides, flipped on
/// the short edge, folded in the middle and stapled there. Blank pages at the end make the number of pages a
/// multiple of four. A side is as large as two of the largest page; a page that lies on its side is
/// turned; pages touch the fold and are cut off at
/// their trim, without bleed and marks. Labels name both pages: `16, 1`. `page_of` and `page_starts` are
/// those of sides; a side starts where its first page in the order of reading does.
book::Book impose_booklet(book::Book book);

}  // namespace reliure::layout
