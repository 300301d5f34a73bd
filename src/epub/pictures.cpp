#include "epub/pictures.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>

#include "epub/escape.h"
#include "epub/file_names.h"
#include "epub/svg.h"
#include "image/shrink.h"

namespace reliure::epub {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kSvg = "image/svg+xml";

std::string_view ending_of(std::string_view media_type) {
  if (media_type == "image/png") return ".png";
  if (media_type == "image/jpeg") return ".jpg";
  if (media_type == "image/gif") return ".gif";
  if (media_type == "image/webp") return ".webp";
  return ".svg";
}

/// The name of a file without its folders and its ending.
std::string_view stem_of(std::string_view path) {
  path = path.substr(path.rfind('/') + 1);
  const std::size_t dot = path.rfind('.');
  return dot == 0 ? path : path.substr(0, dot);
}

/// Whether the image stage tried to read the picture and could not; it has told so.
bool known_broken(const book::Book& book, std::size_t resource) {
  return book.pictures && resource < book.pictures->size() &&
         std::holds_alternative<std::monostate>((*book.pictures)[resource].content);
}

/// The picture made ready, all but its name. Nothing when e-books cannot show it.
std::optional<PictureFile> made_ready(const book::Resource& resource, base::Diagnostics& diagnostics) {
  PictureFile file;
  file.media_type = media_type_of(resource.bytes);
  if (file.media_type.empty()) {
    diagnostics.report(base::Code::epub_picture_format, resource.used_at,
                       "picture `" + resource.path + "` is of a format that e-books cannot hold",
                       "save it as PNG, JPEG, WebP or SVG");
    return std::nullopt;
  }
  if (file.media_type != kSvg) {
    file.animated = is_animated(resource.bytes);
    return file;
  }
  CleanedSvg svg = clean_svg(resource.bytes);
  if (!svg.problem.empty()) {
    diagnostics.report(base::Code::epub_bad_svg, resource.used_at,
                       "picture `" + resource.path + "` is not well-formed XML: " + svg.problem,
                       "save it anew from a drawing program; the e-book shows its text alternative");
    return std::nullopt;
  }
  file.made = std::move(svg.text);
  return file;
}

/// A picture that is made smaller.
struct Shrunk {
  std::size_t picture = 0;
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  base::Bytes made;
};

/// The picture as the image stage read it, when its file is a raster.
const book::Raster* raster_of(const book::Book& book, std::size_t resource) {
  const bool known = book.pictures && resource < book.pictures->size() &&
                     media_type_of(book.manuscript->resources[resource].bytes) != kSvg;
  return known ? std::get_if<book::Raster>(&(*book.pictures)[resource].content) : nullptr;
}

/// One note for the book: whoever has one such picture often has a hundred.
void report_smaller(const std::vector<Shrunk>& pictures, const book::Book& book,
                    base::Diagnostics& diagnostics) {
  constexpr std::size_t kMostNamed = 3;
  std::vector<const Shrunk*> by_size;
  for (const Shrunk& picture : pictures) by_size.push_back(&picture);
  std::ranges::stable_sort(by_size, std::greater(), [](const Shrunk* picture) {
    return std::uint64_t{picture->width} * picture->height;
  });
  std::string names;
  for (std::size_t i = 0; i < std::min(kMostNamed, by_size.size()); ++i) {
    names += (i == 0 ? "`" : ", `") + book.manuscript->resources[by_size[i]->picture].path + "` (" +
             std::to_string(by_size[i]->width) + " by " + std::to_string(by_size[i]->height) + " pixels)";
  }
  if (by_size.size() > kMostNamed) names += " and " + std::to_string(by_size.size() - kMostNamed) + " more";
  const std::string side = std::to_string(kLongestSide);
  diagnostics.report(base::Code::epub_smaller_pictures,
                     book.manuscript->resources[by_size[0]->picture].used_at,
                     "the e-book has pictures made smaller, to " + side + " pixels: " + names,
                     "the PDF has all their pixels; save them smaller to build faster");
}

}  // namespace

std::string_view media_type_of(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv)) return "image/png";
  if (bytes.starts_with("\xFF\xD8\xFF"sv)) return "image/jpeg";
  if (bytes.starts_with("GIF87a"sv) || bytes.starts_with("GIF89a"sv)) return "image/gif";
  if (bytes.starts_with("RIFF"sv) && bytes.size() > 12 && bytes.substr(8, 4) == "WEBP"sv) return "image/webp";
  return looks_like_svg(bytes) ? kSvg : std::string_view();
}

bool is_animated(std::string_view bytes) {
  const std::string_view type = media_type_of(bytes);
  if (type == "image/gif") {
    // More than one graphic control extension; a still GIF has at most one.
    const std::size_t first = bytes.find("\x21\xF9\x04"sv);
    return first != std::string_view::npos &&
           bytes.find("\x21\xF9\x04"sv, first + 3) != std::string_view::npos;
  }
  if (type == "image/png") {
    // The chunk acTL stands before the first IDAT (PNG, third edition, section 5.6).
    return bytes.substr(0, bytes.find("IDAT"sv)).find("acTL"sv) != std::string_view::npos;
  }
  // Of what moves in an SVG only the animations of its sheets stay.
  if (type == kSvg) return bytes.find("@keyframes"sv) != std::string_view::npos;
  // Extended WebP: the byte of flags behind the chunk's header, bit 1 (RFC 9649, section 2.7).
  constexpr std::size_t kFlags = 20;
  return type == "image/webp" && bytes.size() > kFlags && bytes.substr(12, 4) == "VP8X"sv &&
         (bytes[kFlags] & 2) != 0;
}

std::vector<PictureFile> picture_files(const book::Book& book, const std::vector<bool>& used,
                                       base::Diagnostics& diagnostics) {
  const std::vector<book::Resource>& resources = book.manuscript->resources;
  std::vector<PictureFile> files(resources.size());
  FileNames names;
  std::map<std::string_view, std::size_t> first_of;
  for (std::size_t i = 0; i < resources.size(); ++i) {
    if (!used[i] || known_broken(book, i)) continue;
    const auto [first, is_new] = first_of.try_emplace(resources[i].bytes, i);
    if (!is_new) {
      files[i].name = files[first->second].name;
      files[i].media_type = files[first->second].media_type;
      files[i].is_copy = true;
      continue;
    }
    if (auto file = made_ready(resources[i], diagnostics)) {
      files[i] = std::move(*file);
      files[i].name = "images/" + names.take(stem_of(resources[i].path), ending_of(files[i].media_type));
    }
  }
  return files;
}

void make_smaller(std::vector<PictureFile>& files, const book::Book& book, base::Jobs jobs,
                  base::Diagnostics& diagnostics) {
  std::vector<Shrunk> found;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const book::Raster* raster = raster_of(book, i);
    if (raster == nullptr || files[i].name.empty() || files[i].is_copy || files[i].animated) continue;
    if (std::max(raster->width, raster->height) > kLongestSide + kLongestSide / 2)
      found.push_back({i, raster->width, raster->height, {}});
  }
  base::parallel_for(found.size(), jobs, [&](std::size_t i) {
    const base::Bytes& bytes = book.manuscript->resources[found[i].picture].bytes;
    found[i].made = image::shrunk(bytes, kLongestSide).value_or(base::Bytes());
  });
  std::erase_if(found, [](const Shrunk& picture) { return picture.made.empty(); });
  if (found.empty()) return;
  report_smaller(found, book, diagnostics);
  for (Shrunk& picture : found) files[picture.picture].made = std::move(picture.made);
}

}  // namespace reliure::epub
