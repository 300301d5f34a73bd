#include "text/words.h"

#include <algorithm>
#include <cstdint>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "text/sfnt.h"

namespace reliure::text {
namespace {

constexpr bool is_thai_letter(char32_t c) { return (c >= 0xE01 && c <= 0xE3A) || (c >= 0xE40 && c <= 0xE4E); }
/// These stand before the consonant that they are read after.
constexpr bool is_leading_vowel(char32_t c) { return c >= 0xE40 && c <= 0xE44; }
/// Vowels behind their consonant, tones, and signs of abbreviation and repetition: nothing starts with them.
constexpr bool is_trailing(char32_t c) {
  return c == 0xE2F || (c >= 0xE30 && c <= 0xE3A) || (c >= 0xE45 && c <= 0xE4E);
}

/// Whether a word may end between two letters of one stretch.
constexpr bool may_part(char32_t before, char32_t after) {
  return !is_leading_vowel(before) && !is_trailing(after);
}

/// A place in the trie: a state of the double array, or `behind` letters into the tail block `block`.
struct Place {
  std::int64_t state = 0;
  std::int64_t block = -1;
  std::size_t behind = 0;
};

}  // namespace

/// A double array whose single ways on stand in a table of tails (libdatrie; all numbers big-endian).
struct WordList::Trie {
  static constexpr std::size_t kCell = 8;
  static constexpr std::int64_t kRoot = 2, kFirstTail = 1;

  base::Bytes file;
  std::once_flag read;
  std::size_t cells = 0;  ///< offset of the double array
  std::int64_t cell_count = 0;
  std::vector<std::string_view> tails;
  /// The first letter that the trie knows; it counts letters from one.
  char32_t first_letter = 0, last_letter = 0;

  std::int64_t number(std::size_t at) const { return static_cast<std::int32_t>(read_u32(file, at)); }
  std::int64_t base_of(std::int64_t state) const {
    return number(cells + static_cast<std::size_t>(state) * kCell);
  }
  std::int64_t check_of(std::int64_t state) const {
    return number(cells + static_cast<std::size_t>(state) * kCell + 4);
  }

  /// Anything that is not as it should be leaves a trie without cells.
  void load() {
    constexpr std::uint32_t kMaps = 0xD9FCD9FC, kCells = 0xDAFCDAFC, kTails = 0xDFFCDFFC;
    constexpr std::size_t kRangeAt = 8, kCellsAt = 16;  // of one range of letters
    if (read_u32(file, 0) != kMaps || read_u32(file, 4) != 1 || read_u32(file, kCellsAt) != kCells) return;
    const std::int64_t count = number(kCellsAt + 4);
    if (count <= kRoot || static_cast<std::size_t>(count) > file.size() / kCell) return;
    const std::size_t tails_at = kCellsAt + static_cast<std::size_t>(count) * kCell;
    if (read_u32(file, tails_at) != kTails) return;
    first_letter = read_u32(file, kRangeAt);
    last_letter = read_u32(file, kRangeAt + 4);
    read_tails(tails_at + 12, number(tails_at + 8));
    cells = kCellsAt;
    cell_count = count;
  }

  /// Each has a link and a value of four bytes, its length and its letters.
  void read_tails(std::size_t at, std::int64_t count) {
    constexpr std::size_t kHead = 10;
    for (std::int64_t i = 0; i < count && at + kHead <= file.size(); ++i) {
      const std::size_t length = read_u16(file, at + kHead - 2);
      tails.push_back(std::string_view(file).substr(at + kHead, length));
      at += kHead + length;
    }
  }

  std::optional<Place> step(Place place, std::uint8_t letter) const {
    if (place.block >= 0) {
      const std::string_view tail = tails[static_cast<std::size_t>(place.block)];
      // Nothing is stored of a word's end behind its last letter.
      const std::uint8_t next =
          place.behind < tail.size() ? static_cast<std::uint8_t>(tail[place.behind]) : 0;
      if (next != letter || place.behind > tail.size()) return std::nullopt;
      return Place{0, place.block, place.behind + 1};
    }
    const std::int64_t next = base_of(place.state) + letter;
    if (next <= 0 || next >= cell_count || check_of(next) != place.state) return std::nullopt;
    const std::int64_t base = base_of(next);
    if (base >= 0) return Place{next, -1, 0};
    const std::int64_t block = -base - kFirstTail;
    if (block >= static_cast<std::int64_t>(tails.size())) return std::nullopt;
    return Place{0, block, 0};
  }

  /// Calls `found(length)` for each word that `text` starts with.
  template <typename Found>
  void match(std::u32string_view text, const Found& found) const {
    std::optional<Place> place = Place{kRoot, -1, 0};
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] < first_letter || text[i] > last_letter) return;
      place = step(*place, static_cast<std::uint8_t>(text[i] - first_letter + 1));
      if (!place) return;
      if (step(*place, 0)) {
        found(i + 1);
      }
    }
  }
};

namespace {

/// The best way to read a stretch up to one place.
struct Reading {
  std::uint32_t cost = 0xFFFFFFFF;
  std::size_t from = 0;
  bool known = false;
};

/// A letter of no word costs as much as so many words.
constexpr std::uint32_t kUnknown = 4;

void take_better(Reading& reading, std::uint32_t cost, std::size_t from, bool known) {
  // Of two as good, the one whose last word is the shorter: the words before it are then the longer.
  if (cost < reading.cost || (cost == reading.cost && from > reading.from)) {
    reading = {cost, from, known};
  }
}

template <typename Trie>
void break_stretch(const Trie& trie, std::u32string_view text, std::span<Break> breaks) {
  std::vector<Reading> readings(text.size() + 1);
  readings[0] = {0, 0, true};
  const auto parts = [&](std::size_t at) { return at == text.size() || may_part(text[at - 1], text[at]); };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::uint32_t cost = readings[at].cost;
    if (cost == Reading{}.cost) continue;
    trie.match(text.substr(at), [&](std::size_t length) {
      if (parts(at + length)) {
        take_better(readings[at + length], cost + 1, at, true);
      }
    });
    std::size_t next = at + 1;
    while (!parts(next)) {
      ++next;
    }
    take_better(readings[next], cost + kUnknown, at, false);
  }
  for (std::size_t end = text.size(); end > 0; end = readings[end].from) {
    const Reading& before = readings[readings[end].from];
    const std::size_t from = readings[end].from;
    if (from > 0 && (readings[end].known || before.known)) {
      breaks[from - 1] = Break::allowed;
    }
  }
}

}  // namespace

WordList::WordList() : WordList(base::Bytes()) {}
WordList::WordList(base::Bytes trie) : trie_(std::make_unique<Trie>()) { trie_->file = std::move(trie); }
WordList::WordList(WordList&&) noexcept = default;
WordList::~WordList() = default;

void WordList::allow_breaks(std::u32string_view text, std::span<Break> breaks) const {
  /// Longer stretches are read in pieces, so that time stays linear whatever the words are.
  constexpr std::size_t kLongest = 4000;
  std::call_once(trie_->read, [this] { trie_->load(); });
  if (trie_->cell_count == 0) return;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && end - begin < kLongest && is_thai_letter(text[end])) {
      ++end;
    }
    if (end > begin) {
      break_stretch(*trie_, text.substr(begin, end - begin), breaks.subspan(begin, end - begin));
    }
    begin = std::max(end, begin + 1);
  }
}

}  // namespace reliure::text
