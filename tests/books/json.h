#pragma once
// JSON as qpdf writes it, read into a tree.
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace reliure::books {

struct Json {
  enum class Kind { null, boolean, number, string, array, object };
  Kind kind = Kind::null;
  /// The characters of a string, number or boolean.
  std::string text;
  std::vector<Json> items;
  std::map<std::string, Json> members;

  /// The member of this name; null where there is none.
  const Json& operator[](const std::string& name) const;
  int integer() const;
};

/// Throws `std::runtime_error` for what is not JSON.
Json parse_json(std::string_view text);

}  // namespace reliure::books
