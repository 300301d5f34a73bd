#pragma once
// The parts of an address in a link or a picture.
#include <string>
#include <string_view>

namespace reliure::content {

/// `path?query#fragment`, each without its sign; the query means nothing in a book.
struct AddressParts {
  std::string_view path;
  std::string_view fragment;
};

/// The scheme in front of the colon, as written; empty for a relative address.
std::string_view scheme_of(std::string_view address);
AddressParts split_address(std::string_view address);
/// With `%20` and the like decoded; a `%` that is not followed by two digits stays.
std::string percent_decoded(std::string_view text);
/// Whether links with this address are outside links that a book may hold: http, https, mailto, tel,
/// `//host`.
bool is_outside(std::string_view address);
/// Whether the address has a scheme that no book may hold: everything but those above.
bool is_unsafe(std::string_view address);
/// Whether the address is of the web and names no host: `https:`, `http://`.
bool is_hostless(std::string_view address);
/// Whether a template was to fill the address in: it holds `{{` or `{%`.
bool is_template(std::string_view text);

}  // namespace reliure::content
