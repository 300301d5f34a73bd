#pragma once
// Books made by hand for the PDF's tests, with real fonts, and programs that judge the result.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "book/book.h"
#include "pdf/write.h"
#include "text/font_library.h"
#include "text/shape.h"

namespace reliure::pdf::test {

/// Fonts of a specimen, by index.
enum Face : std::uint32_t { kSerif = 0, kItalic = 1, kMono = 2 };

/// How a run differs from plain black text.
struct RunStyle {
  std::uint32_t font = kSerif;
  int size = 10;
  base::Color color;
  /// `smcp` or another feature, or empty.
  std::string feature;
  /// What readers get instead of the text, or empty.
  std::string replacement;
  bool right_to_left = false;
  book::Role role = book::Role::content;
  book::NodeId node = book::kNoNode;
};

/// A book that grows: a manuscript, whose nodes are added in document order, and pages.
class Specimen {
 public:
  Specimen();

  /// Adds an element or, with `text`, a text node below `parent`.
  book::NodeId add_node(book::NodeId parent, book::Kind kind, std::string text = {}, std::string id = {});
  void set_attribute(book::NodeId node, std::string name, std::string value);
  book::Manuscript& manuscript() { return *manuscript_; }
  book::Book& book() { return book_; }

  /// An A5 page, or the last one.
  book::Page& add_page(std::string label);
  book::Page& page() { return book_.pages.back(); }
  /// Shapes `text` and puts it at (x, y), in points, on the last page; returns where it ends.
  base::Length add_text(base::Length x, base::Length y, std::string_view text, const RunStyle& style = {});
  book::Item& add_item(decltype(book::Item::mark) mark, book::NodeId node = book::kNoNode,
                       book::Role role = book::Role::content);
  void add_picture(book::Picture picture);

  /// The file, made with one or more threads.
  base::Bytes write(const Options& options = {});

 private:
  std::shared_ptr<book::Manuscript> manuscript_;
  std::shared_ptr<std::vector<book::Picture>> pictures_;
  book::Book book_;
};

/// The library of the specimens' fonts, made once.
const text::FontLibrary& library();

/// Whether the program is installed.
bool has_program(const std::string& program);
/// The standard output and errors of a command, in which `@` is a file that holds `pdf`; `status` gets its
/// exit status.
std::string run(const std::string& command, const base::Bytes& pdf, int* status = nullptr);

}  // namespace reliure::pdf::test

/// Ends the test with the reason when a judge is not installed.
#define RELIURE_NEEDS(program)                              \
  if (!::reliure::pdf::test::has_program(program)) {        \
    GTEST_SKIP() << "`" << program << "` is not installed"; \
  }
