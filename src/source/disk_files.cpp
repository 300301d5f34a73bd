#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "source/embedded.h"
#include "source/file_system.h"
#include "source/site_list.h"

namespace reliure::source {
namespace {

/// A file larger than this is no part of a book; it also keeps offsets within the 32 bits of a span.
constexpr off_t kLargestFile = off_t{1} << 30;

/// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (value_ >= 0) {
      close(value_);
    }
  }
  int get() const { return value_; }

 private:
  int value_;
};

/// Reads until `content` is full or the file ends.
bool fill(int file, base::Bytes& content) {
  std::size_t done = 0;
  while (done < content.size()) {
    const ssize_t got = ::read(file, content.data() + done, content.size() - done);
    if (got < 0) {
      return false;
    }
    if (got == 0) {
      break;
    }
    done += static_cast<std::size_t>(got);
  }
  content.resize(done);
  return true;
}

bool is_passed_over(const std::filesystem::directory_entry& entry) {
  const std::filesystem::path name = entry.path().filename();
  std::error_code ignored;
  return name.native().starts_with('.') || name == "node_modules" ||
         std::filesystem::exists(entry.path() / kSiteList, ignored);
}

std::vector<Path> list_embedded(const Path& folder) { return MemoryFiles().list(folder); }

}  // namespace

std::optional<base::Bytes> DiskFiles::read(const Path& path) const {
  if (is_embedded(path)) {
    const auto content = embedded(normalized(path));
    return content ? std::optional(base::Bytes(*content)) : std::nullopt;
  }
  // Not blocking: a pipe or a device that stands where a file should is found out and left alone.
  const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat status {};
  if (file.get() < 0 || fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode) ||
      status.st_size > kLargestFile) {
    return std::nullopt;
  }
  base::Bytes content(static_cast<std::size_t>(status.st_size), '\0');
  return fill(file.get(), content) ? std::optional(std::move(content)) : std::nullopt;
}

bool DiskFiles::exists(const Path& path) const {
  if (is_embedded(path)) {
    return embedded(normalized(path)).has_value();
  }
  std::error_code error;
  return std::filesystem::is_regular_file(path, error);
}

std::vector<Path> DiskFiles::list(const Path& folder) const {
  if (is_embedded(folder)) {
    return list_embedded(folder);
  }
  namespace fs = std::filesystem;
  std::vector<Path> found;
  std::error_code error;
  auto entry = fs::recursive_directory_iterator(folder.empty() ? "." : folder,
                                                fs::directory_options::skip_permission_denied, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    std::error_code unreadable;
    if (is_passed_over(*entry)) {
      entry.disable_recursion_pending();
    } else if (entry->is_regular_file(unreadable)) {
      found.push_back(normalized(entry->path().native()));
    }
  }
  std::ranges::sort(found);
  return found;
}

std::optional<Path> DiskFiles::canonical(const Path& path) const {
  if (is_embedded(path)) {
    return MemoryFiles().canonical(path);
  }
  std::error_code error;
  const std::filesystem::path resolved = std::filesystem::canonical(path.empty() ? "." : path, error);
  return error ? std::nullopt : std::optional(resolved.native());
}

}  // namespace reliure::source
