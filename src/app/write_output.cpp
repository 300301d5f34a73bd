#include "app/write_output.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <deque>
#include <filesystem>
#include <system_error>

#include "app/command_error.h"
#include "app/output_folder.h"

namespace reliure::app {
namespace {

/// Holds back the signals by which people and machines end a program.
class SignalsHeld {
 public:
  SignalsHeld() {
    sigset_t ending;
    sigemptyset(&ending);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
      sigaddset(&ending, signal);
    }
    pthread_sigmask(SIG_BLOCK, &ending, &before_);
  }
  SignalsHeld(const SignalsHeld&) = delete;
  SignalsHeld& operator=(const SignalsHeld&) = delete;
  ~SignalsHeld() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t before_{};
};

/// A file under a passing name; removed unless it was renamed.
class TemporaryFile {
 public:
  explicit TemporaryFile(const source::Path& path) : path_(path), name_(path + ".XXXXXX") {
    descriptor_ = mkstemp(name_.data());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (descriptor_ >= 0) {
      close(descriptor_);
      unlink(name_.c_str());
    }
  }

  bool write(std::string_view bytes) const {
    while (!bytes.empty() && descriptor_ >= 0) {
      const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
      if (written < 0 && errno != EINTR) {
        return false;
      }
      bytes.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
    }
    return descriptor_ >= 0;
  }
  /// `mkstemp` makes files for their owner alone; an output is as open as the user's mask lets it be.
  bool settle() const {
    const mode_t mask = umask(0);
    umask(mask);
    return fchmod(descriptor_, 0666 & ~mask) == 0 && fsync(descriptor_) == 0;
  }
  bool publish() {
    if (std::rename(name_.c_str(), path_.c_str()) != 0) {
      return false;
    }
    close(descriptor_);
    descriptor_ = -1;
    return true;
  }
  const source::Path& path() const { return path_; }

 private:
  source::Path path_;
  std::string name_;
  int descriptor_ = -1;
};

[[noreturn]] void fail(const source::Path& path, int error) {
  throw CommandError("`" + path + "` cannot be written: " + std::generic_category().message(error));
}

/// Makes the renaming itself last through a power cut; a file system that cannot is left as it is.
void sync_folder(const source::Path& path) {
  const source::Path folder(source::folder_of(path));
  const int descriptor = open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor >= 0) {
    fsync(descriptor);
    close(descriptor);
  }
}

}  // namespace

void make_folder(const source::Path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder.empty() ? "." : folder, error);
  if (!error && !std::filesystem::is_directory(folder.empty() ? "." : folder, error)) {
    error = std::make_error_code(std::errc::not_a_directory);
  }
  if (error) {
    throw CommandError("the folder `" + folder + "` cannot be made: " + error.message());
  }
}

void write_outputs(const std::vector<OutputFile>& files, const std::vector<OutputFolder>& folders) {
  const SignalsHeld held;
  for (const OutputFolder& folder : folders) {
    check_replaceable(folder.path);
  }
  std::deque<TemporaryFile> written;
  for (const OutputFile& file : files) {
    std::error_code ignored;
    if (std::filesystem::is_directory(file.path, ignored)) {
      fail(file.path, EISDIR);
    }
    const TemporaryFile& temporary = written.emplace_back(file.path);
    if (!temporary.write(file.bytes) || !temporary.settle()) {
      fail(file.path, errno);
    }
  }
  std::deque<TemporaryFolder> written_folders;
  for (const OutputFolder& folder : folders) {
    written_folders.emplace_back(folder);
  }
  for (TemporaryFile& file : written) {
    if (!file.publish()) {
      fail(file.path(), errno);
    }
  }
  for (TemporaryFolder& folder : written_folders) {
    folder.publish();
  }
  for (const OutputFile& file : files) {
    sync_folder(file.path);
  }
  for (const OutputFolder& folder : folders) {
    sync_folder(folder.path);
  }
}

}  // namespace reliure::app
