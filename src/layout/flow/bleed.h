#pragma once
// Pictures that reach over the margins of their page, out to the bleed (`-reliure-bleed`).
#include "layout/fragment.h"
#include "layout/setting.h"

namespace reliure::layout {

/// How high a picture is that is as wide as the sheet: as its `height` says, else in its own proportions.
base::Length height_across(book::NodeId img, base::Length width, const Setting& setting);

/// The picture as small as covers `area`, in its middle, and cut off at the edges.
Fragment covering_picture(book::NodeId img, base::Size area, const Setting& setting);

}  // namespace reliure::layout
