#pragma once
// PDF syntax (ISO 32000-1 §7.3): numbers, names, strings, references and the entries of dictionaries.
#include <cstdint>
#include <string>
#include <string_view>

#include "base/geometry.h"

namespace reliure::pdf {

/// An indirect object. Number 0 is none.
struct Ref {
  std::uint32_t number = 0;
  explicit operator bool() const { return number != 0; }
  friend constexpr auto operator<=>(Ref, Ref) = default;
};

/// A length as whole thousandths of a point, rounded half away from zero: what pages print.
std::int64_t thousandths(base::Length length);
void append_integer(std::string& out, std::int64_t value);
/// `value` / 10^`decimals` in the fewest characters: `12.5`, `.75`, `-3`.
void append_decimal(std::string& out, std::int64_t value, int decimals);
/// `value` / 65536 to `decimals` places.
void append_fixed(std::string& out, std::int64_t value, int decimals);
void append_ref(std::string& out, Ref ref);
/// `/Name`, with anything but regular characters as `#xx`; cut to 127 bytes.
void append_name(std::string& out, std::string_view name);
/// `(bytes)` with escapes.
void append_string(std::string& out, std::string_view bytes);
/// A text string: as it is when ASCII, else UTF-16BE in hex. Cut to what every reader accepts.
void append_text(std::string& out, std::string_view utf8);
/// The bytes of `utf8` as UTF-16BE in hex, without byte order mark.
void append_utf16_hex(std::string& out, std::string_view utf8);
void append_hex(std::string& out, std::uint32_t value, int digits);

/// Writes the entries of a dictionary, one a line.
class Entries {
 public:
  Entries& name(std::string_view key, std::string_view value);
  Entries& integer(std::string_view key, std::int64_t value);
  Entries& ref(std::string_view key, Ref value);
  Entries& string(std::string_view key, std::string_view bytes);
  Entries& text(std::string_view key, std::string_view utf8);
  /// `value` is PDF syntax already.
  Entries& raw(std::string_view key, std::string_view value);
  std::string take() { return std::move(out_); }

 private:
  std::string& key(std::string_view key);
  std::string out_;
};

}  // namespace reliure::pdf
