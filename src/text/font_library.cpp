#include "text/font_library.h"

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/check.h"
#include "text/face.h"
#include "text/font_match.h"
#include "text/sfnt.h"

namespace reliure::text {

struct FontLibrary::Faces {
  std::vector<book::Font> fonts;
  std::vector<Face> faces;
  std::vector<Family> families;
};

namespace {

/// "`Source Serif 4` 700 italic", the way an author knows a font.
std::string describe(const book::Font& font) {
  const std::string name = font.family.empty() ? "without a name" : "`" + font.family + "`";
  return name + " " + std::to_string(font.weight) + (font.italic ? " italic" : "");
}

/// The fault of a font's file, be it in the container or deeper.
std::optional<FontFault> fault_of(const book::Font& font) {
  if (font.file == nullptr || font.file->empty())
    return FontFault{"has no file", "check the path of the font"};
  return find_fault(*font.file);
}

}  // namespace

FontLibrary::FontLibrary(std::vector<book::Font> fonts, base::Diagnostics& diagnostics)
    : faces_(std::make_unique<Faces>()) {
  for (book::Font& font : fonts) {
    std::optional<FontFault> fault = fault_of(font);
    std::optional<Face> face = fault ? std::nullopt : open_face(font);
    if (!fault && !face) {
      fault = FontFault{"maps no character to a glyph", "use a font with a Unicode table `cmap`"};
    }
    if (fault) {
      diagnostics.report(base::Code::text_bad_font, font.span,
                         "font " + describe(font) + " " + fault->message, fault->hint);
      continue;
    }
    faces_->fonts.push_back(std::move(font));
    faces_->faces.push_back(std::move(*face));
  }
  faces_->families = group_families(faces_->fonts);
  if (faces_->fonts.empty()) {
    diagnostics.report(base::Code::text_no_font, {}, "no font could be opened",
                       "without one nothing can be set; check the list of fonts");
  }
}

FontLibrary::FontLibrary(FontLibrary&&) noexcept = default;
FontLibrary& FontLibrary::operator=(FontLibrary&&) noexcept = default;
FontLibrary::~FontLibrary() = default;

std::span<const book::Font> FontLibrary::fonts() const { return faces_->fonts; }

const FontLibrary::Face& FontLibrary::face(FaceId face) const { return faces_->faces[face.value]; }

FaceId FontLibrary::match(const FontRequest& request) const {
  base::check(!faces_->families.empty(), "a font was asked of a library that has none");
  const Family* family = &faces_->families.front();
  for (const std::string& name : request.families) {
    if (const Family* found = find_family(faces_->families, name)) {
      family = found;
      break;
    }
  }
  return nearest_face(faces_->fonts, family->faces, {request.weight, request.italic});
}

bool FontLibrary::has_feature(FaceId face, std::uint32_t tag) const {
  hb_face_t* of_face = hb_font_get_face(faces_->faces[face.value].font.get());
  std::array<hb_tag_t, 32> some;
  unsigned int begin = 0, count = 0;
  do {
    count = static_cast<unsigned int>(some.size());
    hb_ot_layout_table_get_feature_tags(of_face, HB_OT_TAG_GSUB, begin, &count, some.data());
    if (std::find(some.begin(), some.begin() + count, tag) != some.begin() + count) return true;
    begin += count;
  } while (count == some.size());
  return false;
}

bool FontLibrary::covers(FaceId face, char32_t character) const {
  const CharacterSet& characters = faces_->faces[face.value].characters;
  if (characters.contains(character)) return true;
  // HarfBuzz takes apart what a face has only in parts: é to e and an accent, in two steps at most in
  // practice; more than four would be no Unicode.
  hb_codepoint_t rest = character, mark = 0;
  for (int i = 0; i < 4; ++i) {
    if (!hb_unicode_decompose(hb_unicode_funcs_get_default(), rest, &rest, &mark)) return false;
    if (mark != 0 && !characters.contains(mark)) return false;
    if (characters.contains(rest)) return true;
  }
  return false;
}

std::optional<FaceId> FontLibrary::fallback(char32_t character, FaceId like) const {
  const book::Font& wanted = font(like);
  for (const Family& family : faces_->families) {
    std::vector<FaceId> having;
    for (const FaceId candidate : family.faces) {
      if (covers(candidate, character)) {
        having.push_back(candidate);
      }
    }
    if (!having.empty()) return nearest_face(faces_->fonts, having, {wanted.weight, wanted.italic});
  }
  return std::nullopt;
}

}  // namespace reliure::text
