#include "source/text.h"

#include <utility>

#include "base/utf8.h"

namespace reliure::source {
namespace {

using base::Code;
using base::Span;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// No text that a person writes is this long; a page of this size is a mistake, and would cost gigabytes.
constexpr std::size_t kLargestText = std::size_t{64} << 20;

struct Repaired {
  std::string text;
  /// Offsets of what stands for bad bytes.
  std::vector<std::uint32_t> replaced;
};

/// Each byte that is not UTF-8 becomes U+FFFD.
Repaired repaired(std::string_view text) {
  Repaired result;
  result.text.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const base::Decoded decoded = base::decode(text, offset);
    if (decoded.character == 0xFFFD && decoded.size == 1) {
      result.replaced.push_back(static_cast<std::uint32_t>(result.text.size()));
    }
    base::encode(decoded.character, result.text);
    offset += decoded.size;
  }
  return result;
}

std::string hexadecimal(unsigned char byte) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  return {'0', 'x', kDigits[byte >> 4], kDigits[byte & 15]};
}

Repaired repair(std::string_view text, std::size_t first_bad, base::FileId file,
                base::Diagnostics& diagnostics) {
  Repaired result = repaired(text);
  const bool utf16 = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
  const auto begin = static_cast<std::uint32_t>(first_bad);
  const std::size_t bad_bytes = result.replaced.size();
  const std::string count =
      bad_bytes == 1 ? "" : ", the first of " + std::to_string(bad_bytes) + " such bytes";
  diagnostics.report(
      Code::source_not_utf8, Span{file, begin, begin + 3},
      "the byte `" + hexadecimal(static_cast<unsigned char>(text[first_bad])) + "` is not UTF-8" + count,
      utf16 ? "the file looks like UTF-16: save it as UTF-8"
            : "save the file as UTF-8: it may be in an older encoding such as Latin-1");
  return result;
}

}  // namespace

std::optional<base::FileId> read_text(const FileSystem& files, const Path& path, base::SourceMap& sources,
                                      base::Diagnostics& diagnostics) {
  std::optional<base::Bytes> content = files.read(path);
  if (!content) {
    return std::nullopt;
  }
  // The map numbers its files from 1 in the order they come, so a report can be made before the text moves
  // in.
  const base::FileId file{static_cast<std::uint32_t>(sources.size() + 1)};
  if (content->size() > kLargestText) {
    content->clear();
    diagnostics.report(Code::source_too_large, Span{file, 0, 0}, "`" + path + "` is larger than 64 MiB");
  }
  base::Origin origin;
  if (content->starts_with(kByteOrderMark)) {
    content->erase(0, kByteOrderMark.size());
    origin.skipped = static_cast<std::uint32_t>(kByteOrderMark.size());
  }
  if (const auto bad = base::first_invalid(*content)) {
    Repaired repaired = repair(*content, *bad, file, diagnostics);
    content = std::move(repaired.text);
    origin.replaced = std::move(repaired.replaced);
  }
  return sources.add(path, std::move(*content), std::move(origin));
}

}  // namespace reliure::source
