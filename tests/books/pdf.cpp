#include "books/pdf.h"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "books/command.h"
#include "property/laws.h"

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

/// Reads the structure as poppler prints it: one element or one text a line, indented by its depth.
class CellReader {
 public:
  void read_line(std::string_view line) {
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    line.remove_prefix(indent);
    if (line.empty() || line.front() == '/' || line.starts_with("Object ")) {
      return;  // attributes, annotations
    }
    if (line.front() == '"') {
      add_text(line.substr(1, line.size() - 2));
      return;
    }
    while (!open_.empty() && open_.back().indent >= indent) {
      open_.pop_back();
    }
    open_.push_back({indent, line.substr(0, line.find_first_of(" :<")), cells.size()});
    if (open_.back().is_cell()) {
      cells.emplace_back();
    }
  }

  std::vector<std::string> cells;

 private:
  struct Element {
    std::size_t indent = 0;
    std::string_view tag;
    /// Of a cell.
    std::size_t index = 0;

    bool is_cell() const { return tag == "TD" || tag == "TH"; }
    bool is_passed_over() const { return tag == "Note" || tag == "Reference" || tag == "Lbl"; }
  };

  void add_text(std::string_view text) {
    if (std::any_of(open_.begin(), open_.end(), [](const Element& each) { return each.is_passed_over(); })) {
      return;
    }
    for (const Element& element : open_) {
      if (element.is_cell()) {
        cells[element.index] += laws::squeezed(text);
      }
    }
  }

  std::vector<Element> open_;
};

}  // namespace

std::vector<std::string> cell_texts(const fs::path& pdf) {
  const Finished finished = run({"pdfinfo", "-struct-text", "-enc", "UTF-8", pdf.string()});
  if (finished.status != 0) {
    throw std::runtime_error("pdfinfo: " + finished.err);
  }
  CellReader reader;
  const std::string_view text = finished.out;
  for (std::size_t begin = 0, end; (end = text.find('\n', begin)) != std::string_view::npos;
       begin = end + 1) {
    reader.read_line(text.substr(begin, end - begin));
  }
  return std::move(reader.cells);
}

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
