#include "unit/pdf/specimen.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace reliure::pdf::test {

namespace {

base::Bytes read_font(const std::string& name) {
  std::ifstream file(std::string(RELIURE_SOURCE_DIR) + "/fonts/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

text::FontLibrary make_library() {
  std::vector<book::Font> fonts;
  for (const char* name :
       {"source-serif-4-regular.ttf", "source-serif-4-regular-italic.ttf", "source-code-pro-regular.ttf"}) {
    book::Font font;
    font.family = name;
    font.serif = std::string_view(name).find("serif") != std::string_view::npos;
    font.italic = std::string_view(name).find("italic") != std::string_view::npos;
    font.file = std::make_shared<const base::Bytes>(read_font(name));
    fonts.push_back(std::move(font));
  }
  base::Diagnostics diagnostics;
  return text::FontLibrary(std::move(fonts), diagnostics);
}

}  // namespace

const text::FontLibrary& library() {
  static const text::FontLibrary fonts = make_library();
  return fonts;
}

Specimen::Specimen()
    : manuscript_(std::make_shared<book::Manuscript>()),
      pictures_(std::make_shared<std::vector<book::Picture>>()) {
  book_.manuscript = manuscript_;
  book_.pictures = pictures_;
  book_.fonts.assign(library().fonts().begin(), library().fonts().end());
  manuscript_->metadata.title = "Specimen";
  manuscript_->metadata.language = "fr";
  add_node(book::kNoNode, book::Kind::document);
}

book::NodeId Specimen::add_node(book::NodeId parent, book::Kind kind, std::string text, std::string id) {
  const book::NodeId self{static_cast<std::uint32_t>(manuscript_->nodes.size())};
  book::Node node;
  node.kind = kind;
  node.parent = parent;
  node.last_descendant = self;
  node.text = manuscript_->strings.store(text);
  node.id = manuscript_->strings.store(id);
  manuscript_->nodes.push_back(node);
  if (parent != book::kNoNode) {
    book::NodeId* next = &manuscript_->nodes[parent.value].first_child;
    while (*next != book::kNoNode) {
      manuscript_->nodes[self.value].previous_sibling = *next;
      next = &manuscript_->nodes[next->value].next_sibling;
    }
    *next = self;
  }
  for (book::NodeId up = parent; up != book::kNoNode; up = manuscript_->nodes[up.value].parent) {
    manuscript_->nodes[up.value].last_descendant = self;
  }
  book_.page_of.push_back(book::kNoPage);
  return self;
}

void Specimen::set_attribute(book::NodeId node, std::string name, std::string value) {
  book::Node& element = manuscript_->nodes[node.value];
  const auto old = manuscript_->attributes_of(node);
  std::vector<book::Attribute> all(old.begin(), old.end());
  all.push_back({manuscript_->strings.store(name), manuscript_->strings.store(value)});
  element.first_attribute = static_cast<std::uint32_t>(manuscript_->attributes.size());
  element.attribute_count = static_cast<std::uint16_t>(all.size());
  manuscript_->attributes.insert(manuscript_->attributes.end(), all.begin(), all.end());
}

book::Page& Specimen::add_page(std::string label) {
  book::Page page;
  page.trim = {base::points(420), base::points(595)};
  page.label = std::move(label);
  book_.pages.push_back(std::move(page));
  return book_.pages.back();
}

base::Length Specimen::add_text(base::Length x, base::Length y, std::string_view text,
                                const RunStyle& style) {
  static text::Shaper shaper(library());
  std::vector<text::Feature> features;
  if (!style.feature.empty()) {
    features.push_back({text::feature_tag(style.feature), 1});
  }
  const text::FaceId face{static_cast<std::uint16_t>(style.font)};
  const text::ShapedText& shaped = shaper.shape({face, features, "fr", 0, style.right_to_left}, text);
  book::Page& page = this->page();
  book::GlyphRun run;
  run.font = style.font;
  run.size = base::points(style.size);
  run.origin = {x, y};
  run.color = style.color;
  run.right_to_left = style.right_to_left;
  run.replaces_text = !style.replacement.empty();
  run.glyphs.begin = static_cast<std::uint32_t>(page.glyphs.size());
  run.text.begin = static_cast<std::uint32_t>(page.text.size());
  page.text += run.replaces_text ? style.replacement : std::string(text);
  const int units = book_.fonts[style.font].units_per_em;
  const auto scale = [&](std::int32_t value) { return base::scaled(run.size, value, units); };
  for (const text::ShapedGlyph& glyph : shaped.glyphs) {
    page.glyphs.push_back(
        {glyph.id, glyph.within, glyph.cluster, scale(glyph.advance), scale(glyph.dx), -scale(glyph.dy)});
    x += scale(glyph.advance);
  }
  run.glyphs.end = static_cast<std::uint32_t>(page.glyphs.size());
  run.text.end = static_cast<std::uint32_t>(page.text.size());
  add_item(run, style.node, style.role);
  return x;
}

book::Item& Specimen::add_item(decltype(book::Item::mark) mark, book::NodeId node, book::Role role) {
  if (node != book::kNoNode && book_.page_of[node.value] == book::kNoPage) {
    book_.page_of[node.value] = static_cast<std::uint32_t>(book_.pages.size() - 1);
  }
  return page().items.emplace_back(book::Item{node, {}, role, std::move(mark)});
}

void Specimen::add_picture(book::Picture picture) { pictures_->push_back(std::move(picture)); }

base::Bytes Specimen::write(const Options& options) {
  book_.outline = manuscript_->outline;
  base::Diagnostics diagnostics;
  return pdf::write(book_, options, diagnostics).bytes;
}

bool has_program(const std::string& program) {
  return std::system(("command -v " + program + " >/dev/null 2>&1").c_str()) == 0;
}

std::string run(const std::string& command, const base::Bytes& pdf, int* status) {
  std::string path = "/tmp/reliure-pdf-XXXXXX";
  const int file = mkstemp(path.data());
  if (file < 0) {
    return {};
  }
  std::FILE* stream = fdopen(file, "wb");
  std::fwrite(pdf.data(), 1, pdf.size(), stream);
  std::fclose(stream);
  std::string line;
  for (const char c : command) {
    line += c == '@' ? path : std::string(1, c);
  }
  std::string out;
  if (std::FILE* pipe = popen((line + " 2>&1").c_str(), "r")) {
    char buffer[4096];
    while (const std::size_t size = std::fread(buffer, 1, sizeof buffer, pipe)) {
      out.append(buffer, size);
    }
    const int result = pclose(pipe);
    if (status != nullptr) {
      *status = WIFEXITED(result) ? WEXITSTATUS(result) : -1;
    }
  }
  std::remove(path.c_str());
  return out;
}

}  // namespace reliure::pdf::test
