#include "base/language.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/ascii.h"

namespace reliure::base {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
bool is_either(char c) { return is_letter(c) || is_digit(c); }

/// The subtags of a tag, one after the other.
class Subtags {
 public:
  explicit Subtags(std::string_view tag) : rest_(tag) {}

  bool done() const { return done_; }
  std::string_view peek() const { return rest_.substr(0, rest_.find('-')); }
  void pass() {
    const std::size_t hyphen = rest_.find('-');
    done_ = hyphen == std::string_view::npos;
    rest_ = done_ ? std::string_view() : rest_.substr(hyphen + 1);
  }
  /// Passes the next subtag if it has one of the sizes and only such characters.
  bool take(std::size_t least, std::size_t most, bool (*allowed)(char)) {
    const std::string_view next = peek();
    const bool fits = !done_ && next.size() >= least && next.size() <= most &&
                      std::all_of(next.begin(), next.end(), allowed);
    if (fits) pass();
    return fits;
  }

 private:
  std::string_view rest_;
  bool done_ = false;
};

bool take_variant(Subtags& in) {
  if (in.take(5, 8, is_either)) return true;
  return !in.done() && !in.peek().empty() && is_digit(in.peek()[0]) && in.take(4, 4, is_either);
}

/// `u-co-phonebk`, `x-ours`: a letter or digit and what belongs to it.
bool take_extension(Subtags& in) {
  const std::size_t least = lowered(in.peek()) == "x" ? 1 : 2;
  if (!in.take(1, 1, is_either) || !in.take(least, 8, is_either)) return false;
  while (in.take(least, 8, is_either)) {
  }
  return true;
}

/// What people write where a tag belongs, in lower case.
constexpr std::pair<std::string_view, std::string_view> kNames[] = {
    {"arabic", "ar"},  {"العربية", "ar"},    {"catalan", "ca"},    {"català", "ca"},   {"danish", "da"},
    {"dansk", "da"},   {"dutch", "nl"},      {"nederlands", "nl"}, {"english", "en"},  {"anglais", "en"},
    {"french", "fr"},  {"français", "fr"},   {"francais", "fr"},   {"german", "de"},   {"deutsch", "de"},
    {"hebrew", "he"},  {"עברית", "he"},      {"italian", "it"},    {"italiano", "it"}, {"polish", "pl"},
    {"polski", "pl"},  {"portuguese", "pt"}, {"português", "pt"},  {"spanish", "es"},  {"español", "es"},
    {"swedish", "sv"}, {"svenska", "sv"},
};

}  // namespace

bool is_language_tag(std::string_view text) {
  Subtags in(text);
  if (lowered(in.peek()) == "x") return take_extension(in) && in.done();
  if (!in.take(2, 3, is_letter)) return false;
  for (int extended = 0; extended < 3 && in.take(3, 3, is_letter); ++extended) {
  }
  in.take(4, 4, is_letter);
  if (!in.take(2, 2, is_letter)) in.take(3, 3, is_digit);
  while (take_variant(in)) {
  }
  while (!in.done()) {
    if (!take_extension(in)) return false;
  }
  return true;
}

std::string meant_language(std::string_view text) {
  // A locale of Unix names an encoding and a modifier too.
  std::string tag(text.substr(0, text.find_first_of(".@")));
  std::ranges::replace(tag, '_', '-');
  std::erase(tag, ' ');
  if (is_language_tag(tag)) return tag;
  const auto* name =
      std::ranges::find(kNames, lowered(tag), &std::pair<std::string_view, std::string_view>::first);
  return name == std::end(kNames) ? std::string() : std::string(name->second);
}

}  // namespace reliure::base
