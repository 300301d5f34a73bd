#include "app/profiles.h"

#include <string>

#include "image/icc.h"
#include "source/embedded.h"

namespace reliure::app {

void drop_bad_profiles(source::Tree& tree, base::Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < tree.profiles.size(); ++i) {
    const source::Edition& edition = tree.manifest.editions[i];
    if (!tree.profiles[i]) {
      continue;
    }
    if (const std::string fault = image::press_fault(*tree.profiles[i]); !fault.empty()) {
      diagnostics.report(base::Code::source_bad_profile, edition.profile_span,
                         "`" + edition.profile + "` " + fault, std::string(source::kWhereProfilesAre));
      tree.profiles[i].reset();
    }
  }
}

EditionColors colors_of(const source::Tree& tree, std::size_t edition) {
  const source::Colour colour = tree.manifest.editions[edition].colour;
  if (colour == source::Colour::cmyk && tree.profiles[edition]) {
    return {book::ColorSpace::cmyk, *tree.profiles[edition]};
  }
  if (colour == source::Colour::grey) {
    return {book::ColorSpace::gray, source::embedded("reliure:/profiles/grey.icc").value_or("")};
  }
  return {book::ColorSpace::rgb, source::embedded("reliure:/profiles/srgb.icc").value_or("")};
}

}  // namespace reliure::app
