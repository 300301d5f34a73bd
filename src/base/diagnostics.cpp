#include "base/diagnostics.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

namespace reliure::base {
namespace {

constexpr CodeInfo kCodes[] = {
#define RELIURE_DIAGNOSTIC(identifier, name, severity, meaning) \
  {Code::identifier, name, Severity::severity, meaning},
#include "base/diagnostics.def"
#undef RELIURE_DIAGNOSTIC
};

/// The least number of letters put in, left out, replaced or swapped with their neighbour (Damerau 1964), row
/// by row: swapped letters are the commonest slip.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before.swap(last);
    last.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
  }
  return row[b.size()];
}

}  // namespace

std::span<const CodeInfo> all_codes() { return kCodes; }

std::string_view name(Code code) { return kCodes[static_cast<std::size_t>(code)].name; }

Diagnostic& Diagnostics::report(Code code, Span span, std::string message) {
  const Severity severity = kCodes[static_cast<std::size_t>(code)].severity;
  return all_.emplace_back(Diagnostic{code, severity, span, std::move(message), {}, {}});
}

Diagnostic& Diagnostics::report(Code code, Span span, std::string message, std::string hint) {
  Diagnostic& diagnostic = report(code, span, std::move(message));
  diagnostic.hints.push_back(std::move(hint));
  return diagnostic;
}

void Diagnostics::append(Diagnostics&& other) {
  all_.insert(all_.end(), std::make_move_iterator(other.all_.begin()),
              std::make_move_iterator(other.all_.end()));
  other.all_.clear();
}

std::size_t Diagnostics::count(Severity severity) const {
  return static_cast<std::size_t>(
      std::ranges::count(all_, severity, [](const Diagnostic& diagnostic) { return diagnostic.severity; }));
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates) {
  // A third of the word may differ: one slip in a short word, two or three in a long one.
  std::size_t best_distance = std::max<std::size_t>(1, word.size() / 3) + 1;
  std::string_view best;
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
  }
  return best;
}

}  // namespace reliure::base
