#pragma once
// One walk over everything that pages show: which marks, fonts, codes, colours and objects their content
// uses.
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "judges/faults.h"
#include "judges/qpdf.h"

namespace reliure::judges {

/// A marked-content sequence with an MCID.
struct Mark {
  QPDFObjGen page;
  /// The form XObject that it is in; without number for the page's own content.
  QPDFObjGen stream;
  int mcid = 0;
  std::string tag;
  std::string where;
};

/// How a code of a font is shown.
struct Shown {
  /// Somewhere in another mode than 3.
  bool visible = false;
  /// A place without ActualText around it in the content; empty where all have some.
  std::string bare;
  /// Of that place.
  QPDFObjGen page;
  int mcid = -1;
  std::string where;
};

struct ShownFont {
  QPDFObjectHandle font;
  std::map<std::uint32_t, Shown> codes;
};

/// What content uses by name or by operator, once each.
struct Used {
  enum class Kind { colour_space, pattern, shading, image, inline_image, form, graphics_state, intent };
  Kind kind;
  QPDFObjectHandle object;
  /// The resources that it is used with.
  QPDFObjectHandle resources;
  QPDFObjGen page;
  std::string where;
};

struct Content {
  std::vector<Mark> marks;
  std::map<QPDFObjGen, ShownFont> fonts;
  std::vector<Used> used;
  /// Of marks, and where each stands first.
  std::map<std::string, std::string> languages;
};

/// Walks all pages. What no content may hold is a fault: unknown operators, content without mark, pairs that
/// do not close.
Content walk_content(const std::vector<QPDFObjectHandle>& pages, Faults& faults);

}  // namespace reliure::judges
