#include <algorithm>
#include <tuple>
#include <utility>

#include "app/places.h"
#include "app/render_diagnostics.h"
#include "app/terminal_text.h"

namespace reliure::app {
namespace {

using base::Diagnostic;
using base::Severity;
using base::Span;

constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kBlue = "\x1b[1;34m";
constexpr std::string_view kPlain = "\x1b[0m";

std::string_view color_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "\x1b[1;31m";
    case Severity::warning:
      return "\x1b[1;33m";
    case Severity::note:
      break;
  }
  return "\x1b[1;36m";
}

/// A span to show: under it carets, or dashes with what they mean.
struct Marked {
  Span span;
  char mark = '^';
  std::string_view meaning;
};

class TextRenderer {
 public:
  TextRenderer(const base::SourceMap& sources, bool color) : places_(sources), color_(color) {}

  void render(const Diagnostic& diagnostic);
  std::string take() { return std::move(out_); }

 private:
  void paint(std::string_view color, std::string_view text);
  void gutter(std::string_view text);
  void show(const Marked& marked, std::string_view arrow, std::string_view color);
  std::size_t number_width(const Diagnostic& diagnostic);

  Places places_;
  bool color_;
  std::size_t width_ = 0;
  std::string out_;
};

void TextRenderer::paint(std::string_view color, std::string_view text) {
  if (color_) {
    out_.append(color).append(text).append(kPlain);
  } else {
    out_.append(text);
  }
}

/// A line number, or nothing, then the rule beside the text.
void TextRenderer::gutter(std::string_view text) {
  paint(kBlue, std::string(width_ - text.size(), ' ') + std::string(text) + " |");
}

/// The digits of the largest line number that the diagnostic shows.
std::size_t TextRenderer::number_width(const Diagnostic& diagnostic) {
  std::size_t largest = 0;
  const auto consider = [&](Span span) {
    if (span.file.value != 0) {
      largest = std::max(largest, places_.place(span.file, span.begin).line);
    }
  };
  consider(diagnostic.span);
  for (const base::Label& label : diagnostic.labels) {
    consider(label.span);
  }
  return largest == 0 ? 1 : std::to_string(largest).size();
}

void TextRenderer::show(const Marked& marked, std::string_view arrow, std::string_view color) {
  const Span span = marked.span;
  if (span.file.value == 0) {
    return;
  }
  const base::SourceMap& sources = places_.sources();
  const base::Place place = places_.place(span.file, span.begin);
  const std::string line = std::to_string(place.line);
  out_.append(width_, ' ');
  paint(kBlue, arrow);
  out_ += " " + printable(sources.name(span.file)) + ":" + line + ":" + std::to_string(place.column) + "\n";
  const std::size_t start = places_.line_start(span.file, span.begin);
  const Excerpt excerpt =
      excerpt_of(sources.line(span.file, span.begin), span.begin - start, span.end - start);
  gutter("");
  out_ += '\n';
  gutter(line);
  out_ += excerpt.text.empty() ? "\n" : " " + excerpt.text + "\n";
  gutter("");
  out_.append(excerpt.before + 1, ' ');
  std::string marks(excerpt.marked, marked.mark);
  if (!marked.meaning.empty()) {
    marks.append(" ").append(printable(marked.meaning));
  }
  paint(color, marks);
  out_ += '\n';
}

void TextRenderer::render(const Diagnostic& diagnostic) {
  width_ = number_width(diagnostic);
  const std::string_view color = color_of(diagnostic.severity);
  const std::string head =
      std::string(name(diagnostic.severity)) + "[" + std::string(base::name(diagnostic.code)) + "]";
  paint(color, head);
  paint(kBold, ": " + printable(diagnostic.message));
  out_ += '\n';
  show({diagnostic.span, '^', ""}, "-->", color);
  for (const base::Label& label : diagnostic.labels) {
    show({label.span, '-', label.message}, ":::", kBlue);
  }
  for (const std::string& hint : diagnostic.hints) {
    out_.append(width_ + 1, ' ');
    paint(kBlue, "=");
    out_ += " hint: " + printable(hint) + "\n";
  }
  out_ += '\n';
}

}  // namespace

std::string_view name(Severity severity) {
  constexpr std::string_view kNames[] = {"note", "warning", "error"};
  return kNames[static_cast<std::size_t>(severity)];
}

std::string render_text(std::span<const Diagnostic> diagnostics, const base::SourceMap& sources, bool color) {
  TextRenderer renderer(sources, color);
  for (const Diagnostic& diagnostic : diagnostics) {
    renderer.render(diagnostic);
  }
  return renderer.take();
}

std::vector<Diagnostic> without_repetitions(std::span<const Diagnostic> diagnostics) {
  const auto key = [&](std::size_t i) {
    const Diagnostic& diagnostic = diagnostics[i];
    return std::tuple(diagnostic.code, diagnostic.span, std::string_view(diagnostic.message), i);
  };
  std::vector<std::size_t> order(diagnostics.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    order[i] = i;
  }
  std::ranges::sort(order, {}, key);
  const auto same = [&](std::size_t a, std::size_t b) {
    return diagnostics[a].code == diagnostics[b].code && diagnostics[a].span == diagnostics[b].span &&
           diagnostics[a].message == diagnostics[b].message;
  };
  order.erase(std::unique(order.begin(), order.end(), same), order.end());
  std::ranges::sort(order);
  std::vector<Diagnostic> kept;
  for (const std::size_t i : order) {
    kept.push_back(diagnostics[i]);
  }
  return kept;
}

}  // namespace reliure::app
