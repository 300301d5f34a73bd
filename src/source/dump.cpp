#include "source/dump.h"

#include <charconv>

namespace reliure::source {
namespace {

/// Writes `key: value` lines; a line break in a value is shown as `\n`.
class Printer {
 public:
  explicit Printer(std::string& out) : out_(out) {}

  void line(std::string_view key, std::string_view value) {
    if (value.empty()) {
      return;
    }
    out_.append(indent_, ' ').append(key).append(": ");
    for (const char c : value) {
      c == '\n' ? out_.append("\\n") : out_.append(1, c);
    }
    out_ += '\n';
  }
  void line(std::string_view key, bool value) { line(key, std::string_view(value ? "true" : "false")); }
  void head(std::string_view text) { out_.append(text).append("\n"); }
  void set_indent(std::size_t indent) { indent_ = indent; }

 private:
  std::string& out_;
  std::size_t indent_ = 0;
};

std::string number(double value) {
  char buffer[32];
  const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
  return {buffer, end};
}

std::string_view name_of(Order order) {
  constexpr std::string_view kNames[] = {"navigation", "list", "summary"};
  return kNames[static_cast<std::size_t>(order)];
}

void print_metadata(const book::Metadata& metadata, Printer& print) {
  print.line("title", metadata.title);
  print.line("subtitle", metadata.subtitle);
  print.line("language", metadata.language);
  print.line("identifier", metadata.identifier);
  for (const book::Author& author : metadata.authors) {
    print.line("author", author.name + " (" + author.role + ")");
  }
  print.line("publisher", metadata.publisher);
  print.line("date", metadata.date);
  print.line("rights", metadata.rights);
  print.line("description", metadata.description);
  for (const std::string& subject : metadata.subjects) {
    print.line("subject", subject);
  }
  for (const book::Series& series : metadata.series) {
    print.line("series", series.title + (series.position.empty() ? "" : " " + series.position));
  }
  const book::Certification& certification = metadata.certification;
  print.line("claims accessibility", std::string_view(certification.claims ? "" : "false"));
  print.line("certified by", certification.by);
  print.line("credential", certification.credential);
  print.line("report", certification.report);
}

/// Whether the rules are by usage, or what is not.
void print_typography(const Typography& typography, Printer& print) {
  print.line("typography", typography.any());
  for (std::size_t i = 0; i < kTypographyRules && typography.any(); ++i) {
    const auto rule = static_cast<TypographyRule>(i);
    if (typography[rule] == Typography{}[rule]) continue;
    const char32_t space = typography[rule];
    print.line("typography " + std::string(name(rule)),
               std::string_view(space == 0               ? "false"
                                : space == kNoBreakSpace ? "no-break"
                                                         : "narrow"));
  }
}

void print_manifest(const Manifest& manifest, Printer& print) {
  print_metadata(manifest.metadata, print);
  print.line("content root", manifest.content_root);
  print.line("site root", manifest.site_root);
  print.line("order", name_of(manifest.order));
  print.line("summary", manifest.summary);
  print.line("breaks", manifest.markdown.breaks);
  print.line("linkify", manifest.markdown.linkify);
  print.line("cover", manifest.cover.value_or(""));
  print.line("contents depth", std::to_string(manifest.contents_depth));
  for (const CaptionList list : manifest.lists) {
    print.line("list", std::string_view(list == CaptionList::figures ? "figures" : "tables"));
  }
  print.line("title page", manifest.title_page);
  print.line("onix", std::string_view(manifest.onix ? "" : "false"));
  print_typography(manifest.typography, print);
}

void print_editions(const Tree& tree, Printer& print) {
  for (std::size_t i = 0; i < tree.manifest.editions.size(); ++i) {
    const Edition& edition = tree.manifest.editions[i];
    print.head("edition " + edition.name);
    constexpr std::string_view kFormats[] = {"pdf", "epub", "web"};
    print.line("format", kFormats[static_cast<std::size_t>(edition.format)]);
    print.line("page", edition.page);
    print.line("file", edition.file);
    print.line("imposition", std::string_view(edition.imposition == Imposition::none ? "" : "booklet"));
    constexpr std::string_view kColours[] = {"", "grey", "cmyk"};
    print.line("colour", kColours[static_cast<std::size_t>(edition.colour)]);
    print.line("profile", edition.profile);
    print.line("page list", edition.has_page_list ? std::string_view(edition.page_list) : "false");
    print.line("identifier", edition.identifier);
    constexpr std::string_view kFonts[] = {"none", "", "all"};
    print.line("fonts", kFonts[static_cast<std::size_t>(edition.fonts)]);
    for (const StyleSheet& sheet : tree.edition_styles[i]) {
      print.line("style", sheet.path);
    }
  }
}

void print_page(const Page& page, Printer& print) {
  const FrontMatter& matter = page.front_matter;
  print.head("page " + page.path);
  print.line("depth", std::to_string(page.depth));
  print.line("title", page.title.empty() ? matter.title : page.title);
  print.line("language", matter.language);
  print.line("date", matter.date);
  print.line("description", matter.description);
  for (const std::string& tag : matter.tags) {
    print.line("tag", tag);
  }
  for (const std::string& name : matter.classes) {
    print.line("class", name);
  }
  print.line("permalink", matter.permalink);
  print.line("navigation key", matter.navigation_key);
  print.line("navigation parent", matter.navigation_parent);
  print.line("navigation title", matter.navigation_title);
  print.line("navigation order", matter.navigation_order ? number(*matter.navigation_order) : "");
  print.line("typography", std::string_view(matter.typography ? "" : "false"));
  print.line("body at byte", std::to_string(page.body));
}

void print_font(const book::Font& font, Printer& print) {
  print.line("font", font.family + " " + std::to_string(font.weight) + (font.italic ? " italic" : ""));
}

}  // namespace

std::string dump(const Tree& tree) {
  std::string out;
  Printer print(out);
  print_manifest(tree.manifest, print);
  for (const StyleSheet& sheet : tree.styles) {
    print.line("style", sheet.path + (sheet.built_in ? " (built in)" : ""));
  }
  for (const book::Font& font : tree.fonts) {
    print_font(font, print);
  }
  for (const Dictionary& dictionary : tree.dictionaries) {
    if (!dictionary.built_in) print.line("hyphenation", dictionary.language);
  }
  print.set_indent(2);
  print_editions(tree, print);
  for (const Page& page : tree.pages) {
    print_page(page, print);
  }
  return out;
}

}  // namespace reliure::source
