#include "pdf/fonts.h"

#include <algorithm>
#include <utility>

#include "pdf/digest.h"
#include "pdf/to_unicode.h"
#include "pdf/widths.h"
#include "text/sfnt.h"
#include "text/subset.h"

namespace reliure::pdf {

namespace {

/// Font flags (ISO 32000-1 table 123).
enum Flag : int { kFixedPitch = 1, kSerif = 2, kSymbolic = 4, kItalic = 64 };

/// A subset with the codes of its glyphs, before anything is added to the file.
struct PreparedFont {
  text::FontSubset subset;
  EmbeddedFont embedded;
  /// By code: the glyph of the subset.
  std::vector<std::uint16_t> glyph_of;
  /// Tag, plus sign, name.
  std::string name;
  std::string cmap;
};

std::vector<std::uint16_t> shown_glyphs(const GlyphTexts& texts) {
  std::vector<std::uint16_t> glyphs;
  for (std::size_t glyph = 1; glyph < texts.main().size(); ++glyph) {
    if (texts.main()[glyph].shown) {
      glyphs.push_back(static_cast<std::uint16_t>(glyph));
    }
  }
  return glyphs;
}

bool is_shown(const GlyphTexts& texts) {
  return std::ranges::any_of(texts.main(), [](const GlyphTexts::Main& main) { return main.shown; });
}

/// `value` font units in 1/100000 em.
std::int32_t to_em(std::int64_t value, const book::Font& font) {
  const std::int64_t em = std::max<std::int64_t>(1, font.units_per_em);
  return static_cast<std::int32_t>(base::scaled({value}, 100000, em).raw);
}

/// `value` font units in 1/1000 em: what font descriptors count in.
std::int64_t to_thousandths(std::int64_t value, const book::Font& font) {
  return base::scaled({value}, 1000, std::max<std::int64_t>(1, font.units_per_em)).raw;
}

Code make_code(std::uint16_t value, std::int32_t width, CodeForm form) {
  std::string syntax;
  if (form == CodeForm::hex) {
    append_hex(syntax, value, 4);
  } else {
    const char bytes[] = {static_cast<char>(value >> 8), static_cast<char>(value & 0xFF)};
    append_string(syntax, {bytes, 2});
    syntax = syntax.substr(1, syntax.size() - 2);
  }
  Code code{value, {}, static_cast<std::uint8_t>(syntax.size()), width};
  std::ranges::copy(syntax, code.bytes.begin());
  return code;
}

/// Gives every glyph its id in the subset as code, and every further text of a glyph a code behind those.
void assign_codes(PreparedFont& font, const book::Font& source, const GlyphTexts& texts,
                  const std::vector<std::uint16_t>& glyphs, CodeForm form) {
  std::vector<std::uint16_t>& glyph_of = font.glyph_of;
  for (std::size_t glyph = 0; glyph < font.subset.advances.size(); ++glyph) {
    glyph_of.push_back(static_cast<std::uint16_t>(glyph));
  }
  const auto code_for = [&](std::uint16_t code) {
    const std::size_t glyph = code < glyph_of.size() ? glyph_of[code] : 0;
    const auto& advances = font.subset.advances;
    return make_code(code, glyph < advances.size() ? to_em(advances[glyph], source) : 0, form);
  };
  font.embedded.glyphs.resize(texts.main().size());
  if (!texts.main().empty()) {
    font.embedded.glyphs[0] = {code_for(0), texts.main()[0].text};
  }
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    font.embedded.glyphs[glyphs[i]] = {code_for(font.subset.new_ids[i]), texts.main()[glyphs[i]].text};
  }
  if (source.cff) {
    return;
  }
  for (const auto& [glyph_text, times] : texts.others()) {
    if (glyph_of.size() > 0xFFFF) {
      return;  // no code is left; the text is told beside the glyph
    }
    const auto code = static_cast<std::uint16_t>(glyph_of.size());
    glyph_of.push_back(font.embedded.glyphs[glyph_text.first].code.value);
    font.embedded.others.emplace(glyph_text, code_for(code));
  }
}

std::string make_cmap(const EmbeddedFont& font, const GlyphTexts& texts) {
  std::vector<CodeMeaning> meanings;
  for (std::size_t glyph = 0; glyph < font.glyphs.size(); ++glyph) {
    if (texts.main()[glyph].shown) {
      meanings.push_back({font.glyphs[glyph].code.value, font.glyphs[glyph].text});
    }
  }
  for (const auto& [glyph_text, code] : font.others) {
    meanings.push_back({code.value, glyph_text.second});
  }
  std::ranges::sort(meanings, {}, &CodeMeaning::code);
  return to_unicode(meanings);
}

PreparedFont prepare(const book::Font& source, const GlyphTexts& texts, CodeForm form) {
  PreparedFont font;
  const std::vector<std::uint16_t> glyphs = shown_glyphs(texts);
  font.subset = text::subset(source, glyphs);
  assign_codes(font, source, texts, glyphs, form);
  font.cmap = make_cmap(font.embedded, texts);
  Digest digest;
  digest.add(font.subset.file);
  digest.add(font.cmap);
  font.name = digest.tag() + "+" + (source.postscript_name.empty() ? "Font" : source.postscript_name);
  return font;
}

int flags(const book::Font& font) {
  return kSymbolic | (font.monospaced ? kFixedPitch : 0) | (font.serif ? kSerif : 0) |
         (font.italic ? kItalic : 0);
}

/// The bounding box of all glyphs, from the `head` table.
std::string bounding_box(const book::Font& font, std::string_view head) {
  std::string out = "[";
  for (std::size_t i = 0; i < 4; ++i) {
    out += i == 0 ? "" : " ";
    append_integer(out, to_thousandths(static_cast<std::int16_t>(text::read_u16(head, 36 + 2 * i)), font));
  }
  return out + "]";
}

Ref add_descriptor(Objects& objects, const book::Font& source, const PreparedFont& font, Ref program) {
  const std::string_view file = source.file ? std::string_view(*source.file) : std::string_view();
  std::string angle;
  append_fixed(angle, static_cast<std::int32_t>(text::read_u32(text::sfnt_table(file, "post"), 4)), 2);
  // OpenType has no stem width: a straight line through what common text faces have.
  const int stem = 10 + 220 * (std::max<int>(source.weight, 100) - 50) / 900;
  return objects.add(Entries()
                         .name("Type", "FontDescriptor")
                         .name("FontName", font.name)
                         .integer("Flags", flags(source))
                         .raw("FontBBox", bounding_box(source, text::sfnt_table(file, "head")))
                         .raw("ItalicAngle", angle)
                         .integer("Ascent", to_thousandths(source.ascent, source))
                         .integer("Descent", to_thousandths(source.descent, source))
                         .integer("CapHeight", to_thousandths(source.cap_height, source))
                         .integer("XHeight", to_thousandths(source.x_height, source))
                         .integer("StemV", stem)
                         .ref(source.cff ? "FontFile3" : "FontFile2", program)
                         .take());
}

Ref add_program(Objects& objects, const book::Font& source, PreparedFont& font) {
  if (source.cff) {
    return objects.add(
        Stream{Entries().name("Subtype", "CIDFontType0C").take(), std::move(font.subset.cff_table)});
  }
  const auto size = static_cast<std::int64_t>(font.subset.file.size());
  return objects.add(Stream{Entries().integer("Length1", size).take(), std::move(font.subset.file)});
}

/// Identity while every code is its glyph's id, else a stream of two bytes a code.
std::string glyph_map(Objects& objects, const PreparedFont& font) {
  if (font.embedded.others.empty()) {
    return "/Identity";
  }
  base::Bytes map;
  for (const std::uint16_t glyph : font.glyph_of) {
    map += static_cast<char>(glyph >> 8);
    map += static_cast<char>(glyph & 0xFF);
  }
  std::string out;
  append_ref(out, objects.add(Stream{"", std::move(map)}));
  return out;
}

Ref add_font(Objects& objects, const book::Font& source, PreparedFont& font) {
  std::vector<std::int32_t> widths;
  for (const std::uint16_t glyph : font.glyph_of) {
    widths.push_back(glyph < font.subset.advances.size() ? to_em(font.subset.advances[glyph], source) : 0);
  }
  Entries descendant;
  descendant.name("Type", "Font")
      .name("Subtype", source.cff ? "CIDFontType0" : "CIDFontType2")
      .name("BaseFont", font.name)
      .raw("CIDSystemInfo", "<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>");
  if (!source.cff) {
    descendant.raw("CIDToGIDMap", glyph_map(objects, font));
  }
  const Ref program = add_program(objects, source, font);
  descendant.ref("FontDescriptor", add_descriptor(objects, source, font, program));
  std::string descendants = "[";
  append_ref(descendants, objects.add(descendant.take() + "\n" + width_entries(widths)));
  return objects.add(Entries()
                         .name("Type", "Font")
                         .name("Subtype", "Type0")
                         .name("BaseFont", font.name)
                         .name("Encoding", "Identity-H")
                         .raw("DescendantFonts", descendants + "]")
                         .ref("ToUnicode", objects.add(Stream{"", std::move(font.cmap)}))
                         .take());
}

}  // namespace

const Code* EmbeddedFont::code(std::uint16_t glyph, std::string_view text) const {
  const Glyph& main = glyphs[glyph];
  if (main.text == text) {
    return text.empty() ? nullptr : &main.code;
  }
  const auto other = others.find({glyph, std::string(text)});
  return other != others.end() && !text.empty() ? &other->second : nullptr;
}

std::vector<EmbeddedFont> embed_fonts(Objects& objects, const book::Book& book, CodeForm form,
                                      base::Jobs jobs) {
  const std::vector<GlyphTexts> texts = glyph_texts(book, jobs);
  std::vector<PreparedFont> prepared(book.fonts.size());
  base::parallel_for(book.fonts.size(), jobs, [&](std::size_t i) {
    if (is_shown(texts[i])) {
      prepared[i] = prepare(book.fonts[i], texts[i], form);
    }
  });
  std::vector<EmbeddedFont> fonts;
  for (std::size_t i = 0; i < prepared.size(); ++i) {
    if (is_shown(texts[i])) {
      prepared[i].embedded.ref = add_font(objects, book.fonts[i], prepared[i]);
    }
    fonts.push_back(std::move(prepared[i].embedded));
  }
  return fonts;
}

}  // namespace reliure::pdf
