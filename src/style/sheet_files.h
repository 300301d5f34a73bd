#pragma once
// Which files a sheet may name: those of the book's folder, and the program's own sheets those of the
// program.
#include <optional>
#include <string>
#include <string_view>

#include "source/tree.h"

namespace reliure::style {

/// The path that `address` leads to from the sheet `from`, without its query and fragment. Nothing when it is
/// on the network, or leads out of the book's folder by name or through links; it need not be there.
std::optional<std::string> path_of(const source::Tree& tree, std::string_view from, std::string_view address);

/// The path as the manuscript names its resources: below the book's folder.
std::string path_in_book(const source::Tree& tree, std::string_view path);

}  // namespace reliure::style
