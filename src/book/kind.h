#pragma once
// The kinds of node in a manuscript.
#include <cstdint>
#include <string_view>

namespace reliure::book {

enum class Kind : std::uint8_t {
#define RELIURE_KIND(identifier, name) identifier,
#include "book/kinds.def"
#undef RELIURE_KIND
};

/// The element's name as HTML and CSS write it; `#text` for text.
constexpr std::string_view name(Kind kind) {
  constexpr std::string_view kNames[] = {
#define RELIURE_KIND(identifier, name) name,
#include "book/kinds.def"
#undef RELIURE_KIND
  };
  return kNames[static_cast<std::size_t>(kind)];
}

/// 1 to 6 for h1 to h6, else 0.
constexpr int heading_level(Kind kind) {
  return kind >= Kind::h1 && kind <= Kind::h6 ? static_cast<int>(kind) - static_cast<int>(Kind::h1) + 1 : 0;
}

}  // namespace reliure::book
