#include "layout/compose.h"

#include <algorithm>
#include <mutex>
#include <utility>

#include "layout/flow/build.h"
#include "layout/pages/assemble.h"
#include "layout/pages/plan.h"
#include "text/shape.h"

namespace reliure::layout {
namespace {

/// After this many passes page numbers that still move go back and forth: a warning is better than waiting.
constexpr int kMostPasses = 5;

/// Shapers with what they remember, lent to one thread at a time.
class ShaperPool {
 public:
  explicit ShaperPool(const text::FontLibrary& fonts) : fonts_(fonts) {}

  std::unique_ptr<text::Shaper> take() {
    const std::lock_guard lock(mutex_);
    if (idle_.empty()) {
      return std::make_unique<text::Shaper>(fonts_);
    }
    std::unique_ptr<text::Shaper> shaper = std::move(idle_.back());
    idle_.pop_back();
    return shaper;
  }

  void give_back(std::unique_ptr<text::Shaper> shaper) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(shaper));
  }

 private:
  const text::FontLibrary& fonts_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<text::Shaper>> idle_;
};

/// Nodes that links, contents or outline lead to.
std::vector<bool> find_targets(const book::Manuscript& manuscript) {
  std::vector<bool> is_target(manuscript.nodes.size(), false);
  const auto mark = [&](book::NodeId node) {
    if (node != book::kNoNode) {
      is_target[node.value] = true;
    }
  };
  for (const book::LinkTarget& link : manuscript.links) {
    mark(link.node);
  }
  for (const book::OutlineEntry& entry : manuscript.outline) {
    mark(entry.heading);
  }
  for (const book::Chapter& chapter : manuscript.chapters) {
    mark(chapter.section);
  }
  for (std::uint32_t i = 0; i < manuscript.nodes.size(); ++i) {
    if (manuscript.nodes[i].kind == book::Kind::note) {
      is_target[i] = true;
    }
  }
  return is_target;
}

/// All that stays the same from pass to pass.
struct Composition {
  const Input& input;
  Generated generated;
  std::vector<bool> is_target;
  ShaperPool shapers;
};

/// Calls `work` with a setting of its own for each of `count` pieces; returns what each one reported.
template <typename Work>
std::vector<base::Diagnostics> in_parallel(std::size_t count, Composition& composition,
                                           const References& references, const Work& work) {
  std::vector<base::Diagnostics> found(count);
  base::parallel_for(count, composition.input.jobs, [&](std::size_t i) {
    std::unique_ptr<text::Shaper> shaper = composition.shapers.take();
    Setting setting{composition.input, composition.generated, references, *shaper, found[i], {}};
    work(i, setting);
    composition.shapers.give_back(std::move(shaper));
  });
  return found;
}

void append_all(std::vector<base::Diagnostics> found, base::Diagnostics& diagnostics) {
  for (base::Diagnostics& each : found) {
    diagnostics.append(std::move(each));
  }
}

void build_pages(Sequence& sequence, const Composition& composition, Setting& setting) {
  const style::PageStyle& page = composition.input.styles.page({sequence.page_name, false, false, false});
  const base::Rect body = page_body(page);
  setting.page_height = body.height;
  Workshop workshop{setting, composition.is_target, body.height, {}};
  sequence.flow = build_sequence(sequence.blocks, sequence.stretch, body.width, workshop);
  sequence.notes = build_notes(sequence.flow, page, workshop);
  sequence.cuts = break_pages(sequence.flow, body.height, sequence.notes);
}

/// Lays out the sequences in `which`; diagnostics replace those of an earlier pass over the same sequence.
void build_sequences(std::vector<Sequence>& sequences, const std::vector<std::size_t>& which,
                     Composition& composition, const References& references,
                     std::vector<base::Diagnostics>& diagnostics) {
  // Long sequences first, so that no thread is left with one at the end.
  std::vector<std::size_t> order = which;
  const auto weight = [&](std::size_t i) {
    const book::NodeId last = sequences[i].blocks.back();
    return (*composition.input.manuscript)[last].last_descendant.value - sequences[i].blocks.front().value;
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return weight(a) > weight(b); });
  std::vector<base::Diagnostics> found = in_parallel(
      order.size(), composition, references,
      [&](std::size_t i, Setting& setting) { build_pages(sequences[order[i]], composition, setting); });
  for (std::size_t i = 0; i < order.size(); ++i) {
    diagnostics[order[i]] = std::move(found[i]);
  }
}

std::vector<std::size_t> referring(const std::vector<Sequence>& sequences) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < sequences.size(); ++i) {
    if (sequences[i].refers) {
      found.push_back(i);
    }
  }
  return found;
}

std::vector<std::size_t> every(const std::vector<Sequence>& sequences) {
  std::vector<std::size_t> all(sequences.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i] = i;
  }
  return all;
}

/// Whether `now` shows the same page for each place that text refers to.
bool is_settled(const References& before, const References& now, const Generated& generated) {
  for (const GeneratedContent& content : generated.all) {
    for (const GeneratedPart& part : content.parts) {
      if (part.kind == GeneratedPart::Kind::target_page &&
          before.page_label(part.target) != now.page_label(part.target)) {
        return false;
      }
    }
  }
  return true;
}

/// The pages with their numbers settled: sequences that show page numbers are laid out again until those are
/// right.
std::vector<PlannedPage> settle(std::vector<Sequence>& sequences, Composition& composition,
                                References& references, base::Diagnostics& diagnostics) {
  const book::Manuscript& manuscript = *composition.input.manuscript;
  std::vector<base::Diagnostics> found(sequences.size());
  std::vector<std::size_t> which = every(sequences);
  std::vector<PlannedPage> pages;
  bool settled = false;
  for (int pass = 0; pass < kMostPasses && !settled; ++pass) {
    build_sequences(sequences, which, composition, references, found);
    pages = plan_pages(sequences, composition.input.styles);
    References now = find_references(pages, manuscript);
    settled = is_settled(references, now, composition.generated);
    references = std::move(now);
    which = referring(sequences);
  }
  append_all(std::move(found), diagnostics);
  if (!settled) {
    diagnostics.report(base::Code::layout_unsettled_pages, manuscript[book::kRoot].span,
                       "page numbers still change after " + std::to_string(kMostPasses) + " passes",
                       "a number's own width moves the text it points to: give page numbers a fixed width");
  }
  return pages;
}

/// Bookmarks with the titles that the style gives them (`bookmark-label`).
std::vector<book::OutlineEntry> label_outline(std::vector<book::OutlineEntry> outline,
                                              const Generated& generated) {
  for (book::OutlineEntry& entry : outline) {
    const auto label = std::ranges::lower_bound(generated.labels, entry.heading, {}, &GeneratedString::node);
    if (label != generated.labels.end() && label->node == entry.heading && !label->text.empty()) {
      entry.title = label->text;
    }
  }
  return outline;
}

/// The first text of the flow on a page, for the e-book's page markers.
std::optional<book::PageStart> page_start(const book::Page& page, const book::Manuscript& manuscript) {
  for (const book::Item& item : page.items) {
    const auto* run = std::get_if<book::GlyphRun>(&item.mark);
    if (run != nullptr && item.role == book::Role::content && item.node != book::kNoNode &&
        manuscript[item.node].kind == book::Kind::text) {
      return book::PageStart{item.node, run->text_offset};
    }
  }
  return std::nullopt;
}

}  // namespace

book::Book compose(const Input& input, base::Diagnostics& diagnostics) {
  const book::Manuscript& manuscript = *input.manuscript;
  Composition composition{input, generate(manuscript, input.styles), find_targets(manuscript),
                          ShaperPool(input.fonts)};
  std::vector<Sequence> sequences = make_sequences(manuscript, input.styles, composition.generated);
  References references;
  const std::vector<PlannedPage> planned = settle(sequences, composition, references, diagnostics);

  book::Book book;
  book.manuscript = input.manuscript;
  book.pictures = input.pictures;
  book.outline = label_outline(input.styles.outline(), composition.generated);
  book.fonts.assign(input.fonts.fonts().begin(), input.fonts.fonts().end());
  book.pages.resize(planned.size());
  book.page_starts.resize(planned.size());
  append_all(in_parallel(planned.size(), composition, references,
                         [&](std::size_t i, Setting& setting) {
                           book.pages[i] = assemble(planned[i], planned.size(), setting);
                           book.page_starts[i] = page_start(book.pages[i], manuscript);
                         }),
             diagnostics);
  book.page_of = std::move(references.page_of);
  return book;
}

}  // namespace reliure::layout
