#pragma once
// How the pages of a site look before the book's own styles are heard.
#include <string_view>

#include "base/bytes.h"

namespace reliure::epub {

/// The names of a site's two sheets, in the order of the cascade.
inline constexpr std::string_view kScreenSheet = "site.css";
inline constexpr std::string_view kBookSheet = "style.css";

/// The sheet for screens of every size, light and dark. Its own elements have classes that begin with
/// `site-`.
base::Bytes screen_style();

}  // namespace reliure::epub
