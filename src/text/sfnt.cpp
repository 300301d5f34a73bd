#include "text/sfnt.h"

namespace reliure::text {
namespace {

constexpr std::string_view kUseOpenType =
    "use an OpenType file, `.ttf` or `.otf`, that other programs can open";

/// Where the table directory starts: after the header of a collection, it is that of the first font.
std::size_t directory_offset(std::string_view file) {
  return file.substr(0, 4) == "ttcf" ? read_u32(file, 12) : 0;
}

struct TableRecord {
  std::string_view tag;
  std::uint64_t offset = 0;
  std::uint64_t size = 0;
};

std::size_t table_count(std::string_view file) { return read_u16(file, directory_offset(file) + 4); }

/// The record `index` of the directory; an empty tag beyond the end of the file.
TableRecord table_record(std::string_view file, std::size_t index) {
  constexpr std::size_t kHeaderSize = 12, kRecordSize = 16;
  const std::size_t at = directory_offset(file) + kHeaderSize + index * kRecordSize;
  if (at + kRecordSize > file.size()) return {};
  return {file.substr(at, 4), read_u32(file, at + 8), read_u32(file, at + 12)};
}

bool is_sfnt(std::string_view file) {
  const std::uint32_t version = read_u32(file, directory_offset(file));
  constexpr std::uint32_t kTrueType = 0x00010000, kOtto = 0x4F54544F, kAppleTrue = 0x74727565;
  return version == kTrueType || version == kOtto || version == kAppleTrue;
}

std::optional<FontFault> find_container_fault(std::string_view file) {
  if (file.substr(0, 4) == "wOFF" || file.substr(0, 4) == "wOF2") {
    return FontFault{"is a web font (WOFF)", "use the `.ttf` or `.otf` that it was made from"};
  }
  if (!is_sfnt(file)) return FontFault{"is no OpenType font", std::string(kUseOpenType)};
  for (std::size_t i = 0; i < table_count(file); ++i) {
    const TableRecord record = table_record(file, i);
    if (record.tag.empty()) return FontFault{"ends inside its table directory", std::string(kUseOpenType)};
    if (record.offset + record.size > file.size()) {
      return FontFault{"ends inside its table `" + std::string(record.tag) + "`", std::string(kUseOpenType)};
    }
  }
  return std::nullopt;
}

/// OpenType's bounds of `unitsPerEm`.
bool has_sane_head(std::string_view file) {
  constexpr std::uint32_t kMagic = 0x5F0F3CF5;
  const std::string_view head = sfnt_table(file, "head");
  const std::uint16_t units = read_u16(head, 18);
  return head.size() >= 54 && read_u32(head, 12) == kMagic && units >= 16 && units <= 16384;
}

}  // namespace

std::uint16_t read_u16(std::string_view bytes, std::size_t offset) {
  if (offset > bytes.size() || bytes.size() - offset < 2) return 0;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[offset + i]); };
  return static_cast<std::uint16_t>(byte(0) << 8 | byte(1));
}

std::uint32_t read_u32(std::string_view bytes, std::size_t offset) {
  if (offset > bytes.size() || bytes.size() - offset < 4) return 0;
  return static_cast<std::uint32_t>(read_u16(bytes, offset)) << 16 | read_u16(bytes, offset + 2);
}

std::string_view sfnt_table(std::string_view file, std::string_view tag) {
  for (std::size_t i = 0; i < table_count(file); ++i) {
    const TableRecord record = table_record(file, i);
    if (record.tag != tag) continue;
    if (record.offset + record.size > file.size()) return {};
    return file.substr(record.offset, record.size);
  }
  return {};
}

std::optional<FontFault> find_fault(std::string_view file) {
  if (auto fault = find_container_fault(file)) return fault;
  for (const std::string_view tag : {"head", "hhea", "hmtx", "maxp", "cmap"}) {
    if (sfnt_table(file, tag).empty()) {
      return FontFault{"has no table `" + std::string(tag) + "`", std::string(kUseOpenType)};
    }
  }
  if (!has_sane_head(file)) return FontFault{"has a broken table `head`", std::string(kUseOpenType)};
  const bool truetype = !sfnt_table(file, "glyf").empty() && !sfnt_table(file, "loca").empty();
  if (!truetype && sfnt_table(file, "CFF ").empty()) {
    return FontFault{"has no outlines in `glyf` or `CFF `",
                     "use a font with outlines, of no variable CFF2 kind"};
  }
  return std::nullopt;
}

}  // namespace reliure::text
