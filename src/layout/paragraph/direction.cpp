#include "layout/paragraph/direction.h"

#include <algorithm>

namespace reliure::layout {
namespace {

using style::UnicodeBidi;

constexpr char32_t kPopFormatting = 0x202C, kPopIsolate = 0x2069, kFirstStrongIsolate = 0x2068;

bool isolates(UnicodeBidi value) {
  return value == UnicodeBidi::isolate || value == UnicodeBidi::isolate_override ||
         value == UnicodeBidi::plaintext;
}

bool overrides(UnicodeBidi value) {
  return value == UnicodeBidi::override_ || value == UnicodeBidi::isolate_override;
}

/// The characters that begin a box: LRE, LRO and LRI, or RLE, RLO and RLI.
std::u32string opening_controls(UnicodeBidi value, bool rtl) {
  if (value == UnicodeBidi::plaintext) return {kFirstStrongIsolate};
  std::u32string out;
  if (isolates(value)) out += rtl ? U'\u2067' : U'\u2066';
  if (overrides(value)) out += rtl ? U'\u202E' : U'\u202D';
  if (value == UnicodeBidi::embed) out += rtl ? U'\u202B' : U'\u202A';
  return out;
}

std::u32string closing_controls(UnicodeBidi value) {
  std::u32string out;
  if (overrides(value) || value == UnicodeBidi::embed) out += kPopFormatting;
  if (isolates(value)) out += kPopIsolate;
  return out;
}

}  // namespace

void add_controls(Collected& out, const InlineBox& box, bool open) {
  UnicodeBidi value = box.style->unicode_bidi;
  if (&box == &out.boxes.front()) {
    value = overrides(value) ? UnicodeBidi::override_ : UnicodeBidi::normal;
  }
  if (value == UnicodeBidi::normal) return;
  const bool rtl = box.style->direction == style::Direction::rtl;
  const auto at = static_cast<std::uint32_t>(out.text.size());
  for (const char32_t control : open ? opening_controls(value, rtl) : closing_controls(value)) {
    out.controls.push_back({at, control});
  }
}

std::uint8_t base_level_of(const Collected& collected) {
  const style::ComputedStyle& style = *collected.boxes.front().style;
  const std::uint8_t given = style.direction == style::Direction::rtl ? 1 : 0;
  if (style.unicode_bidi != UnicodeBidi::plaintext) return given;
  return text::level_by_first_letter(collected.text).value_or(given);
}

std::vector<std::uint8_t> levels_of(const Collected& collected, std::uint8_t base_level) {
  if (collected.text.empty()) return {};
  std::vector<std::uint8_t> levels = text::bidi_levels(collected.text, base_level, collected.controls);
  const bool plain = std::ranges::all_of(levels, [](std::uint8_t level) { return level == 0; });
  return plain ? std::vector<std::uint8_t>{} : levels;
}

}  // namespace reliure::layout
