#include "judges/cmap.h"

namespace reliure::judges {

namespace {

std::uint32_t number_of(const std::string& bytes) {
  std::uint32_t value = 0;
  for (const char byte : bytes) value = value << 8 | static_cast<unsigned char>(byte);
  return value;
}

/// UTF-16BE; a lone surrogate stays what it is.
std::u32string text_of(const std::string& bytes) {
  std::u32string text;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    char32_t unit = number_of(bytes.substr(i, 2));
    if (unit >= 0xD800 && unit < 0xDC00 && i + 3 < bytes.size()) {
      const char32_t low = number_of(bytes.substr(i + 2, 2));
      if (low >= 0xDC00 && low < 0xE000) {
        unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
        i += 2;
      }
    }
    text += unit;
  }
  return text;
}

/// A CMap is PostScript; its tokens are those of content streams.
class Reader : public QPDFObjectHandle::ParserCallbacks {
 public:
  explicit Reader(UnicodeMap& map) : map_(map) {}

  void handleObject(QPDFObjectHandle object) override {
    if (!object.isOperator()) {
      operands_.push_back(object);
      return;
    }
    const std::string name = object.getOperatorValue();
    if (name == "endcodespacerange") read_space();
    if (name == "endbfchar") read_characters();
    if (name == "endbfrange") read_ranges();
    ended_ = ended_ || name == "endcmap";
    operands_.clear();
  }

  void handleEOF() override {
    if (!ended_) map_.broken.push_back("no endcmap");
    if (spaces_.empty()) map_.broken.push_back("no codespace range");
  }

 private:
  /// The most entries that a section may have (Adobe Technical Note 5014).
  static constexpr std::size_t kMostEntries = 100;

  void read_space() {
    for (std::size_t i = 0; i + 1 < operands_.size(); i += 2) {
      if (operands_[i].isString() && operands_[i + 1].isString()) {
        spaces_.emplace_back(number_of(operands_[i].getStringValue()),
                             number_of(operands_[i + 1].getStringValue()));
      }
    }
  }

  void read_characters() {
    if (operands_.size() > 2 * kMostEntries) map_.broken.push_back("more than 100 entries in a bfchar");
    for (std::size_t i = 0; i + 1 < operands_.size(); i += 2) {
      if (operands_[i].isString() && operands_[i + 1].isString()) {
        set(number_of(operands_[i].getStringValue()), text_of(operands_[i + 1].getStringValue()));
      }
    }
  }

  void read_ranges() {
    if (operands_.size() > 3 * kMostEntries) map_.broken.push_back("more than 100 entries in a bfrange");
    for (std::size_t i = 0; i + 2 < operands_.size(); i += 3) {
      if (operands_[i].isString() && operands_[i + 1].isString()) read_range(i);
    }
  }

  void read_range(std::size_t at) {
    const std::uint32_t first = number_of(operands_[at].getStringValue());
    const std::uint32_t last = number_of(operands_[at + 1].getStringValue());
    if (last < first || first >> 8 != last >> 8)
      map_.broken.push_back("a bfrange whose codes differ in the first byte");
    for (std::uint32_t code = first; code <= last && code - first < 0x10000; ++code) {
      QPDFObjectHandle to = operands_[at + 2];
      if (to.isArray()) to = to.getArrayItem(static_cast<int>(code - first));
      if (!to.isString()) continue;
      std::u32string text = text_of(to.getStringValue());
      if (!operands_[at + 2].isArray() && !text.empty()) text.back() += code - first;
      set(code, std::move(text));
    }
  }

  void set(std::uint32_t code, std::u32string text) {
    bool in_space = false;
    for (const auto& [first, last] : spaces_) in_space = in_space || (code >= first && code <= last);
    if (!in_space) map_.broken.push_back("a code outside of the codespace ranges");
    map_.texts[code] = std::move(text);
  }

  UnicodeMap& map_;
  std::vector<QPDFObjectHandle> operands_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> spaces_;
  bool ended_ = false;
};

}  // namespace

UnicodeMap read_unicode_map(QPDFObjectHandle stream) {
  UnicodeMap map;
  Reader reader(map);
  try {
    QPDFObjectHandle::parseContentStream(stream, &reader);
  } catch (const std::exception& broken) {
    map.broken.push_back(broken.what());
  }
  return map;
}

}  // namespace reliure::judges
