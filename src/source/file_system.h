#pragma once
// The outside world behind one small interface, so that tests can hold their files in memory.
//
// A path is UTF-8 with `/`. What the program ships is under `reliure:/`: `reliure:/styles/base.css`,
// `reliure:/fonts/fonts.yaml`, `reliure:/hyphenation/hyph_fr.dic`.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"

namespace reliure::source {

using Path = std::string;

/// Where files are read. Reading is safe from several threads at once.
class FileSystem {
 public:
  virtual ~FileSystem() = default;
  /// The file's content, or nothing when there is none or it cannot be read.
  virtual std::optional<base::Bytes> read(const Path& path) const = 0;
  /// Whether the path is a regular file; folders are not. See `canonical` for those.
  virtual bool exists(const Path& path) const = 0;
  /// All regular files below `folder`, at any depth, as paths that `read` takes, sorted bytewise.
  /// Hidden files and folders (`.git`) and `node_modules` are passed over. Links to folders are not followed.
  virtual std::vector<Path> list(const Path& folder) const = 0;
  /// The path of a file or folder with links and `..` resolved, to tell what lies outside the root; nothing
  /// if it does not exist.
  virtual std::optional<Path> canonical(const Path& path) const = 0;
};

/// Files in memory, and the program's own under `reliure:/`: the twin that tests use.
class MemoryFiles final : public FileSystem {
 public:
  explicit MemoryFiles(std::map<Path, base::Bytes> files = {}) : files_(std::move(files)) {}
  /// A `reliure:/` path replaces the program's own file.
  void add(Path path, base::Bytes content) { files_[std::move(path)] = std::move(content); }

  std::optional<base::Bytes> read(const Path& path) const override;
  bool exists(const Path& path) const override;
  std::vector<Path> list(const Path& folder) const override;
  std::optional<Path> canonical(const Path& path) const override;

 private:
  std::map<Path, base::Bytes> files_;
};

/// Files on disk, and the program's own under `reliure:/`.
class DiskFiles final : public FileSystem {
 public:
  std::optional<base::Bytes> read(const Path& path) const override;
  bool exists(const Path& path) const override;
  std::vector<Path> list(const Path& folder) const override;
  std::optional<Path> canonical(const Path& path) const override;
};

/// `a/b` and `../c` to `a/c`: `.` and `..` resolved by name alone. A `..` that leaves the start is kept.
Path normalized(std::string_view path);
/// `relative` seen from the folder `folder`, normalized; an absolute `relative` stays as it is.
Path joined(std::string_view folder, std::string_view relative);
/// The folder part, without the last `/`; empty for a bare file name.
std::string_view folder_of(std::string_view path);
/// Whether `path` lies below `folder`, both normalized; an empty folder holds every relative path without
/// `..`.
bool is_below(std::string_view path, std::string_view folder);

}  // namespace reliure::source
