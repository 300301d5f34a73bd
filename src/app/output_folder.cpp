#include "app/output_folder.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <set>
#include <system_error>

#include "app/command_error.h"
#include "source/site_list.h"

namespace reliure::app {
namespace {

namespace fs = std::filesystem;

/// The first line of a list, for people who find it.
constexpr std::string_view kListTitle = "# These files were made by reliure, which replaces them.\n";

using Names = std::set<std::string, std::less<>>;

/// The files that are the program's, or nothing for a folder that it did not make.
std::optional<Names> listed_files(const source::Path& folder) {
  const auto list = source::DiskFiles().read(source::joined(folder, source::kSiteList));
  if (!list || !list->starts_with(kListTitle)) return std::nullopt;
  Names names{std::string(source::kSiteList)};
  for (std::size_t begin = kListTitle.size(); begin < list->size();) {
    const std::size_t end = std::min(list->find('\n', begin), list->size());
    names.insert(list->substr(begin, end - begin));
    begin = end + 1;
  }
  return names;
}

/// What is in a folder at any depth, seen from it, in order. Links are not followed.
struct Content {
  std::vector<std::string> files;
  std::vector<std::string> folders;
};

Content content_of(const source::Path& folder) {
  Content content;
  std::error_code error;
  auto entry = fs::recursive_directory_iterator(folder, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    std::error_code unknown;
    const bool is_folder = entry->symlink_status(unknown).type() == fs::file_type::directory;
    std::string name = entry->path().native().substr(folder.size() + 1);
    (is_folder ? content.folders : content.files).push_back(std::move(name));
  }
  if (error) throw CommandError("`" + folder + "` cannot be read: " + error.message());
  std::ranges::sort(content.files);
  std::ranges::sort(content.folders);
  return content;
}

[[noreturn]] void fail(const source::Path& path, int error) {
  throw CommandError("`" + path + "` cannot be written: " + std::generic_category().message(error));
}

/// Removes files that are listed, and then the folders that are empty. Whether all is gone.
bool remove_listed(const source::Path& folder, const Names& names) {
  Content content = content_of(folder);
  for (const std::string& file : content.files) {
    if (names.contains(file)) unlink(source::joined(folder, file).c_str());
  }
  // Deeper ones are behind those that they are in.
  std::ranges::reverse(content.folders);
  for (const std::string& each : content.folders) rmdir(source::joined(folder, each).c_str());
  return rmdir(folder.c_str()) == 0;
}

std::string list_of(const OutputFolder& folder) {
  std::vector<std::string_view> names;
  for (const OutputFile& file : folder.files) names.push_back(file.path);
  std::ranges::sort(names);
  std::string list(kListTitle);
  for (const std::string_view name : names) list.append(name).append("\n");
  return list;
}

/// A new empty folder beside `path`.
std::string make_beside(const source::Path& path) {
  std::string name = path + ".XXXXXX";
  if (mkdtemp(name.data()) == nullptr) fail(path, errno);
  return name;
}

}  // namespace

void check_replaceable(const source::Path& path) {
  std::error_code missing;
  const fs::file_type type = fs::symlink_status(path, missing).type();
  if (type == fs::file_type::not_found) return;
  if (type != fs::file_type::directory) {
    throw CommandError("`" + path + "` is no folder: a site cannot take its place");
  }
  const Content content = content_of(path);
  const auto listed = listed_files(path);
  if (!listed && !content.files.empty()) {
    throw CommandError("the folder `" + path +
                       "` was not made by reliure: a site replaces all that is in its folder, so name "
                       "another with `file`, or move this one away");
  }
  for (const std::string& file : content.files) {
    if (!listed->contains(file)) {
      throw CommandError("the folder `" + path + "` holds `" + file +
                         "`, which reliure did not make: a site replaces all that is in its folder, so move "
                         "the file away");
    }
  }
}

TemporaryFolder::TemporaryFolder(const OutputFolder& folder) : path_(folder.path), name_(make_beside(path_)) {
  try {
    std::vector<OutputFile> files;
    for (const OutputFile& file : folder.files) {
      files.push_back({source::joined(name_, file.path), file.bytes});
      make_folder(source::Path(source::folder_of(files.back().path)));
    }
    const std::string list = list_of(folder);
    files.push_back({source::joined(name_, source::kSiteList), list});
    write_outputs(files);
    const mode_t mask = umask(0);
    umask(mask);
    if (chmod(name_.c_str(), 0777 & ~mask) != 0) fail(path_, errno);
  } catch (const CommandError&) {
    std::error_code ignored;
    fs::remove_all(name_, ignored);
    throw;
  }
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  if (!name_.empty()) fs::remove_all(name_, ignored);
}

void TemporaryFolder::publish() {
  // A folder takes the place of an empty one as a file does that of another.
  if (std::rename(name_.c_str(), path_.c_str()) == 0) return name_.clear();
  if (errno != ENOTEMPTY && errno != EEXIST) fail(path_, errno);
  const Names names = listed_files(path_).value_or(Names{});
  const std::string old = make_beside(path_);
  if (std::rename(path_.c_str(), old.c_str()) != 0) {
    const int error = errno;
    rmdir(old.c_str());
    fail(path_, error);
  }
  if (std::rename(name_.c_str(), path_.c_str()) != 0) {
    const int error = errno;
    std::rename(old.c_str(), path_.c_str());
    fail(path_, error);
  }
  name_.clear();
  if (!remove_listed(old, names)) {
    throw CommandError("what was in `" + path_ + "` and reliure did not make is now in `" + old + "`");
  }
}

}  // namespace reliure::app
