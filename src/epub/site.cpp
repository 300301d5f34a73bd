#include "epub/site.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/language.h"
#include "epub/escape.h"
#include "epub/files.h"
#include "epub/links.h"
#include "epub/navigation.h"
#include "epub/screen_style.h"
#include "epub/words.h"
#include "epub/xhtml.h"

namespace reliure::epub {
namespace {

/// A file of the site, with those before and behind it.
struct Page {
  std::string_view file;
  std::string title;
  std::string language;
  /// One for a chapter; the first page has those of its sections.
  std::vector<const Document*> documents;
  const Page* previous = nullptr;
  const Page* next = nullptr;
};

std::string_view language_of(const book::Metadata& metadata) {
  return base::is_language_tag(metadata.language) ? std::string_view(metadata.language) : "en";
}

std::string_view title_of(const book::Metadata& metadata) {
  const std::string_view title = trimmed(metadata.title);
  return title.empty() ? words_of(metadata.language).contents : title;
}

Page first_page(const book::Metadata& metadata) {
  return {kIndex, std::string(title_of(metadata)), std::string(language_of(metadata)), {}};
}

std::vector<Page> pages_of(const Plan& plan) {
  std::vector<Page> pages{first_page(plan.manuscript->metadata)};
  for (const Document& document : plan.documents) {
    if (document.file == kIndex) {
      pages.front().documents.push_back(&document);
    } else {
      pages.push_back({document.file, document.title, document.language, {&document}});
    }
  }
  for (std::size_t i = 1; i < pages.size(); ++i) {
    pages[i].previous = &pages[i - 1];
    pages[i - 1].next = &pages[i];
  }
  return pages;
}

void append_meta(std::string& out, std::string_view name, std::string_view content) {
  if (is_blank(content)) return;
  out += "<meta";
  append_attribute(out, "name", name);
  append_attribute(out, "content", trimmed(content));
  out += "/>\n";
}

/// The namespace is XML's; all else means the same to both parsers (HTML Standard, section 14).
void append_page_head(std::string& out, const Plan& plan, const Page& page) {
  const book::Metadata& metadata = plan.manuscript->metadata;
  out += "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"";
  append_language(out, plan.target, page.language);
  if (is_right_to_left(page.language)) out += " dir=\"rtl\"";
  out += ">\n<head>\n<meta charset=\"utf-8\"/>\n<title>";
  append_text(out, page.file == kIndex ? page.title : window_title(plan, *page.documents.front()));
  out += "</title>\n";
  append_meta(out, "viewport", "width=device-width, initial-scale=1");
  append_meta(out, "color-scheme", "light dark");
  append_meta(out, "description", metadata.description);
  for (const book::Author& author : metadata.authors) append_meta(out, "author", author.name);
  for (const std::string_view sheet : {kScreenSheet, kBookSheet}) {
    out += "<link rel=\"stylesheet\"";
    append_attribute(out, "href", sheet);
    out += "/>\n";
  }
  out += "</head>\n<body>\n";
}

/// The language of words of ours on a page that is in another.
void append_language_of_words(std::string& out, const Words& words, const Page& page) {
  if (!are_of(words, page.language)) append_language(out, Target::site, words.language);
}

/// An element with the title of a page, which may be in another language than the page it stands on.
void append_title(std::string& out, std::string_view start, std::string_view end, const Page& of,
                  const Page& page) {
  out += start;
  if (of.language != page.language) append_language(out, Target::site, of.language);
  out += '>';
  append_text(out, trimmed(of.title));
  out += end;
}

/// The way past the head of the page, and its head: the book's title, which leads to its contents.
void append_top(std::string& out, const Plan& plan, const Page& page, const Words& words) {
  out += "<a class=\"site-skip\" href=\"#main\"";
  append_language_of_words(out, words, page);
  out += '>';
  append_text(out, words.skip_to_text);
  out += "</a>\n";
  if (page.file != kIndex) {
    out += "<header class=\"site-header\">";
    append_title(out, "<a href=\"index.html\"", "</a>", first_page(plan.manuscript->metadata), page);
    out += "</header>\n";
  }
  out += "<main id=\"main\">\n";
}

/// A link to the page before or behind: the word for it, and the title.
void append_step(std::string& out, const Page& page, const Page* to, std::string_view rel,
                 std::string_view word) {
  if (to == nullptr) return;
  out += "<a";
  append_attribute(out, "class", "site-" + std::string(rel));
  append_attribute(out, "rel", rel);
  append_attribute(out, "href", to->file);
  out += "><span class=\"site-step\">";
  append_text(out, word);
  out += "</span>";
  if (!is_blank(to->title)) append_title(out, " <span", "</span>", *to, page);
  out += "</a>\n";
}

void append_bottom(std::string& out, const Page& page, const Words& words) {
  out += "</main>\n";
  if (page.previous != nullptr || page.next != nullptr) {
    out += "<nav class=\"site-nav\"";
    append_attribute(out, "aria-label", words.chapters);
    append_language_of_words(out, words, page);
    out += ">\n";
    const bool to_contents = page.previous != nullptr && page.previous->file == kIndex;
    append_step(out, page, to_contents ? nullptr : page.previous, "prev", words.previous);
    if (page.file != kIndex) {
      out += "<a class=\"site-contents\" href=\"index.html\">";
      append_text(out, words.contents);
      out += "</a>\n";
    }
    append_step(out, page, page.next, "next", words.next);
    out += "</nav>\n";
  }
  append_foot(out);
}

/// The author's cover, and the title where the book has no page for it.
void append_title_page(std::string& out, const Plan& plan, const Words& words) {
  const book::Metadata& metadata = plan.manuscript->metadata;
  if (plan.manuscript->cover && !plan.pictures[*plan.manuscript->cover].name.empty()) {
    out += "<p class=\"site-cover\"><img";
    append_attribute(out, "src", plan.pictures[*plan.manuscript->cover].name);
    append_attribute(out, "alt", words.cover);
    out += " role=\"doc-cover\"/></p>\n";
  }
  if (std::ranges::find(plan.documents, true, &Document::is_title_page) != plan.documents.end()) return;
  out += "<h1 class=\"site-title\">";
  append_text(out, title_of(metadata));
  out += "</h1>\n";
  if (is_blank(metadata.subtitle)) return;
  out += "<p class=\"site-subtitle\">";
  append_text(out, trimmed(metadata.subtitle));
  out += "</p>\n";
}

/// Whether a line of the book's contents leads into each chapter: they may be short.
bool leads_everywhere(const Plan& plan, const Document& contents) {
  std::vector<bool> reached(plan.documents.size());
  for (const book::LinkTarget& link : plan.manuscript->links) {
    if (link.source < contents.section || link.source > contents.last || !plan.has(link.source, kKept))
      continue;
    const Document* document = document_of(plan, link.node);
    if (document != nullptr) reached[static_cast<std::size_t>(document - plan.documents.data())] = true;
  }
  for (std::size_t i = 0; i < reached.size(); ++i) {
    if (!reached[i] && plan.documents[i].part == 0 && plan.documents[i].file != kIndex) return false;
  }
  return true;
}

/// The outline, with a line for each chapter that it does not list.
std::vector<ContentsEntry> entries_of_all(const Plan& plan) {
  const std::vector<ContentsEntry> outline = entries_of(plan);
  std::vector<ContentsEntry> entries;
  auto next = outline.begin();
  const auto leads_into = [&](std::string_view file) {
    return next != outline.end() &&
           std::string_view(next->address).substr(0, next->address.find('#')) == file;
  };
  for (const Document& document : plan.documents) {
    const std::size_t before = entries.size();
    for (; leads_into(document.file); ++next) {
      if (document.file == kIndex) continue;
      entries.push_back(*next);
      const int deepest = entries.size() == 1 ? 1 : entries[entries.size() - 2].level + 1;
      entries.back().level = std::min(entries.back().level, deepest);
    }
    if (entries.size() > before || document.file == kIndex || document.part > 0) continue;
    entries.push_back({1, is_blank(document.title) ? document.file : document.title, document.file});
  }
  return entries;
}

const Document* contents_of(const Plan& plan) {
  const auto found = std::ranges::find(plan.documents, Listing::contents, &Document::listing);
  return found == plan.documents.end() ? nullptr : &*found;
}

/// Contents of ours, in the place and with the ids of the book's where it has some. A heading of ours alone
/// has the id of the manuscript's root, which is nowhere else.
void append_contents(std::string& out, const Plan& plan, const Words& words) {
  const std::vector<ContentsEntry> entries = entries_of_all(plan);
  if (entries.empty()) return;
  const Document* books = contents_of(plan);
  std::string heading = "n0";
  if (books != nullptr && books->heading != kNoNode) append_id(heading = "", plan, books->heading);
  out += "<nav class=\"contents\"";
  if (books != nullptr && has_id(plan, books->section)) {
    out += " id=\"";
    append_id(out, plan, books->section);
    out += '"';
  }
  out += " role=\"doc-toc\"";
  append_attribute(out, "aria-labelledby", heading);
  out += ">\n<h1";
  append_attribute(out, "id", heading);
  out += '>';
  append_text(out, words.contents);
  out += "</h1>";
  append_entries(out, Target::site, entries);
  out += "</nav>\n";
}

/// Contents stand before lists of figures, and behind all else.
void append_first_page(std::string& out, const Plan& plan, const Page& page, const Words& words,
                       base::Diagnostics& diagnostics) {
  const Document* books = contents_of(plan);
  bool has_contents = books != nullptr && leads_everywhere(plan, *books);
  append_title_page(out, plan, words);
  for (const Document* document : page.documents) {
    if (document == books && !has_contents) continue;
    const bool is_list = document->listing == Listing::figures || document->listing == Listing::tables;
    if (is_list && !std::exchange(has_contents, true)) append_contents(out, plan, words);
    out += write_section(plan, *document, diagnostics);
  }
  if (!has_contents) append_contents(out, plan, words);
}

std::string write_page(const Plan& plan, const Page& page, base::Diagnostics& diagnostics) {
  const Words& words = words_of(plan.manuscript->metadata.language);
  std::string out;
  append_page_head(out, plan, page);
  append_top(out, plan, page, words);
  if (page.file == kIndex) {
    append_first_page(out, plan, page, words, diagnostics);
  } else {
    out += write_section(plan, *page.documents.front(), diagnostics);
  }
  append_bottom(out, page, words);
  return out;
}

}  // namespace

std::vector<File> write_site(const book::Book& book, const book::EbookStyle& style, base::Jobs jobs,
                             base::Diagnostics& diagnostics, const text::FontLibrary* library) {
  const Plan plan = plan_files(book, style, Target::site, jobs, diagnostics);
  const std::vector<Page> pages = pages_of(plan);
  Files files;
  std::vector<std::string> texts =
      write_each(pages.size(), jobs, diagnostics,
                 [&](std::size_t i, base::Diagnostics& found) { return write_page(plan, pages[i], found); });
  for (std::size_t i = 0; i < pages.size(); ++i) {
    add_made(files, {"", std::string(pages[i].file), "text/html", ""}, std::move(texts[i]));
  }
  add_made(files, {"", std::string(kScreenSheet), "text/css", ""}, screen_style());
  add_pictures(files, plan);
  add_style_sheet(files, plan, add_fonts(files, plan, library, jobs));
  std::vector<File> site;
  for (const Entry& entry : files.entries) site.push_back({entry.name, base::Bytes(entry.bytes)});
  return site;
}

}  // namespace reliure::epub
