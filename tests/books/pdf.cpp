#include "books/pdf.h"

#include <map>
#include <stdexcept>

#include "books/command.h"

namespace reliure::books {
namespace {

/// qpdf marks strings: `u:` for text, `b:` for bytes in hexadecimal.
std::string unmarked(const std::string& text) { return text.starts_with("u:") ? text.substr(2) : text; }

/// The object that a value is or refers to.
const Json& resolved(const Json& pdf, const Json& value) {
  const bool reference = value.kind == Json::Kind::string && value.text.ends_with(" 0 R");
  return reference ? pdf["qpdf"].items[1]["obj:" + value.text]["value"] : value;
}

void collect_bookmarks(const Json& entries, int level, std::vector<Bookmark>& bookmarks) {
  for (const Json& entry : entries.items) {
    bookmarks.push_back({unmarked(entry["title"].text), level,
                         static_cast<std::size_t>(entry["destpageposfrom1"].integer()) - 1});
    collect_bookmarks(entry["kids"], level + 1, bookmarks);
  }
}

std::string roman(int number) {
  constexpr std::pair<int, const char*> kDigits[] = {
      {1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
      {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
  std::string out;
  for (const auto& [value, digits] : kDigits) {
    for (; number >= value; number -= value) {
      out += digits;
    }
  }
  return out;
}

std::string label(const Json& range, int offset) {
  const std::string& style = range["/S"].text;
  const int number = (range["/St"].kind == Json::Kind::null ? 1 : range["/St"].integer()) + offset;
  const std::string prefix = unmarked(range["/P"].text);
  if (style == "/r") {
    return prefix + roman(number);
  }
  return style == "/D" ? prefix + std::to_string(number) : prefix;
}

}  // namespace

std::vector<std::string> page_texts(const fs::path& pdf) {
  const Finished finished = run({"pdftotext", "-raw", "-enc", "UTF-8", pdf.string(), "-"});
  if (finished.status != 0) {
    throw std::runtime_error("pdftotext: " + finished.err);
  }
  std::vector<std::string> pages;
  for (std::size_t begin = 0, end; (end = finished.out.find('\f', begin)) != std::string::npos;
       begin = end + 1) {
    pages.push_back(finished.out.substr(begin, end - begin));
  }
  return pages;
}

Json objects_of(const fs::path& pdf) {
  const Finished finished = run({"qpdf", "--json=2", pdf.string()});
  if (finished.status != 0) {
    throw std::runtime_error("qpdf: " + finished.err);
  }
  return parse_json(finished.out);
}

std::vector<Bookmark> outline_of(const Json& pdf) {
  std::vector<Bookmark> bookmarks;
  collect_bookmarks(pdf["outlines"], 1, bookmarks);
  return bookmarks;
}

std::vector<std::string> page_labels(const Json& pdf) {
  std::vector<std::string> labels;
  const std::vector<Json>& ranges = pdf["pagelabels"].items;
  std::size_t range = 0;
  for (std::size_t page = 0; page < pdf["pages"].items.size(); ++page) {
    while (range + 1 < ranges.size() &&
           static_cast<std::size_t>(ranges[range + 1]["index"].integer()) <= page) {
      ++range;
    }
    labels.push_back(ranges.empty() ? std::to_string(page + 1)
                                    : label(ranges[range]["label"],
                                            static_cast<int>(page) - ranges[range]["index"].integer()));
  }
  return labels;
}

std::vector<PageLink> page_links(const Json& pdf) {
  std::map<std::string, std::size_t> page_of;
  const std::vector<Json>& pages = pdf["pages"].items;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    page_of[pages[i]["object"].text] = i;
  }
  std::vector<PageLink> links;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const Json& page = resolved(pdf, pages[i]["object"]);
    for (const Json& entry : resolved(pdf, page["/Annots"]).items) {
      const Json& destination = resolved(pdf, resolved(pdf, entry)["/Dest"]);
      if (!destination.items.empty()) {
        links.push_back({i, page_of.at(destination.items.front().text)});
      }
    }
  }
  return links;
}

std::vector<std::string> links_without_annotation(const Json& pdf) {
  std::vector<std::string> found;
  for (const auto& [name, object] : pdf["qpdf"].items[1].members) {
    if (object["value"]["/S"].text != "/Link") {
      continue;
    }
    bool has_one = false;
    for (const Json& kid : resolved(pdf, object["value"]["/K"]).items) {
      has_one = has_one || resolved(pdf, kid)["/Type"].text == "/OBJR";
    }
    if (!has_one) {
      found.push_back(name);
    }
  }
  return found;
}

}  // namespace reliure::books
