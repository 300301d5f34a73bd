#include "pdf/pictures.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "pdf/drawing.h"

namespace reliure::pdf {

namespace {

int component_count(book::ColorSpace space) {
  switch (space) {
    case book::ColorSpace::gray:
      return 1;
    case book::ColorSpace::rgb:
      return 3;
    case book::ColorSpace::cmyk:
      return 4;
  }
  return 3;
}

std::string_view color_space_name(book::ColorSpace space) {
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

bool is_grey(std::string_view palette) {
  for (std::size_t i = 0; i + 2 < palette.size(); i += 3) {
    if (palette[i] != palette[i + 1] || palette[i] != palette[i + 2]) {
      return false;
    }
  }
  return true;
}

/// `[/Indexed /DeviceRGB 255 <...>]` for a palette, one number a colour where all are grey; else the name.
std::string color_space(const book::Raster& raster) {
  if (raster.palette.empty()) {
    return std::string(color_space_name(raster.color_space));
  }
  const std::size_t colors = std::min<std::size_t>(raster.palette.size() / 3, 256);
  const std::string_view palette = std::string_view(raster.palette).substr(0, colors * 3);
  const bool grey = is_grey(palette);
  std::string out = grey ? "[/Indexed /DeviceGray " : "[/Indexed /DeviceRGB ";
  append_integer(out, static_cast<std::int64_t>(std::max<std::size_t>(colors, 1)) - 1);
  out += " <";
  for (std::size_t i = 0; i < palette.size(); i += grey ? 3 : 1) {
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
  const int colors = raster.palette.empty() ? component_count(raster.color_space) : 1;
  return Entries()
      .integer("Predictor", 15)
      .integer("Colors", colors)
      .integer("BitsPerComponent", raster.bits_per_sample)
      .integer("Columns", raster.width)
      .take();
}

Ref add_raster(Objects& objects, const book::Raster& raster) {
  Entries entries = image_entries(raster, color_space(raster), raster.bits_per_sample);
  if (!raster.alpha.empty()) {
    entries.ref("SMask", objects.add(Stream{image_entries(raster, "/DeviceGray", 8).take(), raster.alpha}));
  }
  if (raster.inverted && raster.palette.empty()) {
    std::string decode = "[";
    for (int i = 0; i < component_count(raster.color_space); ++i) {
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
                              const std::vector<std::uint32_t>& shown, base::Jobs jobs) {
  const std::vector<book::Picture>& pictures = *book.pictures;
  const std::vector<std::uint32_t> first = first_of_same_file(book);
  const std::vector<std::uint32_t> used = distinct(shown, first);
  std::vector<Canvas> canvases(used.size());
  base::parallel_for(used.size(), jobs, [&](std::size_t i) {
    if (const auto* drawing = std::get_if<book::Drawing>(&pictures[used[i]].content)) {
      canvases[i] = draw(*drawing);
    }
  });
  std::vector<Ref> refs(pictures.size());
  for (std::size_t i = 0; i < used.size(); ++i) {
    const book::Picture& picture = pictures[used[i]];
    if (const auto* drawing = std::get_if<book::Drawing>(&picture.content)) {
      refs[used[i]] = add_form(objects, *drawing, std::move(canvases[i]));
    } else if (const auto* raster = std::get_if<book::Raster>(&picture.content)) {
      refs[used[i]] = add_raster(objects, *raster);
    }
  }
  for (const std::uint32_t picture : shown) {
    refs[picture] = refs[first[picture]];
  }
  return refs;
}

}  // namespace reliure::pdf
