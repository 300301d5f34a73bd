#include "pdf/syntax.h"

#include <algorithm>

#include "base/utf8.h"

namespace reliure::pdf {

namespace {

constexpr char kHexDigits[] = "0123456789ABCDEF";
/// ISO 32000-1 annex C.
constexpr std::size_t kLongestName = 127;
/// Readers stop at 32,767 bytes (ISO 19005-2 §6.1.13); two bytes a UTF-16 unit, and room for the mark.
constexpr std::size_t kLongestText = 16000;

bool is_regular(char c) {
  return c > 0x20 && c < 0x7F && std::string_view("()<>[]{}/%#").find(c) == std::string_view::npos;
}

bool is_plain(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7F; });
}

}  // namespace

void append_ref(std::string& out, Ref ref) {
  append_integer(out, ref.number);
  out += " 0 R";
}

void append_hex(std::string& out, std::uint32_t value, int digits) {
  for (int i = digits - 1; i >= 0; --i) {
    out += kHexDigits[value >> (4 * i) & 15];
  }
}

void append_name(std::string& out, std::string_view name) {
  out += '/';
  for (const char c : name.substr(0, kLongestName)) {
    if (is_regular(c)) {
      out += c;
    } else {
      out += '#';
      append_hex(out, static_cast<unsigned char>(c), 2);
    }
  }
}

void append_string(std::string& out, std::string_view bytes) {
  out += '(';
  for (const char c : bytes) {
    if (c == '(' || c == ')' || c == '\\') {
      out += '\\';
    }
    if (c == '\r') {
      out += "\\r";  // a bare carriage return would be read as a line feed
    } else {
      out += c;
    }
  }
  out += ')';
}

void append_utf16_hex(std::string& out, std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    const base::Decoded decoded = base::decode(utf8, at);
    at += decoded.size;
    if (decoded.character < 0x10000) {
      append_hex(out, decoded.character, 4);
    } else {
      const std::uint32_t rest = decoded.character - 0x10000;
      append_hex(out, 0xD800 + (rest >> 10), 4);
      append_hex(out, 0xDC00 + (rest & 0x3FF), 4);
    }
  }
}

void append_text(std::string& out, std::string_view utf8) {
  if (utf8.size() > kLongestText) {
    std::size_t end = kLongestText;
    while (end > 0 && (utf8[end] & 0xC0) == 0x80) {
      --end;
    }
    utf8 = utf8.substr(0, end);
  }
  if (is_plain(utf8)) {
    append_string(out, utf8);
    return;
  }
  out += "<FEFF";
  append_utf16_hex(out, utf8);
  out += '>';
}

std::string& Entries::key(std::string_view key) {
  if (!out_.empty()) {
    out_ += '\n';
  }
  append_name(out_, key);
  out_ += ' ';
  return out_;
}

Entries& Entries::name(std::string_view key, std::string_view value) {
  append_name(this->key(key), value);
  return *this;
}

Entries& Entries::integer(std::string_view key, std::int64_t value) {
  append_integer(this->key(key), value);
  return *this;
}

Entries& Entries::ref(std::string_view key, Ref value) {
  append_ref(this->key(key), value);
  return *this;
}

Entries& Entries::string(std::string_view key, std::string_view bytes) {
  append_string(this->key(key), bytes);
  return *this;
}

Entries& Entries::text(std::string_view key, std::string_view utf8) {
  append_text(this->key(key), utf8);
  return *this;
}

Entries& Entries::raw(std::string_view key, std::string_view value) {
  this->key(key) += value;
  return *this;
}

}  // namespace reliure::pdf
