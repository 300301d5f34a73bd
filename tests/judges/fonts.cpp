#include <cmath>
#include <optional>
#include <regex>

#include "judges/cmap.h"
#include "judges/font_program.h"
#include "judges/rules.h"

namespace reliure::judges {

namespace {

/// W and DW of a CIDFont, in thousandths of an em.
class Widths {
 public:
  explicit Widths(QPDFObjectHandle font) {
    if (QPDFObjectHandle other = entry(font, "/DW"); other.isNumber()) default_ = other.getNumericValue();
    QPDFObjectHandle list = entry(font, "/W");
    if (!list.isArray()) return;
    const std::vector<QPDFObjectHandle> items = list.getArrayAsVector();
    for (std::size_t i = 0; i + 1 < items.size();) i += read(items, i);
  }

  double of(std::uint32_t cid) const {
    const auto found = widths_.find(cid);
    return found == widths_.end() ? default_ : found->second;
  }

 private:
  /// An entry is `first [width…]` or `first last width`; how many items it took.
  std::size_t read(const std::vector<QPDFObjectHandle>& items, std::size_t at) {
    QPDFObjectHandle first = items[at];
    QPDFObjectHandle second = items[at + 1];
    auto cid = static_cast<std::uint32_t>(first.getIntValueAsInt());
    if (second.isArray()) {
      for (QPDFObjectHandle width : second.getArrayAsVector()) widths_[cid++] = width.getNumericValue();
      return 2;
    }
    if (at + 2 >= items.size()) return 2;
    QPDFObjectHandle width = items[at + 2];
    const auto last = static_cast<std::uint32_t>(second.getIntValueAsInt());
    for (; cid <= last && cid <= 0xFFFF; ++cid) widths_[cid] = width.getNumericValue();
    return 3;
  }

  std::map<std::uint32_t, double> widths_;
  double default_ = 1000;
};

class Font {
 public:
  Font(const ShownFont& shown, Faults& faults) : shown_(shown), font_(shown.font), faults_(faults) {
    QPDFObjectHandle descendants = font_.getKey("/DescendantFonts");
    if (descendants.isArray() && descendants.getArrayNItems() == 1) descendant_ = descendants.getArrayItem(0);
    descriptor_ = entry(descendant_.isDictionary() ? descendant_ : font_, "/FontDescriptor");
    where_ = "font " + name_at(font_, "/BaseFont") + ", " + object_name(font_);
  }

  void judge() {
    judge_dictionary();
    const QPDFObjectHandle file = program_stream();
    if (QPDFObjectHandle(file).isNull()) {
      if (is_visible()) fault("PDF/UA-1 7.21.4.1-1, PDF/A-2 6.2.11.4.1-1", "its program is not embedded");
      return;
    }
    if (name_at(font_, "/Subtype") != "Type0") {
      fault("reliure composite-fonts",
            "a font of subtype " + name_at(font_, "/Subtype") + ", whose codes are not judged");
      return;
    }
    judge_composite();
    FontProgram program(data_of(file));
    if (!program.is_readable() || program.glyph_count() == 0) {
      fault("PDF/A-2 6.2.11.2-1", "its program cannot be read");
      return;
    }
    judge_codes(program);
    judge_cid_set(program);
  }

 private:
  bool is_visible() const {
    for (const auto& [code, shown] : shown_.codes) {
      if (shown.visible) return true;
    }
    return false;
  }

  void judge_dictionary() {
    if (name_at(font_, "/Type") != "Font") fault("PDF/A-2 6.2.11.2-1", "its Type is not Font");
    const std::string name = name_at(font_, "/BaseFont");
    static const std::regex subset("[A-Z]{6}\\+.+");
    if (name.empty()) fault("PDF/A-2 6.2.11.2-3", "no BaseFont");
    if (!std::regex_match(name, subset)) fault("reliure subset-name", "its name has no tag of a subset");
    if (descendant_.isDictionary() && name_at(descendant_, "/BaseFont") != name) {
      fault("ISO 32000-1 9.7.6.2", "its descendant is called " + name_at(descendant_, "/BaseFont"));
    }
    if (descriptor_.isDictionary() && name_at(descriptor_, "/FontName") != name) {
      fault("ISO 32000-1 9.8.1", "its descriptor is called " + name_at(descriptor_, "/FontName"));
    }
    for (const char* key :
         {"/Flags", "/FontBBox", "/ItalicAngle", "/Ascent", "/Descent", "/CapHeight", "/StemV"}) {
      if (descriptor_.isDictionary() && !descriptor_.hasKey(key)) {
        fault("ISO 32000-1 9.8.1", "its descriptor has no " + std::string(key + 1));
      }
    }
  }

  QPDFObjectHandle program_stream() {
    for (const char* key : {"/FontFile", "/FontFile2", "/FontFile3"}) {
      if (QPDFObjectHandle file = entry(descriptor_, key); file.isStream()) return file;
    }
    return QPDFObjectHandle::newNull();
  }

  void judge_composite() {
    const std::string subtype = name_at(descendant_, "/Subtype");
    if (subtype != "CIDFontType0" && subtype != "CIDFontType2") {
      fault("PDF/A-2 6.2.11.2-2", "its descendant has the subtype " + subtype);
    }
    if (name_at(descendant_, "/Type") != "Font")
      fault("PDF/A-2 6.2.11.2-1", "its descendant's Type is not Font");
    QPDFObjectHandle map = entry(descendant_, "/CIDToGIDMap");
    const bool identity = map.isName() && map.getName() == "/Identity";
    if (subtype == "CIDFontType2" && !identity && !map.isStream()) {
      fault("PDF/UA-1 7.21.3.2-1, PDF/A-2 6.2.11.3.2-1", "no CIDToGIDMap");
    }
    if (map.isStream()) glyph_map_ = data_of(map);
    QPDFObjectHandle system = entry(descendant_, "/CIDSystemInfo");
    if (!entry(system, "/Registry").isString() || !entry(system, "/Ordering").isString() ||
        !entry(system, "/Supplement").isInteger()) {
      fault("PDF/UA-1 7.21.3.1-1, PDF/A-2 6.2.11.3.1-1", "its CIDSystemInfo is not complete");
    }
    if (const std::string encoding = name_at(font_, "/Encoding");
        encoding != "Identity-H" && encoding != "Identity-V") {
      fault("PDF/UA-1 7.21.3.3-1, PDF/A-2 6.2.11.3.3-1",
            "its Encoding is " + encoding + ", and only Identity is known");
    }
  }

  /// Codes are character ids, by the Identity encoding. Nothing where the map has no entry.
  std::uint32_t glyph_of(const FontProgram& program, std::uint32_t cid) const {
    if (!glyph_map_) return program.glyph_of(cid);
    if (2 * cid + 1 >= glyph_map_->size()) return 0;
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>((*glyph_map_)[at]); };
    return static_cast<std::uint32_t>(byte(2 * cid) << 8 | byte(2 * cid + 1));
  }

  void judge_codes(const FontProgram& program) {
    const Widths widths(descendant_);
    const UnicodeMap map = read_unicode_map(font_.getKey("/ToUnicode"));
    for (const auto& [code, shown] : shown_.codes) {
      const std::uint32_t glyph = glyph_of(program, code);
      const std::string name = "code " + std::to_string(code) + " (" + shown.where + ")";
      if (glyph == 0) {
        fault("PDF/UA-1 7.21.8-1, PDF/A-2 6.2.11.8-1", name + " shows .notdef");
        continue;
      }
      if (glyph >= program.glyph_count()) {
        fault("PDF/UA-1 7.21.4.1-2, PDF/A-2 6.2.11.4.1-2", name + " shows a glyph that the program has not");
        continue;
      }
      const double right = program.advance(glyph);
      if (shown.visible && std::abs(right - widths.of(code)) > 1) {
        fault("PDF/UA-1 7.21.5-1, PDF/A-2 6.2.11.5-1", name + " is " + std::to_string(widths.of(code)) +
                                                           " wide, and its glyph " + std::to_string(right));
      }
      judge_blank(program, map, code, glyph, name);
    }
  }

  /// A subset that left out an outline which text needs.
  void judge_blank(const FontProgram& program, const UnicodeMap& map, std::uint32_t code, std::uint32_t glyph,
                   const std::string& name) {
    const auto text = map.texts.find(code);
    if (text == map.texts.end() || text->second.size() != 1) return;
    const char32_t c = text->second.front();
    const bool letter = (c > 0x20 && c < 0x7F) || (c >= 0xC0 && c < 0x34F) || (c >= 0x370 && c < 0x600);
    if (letter && program.is_blank(glyph))
      fault("reliure blank-glyph", name + " means a letter and draws nothing");
  }

  void judge_cid_set(const FontProgram& program) {
    QPDFObjectHandle set = entry(descriptor_, "/CIDSet");
    if (!set.isStream()) return;
    const std::string bits = data_of(set);
    for (std::uint32_t glyph = 0; glyph < program.glyph_count(); ++glyph) {
      const std::size_t byte = glyph / 8;
      if (byte >= bits.size() || (static_cast<unsigned char>(bits[byte]) >> (7 - glyph % 8) & 1) == 0) {
        fault("PDF/UA-1 7.21.4.2-2, PDF/A-2 6.2.11.4.2-2", "CIDSet lacks glyph " + std::to_string(glyph));
        return;
      }
    }
  }

  void fault(const char* rule, std::string what) { faults_.add(rule, where_, std::move(what)); }

  const ShownFont& shown_;
  QPDFObjectHandle font_;
  QPDFObjectHandle descendant_ = QPDFObjectHandle::newNull();
  QPDFObjectHandle descriptor_;
  std::optional<std::string> glyph_map_;
  std::string where_;
  Faults& faults_;
};

}  // namespace

void judge_fonts(Document& document, Faults& faults) {
  for (const auto& [id, shown] : document.content.fonts) Font(shown, faults).judge();
}

}  // namespace reliure::judges
