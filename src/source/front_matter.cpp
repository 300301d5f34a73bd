#include "source/front_matter.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "base/language.h"
#include "source/values.h"
#include "source/yaml.h"

namespace reliure::source {
namespace {

using base::Code;
using base::Diagnostics;
using base::Span;

/// A way of writing front matter: the line that opens it and the line that closes it.
struct Form {
  std::string_view opens;
  std::string_view closes;
  /// Empty for YAML, which alone is read.
  std::string_view language;
};

/// As Jekyll, Eleventy, Hugo and Zola have them.
constexpr Form kForms[] = {
    {"---", "---", ""},         {"---yaml", "---", ""},         {"---json", "---", "JSON"},
    {"---toml", "---", "TOML"}, {"---js", "---", "JavaScript"}, {"+++", "+++", "TOML"},
    {"{", "}", "JSON"},
};

/// Where the front matter stands, and where the page goes on.
struct Fences {
  const Form* form = nullptr;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t body = 0;
};

/// The line at `begin` without its end and the white space before it, and where the next begins.
std::pair<std::string_view, std::size_t> line_at(std::string_view text, std::size_t begin) {
  const std::size_t end = std::min(text.find('\n', begin), text.size());
  const std::string_view line = text.substr(begin, end - begin);
  return {line.substr(0, line.find_last_not_of(" \t\r") + 1), std::min(end + 1, text.size())};
}

/// The fences of a front matter that opens at the head of the page; an `end` of npos: it is never closed.
std::optional<Fences> find_fences(std::string_view text) {
  const auto [first, begin] = line_at(text, 0);
  const auto* form = std::ranges::find(kForms, first, &Form::opens);
  if (form == std::end(kForms)) {
    return std::nullopt;
  }
  for (std::size_t at = begin; at < text.size();) {
    const auto [line, next] = line_at(text, at);
    if (line == form->closes) {
      return Fences{form, begin, at, next};
    }
    at = next;
  }
  // A page may begin with a brace or three plus signs and mean nothing by it.
  if (!first.starts_with("---")) {
    return std::nullopt;
  }
  return Fences{form, begin, std::string_view::npos, 0};
}

/// A permalink as an address with a leading `/`; `index.html` is its folder's address. An address that a
/// template computes is not known here, and `false` is none.
std::string address_of(std::string_view permalink) {
  constexpr std::string_view kIndex = "index.html";
  if (permalink.empty() || permalink == "false" || permalink.find("{{") != std::string_view::npos) {
    return {};
  }
  if (permalink.ends_with(kIndex) && (permalink == kIndex || permalink[permalink.size() - 11] == '/')) {
    permalink.remove_suffix(kIndex.size());
  }
  return permalink.starts_with('/') ? std::string(permalink) : "/" + std::string(permalink);
}

std::string language_of(const Yaml& map, Diagnostics& diagnostics) {
  std::string language = text_at(map, "lang", diagnostics);
  if (language.empty() || base::is_language_tag(language)) {
    return language;
  }
  std::string meant = base::meant_language(language);
  diagnostics.report(Code::content_bad_language, map.find("lang")->span,
                     "`" + language + "` is no language tag",
                     meant.empty() ? "write a tag of BCP 47 such as `fr` or `en-GB`"
                                   : "write `" + meant + "`, which it is taken for");
  return meant;
}

/// Sites write `Last Modified` and the like here too: only a date of the calendar is taken.
std::string date_of(const Yaml& map, Diagnostics& diagnostics) {
  std::string date = text_at(map, "date", diagnostics).substr(0, std::string_view("2021-05-04").size());
  return is_date(date) ? date : std::string();
}

void read_navigation(const Yaml& map, ReadFrontMatter& read, Diagnostics& diagnostics) {
  const auto span_of = [&](std::string_view key) {
    const Yaml* value = map.find(key);
    return value != nullptr ? value->span : Span{};
  };
  read.has_navigation = true;
  read.values.navigation_key = text_at(map, "key", diagnostics);
  read.values.navigation_parent = text_at(map, "parent", diagnostics);
  read.values.navigation_title = text_at(map, "title", diagnostics);
  read.values.navigation_order = number_at(map, "order", diagnostics);
  read.navigation_key = span_of("key");
  read.navigation_parent = span_of("parent");
}

void read_keys(const Yaml& map, ReadFrontMatter& read, Diagnostics& diagnostics) {
  FrontMatter& values = read.values;
  values.title = text_at(map, "title", diagnostics);
  values.language = language_of(map, diagnostics);
  values.date = date_of(map, diagnostics);
  values.description = text_at(map, "description", diagnostics);
  for (PlacedText& tag : texts_at(map, "tags", diagnostics)) {
    values.tags.push_back(std::move(tag.text));
  }
  for (const PlacedText& names : texts_at(map, "class", diagnostics)) {
    for (std::size_t begin = 0; begin < names.text.size();) {
      const std::size_t end = std::min(names.text.find(' ', begin), names.text.size());
      if (end > begin) values.classes.push_back(names.text.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  const Yaml* permalink = map.find("permalink");
  if (permalink != nullptr && permalink->kind == Yaml::Kind::scalar) {
    values.permalink = address_of(permalink->scalar);
  }
  values.typography = flag_at(map, "typography", true, diagnostics);
  values.excluded = flag_at(map, "eleventyExcludeFromCollections", false, diagnostics);
  if (const Yaml* navigation = map.find("eleventyNavigation");
      is_map(navigation, "`eleventyNavigation`", diagnostics)) {
    read_navigation(*navigation, read, diagnostics);
  }
}

}  // namespace

ReadFrontMatter read_front_matter(const base::SourceMap& sources, base::FileId file,
                                  Diagnostics& diagnostics) {
  ReadFrontMatter read;
  const std::string_view text = sources.text(file);
  const std::optional<Fences> fences = find_fences(text);
  if (!fences) {
    return read;
  }
  if (fences->end == std::string_view::npos) {
    diagnostics.report(Code::source_bad_yaml, {file, 0, 3}, "front matter is opened here and never closed",
                       "put a line `---` behind it");
    return read;
  }
  read.body = static_cast<std::uint32_t>(fences->body);
  read.values.span = {file, static_cast<std::uint32_t>(fences->begin),
                      static_cast<std::uint32_t>(fences->end)};
  if (const Form& form = *fences->form; !form.language.empty()) {
    diagnostics.report(Code::source_bad_yaml, {file, 0, static_cast<std::uint32_t>(form.opens.size())},
                       "front matter in " + std::string(form.language) + " is not read",
                       "write it in YAML, between two lines of `---`");
    return read;
  }
  const std::optional<Yaml> yaml = parse_yaml(text, read.values.span, diagnostics);
  if (yaml && is_map(&*yaml, "front matter", diagnostics)) {
    read_keys(*yaml, read, diagnostics);
  }
  return read;
}

}  // namespace reliure::source
