#pragma once
// Two texts, line by line.
#include <string>
#include <string_view>

namespace reliure::suite {

/// Lines of both in order: `-` before those only expected, `+` before those only seen, else a space.
std::string diff(std::string_view expected, std::string_view seen);

}  // namespace reliure::suite
