// Where addresses of the web, of mail and of files may break.
#include <algorithm>

#include "text/break_rules.h"

namespace reliure::text {
namespace {

constexpr auto kNowhere = std::u32string_view::npos;
/// What stands round an address rather than in it.
constexpr std::u32string_view kOpening = U"([{<«“‘‹\"'";
constexpr std::u32string_view kClosing = U".,;:!?)]}>»”’›\"'…";
/// After these an address may break.
constexpr std::u32string_view kSeparators = U"/\\.-_&=?#%";

bool is_in(std::u32string_view set, char32_t character) { return set.find(character) != kNowhere; }

bool ends_token(char32_t character) {
  return character <= U' ' || character == 0xA0 || character == 0x202F || character == 0x2028 ||
         (character >= 0x2000 && character <= 0x200B);
}

bool is_letter(char32_t character) {
  const char32_t lower = character | 0x20;
  return (lower >= U'a' && lower <= U'z') || character >= 0xC0;
}

bool is_host_character(char32_t character) {
  return is_letter(character) || (character >= U'0' && character <= U'9') || character == U'-' ||
         character == U'.';
}

/// Whether `text` is a host name: labels between full stops, the last one of two letters or more.
bool is_host(std::u32string_view text) {
  const std::size_t dot = text.rfind(U'.');
  if (dot == kNowhere || dot == 0 || text.size() - dot < 3) return false;
  return std::ranges::all_of(text, is_host_character) && std::ranges::all_of(text.substr(dot + 1), is_letter);
}

bool is_mail_address(std::u32string_view token) {
  const std::size_t at = token.find(U'@');
  return at != kNowhere && at > 0 && is_host(token.substr(at + 1));
}

/// `C:\Users`, `D:/a`.
bool begins_with_drive(std::u32string_view token) {
  return token.size() > 3 && token[0] < 0x80 && is_letter(token[0]) && token[1] == U':' &&
         (token[2] == U'\\' || token[2] == U'/') && token[3] != U'/';
}

/// `src/text/breaks.cpp`: folders, then a name with an ending of up to five letters and digits.
bool is_file_path(std::u32string_view token) {
  constexpr std::size_t kLongestEnding = 5;
  const std::size_t slash = token.rfind(U'/'), dot = token.rfind(U'.');
  if (slash == kNowhere || dot == kNowhere || slash + 1 >= dot) return false;
  const std::u32string_view ending = token.substr(dot + 1);
  return !ending.empty() && ending.size() <= kLongestEnding && is_letter(ending.front()) &&
         std::ranges::all_of(ending, is_host_character);
}

bool is_address(std::u32string_view token) {
  const std::size_t colon = token.find(U':'), slash = token.find(U'/');
  if (colon != kNowhere && token.substr(colon, 3) == U"://") return colon > 0;
  if (token.starts_with(U"www.") || token.starts_with(U"mailto:")) return true;
  if (begins_with_drive(token) || is_file_path(token)) return true;
  return is_mail_address(token) || (slash != kNowhere && is_host(token.substr(0, slash)));
}

/// The breaks of one address. At least three characters follow a break.
void break_address(std::u32string_view token, std::span<Break> breaks) {
  constexpr std::size_t kLeastAfter = 3;
  for (std::size_t i = 0; i < token.size(); ++i) {
    const bool separates = is_in(kSeparators, token[i]) && i > 0 && i + kLeastAfter < token.size() &&
                           !is_in(kSeparators, token[i + 1]) && token[i + 1] != U':';
    const bool ends = i + 1 == token.size();  // what follows is for the other rules
    if (separates) {
      breaks[i] = Break::allowed;
    } else if (!ends && token[i] < 0x2E80) {  // ideographs break as they do elsewhere
      breaks[i] = Break::prohibited;
    }
  }
}

}  // namespace

void break_addresses(std::u32string_view text, std::span<Break> breaks) {
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    bool may_be_address = false;
    for (; end < text.size() && !ends_token(text[end]); ++end) {
      may_be_address |= is_in(U"/\\@.", text[end]);
    }
    const std::size_t next = end + 1;
    while (may_be_address && begin < end && is_in(kOpening, text[begin])) {
      ++begin;
    }
    while (may_be_address && end > begin && is_in(kClosing, text[end - 1])) {
      --end;
    }
    if (may_be_address && is_address(text.substr(begin, end - begin))) {
      break_address(text.substr(begin, end - begin), breaks.subspan(begin, end - begin));
    }
    begin = next;
  }
}

void break_scoped_names(std::u32string_view text, std::span<Break> breaks) {
  for (std::size_t at = text.find(U"::"); at != kNowhere; at = text.find(U"::", at + 2)) {
    const bool inside = at > 0 && is_letter(text[at - 1]) && at + 2 < text.size() && is_letter(text[at + 2]);
    if (inside) breaks[at + 1] = Break::allowed;
  }
}

}  // namespace reliure::text
