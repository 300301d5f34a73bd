#include "epub/container.h"

#include <zip.h>

#include <algorithm>
#include <memory>

#include "base/calendar.h"
#include "base/check.h"

namespace reliure::epub {
namespace {

/// zlib's highest level: a file is packed once and fetched by every reader.
constexpr zip_uint32_t kLevel = 9;

struct DosTime {
  zip_uint16_t time = 0;
  zip_uint16_t date = 0;
};

/// The two words of a ZIP date: years from 1980, seconds by twos.
DosTime dos_time(std::int64_t timestamp) {
  base::DateTime moment = base::date_time(timestamp);
  if (moment.year < 1980) moment = {1980, 1, 1, 0, 0, 0};
  if (moment.year > 2107) moment = {2107, 12, 31, 23, 59, 58};
  const auto year = static_cast<int>(moment.year - 1980);
  return {static_cast<zip_uint16_t>(moment.hour << 11 | moment.minute << 5 | moment.second / 2),
          static_cast<zip_uint16_t>(year << 9 | moment.month << 5 | moment.day)};
}

struct SourceCloser {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, SourceCloser>;

void add(zip_t* archive, const Entry& entry, DosTime time) {
  zip_source_t* source = zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0);
  base::check(source != nullptr, "epub: no memory for an archive entry");
  const zip_int64_t index = zip_file_add(archive, entry.name.c_str(), source, ZIP_FL_ENC_UTF_8);
  base::check(index >= 0, "epub: two archive entries of one name");
  const auto at = static_cast<zip_uint64_t>(index);
  const zip_int32_t method = entry.stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
  base::check(zip_set_file_compression(archive, at, method, kLevel) == 0, "epub: zip compression");
  // Not `zip_file_set_mtime`: it asks for the local time zone.
  base::check(zip_file_set_dostime(archive, at, time.time, time.date, 0) == 0, "epub: zip time");
}

base::Bytes read_all(zip_source_t* source) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  base::check(zip_source_stat(source, &stat) == 0 && (stat.valid & ZIP_STAT_SIZE) != 0, "epub: archive size");
  base::Bytes bytes(stat.size, '\0');
  base::check(zip_source_open(source) == 0, "epub: archive cannot be read back");
  const zip_int64_t read = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  base::check(read == static_cast<zip_int64_t>(bytes.size()), "epub: archive read short");
  return bytes;
}

}  // namespace

base::Bytes pack(std::span<const Entry> entries, std::int64_t timestamp) {
  const Source target(zip_source_buffer_create(nullptr, 0, 0, nullptr));
  base::check(target != nullptr, "epub: no memory for the archive");
  // The archive takes one reference of its own; ours is to read the bytes after it has closed.
  zip_source_keep(target.get());
  zip_t* archive = zip_open_from_source(target.get(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  base::check(archive != nullptr, "epub: no archive");
  const DosTime time = dos_time(timestamp);
  for (const Entry& entry : entries) {
    add(archive, entry, time);
  }
  base::check(zip_close(archive) == 0, "epub: archive cannot be written");
  return read_all(target.get());
}

}  // namespace reliure::epub
