#pragma once
// An identifier for a book whose author gave none.
#include <string>
#include <string_view>

namespace reliure::source {

/// A name-based UUID (RFC 9562 §5.5, version 5, in the namespace for URLs) as `urn:uuid:...`: the same name
/// gives the same identifier on every machine.
std::string identifier_from(std::string_view name);

}  // namespace reliure::source
