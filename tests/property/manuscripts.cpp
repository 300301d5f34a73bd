#include "property/manuscripts.h"

namespace reliure::laws {
namespace {

/// Deeper than pages are, shallow enough to stay quick.
constexpr int kDeepest = 3;

struct Author {
  Random& random;
  int notes = 0;
  std::string definitions{};

  std::string word();
  std::string inline_text(int depth);
  std::string note();
  std::string sentence(std::size_t most);
  std::string list(int depth, const std::string& indent);
  std::string table();
  std::string html_table(int depth);
  std::string float_run();
  std::string block(int depth);
};

std::string Author::word() {
  static const char* const kSyllables[] = {"fi", "ffl", "ta", "ré", "œu", "so",
                                           "li", "de",  "Wa", "ch", "no", "um"};
  static const char* const kOddities[] = {
      "AT&amp;T", "a&shy;b", "1&nbsp;234", "x<wbr>y", "« oui »", "l'eau", "50 %",      "n° 5", "…",
      "a–b",      "é",       "3 < 4",      "“so”",    "**",      "don't", "www.a.org", "&lt;", "Σ"};
  if (random.one_in(12)) {
    return kOddities[random.below(std::size(kOddities))];
  }
  std::string out;
  const std::size_t syllables = random.one_in(40) ? 20 : 1 + random.below(4);
  for (std::size_t i = 0; i < syllables; ++i) {
    out += kSyllables[random.below(std::size(kSyllables))];
  }
  return out;
}

std::string Author::inline_text(int depth) {
  const std::string inside = depth > 0 ? inline_text(depth - 1) : word();
  switch (random.below(11)) {
    case 0:
      return "*" + inside + "*";
    case 1:
      return "**" + inside + "**";
    case 2:
      return "`" + word() + "  " + word() + "`";
    case 3:
      return "[" + inside + "](https://example.org/" + std::to_string(random.below(100)) + ")";
    case 4:
      return "<small>" + inside + "</small>";
    case 5:
      return "<sup>" + inside + "</sup>";
    case 6:
      return word() + "<br>" + inside;
    case 7:
      return word() + note();
    case 8:
      return "<span class=\"f" + std::to_string(random.below(4)) + "\">" + inside + " " + word() + "</span>";
    default:
      return inside;
  }
}

/// A call: of a new note, some of them as long as pages and with notes of their own, or of one known already.
std::string Author::note() {
  if (notes > 0 && random.one_in(4)) {
    return "[^n" + std::to_string(1 + random.below(static_cast<std::size_t>(notes))) + "]";
  }
  const std::string name = "[^n" + std::to_string(++notes) + "]";
  const std::string text = sentence(random.one_in(8) ? 500 : 12);
  definitions += name + ": " + text + "\n\n";
  return name;
}

std::string Author::sentence(std::size_t most) {
  std::string out = word();
  for (std::size_t i = random.below(most); i > 0; --i) {
    out += " " + (random.one_in(8) && most > 20 ? inline_text(2) : word());
  }
  return out;
}

std::string Author::list(int depth, const std::string& indent) {
  std::string out;
  const bool ordered = random.one_in(2);
  for (std::size_t i = 1 + random.below(4); i > 0; --i) {
    out += indent + (ordered ? "1. " : "-  ") + sentence(30) + "\n";
    if (depth > 0 && random.one_in(3)) {
      out += list(depth - 1, indent + "   ");
    }
  }
  return out;
}

std::string Author::table() {
  const std::size_t columns = 1 + random.below(4);
  std::string out;
  for (std::size_t row = 0; row < 2 + random.below(12); ++row) {
    for (std::size_t column = 0; column < columns; ++column) {
      out += row == 1 ? "| --- " : "| " + word() + " " + word() + " ";
    }
    out += "|\n";
  }
  return out;
}

std::string Author::html_table(int depth) {
  std::string out = "<table>";
  out += random.one_in(2) ? "<caption>" + word() + "</caption>" : "";
  out += random.one_in(2) ? "<thead><tr><th>" + word() + "</th><th>" + word() + "</th></tr></thead>" : "";
  for (std::size_t row = 1 + random.below(8); row > 0; --row) {
    out += "<tr>";
    for (std::size_t cell = 1 + random.below(3); cell > 0; --cell) {
      const std::string spans = " colspan=" + std::to_string(1 + random.below(3)) +
                                " rowspan=" + std::to_string(1 + random.below(3));
      out += "<td" + (random.one_in(4) ? spans : "") + ">" + word() + " " + word();
      out += depth > 0 && random.one_in(10) ? html_table(depth - 1) : "";
      out += random.one_in(16) ? "<div class=\"k\">" + sentence(200) + "</div>" : "";
      out += "</td>";
    }
    out += "</tr>\n";
  }
  return out + "</table>\n";
}

/// Floats with little between them, headings among it.
std::string Author::float_run() {
  std::string out;
  for (std::size_t i = 2 + random.below(3); i > 0; --i) {
    out += random.one_in(3) ? "## " + word() + "\n\n" : "";
    out += "<aside class=\"g" + std::to_string(random.below(3)) + "\">" + word() + "</aside>\n\n";
    out += sentence(random.one_in(2) ? 4 : 40) + "\n\n";
  }
  return out;
}

std::string Author::block(int depth) {
  const auto inner = [&] { return depth > 0 ? block(depth - 1) : sentence(20) + "\n"; };
  switch (random.below(16)) {
    case 13:
      return "<div class=\"t" + std::to_string(random.below(3)) + "\">\n\n" + inner() + "\n</div>\n";
    case 14:
      return float_run();
    case 12:
      return "<aside class=\"f" + std::to_string(random.below(4)) + "\">\n\n" + inner() + "\n</aside>\n";
    case 0:
      return std::string(2 + random.below(5), '#') + " " + sentence(6) + "\n";
    case 1:
      return list(2, "");
    case 2:
      return table();
    case 3:
      return html_table(1);
    case 4:
      return "<div class=\"c" + std::to_string(random.below(4)) + "\">\n\n" + inner() + "\n" + inner() +
             "\n</div>\n";
    case 5:
      return "> " + sentence(40) + "\n>\n> " + sentence(10) + "\n";
    case 6:
      return "```\n" + word() + "  " + word() + "\n\t" + word() + "\n```\n";
    case 7:
      return "<p hidden>" + word() + "</p>\n";
    default:
      return sentence(90) + "\n";
  }
}

}  // namespace

std::uint64_t Random::next() {
  std::uint64_t mixed = state_ += 0x9E3779B97F4A7C15;
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
  return mixed ^ (mixed >> 31);
}

std::string random_page(Random& random) {
  Author author{random};
  std::string out;
  for (std::size_t i = 3 + random.below(14); i > 0; --i) {
    out += author.block(kDeepest) + "\n";
  }
  return out + author.definitions;
}

std::string random_style(Random& random) {
  const auto any = [&](std::initializer_list<const char*> values) {
    return std::string(values.begin()[random.below(values.size())]);
  };
  std::string out = "@page { margin: 30pt; size: " + any({"A6", "A5", "200pt 150pt", "300pt 500pt"}) + " }\n";
  out += "p { orphans: " + any({"1", "2", "4"}) + "; widows: " + any({"1", "2", "3"}) +
         "; text-align: " + any({"justify", "left", "right", "center"}) + " }\n";
  out += ".c0 { border: 1pt solid #000; padding: 4pt; break-inside: avoid }\n";
  out += ".c1 { break-before: " + any({"page", "auto", "right"}) + " }\n";
  out += ".c2 { display: " + any({"block", "none", "inline-block"}) + " }\n";
  out += ".c3 { margin: 12pt 0 -3pt; font-size: " + any({"6pt", "20pt"}) + "; hyphens: auto }\n";
  // Text beside other text.
  for (const char* name : {".f0", ".f1"}) {
    out += name +
           (" { " + any({"float: left", "float: right; width: 40%", "float: left; width: 700pt",
                         "float: right; width: 90pt", "width: 50%"})) +
           "; clear: " + any({"none", "both", "left"}) + "; margin: 0 4pt; padding: " + any({"0", "3pt"}) +
           " }\n";
  }
  out += ".f2 { display: " + any({"inline-block", "flow-root", "table"}) + "; border: 1pt solid #000 }\n";
  out += ".f3 { position: relative; top: 1pt; vertical-align: " + any({"top", "middle", "50%"}) + " }\n";
  out += "p::first-letter { initial-letter: " + any({"normal", "2", "3 1"}) +
         "; float: " + any({"none", "left"}) + " }\n";
  // What is tall.
  for (const char* name : {".t0", ".t1", "td"}) {
    out += name +
           (" { " + any({"padding-top: 30pt", "padding-top: 400pt", "padding-bottom: 300pt", "height: 700pt",
                         "min-height: 90pt", "padding: 60pt 0", "height: auto"})) +
           "; border: " + any({"none", "1pt solid #000"}) + " }\n";
  }
  out += ".t2 { padding-top: 25%; min-height: 260pt; background: #eee }\n.k, .t2 { columns: 2 }\n";
  for (const char* name : {".g0", ".g1", ".g2"}) {
    out += name + (" { float: " + any({"left", "right"})) +
           "; width: 40pt; height: " + any({"20pt", "60pt", "85pt", "240pt", "600pt"}) +
           "; background: #ccc }\n";
  }
  out += "h2 { break-after: " + any({"avoid", "auto"}) + " }\n";
  const auto columns = [&] {
    return "{ columns: " + any({"auto", "2", "3", "60pt", "2 90pt"}) +
           "; column-fill: " + any({"balance", "auto"}) + "; column-rule: " + any({"none", "1pt solid red"}) +
           " }\n";
  };
  out += any({".c1 ", "section.chapter ", "td ", "blockquote ", "note "}) + columns();
  out += any({".c0 ", ".c3 ", "ul "}) + columns();
  out += any({"h3 ", "ol ", "table "}) + "{ column-span: " + any({"all", "none"}) + " }\n";
  // What is short: nothing keeps a running list in its margin.
  out += any({"h4 ", "p + p "}) + "{ break-before: " + any({"column", "auto", "page"}) + " }\n";
  out += ".c0, blockquote { box-decoration-break: " + any({"clone", "slice"}) + "; padding: 3pt }\n";
  // What is short: nothing keeps a running list in its margin.
  out += any({"h4 ", "em "}) + "{ position: " + any({"running(head)", "static"}) + " }\n";
  out +=
      "@page { " + any({"@top-center", "@left-middle"}) + " { content: element(head); font-size: 4pt } }\n";
  out += "@page wide { size: 400pt 200pt }\n";
  out += any({".c3 ", "table ", "ul ", "h3 "}) + "{ page: " + any({"wide", "auto"}) + " }\n";
  return out;
}

}  // namespace reliure::laws
