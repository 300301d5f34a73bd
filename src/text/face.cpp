#include "text/face.h"

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <limits>

#include "text/sfnt.h"

namespace reliure::text {
namespace {

struct CharacterRange {
  char32_t first, last;
};

/// Characters without a shape of their own: Unicode's default ignorables that text really has, and the
/// controls that layout turns into breaks and tabs.
constexpr CharacterRange kInvisible[] = {
    {0x09, 0x0D},     {0xAD, 0xAD},     {0x34F, 0x34F},     {0x61C, 0x61C},
    {0x180B, 0x180E}, {0x200B, 0x200F}, {0x2028, 0x202E},   {0x2060, 0x206F},
    {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xE0000, 0xE01EF},
};
/// Spaces that HarfBuzz makes from U+0020.
constexpr CharacterRange kSpaces[] = {
    {0xA0, 0xA0}, {0x2000, 0x200A}, {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000}};

void insert(std::span<const CharacterRange> ranges, CharacterSet& set) {
  for (const CharacterRange range : ranges) {
    for (char32_t character = range.first; character <= range.last; ++character) {
      set.insert(character);
    }
  }
}

CharacterSet characters_of(hb_face_t* face) {
  CharacterSet characters;
  hb_set_t* unicodes = hb_set_create();
  hb_face_collect_unicodes(face, unicodes);
  for (hb_codepoint_t character = HB_SET_VALUE_INVALID; hb_set_next(unicodes, &character);) {
    characters.insert(character);
  }
  hb_set_destroy(unicodes);
  if (characters.empty()) return characters;
  insert(kInvisible, characters);
  if (characters.contains(U' ')) {
    insert(kSpaces, characters);
  }
  constexpr char32_t kHyphen = 0x2010, kNonBreakingHyphen = 0x2011;
  if (characters.contains(kHyphen)) {
    characters.insert(kNonBreakingHyphen);
  }
  return characters;
}

std::uint32_t missing_glyph_of(hb_font_t* font) {
  hb_codepoint_t glyph = 0;
  for (const char32_t sign : {kMissing, U'?'}) {
    if (hb_font_get_nominal_glyph(font, sign, &glyph) != 0) return glyph;
  }
  return 0;
}

std::string name_of(hb_face_t* face, hb_ot_name_id_t id) {
  // Long enough for any family; PostScript names have at most 63 characters.
  char buffer[256];
  unsigned size = sizeof buffer;
  hb_ot_name_get_utf8(face, id, HB_LANGUAGE_INVALID, &size, buffer);
  return {buffer, size};
}

std::int16_t to_int16(hb_position_t value) {
  using Limits = std::numeric_limits<std::int16_t>;
  return static_cast<std::int16_t>(std::clamp<hb_position_t>(value, Limits::min(), Limits::max()));
}

/// The top of a character's outline, or `otherwise` when the face lacks it.
hb_position_t height_of(hb_font_t* font, char32_t character, hb_position_t otherwise) {
  hb_codepoint_t glyph = 0;
  hb_glyph_extents_t extents;
  if (!hb_font_get_nominal_glyph(font, character, &glyph)) return otherwise;
  if (!hb_font_get_glyph_extents(font, glyph, &extents) || extents.y_bearing <= 0) return otherwise;
  return extents.y_bearing;
}

void measure(hb_font_t* font, book::Font& out) {
  const auto metric = [font](hb_ot_metrics_tag_t tag, hb_position_t otherwise) {
    hb_position_t value = 0;
    return hb_ot_metrics_get_position(font, tag, &value) && value != 0 ? value : otherwise;
  };
  // Usual proportions of Latin type stand in for what a font does not say.
  const int em = out.units_per_em;
  const int cap_height = height_of(font, U'H', em * 7 / 10), x_height = height_of(font, U'x', em / 2);
  out.ascent = to_int16(metric(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, em * 4 / 5));
  out.descent = to_int16(-std::abs(metric(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, em / 5)));
  out.cap_height = to_int16(metric(HB_OT_METRICS_TAG_CAP_HEIGHT, cap_height));
  out.x_height = to_int16(metric(HB_OT_METRICS_TAG_X_HEIGHT, x_height));
}

/// Whether a face has serifs: by its PANOSE digits, else its IBM class, else its name.
bool has_serifs(std::string_view os2, std::string_view family) {
  constexpr int kLatinText = 2;
  const auto byte = [os2](std::size_t offset) {
    return offset < os2.size() ? static_cast<unsigned char>(os2[offset]) : 0;
  };
  const int panose_family = byte(32), serif_style = byte(33), ibm_class = byte(30);
  if (panose_family == kLatinText && serif_style >= 2 && serif_style <= 15) return serif_style <= 10;
  if (ibm_class >= 1 && ibm_class <= 7) return true;
  if (ibm_class == 8) return false;
  return family.find("Serif") != std::string_view::npos && family.find("Sans") == std::string_view::npos;
}

bool is_monospaced(std::string_view os2, std::string_view post) {
  constexpr unsigned char kLatinText = 2, kMonospaced = 9;
  const bool panose = os2.size() > 35 && os2[32] == kLatinText && os2[35] == kMonospaced;
  return panose || read_u32(post, 12) != 0;
}

void classify(book::Font& font) {
  const std::string_view file = *font.file;
  const std::string_view os2 = sfnt_table(file, "OS/2");
  font.serif = has_serifs(os2, font.family);
  font.monospaced = is_monospaced(os2, sfnt_table(file, "post"));
  font.cff = !sfnt_table(file, "CFF ").empty();
}

/// Family, weight and style of a font about which only the file is known.
void read_style(hb_face_t* face, book::Font& font) {
  const std::string typographic = name_of(face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
  font.family = typographic.empty() ? name_of(face, HB_OT_NAME_ID_FONT_FAMILY) : typographic;
  const std::string_view os2 = sfnt_table(*font.file, "OS/2");
  const int weight = read_u16(os2, 4);
  font.weight = static_cast<std::uint16_t>(weight >= 1 && weight <= 1000 ? weight : 400);
  constexpr int kItalic = 1 << 0, kOblique = 1 << 9;
  font.italic = (read_u16(os2, 62) & (kItalic | kOblique)) != 0;
}

}  // namespace

void DestroyFont::operator()(hb_font_t* font) const { hb_font_destroy(font); }

std::optional<FontLibrary::Face> open_face(book::Font& font) {
  const base::Bytes& file = *font.file;
  hb_blob_t* blob = hb_blob_create(file.data(), static_cast<unsigned>(file.size()), HB_MEMORY_MODE_READONLY,
                                   nullptr, nullptr);
  hb_face_t* face = hb_face_create(blob, 0);
  hb_blob_destroy(blob);
  const std::uint32_t units = hb_face_get_upem(face);
  FontLibrary::Face opened;
  opened.font.reset(hb_font_create(face));
  hb_face_destroy(face);  // the font holds it
  hb_font_set_scale(opened.font.get(), static_cast<int>(units), static_cast<int>(units));
  hb_font_make_immutable(opened.font.get());
  opened.characters = characters_of(face);
  opened.missing_glyph = missing_glyph_of(opened.font.get());
  if (hb_face_get_glyph_count(face) == 0 || opened.characters.empty()) return std::nullopt;

  if (font.family.empty()) {
    read_style(face, font);
  }
  font.units_per_em = static_cast<std::uint16_t>(units);
  font.postscript_name = name_of(face, HB_OT_NAME_ID_POSTSCRIPT_NAME);
  measure(opened.font.get(), font);
  classify(font);
  return opened;
}

}  // namespace reliure::text
