// A book as a site: its pages are one thing as XML and as HTML, and every way through them leads somewhere.
#include <gtest/gtest.h>
#include <gumbo.h>

#include <algorithm>
#include <map>
#include <pugixml.hpp>
#include <set>

#include "app/compile.h"
#include "books/command.h"
#include "books/library.h"

namespace reliure::books {
namespace {

/// The disk, with one edition more in each manifest.
class WithSite : public source::FileSystem {
 public:
  std::optional<base::Bytes> read(const source::Path& path) const override {
    std::optional<base::Bytes> content = disk_.read(path);
    constexpr std::string_view kEditions = "\neditions:\n";
    const std::size_t at = content ? content->find(kEditions) : base::Bytes::npos;
    if (path.ends_with("book.yaml") && at != base::Bytes::npos) {
      content->insert(at + kEditions.size(), "  as-site: {format: web}\n");
    }
    return content;
  }
  bool exists(const source::Path& path) const override { return disk_.exists(path); }
  std::vector<source::Path> list(const source::Path& folder) const override { return disk_.list(folder); }
  std::optional<source::Path> canonical(const source::Path& path) const override {
    return disk_.canonical(path);
  }

 private:
  source::DiskFiles disk_;
};

struct SitePage {
  std::string text;
  pugi::xml_document xml;
  std::set<std::string> ids;
};

struct Site {
  std::map<std::string, std::string> files;
  std::map<std::string, SitePage> pages;
};

const Site& site_of(const Title& title) {
  static std::map<std::string, Site> known;
  const auto [row, is_new] = known.try_emplace(title.name);
  Site& site = row->second;
  if (!is_new) return site;
  app::Request request;
  request.manifest = title.manifest.string();
  request.editions = {"as-site"};
  base::Diagnostics diagnostics;
  app::Compilation made = app::compile(request, WithSite(), diagnostics);
  for (epub::File& file : made.outputs.at(0).files) site.files[file.name] = std::move(file.bytes);
  for (const auto& [name, text] : site.files) {
    if (!name.ends_with(".html")) continue;
    SitePage& page = site.pages[name];
    page.text = text;
    const auto options = pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_doctype;
    const pugi::xml_parse_result result = page.xml.load_buffer(text.data(), text.size(), options);
    EXPECT_TRUE(result) << name << " is not XML: " << result.description();
    for (const pugi::xpath_node& node : page.xml.select_nodes("//*[@id]")) {
      const std::string id = node.node().attribute("id").value();
      EXPECT_TRUE(page.ids.insert(id).second) << name << " has two elements `" << id << "`";
    }
  }
  return site;
}

/// An element or a text, as a parser saw it.
using Seen = std::vector<std::string>;

void see(pugi::xml_node node, Seen& seen) {
  for (const pugi::xml_node child : node.children()) {
    if (child.type() == pugi::node_pcdata) seen.push_back("'" + std::string(child.value()));
    if (child.type() != pugi::node_element) continue;
    seen.push_back("<" + std::string(child.name()) + " " + child.attribute("id").value());
    see(child, seen);
    seen.push_back(">");
  }
}

std::string attribute(const GumboElement& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
  return found == nullptr ? "" : found->value;
}

void see(const GumboNode* node, Seen& seen) {
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE) {
    seen.push_back("'" + std::string(node->v.text.text));
  }
  if (node->type != GUMBO_NODE_ELEMENT) return;
  const GumboElement& element = node->v.element;
  // Gumbo has no names for the elements of MathML.
  GumboStringPiece written = element.original_tag;
  gumbo_tag_from_original_text(&written);
  const std::string name = element.tag == GUMBO_TAG_UNKNOWN ? std::string(written.data, written.length)
                                                            : gumbo_normalized_tagname(element.tag);
  seen.push_back("<" + name + " " + attribute(element, "id"));
  for (unsigned i = 0; i < element.children.length; ++i) {
    see(static_cast<const GumboNode*>(element.children.data[i]), seen);
  }
  seen.push_back(">");
}

/// What a parser of HTML sees below `body`.
Seen seen_as_html(const std::string& name, const std::string& text) {
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, text.data(), text.size());
  EXPECT_EQ(output->errors.length, 0u) << name << " has mistakes as HTML";
  Seen seen;
  const GumboElement& html = output->root->v.element;
  for (unsigned i = 0; i < html.children.length; ++i) {
    const auto* child = static_cast<const GumboNode*>(html.children.data[i]);
    if (child->type == GUMBO_NODE_ELEMENT && child->v.element.tag == GUMBO_TAG_BODY) see(child, seen);
  }
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return seen;
}

class SitePages : public testing::TestWithParam<Title> {
 protected:
  void SetUp() override {
    if (!GetParam().missing.empty()) GTEST_SKIP() << GetParam().missing;
    ASSERT_TRUE(site().files.contains("index.html"));
  }
  const Site& site() const { return site_of(GetParam()); }
};

TEST_P(SitePages, AreTheSameAsXmlAndAsHtml) {
  for (const auto& [name, page] : site().pages) {
    EXPECT_TRUE(page.text.starts_with("<!DOCTYPE html>\n<html ")) << name;
    EXPECT_EQ(page.text.find(" epub:type="), std::string::npos) << name;
    const pugi::xml_node body = page.xml.child("html").child("body");
    Seen as_xml{"<body "};
    see(body, as_xml);
    as_xml.emplace_back(">");
    Seen as_html = seen_as_html(name, page.text);
    // A parser of HTML moves what stands behind `body` into it.
    if (as_html.size() > 2 && as_html[as_html.size() - 2].find_first_not_of("'\n") == std::string::npos &&
        as_xml[as_xml.size() - 2].find_first_not_of("'\n") == std::string::npos) {
      as_html[as_html.size() - 2] = as_xml[as_xml.size() - 2];
    }
    ASSERT_EQ(as_html.size(), as_xml.size()) << name;
    const auto [html, xml] = std::ranges::mismatch(as_html, as_xml);
    EXPECT_TRUE(html == as_html.end()) << name << ": " << *html << " as HTML, " << *xml << " as XML";
  }
}

TEST_P(SitePages, HaveLinksThatLeadSomewhere) {
  for (const auto& [name, page] : site().pages) {
    for (const pugi::xpath_node& node : page.xml.select_nodes("//@href | //@src")) {
      const std::string address = node.attribute().value();
      const std::string file = address.substr(0, address.find('#'));
      if (address.find(':') != std::string::npos) continue;
      EXPECT_TRUE(file.empty() || site().files.contains(file)) << name << ": " << address;
      if (file.size() == address.size()) continue;
      const auto target = file.empty() ? site().pages.find(name) : site().pages.find(file);
      ASSERT_NE(target, site().pages.end()) << name << ": " << address;
      EXPECT_TRUE(target->second.ids.contains(address.substr(file.size() + 1))) << name << ": " << address;
    }
  }
}

TEST_P(SitePages, AreAllListedByTheFirst) {
  std::set<std::string> listed;
  const pugi::xml_document& index = site().pages.at("index.html").xml;
  for (const pugi::xpath_node& node : index.select_nodes("//nav[contains(@class, 'contents')]//a/@href")) {
    const std::string address = node.attribute().value();
    listed.insert(address.substr(0, address.find('#')));
  }
  for (const auto& [name, page] : site().pages) {
    EXPECT_TRUE(name == "index.html" || listed.contains(name)) << name;
  }
}

/// Where the way forward, or back, leads from a page; empty at its end.
std::string step(const SitePage& page, const char* rel) {
  return page.xml.select_node(("//nav/a[@rel = '" + std::string(rel) + "']/@href").c_str())
      .attribute()
      .value();
}

TEST_P(SitePages, AreWalkedForwardsAndBackwards) {
  std::vector<std::string> walked{"index.html"};
  for (std::string next = step(site().pages.at("index.html"), "next"); !next.empty();) {
    walked.push_back(next);
    ASSERT_LE(walked.size(), site().pages.size()) << "the way forward is a circle";
    next = step(site().pages.at(next), "next");
  }
  EXPECT_EQ(walked.size(), site().pages.size());
  for (std::size_t i = walked.size() - 1; i > 1; --i) {
    EXPECT_EQ(step(site().pages.at(walked[i]), "prev"), walked[i - 1]);
  }
}

TEST_P(SitePages, SayWhatTheyAre) {
  for (const auto& [name, page] : site().pages) {
    const pugi::xml_node html = page.xml.child("html");
    EXPECT_STRNE(html.attribute("lang").value(), "") << name;
    EXPECT_STRNE(html.child("head").child_value("title"), "") << name;
    EXPECT_EQ(page.xml.select_nodes("//meta[@name = 'viewport']").size(), 1u) << name;
    EXPECT_EQ(page.xml.select_nodes("/html/body/main[@id = 'main']").size(), 1u) << name;
    EXPECT_STREQ(html.child("body").first_element_by_path("a").attribute("href").value(), "#main") << name;
    EXPECT_EQ(page.xml.select_nodes("//script | //@style[contains(., 'url')]").size(), 0u) << name;
  }
}

TEST_P(SitePages, MarkThePagesOfThePrintedBook) {
  std::size_t marks = 0;
  for (const auto& [name, page] : site().pages) {
    marks += page.xml.select_nodes("//span[@role = 'doc-pagebreak'][@aria-label]").size();
  }
  EXPECT_GT(marks, site().pages.size() / 2);
}

INSTANTIATE_TEST_SUITE_P(Books, SitePages, testing::ValuesIn(all_titles()), name_of);

/// All files of a folder by their names in it.
std::map<std::string, std::string> files_in(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files[fs::relative(entry.path(), folder).string()] = read(entry.path());
  }
  return files;
}

TEST(SiteFolder, IsReplacedWholeAndNeverWithWhatIsNotOurs) {
  const Folder folder;
  const auto build = [&folder](const char* jobs) {
    return run_reliure({"build", own_guide().manifest.string(), "--edition", "site", "--jobs", jobs, "-o",
                        folder.path().string()});
  };
  const Finished first = build("1");
  ASSERT_EQ(first.status, 0) << first.err;
  const fs::path site = folder.path() / "guide-achats-numeriques-responsables-web";
  EXPECT_NE(first.err.find(site.filename().string() + ": "), std::string::npos) << first.err;
  EXPECT_NE(first.err.find(" files, "), std::string::npos) << first.err;
  const auto made = files_in(site);
  ASSERT_TRUE(made.contains("index.html"));

  write(site / "index.html", "spoiled");
  ASSERT_EQ(build("3").status, 0);
  EXPECT_TRUE(files_in(site) == made);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()), 1);

  write(site / "images/mine.txt", "mine");
  const Finished refused = build("1");
  EXPECT_EQ(refused.status, 2);
  EXPECT_NE(refused.err.find("images/mine.txt"), std::string::npos) << refused.err;
  EXPECT_EQ(files_in(site).size(), made.size() + 1);
}

}  // namespace
}  // namespace reliure::books
