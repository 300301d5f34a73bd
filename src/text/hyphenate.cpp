#include "text/hyphenate.h"

#include <hb.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "text/letters.h"
#include "text/patterns.h"
#include "text/script.h"

namespace reliure::text {
namespace {

/// Longer than any word; what is longer is no word but something to keep time for.
constexpr std::size_t kLongestWord = 256;

bool is_apostrophe(char32_t character) { return character == U'\'' || character == U'’'; }

bool is_joint(char32_t character) {
  return is_apostrophe(character) || character == U'-' || character == 0x2010 || character == 0x2011;
}

/// A character of a word, composed with the marks that followed it.
struct Letter {
  char32_t value = 0;
  /// The byte offset behind it.
  std::uint32_t end = 0;
};

/// The letters and joints of `word`; nothing when it has others.
std::vector<Letter> letters_of(std::string_view word) {
  std::vector<Letter> letters;
  letters.reserve(word.size());
  for (std::size_t offset = 0; offset < word.size();) {
    const base::Decoded decoded = base::decode(word, offset);
    offset += decoded.size;
    const auto end = static_cast<std::uint32_t>(offset);
    hb_codepoint_t composed = 0;
    if (is_letter(decoded.character) || is_joint(decoded.character)) {
      letters.push_back({decoded.character, end});
    } else if (!letters.empty() && hb_unicode_compose(hb_unicode_funcs_get_default(), letters.back().value,
                                                      decoded.character, &composed)) {
      letters.back() = {composed, end};
    } else {
      return {};
    }
  }
  return letters;
}

/// ADEME, GreenIT, iPhone: no words of the language.
bool has_capitals_inside(std::span<const Letter> part) {
  return std::ranges::any_of(part.subspan(1), [](const Letter& letter) { return is_capital(letter.value); });
}

/// Adds the places of `part`, which has letters only.
void hyphenate_part(const Patterns& patterns, std::span<const Letter> part, const HyphenationLimits& limits,
                    std::vector<std::uint32_t>& places) {
  const auto least = [](int limit) { return static_cast<std::size_t>(std::max(limit, 1)); };
  const std::size_t before = std::max(least(limits.before), patterns.least_before);
  const std::size_t after = std::max(least(limits.after), patterns.least_after);
  if (part.size() < least(limits.word) || part.size() < before + after) return;
  if (has_capitals_inside(part)) return;
  std::string small;
  std::vector<std::size_t> last_bytes;
  for (const Letter& letter : part) {
    base::encode(small_letter(letter.value), small);
    last_bytes.push_back(small.size() - 1);
  }
  const std::vector<bool> divided = divide(patterns, small);
  for (std::size_t i = before - 1; i + after < part.size(); ++i) {
    if (divided[last_bytes[i]]) {
      places.push_back(part[i].end);
    }
  }
}

/// The places of words that came before: a book repeats most of its words. Shared by all threads.
class KnownWords {
 public:
  /// Nothing for a new word.
  std::optional<std::vector<std::uint32_t>> find(const std::string& key) {
    const std::lock_guard lock(mutex_);
    const auto found = places_.find(key);
    return found == places_.end() ? std::nullopt : std::optional(found->second);
  }

  void add(const std::string& key, const std::vector<std::uint32_t>& places) {
    const std::lock_guard lock(mutex_);
    places_.emplace(key, places);
  }

 private:
  std::mutex mutex_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> places_;
};

/// A word under limits.
std::string key_of(std::string_view word, const HyphenationLimits& limits) {
  std::string key(word);
  for (const int limit : {limits.word, limits.before, limits.after}) {
    key += ' ' + std::to_string(limit);
  }
  return key;
}

struct Language {
  std::string tag;
  base::Bytes file;
  std::once_flag loaded;
  Patterns patterns;
  KnownWords known;
};

/// The places of each part of `word` between joints.
std::vector<std::uint32_t> hyphenate_word(const Patterns& patterns, std::string_view word,
                                          const HyphenationLimits& limits) {
  std::vector<std::uint32_t> places;
  const std::vector<Letter> letters = letters_of(word);
  for (auto begin = letters.begin(); begin != letters.end();) {
    const auto end =
        std::find_if(begin, letters.end(), [](const Letter& letter) { return is_joint(letter.value); });
    if (begin != end) {
      hyphenate_part(patterns, std::span(begin, end), limits, places);
    }
    begin = end == letters.end() ? end : end + 1;
  }
  return places;
}

bool same_tag(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, base::lower, base::lower);
}

}  // namespace

struct Hyphenator::Languages {
  std::vector<std::unique_ptr<Language>> all;

  Language* find(std::string_view tag) const {
    const auto found =
        std::ranges::find_if(all, [&](const auto& entry) { return same_tag(entry->tag, tag); });
    return found == all.end() ? nullptr : found->get();
  }

  /// `fr-ca` is served by `fr`, `en` by `en-us`.
  Language* nearest(std::string_view tag) const {
    for (std::string_view wanted = tag; !wanted.empty();) {
      if (Language* language = find(wanted)) return language;
      const std::size_t dash = wanted.rfind('-');
      wanted = wanted.substr(0, dash == wanted.npos ? 0 : dash);
    }
    return same_tag(tag.substr(0, tag.find('-')), "en") ? find("en-us") : nullptr;
  }
};

Hyphenator::Hyphenator() : languages_(std::make_unique<Languages>()) {}
Hyphenator::Hyphenator(Hyphenator&&) noexcept = default;
Hyphenator::~Hyphenator() = default;

void Hyphenator::add(std::string language, base::Bytes patterns) {
  auto entry = std::make_unique<Language>();
  entry->tag = std::move(language);
  entry->file = std::move(patterns);
  languages_->all.push_back(std::move(entry));
}

std::vector<std::uint32_t> Hyphenator::hyphenate(std::string_view word, std::string_view language,
                                                 const HyphenationLimits& limits) const {
  Language* entry = languages_->nearest(language);
  if (entry == nullptr || word.size() > kLongestWord) return {};
  std::call_once(entry->loaded, [entry] { entry->patterns = load_patterns(entry->file); });
  if (entry->patterns.sorted.empty()) return {};
  const std::string key = key_of(word, limits);
  if (auto known = entry->known.find(key)) return *std::move(known);
  std::vector<std::uint32_t> places = hyphenate_word(entry->patterns, word, limits);
  entry->known.add(key, places);
  return places;
}

bool Hyphenator::serves(std::string_view language) const { return languages_->nearest(language) != nullptr; }

bool is_hyphenated_script(std::string_view text) {
  constexpr std::array<std::uint32_t, 5> kScripts = {kLatin, HB_SCRIPT_GREEK, HB_SCRIPT_CYRILLIC,
                                                     HB_SCRIPT_ARMENIAN, HB_SCRIPT_GEORGIAN};
  return std::ranges::find(kScripts, script_of(text)) != kScripts.end();
}

}  // namespace reliure::text
