#include "text/shape.h"

#include <hb.h>

#include <algorithm>
#include <deque>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/string_arena.h"
#include "base/utf8.h"
#include "text/face.h"
#include "text/script.h"

namespace reliure::text {
namespace {

struct Destroy {
  void operator()(hb_shape_plan_t* plan) const { hb_shape_plan_destroy(plan); }
  void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};

/// All of a request but the text, with what HarfBuzz needs for it.
struct Style {
  std::size_t number = 0;
  FaceId face;
  std::uint32_t script = 0;
  bool right_to_left = false;
  std::string language;
  std::vector<Feature> features;

  std::vector<hb_feature_t> hb_features;
  hb_segment_properties_t properties = HB_SEGMENT_PROPERTIES_DEFAULT;
  hb_font_t* font = nullptr;
  std::uint32_t missing_glyph = 0;
  std::unique_ptr<hb_shape_plan_t, Destroy> plan;

  bool serves(const ShapeRequest& request, std::uint32_t wanted_script) const {
    return face == request.face && script == wanted_script && right_to_left == request.right_to_left &&
           language == request.language && std::ranges::equal(features, request.features);
  }
};

Style make_style(std::size_t number, const ShapeRequest& request, std::uint32_t script,
                 const FontLibrary& fonts) {
  Style style;
  style.number = number;
  style.face = request.face;
  style.script = script;
  style.right_to_left = request.right_to_left;
  style.language = request.language;
  style.font = fonts.face(request.face).font.get();
  style.missing_glyph = fonts.face(request.face).missing_glyph;
  style.features.assign(request.features.begin(), request.features.end());
  for (const Feature feature : request.features) {
    style.hb_features.push_back({feature.tag, feature.value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END});
  }
  style.properties.direction = request.right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR;
  style.properties.script = static_cast<hb_script_t>(script);
  if (!request.language.empty()) {
    style.properties.language =
        hb_language_from_string(style.language.data(), static_cast<int>(style.language.size()));
  }
  style.plan.reset(hb_shape_plan_create_cached(hb_font_get_face(style.font), &style.properties,
                                               style.hb_features.data(),
                                               static_cast<unsigned>(style.hb_features.size()), nullptr));
  return style;
}

/// A shaped text is known by its style and its characters. The hash is kept: a table that asks for it each
/// time it passes a neighbour would read the neighbour's text.
struct Word {
  std::size_t style = 0;
  std::string_view text;
  /// The part of `text` that is shaped; the rest is what stands around it.
  std::uint32_t begin = 0, size = 0;
  std::size_t hash = 0;
  friend bool operator==(const Word& a, const Word& b) {
    return a.hash == b.hash && a.style == b.style && a.begin == b.begin && a.size == b.size &&
           a.text == b.text;
  }
};

struct HashWord {
  std::size_t operator()(const Word& word) const noexcept { return word.hash; }
};

Word make_word(std::size_t style, std::string_view text, std::uint32_t begin, std::uint32_t size) {
  constexpr std::size_t kOdd = 0x9E3779B97F4A7C15;  // 2^64 over the golden ratio spreads small numbers
  return {style, text, begin, size, std::hash<std::string_view>()(text) ^ (style + begin) * kOdd};
}

/// Whether the character at byte `at` is a mark or the like, which belongs to the letter before it.
bool is_mark_at(std::string_view text, std::uint32_t at) {
  if (at == 0 || static_cast<unsigned char>(text[at]) < 0x80) return false;
  const std::size_t before = base::last_character(text.substr(0, at));
  return joins_previous(base::decode(text, before).character, base::decode(text, at).character);
}

/// Gives the marks the cluster of their letter, or of the ligature that their letter is part of. Glyphs come
/// with the offset of their own character, and in visual order.
void join_marks(std::string_view text, bool right_to_left, ShapedText& shaped) {
  const std::size_t count = shaped.glyphs.size();
  std::uint32_t letter = 0;
  bool any = false;
  for (std::size_t i = 0; i < count; ++i) {
    ShapedGlyph& glyph = shaped.glyphs[right_to_left ? count - 1 - i : i];
    if (any && is_mark_at(text, glyph.cluster)) {
      glyph.within = static_cast<std::uint16_t>(glyph.cluster - letter);
      glyph.cluster = letter;
    }
    shaped.has_marks = shaped.has_marks || (any && glyph.cluster == letter);
    letter = glyph.cluster;
    any = true;
  }
}

/// The glyphs that HarfBuzz left in `buffer`, whose directions are horizontal, for `text` from byte `begin`
/// on.
ShapedText collect(hb_buffer_t* buffer, std::string_view text, std::uint32_t begin) {
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
  ShapedText shaped;
  shaped.glyphs.reserve(count);
  for (unsigned i = 0; i < count; ++i) {
    const hb_glyph_position_t& position = positions[i];
    shaped.glyphs.push_back({static_cast<std::uint16_t>(infos[i].codepoint), 0, infos[i].cluster - begin,
                             position.x_advance, position.x_offset, position.y_offset});
    shaped.advance += position.x_advance;
  }
  join_marks(text, hb_buffer_get_direction(buffer) == HB_DIRECTION_RTL, shaped);
  return shaped;
}

/// What shapers for several threads have in common.
struct Known {
  explicit Known(const FontLibrary& library) : fonts(library) {}

  const FontLibrary& fonts;
  std::mutex mutex;
  /// Neither styles nor shaped texts ever move.
  std::deque<Style> styles;
  std::unordered_map<Word, ShapedText, HashWord> words;
  /// The texts of the keys of `words`.
  base::StringArena texts;

  const Style& style_of(const ShapeRequest& request, std::uint32_t script) {
    const std::lock_guard lock(mutex);
    const auto found =
        std::ranges::find_if(styles, [&](const Style& style) { return style.serves(request, script); });
    return found != styles.end() ? *found
                                 : styles.emplace_back(make_style(styles.size(), request, script, fonts));
  }

  const std::pair<const Word, ShapedText>* find(const Word& word) {
    const std::lock_guard lock(mutex);
    const auto found = words.find(word);
    return found == words.end() ? nullptr : &*found;
  }

  /// Another thread may have been faster; then its result stays, which is the same.
  const std::pair<const Word, ShapedText>& add(Word word, ShapedText shaped) {
    const std::lock_guard lock(mutex);
    word.text = texts.store(word.text);
    return *words.emplace(word, std::move(shaped)).first;
  }
};

}  // namespace

struct Shaper::Cache {
  explicit Cache(std::shared_ptr<Known> shared) : known(std::move(shared)), buffer(hb_buffer_create()) {
    // Each mark is known by its own character; `collect` puts it to its letter.
    hb_buffer_set_cluster_level(buffer.get(), HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
  }

  std::shared_ptr<Known> known;
  /// What of `known` this shaper has met: to be found without a lock.
  std::vector<const Style*> styles;
  std::unordered_map<Word, const ShapedText*, HashWord> words;
  /// The style of the last request; the next one mostly has the same.
  const Style* last_style = nullptr;
  std::unique_ptr<hb_buffer_t, Destroy> buffer;

  const Style& style_of(const ShapeRequest& request, std::uint32_t script) {
    if (last_style != nullptr && last_style->serves(request, script)) return *last_style;
    const auto found =
        std::ranges::find_if(styles, [&](const Style* style) { return style->serves(request, script); });
    last_style = found != styles.end() ? *found : styles.emplace_back(&known->style_of(request, script));
    return *last_style;
  }

  ShapedText shape(const Style& style, const Word& word) {
    hb_buffer_clear_contents(buffer.get());
    // Nothing remains of a soft hyphen or a joiner: a space of no width in its place would be copied.
    hb_buffer_set_flags(buffer.get(),
                        static_cast<hb_buffer_flags_t>(HB_BUFFER_FLAG_BOT | HB_BUFFER_FLAG_EOT |
                                                       HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES));
    hb_buffer_add_utf8(buffer.get(), word.text.data(), static_cast<int>(word.text.size()), word.begin,
                       static_cast<int>(word.size));
    hb_buffer_set_segment_properties(buffer.get(), &style.properties);
    hb_buffer_set_not_found_glyph(buffer.get(), style.missing_glyph);
    hb_shape_plan_execute(style.plan.get(), style.font, buffer.get(), style.hb_features.data(),
                          static_cast<unsigned>(style.hb_features.size()));
    return collect(buffer.get(), word.text.substr(word.begin, word.size), word.begin);
  }
};

Shaper::Shaper(const FontLibrary& fonts) : cache_(new Cache(std::make_shared<Known>(fonts))) {}
Shaper::Shaper(std::unique_ptr<Cache> cache) : cache_(std::move(cache)) {}
Shaper::Shaper(Shaper&&) noexcept = default;
Shaper::~Shaper() = default;

Shaper Shaper::sibling() const { return Shaper(std::make_unique<Cache>(cache_->known)); }

const ShapedText& Shaper::shape(const ShapeRequest& request, std::string_view text) {
  return shape_within(request, text, 0, static_cast<std::uint32_t>(text.size()));
}

const ShapedText& Shaper::shape_within(const ShapeRequest& request, std::string_view text,
                                       std::uint32_t begin, std::uint32_t size) {
  Cache& cache = *cache_;
  const std::uint32_t script = request.script == 0 ? script_of(text.substr(begin, size)) : request.script;
  const Style& style = cache.style_of(request, script);
  const Word word = make_word(style.number, text, begin, size);
  const auto met = cache.words.find(word);
  if (met != cache.words.end()) return *met->second;
  const auto* known = cache.known->find(word);
  if (known == nullptr) {
    known = &cache.known->add(word, cache.shape(style, word));
  }
  return *cache.words.emplace(known->first, &known->second).first->second;
}

}  // namespace reliure::text
