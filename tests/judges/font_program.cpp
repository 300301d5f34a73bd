#include "judges/font_program.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_ADVANCES_H
#include FT_CID_H

#include <map>
#include <utility>

namespace reliure::judges {

struct FontProgram::Face {
  std::string bytes;
  FT_Library library = nullptr;
  FT_Face face = nullptr;
  std::map<std::uint32_t, std::uint32_t> glyph_of_cid;

  bool load(std::uint32_t glyph) const {
    return face != nullptr && FT_Load_Glyph(face, glyph, FT_LOAD_NO_SCALE) == 0;
  }
};

FontProgram::FontProgram(std::string bytes) : face_(std::make_unique<Face>()) {
  face_->bytes = std::move(bytes);
  if (FT_Init_FreeType(&face_->library) != 0) return;
  if (FT_New_Memory_Face(face_->library, reinterpret_cast<const FT_Byte*>(face_->bytes.data()),
                         static_cast<FT_Long>(face_->bytes.size()), 0, &face_->face) != 0) {
    face_->face = nullptr;
    return;
  }
  FT_Bool has_cids = 0;
  FT_Get_CID_Is_Internally_CID_Keyed(face_->face, &has_cids);
  for (std::uint32_t glyph = 0; has_cids && glyph < glyph_count(); ++glyph) {
    FT_UInt cid = 0;
    if (FT_Get_CID_From_Glyph_Index(face_->face, glyph, &cid) == 0) face_->glyph_of_cid.emplace(cid, glyph);
  }
}

FontProgram::~FontProgram() {
  if (face_->face != nullptr) FT_Done_Face(face_->face);
  if (face_->library != nullptr) FT_Done_FreeType(face_->library);
}

bool FontProgram::is_readable() const { return face_->face != nullptr; }

std::uint32_t FontProgram::glyph_count() const {
  return is_readable() ? static_cast<std::uint32_t>(face_->face->num_glyphs) : 0;
}

double FontProgram::advance(std::uint32_t glyph) const {
  // Of the table of advances: a glyph made of others may be drawn with another.
  FT_Fixed advance = 0;
  if (!is_readable() || FT_Get_Advance(face_->face, glyph, FT_LOAD_NO_SCALE, &advance) != 0) return -1;
  return static_cast<double>(advance) * 1000 / face_->face->units_per_EM;
}

bool FontProgram::is_blank(std::uint32_t glyph) const {
  return !face_->load(glyph) || face_->face->glyph->outline.n_points == 0;
}

std::uint32_t FontProgram::glyph_of(std::uint32_t cid) const {
  if (face_->glyph_of_cid.empty()) return cid;
  const auto found = face_->glyph_of_cid.find(cid);
  return found == face_->glyph_of_cid.end() ? 0 : found->second;
}

}  // namespace reliure::judges
