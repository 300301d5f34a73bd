#include "judges/profile.h"

#include "judges/objects.h"

namespace reliure::judges {

namespace {

std::size_t number_at(const std::string& bytes, std::size_t at) {
  std::size_t value = 0;
  for (std::size_t i = at; i < at + 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return value;
}

/// Each tag lies within the profile (ICC.1, 7.3).
bool tags_are_inside(const std::string& bytes) {
  const std::size_t count = number_at(bytes, 128);
  if (count == 0 || count > 1000 || 132 + 12 * count > bytes.size()) return false;
  for (std::size_t i = 0; i < count; ++i) {
    if (number_at(bytes, 136 + 12 * i) + number_at(bytes, 140 + 12 * i) > bytes.size()) return false;
  }
  return true;
}

long long components_of(const std::string& space) { return space == "GRAY" ? 1 : space == "CMYK" ? 4 : 3; }

}  // namespace

Profile read_profile(QPDFObjectHandle stream) {
  Profile profile;
  const std::string bytes = data_of(stream);
  if (bytes.size() < 132 || bytes.compare(36, 4, "acsp") != 0) {
    profile.broken = "no ICC profile";
    return profile;
  }
  profile.major = static_cast<unsigned char>(bytes[8]);
  profile.device_class = bytes.substr(12, 4);
  profile.space = bytes.substr(16, 4);
  QPDFObjectHandle components = entry(stream, "/N");
  if (number_at(bytes, 0) != bytes.size()) profile.broken = "its head says another size";
  if (!tags_are_inside(bytes)) profile.broken = "its tags do not lie in it";
  if (!components.isInteger() || components.getIntValue() != components_of(profile.space)) {
    profile.broken = "N is " + components.unparse() + " for " + profile.space;
  }
  return profile;
}

}  // namespace reliure::judges
