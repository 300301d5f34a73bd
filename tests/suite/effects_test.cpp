// What the manual says is supported has an effect: every example of `tests/suite/effects` is built with and
// without its rule, and what comes out must differ.
//
// An example is a line of a case's head, below the name of what it shows: a rule, which stands behind the
// case's own sheets. A case without a page has the usual one. `--- compare pdf` looks at the PDF's bytes,
// where pages' dumps say too little (colours, outlines of boxes), `--- compare ebook` at the e-book's.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>

#include "style/property.h"
#include "suite/run.h"

namespace reliure::suite {
namespace {

const std::string kFolder = RELIURE_SOURCE_DIR "/tests/suite/effects/";

std::string read(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<Case> cases_of(const std::string& name) {
  return parse_cases(read(kFolder + name + ".case")).cases;
}

std::string what_to_compare(const Case& value) {
  for (const Section& section : value.sections) {
    if (first_word(section) == "compare") return std::string(rest_of_title(section));
  }
  return "pages";
}

/// The case as a book, with `rule` as its last sheet.
Case book_of(const Case& value, const std::string& rule) {
  Case book{value.name, what_to_compare(value) == "ebook" ? "editions: {book: {format: epub}}\n" : "", {}};
  bool has_page = false;
  for (const Section& section : value.sections) {
    if (first_word(section) == "compare") continue;
    has_page = has_page || section.title == "page.md";
    book.sections.push_back(section);
  }
  if (!has_page) {
    const std::string page = read(kFolder + "page.md");
    book.sections.push_back({"page.md", page, page});
  }
  book.sections.push_back({"the-rule.css", rule, rule});
  return book;
}

/// What comes out of the book, and what is said about it.
struct Made {
  std::string value;
  std::string said;
};

Made make(const Case& book, const std::string& compared) {
  base::Diagnostics diagnostics;
  const app::Compilation made =
      compile(book, compared == "pages" ? app::Stage::pages : app::Stage::outputs, diagnostics);
  Made out{made.dump, {}};
  for (const app::Output& output : made.outputs) out.value.append(output.bytes.begin(), output.bytes.end());
  for (const base::Diagnostic& each : diagnostics.all()) {
    // Long words in narrow columns and tables are wanted here, and so is every colour.
    const bool is_wanted = each.code == base::Code::layout_overfull_line ||
                           each.code == base::Code::layout_table_too_wide ||
                           each.code == base::Code::style_low_contrast;
    if (!is_wanted) out.said += "\n  " + each.message;
  }
  return out;
}

/// Holds all examples of a file against their books without the rule.
void expect_effects(const std::string& file) {
  for (const Case& value : cases_of(file)) {
    const std::string compared = what_to_compare(value);
    const Made without = make(book_of(value, ""), compared);
    EXPECT_EQ(without.said, "") << file << ": " << value.name;
    for (const std::string_view line : lines_of(value.head)) {
      const Made with = make(book_of(value, std::string(line) + "\n"), compared);
      EXPECT_EQ(with.said, "") << file << ": " << line;
      EXPECT_TRUE(with.value != without.value) << file << ": `" << line << "` changes nothing";
    }
  }
}

// --- Properties

/// By property, all its examples.
std::map<std::string, std::string> property_examples() {
  std::map<std::string, std::string> examples;
  for (const std::string file : {"text", "boxes", "flow", "pages"}) {
    for (const Case& value : cases_of(file)) examples[value.name] += value.head;
  }
  return examples;
}

/// Every word of a property's values that is a keyword: not `<length>`, not `calc()`.
std::set<std::string> keywords_of(std::string_view values) {
  static const std::regex word(R"(<[^>]*>|[a-zA-Z0-9-]+\(\)?|[A-Za-z][A-Za-z0-9-]*)");
  std::set<std::string> keywords;
  const std::string text(values);
  for (std::sregex_iterator match(text.begin(), text.end(), word), end; match != end; ++match) {
    const std::string found = match->str();
    const bool keyword = found[0] != '<' && found.find('(') == std::string::npos && !found.ends_with('-');
    if (keyword) keywords.insert(found);
  }
  return keywords;
}

bool has_word(const std::string& text, const std::string& word) {
  return std::regex_search(text, std::regex("(^|[^a-zA-Z0-9-])" + word + "($|[^a-zA-Z0-9-])"));
}

TEST(Effects, of_properties_of_text) { expect_effects("text"); }
TEST(Effects, of_properties_of_boxes) { expect_effects("boxes"); }
TEST(Effects, of_properties_of_flow) { expect_effects("flow"); }
TEST(Effects, of_properties_of_pages) { expect_effects("pages"); }

std::vector<const style::Property*> listed_properties() {
  std::vector<const style::Property*> all(style::all_properties().begin(), style::all_properties().end());
  for (const style::Property& property : style::page_properties()) all.push_back(&property);
  return all;
}

TEST(Effects, every_property_has_an_example) {
  const auto examples = property_examples();
  for (const style::Property* property : listed_properties()) {
    const auto example = examples.find(std::string(property->name));
    // Markers are text: this one takes nothing but what is anyway.
    if (property->name == "list-style-image") continue;
    ASSERT_TRUE(example != examples.end()) << "no example of `" << property->name << "` in " << kFolder;
    for (const std::string_view line : lines_of(example->second)) {
      EXPECT_TRUE(has_word(std::string(line), std::string(property->name) + "\\s*:"))
          << "`" << line << "` does not set " << property->name;
    }
  }
}

/// Letters that no font of the program has.
const std::set<std::string> kNotShown = {
    "petite-caps",          "all-petite-caps",   "unicase",
    "titling-caps",         "stacked-fractions", "discretionary-ligatures",
    "historical-ligatures", "contextual"};

/// Properties with the same values share their code: each keyword is shown for one of them.
TEST(Effects, every_keyword_has_an_example) {
  const auto examples = property_examples();
  std::map<std::string_view, std::string> by_values;
  for (const style::Property* property : listed_properties()) {
    const auto example = examples.find(std::string(property->name));
    if (example != examples.end()) by_values[property->values] += example->second;
  }
  for (const auto& [values, shown] : by_values) {
    for (const std::string& keyword : keywords_of(values)) {
      if (values.find("the keywords of") != std::string_view::npos || kNotShown.contains(keyword)) continue;
      EXPECT_TRUE(has_word(shown, keyword)) << "no example of `" << keyword << "` of `" << values << "`";
    }
  }
}

// --- Selectors, at-rules and values

TEST(Effects, of_selectors) { expect_effects("selectors"); }
TEST(Effects, of_values_and_rules) { expect_effects("values"); }

/// The part of the manual below a heading, up to the next one.
std::string section_of(const std::string& manual, const std::string& heading) {
  const std::size_t begin = manual.find("\n## " + heading + "\n");
  EXPECT_NE(begin, std::string::npos) << "content/manual/styles.md has no section `" << heading << "`";
  return begin == std::string::npos ? "" : manual.substr(begin, manual.find("\n## ", begin + 1) - begin);
}

/// Words in backticks that a section says are there: sentences on what is not there do not count.
std::vector<std::string> named_in(const std::string& section, const std::string& form) {
  static const std::regex absent(
      R"((Not there:|no\s+`color-mix|What only a screen)[^.]*\.|`@counter-style`|At-rules that begin[^.]*\.)");
  const std::string text = std::regex_replace(section, absent, "");
  const std::regex word("`(" + form + ")`");
  std::vector<std::string> words;
  for (std::sregex_iterator match(text.begin(), text.end(), word), end; match != end; ++match)
    words.push_back((*match)[1]);
  return words;
}

/// All rules of the files' examples.
std::string rules_of(std::initializer_list<std::string> files) {
  std::string rules;
  for (const std::string& file : files) {
    for (const Case& value : cases_of(file)) rules += value.head;
  }
  return rules;
}

TEST(Effects, everything_that_the_manual_names_has_an_example) {
  const std::string manual = read(RELIURE_SOURCE_DIR "/content/manual/styles.md");
  const std::string rules = rules_of({"selectors", "values", "pages", "text"});
  const struct {
    const char* section;
    const char* form;
  } kNames[] = {{"Selectors", R"(::?[a-z-]+(\(\))?)"},
                {"At-rules", R"(@[a-z-]+)"},
                {"Pages", R"([@:][a-z-]+|[a-z-]+\(\))"},
                {"Generated content", R"([a-z-]+(\(\))?)"},
                {"Values", R"([a-z-]+\(\)|transparent|currentcolor)"}};
  for (const auto& [section, form] : kNames) {
    const std::vector<std::string> words = named_in(section_of(manual, section), form);
    EXPECT_FALSE(words.empty()) << section;
    for (std::string word : words) {
      if (word.ends_with("()")) word.pop_back();
      EXPECT_NE(rules.find(word), std::string::npos) << "no example of `" << word << "` of " << section;
    }
  }
  for (const std::string& unit : named_in(section_of(manual, "Values"), "[a-z]{1,4}")) {
    EXPECT_TRUE(std::regex_search(rules, std::regex("[0-9]" + unit + "[^a-z]")))
        << "no example of `" << unit << "`";
  }
}

}  // namespace
}  // namespace reliure::suite
