#include "pdf/resources.h"

#include "pdf/shading.h"

namespace reliure::pdf {

namespace {

/// `/F3 12 0 R`
void append_entry(std::string& out, char letter, std::size_t index, Ref ref) {
  out += '/';
  out += letter;
  append_integer(out, static_cast<std::int64_t>(index));
  out += ' ';
  append_ref(out, ref);
}

/// An ExtGState that sets both opacities.
void append_opacity(std::string& out, std::uint32_t both) {
  out += "/A";
  append_integer(out, both);
  out += " <</ca ";
  append_decimal(out, base::scaled({both >> 8}, 10000, 255).raw, 4);
  out += " /CA ";
  append_decimal(out, base::scaled({both & 0xFF}, 10000, 255).raw, 4);
  out += ">>";
}

/// An ExtGState that sets a blend mode; PDF's names are in the order of the enumeration (§11.3.5).
void append_blend(std::string& out, std::uint32_t mode) {
  constexpr std::string_view kNames[] = {"Normal",    "Multiply",   "Screen",     "Overlay",
                                         "Darken",    "Lighten",    "ColorDodge", "ColorBurn",
                                         "HardLight", "SoftLight",  "Difference", "Exclusion",
                                         "Hue",       "Saturation", "Color",      "Luminosity"};
  out += "/B";
  append_integer(out, mode);
  out.append(" <</BM /").append(kNames[mode]).append(">>");
}

void append_category(std::string& out, std::string_view name, const std::string& entries) {
  if (!entries.empty()) {
    out.append("/").append(name).append(" <<").append(entries).append(">>");
  }
}

/// A pattern cell that shows the picture once (§8.7.3.1).
Ref add_tile(Objects& objects, const TileUse& tile, Ref picture) {
  std::string box = "[0 0 ", matrix = "[", name;
  append_decimal(box, thousandths(tile.size.width), 3);
  box += ' ';
  append_decimal(box, thousandths(tile.size.height), 3);
  append_matrix(matrix, tile.matrix);
  std::string step_x, step_y;
  append_decimal(step_x, thousandths(tile.size.width), 3);
  append_decimal(step_y, thousandths(tile.size.height), 3);
  append_entry(name, 'X', tile.picture, picture);
  return objects.add(Stream{Entries()
                                .name("Type", "Pattern")
                                .integer("PatternType", 1)
                                .integer("PaintType", 1)
                                .integer("TilingType", 2)
                                .raw("BBox", box + "]")
                                .raw("XStep", step_x)
                                .raw("YStep", step_y)
                                .raw("Matrix", matrix + "]")
                                .raw("Resources", "<</XObject <<" + name + ">>>>")
                                .take(),
                            tile.placement + "/X" + std::to_string(tile.picture) + " Do\n"});
}

/// All colorants (§8.6.6.4); where colours are mixed of light, black.
constexpr std::string_view kRegistration =
    "/All [/Separation /All /DeviceGray <</FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1>>]";
constexpr std::string_view kRegistrationInInks =
    "/All [/Separation /All /DeviceCMYK <</FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 1 1 1] /N 1>>]";

}  // namespace

std::string resources(Objects& objects, const Uses& uses, std::span<const EmbeddedFont> fonts,
                      std::span<const Ref> pictures, const image::Inks* inks) {
  std::string font, picture, state, pattern;
  for (const std::uint32_t index : uses.fonts) {
    append_entry(font, 'F', index, fonts[index].ref);
  }
  for (const std::uint32_t index : uses.pictures) {
    append_entry(picture, 'X', index, pictures[index]);
  }
  for (const std::uint32_t both : uses.opacities) {
    append_opacity(state, both);
  }
  for (const std::uint32_t mode : uses.blends) {
    append_blend(state, mode);
  }
  for (std::size_t i = 0; i < uses.masks.size(); ++i) {
    append_entry(state, 'M', i, add_mask(objects, uses.masks[i]));
  }
  for (std::size_t i = 0; i < uses.gradients.size(); ++i) {
    append_entry(pattern, 'P', i, add_gradient(objects, uses.gradients[i], inks));
  }
  for (std::size_t i = 0; i < uses.tiles.size(); ++i) {
    append_entry(pattern, 'T', i, add_tile(objects, uses.tiles[i], pictures[uses.tiles[i].picture]));
  }
  std::string out = "<<";
  if (uses.registration) {
    append_category(out, "ColorSpace", std::string(inks != nullptr ? kRegistrationInInks : kRegistration));
  }
  append_category(out, "Font", font);
  append_category(out, "XObject", picture);
  append_category(out, "ExtGState", state);
  append_category(out, "Pattern", pattern);
  return out + ">>";
}

}  // namespace reliure::pdf
