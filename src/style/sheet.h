#pragma once
// Style sheets as parsed rules, in the order of the cascade.
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "source/tree.h"
#include "style/page_style.h"
#include "style/resolve.h"
#include "style/selector.h"
#include "style/token.h"

namespace reliure::style {

struct Property;

enum class Origin : std::uint8_t { user_agent, author };

/// Where tokens come from, for diagnostics: a sheet of the tree, or text without a file of its own (a `style`
/// attribute), whose mistakes are reported at `place`.
struct TextSource {
  base::FileId file;
  base::Span place;
  std::string path;
  std::string_view text;
};

/// `name: value`. The value's tokens are without white space around and without `!important`.
struct Declaration {
  /// As written for a custom property, else the property's.
  std::string_view name;
  /// Null for a custom property.
  const Property* property = nullptr;
  std::span<const Token> value;
  bool important = false;
  bool has_variables = false;
  base::Span span;
};

using Block = std::vector<Declaration>;

/// Whether a property is that one or, as `background-color` of `background`, one of its parts.
constexpr bool is_part_of(std::string_view name, std::string_view property) {
  return name.starts_with(property) && (name.size() == property.size() || name[property.size()] == '-');
}

struct StyleRule {
  std::vector<Selector> selectors;
  std::span<const Token> prelude;
  Block block;
  Origin origin = Origin::author;
};

struct PageRule {
  /// The named page, or empty for any.
  std::string name;
  bool left = false, right = false, first = false, blank = false;
  Block block;
  std::vector<std::pair<MarginBox, Block>> boxes;
  Block footnote;
  Origin origin = Origin::author;
};

/// What a `url()` of a sheet says, and where.
struct Address {
  const TextSource* source = nullptr;
  /// Its `text` is the address.
  const Token* token = nullptr;
};

/// One place where a font may be: an address, or else the name of a font that is at hand.
struct FontSource {
  /// See `Token::address`.
  std::int32_t address = 0;
  std::string local;
};

/// An `@font-face` with a family and sources, in the order of preference.
struct FontFace {
  std::string family;
  std::uint16_t weight = 400;
  bool italic = false;
  std::vector<FontSource> sources;
  const TextSource* source = nullptr;
  /// The at-keyword.
  const Token* at = nullptr;
};

/// Everything the sheets say for one medium. Its strings live as long as it does.
struct Sheets {
  std::vector<StyleRule> rules;
  std::vector<PageRule> pages;
  std::vector<FontFace> fonts;
  /// By `Token::address`, less one.
  std::vector<Address> addresses;
  base::StringArena strings;
  std::deque<std::vector<Token>> tokens;
  std::deque<std::string> texts;
  std::deque<TextSource> sources;
  /// What is said once a file, however often it stands there.
  std::set<std::string> said;
};

/// Parses the sheets of the edition with everything they import.
Sheets load_sheets(const source::Tree& tree, const Medium& medium, base::Diagnostics& diagnostics);

/// Parses a `style` attribute. Mistakes are reported at `place`.
Block parse_style_attribute(Sheets& sheets, std::string_view text, base::Span place,
                            base::Diagnostics& diagnostics);

}  // namespace reliure::style
