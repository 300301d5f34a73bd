#include "app/editions.h"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "app/command_error.h"
#include "base/diagnostics.h"

namespace reliure::app {
namespace {

void check_names(const source::Manifest& manifest, std::span<const std::string> names) {
  std::vector<std::string_view> known;
  for (const source::Edition& edition : manifest.editions) {
    known.push_back(edition.name);
  }
  for (const std::string& name : names) {
    if (std::ranges::find(known, std::string_view(name)) != known.end()) {
      continue;
    }
    std::string message = "the book has no edition `" + name + "`";
    if (const std::string_view near = base::nearest(name, known); !near.empty()) {
      throw CommandError(message + ": did you mean `" + std::string(near) + "`?");
    }
    for (std::size_t i = 0; i < known.size(); ++i) {
      message.append(i == 0 ? "; it has `" : ", `").append(known[i]).append("`");
    }
    throw CommandError(message);
  }
}

/// The number in digits at `offset`, or 1 where the date is shorter.
unsigned field_at(std::string_view date, std::size_t offset, std::size_t size) {
  unsigned field = 1;
  if (offset < date.size()) {
    const std::string_view digits = date.substr(offset, size);
    std::from_chars(digits.data(), digits.data() + digits.size(), field);
  }
  return field;
}

}  // namespace

std::optional<std::size_t> numbering_edition(const source::Manifest& manifest, const source::Edition& ebook) {
  if (!ebook.has_page_list) return std::nullopt;
  for (std::size_t i = 0; i < manifest.editions.size(); ++i) {
    const source::Edition& edition = manifest.editions[i];
    const bool named = ebook.page_list.empty() || edition.name == ebook.page_list;
    if (edition.format == source::Format::pdf && named) return i;
  }
  return std::nullopt;
}

ChosenEditions choose_editions(const source::Manifest& manifest, std::span<const std::string> names) {
  check_names(manifest, names);
  const auto is_wanted = [&](const source::Edition& edition) {
    return names.empty() || std::ranges::find(names, edition.name) != names.end();
  };
  const auto is_ebook = [](const source::Edition& edition) { return edition.format != source::Format::pdf; };
  ChosenEditions chosen;
  std::vector<std::size_t> numbering;
  for (std::size_t i = 0; i < manifest.editions.size(); ++i) {
    const source::Edition& edition = manifest.editions[i];
    if (!is_ebook(edition) || !is_wanted(edition)) continue;
    chosen.ebooks.push_back(i);
    if (const auto print = numbering_edition(manifest, edition)) numbering.push_back(*print);
  }
  for (std::size_t i = 0; i < manifest.editions.size(); ++i) {
    const source::Edition& edition = manifest.editions[i];
    if (is_ebook(edition)) continue;
    const bool wanted = is_wanted(edition);
    const bool numbers = std::ranges::find(numbering, i) != numbering.end();
    if (wanted || numbers) chosen.print.push_back({i, wanted});
  }
  return chosen;
}

std::optional<std::int64_t> timestamp_of(std::string_view date) {
  if (date.empty()) {
    return std::nullopt;
  }
  namespace time = std::chrono;
  const time::year year(static_cast<int>(field_at(date, 0, 4)));
  const time::sys_days day = year / time::month(field_at(date, 5, 2)) / time::day(field_at(date, 8, 2));
  return time::seconds(day.time_since_epoch()).count();
}

}  // namespace reliure::app
