#pragma once
// The files of pictures.
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "content/draft.h"
#include "content/site.h"

namespace reliure::content {

/// The media type that the bytes themselves show; empty for none that a book can show.
std::string_view media_type_of(std::string_view bytes);

/// Reads pictures, each file once.
class PictureReader {
 public:
  PictureReader(const source::Tree& tree, const Site& site);

  /// The resource of a picture on page `from`, or nothing when it cannot be used; the reason is reported.
  std::optional<std::uint32_t> read(const DraftPicture& picture, std::size_t from,
                                    base::Diagnostics& diagnostics);
  /// The picture that the manifest names as the cover.
  std::optional<std::uint32_t> read_cover(base::Diagnostics& diagnostics);
  std::vector<book::Resource> take() { return std::move(resources_); }

 private:
  std::optional<std::uint32_t> add(std::string path, base::Bytes bytes, base::Span used_at,
                                   base::Diagnostics& diagnostics);
  std::optional<std::uint32_t> read_file(const source::Path& file, base::Span used_at,
                                         base::Diagnostics& diagnostics);
  std::optional<std::uint32_t> read_data(const DraftPicture& picture, base::Diagnostics& diagnostics);
  void report_missing(const DraftPicture& picture, const std::string& path, base::Diagnostics& diagnostics);
  bool is_inside(const source::Path& canonical) const;
  bool is_named_inside(const source::Path& file) const;

  const source::Tree& tree_;
  const Site& site_;
  std::vector<source::Path> roots_;
  std::vector<book::Resource> resources_;
  /// By canonical path; nothing for a file that cannot be used.
  std::unordered_map<std::string, std::optional<std::uint32_t>> known_;
  std::vector<source::Path> files_;
  bool listed_ = false;
  int embedded_ = 0;
};

}  // namespace reliure::content
