#pragma once
// The rules, a function for each family, each in the file of its name.
#include "judges/document.h"
#include "judges/faults.h"

namespace reliure::judges {

/// What the catalog and the trailer must say, and must not.
void judge_catalog(Document& document, Faults& faults);
/// Header, ends of lines, lengths, sizes of names, strings and numbers, filters.
void judge_syntax(Document& document, Faults& faults);
void judge_limits(Document& document, Faults& faults);
void judge_filters(Document& document, Faults& faults);
/// Types, parents, texts and attributes of structure elements.
void judge_structure(Document& document, Faults& faults);
void judge_tables(Document& document, Faults& faults);
void judge_lists(Document& document, Faults& faults);
void judge_headings(Document& document, Faults& faults);
void judge_figures(Document& document, Faults& faults);
void judge_notes(Document& document, Faults& faults);
/// Each mark belongs to one element, and the parent tree says which.
void judge_parent_tree(Document& document, Faults& faults);
void judge_annotations(Document& document, Faults& faults);
void judge_actions(Document& document, Faults& faults);
void judge_fonts(Document& document, Faults& faults);
/// What codes of fonts mean.
void judge_to_unicode(Document& document, Faults& faults);
void judge_metadata(Document& document, Faults& faults);
/// The Info dictionary says what XMP says.
void judge_info(Document& document, Faults& faults);
void judge_colours(Document& document, Faults& faults);
/// Images, forms, states of graphics.
void judge_graphics(Document& document, Faults& faults);
void judge_languages(Document& document, Faults& faults);

}  // namespace reliure::judges
