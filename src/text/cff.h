#pragma once
// What PDF wants of the `CFF ` table beyond HarfBuzz (Adobe Technical Note 5176). Not for other rooms.
#include "base/bytes.h"

namespace reliure::text {

/// Makes the character ids (CIDs) of a CID-keyed font, as most fonts for Chinese, Japanese and Korean are,
/// the numbers of its glyphs. A PDF finds the glyphs of such a font by CID and not by number (ISO 32000-1
/// §9.7.4.2), and a font that was cut down keeps the CIDs of the whole one. Others, and damaged ones, stay as
/// they are.
void number_cids_by_glyph(base::Bytes& table);

}  // namespace reliure::text
