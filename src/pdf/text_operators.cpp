#include "pdf/text_operators.h"

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <vector>

#include "pdf/clusters.h"

namespace reliure::pdf {

namespace {

/// Units of the pen in one em, and in the thousandth of an em that TJ counts in.
constexpr std::int64_t kUnitsPerEm = 100000;
constexpr std::int64_t kUnitsPerAdjustment = 100;
/// A run that begins within this much of the pen goes on in the same array; further off it is another piece
/// of text to readers too.
constexpr std::int64_t kLargestGap = 2 * kUnitsPerEm;

void end_string(Canvas& canvas) {
  if (canvas.text.in_string) {
    canvas.out += canvas.form == CodeForm::hex ? '>' : ')';
    canvas.text.in_string = false;
  }
}

void begin_text(Canvas& canvas) {
  if (!canvas.text.open) {
    canvas.text = {};
    canvas.text.open = true;
    canvas.out += "BT\n";
  }
}

/// The pen stays where it is when an em becomes another.
void keep_pen(Canvas& canvas, base::Length old_em) {
  if (canvas.text.pen != 0) {
    canvas.text.pen = base::scaled(old_em, canvas.text.pen, canvas.state.em().raw).raw;
  }
}

void set_stretch(Canvas& canvas, std::uint16_t stretch) {
  if (canvas.state.stretch == stretch) {
    return;
  }
  end_array(canvas);
  const base::Length old_em = canvas.state.em();
  canvas.state.stretch = stretch;
  keep_pen(canvas, old_em);
  append_decimal(canvas.out, stretch, 1);
  canvas.out += " Tz\n";
}

void set_spacing(Canvas& canvas, base::Length spacing) {
  const std::int64_t wanted = thousandths(spacing);
  if (canvas.state.spacing == wanted) {
    return;
  }
  end_array(canvas);
  canvas.state.spacing = wanted;
  append_decimal(canvas.out, wanted, 3);
  canvas.out += " Tc\n";
}

void set_font(Canvas& canvas, std::uint32_t font, base::Length size) {
  if (canvas.state.font == font && canvas.state.font_size == size) {
    return;
  }
  end_array(canvas);
  const base::Length old_em = canvas.state.em();
  canvas.state.font = font;
  canvas.state.font_size = size;
  keep_pen(canvas, old_em);
  note_use(canvas.uses.fonts, font);
  canvas.out += "/F";
  append_integer(canvas.out, font);
  canvas.out += ' ';
  append_fixed(canvas.out, size.raw, 4);
  canvas.out += " Tf\n";
}

void set_color(Canvas& canvas, base::Color color) {
  const GraphicsState& state = canvas.state;
  const bool same = !state.fill_is_pattern && state.fill_opacity == color.alpha &&
                    state.fill.red == color.red && state.fill.green == color.green &&
                    state.fill.blue == color.blue;
  if (!same) {
    end_array(canvas);
    set_opacity(canvas, color.alpha, color.alpha);
    set_fill(canvas, color);
  }
}

void set_rise(Canvas& canvas, std::int64_t rise) {
  if (canvas.text.rise != rise) {
    end_array(canvas);
    canvas.text.rise = rise;
    append_decimal(canvas.out, rise, 3);
    canvas.out += " Ts\n";
  }
}

std::int64_t to_units(base::Length length, base::Length em) {
  return base::scaled(length, kUnitsPerEm, em.raw).raw;
}

base::Length to_length(std::int64_t thousandths_of_point) {
  return base::scaled({thousandths_of_point}, base::kUnitsPerPoint, 1000);
}

/// Moves to the run's origin, unless its glyphs can go on where the pen is. Returns the origin as seen from
/// the start of the line.
base::Length move_to(Canvas& canvas, base::Point origin, base::Length em) {
  TextState& text = canvas.text;
  const std::int64_t x = canvas.frame.x(origin.x);
  const std::int64_t y = canvas.frame.y(origin.y);
  const base::Length along = canvas.frame.left + origin.x - to_length(text.line_x);
  if (y == text.line_y && std::abs(to_units(along, em) - text.pen) <= kLargestGap) {
    return along;
  }
  end_array(canvas);
  append_decimal(canvas.out, x - text.line_x, 3);
  canvas.out += ' ';
  append_decimal(canvas.out, y - text.line_y, 3);
  canvas.out += " Td\n";
  text.line_x = x;
  text.line_y = y;
  text.pen = 0;
  return canvas.frame.left + origin.x - to_length(x);
}

/// Shows one code `place` units from the start of the line.
void show_code(Canvas& canvas, const Code& code, std::int64_t place) {
  TextState& text = canvas.text;
  if (!text.in_array) {
    canvas.out += '[';
    text.in_array = true;
  }
  const std::int64_t gap = place - text.pen;
  if (gap >= kUnitsPerAdjustment / 2 || gap <= -kUnitsPerAdjustment / 2) {
    end_string(canvas);
    const std::int64_t adjustment = base::scaled({gap}, 1, kUnitsPerAdjustment).raw;
    append_integer(canvas.out, -adjustment);
    text.pen += adjustment * kUnitsPerAdjustment;
  }
  if (!text.in_string) {
    canvas.out += canvas.form == CodeForm::hex ? '<' : '(';
    text.in_string = true;
  }
  canvas.out += code.syntax();
  text.pen += code.width + to_units(to_length(canvas.state.spacing), canvas.state.font_size);
}

/// Walks the glyphs of one run, left to right.
struct RunWriter {
  Canvas& canvas;
  const book::GlyphRun& run;
  const EmbeddedFont& font;
  base::Length em;
  /// The run's origin, from the start of the line.
  base::Length origin;
  /// The origin of the next glyph, from the run's.
  base::Length along;
  /// The text object is open, in the run's font and colour.
  bool is_ready = false;

  base::Length at() const { return origin + along; }

  void open() {
    begin_text(canvas);
    set_color(canvas, run.color);
    set_font(canvas, run.font, run.size);
    set_stretch(canvas, run.stretch);
    set_spacing(canvas, run.letter_spacing);
    em = canvas.state.em();
    origin = move_to(canvas, {run.origin.x + along, run.origin.y}, em) - along;
    is_ready = true;
  }

  void open_marked() {
    if (!is_ready) {
      resume_marked(canvas);
      open();
    }
  }

  void show_glyph(const book::Glyph& glyph, const Code& code) {
    set_rise(canvas, -thousandths(glyph.dy));
    show_code(canvas, code, to_units(at() + glyph.dx, em));
    along += glyph.advance;
  }

  /// Glyphs whose text readers cannot know from their codes.
  void show_as(std::span<const book::Glyph> glyphs, std::string_view text) {
    if (canvas.marked.type.empty()) {
      open_marked();
    }
    begin_replacement(canvas, readable(text));
    if (!canvas.text.open) {
      open();
    }
    if (glyphs.size() == 1) {
      show_glyph(glyphs[0], font.code(glyphs[0].id));
    } else {
      show_from_edge_to_edge(glyphs);
    }
    set_rise(canvas, 0);
    end_replacement(canvas);
    is_ready = canvas.text.open;
  }

  /// Readers take such a text to be as wide as from where its first glyph starts to where its last one ends,
  /// and see a gap in the word where that is less. So the leftmost letter comes first and its marks next;
  /// where a mark comes last, the pen goes on from it to the end.
  void show_from_edge_to_edge(std::span<const book::Glyph> glyphs) {
    std::vector<std::pair<const book::Glyph*, base::Length>> order;
    for (const book::Glyph& glyph : glyphs) {
      order.emplace_back(&glyph, at());
      along += glyph.advance;
    }
    const auto has_width = [](const auto& placed) { return placed.first->advance.raw > 0; };
    const auto letter = std::find_if(order.begin(), order.end(), has_width);
    if (letter != order.end()) {
      std::rotate(order.begin(), letter, letter + 1);
      std::stable_partition(order.begin() + 1, order.end(),
                            [&](const auto& placed) { return !has_width(placed); });
    }
    const std::int64_t spacing = canvas.state.spacing;
    for (const auto& [glyph, place] : order) {
      const Code& code = font.code(glyph->id);
      set_rise(canvas, -thousandths(glyph->dy));
      if (glyph == order.back().first && letter != order.end() && glyph->advance.raw <= 0) {
        const base::Length end = place + glyph->dx + base::scaled({code.width}, em.raw, kUnitsPerEm);
        set_spacing(canvas, base::scaled(at() - end, 1000, canvas.state.stretch));
      }
      show_code(canvas, code, to_units(place + glyph->dx, em));
    }
    set_spacing(canvas, to_length(spacing));
  }
};

}  // namespace

void end_array(Canvas& canvas) {
  end_string(canvas);
  if (canvas.text.in_array) {
    canvas.out += "]TJ\n";
    canvas.text.in_array = false;
  }
}

void show(Canvas& canvas, const book::Page& page, const book::GlyphRun& run, const EmbeddedFont& font) {
  if (run.size.raw <= 0 || run.glyphs.size() == 0) {
    return;
  }
  RunWriter writer{canvas, run, font, {}, {}, {}};
  visit_clusters(
      page, run,
      [&](const book::Glyph& glyph, std::string_view text) {
        if (const Code* code = is_readable(text) ? font.code(glyph.id, text) : nullptr) {
          writer.open_marked();
          writer.show_glyph(glyph, *code);
        } else {
          writer.show_as({&glyph, 1}, text);
        }
      },
      [&](std::span<const book::Glyph> glyphs, std::string_view text) { writer.show_as(glyphs, text); });
  set_rise(canvas, 0);
}

void end_text(Canvas& canvas) {
  if (canvas.text.open) {
    end_array(canvas);
    canvas.text.open = false;
    canvas.out += "ET\n";
  }
}

}  // namespace reliure::pdf
