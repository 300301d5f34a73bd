// Paths by name alone; nothing here looks at a disk.
#include <algorithm>

#include "source/embedded.h"
#include "source/file_system.h"

namespace reliure::source {
namespace {

/// What no `..` climbs over: `/` or `reliure:/`, else nothing.
std::string_view root_of(std::string_view path) {
  if (is_embedded(path)) {
    return path.substr(0, kEmbeddedRoot.size());
  }
  return path.substr(0, path.starts_with('/') ? 1 : 0);
}

}  // namespace

Path normalized(std::string_view path) {
  const std::string_view root = root_of(path);
  path.remove_prefix(root.size());
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view part = path.substr(begin, end - begin);
    begin = end + 1;
    if (part.empty() || part == ".") {
      continue;
    }
    if (part != "..") {
      parts.push_back(part);
    } else if (!parts.empty() && parts.back() != "..") {
      parts.pop_back();
    } else if (root.empty()) {
      parts.push_back(part);
    }
  }
  Path result(root);
  for (const std::string_view part : parts) {
    if (result.size() > root.size()) {
      result += '/';
    }
    result += part;
  }
  return result;
}

Path joined(std::string_view folder, std::string_view relative) {
  if (folder.empty() || !root_of(relative).empty()) {
    return normalized(relative);
  }
  return normalized(Path(folder).append("/").append(relative));
}

std::string_view folder_of(std::string_view path) {
  const std::string_view root = root_of(path);
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) {
    return {};
  }
  return path.substr(0, std::max(slash, root.size()));
}

bool is_below(std::string_view path, std::string_view folder) {
  if (folder.empty()) {
    return root_of(path).empty() && path != ".." && !path.starts_with("../");
  }
  if (!path.starts_with(folder)) {
    return false;
  }
  return path.size() == folder.size() || folder.back() == '/' || path[folder.size()] == '/';
}

}  // namespace reliure::source
