#include "layout/compose.h"

#include <algorithm>
#include <functional>
#include <mutex>
#include <utility>

#include "layout/flow/ahead.h"
#include "layout/flow/build.h"
#include "layout/flow/line_grid.h"
#include "layout/missing_feature.h"
#include "layout/no_hyphenation.h"
#include "layout/pages/assemble.h"
#include "layout/pages/overfull.h"
#include "layout/pages/plan.h"
#include "layout/pages/whole_words.h"
#include "style/footnotes.h"
#include "text/shape.h"

namespace reliure::layout {
namespace {

/// After this many passes page numbers that still move go back and forth: a warning is better than waiting.
constexpr int kMostPasses = 5;

/// Shapers that know what each other has shaped, lent to one thread at a time.
class ShaperPool {
 public:
  explicit ShaperPool(const text::FontLibrary& fonts) : first_(fonts) {}

  std::unique_ptr<text::Shaper> take() {
    const std::lock_guard lock(mutex_);
    if (idle_.empty()) {
      return std::make_unique<text::Shaper>(first_.sibling());
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
  const text::Shaper first_;
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
  /// Tables that go to wider pages, ascending.
  std::vector<book::NodeId> wide_tables{};
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

const style::PageStyle& page_of(const Sequence& sequence, const Composition& composition) {
  return composition.input.styles.page({sequence.page_name, false, false, false});
}

/// Builds the flow and breaks it into pages. What is taller than `page_height` may be parted.
void lay_out(Sequence& sequence, Ahead ahead, base::Length page_height, const Composition& composition,
             Setting& setting) {
  const style::PageStyle& page = page_of(sequence, composition);
  setting.page_height = page_height;
  const base::Size sheet{page.size.width + page.bleed.horizontal(), page.size.height + page.bleed.vertical()};
  sequence.wide_tables.clear();
  Workshop workshop{setting,
                    composition.is_target,
                    page_height,
                    std::move(ahead.prepared),
                    std::move(ahead.set),
                    sheet,
                    sequence.width,
                    composition.wide_tables.empty() ? &sequence.wide_tables : nullptr};
  sequence.flow = build_sequence(sequence.blocks, sequence.stretch, sequence.width, workshop);
  sequence.flow.grid = line_grid(setting);
  sequence.flow.flush_bottom = page.flush_bottom;
  NotesCalled called;
  sequence.notes = build_notes(sequence.flow, page, workshop, called);
  sequence.floats = measure_floats(sequence.flow, page, workshop, called);
  const PageRoom& room = sequence.room;
  sequence.cuts =
      break_pages(sequence.flow, {room.first.height, room.others.height}, sequence.notes, sequence.floats);
  keep_words_whole(sequence.cuts, sequence.flow, setting);
}

/// As `lay_out`. What fits its first page has that page's width; what goes on over pages of several widths
/// has the least of them, so that it stands on all.
void build_pages(Sequence& sequence, Ahead ahead, const Composition& composition, Setting& setting) {
  const PageRoom& room = sequence.room;
  lay_out(sequence, std::move(ahead), room.height_at(sequence.width), composition, setting);
  if (!room.has_one_width() && sequence.cuts.size() > 1) {
    sequence.width = room.narrowest();
    setting.diagnostics = {};
    lay_out(sequence, {}, room.others.height, composition, setting);
    report_page_widths(sequence, setting);
  }
  report_overfull(sequence, setting);
}

/// Paragraphs that one thread works on before it asks for more: enough that asking costs nothing, few enough
/// that none waits long for the last.
constexpr std::size_t kPortion = 8;

/// The paragraphs of `sequences`, all at once: one sequence may be most of the book.
std::vector<Ahead> set_paragraphs(const std::vector<Sequence*>& sequences, Composition& composition,
                                  const References& references) {
  std::vector<std::vector<ParagraphAhead>> lists(sequences.size());
  in_parallel(sequences.size(), composition, references, [&](std::size_t i, Setting& setting) {
    lists[i] = list_paragraphs(sequences[i]->blocks, sequences[i]->stretch, sequences[i]->width, setting);
  });
  struct Task {
    const ParagraphAhead* paragraph;
    Ahead* ahead;
    base::Length page_height;
  };
  std::vector<Task> tasks;
  std::vector<Ahead> ahead(sequences.size());
  for (std::size_t i = 0; i < sequences.size(); ++i) {
    const base::Length height = sequences[i]->room.height_at(sequences[i]->width);
    for (const ParagraphAhead& paragraph : lists[i]) {
      make_place(paragraph, ahead[i]);
      tasks.push_back({&paragraph, &ahead[i], height});
    }
  }
  const std::size_t portions = (tasks.size() + kPortion - 1) / kPortion;
  in_parallel(portions, composition, references, [&](std::size_t portion, Setting& setting) {
    const std::size_t end = std::min(tasks.size(), (portion + 1) * kPortion);
    for (std::size_t i = portion * kPortion; i < end; ++i) {
      setting.page_height = tasks[i].page_height;
      fill(*tasks[i].paragraph, setting, *tasks[i].ahead);
    }
  });
  return ahead;
}

/// Lays out all sequences, or those that show page numbers; diagnostics replace those of an earlier pass over
/// the same sequence.
void build_sequences(std::vector<Sequence>& sequences, bool all, Composition& composition,
                     const References& references, std::vector<base::Diagnostics>& diagnostics) {
  std::vector<Sequence*> chosen;
  for (Sequence& sequence : sequences) {
    if (all || sequence.refers) {
      chosen.push_back(&sequence);
    }
  }
  // Long sequences first, so that no thread is left with one at the end.
  const auto weight = [&](const Sequence* sequence) {
    const book::NodeId last = sequence->blocks.back();
    return (*composition.input.manuscript)[last].last_descendant.value - sequence->blocks.front().value;
  };
  std::ranges::stable_sort(chosen, std::greater<>(), weight);
  std::vector<Ahead> ahead = set_paragraphs(chosen, composition, references);
  std::vector<base::Diagnostics> found =
      in_parallel(chosen.size(), composition, references, [&](std::size_t i, Setting& setting) {
        build_pages(*chosen[i], std::move(ahead[i]), composition, setting);
      });
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    diagnostics[static_cast<std::size_t>(chosen[i] - sequences.data())] = std::move(found[i]);
  }
}

/// Whether `now` shows the same page for each place that text refers to.
bool is_settled(const References& before, const References& now, const Generated& generated) {
  for (const GeneratedContent& content : generated.all) {
    for (const GeneratedPart& part : content.parts) {
      if (part.kind == GeneratedPart::Kind::target_page &&
          before.page_label(part.target) != now.page_label(part.target)) {
        return false;
      }
      if (part.kind == GeneratedPart::Kind::page_count && before.labels.size() != now.labels.size())
        return false;
    }
  }
  return true;
}

/// The sequences, each as wide as its first page is.
std::vector<Sequence> start_sequences(const Composition& composition) {
  const Input& input = composition.input;
  std::vector<Sequence> sequences =
      make_sequences(*input.manuscript, input.styles, composition.generated, composition.wide_tables);
  for (Sequence& sequence : sequences) {
    sequence.room = room_of(sequence, input.styles);
    sequence.width = sequence.room.first.width;
  }
  return sequences;
}

/// Whether tables want wider pages than they stand on: what is on which page then changes for all that
/// follows.
bool find_wide_tables(std::span<const Sequence> sequences, Composition& composition) {
  for (const Sequence& sequence : sequences) {
    composition.wide_tables.insert(composition.wide_tables.end(), sequence.wide_tables.begin(),
                                   sequence.wide_tables.end());
  }
  std::vector<book::NodeId>& tables = composition.wide_tables;
  std::ranges::sort(tables);
  tables.erase(std::unique(tables.begin(), tables.end()), tables.end());
  return !tables.empty();
}

/// The pages with their numbers settled: sequences that show page numbers are laid out again until those are
/// right.
std::vector<PlannedPage> settle(std::vector<Sequence>& sequences, Composition& composition,
                                References& references, base::Diagnostics& diagnostics) {
  const book::Manuscript& manuscript = *composition.input.manuscript;
  sequences = start_sequences(composition);
  std::vector<base::Diagnostics> found(sequences.size());
  std::vector<PlannedPage> pages;
  bool settled = false;
  for (int pass = 0; pass < kMostPasses && !settled; ++pass) {
    build_sequences(sequences, pass == 0, composition, references, found);
    if (pass == 0 && find_wide_tables(sequences, composition)) {
      sequences = start_sequences(composition);
      found.assign(sequences.size(), {});
      build_sequences(sequences, true, composition, references, found);
    }
    pages = plan_pages(sequences, composition.input.styles);
    References now = find_references(pages, manuscript);
    settled = is_settled(references, now, composition.generated);
    references = std::move(now);
  }
  append_all(std::move(found), diagnostics);
  if (!settled) {
    diagnostics.report(base::Code::layout_unsettled_pages, manuscript[book::kRoot].span,
                       "page numbers still change after " + std::to_string(kMostPasses) + " passes",
                       "a number's own width moves the text it points to: give page numbers a fixed width");
  }
  return pages;
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

book::Book compose(const Input& given, base::Diagnostics& diagnostics) {
  Input input = given;
  input.manuscript = style::with_footnotes(given.manuscript, given.styles);
  const book::Manuscript& manuscript = *input.manuscript;
  Composition composition{input, generate(manuscript, input.styles), find_targets(manuscript),
                          ShaperPool(input.fonts)};
  report_missing_features(input, diagnostics);
  report_no_hyphenation(input, diagnostics);
  std::vector<Sequence> sequences;
  References references;
  const std::vector<PlannedPage> planned = settle(sequences, composition, references, diagnostics);

  book::Book book;
  book.manuscript = input.manuscript;
  book.pictures = input.pictures;
  book.outline = style::labelled(input.styles.outline(), composition.generated);
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
