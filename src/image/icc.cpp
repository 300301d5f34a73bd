#include "image/icc.h"

#include <lcms2.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <utility>
#include <vector>

namespace reliure::image {
namespace {

using book::ColorSpace;

constexpr std::size_t kHeaderSize = 128;
/// PDF 1.7 knows the versions of ICC.1:2004-10, 4.2, and before.
constexpr std::uint8_t kFirstUnknownVersion = 5;
/// How far from sRGB an 8-bit sample may be that nobody sees: rounding of 16-bit tables.
constexpr int kUnseen = 2;

using Profile = std::unique_ptr<void, decltype(&cmsCloseProfile)>;
using Transform = std::unique_ptr<void, decltype(&cmsDeleteTransform)>;

/// Null for what lcms cannot read; sRGB for nothing.
Profile open_profile(std::string_view profile) {
  return {profile.empty()
              ? cmsCreate_sRGBProfile()
              : cmsOpenProfileFromMem(profile.data(), static_cast<cmsUInt32Number>(profile.size())),
          cmsCloseProfile};
}

std::uint32_t number_at(std::string_view bytes, std::size_t offset) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    value = value << 8 | static_cast<std::uint8_t>(bytes[offset + i]);
  }
  return value;
}

/// The fields of a header (§7.2) that say which profile it is.
struct Header {
  std::string_view device_class, space;
};

/// The header, or why there is none that PDF knows.
std::pair<Header, std::string> header_of(std::string_view profile) {
  if (profile.size() < kHeaderSize || profile.substr(36, 4) != "acsp") {
    return {{}, "is no ICC profile"};
  }
  if (number_at(profile, 0) > profile.size()) {
    return {{}, "is cut short"};
  }
  if (static_cast<std::uint8_t>(profile[8]) >= kFirstUnknownVersion) {
    return {{}, "is of a version of ICC that PDF does not know"};
  }
  return {{profile.substr(12, 4), profile.substr(16, 4)}, ""};
}

std::string_view signature_of(ColorSpace space) {
  return space == ColorSpace::gray ? "GRAY" : space == ColorSpace::rgb ? "RGB " : "CMYK";
}

/// Whether a picture may have such a profile (ISO 32000-1 §8.6.5.5).
bool is_for(std::string_view profile, ColorSpace space) {
  const auto [header, fault] = header_of(profile);
  const bool known = header.device_class == "mntr" || header.device_class == "scnr" ||
                     header.device_class == "prtr" || header.device_class == "spac";
  return fault.empty() && known && header.space == signature_of(space);
}

cmsUInt32Number type_of(ColorSpace space) {
  return space == ColorSpace::gray ? TYPE_GRAY_8 : space == ColorSpace::rgb ? TYPE_RGB_8 : TYPE_CMYK_8;
}

/// The samples of a picture and the profile that says what they are.
struct Side {
  std::string_view profile;
  ColorSpace space;
};

/// Null when a profile has no tables for it, or damaged ones. A transform that remembered its last pixel
/// would share it with other threads.
Transform open_transform(const Side& from, const Side& to, cmsUInt32Number flags) {
  const Profile source = open_profile(from.profile), target = open_profile(to.profile);
  if (source == nullptr || target == nullptr) {
    return {nullptr, cmsDeleteTransform};
  }
  return {cmsCreateTransform(source.get(), type_of(from.space), target.get(), type_of(to.space),
                             INTENT_RELATIVE_COLORIMETRIC,
                             flags | cmsFLAGS_NOCACHE | cmsFLAGS_BLACKPOINTCOMPENSATION),
          cmsDeleteTransform};
}

/// Samples all over the space, and the RGB that they are where the profile is sRGB.
std::vector<std::array<std::uint8_t, 3>> net() {
  constexpr int kStep = 51;  // six values a component, both ends among them
  std::vector<std::array<std::uint8_t, 3>> colors;
  for (int red = 0; red <= 255; red += kStep) {
    for (int green = 0; green <= 255; green += kStep) {
      for (int blue = 0; blue <= 255; blue += kStep) {
        colors.push_back({static_cast<std::uint8_t>(red), static_cast<std::uint8_t>(green),
                          static_cast<std::uint8_t>(blue)});
      }
    }
  }
  return colors;
}

/// Whether the samples that a transform to sRGB takes are sRGB already.
bool is_srgb(cmsHTRANSFORM to_srgb, ColorSpace space) {
  const auto colors = net();
  return std::all_of(colors.begin(), colors.end(), [&](const std::array<std::uint8_t, 3>& color) {
    const std::array<std::uint8_t, 3> meant =
        space == ColorSpace::gray ? std::array{color[0], color[0], color[0]} : color;
    std::array<std::uint8_t, 3> shown{};
    cmsDoTransform(to_srgb, meant.data(), shown.data(), 1);
    return std::equal(meant.begin(), meant.end(), shown.begin(),
                      [](int a, int b) { return std::abs(a - b) <= kUnseen; });
  });
}

}  // namespace

std::string press_fault(std::string_view profile) {
  auto [header, fault] = header_of(profile);
  if (!fault.empty()) {
    return fault;
  }
  if (header.space != signature_of(ColorSpace::cmyk)) {
    const std::string_view space = header.space;
    return "is for " + std::string(space.substr(0, space.find_last_not_of(' ') + 1)) +
           " and not for CMYK, the four inks of a press";
  }
  if (header.device_class != "prtr") {
    return "is not the profile of a press";
  }
  // Unoptimized, since this one is only to be seen.
  const Transform transform =
      open_transform({"", ColorSpace::rgb}, {profile, ColorSpace::cmyk}, cmsFLAGS_NOOPTIMIZE);
  return transform == nullptr ? "has no tables from colours to inks, or damaged ones" : "";
}

std::string profile_name(std::string_view profile) {
  const Profile opened = open_profile(profile);
  char name[256] = "";
  if (opened != nullptr) {
    cmsGetProfileInfoASCII(opened.get(), cmsInfoDescription, "en", "US", name, sizeof name);
  }
  std::string printable;
  for (const char c : std::string_view(name)) {
    printable += c >= ' ' && c <= '~' ? c : '?';
  }
  return printable;
}

base::Bytes own_profile(std::string_view profile, ColorSpace space) {
  if (!is_for(profile, space)) {
    return {};
  }
  const Transform to_srgb = open_transform({profile, space}, {"", ColorSpace::rgb}, cmsFLAGS_NOOPTIMIZE);
  const bool dispensable = to_srgb == nullptr || (space != ColorSpace::cmyk && is_srgb(to_srgb.get(), space));
  return dispensable ? base::Bytes() : base::Bytes(profile.substr(0, number_at(profile, 0)));
}

Conversion::Conversion(std::shared_ptr<void> transform) : transform_(std::move(transform)) {}

std::optional<Conversion> Conversion::open(std::string_view from, ColorSpace from_space, std::string_view to,
                                           ColorSpace to_space) {
  Transform transform = open_transform({from, from_space}, {to, to_space}, 0);
  return transform == nullptr ? std::nullopt : std::optional(Conversion(std::move(transform)));
}

void Conversion::operator()(const char* from, char* to, std::size_t pixels) const {
  cmsDoTransform(transform_.get(), from, to, static_cast<cmsUInt32Number>(pixels));
}

}  // namespace reliure::image
