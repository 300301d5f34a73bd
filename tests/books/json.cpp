#include "books/json.h"

#include <charconv>
#include <stdexcept>

#include "base/utf8.h"

namespace reliure::books {
namespace {

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Json value() {
    switch (peek()) {
      case '{':
        return object();
      case '[':
        return array();
      case '"':
        return {Json::Kind::string, string(), {}, {}};
      default:
        return word();
    }
  }

 private:
  char peek() {
    at_ = text_.find_first_not_of(" \t\r\n", at_);
    if (at_ == std::string_view::npos) {
      throw std::runtime_error("JSON ends too early");
    }
    return text_[at_];
  }
  void expect(char character) {
    if (peek() != character) {
      throw std::runtime_error("JSON lacks `" + std::string(1, character) + "` at " + std::to_string(at_));
    }
    ++at_;
  }
  bool skip(char character) {
    const bool found = peek() == character;
    at_ += found ? 1 : 0;
    return found;
  }

  Json object() {
    Json result{Json::Kind::object, {}, {}, {}};
    expect('{');
    while (peek() != '}') {
      std::string name = string();
      expect(':');
      result.members.emplace(std::move(name), value());
      if (!skip(',')) break;
    }
    expect('}');
    return result;
  }

  Json array() {
    Json result{Json::Kind::array, {}, {}, {}};
    expect('[');
    while (peek() != ']') {
      result.items.push_back(value());
      if (!skip(',')) break;
    }
    expect(']');
    return result;
  }

  Json word() {
    const std::size_t end = std::min(text_.find_first_of(",]} \t\r\n", at_), text_.size());
    Json result{Json::Kind::number, std::string(text_.substr(at_, end - at_)), {}, {}};
    at_ = end;
    if (result.text == "null") {
      result.kind = Json::Kind::null;
    } else if (result.text == "true" || result.text == "false") {
      result.kind = Json::Kind::boolean;
    }
    return result;
  }

  char32_t unit() {
    unsigned value = 0;
    std::from_chars(text_.data() + at_, text_.data() + std::min(at_ + 4, text_.size()), value, 16);
    at_ += 4;
    return value;
  }

  std::string string() {
    expect('"');
    std::string out;
    while (at_ < text_.size() && text_[at_] != '"') {
      if (text_[at_] != '\\') {
        out += text_[at_++];
        continue;
      }
      const char escape = text_.at(at_ + 1);
      at_ += 2;
      constexpr std::string_view kNames = "bfnrt";
      constexpr std::string_view kMeanings = "\b\f\n\r\t";
      if (escape == 'u') {
        char32_t character = unit();
        if (character >= 0xD800 && character < 0xDC00 && text_.substr(at_, 2) == "\\u") {
          at_ += 2;
          character = 0x10000 + ((character - 0xD800) << 10) + (unit() - 0xDC00);
        }
        base::encode(character, out);
      } else if (const std::size_t name = kNames.find(escape); name != std::string_view::npos) {
        out += kMeanings[name];
      } else {
        out += escape;
      }
    }
    expect('"');
    return out;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

const Json& Json::operator[](const std::string& name) const {
  static const Json kNull;
  const auto found = members.find(name);
  return found == members.end() ? kNull : found->second;
}

int Json::integer() const {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

Json parse_json(std::string_view text) { return Parser(text).value(); }

}  // namespace reliure::books
