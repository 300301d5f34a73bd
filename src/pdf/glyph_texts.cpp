#include "pdf/glyph_texts.h"

#include <algorithm>

#include "pdf/clusters.h"

namespace reliure::pdf {

namespace {

/// Pages whose counts are kept apart, so that threads do not meet; the counts are joined in page order.
constexpr std::size_t kPagesPerBatch = 64;

/// What of its cluster's text a glyph shows: a mark's own character, all of it where that is not known.
std::string_view own_text(const book::Glyph& glyph, std::span<const book::Glyph> cluster,
                          std::string_view text) {
  std::size_t next = text.size();
  for (const book::Glyph& other : cluster) {
    next = other.within > glyph.within ? std::min<std::size_t>(next, other.within) : next;
  }
  return glyph.within < next ? text.substr(glyph.within, next - glyph.within) : text;
}

void count_run(const book::Page& page, const book::GlyphRun& run, GlyphTexts& texts) {
  visit_clusters(
      page, run,
      [&](const book::Glyph& glyph, std::string_view text) {
        is_readable(text) ? texts.count(glyph.id, text) : texts.show(glyph.id, readable(text));
      },
      [&](std::span<const book::Glyph> glyphs, std::string_view text) {
        for (const book::Glyph& glyph : glyphs) {
          const std::string_view own = run.replaces_text ? text : own_text(glyph, glyphs, text);
          texts.show(glyph.id, is_readable(own) ? std::string(own) : readable(own));
        }
      });
}

void count_items(const book::Page& page, const std::vector<book::Item>& items,
                 std::vector<GlyphTexts>& fonts) {
  for (const book::Item& item : items) {
    if (const auto* run = std::get_if<book::GlyphRun>(&item.mark)) {
      count_run(page, *run, fonts[run->font]);
    } else if (const auto* group = std::get_if<book::Group>(&item.mark)) {
      count_items(page, group->items, fonts);
    }
  }
}

}  // namespace

GlyphTexts::Main& GlyphTexts::at(std::uint16_t glyph) {
  if (glyph >= main_.size()) {
    main_.resize(glyph + std::size_t{1});
  }
  return main_[glyph];
}

void GlyphTexts::add(std::uint16_t glyph, std::string_view text, std::uint32_t times) {
  Main& main = at(glyph);
  main.shown = true;
  if (main.times == 0) {
    main.text = text;
  }
  if (main.text == text) {
    main.times += times;
  } else {
    others_[{glyph, std::string(text)}] += times;
  }
}

void GlyphTexts::count(std::uint16_t glyph, std::string_view text) { add(glyph, text, 1); }

void GlyphTexts::show(std::uint16_t glyph, std::string_view text) {
  Main& main = at(glyph);
  if (!main.shown) {
    main.shown = true;
    main.text = text;
  }
}

void GlyphTexts::append(const GlyphTexts& other) {
  for (std::size_t glyph = 0; glyph < other.main_.size(); ++glyph) {
    const Main& main = other.main_[glyph];
    const auto id = static_cast<std::uint16_t>(glyph);
    if (main.times > 0) {
      add(id, main.text, main.times);
    } else if (main.shown) {
      show(id, main.text);
    }
  }
  for (const auto& [glyph_text, times] : other.others_) {
    add(glyph_text.first, glyph_text.second, times);
  }
}

void GlyphTexts::choose() {
  for (auto next = others_.begin(); next != others_.end();) {
    const std::uint16_t glyph = next->first.first;
    Main& main = main_[glyph];
    auto best = others_.end();
    std::uint32_t most = main.times;
    for (; next != others_.end() && next->first.first == glyph; ++next) {
      if (next->second > most ||
          (next->second == most && best == others_.end() && next->first.second < main.text)) {
        best = next;
        most = next->second;
      }
    }
    if (best != others_.end()) {
      others_.emplace(GlyphText{glyph, main.text}, main.times);
      main.text = best->first.second;
      main.times = most;
      others_.erase(best);
    }
  }
}

std::vector<GlyphTexts> glyph_texts(const book::Book& book, base::Jobs jobs) {
  const std::size_t batches = (book.pages.size() + kPagesPerBatch - 1) / kPagesPerBatch;
  std::vector<std::vector<GlyphTexts>> counts(batches, std::vector<GlyphTexts>(book.fonts.size()));
  base::parallel_for(batches, jobs, [&](std::size_t batch) {
    const std::size_t end = std::min(book.pages.size(), (batch + 1) * kPagesPerBatch);
    for (std::size_t i = batch * kPagesPerBatch; i < end; ++i) {
      count_items(book.pages[i], book.pages[i].items, counts[batch]);
    }
  });
  std::vector<GlyphTexts> all(book.fonts.size());
  for (const std::vector<GlyphTexts>& batch : counts) {
    for (std::size_t font = 0; font < all.size(); ++font) {
      all[font].append(batch[font]);
    }
  }
  for (GlyphTexts& texts : all) {
    texts.choose();
  }
  return all;
}

}  // namespace reliure::pdf
