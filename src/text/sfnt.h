#pragma once
// The container of an OpenType font: its table directory, read without trusting it.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace reliure::text {

/// Big-endian numbers; 0 beyond the end.
std::uint16_t read_u16(std::string_view bytes, std::size_t offset);
std::uint32_t read_u32(std::string_view bytes, std::size_t offset);

/// The bytes of a table of the file's first font, empty when it has none or the file ends inside it.
std::string_view sfnt_table(std::string_view file, std::string_view tag);

/// Why a file cannot be used as a font, in words that follow "font `x` ...", and what to do about it.
struct FontFault {
  std::string message;
  std::string hint;
};

/// The first fault of the container: not OpenType, cut short, or without a table that every font needs.
std::optional<FontFault> find_fault(std::string_view file);

}  // namespace reliure::text
