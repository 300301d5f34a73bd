#include "app/render_typography.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>
#include <vector>

#include "app/places.h"
#include "app/terminal_text.h"
#include "base/utf8.h"
#include "content/source_place.h"

namespace reliure::app {
namespace {

using content::Act;
using content::SetChange;

/// So much of the words beside a change is shown, in bytes: enough to find it.
constexpr std::size_t kContext = 24;

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

/// The end of the word before `offset`, or of what stands there in place of a word.
std::string_view word_before(std::string_view text, std::size_t offset) {
  std::size_t begin = offset;
  while (begin > 0 && offset - begin < kContext && text[begin - 1] != ' ' && text[begin - 1] != '\n') --begin;
  while (begin < offset && !begins_character(text[begin])) ++begin;
  return text.substr(begin, offset - begin);
}

std::string_view word_behind(std::string_view text, std::size_t offset) {
  std::size_t end = offset;
  while (end < text.size() && end - offset < kContext && text[end] != ' ' && text[end] != '\n') ++end;
  while (end < text.size() && end > offset && !begins_character(text[end])) --end;
  return text.substr(offset, end - offset);
}

/// Spaces other than the ordinary one by their numbers.
std::string shown(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded decoded = base::decode(text, at);
    const char32_t c = decoded.character;
    const bool space = c < ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200F) || c == 0x202F || c == 0x2060;
    out += space ? fmt::format("[U+{:04X}]", static_cast<std::uint32_t>(c))
                 : printable(text.substr(at, decoded.size));
    at += decoded.size;
  }
  return out;
}

std::string described(const SetChange& set) {
  const auto [piece, begin, end, character, rule, act] = set.change;
  const std::string before = shown(word_before(set.text, begin));
  const std::string behind = shown(word_behind(set.text, end));
  const std::string old = shown(set.text.substr(begin, end - begin));
  std::string made;
  if (act == Act::remark) return before + old + " (left as it is: nothing goes on behind `etc.`)";
  if (act == Act::raise) made = "<sup>" + old + "</sup>";
  if (act == Act::set) {
    std::string utf8;
    base::encode(character, utf8);
    made = shown(utf8);
  }
  return before + old + behind + " → " + before + made + behind;
}

/// A change with the place where it begins.
struct Placed {
  std::string_view file;
  std::size_t offset = 0;
  const SetChange* set = nullptr;
};

std::vector<Placed> placed(std::span<const SetChange> changes, const base::SourceMap& sources) {
  std::vector<Placed> all;
  for (const SetChange& set : changes) {
    if (set.span.file.value == 0) {
      all.push_back({"", 0, &set});
      continue;
    }
    const std::size_t inside = content::source_offset(sources.excerpt(set.span), set.text, set.change.begin);
    all.push_back({sources.name(set.span.file), set.span.begin + inside, &set});
  }
  std::ranges::stable_sort(all, {}, [](const Placed& each) { return std::tuple(each.file, each.offset); });
  return all;
}

}  // namespace

std::string render_typography(std::span<const SetChange> changes, const base::SourceMap& sources) {
  Places places(sources);
  std::array<std::size_t, source::kTypographyRules> counts{};
  std::string out;
  for (const Placed& each : placed(changes, sources)) {
    const SetChange& set = *each.set;
    std::string place = "(made from the metadata)";
    if (set.span.file.value != 0) {
      const base::Place at = places.place(set.span.file, each.offset);
      place = fmt::format("{}:{}:{}", printable(each.file), at.line, at.column);
    }
    out += fmt::format("{}: {}: {}\n", place, source::name(set.change.rule), described(set));
    counts[static_cast<std::size_t>(set.change.rule)] += set.change.act == Act::remark ? 0 : 1;
  }
  out += "\n";
  std::size_t total = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    total += counts[i];
    out += fmt::format("{:>7}  {}\n", counts[i], source::name(static_cast<source::TypographyRule>(i)));
  }
  return out + fmt::format("{:>7}  in all\n", total);
}

}  // namespace reliure::app
