#pragma once
// Tags that do not pair, found and mended before the tree is built.
#include "base/diagnostics.h"
#include "content/markdown.h"

namespace reliure::content {

/// Reports end tags that close nothing and takes them out, ends elements that the author left open where
/// their parent ends and reports them, and drops the tags of what is nested too deep. No text is lost: what
/// remains is nested properly, so a forgotten `</b>` does not reach over the rest of the page.
void repair(Fragment& fragment, base::Diagnostics& diagnostics);

}  // namespace reliure::content
