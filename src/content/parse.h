#pragma once
// Understanding: pages of Markdown and HTML to one manuscript.
#include "base/diagnostics.h"
#include "base/parallel.h"
#include "book/manuscript.h"
#include "content/draft.h"
#include "source/tree.h"

namespace reliure::content {

/// Parses every page into one tree, numbers its notes, makes title page and contents, names ids by page
/// and resolves links and pictures. Links to nowhere, pictures that cannot be read and markup that a
/// book cannot hold are reported; the manuscript is whole all the same. What the rules of typography did is
/// told in `changes`, when it is given; it points into the manuscript's texts.
book::Manuscript parse(const source::Tree& tree, base::Jobs jobs, base::Diagnostics& diagnostics,
                       std::vector<SetChange>* changes = nullptr);

}  // namespace reliure::content
