#include "pdf/page_labels.h"

#include <array>
#include <charconv>
#include <utility>

#include "pdf/trees.h"

namespace reliure::pdf {

namespace {

/// Up to this number of digits a page number is a number.
constexpr std::size_t kMostDigits = 9;
constexpr std::int64_t kLargestRoman = 4999;

/// As PDF readers write Roman numbers, in lower case.
std::string roman(std::int64_t number) {
  constexpr std::array<std::pair<int, std::string_view>, 13> kParts = {{{1000, "m"},
                                                                        {900, "cm"},
                                                                        {500, "d"},
                                                                        {400, "cd"},
                                                                        {100, "c"},
                                                                        {90, "xc"},
                                                                        {50, "l"},
                                                                        {40, "xl"},
                                                                        {10, "x"},
                                                                        {9, "ix"},
                                                                        {5, "v"},
                                                                        {4, "iv"},
                                                                        {1, "i"}}};
  std::string out;
  for (const auto& [value, letters] : kParts) {
    for (; number >= value; number -= value) {
      out += letters;
    }
  }
  return out;
}

std::int64_t roman_digit(char c) {
  switch (c) {
    case 'i':
      return 1;
    case 'v':
      return 5;
    case 'x':
      return 10;
    case 'l':
      return 50;
    case 'c':
      return 100;
    case 'd':
      return 500;
    case 'm':
      return 1000;
    default:
      return 0;
  }
}

/// The value of lower case `letters`, 0 unless they are exactly how it is written.
std::int64_t parse_roman(std::string_view letters) {
  constexpr std::size_t kLongest = 19;  // mmmmdccclxxxviii and a little
  if (letters.empty() || letters.size() > kLongest) {
    return 0;
  }
  std::int64_t value = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const std::int64_t digit = roman_digit(letters[i]);
    const std::int64_t next = i + 1 < letters.size() ? roman_digit(letters[i + 1]) : 0;
    if (digit == 0) {
      return 0;
    }
    value += digit < next ? -digit : digit;
  }
  return value > 0 && value <= kLargestRoman && roman(value) == letters ? value : 0;
}

/// The text with its ASCII capitals small, or nothing unless all letters have the case `upper`.
std::string small_letters(std::string_view text, bool upper) {
  std::string out;
  for (const char c : text) {
    const bool is_upper = c >= 'A' && c <= 'Z';
    if (is_upper != upper) {
      return {};
    }
    out += is_upper ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

std::string label_entries(const PageLabel& label) {
  Entries entries;
  if (label.style != 0) {
    entries.name("S", std::string_view(&label.style, 1)).integer("St", label.number);
  }
  if (!label.prefix.empty()) {
    entries.text("P", label.prefix);
  }
  return "<<" + entries.take() + ">>";
}

bool follows(const PageLabel& label, const PageLabel& before) {
  return label.prefix == before.prefix && label.style == before.style &&
         (label.style == 0 || label.number == before.number + 1);
}

}  // namespace

PageLabel parse_label(std::string_view label) {
  std::size_t begin = label.size();
  while (begin > 0 && label[begin - 1] >= '0' && label[begin - 1] <= '9') {
    --begin;
  }
  while (begin < label.size() && (label[begin] == '0' || label.size() - begin > kMostDigits)) {
    ++begin;  // zeros that lead belong to the prefix: a reader would not write them
  }
  if (begin < label.size()) {
    PageLabel parsed{std::string(label.substr(0, begin)), 'D', 0};
    std::from_chars(label.data() + begin, label.data() + label.size(), parsed.number);
    return parsed;
  }
  for (const bool upper : {false, true}) {
    if (const std::int64_t number = parse_roman(small_letters(label, upper)); number > 0) {
      return {{}, upper ? 'R' : 'r', number};
    }
  }
  return {std::string(label), 0, 0};
}

std::string add_page_labels(Objects& objects, const book::Book& book) {
  std::vector<TreeEntry> ranges;
  PageLabel before;
  for (std::size_t i = 0; i < book.pages.size(); ++i) {
    PageLabel label = parse_label(book.pages[i].label);
    if (i == 0 || !follows(label, before)) {
      ranges.push_back({std::to_string(i), label_entries(label)});
    }
    before = std::move(label);
  }
  return add_tree(objects, "Nums", ranges);
}

}  // namespace reliure::pdf
