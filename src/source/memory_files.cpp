#include <algorithm>

#include "source/embedded.h"
#include "source/file_system.h"
#include "source/site_list.h"

namespace reliure::source {
namespace {

bool is_passed_over(std::string_view part) { return part.starts_with('.') || part == "node_modules"; }

/// Whether a part of the path from `begin` on is hidden, a package folder or a site.
bool has_passed_over_part(std::string_view path, std::size_t begin, const MemoryFiles& files) {
  while (begin < path.size()) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const bool is_folder = begin < end && end < path.size();
    const bool is_site = is_folder && files.exists(joined(path.substr(0, end), kSiteList));
    if (is_site || is_passed_over(path.substr(begin, end - begin))) {
      return true;
    }
    begin = end + 1;
  }
  return false;
}

}  // namespace

std::optional<base::Bytes> MemoryFiles::read(const Path& path) const {
  const Path wanted = normalized(path);
  if (const auto found = files_.find(wanted); found != files_.end()) {
    return found->second;
  }
  if (const auto content = embedded(wanted)) {
    return base::Bytes(*content);
  }
  return std::nullopt;
}

bool MemoryFiles::exists(const Path& path) const {
  const Path wanted = normalized(path);
  return files_.contains(wanted) || embedded(wanted);
}

std::vector<Path> MemoryFiles::list(const Path& folder) const {
  const Path wanted = normalized(folder);
  std::vector<Path> found;
  const auto consider = [&](std::string_view path) {
    if (path == wanted || !is_below(path, wanted) || (wanted.empty() && is_embedded(path))) {
      return;
    }
    if (!has_passed_over_part(path, wanted.size(), *this)) {
      found.emplace_back(path);
    }
  };
  for (const auto& [path, content] : files_) {
    consider(path);
  }
  for (std::size_t i = 0; i < embedded_count(); ++i) {
    consider(embedded_at(i).path);
  }
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::optional<Path> MemoryFiles::canonical(const Path& path) const {
  const Path wanted = normalized(path);
  if (wanted.empty() || exists(wanted)) {
    return wanted;
  }
  const auto next = files_.lower_bound(wanted + '/');
  if (next != files_.end() && is_below(next->first, wanted)) {
    return wanted;
  }
  return std::nullopt;
}

}  // namespace reliure::source
