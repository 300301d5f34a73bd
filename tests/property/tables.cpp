#include "property/tables.h"

#include <algorithm>
#include <initializer_list>

namespace reliure::laws {
namespace {

std::string any_of(Random& random, std::initializer_list<const char*> values) {
  return values.begin()[random.below(values.size())];
}

/// Writes one table, and those in its cells.
struct Typist {
  Random& random;
  int notes_left = 6;

  std::string word();
  std::string words(std::size_t most);
  std::string list();
  std::string content(int depth);
  std::string cell_style();
  std::string cell(int depth, const char* element);
  std::string row(std::size_t columns, int depth, const char* element);
  std::string rows(std::size_t count, std::size_t columns, int depth);
  std::string column_elements(std::size_t columns);
  std::string table_style();
  std::string table(std::size_t most_columns, std::size_t most_rows, int depth);
};

std::string Typist::word() {
  const std::size_t length = random.one_in(60) ? 20 + random.below(21) : 1 + random.below(9);
  std::string out;
  for (std::size_t i = 0; i < length; ++i) {
    out += static_cast<char>('a' + random.below(26));
  }
  return out;
}

std::string Typist::words(std::size_t most) {
  std::string out = word();
  for (std::size_t i = random.below(most); i > 0; --i) {
    out += " " + word();
  }
  return out;
}

std::string Typist::list() {
  std::string out = random.one_in(2) ? "<ul>" : "<ol>";
  const std::string end = "</" + out.substr(1);
  for (std::size_t i = 1 + random.below(3); i > 0; --i) {
    out += "<li>" + words(6) + "</li>";
  }
  return out + end;
}

std::string Typist::content(int depth) {
  switch (random.below(24)) {
    case 0:
    case 1:
    case 2:
      return "";
    case 3:
      return list();
    case 4:
      return "<p>" + words(10) + "</p><p>" + words(4) + "</p>";
    case 5:
      return words(random.one_in(4) ? 150 : 40);
    case 6:
      return notes_left-- > 0 ? words(3) + "<span class=\"note\">" + words(12) + "</span>" : word();
    case 7:
      return "<img src=\"" + any_of(random, {"small.svg", "large.svg"}) + "\" alt=\"picture\">";
    case 8:
      return words(3) + "<img src=\"small.svg\" alt=\"picture\">" + words(3);
    case 9:
      return depth > 0 ? table(3, 4, depth - 1) : word();
    case 10:
      return words(4) + "<br>" + words(2) + "<br>" + word();
    default:
      return words(5);
  }
}

std::string Typist::cell_style() {
  return " style=\"" +
         any_of(random, {"width: 60pt", "width: 20%", "width: 200%", "height: 30pt", "padding: 9pt 2pt",
                         "padding: 0", "vertical-align: middle", "vertical-align: bottom",
                         "vertical-align: baseline", "text-align: right", "white-space: nowrap"}) +
         "\"";
}

std::string Typist::cell(int depth, const char* element) {
  std::string out = std::string("<") + element;
  if (random.one_in(9)) {
    out += " colspan=\"" + any_of(random, {"2", "2", "3", "5", "0"}) + "\"";
  }
  if (random.one_in(9)) {
    out += " rowspan=\"" + any_of(random, {"2", "2", "3", "7", "0"}) + "\"";
  }
  out += random.one_in(6) ? cell_style() : "";
  return out + ">" + content(depth) + "</" + element + ">";
}

std::string Typist::row(std::size_t columns, int depth, const char* element) {
  std::string out = random.one_in(12) ? "<tr style=\"height: 40pt\">" : "<tr>";
  if (random.one_in(15)) {
    return out + "<th colspan=\"" + std::to_string(columns) + "\">" + words(4) + "</th></tr>\n";
  }
  const std::size_t cells = random.one_in(10) ? random.below(columns + 2) : columns;
  for (std::size_t i = 0; i < cells; ++i) {
    out += cell(depth, element);
  }
  return out + "</tr>\n";
}

std::string Typist::rows(std::size_t count, std::size_t columns, int depth) {
  std::string out;
  for (; count > 0; --count) {
    out += row(columns, depth, random.one_in(20) ? "th" : "td");
  }
  return out;
}

std::string Typist::column_elements(std::size_t columns) {
  std::string out = "<colgroup>";
  for (std::size_t i = random.below(columns + 1); i > 0; --i) {
    out +=
        "<col" + any_of(random, {"", " span=\"2\"", " style=\"width: 50pt\"", " style=\"width: 30%\""}) + ">";
  }
  return out + "</colgroup>";
}

std::string Typist::table_style() {
  return "width: " + any_of(random, {"auto", "100%", "60%", "150pt", "10pt"}) +
         "; table-layout: " + any_of(random, {"auto", "auto", "fixed"}) +
         "; border-collapse: " + any_of(random, {"collapse", "separate"}) +
         "; border-spacing: " + any_of(random, {"0", "3pt 2pt"}) +
         "; caption-side: " + any_of(random, {"top", "bottom"}) +
         "; direction: " + any_of(random, {"ltr", "ltr", "rtl"}) +
         "; padding: " + any_of(random, {"0", "4pt"});
}

std::string Typist::table(std::size_t most_columns, std::size_t most_rows, int depth) {
  const std::size_t columns = 1 + random.below(most_columns);
  std::string out = "<table style=\"" + table_style() + "\">";
  out += random.one_in(3) ? "<caption>" + words(8) + "</caption>" : "";
  out += random.one_in(3) ? column_elements(columns) : "";
  out += random.one_in(2) ? "<thead>" + rows(1 + random.below(2), columns, 0) + "</thead>" : "";
  out += random.one_in(6) ? "<tfoot>" + rows(1, columns, 0) + "</tfoot>" : "";
  for (std::size_t bodies = 1 + random.below(3); bodies > 0; --bodies) {
    out += "<tbody>" + rows(random.below(most_rows / bodies + 1), columns, depth) + "</tbody>";
  }
  return out + "</table>\n";
}

}  // namespace

std::string random_table_page(Random& random) {
  Typist typist{random};
  std::string out = "<p>" + typist.words(60) + "</p>\n";
  out += typist.table(random.one_in(3) ? 12 : 5, random.one_in(3) ? 40 : 12, 1);
  return out + "<p>" + typist.words(60) + "</p>\n";
}

std::string random_table_style(Random& random) {
  std::string out =
      "@page { margin: 20pt; size: " + any_of(random, {"A4", "A5", "300pt 400pt", "200pt 150pt"}) + " }\n";
  out +=
      ".note { float: footnote }\nimg { max-width: 100% }\ntd :is(ul, ol), th :is(ul, ol) { padding: 0 2em "
      "}\n";
  out += "td, th { background: #eeeeee; border: " + any_of(random, {"0", "1pt solid #000"}) +
         "; padding: " + any_of(random, {"0", "2pt", "3pt 5pt"}) +
         "; vertical-align: " + any_of(random, {"top", "middle", "bottom", "baseline"}) + " }\n";
  out += "p, td, th { orphans: " + any_of(random, {"1", "2"}) + "; widows: " + any_of(random, {"1", "2"}) +
         " }\n";
  out += random.one_in(2) ? "body, td, th, p, li { overflow-wrap: anywhere }\n" : "";
  return out;
}

std::string plain_picture(int width, int height) {
  const std::string size =
      "width=\"" + std::to_string(width) + "pt\" height=\"" + std::to_string(height) + "pt\"";
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" " + size + "><rect width=\"" + std::to_string(width) +
         "\" height=\"" + std::to_string(height) + "\" fill=\"#888\"/></svg>";
}

}  // namespace reliure::laws
