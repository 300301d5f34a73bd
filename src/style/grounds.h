#pragma once
// What is below text: backgrounds laid over each other, down to the paper.
#include <cstdint>
#include <map>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "book/manuscript.h"
#include "style/resolve.h"
#include "style/styles.h"

namespace reliure::style {

/// The colours that may be below a text: several under a gradient. None: they cannot be known.
struct Ground {
  std::vector<Color> colors;
  /// The element whose background is the uppermost; `kNoNode` for the page.
  book::NodeId set_by;
};

/// The grounds of a book, each once, by number.
class Grounds {
 public:
  /// An e-book has no pages: its ground is white, as most readers begin.
  Grounds(const book::Manuscript& manuscript, const Styles& styles, Media media);

  const Ground& operator[](std::uint32_t ground) const { return all_[ground]; }
  /// Below the text of a node.
  std::uint32_t below(book::NodeId node) const { return of_node_[node.value]; }
  /// With the background of a box over it, which belongs to `node`.
  std::uint32_t under(std::uint32_t ground, const ComputedStyle& box, book::NodeId node);
  /// The sheet of a page.
  std::uint32_t page(const PageSelector& page);

 private:
  void find_all();
  /// Whether a page may be the first of its name, or of the book: sheets may paint that one otherwise.
  enum class First : std::uint8_t { no, of_name, of_book };

  std::uint32_t start_of(book::NodeId node, First first);
  std::uint32_t page_named(std::string_view name, First first);
  std::uint32_t running(std::string_view name, std::string_view page);
  std::uint32_t number_of(std::vector<Color> colors, book::NodeId set_by);

  const book::Manuscript& manuscript_;
  const Styles& styles_;
  Media media_;
  std::vector<Ground> all_;
  std::vector<std::uint32_t> of_node_;
  /// By ground and style of the box over it. Only looked up.
  std::unordered_map<std::uint64_t, std::uint32_t> known_;
  std::map<std::pair<std::string_view, First>, std::uint32_t> pages_;
  /// Those that are no element's, by their colours as numbers.
  std::map<std::vector<std::uint32_t>, std::uint32_t> of_pages_;
};

}  // namespace reliure::style
