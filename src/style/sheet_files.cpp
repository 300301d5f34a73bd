#include "style/sheet_files.h"

#include "source/embedded.h"
#include "style/token.h"

namespace reliure::style {
namespace {

bool is_allowed(const source::Tree& tree, std::string_view from, const std::string& path) {
  if (source::is_embedded(from)) return source::is_embedded(path);
  const std::string& folder = tree.manifest.folder;
  if (!source::is_below(path, folder)) return false;
  const auto real = tree.files->canonical(path);
  const auto real_folder = tree.files->canonical(folder.empty() ? "." : folder);
  return !real || !real_folder || source::is_below(*real, *real_folder);
}

bool is_remote(std::string_view address) {
  return address.find("://") != std::string_view::npos || address.starts_with("//") ||
         address.starts_with("data:");
}

int hex_value(char c) {
  const char low = ascii_lower(c);
  if (low >= '0' && low <= '9') return low - '0';
  return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

/// `%20` to a space; a `%` that is none of these stays.
std::string percent_decoded(std::string_view address) {
  std::string out;
  for (std::size_t i = 0; i < address.size(); ++i) {
    const bool escape = address[i] == '%' && i + 2 < address.size() && hex_value(address[i + 1]) >= 0 &&
                        hex_value(address[i + 2]) >= 0;
    out +=
        escape ? static_cast<char>(hex_value(address[i + 1]) * 16 + hex_value(address[i + 2])) : address[i];
    i += escape ? 2 : 0;
  }
  return out;
}

}  // namespace

std::optional<std::string> path_of(const source::Tree& tree, std::string_view from,
                                   std::string_view address) {
  if (tree.files == nullptr || is_remote(address)) return std::nullopt;
  address = address.substr(0, address.find_first_of("?#"));
  std::string path = source::joined(source::folder_of(from), percent_decoded(address));
  if (address.empty() || !is_allowed(tree, from, path)) return std::nullopt;
  return path;
}

std::string path_in_book(const source::Tree& tree, std::string_view path) {
  const std::string folder = source::normalized(tree.manifest.folder);
  const bool inside = !folder.empty() && source::is_below(path, folder) && path.size() > folder.size();
  return std::string(inside ? path.substr(folder.size() + 1) : path);
}

}  // namespace reliure::style
