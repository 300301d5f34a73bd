#include "text/subset.h"

#include <hb-subset.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "text/cff.h"
#include "text/sfnt.h"

namespace reliure::text {
namespace {

struct Destroy {
  void operator()(hb_face_t* face) const { hb_face_destroy(face); }
  void operator()(hb_font_t* font) const { hb_font_destroy(font); }
  void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
  void operator()(hb_subset_plan_t* plan) const { hb_subset_plan_destroy(plan); }
};
template <class T>
using Owned = std::unique_ptr<T, Destroy>;

Owned<hb_face_t> open(const base::Bytes& file) {
  hb_blob_t* blob = hb_blob_create(file.data(), static_cast<unsigned>(file.size()), HB_MEMORY_MODE_READONLY,
                                   nullptr, nullptr);
  Owned<hb_face_t> face(hb_face_create(blob, 0));
  hb_blob_destroy(blob);
  return face;
}

void insert_tags(hb_set_t* set, std::string_view spaced_tags) {
  for (std::size_t i = 0; i + 4 <= spaced_tags.size(); i += 5) {
    hb_set_add(set, hb_tag_from_string(spaced_tags.data() + i, 4));
  }
}

/// What a page description needs: outlines by glyph id, no characters, no names. Variations go: their
/// default instance stays.
constexpr std::string_view kDroppedForPages =
    "GSUB GPOS GDEF BASE JSTF MATH name OS/2 cmap kern DSIG hdmx VDMX LTSH gasp PCLT fvar gvar avar cvar "
    "HVAR "
    "VVAR MVAR STAT vhea vmtx VORG meta COLR CPAL SVG  CBDT CBLC sbix EBDT EBLC EBSC";
constexpr std::string_view kDroppedForReaders =
    "BASE JSTF MATH DSIG hdmx VDMX LTSH PCLT fvar gvar avar cvar HVAR VVAR MVAR STAT EBDT EBLC EBSC";
/// What style sheets ask for beyond what hb-subset keeps by itself (ligatures, kerning, marks, scripts).
constexpr std::string_view kFeaturesForReaders =
    "smcp c2sc onum lnum pnum tnum sups subs ordn frac case zero";

Owned<hb_subset_input_t> make_input(std::span<const std::uint16_t> glyphs, bool keep_layout) {
  Owned<hb_subset_input_t> input(hb_subset_input_create_or_fail());
  if (input == nullptr) return input;
  hb_set_t* kept = hb_subset_input_glyph_set(input.get());
  hb_set_add(kept, 0);
  for (const std::uint16_t glyph : glyphs) {
    hb_set_add(kept, glyph);
  }
  insert_tags(hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG),
              keep_layout ? kDroppedForReaders : kDroppedForPages);
  if (keep_layout) {
    insert_tags(hb_subset_input_set(input.get(), HB_SUBSET_SETS_LAYOUT_FEATURE_TAG), kFeaturesForReaders);
  }
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  return input;
}

base::Bytes bytes_of(hb_blob_t* blob) {
  unsigned size = 0;
  const char* data = hb_blob_get_data(blob, &size);
  base::Bytes bytes(data == nullptr ? "" : data, size);
  hb_blob_destroy(blob);
  return bytes;
}

std::vector<std::uint16_t> advances_of(hb_face_t* face) {
  const Owned<hb_font_t> font(hb_font_create(face));
  std::vector<std::uint16_t> advances(hb_face_get_glyph_count(face));
  for (std::size_t i = 0; i < advances.size(); ++i) {
    const hb_position_t advance = hb_font_get_glyph_h_advance(font.get(), static_cast<hb_codepoint_t>(i));
    advances[i] = static_cast<std::uint16_t>(std::clamp(advance, 0, 0xFFFF));
  }
  return advances;
}

/// The font as it is: what is left when hb-subset cannot cut a damaged one.
FontSubset keep_whole(const book::Font& font, hb_face_t* face, std::span<const std::uint16_t> glyphs) {
  base::Bytes cff(sfnt_table(*font.file, "CFF "));
  number_cids_by_glyph(cff);
  return {*font.file, std::move(cff), {glyphs.begin(), glyphs.end()}, advances_of(face)};
}

}  // namespace

base::Bytes subset_for_readers(const book::Font& font, std::span<const char32_t> characters) {
  const Owned<hb_face_t> face = open(*font.file);
  const Owned<hb_subset_input_t> input = make_input({}, true);
  if (input == nullptr || hb_face_get_glyph_count(face.get()) == 0) return *font.file;
  hb_set_t* kept = hb_subset_input_unicode_set(input.get());
  for (const char32_t character : characters) hb_set_add(kept, character);
  const Owned<hb_face_t> built(hb_subset_or_fail(face.get(), input.get()));
  return built == nullptr ? *font.file : bytes_of(hb_face_reference_blob(built.get()));
}

FontSubset subset(const book::Font& font, std::span<const std::uint16_t> glyphs, bool keep_layout) {
  const Owned<hb_face_t> face = open(*font.file);
  const Owned<hb_subset_input_t> input = make_input(glyphs, keep_layout);
  if (input == nullptr) return keep_whole(font, face.get(), glyphs);
  const Owned<hb_subset_plan_t> plan(hb_subset_plan_create_or_fail(face.get(), input.get()));
  if (plan == nullptr) return keep_whole(font, face.get(), glyphs);
  const Owned<hb_face_t> built(hb_subset_plan_execute_or_fail(plan.get()));
  if (built == nullptr) return keep_whole(font, face.get(), glyphs);

  FontSubset result;
  result.file = bytes_of(hb_face_reference_blob(built.get()));
  // The face just built holds loose tables; only what comes of its bytes can be measured.
  const Owned<hb_face_t> written = open(result.file);
  result.advances = advances_of(written.get());
  result.cff_table = sfnt_table(result.file, "CFF ");
  number_cids_by_glyph(result.cff_table);
  const hb_map_t* new_ids = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  for (const std::uint16_t glyph : glyphs) {
    const hb_codepoint_t id = hb_map_get(new_ids, glyph);
    result.new_ids.push_back(id == HB_MAP_VALUE_INVALID ? std::uint16_t{0} : static_cast<std::uint16_t>(id));
  }
  return result;
}

}  // namespace reliure::text
