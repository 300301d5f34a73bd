#include <iterator>
#include <optional>
#include <string>

#include "source/typography.h"
#include "source/values.h"

namespace reliure::source {
namespace {

/// By `TypographyRule`.
constexpr std::string_view kTypographyKeys[] = {
    "high-punctuation", "colon", "guillemets", "numbers",     "units",    "percent", "currency",
    "abbreviations",    "dates", "dashes",     "apostrophes", "ellipses", "ordinals"};
static_assert(std::size(kTypographyKeys) == kTypographyRules);

bool sets_space(TypographyRule rule) { return rule <= TypographyRule::dashes; }

/// What a rule sets by the word that the author wrote, nothing for a word that says nothing.
std::optional<char32_t> setting_of(TypographyRule rule, const Yaml& value) {
  if (value.kind != Yaml::Kind::scalar) return std::nullopt;
  if (value.scalar == "true") return Typography{}[rule];
  if (value.scalar == "false") return 0;
  if (sets_space(rule) && value.scalar == "no-break") return kNoBreakSpace;
  if (sets_space(rule) && value.scalar == "narrow") return kNarrowNoBreakSpace;
  return std::nullopt;
}

}  // namespace

std::string_view name(TypographyRule rule) { return kTypographyKeys[static_cast<std::size_t>(rule)]; }

Typography read_typography(const Yaml* value, base::Diagnostics& diagnostics) {
  Typography typography;
  if (value == nullptr || value->kind == Yaml::Kind::null || value->scalar == "true") return typography;
  if (value->scalar == "false") return kNoTypography;
  if (value->kind != Yaml::Kind::map) {
    report_bad_value(*value, "`typography` is " + seen(*value),
                     "write `true`, `false`, or a map of rules such as `{colon: narrow}`", diagnostics);
    return typography;
  }
  check_keys(*value, kTypographyKeys, diagnostics);
  for (std::size_t i = 0; i < kTypographyRules; ++i) {
    const auto rule = static_cast<TypographyRule>(i);
    const Yaml* wanted = value->find(name(rule));
    if (wanted == nullptr) continue;
    if (const std::optional<char32_t> setting = setting_of(rule, *wanted)) {
      typography[rule] = *setting;
    } else {
      report_bad_value(
          *wanted, "`" + std::string(name(rule)) + "` is " + seen(*wanted),
          sets_space(rule) ? "write `true`, `false`, `no-break` or `narrow`" : "write `true` or `false`",
          diagnostics);
    }
  }
  return typography;
}

}  // namespace reliure::source
