#pragma once
// Which attributes of HTML a book keeps.
#include <string_view>

namespace reliure::content {

/// Whether the attribute has a meaning in a book. Event handlers, form and screen attributes have none.
bool keeps_attribute(std::string_view name);
/// Whether the value is one or more ids of the page.
bool refers_to_ids(std::string_view name);

}  // namespace reliure::content
