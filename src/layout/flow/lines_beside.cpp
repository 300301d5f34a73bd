// Lines beside floats. Where a float is called decides which lines it shortens, and those decide where it is
// called: both are tried until they agree.
#include <algorithm>
#include <utility>

#include "layout/flow/beside.h"

namespace reliure::layout {
namespace {

using base::Length;

/// Rounds until lines and floats agree. From the third on a float only moves down, so most agree by then.
constexpr int kMostRounds = 12;

/// Lines that are looked at one by one beside floats: more than any page holds.
constexpr std::size_t kMostLines = 2000;

/// What is known of the lines from the last time that they were broken.
struct Lines {
  std::vector<Length> heights;
  /// The height of lines that were never set.
  Length usual;
  /// By float: the line that calls it.
  std::vector<std::size_t> callers;
};

/// Slots, the space above each line, and where the floats stand.
struct Trial {
  std::vector<LineSlot> slots;
  std::vector<Length> gaps;
  std::vector<FloatArea> floats;
};

/// Goes from line to line.
class Placer {
 public:
  Placer(std::span<const FloatArea> areas, const Column& column, Length least)
      : areas_(areas.begin(), areas.end()), column_(column), least_(least), y_(column.top) {
    chain_top_ = column.chain_top;
  }

  void add_float(const SetBox& box, const style::ComputedStyle& style) {
    const FloatWish wish{box.size, style.float_, style.clear, column_.place};
    FloatArea area{find_area(areas_, wish, y_), style.float_, y_, 0};
    const Length chain = parts_float(areas_, y_) ? chain_top_ : y_;
    if (area.box.bottom() - chain > column_.page_height && pass_all()) {
      area.box = find_area(areas_, wish, y_);
    }
    area.from = y_;
    areas_.push_back(area);
    trial_.floats.push_back(area);
  }

  /// The slot of the next line; whether any float stands beside or below it.
  bool add_line(Length height) {
    if (!parts_float(areas_, y_)) {
      chain_top_ = y_;
    } else if (y_ + height - chain_top_ > column_.page_height) {
      pass_all();
    }
    LineSlot slot = slot_at(areas_, y_, height, column_.place);
    while (slot.width < least_) {
      const std::optional<Length> foot = next_foot(areas_, y_);
      if (!foot) {
        break;
      }
      go_to(*foot);
      slot = slot_at(areas_, y_, height, column_.place);
    }
    if (slot.x > column_.place.x) {
      slot.x += column_.hang;
      slot.width -= column_.hang;
    }
    trial_.slots.push_back(slot);
    trial_.gaps.push_back(std::exchange(gap_, {}));
    const bool beside = next_foot(areas_, y_).has_value();
    y_ += height;
    return beside;
  }

  Trial finish() { return std::move(trial_); }

 private:
  void go_to(Length y) {
    gap_ += y - y_;
    y_ = y;
  }

  bool pass_all() {
    const std::optional<Length> foot = lowest(areas_, style::Clear::both);
    if (!foot || *foot <= y_) {
      return false;
    }
    go_to(*foot);
    return true;
  }

  std::vector<FloatArea> areas_;
  const Column& column_;
  Length least_;
  Length y_, chain_top_, gap_;
  Trial trial_;
};

/// The places of all floats and of the lines down to the first one below all of them.
Trial try_lines(Placer placer, std::span<const SetBox> floats, const Lines& lines, const Setting& setting) {
  std::size_t next = 0;
  for (std::size_t i = 0; i < kMostLines; ++i) {
    while (next < floats.size() && lines.callers[next] <= i) {
      placer.add_float(floats[next], setting.style(floats[next].element));
      ++next;
    }
    const bool beside = placer.add_line(i < lines.heights.size() ? lines.heights[i] : lines.usual);
    if (!beside && next == floats.size()) {
      break;
    }
  }
  for (; next < floats.size(); ++next) {
    placer.add_float(floats[next], setting.style(floats[next].element));
  }
  return placer.finish();
}

const LineSlot& slot_of(const Trial& trial, std::size_t line) {
  return trial.slots[std::min(line, trial.slots.size() - 1)];
}

Length gap_of(const Trial& trial, std::size_t line) {
  return line < trial.gaps.size() ? trial.gaps[line] : Length{};
}

bool agree(const Trial& a, const Trial& b, std::size_t lines) {
  for (std::size_t i = 0; i < lines; ++i) {
    if (slot_of(a, i) != slot_of(b, i) || gap_of(a, i) != gap_of(b, i)) {
      return false;
    }
  }
  return std::ranges::equal(a.floats, b.floats, {}, &FloatArea::box, &FloatArea::box);
}

/// Notes what was set: the lines' heights, and which line calls each float.
void learn(const std::vector<Line>& set, bool only_down, Lines& lines) {
  lines.heights.clear();
  for (std::size_t i = 0; i < set.size(); ++i) {
    lines.heights.push_back(set[i].height);
    for (const FloatCall& call : set[i].floats) {
      std::size_t& caller = lines.callers[call.index];
      caller = only_down ? std::max(caller, i) : i;
    }
  }
}

std::vector<SetLine> joined(std::vector<Line> lines, const Trial& trial) {
  std::vector<SetLine> joined;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    SetLine& set = joined.emplace_back(SetLine{std::move(lines[i]), slot_of(trial, i), gap_of(trial, i), {}});
    for (const FloatCall& call : set.line.floats) {
      set.floats.push_back(trial.floats[call.index]);
    }
  }
  return joined;
}

}  // namespace

std::vector<SetLine> lines_beside(const Paragraph& paragraph, std::span<const FloatArea> areas,
                                  std::span<const SetBox> floats, const Column& column, Setting& setting) {
  const Length least = least_measure(paragraph, column.place.width - column.hang, setting);
  const Placer placer(areas, column, least + column.hang);
  Lines known{{}, base::max(base::points(1), column.line_height), std::vector<std::size_t>(floats.size())};
  Trial trial = try_lines(placer, floats, known, setting);
  for (int round = 0;; ++round) {
    base::Diagnostics found;
    Setting quiet{setting.input, setting.generated,  setting.references, setting.shaper,
                  found,         setting.page_height};
    std::vector<Line> lines = break_lines(paragraph, trial.slots, quiet);
    learn(lines, round >= 2, known);
    Trial next = try_lines(placer, floats, known, setting);
    if (round + 1 == kMostRounds || agree(trial, next, lines.size())) {
      setting.diagnostics.append(std::move(found));
      return joined(std::move(lines), trial);
    }
    trial = std::move(next);
  }
}

bool fits_pages(std::span<const SetLine> lines, std::span<const FloatArea> areas, const Column& column) {
  Length y = column.top;
  Length foot = lowest(areas, style::Clear::both).value_or(y);
  Length chain_top = column.chain_top;
  for (const SetLine& set : lines) {
    y += set.gap;
    chain_top = y >= foot ? y : chain_top;
    for (const FloatArea& area : set.floats) {
      chain_top = base::min(chain_top, area.box.y);
      foot = base::max(foot, area.box.bottom());
    }
    if (!set.floats.empty() && base::max(foot, y + set.line.height) - chain_top > column.page_height) {
      return false;
    }
    y += set.line.height;
  }
  return true;
}

}  // namespace reliure::layout
