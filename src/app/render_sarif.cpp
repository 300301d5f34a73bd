#include <set>

#include "app/json.h"
#include "app/places.h"
#include "app/render_diagnostics.h"

namespace reliure::app {
namespace {

using base::Diagnostic;
using base::Span;

/// A path as a URI reference: what RFC 3986 lets stand in a path stays, the rest is percent-encoded.
std::string uri_of(std::string_view path) {
  constexpr std::string_view kKept = "-._~/!$&'()*+,;=@";
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string uri;
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    const auto byte = static_cast<unsigned char>(c);
    if (plain || kKept.find(c) != std::string_view::npos || (c == ':' && path.starts_with("reliure:"))) {
      uri += c;
    } else {
      uri.append({'%', kDigits[byte >> 4], kDigits[byte & 15]});
    }
  }
  return uri;
}

/// `physicalLocation` (SARIF 2.1.0 §3.29).
std::string physical_location(Span span, Places& places) {
  const base::Place from = places.place(span.file, span.begin);
  const base::Place to = places.place(span.file, span.end);
  return "\"physicalLocation\": {\"artifactLocation\": {\"uri\": " +
         json_string(uri_of(places.sources().name(span.file))) +
         "}, \"region\": {\"startLine\": " + std::to_string(from.line) +
         ", \"startColumn\": " + std::to_string(from.column) + ", \"endLine\": " + std::to_string(to.line) +
         ", \"endColumn\": " + std::to_string(to.column) + "}}";
}

/// SARIF has no place for hints: they follow the message.
std::string message_of(const Diagnostic& diagnostic) {
  std::string message = diagnostic.message;
  for (const std::string& hint : diagnostic.hints) {
    message += "\nhint: " + hint;
  }
  return message;
}

std::string related_locations(const Diagnostic& diagnostic, Places& places) {
  std::string related;
  for (const base::Label& label : diagnostic.labels) {
    related += related.empty() ? ", \"relatedLocations\": [{" : ", {";
    related += "\"message\": {\"text\": " + json_string(label.message) + "}, " +
               physical_location(label.span, places) + "}";
  }
  return related.empty() ? related : related + "]";
}

/// `result` (SARIF 2.1.0 §3.27).
std::string result_of(const Diagnostic& diagnostic, Places& places) {
  std::string result = "{\"ruleId\": " + json_string(base::name(diagnostic.code)) +
                       ", \"level\": " + json_string(name(diagnostic.severity)) +
                       ", \"message\": {\"text\": " + json_string(message_of(diagnostic)) + "}";
  if (diagnostic.span.file.value != 0) {
    result += ", \"locations\": [{" + physical_location(diagnostic.span, places) + "}]";
  }
  return result + related_locations(diagnostic, places) + "}";
}

/// `reportingDescriptor` (SARIF 2.1.0 §3.49) of each code that occurs, in the table's order.
std::string rules_of(std::span<const Diagnostic> diagnostics) {
  std::set<base::Code> used;
  for (const Diagnostic& diagnostic : diagnostics) {
    used.insert(diagnostic.code);
  }
  std::string rules;
  for (const base::CodeInfo& info : base::all_codes()) {
    if (used.contains(info.code)) {
      rules += (rules.empty() ? "\n      {\"id\": " : ",\n      {\"id\": ") + json_string(info.name) +
               ", \"shortDescription\": {\"text\": " + json_string(info.meaning) +
               "}, \"defaultConfiguration\": {\"level\": " + json_string(name(info.severity)) + "}}";
    }
  }
  return rules;
}

}  // namespace

std::string render_sarif(std::span<const Diagnostic> diagnostics, const base::SourceMap& sources) {
  Places places(sources);
  std::string results;
  for (const Diagnostic& diagnostic : diagnostics) {
    results += (results.empty() ? "\n    " : ",\n    ") + result_of(diagnostic, places);
  }
  return "{\n"
         "  \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n"
         "  \"version\": \"2.1.0\",\n"
         "  \"runs\": [{\n"
         "    \"tool\": {\"driver\": {\"name\": \"reliure\", \"version\": \"" RELIURE_VERSION
         "\", \"rules\": [" +
         rules_of(diagnostics) +
         "]}},\n"
         "    \"columnKind\": \"unicodeCodePoints\",\n"
         "    \"results\": [" +
         results + "]\n  }]\n}\n";
}

}  // namespace reliure::app
