#pragma once
// The OCF container: a ZIP archive whose bytes depend on its content alone.
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace reliure::epub {

/// A file of the archive; its bytes are the caller's. Pictures that are compressed already are better stored.
struct Entry {
  std::string name;
  std::string_view bytes;
  bool stored = false;
};

/// Packs the entries in their order, all dated `timestamp` (seconds since 1970, UTC; the nearest time that
/// the format can tell, 1980 to 2107). The first entry is the one that OCF wants first and stored:
/// `mimetype`.
base::Bytes pack(std::span<const Entry> entries, std::int64_t timestamp);

}  // namespace reliure::epub
