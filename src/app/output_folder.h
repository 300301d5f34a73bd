#pragma once
// A folder that is written whole, in the place of an older one.
#include <string>
#include <vector>

#include "app/write_output.h"

namespace reliure::app {

/// Throws `CommandError` where something stands at `path` that a new folder may not take the place of: a
/// file, a link, or a folder with a file that is not in its list (`source::kSiteList`) of what the program
/// made.
void check_replaceable(const source::Path& path);

/// A folder under a passing name beside its own; removed unless it was published.
class TemporaryFolder {
 public:
  /// Writes and syncs all files, and the list of them. Throws `CommandError` when that fails.
  explicit TemporaryFolder(const OutputFolder& folder);
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();

  /// Takes the place of the older folder, of which only the files in its list are removed: what somebody put
  /// there meanwhile stays, under a name that the `CommandError` tells.
  void publish();

 private:
  source::Path path_;
  /// Empty once it is published.
  std::string name_;
};

}  // namespace reliure::app
