#include "app/edition_diagnostics.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

namespace reliure::app {
namespace {

using base::Diagnostic;

/// One mistake with the editions that show it.
struct Mistake {
  const Diagnostic* first = nullptr;
  std::vector<std::size_t> editions;
  /// The same words in all of them: no measure that is one edition's.
  bool same_message = true;
};

/// Code and place, and which of those that an edition has with both: two may be about one place.
using Key = std::tuple<base::Code, base::Span, std::size_t>;

/// In the order in which they were found.
std::vector<Mistake> mistakes_of(const std::vector<EditionDiagnostics>& editions) {
  std::vector<Mistake> mistakes;
  std::map<Key, std::size_t> place_of;
  for (const EditionDiagnostics& edition : editions) {
    std::map<std::pair<base::Code, base::Span>, std::size_t> seen;
    std::set<std::tuple<base::Code, base::Span, std::string_view>> said;
    for (const Diagnostic& diagnostic : edition.found.all()) {
      // What one edition says twice is said once.
      if (!said.emplace(diagnostic.code, diagnostic.span, diagnostic.message).second) continue;
      const std::size_t count = seen[{diagnostic.code, diagnostic.span}]++;
      const auto [row, fresh] =
          place_of.try_emplace(Key{diagnostic.code, diagnostic.span, count}, mistakes.size());
      if (fresh) mistakes.push_back({&diagnostic, {}, true});
      Mistake& mistake = mistakes[row->second];
      mistake.same_message = mistake.same_message && mistake.first->message == diagnostic.message;
      if (std::ranges::find(mistake.editions, edition.edition) == mistake.editions.end())
        mistake.editions.push_back(edition.edition);
    }
  }
  return mistakes;
}

/// How many of the editions could have the mistake: those of pages, those for readers, or all.
std::size_t possible(const Diagnostic& diagnostic, const ChosenEditions& chosen) {
  const std::string_view name = base::name(diagnostic.code);
  if (name.starts_with("layout/") || name.starts_with("pdf/")) return chosen.print.size();
  if (name.starts_with("epub/")) return chosen.ebooks.size();
  return chosen.print.size() + chosen.ebooks.size();
}

std::string names(const std::vector<std::size_t>& editions, const source::Manifest& manifest) {
  std::string out = editions.size() == 1 ? "edition " : "editions ";
  for (const std::size_t edition : editions) {
    if (edition != editions.front()) out += ", ";
    out += "`" + manifest.editions[edition].name + "`";
  }
  return out;
}

}  // namespace

void append_of_editions(const std::vector<EditionDiagnostics>& editions, const ChosenEditions& chosen,
                        const source::Manifest& manifest, base::Diagnostics& diagnostics) {
  for (const Mistake& mistake : mistakes_of(editions)) {
    std::string message = mistake.first->message;
    const bool everywhere = mistake.editions.size() >= possible(*mistake.first, chosen);
    if (!everywhere || !mistake.same_message) message += " (" + names(mistake.editions, manifest) + ")";
    Diagnostic& added = diagnostics.report(mistake.first->code, mistake.first->span, std::move(message));
    added.severity = mistake.first->severity;
    added.labels = mistake.first->labels;
    added.hints = mistake.first->hints;
  }
}

}  // namespace reliure::app
