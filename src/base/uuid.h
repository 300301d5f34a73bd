#pragma once
// Identifiers made from names, for books whose author gave none.
#include <string>
#include <string_view>

namespace reliure::base {

/// A name-based UUID (RFC 9562 §5.5, version 5, in the namespace for URLs) as `urn:uuid:...`: the same name
/// gives the same identifier on every machine.
std::string uuid_urn(std::string_view name);

}  // namespace reliure::base
