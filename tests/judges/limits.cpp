#include <cctype>
#include <cmath>
#include <cstdlib>

#include "judges/rules.h"

namespace reliure::judges {

namespace {

bool is_space(char c) { return c == 0 || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' '; }
bool is_delimiter(char c) { return std::string_view("()<>[]{}/%").find(c) != std::string_view::npos; }

/// The tokens of objects or of a content stream, one after another, as far as they have limits.
class Tokens {
 public:
  Tokens(std::string_view text, std::string where, Faults& faults)
      : text_(text), where_(std::move(where)), faults_(faults) {}

  void judge() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (is_space(c)) {
        ++at_;
      } else if (c == '%') {
        while (at_ < text_.size() && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
      } else if (c == '(') {
        judge_string();
      } else if (c == '<' && next() != '<') {
        judge_hex();
      } else if (c == '/') {
        judge_name();
      } else if (is_delimiter(c)) {
        at_ += (c == '<' || c == '>') && next() == c ? 2 : 1;
      } else {
        judge_word();
      }
    }
  }

 private:
  static constexpr std::size_t kLongestString = 32767;
  static constexpr std::size_t kLongestName = 127;
  static constexpr double kLargest = 3.403e38, kSmallest = 1.175e-38;

  char next() const { return at_ + 1 < text_.size() ? text_[at_ + 1] : ' '; }

  void judge_string() {
    const std::size_t begin = ++at_;
    for (int depth = 1; at_ < text_.size() && depth > 0; ++at_) {
      if (text_[at_] == '\\')
        ++at_;
      else if (text_[at_] == '(')
        ++depth;
      else if (text_[at_] == ')')
        --depth;
    }
    judge_length(at_ - begin - 1);
  }

  void judge_hex() {
    std::size_t digits = 0;
    for (++at_; at_ < text_.size() && text_[at_] != '>'; ++at_) {
      if (is_space(text_[at_])) continue;
      ++digits;
      if (std::isxdigit(static_cast<unsigned char>(text_[at_])) == 0)
        fault("PDF/A-2 6.1.6-2", "a string of what is no hexadecimal digit");
    }
    ++at_;
    if (digits % 2 != 0) fault("PDF/A-2 6.1.6-1", "a string of an odd number of digits");
    judge_length(digits / 2);
  }

  void judge_length(std::size_t length) {
    if (length > kLongestString)
      fault("PDF/A-2 6.1.13-3", "a string of " + std::to_string(length) + " bytes");
  }

  void judge_name() {
    const std::size_t begin = ++at_;
    while (at_ < text_.size() && !is_space(text_[at_]) && !is_delimiter(text_[at_])) ++at_;
    std::size_t length = at_ - begin;
    for (const char c : text_.substr(begin, length)) length -= c == '#' ? 2 : 0;
    if (length > kLongestName) fault("PDF/A-2 6.1.13-4", "a name of " + std::to_string(length) + " bytes");
  }

  void judge_word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && !is_space(text_[at_]) && !is_delimiter(text_[at_])) ++at_;
    const std::string_view word = text_.substr(begin, at_ - begin);
    if (word == "ID") skip_image();
    if (word.find_first_not_of("+-.0123456789") != word.npos) return;
    const double value = std::strtod(std::string(word).c_str(), nullptr);
    if (word.find('.') == word.npos) {
      if (value > 2147483647.0 || value < -2147483648.0)
        fault("PDF/A-2 6.1.13-1", "the integer " + std::string(word));
    } else if (std::abs(value) > kLargest) {
      fault("PDF/A-2 6.1.13-2", "the number " + std::string(word));
    } else if (value != 0 && std::abs(value) < kSmallest) {
      fault("PDF/A-2 6.1.13-5", "the number " + std::string(word));
    }
  }

  /// The data of an inline image are no tokens.
  void skip_image() {
    for (std::size_t end = text_.find("EI", at_); end != text_.npos; end = text_.find("EI", end + 2)) {
      const bool alone = is_space(text_[end - 1]) && (end + 2 == text_.size() || is_space(text_[end + 2]));
      if (alone) {
        at_ = end;
        return;
      }
    }
    at_ = text_.size();
  }

  void fault(const char* rule, std::string what) { faults_.add(rule, where_, std::move(what)); }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string where_;
  Faults& faults_;
};

void judge_boxes(Document& document, Faults& faults) {
  constexpr double kLeast = 3, kMost = 14400;
  for (QPDFObjectHandle& page : document.pages) {
    for (const char* key : {"/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox"}) {
      QPDFObjectHandle box = page.getKey(key);
      if (box.isNull()) continue;
      if (!box.isRectangle()) continue;
      const QPDFObjectHandle::Rectangle edges = box.getArrayAsRectangle();
      const double width = edges.urx - edges.llx, height = edges.ury - edges.lly;
      if (width < kLeast || width > kMost || height < kLeast || height > kMost) {
        faults.add("PDF/A-2 6.1.13-11", page_name(document, page.getObjGen()),
                   std::string(key + 1) + " is " + box.unparse());
      }
    }
  }
}

}  // namespace

void judge_limits(Document& document, Faults& faults) {
  std::map<QPDFObjGen, QPDFXRefEntry> places = document.pdf.getXRefTable();
  if (places.size() > 8388607)
    faults.add("PDF/A-2 6.1.13-7", "the file", std::to_string(places.size()) + " objects");
  judge_boxes(document, faults);
  for (const auto& [id, place] : places) {
    if (place.getType() != 1) continue;
    QPDFObjectHandle object = document.pdf.getObject(id);
    const auto begin = static_cast<std::size_t>(place.getOffset());
    // The dictionary of a stream ends where its data begin.
    const std::size_t end =
        std::min(document.bytes.find("endobj", begin), document.bytes.find("stream", begin));
    Tokens(std::string_view(document.bytes).substr(begin, end - begin), object_name(object), faults).judge();
    if (name_at(object, "/Type") == "ObjStm") Tokens(data_of(object), object_name(object), faults).judge();
    if (name_at(object, "/Subtype") == "Form") Tokens(data_of(object), object_name(object), faults).judge();
  }
  for (QPDFObjectHandle& page : document.pages) {
    QPDFObjectHandle contents = page.getKey("/Contents");
    for (QPDFObjectHandle each : contents.isArray() ? contents.getArrayAsVector() : std::vector{contents}) {
      Tokens(data_of(each), page_name(document, page.getObjGen()), faults).judge();
    }
  }
}

}  // namespace reliure::judges
