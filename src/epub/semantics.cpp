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
    {"introdução", {"introduction", "doc-introduction"}},
    {"introducció", {"introduction", "doc-introduction"}},
    {"inleiding", {"introduction", "doc-introduction"}},
    {"préface", {"preface", "doc-preface"}},
    {"preface", {"preface", "doc-preface"}},
    {"vorwort", {"preface", "doc-preface"}},
    {"prefacio", {"preface", "doc-preface"}},
    {"prefazione", {"preface", "doc-preface"}},
    {"prefácio", {"preface", "doc-preface"}},
    {"voorwoord", {"preface", "doc-preface"}},
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
    {"glossário", {"glossary", "doc-glossary"}},
    {"index", {"", "doc-index"}},
    {"bibliographie", {"bibliography", "doc-bibliography"}},
    {"bibliography", {"bibliography", "doc-bibliography"}},
    {"bibliografía", {"bibliography", "doc-bibliography"}},
    {"bibliografia", {"bibliography", "doc-bibliography"}},
    {"annexe", {"appendix", "doc-appendix"}},
    {"annexes", {"appendix", "doc-appendix"}},
    {"appendix", {"appendix", "doc-appendix"}},
    {"anhang", {"appendix", "doc-appendix"}},
    {"appendice", {"appendix", "doc-appendix"}},
    {"appendici", {"appendix", "doc-appendix"}},
    {"anexo", {"appendix", "doc-appendix"}},
    {"anexos", {"appendix", "doc-appendix"}},
    {"bijlage", {"appendix", "doc-appendix"}},
    {"bijlagen", {"appendix", "doc-appendix"}},
    {"remerciements", {"acknowledgments", "doc-acknowledgments"}},
    {"acknowledgments", {"acknowledgments", "doc-acknowledgments"}},
    {"acknowledgements", {"acknowledgments", "doc-acknowledgments"}},
    {"colophon", {"colophon", "doc-colophon"}},
};

/// What a section may be (EPUB 3 Structural Semantics Vocabulary 1.1; DPUB-ARIA 1.1). `doc-epigraph` and its
/// like are no landmarks, but a section may be one.
constexpr Semantics kSections[] = {
    {"abstract", "doc-abstract"},
    {"acknowledgments", "doc-acknowledgments"},
    {"afterword", "doc-afterword"},
    {"appendix", "doc-appendix"},
    {"bibliography", "doc-bibliography"},
    {"chapter", "doc-chapter"},
    {"colophon", "doc-colophon"},
    {"conclusion", "doc-conclusion"},
    {"credits", "doc-credits"},
    {"dedication", "doc-dedication"},
    {"epilogue", "doc-epilogue"},
    {"errata", "doc-errata"},
    {"foreword", "doc-foreword"},
    {"glossary", "doc-glossary"},
    // EPUB Indexes 1.0 wants an `index` of its own structure; the role says as much without.
    {"", "doc-index"},
    {"introduction", "doc-introduction"},
    {"part", "doc-part"},
    {"preface", "doc-preface"},
    {"prologue", "doc-prologue"},
};

}  // namespace

Semantics named_semantics(const Plan& plan, NodeId node) {
  const std::string_view role = trimmed(plan.manuscript->attribute(node, "role").value_or(""));
  const auto by_role = std::ranges::find(kSections, role, &Semantics::role);
  if (by_role != std::end(kSections)) return *by_role;
  for (const Semantics& section : kSections) {
    const std::string_view name = section.role.substr(std::string_view("doc-").size());
    const bool telling = name == "part" || name == "index" || name == "dedication";
    if (telling && plan.manuscript->has_class(node, name)) return section;
  }
  return {};
}

Semantics semantics_of(const Plan& plan, const Document& document) {
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
  if (const Semantics told = named_semantics(plan, document.section); !told.role.empty()) return told;
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
