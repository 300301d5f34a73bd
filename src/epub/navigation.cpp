#include "epub/navigation.h"

#include <algorithm>
#include <utility>

#include "base/language.h"
#include "epub/escape.h"
#include "epub/links.h"
#include "epub/page_breaks.h"
#include "epub/semantics.h"
#include "epub/words.h"
#include "epub/xhtml.h"

namespace reliure::epub {

std::vector<ContentsEntry> entries_of(const Plan& plan) {
  std::vector<ContentsEntry> entries;
  for (const book::OutlineEntry& entry : plan.style->outline) {
    const bool shown = plan.has(entry.heading, kKept) && document_of(plan, entry.heading) != nullptr;
    if (!shown || is_invisible(entry.title)) continue;
    const int deepest = entries.empty() ? 1 : entries.back().level + 1;
    std::string address;
    append_reference(address, plan, nullptr, shown_target(plan, entry.heading));
    const std::string_view language = plan.manuscript->language(entry.heading);
    const bool other = language != plan.manuscript->metadata.language && base::is_language_tag(language);
    entries.push_back({std::clamp(entry.level, 1, deepest), trimmed(entry.title), std::move(address),
                       other ? language : std::string_view()});
  }
  if (!entries.empty()) return entries;
  for (const Document& document : plan.documents) {
    if (document.part > 0) continue;
    entries.push_back({1, is_blank(document.title) ? document.file : document.title, document.file});
  }
  if (entries.empty())
    entries.push_back({1, words_of(plan.manuscript->metadata.language).contents, "nav.xhtml"});
  return entries;
}

namespace {

void append_link(std::string& out, Target target, std::string_view address, std::string_view text,
                 std::string_view language = {}) {
  out += "<a";
  append_attribute(out, "href", address);
  if (!language.empty()) append_language(out, target, language);
  out += '>';
  append_text(out, text);
  out += "</a>";
}

}  // namespace

// A list item stays open for the entries below it.
void append_entries(std::string& out, Target target, const std::vector<ContentsEntry>& entries) {
  int level = 0;
  for (const ContentsEntry& entry : entries) {
    if (entry.level > level) {
      out += "\n<ol>\n";
    } else {
      for (; level > entry.level; --level) out += "</li>\n</ol>\n";
      out += "</li>\n";
    }
    level = entry.level;
    out += "<li>";
    append_link(out, target, entry.address, entry.title, entry.language);
  }
  for (; level > 0; --level) out += "</li>\n</ol>\n";
}

namespace {

/// The language of our words where it is not the book's.
std::string_view language_of_words(const Plan& plan, const Words& words) {
  return are_of(words, plan.manuscript->metadata.language) ? std::string_view() : words.language;
}

/// `language` is that of the title where it is not the document's.
void append_nav_start(std::string& out, std::string_view type, std::string_view role, std::string_view title,
                      std::string_view language = {}) {
  out += "<nav";
  append_attribute(out, "epub:type", type);
  if (!role.empty()) append_attribute(out, "role", role);
  append_attribute(out, "aria-labelledby", std::string(type) + "-title");
  // Landmarks, lists and pages are for the reader's menus, not for its page.
  if (type != "toc") out += " hidden=\"hidden\"";
  out += ">\n<h2";
  append_attribute(out, "id", std::string(type) + "-title");
  if (!language.empty()) append_language(out, Target::ebook, language);
  out += '>';
  append_text(out, title);
  out += "</h2>";
}

bool is_caption_list(const Document& document) {
  return document.listing == Listing::figures || document.listing == Listing::tables;
}

/// The lines of a list of figures or tables that are shown, each with the number that styles give it.
std::vector<std::pair<std::string, std::string>> lines_of(const Plan& plan, const Document& list) {
  const book::Manuscript& manuscript = *plan.manuscript;
  std::vector<std::pair<std::string, std::string>> lines;
  auto link = std::ranges::lower_bound(manuscript.links, list.section, {}, &book::LinkTarget::source);
  for (; link != manuscript.links.end() && link->source <= list.last; ++link) {
    if (!plan.has(link->source, kKept) || document_of(plan, link->node) == nullptr) continue;
    auto& [address, text] = lines.emplace_back();
    append_reference(address, plan, nullptr, shown_target(plan, link->node));
    const book::GeneratedText* number = generated_text(plan, link->source, book::GeneratedPlace::before);
    if (number != nullptr) text = number->text;
    text += manuscript[manuscript[link->source].first_child].text;
  }
  return lines;
}

/// The lists of figures and tables, for the menus of readers that have one for them.
void append_caption_lists(std::string& out, const Plan& plan) {
  for (const Document& document : plan.documents) {
    if (!is_caption_list(document)) continue;
    const auto lines = lines_of(plan, document);
    if (lines.empty()) continue;
    append_nav_start(out, semantics_of(plan, document).type, "", document.title);
    out += "\n<ol>\n";
    for (const auto& [address, text] : lines) {
      out += "<li>";
      append_link(out, plan.target, address, text);
      out += "</li>\n";
    }
    out += "</ol>\n</nav>\n";
  }
}

struct Landmark {
  std::string_view type;
  std::string_view title;
  std::string_view address;
};

std::vector<Landmark> landmarks_of(const Plan& plan, std::string_view cover, const Words& words) {
  std::vector<Landmark> landmarks;
  if (!cover.empty()) landmarks.push_back({"cover", words.cover, cover});
  const Document* contents = nullptr;
  const Document* text = nullptr;
  for (const Document& document : plan.documents) {
    if (document.is_title_page) landmarks.push_back({"titlepage", words.title_page, document.file});
    if (document.listing == Listing::contents && contents == nullptr) contents = &document;
    const bool body =
        !document.is_title_page && document.listing == Listing::none && document.matter == book::Matter::body;
    if (body && text == nullptr) text = &document;
  }
  if (contents != nullptr) {
    landmarks.push_back({"toc", words.contents, contents->file});
  } else if (plan.documents.empty()) {
    // Only then is the navigation document itself in the spine, and only what is there may be linked to.
    landmarks.push_back({"toc", words.contents, "nav.xhtml"});
  }
  for (const Document& document : plan.documents) {
    if (is_caption_list(document))
      landmarks.push_back({semantics_of(plan, document).type, document.title, document.file});
  }
  if (text != nullptr) landmarks.push_back({"bodymatter", words.start_of_text, text->file});
  return landmarks;
}

void append_landmarks(std::string& out, const Plan& plan, std::string_view cover, const Words& words) {
  const std::vector<Landmark> landmarks = landmarks_of(plan, cover, words);
  if (landmarks.empty()) return;
  const std::string_view foreign = language_of_words(plan, words);
  append_nav_start(out, "landmarks", "", words.landmarks, foreign);
  out += "\n<ol>\n";
  for (const Landmark& landmark : landmarks) {
    out += "<li><a";
    append_attribute(out, "epub:type", landmark.type);
    append_attribute(out, "href", landmark.address);
    if (!foreign.empty()) append_language(out, Target::ebook, foreign);
    out += '>';
    append_text(out, landmark.title);
    out += "</a></li>\n";
  }
  out += "</ol>\n</nav>\n";
}

void append_page_list(std::string& out, const Plan& plan, const Words& words) {
  if (plan.breaks.empty()) return;
  append_nav_start(out, "page-list", "doc-pagelist", words.pages, language_of_words(plan, words));
  out += "\n<ol>\n";
  for (const Document& document : plan.documents) {
    for (std::uint32_t i = document.breaks.begin; i < document.breaks.end; ++i) {
      const std::uint32_t page = plan.breaks[i].page;
      std::string address = document.file + '#';
      append_page_id(address, page);
      out += "<li>";
      append_link(out, plan.target, address, plan.book->pages[page].label);
      out += "</li>\n";
    }
  }
  out += "</ol>\n</nav>\n";
}

void append_ncx_point(std::string& out, const ContentsEntry& entry, std::size_t order) {
  out += "<navPoint id=\"point-";
  append_number(out, order);
  out += "\" playOrder=\"";
  append_number(out, order);
  out += "\"><navLabel><text>";
  append_text(out, entry.title);
  out += "</text></navLabel><content";
  append_attribute(out, "src", entry.address);
  out += "/>\n";
}

/// In place of the book's sheet: a rule of the book's for `nav` may hide what is called so there.
constexpr std::string_view kOwnStyles = "<style>nav ol { list-style-type: none; }</style>";

}  // namespace

std::string navigation_document(const Plan& plan, std::string_view cover) {
  const book::Metadata& metadata = plan.manuscript->metadata;
  const std::string_view language =
      base::is_language_tag(metadata.language) ? std::string_view(metadata.language) : "en";
  const Words& words = words_of(language);
  std::string out;
  append_head(out, std::string(words.contents) + " – " + metadata.title, language, "", kOwnStyles);
  append_nav_start(out, "toc", "doc-toc", words.contents, language_of_words(plan, words));
  append_entries(out, plan.target, entries_of(plan));
  out += "</nav>\n";
  append_caption_lists(out, plan);
  append_landmarks(out, plan, cover, words);
  append_page_list(out, plan, words);
  append_foot(out);
  return out;
}

std::string ncx_document(const Plan& plan, std::string_view identifier) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<ncx xmlns=\"http://www.daisy.org/z3986/2005/ncx/\" version=\"2005-1\">\n<head>\n<meta "
      "name=\"dtb:uid\"";
  append_attribute(out, "content", identifier);
  out += "/>\n</head>\n<docTitle><text>";
  append_text(out, plan.manuscript->metadata.title);
  out += "</text></docTitle>\n<navMap>\n";
  int level = 0;
  std::size_t order = 0;
  for (const ContentsEntry& entry : entries_of(plan)) {
    for (; level >= entry.level; --level) out += "</navPoint>\n";
    level = entry.level;
    append_ncx_point(out, entry, ++order);
  }
  for (; level > 0; --level) out += "</navPoint>\n";
  out += "</navMap>\n</ncx>\n";
  return out;
}

}  // namespace reliure::epub
