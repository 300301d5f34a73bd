#include "base/source_map.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace reliure::base {

FileId SourceMap::add(std::string name, std::string text, Origin origin) {
  files_.push_back({std::move(name), std::move(text), std::move(origin)});
  return {static_cast<std::uint32_t>(files_.size())};
}

std::string_view SourceMap::name(FileId file) const {
  return file.value == 0 ? std::string_view{} : files_[file.value - 1].name;
}

std::string_view SourceMap::text(FileId file) const {
  return file.value == 0 ? std::string_view{} : files_[file.value - 1].text;
}

std::string_view SourceMap::excerpt(Span span) const {
  const std::string_view all = text(span.file);
  const std::size_t begin = std::min<std::size_t>(span.begin, all.size());
  return all.substr(begin, span.end > begin ? span.end - begin : 0);
}

Place SourceMap::place(FileId file, std::size_t offset) const {
  const std::string_view before = text(file).substr(0, offset);
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is the start of the text
  return {static_cast<std::size_t>(std::ranges::count(before, '\n')) + 1,
          count_characters(before.substr(line_start)) + 1};
}

std::size_t SourceMap::file_offset(FileId file, std::size_t offset) const {
  constexpr std::size_t kGrowth = 2;  // three bytes for one
  if (file.value == 0) return offset;
  const Origin& origin = files_[file.value - 1].origin;
  const auto before = std::ranges::lower_bound(origin.replaced, offset) - origin.replaced.begin();
  return offset + origin.skipped - kGrowth * static_cast<std::size_t>(before);
}

std::string_view SourceMap::line(FileId file, std::size_t offset) const {
  const std::string_view all = text(file);
  const std::size_t start = all.substr(0, offset).rfind('\n') + 1;
  const std::size_t end = std::min(all.find('\n', start), all.size());
  std::string_view found = all.substr(start, end - start);
  if (!found.empty() && found.back() == '\r') {
    found.remove_suffix(1);
  }
  return found;
}

}  // namespace reliure::base
