#pragma once
// YAML as a plain value whose every part knows where it stands.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/span.h"

namespace reliure::source {

/// The name of a map's entry.
struct YamlKey {
  std::string name;
  base::Span span;
};

/// One value of a document. Tags other than quoting are passed over: what a value means is for the reader.
struct Yaml {
  enum class Kind : std::uint8_t { null, scalar, list, map };
  Kind kind = Kind::null;
  /// The text of a scalar, quotes and escapes resolved.
  std::string scalar;
  /// Whether the scalar stood in quotes or as a block: then `true` and `12` are words.
  bool quoted = false;
  /// A list's elements, a map's values.
  std::vector<Yaml> items;
  /// A map's keys, in the order written; as many as `items`.
  std::vector<YamlKey> keys;
  base::Span span;

  /// The value under a key of a map: the first where a key stands twice; null when there is none.
  const Yaml* find(std::string_view key) const;
};

/// Parses the one document in `span` of `text`, where `text` is the whole file. An empty document is a null.
/// Bad YAML is reported and gives nothing; a key that stands twice is reported and the first one counts.
std::optional<Yaml> parse_yaml(std::string_view text, base::Span span, base::Diagnostics& diagnostics);

}  // namespace reliure::source
