#include "app/json.h"
#include "app/places.h"
#include "app/render_diagnostics.h"

namespace reliure::app {
namespace {

using base::Diagnostic;
using base::Span;

/// The members `"file"` to `"end"` of an object.
std::string place_members(Span span, Places& places) {
  const base::Place from = places.place(span.file, span.begin);
  const base::Place to = places.place(span.file, span.end);
  return "\"file\": " + json_string(places.sources().name(span.file)) +
         ", \"line\": " + std::to_string(from.line) + ", \"column\": " + std::to_string(from.column) +
         ", \"endLine\": " + std::to_string(to.line) + ", \"endColumn\": " + std::to_string(to.column) +
         ", \"begin\": " + std::to_string(places.sources().file_offset(span.file, span.begin)) +
         ", \"end\": " + std::to_string(places.sources().file_offset(span.file, span.end));
}

std::string labels_of(const Diagnostic& diagnostic, Places& places) {
  std::string labels;
  for (const base::Label& label : diagnostic.labels) {
    labels += labels.empty() ? "" : ", ";
    labels += "{\"message\": " + json_string(label.message) + ", " + place_members(label.span, places) + "}";
  }
  return labels;
}

std::string hints_of(const Diagnostic& diagnostic) {
  std::string hints;
  for (const std::string& hint : diagnostic.hints) {
    hints += (hints.empty() ? "" : ", ") + json_string(hint);
  }
  return hints;
}

std::string object_of(const Diagnostic& diagnostic, Places& places) {
  std::string object = "{\"code\": " + json_string(base::name(diagnostic.code)) +
                       ", \"severity\": " + json_string(name(diagnostic.severity)) +
                       ", \"message\": " + json_string(diagnostic.message);
  if (diagnostic.span.file.value != 0) {
    object += ", " + place_members(diagnostic.span, places);
  }
  return object + ", \"labels\": [" + labels_of(diagnostic, places) + "], \"hints\": [" +
         hints_of(diagnostic) + "]}";
}

}  // namespace

std::string render_json(std::span<const Diagnostic> diagnostics, const base::SourceMap& sources) {
  Places places(sources);
  std::string json = "{\"diagnostics\": [";
  bool is_first = true;
  for (const Diagnostic& diagnostic : diagnostics) {
    json += is_first ? "\n  " : ",\n  ";
    json += object_of(diagnostic, places);
    is_first = false;
  }
  return json + (is_first ? "]}\n" : "\n]}\n");
}

}  // namespace reliure::app
