#include "pdf/pictures.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "pdf/drawing.h"

namespace reliure::pdf {

namespace {

bool is_grey(std::string_view palette) {
  for (std::size_t i = 0; i + 2 < palette.size(); i += 3) {
    if (palette[i] != palette[i + 1] || palette[i] != palette[i + 2]) {
      return false;
    }
  }
  return true;
}

/// `[/ICCBased 7 0 R]` for a picture whose colours are its own, which inks never are; each profile is one
/// object.
std::string own_space(Objects& objects, const book::Raster& raster, std::map<base::Bytes, Ref>& profiles) {
  Ref& profile = profiles[raster.profile];
  if (!profile) {
    const auto components = static_cast<std::int64_t>(image::channels_of(raster.color_space));
    profile = objects.add(Stream{Entries().integer("N", components).take(), raster.profile});
  }
  std::string out = "[/ICCBased ";
  append_ref(out, profile);
  return out + "]";
}

/// `[/Indexed BASE 255 <...>]` for a palette of such colours.
std::string indexed(const book::Raster& raster, std::string_view base) {
  const std::size_t channels = image::channels_of(raster.color_space);
  const std::size_t colors = std::min<std::size_t>(raster.palette.size() / channels, 256);
  const std::string_view palette = std::string_view(raster.palette).substr(0, colors * channels);
  // One number a colour will do where all are grey.
  const bool grey = base == "/DeviceRGB" && is_grey(palette);
  std::string out = "[/Indexed ";
  out.append(grey ? "/DeviceGray" : base).append(" ");
  append_integer(out, static_cast<std::int64_t>(std::max<std::size_t>(colors, 1)) - 1);
  out += " <";
  for (std::size_t i = 0; i < palette.size(); i += grey ? channels : 1) {
    append_hex(out, static_cast<unsigned char>(palette[i]), 2);
  }
  return out + ">]";
}

Entries image_entries(const book::Raster& raster, std::string_view space, int bits) {
  Entries entries;
  entries.name("Type", "XObject")
      .name("Subtype", "Image")
      .integer("Width", raster.width)
      .integer("Height", raster.height)
      .raw("ColorSpace", space)
      .integer("BitsPerComponent", bits);
  return entries;
}

std::string png_parameters(const book::Raster& raster) {
  const std::size_t colors = raster.palette.empty() ? image::channels_of(raster.color_space) : 1;
  return Entries()
      .integer("Predictor", 15)
      .integer("Colors", static_cast<std::int64_t>(colors))
      .integer("BitsPerComponent", raster.bits_per_sample)
      .integer("Columns", raster.width)
      .take();
}

/// `space` is the colour space of its samples, or of its palette's.
Ref add_raster(Objects& objects, const book::Raster& raster, std::string_view space) {
  Entries entries = image_entries(
      raster, raster.palette.empty() ? std::string(space) : indexed(raster, space), raster.bits_per_sample);
  if (!raster.alpha.empty()) {
    entries.ref("SMask", objects.add(Stream{image_entries(raster, "/DeviceGray", 8).take(), raster.alpha}));
  }
  if (raster.inverted && raster.palette.empty()) {
    std::string decode = "[";
    for (std::size_t i = 0; i < image::channels_of(raster.color_space); ++i) {
      decode += i == 0 ? "1 0" : " 1 0";
    }
    entries.raw("Decode", decode + "]");
  }
  switch (raster.encoding) {
    case book::Encoding::raw:
      break;
    case book::Encoding::jpeg:
      entries.name("Filter", "DCTDecode");
      break;
    case book::Encoding::png_deflate:
      entries.name("Filter", "FlateDecode").raw("DecodeParms", "<<" + png_parameters(raster) + ">>");
      break;
  }
  return objects.add(Stream{entries.take(), raster.samples, raster.encoding == book::Encoding::raw});
}

bool is_opaque(const book::Paint& paint) {
  if (const auto* color = std::get_if<base::Color>(&paint)) {
    return color->alpha == 255;
  }
  const auto* gradient = std::get_if<book::Gradient>(&paint);
  return gradient == nullptr || std::ranges::all_of(gradient->stops, [](const book::GradientStop& stop) {
           return stop.color.alpha == 255;
         });
}

/// A picture as the file will hold it.
struct Made {
  /// Of a drawing.
  Canvas canvas;
  /// In other colours than the picture has; nothing where it stays as it is.
  std::optional<book::Raster> raster;
};

Made make(const book::Picture& picture, const image::Inks* inks) {
  if (const auto* drawing = std::get_if<book::Drawing>(&picture.content)) {
    return {draw(*drawing, inks), {}};
  }
  const auto* raster = std::get_if<book::Raster>(&picture.content);
  if (raster == nullptr) {
    return {};
  }
  if (inks == nullptr) {
    // Inks would be those of no press that the file names (ISO 19005-2 §6.2.4.3).
    return {
        {},
        raster->color_space == book::ColorSpace::cmyk ? std::optional(image::in_rgb(*raster)) : std::nullopt};
  }
  const bool colored =
      raster->color_space == book::ColorSpace::rgb && (raster->palette.empty() || !is_grey(raster->palette));
  return {{}, colored ? std::optional(inks->of(*raster)) : std::nullopt};
}

/// For each picture the first one whose file has the same bytes: itself, mostly.
std::vector<std::uint32_t> first_of_same_file(const book::Book& book) {
  const std::vector<book::Resource>& resources = book.manuscript->resources;
  std::map<std::string_view, std::uint32_t> known;
  std::vector<std::uint32_t> first(book.pictures->size());
  for (std::uint32_t i = 0; i < first.size(); ++i) {
    const bool has_file = i < resources.size() && !resources[i].bytes.empty();
    first[i] = has_file ? known.try_emplace(resources[i].bytes, i).first->second : i;
  }
  return first;
}

/// The pictures that stand for those that are shown, ascending.
std::vector<std::uint32_t> distinct(const std::vector<std::uint32_t>& shown,
                                    const std::vector<std::uint32_t>& first) {
  std::vector<std::uint32_t> used;
  for (const std::uint32_t picture : shown) {
    used.push_back(first[picture]);
  }
  std::ranges::sort(used);
  used.erase(std::unique(used.begin(), used.end()), used.end());
  return used;
}

}  // namespace

std::string_view device_space(book::ColorSpace space) {
  switch (space) {
    case book::ColorSpace::gray:
      return "/DeviceGray";
    case book::ColorSpace::rgb:
      return "/DeviceRGB";
    case book::ColorSpace::cmyk:
      return "/DeviceCMYK";
  }
  return "/DeviceRGB";
}

bool has_content(const book::Picture& picture) {
  if (const auto* drawing = std::get_if<book::Drawing>(&picture.content)) {
    return thousandths(drawing->size.width) > 0 && thousandths(drawing->size.height) > 0;
  }
  const auto* raster = std::get_if<book::Raster>(&picture.content);
  return raster != nullptr && raster->width > 0 && raster->height > 0;
}

bool is_transparent(const book::Picture& picture) {
  if (const auto* drawing = std::get_if<book::Drawing>(&picture.content)) {
    return !std::ranges::all_of(drawing->paths, [](const book::Path& path) {
      return path.opacity == 255 && path.blend == book::BlendMode::normal && is_opaque(path.fill) &&
             is_opaque(path.stroke_paint);
    });
  }
  const auto* raster = std::get_if<book::Raster>(&picture.content);
  return raster != nullptr && !raster->alpha.empty();
}

std::vector<Ref> add_pictures(Objects& objects, const book::Book& book,
                              const std::vector<std::uint32_t>& shown, const PictureOptions& options) {
  const std::vector<book::Picture>& pictures = *book.pictures;
  const std::vector<std::uint32_t> first = first_of_same_file(book);
  const std::vector<std::uint32_t> used = distinct(shown, first);
  std::vector<Made> made(used.size());
  base::parallel_for(used.size(), options.jobs,
                     [&](std::size_t i) { made[i] = make(pictures[used[i]], options.inks); });
  std::vector<Ref> refs(pictures.size());
  std::map<base::Bytes, Ref> profiles;
  for (std::size_t i = 0; i < used.size(); ++i) {
    const book::Picture& picture = pictures[used[i]];
    if (const auto* drawing = std::get_if<book::Drawing>(&picture.content)) {
      refs[used[i]] = add_form(objects, *drawing, std::move(made[i].canvas));
    } else if (const auto* own = std::get_if<book::Raster>(&picture.content)) {
      const book::Raster& raster = made[i].raster ? *made[i].raster : *own;
      const bool has_space = options.inks == nullptr && !raster.profile.empty();
      refs[used[i]] = add_raster(
          objects, raster,
          has_space ? own_space(objects, raster, profiles) : std::string(device_space(raster.color_space)));
    }
  }
  for (const std::uint32_t picture : shown) {
    refs[picture] = refs[first[picture]];
  }
  return refs;
}

}  // namespace reliure::pdf
