#pragma once
// Folders that the program made.
#include <string_view>

namespace reliure::source {

/// A file in the folder of a site that lists the others, all of which the program may replace. Where it is,
/// `FileSystem::list` finds nothing: what was made of a book is no part of it.
inline constexpr std::string_view kSiteList = ".reliure-site";

}  // namespace reliure::source
