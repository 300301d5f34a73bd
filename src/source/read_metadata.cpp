#include "source/read_metadata.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/language.h"
#include "base/uuid.h"
#include "source/values.h"

namespace reliure::source {
namespace {

using base::Code;
using base::Diagnostics;

constexpr std::string_view kAuthorKeys[] = {"name", "role"};
constexpr std::string_view kSeriesKeys[] = {"title", "number"};
constexpr std::string_view kAccessibilityKeys[] = {"claim", "certified-by", "credential", "report"};

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether `text` begins with the scheme of a URI (RFC 3986 §3.1) and something behind it.
bool is_uri(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 1 == text.size()) {
    return false;
  }
  const std::string_view scheme = text.substr(0, colon);
  return is_lower(scheme[0]) && std::ranges::all_of(scheme, [](char c) {
           return is_lower(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
         });
}

/// Whether `text` is an ISBN of 13 digits whose last one is right (ISO 2108); hyphens and spaces do not
/// count.
bool is_isbn(std::string_view text) {
  int sum = 0;
  int digits = 0;
  for (const char c : text) {
    if (is_digit(c)) {
      sum += (c - '0') * (digits % 2 == 0 ? 1 : 3);
      ++digits;
    } else if (c != '-' && c != ' ') {
      return false;
    }
  }
  return digits == 13 && sum % 10 == 0;
}

/// `2` or `2.1.3` (EPUB 3.3 §D.3.5, `group-position`).
bool is_position(std::string_view text) {
  const bool plain = std::ranges::all_of(text, [](char c) { return is_digit(c) || c == '.'; });
  return plain && !text.empty() && is_digit(text.front()) && is_digit(text.back()) &&
         text.find("..") == std::string_view::npos;
}

std::optional<book::Series> read_one_series(const Yaml& entry, Diagnostics& diagnostics) {
  if (entry.kind == Yaml::Kind::scalar) return book::Series{entry.scalar, ""};
  if (!is_map(&entry, "a series", diagnostics)) return std::nullopt;
  check_keys(entry, kSeriesKeys, diagnostics);
  book::Series series{text_at(entry, "title", diagnostics), text_at(entry, "number", diagnostics)};
  if (series.title.empty()) {
    diagnostics.report(Code::source_missing_key, entry.span, "a series has no `title`");
    return std::nullopt;
  }
  if (!series.position.empty() && !is_position(series.position)) {
    report_bad_value(*entry.find("number"), "`" + series.position + "` is no number in a series",
                     "write it in digits: `2`, or `2.1`", diagnostics);
    series.position.clear();
  }
  return series;
}

std::vector<book::Series> read_series(const Yaml* value, Diagnostics& diagnostics) {
  std::vector<book::Series> read;
  if (value == nullptr || value->kind == Yaml::Kind::null) return read;
  const auto add = [&](const Yaml& entry) {
    if (auto series = read_one_series(entry, diagnostics)) read.push_back(std::move(*series));
  };
  if (value->kind == Yaml::Kind::list) {
    std::ranges::for_each(value->items, add);
  } else {
    add(*value);
  }
  return read;
}

book::Certification read_certification(const Yaml* value, Diagnostics& diagnostics) {
  book::Certification certification;
  if (!is_map(value, "`accessibility`", diagnostics)) return certification;
  check_keys(*value, kAccessibilityKeys, diagnostics);
  certification.claims = flag_at(*value, "claim", true, diagnostics);
  certification.by = text_at(*value, "certified-by", diagnostics);
  certification.credential = text_at(*value, "credential", diagnostics);
  certification.report = text_at(*value, "report", diagnostics);
  const bool web =
      certification.report.starts_with("https://") || certification.report.starts_with("http://");
  if (!certification.report.empty() && !web) {
    report_bad_value(*value->find("report"), "`" + certification.report + "` is no address of the web",
                     "write one that begins with `https://`", diagnostics);
    certification.report.clear();
  }
  return certification;
}

/// The identifier of the book, or one made of its name.
std::string identifier_of_book(const Yaml& document, const book::Metadata& metadata,
                               Diagnostics& diagnostics) {
  const std::string written = identifier_at(document, diagnostics);
  return written.empty() ? base::uuid_urn(metadata.title + '\n' + metadata.publisher) : written;
}

std::optional<book::Author> read_author(const Yaml& entry, Diagnostics& diagnostics) {
  if (entry.kind == Yaml::Kind::scalar) {
    return book::Author{entry.scalar};
  }
  if (!is_map(&entry, "an author", diagnostics)) {
    return std::nullopt;
  }
  check_keys(entry, kAuthorKeys, diagnostics);
  book::Author author{text_at(entry, "name", diagnostics)};
  if (author.name.empty()) {
    diagnostics.report(Code::source_missing_key, entry.span, "an author has no `name`");
    return std::nullopt;
  }
  const std::string role = text_at(entry, "role", diagnostics);
  if (role.size() == 3 && std::ranges::all_of(role, is_lower)) {
    author.role = role;
  } else if (!role.empty()) {
    report_bad_value(
        *entry.find("role"), "`" + role + "` is no role",
        "write a MARC relator code: `aut` author, `edt` editor, `ill` illustrator, `trl` translator",
        diagnostics);
  }
  return author;
}

std::vector<book::Author> read_authors(const Yaml* authors, Diagnostics& diagnostics) {
  std::vector<book::Author> read;
  if (authors == nullptr || authors->kind == Yaml::Kind::null) {
    return read;
  }
  const auto add = [&](const Yaml& entry) {
    if (std::optional<book::Author> author = read_author(entry, diagnostics)) {
      read.push_back(std::move(*author));
    }
  };
  if (authors->kind == Yaml::Kind::list) {
    std::ranges::for_each(authors->items, add);
  } else {
    add(*authors);
  }
  return read;
}

std::string date_at(const Yaml& document, Diagnostics& diagnostics) {
  std::string date = text_at(document, "date", diagnostics);
  if (!date.empty() && !is_date(date)) {
    report_bad_value(*document.find("date"), "`" + date + "` is no date of the calendar",
                     "write year, month and day: `2021-05-04`", diagnostics);
    date.clear();
  }
  return date;
}

std::string language_at(const Yaml& document, Diagnostics& diagnostics) {
  std::string language = text_at(document, "language", diagnostics);
  if (language.empty()) {
    diagnostics.report(Code::source_no_language, document.span,
                       "the book has no `language`: English is assumed",
                       "add `language: fr` or another BCP 47 tag: screen readers and hyphenation go by it");
  } else if (!base::is_language_tag(language)) {
    std::string meant = base::meant_language(language);
    report_bad_value(
        *document.find("language"), "`" + language + "` is no language",
        meant.empty() ? "write a BCP 47 tag such as `fr` or `en-GB`" : "did you mean `" + meant + "`?",
        diagnostics);
    language = std::move(meant);
  }
  return language.empty() ? book::Metadata{}.language : language;
}

/// Where the empty title is to be written: behind its key, else at the head of the manifest.
base::Span place_of_title(const Yaml& document) {
  const auto key = std::ranges::find(document.keys, "title", &YamlKey::name);
  if (key == document.keys.end()) {
    return document.span;
  }
  const Yaml& value = document.items[static_cast<std::size_t>(key - document.keys.begin())];
  return value.span.end > value.span.begin ? value.span : key->span;
}

}  // namespace

std::string identifier_at(const Yaml& map, Diagnostics& diagnostics) {
  const std::string written = text_at(map, "identifier", diagnostics);
  if (is_uri(written)) {
    return written;
  }
  if (is_isbn(written)) {
    std::string isbn = "urn:isbn:";
    std::ranges::copy_if(written, std::back_inserter(isbn), is_digit);
    return isbn;
  }
  if (!written.empty()) {
    report_bad_value(*map.find("identifier"), "`" + written + "` is no identifier",
                     "write a URI such as `urn:uuid:...`, or an ISBN of 13 digits", diagnostics);
  }
  return {};
}

book::Metadata read_metadata(const Yaml& document, Diagnostics& diagnostics) {
  book::Metadata metadata;
  metadata.title = text_at(document, "title", diagnostics);
  if (metadata.title.find_first_not_of(" \t\r\n") == std::string::npos) {
    diagnostics.report(Code::source_missing_key, place_of_title(document), "the book has no `title`",
                       "add `title: ...`");
  }
  metadata.subtitle = text_at(document, "subtitle", diagnostics);
  metadata.language = language_at(document, diagnostics);
  metadata.authors = read_authors(document.find("authors"), diagnostics);
  metadata.publisher = text_at(document, "publisher", diagnostics);
  metadata.date = date_at(document, diagnostics);
  metadata.rights = text_at(document, "rights", diagnostics);
  metadata.description = text_at(document, "description", diagnostics);
  for (PlacedText& subject : texts_at(document, "subjects", diagnostics)) {
    metadata.subjects.push_back(std::move(subject.text));
  }
  metadata.series = read_series(document.find("series"), diagnostics);
  metadata.certification = read_certification(document.find("accessibility"), diagnostics);
  metadata.identifier = identifier_of_book(document, metadata, diagnostics);
  return metadata;
}

}  // namespace reliure::source
