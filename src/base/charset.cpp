#include "base/charset.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace reliure::base {
namespace {

// What the bytes from `Charset::first` on mean; U+FFFD where they mean nothing.

constexpr std::u16string_view kLatin2 =
    u"\u00A0Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u00ADŽŻ°ą˛ł´ľśˇ¸šşťź˝žżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîď"
    u"đńňóôőö÷řůúűüýţ˙";
constexpr std::u16string_view kGreek =
    u"\u00A0‘’£€₯¦§¨©ͺ«¬\u00AD\uFFFD\u2015°±²³΄΅Ά·ΈΉΊ»Ό½ΎΏΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ\uFFFDΣΤΥΦΧΨΩΪΫάέήίΰ"
    u"αβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ\uFFFD";
constexpr std::u16string_view kBaltic =
    u"\u00A0”¢£¤„¦§Ø©Ŗ«¬\u00AD®Æ°±²³“µ¶·ø¹ŗ»¼½¾æĄĮĀĆÄÅĘĒČÉŹĖĢĶĪĻŠŃŅÓŌÕÖ×ŲŁŚŪÜŻŽßąįāćäåęēčéźėģķīļ"
    u"šńņóōõö÷ųłśūüżž’";
constexpr std::u16string_view kLatin9 =
    u"\u00A0¡¢£€¥Š§š©ª«¬\u00AD®¯°±²³Žµ¶·ž¹º»ŒœŸ¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîï"
    u"ðñòóôõö÷øùúûüýþÿ";
constexpr std::u16string_view kKoi8R =
    u"\u2500\u2502\u250C\u2510\u2514\u2518\u251C\u2524\u252C\u2534\u253C\u2580\u2584\u2588\u258C"
    u"\u2590\u2591\u2592\u2593⌠\u25A0∙√≈≤≥\u00A0⌡°²·÷\u2550\u2551\u2552ё\u2553\u2554\u2555\u2556"
    u"\u2557\u2558\u2559\u255A\u255B\u255C\u255D\u255E\u255F\u2560\u2561Ё\u2562\u2563\u2564"
    u"\u2565\u2566\u2567\u2568\u2569\u256A\u256B\u256C©юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХ"
    u"ИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ";
constexpr std::u16string_view kCyrillic =
    u"ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•\u2013\u2014\uFFFD™љ›њќћџ\u00A0ЎўЈ¤Ґ¦§Ё©Є«¬\u00AD®Ї°±Ііґµ¶·ё№є»јЅѕїА"
    u"БВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя";

struct Charset {
  std::string_view name;
  /// Bytes below are their own numbers in Unicode.
  unsigned char first;
  std::u16string_view table;
};

constexpr std::array kCharsets = {
    Charset{"ISO8859-1", 0xFF, u"ÿ"},
    Charset{"ISO8859-2", 0xA0, kLatin2},
    Charset{"ISO8859-7", 0xA0, kGreek},
    Charset{"ISO8859-13", 0xA0, kBaltic},
    Charset{"ISO8859-15", 0xA0, kLatin9},
    Charset{"KOI8-R", 0x80, kKoi8R},
    Charset{"microsoft-cp1251", 0x80, kCyrillic},
};

}  // namespace

std::optional<std::string> to_utf8(std::string_view text, std::string_view charset) {
  if (charset == "UTF-8") return std::string(text);
  std::string name(charset);
  if (name.starts_with("ISO-")) name.erase(3, 1);
  const auto* found = std::ranges::find(kCharsets, name, &Charset::name);
  if (found == kCharsets.end()) return std::nullopt;
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    encode(byte < found->first ? byte : found->table[byte - found->first], result);
  }
  return result;
}

}  // namespace reliure::base
