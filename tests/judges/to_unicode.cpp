#include <set>

#include "judges/cmap.h"
#include "judges/rules.h"

namespace reliure::judges {

namespace {

bool is_private(char32_t c) {
  return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0xFFFFD) || (c >= 0x100000 && c <= 0x10FFFD);
}

std::string hex(char32_t c) {
  static const char* digits = "0123456789ABCDEF";
  std::string out;
  for (int shift = 20; shift >= 0; shift -= 4) {
    const char32_t digit = c >> shift & 15;
    if (digit != 0 || !out.empty() || shift < 16) out += digits[digit];
  }
  return "U+" + out;
}

/// The element that a mark belongs to, or one above it, may replace what it shows.
class Replaced {
 public:
  explicit Replaced(Document& document) : document_(document) {
    for (std::size_t index = 0; index < document.tree.elements.size(); ++index) {
      for (const Kid& kid : document.tree.elements[index].kids) {
        if (kid.kind == Kid::Kind::mark) owner_[{kid.page, kid.mcid}] = index;
      }
    }
  }

  bool covers(const Shown& shown) {
    const auto found = owner_.find({shown.page, shown.mcid});
    for (std::size_t at = found == owner_.end() ? kNone : found->second; at != kNone;
         at = document_.tree.elements[at].parent) {
      if (document_.tree.elements[at].dictionary.getKey("/ActualText").isString()) return true;
    }
    return false;
  }

 private:
  Document& document_;
  std::map<std::pair<QPDFObjGen, int>, std::size_t> owner_;
};

void judge_text(const std::u32string& text, const Shown& shown, const std::string& where, Replaced& replaced,
                Faults& faults) {
  for (const char32_t c : text) {
    if (c == 0 || c == 0xFEFF || c == 0xFFFE) {
      faults.add("PDF/UA-1 7.21.7-2, PDF/A-2 6.2.11.7.2-2", where, "it means " + hex(c));
    }
    if (c >= 0xD800 && c < 0xE000)
      faults.add("ISO 32000-1 9.10.3", where, "it means half of a character, " + hex(c));
    if (c == 0xFFFD) faults.add("reliure unknown-character", where, "it means " + hex(c));
    if (is_private(c) && !shown.bare.empty() && !replaced.covers(shown)) {
      faults.add("PDF/A-2 6.2.11.7.3-1", where,
                 "it means " + hex(c) + " of private use, and no ActualText says more");
    }
  }
}

}  // namespace

void judge_to_unicode(Document& document, Faults& faults) {
  Replaced replaced(document);
  for (const auto& [id, font] : document.content.fonts) {
    QPDFObjectHandle dictionary = font.font;
    const std::string name = "font " + name_at(dictionary, "/BaseFont") + ", " + object_name(dictionary);
    QPDFObjectHandle stream = dictionary.getKey("/ToUnicode");
    const UnicodeMap map = stream.isStream() ? read_unicode_map(stream) : UnicodeMap();
    for (const std::string& broken : std::set(map.broken.begin(), map.broken.end())) {
      faults.add("ISO 32000-1 9.10.3", name + ", ToUnicode", broken);
    }
    for (const auto& [code, shown] : font.codes) {
      const std::string where = name + ", code " + std::to_string(code) + " (" + shown.where + ")";
      const auto text = map.texts.find(code);
      if (text == map.texts.end() || text->second.empty()) {
        faults.add("PDF/UA-1 7.21.7-1, PDF/A-2 6.2.11.7.2-1", where, "ToUnicode does not say what it means");
      } else {
        judge_text(text->second, shown, where, replaced, faults);
      }
    }
  }
}

}  // namespace reliure::judges
