#include "style/counters.h"

#include <algorithm>

#include "style/generated.h"

namespace reliure::style {
namespace {

/// 4000 and above would need letters that no reader knows.
constexpr std::int64_t kLargestRoman = 3999;

std::string roman(std::int64_t number, bool upper) {
  constexpr struct {
    std::int64_t value;
    const char* digits;
  } kDigits[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
                 {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
  std::string text;
  for (const auto& digit : kDigits) {
    for (; number >= digit.value; number -= digit.value) {
      text += digit.digits;
    }
  }
  if (upper) {
    for (char& letter : text) {
      letter = static_cast<char>(letter - 'a' + 'A');
    }
  }
  return text;
}

/// a ... z, aa, ab ...: bijective in base 26.
std::string letters(std::int64_t number, char first) {
  std::string text;
  for (; number > 0; number = (number - 1) / 26) {
    text.insert(text.begin(), static_cast<char>(first + (number - 1) % 26));
  }
  return text;
}

/// The same in the 24 letters of Greek, without final sigma.
std::string greek_letters(std::int64_t number) {
  constexpr const char* kLetters[] = {"α", "β", "γ", "δ", "ε", "ζ", "η", "θ", "ι", "κ", "λ", "μ",
                                      "ν", "ξ", "ο", "π", "ρ", "σ", "τ", "υ", "φ", "χ", "ψ", "ω"};
  std::string text;
  for (; number > 0; number = (number - 1) / 24) {
    text.insert(0, kLetters[(number - 1) % 24]);
  }
  return text;
}

}  // namespace

Counters::Instance* Counters::innermost(std::string_view name) {
  const auto found = std::find_if(instances_.rbegin(), instances_.rend(),
                                  [name](const Instance& instance) { return instance.name == name; });
  return found == instances_.rend() ? nullptr : &*found;
}

void Counters::reset(std::string_view name, std::int64_t value, book::NodeId parent) {
  Instance* instance = innermost(name);
  if (instance != nullptr && instance->scope == parent) {
    instance->value = value;
  } else {
    instances_.push_back({std::string(name), value, parent});
  }
}

void Counters::increment(std::string_view name, std::int64_t by, book::NodeId parent) {
  Instance* instance = innermost(name);
  if (instance == nullptr) {
    instances_.push_back({std::string(name), by, parent});
  } else {
    instance->value += by;
  }
}

void Counters::set(std::string_view name, std::int64_t value, book::NodeId parent) {
  Instance* instance = innermost(name);
  if (instance == nullptr) {
    instances_.push_back({std::string(name), value, parent});
  } else {
    instance->value = value;
  }
}

void Counters::leave(book::NodeId parent) {
  // Not only the last ones: a counter that an element sets anew lies below those of its children.
  std::erase_if(instances_, [parent](const Instance& instance) { return instance.scope == parent; });
}

std::int64_t Counters::value(std::string_view name) const {
  const Instance* instance = const_cast<Counters*>(this)->innermost(name);
  return instance == nullptr ? 0 : instance->value;
}

std::vector<std::int64_t> Counters::values(std::string_view name) const {
  std::vector<std::int64_t> all;
  for (const Instance& instance : instances_) {
    if (instance.name == name) {
      all.push_back(instance.value);
    }
  }
  return all;
}

std::string counter_text(std::int64_t number, CounterStyle counter_style) {
  using enum CounterStyle;
  switch (counter_style) {
    case lower_roman:
    case upper_roman:
      if (number >= 1 && number <= kLargestRoman) {
        return roman(number, counter_style == upper_roman);
      }
      break;
    case lower_alpha:
    case upper_alpha:
      if (number >= 1) {
        return letters(number, counter_style == lower_alpha ? 'a' : 'A');
      }
      break;
    case lower_greek:
      if (number >= 1) {
        return greek_letters(number);
      }
      break;
    case decimal_leading_zero:
      if (number >= -9 && number <= 9) {
        return (number < 0 ? "-0" : "0") + std::to_string(number < 0 ? -number : number);
      }
      break;
    case disc:
      return "•";
    case circle:
      return "◦";
    case square:
      return "▪";
    case dash:
      return "–";
    case none:
      return {};
    default:
      break;
  }
  return std::to_string(number);
}

}  // namespace reliure::style
