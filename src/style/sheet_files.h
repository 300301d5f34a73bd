#pragma once
// Which files a sheet may name: those of the book's folder, and the program's own sheets those of the
// program.
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "source/tree.h"

namespace reliure::style {

/// The path that `address` leads to from the sheet `from`, without its query and fragment. Nothing when it is
/// on the network, or leads out of the book's folder by name or through links; it need not be there.
std::optional<std::string> path_of(const source::Tree& tree, std::string_view from, std::string_view address);

/// A file that is written into its address (`data:`, RFC 2397).
struct DataUrl {
  /// By which the manuscript names it: made of its content, with the suffix of its type.
  std::string path;
  base::Bytes bytes;
};

/// The file in a `data:` address; nothing when it is another address, or is damaged.
std::optional<DataUrl> read_data_url(std::string_view address);

/// The path as the manuscript names its resources: below the book's folder.
std::string path_in_book(const source::Tree& tree, std::string_view path);

}  // namespace reliure::style
