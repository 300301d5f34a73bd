#pragma once
// Which glyphs of a run stand for which piece of its text.
#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "book/page.h"

namespace reliure::pdf {

inline std::string_view text_of(const book::Page& page, const book::GlyphRun& run) {
  return std::string_view(page.text).substr(run.text.begin, run.text.size());
}

inline std::span<const book::Glyph> glyphs_of(const book::Page& page, const book::GlyphRun& run) {
  return std::span(page.glyphs).subspan(run.glyphs.begin, run.glyphs.size());
}

/// Characters whose meaning only their fonts know, such as icons (Unicode's private use areas).
constexpr bool is_private(char32_t c) {
  return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0xFFFFD) || (c >= 0x100000 && c <= 0x10FFFD);
}
/// Marks of byte order and no characters, which no glyph may mean (ISO 14289-1 §7.21.7).
constexpr bool is_no_text(char32_t c) { return c == 0xFEFF || c == 0xFFFE || c == 0xFFFF; }

/// What is read in the place of private characters: U+FFFD.
inline constexpr std::string_view kUnknown = "\xEF\xBF\xBD";

/// Whether readers can be given the text as it is.
inline bool is_readable(std::string_view text) {
  constexpr unsigned char kFirstByte = 0xEE;  // of U+E000; no byte of most texts is as great
  if (std::none_of(text.begin(), text.end(),
                   [](char c) { return static_cast<unsigned char>(c) >= kFirstByte; })) {
    return true;
  }
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded decoded = base::decode(text, at);
    if (is_private(decoded.character) || is_no_text(decoded.character)) return false;
    at += decoded.size;
  }
  return true;
}

/// The text with the mark of an unknown character for those of private use (ISO 19005-2 §6.2.11.7.3), and
/// without what is no text.
inline std::string readable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded decoded = base::decode(text, at);
    if (!is_no_text(decoded.character)) {
      out += is_private(decoded.character) ? kUnknown : text.substr(at, decoded.size);
    }
    at += decoded.size;
  }
  return out;
}

/// Walks a run's clusters in visual order: `one(glyph, text)` for a cluster of one glyph, `whole(glyphs,
/// text)` for several glyphs that stand for `text` only together, and for a run that replaces its text.
template <typename OneGlyph, typename Whole>
void visit_clusters(const book::Page& page, const book::GlyphRun& run, const OneGlyph& one,
                    const Whole& whole) {
  const std::span<const book::Glyph> glyphs = glyphs_of(page, run);
  const std::string_view text = text_of(page, run);
  if (run.replaces_text) {
    whole(glyphs, text);
    return;
  }
  // The logically first cluster also owns what precedes it, the last what follows.
  std::size_t before = text.size();  // start of the cluster on the left, for right-to-left
  for (std::size_t begin = 0; begin < glyphs.size();) {
    std::size_t end = begin + 1;
    while (end < glyphs.size() && glyphs[end].cluster == glyphs[begin].cluster) {
      ++end;
    }
    const bool logically_first = run.right_to_left ? end == glyphs.size() : begin == 0;
    const std::size_t from = logically_first ? 0 : std::min<std::size_t>(glyphs[begin].cluster, text.size());
    const std::size_t next = end < glyphs.size() ? glyphs[end].cluster : text.size();
    const std::size_t to = std::clamp(run.right_to_left ? before : next, from, text.size());
    const std::string_view piece = text.substr(from, to - from);
    if (end - begin == 1) {
      one(glyphs[begin], piece);
    } else {
      whole(glyphs.subspan(begin, end - begin), piece);
    }
    before = from;
    begin = end;
  }
}

}  // namespace reliure::pdf
