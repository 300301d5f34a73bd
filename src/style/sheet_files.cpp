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

int base64_value(char c) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const std::size_t at = kDigits.find(c);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

/// RFC 4648 §4; white space is passed over, and anything else ends it.
base::Bytes base64_decoded(std::string_view text) {
  base::Bytes out;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    if (std::string_view(" \t\n\r\f").find(c) != std::string_view::npos) continue;
    const int value = base64_value(c);
    if (value < 0) break;
    bits = (bits << 6) | static_cast<std::uint32_t>(value);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>((bits >> count) & 0xFF);
  }
  return out;
}

/// FNV-1a: the same content has the same name in every run.
std::uint64_t hash_of(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return hash;
}

std::string_view suffix_of(std::string_view media_type) {
  constexpr std::pair<std::string_view, std::string_view> kSuffixes[] = {
      {"image/svg+xml", ".svg"}, {"image/png", ".png"}, {"image/jpeg", ".jpg"},
      {"image/webp", ".webp"},   {"image/gif", ".gif"}, {"image/avif", ".avif"}};
  for (const auto& [type, suffix] : kSuffixes) {
    if (media_type.starts_with(type)) return suffix;
  }
  return ".bin";
}

}  // namespace

std::optional<DataUrl> read_data_url(std::string_view address) {
  constexpr std::string_view kScheme = "data:";
  const std::size_t comma = address.find(',');
  if (!address.starts_with(kScheme) || comma == std::string_view::npos) return std::nullopt;
  const std::string_view type = address.substr(kScheme.size(), comma - kScheme.size());
  DataUrl file;
  file.bytes = percent_decoded(address.substr(comma + 1));
  if (type.ends_with(";base64")) file.bytes = base64_decoded(file.bytes);
  if (file.bytes.empty()) return std::nullopt;
  constexpr std::string_view kHexadecimal = "0123456789abcdef";
  file.path = "data-";
  const std::uint64_t hash = hash_of(file.bytes);
  for (int shift = 60; shift >= 0; shift -= 4) file.path += kHexadecimal[(hash >> shift) & 15];
  file.path += suffix_of(type);
  return file;
}

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
