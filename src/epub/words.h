#pragma once
// The few words that an e-book adds to its author's, by language.
#include <string_view>

namespace reliure::epub {

struct Words {
  /// BCP 47 of these words.
  std::string_view language;
  std::string_view contents;
  std::string_view landmarks;
  std::string_view start_of_text;
  std::string_view pages;
  std::string_view notes;
  std::string_view cover;
  std::string_view title_page;
  std::string_view back_to_call;
  // Of the pages of a site.
  std::string_view skip_to_text;
  std::string_view chapters;
  std::string_view previous;
  std::string_view next;
};

/// By the primary subtag; English for languages we have no words for.
const Words& words_of(std::string_view language);

/// Whether the words are in that language, and not there for want of others.
bool are_of(const Words& words, std::string_view language);

/// Whether the language is written from right to left.
bool is_right_to_left(std::string_view language);

}  // namespace reliure::epub
