#pragma once
// What went wrong in the author's book, where, and what to do about it.
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace reliure::base {

/// How much a diagnostic weighs. An error makes the exit status 1; a warning does not; notes inform.
enum class Severity : std::uint8_t { note, warning, error };

/// Every diagnostic the program can give; the table is `base/diagnostics.def`.
enum class Code : std::uint16_t {
#define RELIURE_DIAGNOSTIC(identifier, name, severity, meaning) identifier,
#include "base/diagnostics.def"
#undef RELIURE_DIAGNOSTIC
};

/// A second place that explains the first ("first defined here").
struct Label {
  Span span;
  std::string message;
};

struct Diagnostic {
  Code code;
  Severity severity;
  Span span;
  /// Lower case, no full stop, code in backticks; what was seen.
  std::string message;
  std::vector<Label> labels;
  /// What to do about it, one sentence each.
  std::vector<std::string> hints;
};

/// One row of the table of codes.
struct CodeInfo {
  Code code;
  std::string_view name;
  Severity severity;
  std::string_view meaning;
};

/// All codes in table order.
std::span<const CodeInfo> all_codes();
/// `stage/what`.
std::string_view name(Code code);

/// Collects diagnostics in the order they were found. Not shared between threads: a worker fills its
/// own and the caller appends them in order.
class Diagnostics {
 public:
  /// Reports with the table's severity; the result is valid until the next report, for labels and hints.
  Diagnostic& report(Code code, Span span, std::string message);
  Diagnostic& report(Code code, Span span, std::string message, std::string hint);
  /// Moves everything of `other` behind what is here.
  void append(Diagnostics&& other);

  std::span<const Diagnostic> all() const { return all_; }
  std::size_t count(Severity severity) const;
  bool has_errors() const { return count(Severity::error) > 0; }

 private:
  std::vector<Diagnostic> all_;
};

/// The candidate nearest to `word` by edit distance, or empty when none is near enough to suggest.
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace reliure::base
