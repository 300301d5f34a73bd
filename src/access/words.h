#pragma once
// The sentences of `schema:accessibilitySummary`, by language.
#include <string_view>

namespace reliure::access {

struct Words {
  /// BCP 47 of these sentences.
  std::string_view language;
  std::string_view structure;
  std::string_view pages;
  std::string_view all_described;
  std::string_view not_all_described;
  std::string_view no_pictures;
  std::string_view no_fault;
  std::string_view faults;
};

/// By the primary subtag; English for languages we have no sentences for.
const Words& words_of(std::string_view language);

}  // namespace reliure::access
