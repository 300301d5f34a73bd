#include "content/pictures.h"

#include <algorithm>
#include <utility>

#include "content/address.h"
#include "content/ascii.h"
#include "content/xml_encoding.h"

namespace reliure::content {
namespace {

using base::Code;
using source::Path;

/// Files looked through for a hint.
constexpr std::size_t kMostCandidates = 2000;

bool begins_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

/// Whether the text is an SVG document: its root is `svg`, after declarations and comments.
bool is_svg(std::string_view text) {
  if (begins_with(text, "\xEF\xBB\xBF")) text.remove_prefix(3);
  for (;;) {
    text = text.substr(std::min(text.find('<'), text.size()));
    if (begins_with(text, "<!--")) {
      text = text.substr(std::min(text.find("-->"), text.size()));
    } else if (begins_with(text, "<?") || begins_with(text, "<!")) {
      text = text.substr(std::min(text.find('>'), text.size()));
    } else {
      return begins_with(text, "<svg") || begins_with(text, "<svg:svg");
    }
  }
}

/// Base64 with white space between, nothing when it is none.
std::optional<base::Bytes> base64_decoded(std::string_view text) {
  base::Bytes bytes;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    if (is_space(c) || c == '=') continue;
    std::uint32_t value = 0;
    if (is_upper(c))
      value = static_cast<std::uint32_t>(c - 'A');
    else if (is_lower(c))
      value = static_cast<std::uint32_t>(c - 'a') + 26;
    else if (is_digit(c))
      value = static_cast<std::uint32_t>(c - '0') + 52;
    else if (c == '+' || c == '-')
      value = 62;
    else if (c == '/' || c == '_')
      value = 63;
    else
      return std::nullopt;
    bits = bits << 6 | value;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes.push_back(static_cast<char>(bits >> count & 0xFF));
    }
  }
  return bytes;
}

std::string_view ending_of(std::string_view media_type) {
  if (media_type == "image/png") return ".png";
  if (media_type == "image/jpeg") return ".jpg";
  if (media_type == "image/webp") return ".webp";
  if (media_type == "image/gif") return ".gif";
  return ".svg";
}

}  // namespace

std::string_view media_type_of(std::string_view bytes) {
  if (begins_with(bytes, "\x89PNG\r\n\x1A\n")) return "image/png";
  if (begins_with(bytes, "\xFF\xD8\xFF")) return "image/jpeg";
  if (begins_with(bytes, "RIFF") && bytes.size() >= 12 && bytes.substr(8, 4) == "WEBP") return "image/webp";
  if (begins_with(bytes, "GIF87a") || begins_with(bytes, "GIF89a")) return "image/gif";
  return is_svg(bytes) ? "image/svg+xml" : "";
}

PictureReader::PictureReader(const source::Tree& tree, const Site& site) : tree_(tree), site_(site) {
  if (tree.files == nullptr) return;
  for (const Path& root : {tree.manifest.site_root, tree.manifest.content_root, tree.manifest.folder}) {
    const auto canonical = tree.files->canonical(root.empty() ? "." : root);
    roots_.push_back(canonical.value_or(source::normalized(root)));
  }
}

bool PictureReader::is_inside(const Path& canonical) const {
  return std::ranges::any_of(roots_, [&](const Path& root) {
    return root.empty() || root == "." || root == "/" ||
           (begins_with(canonical, root) && canonical.size() > root.size() && canonical[root.size()] == '/');
  });
}

/// For a file that is not there, whose name alone tells where it would be.
bool PictureReader::is_named_inside(const Path& file) const {
  const source::Manifest& manifest = tree_.manifest;
  return std::ranges::any_of(std::array{&manifest.site_root, &manifest.content_root, &manifest.folder},
                             [&](const Path* root) {
                               const Path folder = source::normalized(*root);
                               return source::is_below(source::normalized(file), folder == "." ? "" : folder);
                             });
}

std::optional<std::uint32_t> PictureReader::read(const DraftPicture& picture, std::size_t from,
                                                 base::Diagnostics& diagnostics) {
  if (!picture.svg.empty()) {
    return add("embedded/" + site_.slugs[from] + "-" + std::to_string(++embedded_) + ".svg", picture.svg,
               picture.span, diagnostics);
  }
  const std::string address(picture.address);
  if (lowered(scheme_of(address)) == "data") return read_data(picture, diagnostics);
  if (!scheme_of(address).empty() || begins_with(address, "//")) {
    diagnostics.report(Code::content_remote_picture, picture.span,
                       "picture `" + address + "` is on the network",
                       "put its file beside the pages and give its path");
    return std::nullopt;
  }
  const std::string path = percent_decoded(split_address(picture.address).path);
  if (path.empty()) {
    diagnostics.report(Code::content_missing_picture, picture.span, "a picture has no address",
                       "give the path of its file");
    return std::nullopt;
  }
  for (const Path& file : files_of(site_, tree_.manifest, from, path)) {
    const auto canonical = tree_.files == nullptr ? std::nullopt : tree_.files->canonical(file);
    const bool leads_out = canonical ? !is_inside(*canonical) : !is_named_inside(file);
    if (leads_out) {
      diagnostics.report(Code::content_outside_root, picture.span,
                         "picture `" + address + "` lies outside the book's folders",
                         "put its file below the site root");
      return std::nullopt;
    }
    if (!canonical) continue;
    const auto known = known_.find(*canonical);
    if (known != known_.end()) return known->second;
    if (!tree_.files->exists(file)) continue;
    const auto resource = read_file(file, picture.span, diagnostics);
    known_.emplace(*canonical, resource);
    return resource;
  }
  report_missing(picture, path, diagnostics);
  return std::nullopt;
}

std::optional<std::uint32_t> PictureReader::read_file(const Path& file, base::Span used_at,
                                                      base::Diagnostics& diagnostics) {
  std::optional<base::Bytes> bytes = tree_.files->read(file);
  if (!bytes) {
    diagnostics.report(Code::content_missing_picture, used_at, "picture `" + file + "` cannot be read",
                       "make the file readable; a file of more than 1 GiB is not read");
    return std::nullopt;
  }
  std::string path = file;
  const Path root = source::normalized(tree_.manifest.folder);
  if (!root.empty() && begins_with(path, root + "/")) path.erase(0, root.size() + 1);
  return add(std::move(path), std::move(*bytes), used_at, diagnostics);
}

std::optional<std::uint32_t> PictureReader::add(std::string path, base::Bytes bytes, base::Span used_at,
                                                base::Diagnostics& diagnostics) {
  if (const std::string encoding = make_utf8(bytes); !encoding.empty()) {
    diagnostics.report(Code::content_unusable_picture, used_at,
                       "`" + path + "` is written in `" + encoding + "`", "save it in UTF-8");
    return std::nullopt;
  }
  const std::string_view type = media_type_of(bytes);
  if (type.empty()) {
    diagnostics.report(Code::content_unusable_picture, used_at,
                       bytes.empty() ? "picture `" + path + "` is an empty file"
                                     : "`" + path + "` is no picture that a book can show",
                       "make it a PNG, JPEG, WebP or SVG file");
    return std::nullopt;
  }
  resources_.push_back({std::move(path), std::string(type), std::move(bytes), used_at});
  return static_cast<std::uint32_t>(resources_.size() - 1);
}

/// `data:image/png;base64,...`: the picture itself.
std::optional<std::uint32_t> PictureReader::read_data(const DraftPicture& picture,
                                                      base::Diagnostics& diagnostics) {
  const std::string_view address = picture.address;
  const std::size_t comma = address.find(',');
  const std::string_view head = address.substr(0, comma);
  const std::string_view body =
      comma == std::string_view::npos ? std::string_view{} : address.substr(comma + 1);
  const bool base64 = head.find(";base64") != std::string_view::npos;
  std::optional<base::Bytes> bytes = base64 ? base64_decoded(percent_decoded(body)) : percent_decoded(body);
  const std::string_view type = media_type_of(bytes.value_or(""));
  std::string path = "embedded/picture-" + std::to_string(++embedded_) + std::string(ending_of(type));
  return add(std::move(path), std::move(bytes).value_or(""), picture.span, diagnostics);
}

void PictureReader::report_missing(const DraftPicture& picture, const std::string& path,
                                   base::Diagnostics& diagnostics) {
  auto& diagnostic = diagnostics.report(Code::content_missing_picture, picture.span,
                                        "the picture `" + std::string(picture.address) + "` is not there");
  if (tree_.files == nullptr) return;
  if (!std::exchange(listed_, true)) files_ = tree_.files->list(tree_.manifest.site_root);
  if (files_.size() > kMostCandidates) return;
  const Path root = source::normalized(tree_.manifest.site_root);
  std::vector<std::string_view> names;
  for (const Path& file : files_) {
    std::string_view name = file;
    if (begins_with(name, root + "/")) name.remove_prefix(root.size() + 1);
    names.push_back(name);
  }
  const std::string_view near = base::nearest(std::string_view(path).substr(path[0] == '/'), names);
  diagnostic.hints.push_back(near.empty() ? "put the file there, or mend its path"
                                          : "did you mean `/" + std::string(near) + "`?");
}

std::optional<std::uint32_t> PictureReader::read_cover(base::Diagnostics& diagnostics) {
  if (!tree_.manifest.cover || tree_.files == nullptr) return std::nullopt;
  const Path& file = *tree_.manifest.cover;
  const base::Span span = tree_.manifest.cover_span;
  const auto canonical = tree_.files->canonical(file);
  if (canonical && !is_inside(*canonical)) {
    diagnostics.report(Code::content_outside_root, span,
                       "the cover `" + file + "` lies outside the book's folders",
                       "put its file below the book's folder");
    return std::nullopt;
  }
  if (!canonical || !tree_.files->exists(file)) {
    diagnostics.report(Code::content_missing_picture, span, "the cover `" + file + "` is not there",
                       "put the file there, or mend its path");
    return std::nullopt;
  }
  const auto known = known_.find(*canonical);
  return known != known_.end() ? known->second : read_file(file, span, diagnostics);
}

}  // namespace reliure::content
