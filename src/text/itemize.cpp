#include "text/itemize.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "text/face.h"
#include "text/script.h"

namespace reliure::text {
namespace {

/// Whether all of `text` is Latin or common to all scripts, as nearly all of a book is, and in the face.
bool is_plain_latin(std::string_view text, const CharacterSet& characters) {
  constexpr char32_t kLastLatin = 0x24F, kFirstPunctuation = 0x2010, kLastPunctuation = 0x205E;
  for (std::size_t offset = 0; offset < text.size();) {
    const auto byte = static_cast<unsigned char>(text[offset]);
    const base::Decoded decoded = byte < 0x80 ? base::Decoded{byte, 1} : base::decode(text, offset);
    const char32_t character = decoded.character;
    const bool latin =
        character <= kLastLatin || (character >= kFirstPunctuation && character <= kLastPunctuation);
    if (!latin || !characters.contains(character)) return false;
    offset += decoded.size;
  }
  return true;
}

bool same_level(std::span<const std::uint8_t> levels) {
  return std::ranges::adjacent_find(levels, std::ranges::not_equal_to()) == levels.end();
}

struct FaceChoice {
  FaceId face;
  bool missing = false;
};

/// Chooses faces for one text; the fallbacks of the characters it meets again are remembered.
class FaceChooser {
 public:
  FaceChooser(FaceId face, const FontLibrary& fonts) : face_(face), fonts_(fonts) {}

  /// The face for a base character and its marks: one that has them all, else one that has the base.
  FaceChoice choose(std::span<const Character> cluster) {
    if (has_all(face_, cluster)) return {face_, false};
    const bool has_base = fonts_.covers(face_, cluster.front().value);
    for (const Character& character : cluster) {
      if (fonts_.covers(face_, character.value)) continue;
      const std::optional<FaceId> other = fallback(character.value);
      if (other && has_all(*other, cluster)) return {*other, false};
    }
    if (has_base) return {face_, true};
    const std::optional<FaceId> base_face = fallback(cluster.front().value);
    return {base_face ? *base_face : fonts_.fallback(kMissing, face_).value_or(face_), true};
  }

 private:
  bool has_all(FaceId face, std::span<const Character> cluster) const {
    return std::ranges::all_of(cluster, [&](const Character& c) { return fonts_.covers(face, c.value); });
  }

  std::optional<FaceId> fallback(char32_t character) {
    if (character != last_character_) {
      last_character_ = character;
      last_fallback_ = fonts_.fallback(character, face_);
    }
    return last_fallback_;
  }

  FaceId face_;
  const FontLibrary& fonts_;
  char32_t last_character_ = 0;
  std::optional<FaceId> last_fallback_;
};

bool same_kind(const TextRun& a, const TextRun& b) {
  return a.face == b.face && a.script == b.script && a.level == b.level && a.missing == b.missing;
}

}  // namespace

std::vector<TextRun> itemize(std::string_view text, FaceId face, const FontLibrary& fonts,
                             std::span<const std::uint8_t> levels) {
  if (text.empty()) return {};
  const auto size = static_cast<std::uint32_t>(text.size());
  const auto level_at = [&](std::uint32_t offset) -> std::uint8_t {
    return levels.empty() ? std::uint8_t{0} : levels[offset];
  };
  if (is_plain_latin(text, fonts.face(face).characters) && same_level(levels)) {
    return {TextRun{0, size, face, kLatin, level_at(0), false}};
  }

  const std::vector<Character> characters = characters_with_scripts(text);
  FaceChooser chooser(face, fonts);
  std::vector<TextRun> runs;
  for (std::size_t i = 0; i < characters.size();) {
    std::size_t next = i + 1;
    while (next < characters.size() && joins_previous(characters[next - 1].value, characters[next].value)) {
      ++next;
    }
    const FaceChoice choice = chooser.choose(std::span(characters).subspan(i, next - i));
    const std::uint32_t begin = characters[i].begin;
    const std::uint32_t end = next < characters.size() ? characters[next].begin : size;
    const TextRun run{begin, end, choice.face, characters[i].script, level_at(begin), choice.missing};
    if (!runs.empty() && same_kind(runs.back(), run)) {
      runs.back().end = end;
    } else {
      runs.push_back(run);
    }
    i = next;
  }
  return runs;
}

bool joins_letters(std::uint32_t script) {
  constexpr std::uint32_t kApart[] = {kLatin,     kCommon, kInherited,
                                      0x4772656B,   // Grek
                                      0x4379726C,   // Cyrl
                                      0x41726D6E,   // Armn
                                      0x47656F72,   // Geor
                                      0x48656272,   // Hebr
                                      0x48616E69,   // Hani
                                      0x48697261,   // Hira
                                      0x4B616E61};  // Kana
  return std::find(std::begin(kApart), std::end(kApart), script) == std::end(kApart);
}

bool is_cursive(std::uint32_t script) {
  constexpr std::uint32_t kCursive[] = {0x41726162,   // Arab
                                        0x53797263,   // Syrc
                                        0x4E6B6F6F,   // Nkoo
                                        0x4D616E64,   // Mand
                                        0x4D6F6E67,   // Mong
                                        0x41646C6D};  // Adlm
  return std::find(std::begin(kCursive), std::end(kCursive), script) != std::end(kCursive);
}

bool is_set_in_squares(std::uint32_t script) {
  constexpr std::uint32_t kSquare[] = {0x48616E69,   // Hani
                                       0x48697261,   // Hira
                                       0x4B616E61,   // Kana
                                       0x426F706F};  // Bopo
  return std::find(std::begin(kSquare), std::end(kSquare), script) != std::end(kSquare);
}

}  // namespace reliure::text
