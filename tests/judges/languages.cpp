#include <regex>

#include "judges/rules.h"

namespace reliure::judges {

namespace {

/// Well-formed by BCP 47: language, script, region, variants, extensions, private use. Stricter than RFC
/// 3066.
bool is_language(const std::string& tag) {
  static const std::regex form(
      "(([a-zA-Z]{2,3}(-[a-zA-Z]{3}){0,3}|[a-zA-Z]{4,8})(-[a-zA-Z]{4})?(-([a-zA-Z]{2}|[0-9]{3}))?"
      "(-([a-zA-Z0-9]{5,8}|[0-9][a-zA-Z0-9]{3}))*(-[a-wyzA-WYZ0-9](-[a-zA-Z0-9]{2,8})+)*(-x(-[a-zA-Z0-9]{1,8}"
      ")+)?"
      "|x(-[a-zA-Z0-9]{1,8})+|i-[a-zA-Z]{3,8})");
  return std::regex_match(tag, form);
}

}  // namespace

void judge_languages(Document& document, Faults& faults) {
  const auto judge = [&](QPDFObjectHandle value, const std::string& where) {
    if (value.isNull()) return;
    const std::string tag = value.isString() ? value.getUTF8Value() : "";
    if (!is_language(tag)) {
      faults.add("PDF/UA-1 7.2-29, PDF/A-2 6.7.4-1", where, "`" + tag + "` is the tag of no language");
    }
  };
  QPDFObjectHandle language = document.catalog.getKey("/Lang");
  if (language.isNull()) {
    // With it, the language of texts, outlines, annotations and metadata is known (7.2-21 to -25 and -30 to
    // -34).
    faults.add("PDF/UA-1 7.2-33", "the catalog", "no Lang");
  }
  judge(language, "the catalog");
  for (std::size_t index = 0; index < document.tree.elements.size(); ++index) {
    QPDFObjectHandle own = document.tree.elements[index].dictionary.getKey("/Lang");
    if (!own.isNull()) judge(own, where_of(document, index));
  }
  for (const auto& [tag, where] : document.content.languages)
    judge(QPDFObjectHandle::newUnicodeString(tag), where);
  for (QPDFObjectHandle& page : document.pages) {
    judge(page.getKey("/Lang"), page_name(document, page.getObjGen()));
  }
}

}  // namespace reliure::judges
