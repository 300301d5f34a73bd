#include "epub/semantics.h"

#include <algorithm>

#include "epub/escape.h"

namespace reliure::epub {
namespace {

struct NamedPart {
  std::string_view title;
  Semantics semantics;
};

/// Titles in lower case, as books in our languages bear them.
constexpr NamedPart kNamedParts[] = {
    {"introduction", {"introduction", "doc-introduction"}},
    {"einleitung", {"introduction", "doc-introduction"}},
    {"introducción", {"introduction", "doc-introduction"}},
    {"introduzione", {"introduction", "doc-introduction"}},
    {"préface", {"preface", "doc-preface"}},
    {"preface", {"preface", "doc-preface"}},
    {"vorwort", {"preface", "doc-preface"}},
    {"prefacio", {"preface", "doc-preface"}},
    {"prefazione", {"preface", "doc-preface"}},
    {"avant-propos", {"foreword", "doc-foreword"}},
    {"foreword", {"foreword", "doc-foreword"}},
    {"conclusion", {"conclusion", "doc-conclusion"}},
    {"conclusiones", {"conclusion", "doc-conclusion"}},
    {"conclusioni", {"conclusion", "doc-conclusion"}},
    {"glossaire", {"glossary", "doc-glossary"}},
    {"glossary", {"glossary", "doc-glossary"}},
    {"glossar", {"glossary", "doc-glossary"}},
    {"glosario", {"glossary", "doc-glossary"}},
    {"glossario", {"glossary", "doc-glossary"}},
    {"bibliographie", {"bibliography", "doc-bibliography"}},
    {"bibliography", {"bibliography", "doc-bibliography"}},
    {"bibliografía", {"bibliography", "doc-bibliography"}},
    {"bibliografia", {"bibliography", "doc-bibliography"}},
    {"annexe", {"appendix", "doc-appendix"}},
    {"annexes", {"appendix", "doc-appendix"}},
    {"appendix", {"appendix", "doc-appendix"}},
    {"anhang", {"appendix", "doc-appendix"}},
    {"remerciements", {"acknowledgments", "doc-acknowledgments"}},
    {"acknowledgments", {"acknowledgments", "doc-acknowledgments"}},
    {"acknowledgements", {"acknowledgments", "doc-acknowledgments"}},
    {"colophon", {"colophon", "doc-colophon"}},
};

}  // namespace

Semantics semantics_of(const Document& document) {
  if (document.is_title_page) return {"titlepage", ""};
  switch (document.listing) {
    case Listing::contents:
      return {"toc", "doc-toc"};
    // DPUB-ARIA has no roles for these: they are navigation, as `nav` is by itself.
    case Listing::figures:
      return {"loi", ""};
    case Listing::tables:
      return {"lot", ""};
    case Listing::none:
      break;
  }
  const auto named = std::ranges::find(kNamedParts, to_lower(trimmed(document.title)), &NamedPart::title);
  return named == std::end(kNamedParts) ? Semantics{"chapter", "doc-chapter"} : named->semantics;
}

std::string_view division_of(const Document& document) {
  if (document.is_title_page || document.listing != Listing::none || document.matter == book::Matter::front) {
    return "frontmatter";
  }
  return document.matter == book::Matter::back ? "backmatter" : "bodymatter";
}

}  // namespace reliure::epub
