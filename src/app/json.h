#pragma once
// Just enough JSON to write reports.
#include <string>
#include <string_view>

namespace reliure::app {

/// `text` as a JSON string (RFC 8259 §7), quotes included. Bytes that are not UTF-8 become U+FFFD.
std::string json_string(std::string_view text);

}  // namespace reliure::app
