#include "access/words.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"

namespace reliure::access {
namespace {

constexpr Words kWords[] = {
    {
        .language = "en",
        .structure =
            "Headings, lists and tables are marked up, and a table of contents leads to every section.",
        .pages = "The page numbers are those of the printed edition.",
        .all_described = "Every picture that carries information has a text alternative.",
        .not_all_described = "Some pictures that carry information have no text alternative.",
        .no_pictures = "No information is given by pictures.",
        .no_fault = "A check by program found no fault against WCAG 2.2, level AA.",
        .faults = "A check by program found faults against WCAG 2.2, level AA.",
    },
    {
        .language = "fr",
        .structure = "Les titres, les listes et les tableaux sont structurés, et une table des "
                     "matières mène à chaque section.",
        .pages = "Les numéros de page sont ceux de l’édition imprimée.",
        .all_described = "Toute image porteuse d’information a une alternative textuelle.",
        .not_all_described = "Des images porteuses d’information n’ont pas d’alternative textuelle.",
        .no_pictures = "Aucune information n’est donnée par des images.",
        .no_fault = "Un contrôle automatique n’a relevé aucun écart aux WCAG 2.2, niveau AA.",
        .faults = "Un contrôle automatique a relevé des écarts aux WCAG 2.2, niveau AA.",
    },
    {
        .language = "de",
        .structure = "Überschriften, Listen und Tabellen sind ausgezeichnet; ein "
                     "Inhaltsverzeichnis führt zu jedem Abschnitt.",
        .pages = "Die Seitenzahlen sind die der gedruckten Ausgabe.",
        .all_described = "Jedes Bild, das Information trägt, hat eine Textalternative.",
        .not_all_described = "Einige Bilder, die Information tragen, haben keine Textalternative.",
        .no_pictures = "Bilder tragen keine Information.",
        .no_fault = "Eine Prüfung durch ein Programm fand keinen Verstoß gegen WCAG 2.2, Stufe AA.",
        .faults = "Eine Prüfung durch ein Programm fand Verstöße gegen WCAG 2.2, Stufe AA.",
    },
    {
        .language = "es",
        .structure = "Los títulos, las listas y las tablas están estructurados, y un índice "
                     "conduce a cada sección.",
        .pages = "Los números de página son los de la edición impresa.",
        .all_described = "Toda imagen que aporta información tiene un texto alternativo.",
        .not_all_described = "Algunas imágenes que aportan información no tienen texto alternativo.",
        .no_pictures = "Las imágenes no aportan información.",
        .no_fault =
            "Una comprobación automática no encontró ningún incumplimiento de las WCAG 2.2, nivel AA.",
        .faults = "Una comprobación automática encontró incumplimientos de las WCAG 2.2, nivel AA.",
    },
    {
        .language = "it",
        .structure = "Titoli, elenchi e tabelle sono strutturati, e un indice porta a ogni "
                     "sezione.",
        .pages = "I numeri di pagina sono quelli dell’edizione a stampa.",
        .all_described = "Ogni immagine che porta informazione ha un testo alternativo.",
        .not_all_described = "Alcune immagini che portano informazione non hanno un testo alternativo.",
        .no_pictures = "Nessuna informazione è data da immagini.",
        .no_fault = "Un controllo automatico non ha rilevato scostamenti dalle WCAG 2.2, livello AA.",
        .faults = "Un controllo automatico ha rilevato scostamenti dalle WCAG 2.2, livello AA.",
    },
    {
        .language = "nl",
        .structure = "Koppen, lijsten en tabellen zijn gestructureerd, en een inhoudsopgave leidt naar elke "
                     "paragraaf.",
        .pages = "De paginanummers zijn die van de gedrukte uitgave.",
        .all_described = "Elke afbeelding met informatie heeft een tekstalternatief.",
        .not_all_described = "Sommige afbeeldingen met informatie hebben geen tekstalternatief.",
        .no_pictures = "Afbeeldingen geven geen informatie.",
        .no_fault = "Een automatische controle vond geen afwijking van WCAG 2.2, niveau AA.",
        .faults = "Een automatische controle vond afwijkingen van WCAG 2.2, niveau AA.",
    },
    {
        .language = "pt",
        .structure =
            "Os títulos, as listas e as tabelas estão estruturados, e um sumário conduz a cada secção.",
        .pages = "Os números de página são os da edição impressa.",
        .all_described = "Todas as imagens com informação têm uma alternativa textual.",
        .not_all_described = "Algumas imagens com informação não têm alternativa textual.",
        .no_pictures = "Nenhuma informação é dada por imagens.",
        .no_fault = "Uma verificação automática não encontrou desvios às WCAG 2.2, nível AA.",
        .faults = "Uma verificação automática encontrou desvios às WCAG 2.2, nível AA.",
    },
    {
        .language = "ca",
        .structure =
            "Els títols, les llistes i les taules estan estructurats, i un índex porta a cada secció.",
        .pages = "Els números de pàgina són els de l’edició impresa.",
        .all_described = "Tota imatge que aporta informació té un text alternatiu.",
        .not_all_described = "Algunes imatges que aporten informació no tenen text alternatiu.",
        .no_pictures = "Les imatges no aporten informació.",
        .no_fault = "Una comprovació automàtica no ha trobat cap incompliment de les WCAG 2.2, nivell AA.",
        .faults = "Una comprovació automàtica ha trobat incompliments de les WCAG 2.2, nivell AA.",
    },
    {
        .language = "sv",
        .structure = "Rubriker, listor och tabeller är uppmärkta, och en innehållsförteckning leder till "
                     "varje avsnitt.",
        .pages = "Sidnumren är den tryckta utgåvans.",
        .all_described = "Alla bilder som bär information har ett textalternativ.",
        .not_all_described = "Vissa bilder som bär information saknar textalternativ.",
        .no_pictures = "Ingen information ges genom bilder.",
        .no_fault = "En automatisk kontroll fann inga avvikelser från WCAG 2.2, nivå AA.",
        .faults = "En automatisk kontroll fann avvikelser från WCAG 2.2, nivå AA.",
    },
    {
        .language = "da",
        .structure =
            "Overskrifter, lister og tabeller er opmærket, og en indholdsfortegnelse fører til hvert afsnit.",
        .pages = "Sidetallene er den trykte udgaves.",
        .all_described = "Alle billeder, der bærer information, har et tekstalternativ.",
        .not_all_described = "Nogle billeder, der bærer information, har intet tekstalternativ.",
        .no_pictures = "Billeder giver ingen information.",
        .no_fault = "En automatisk kontrol fandt ingen afvigelser fra WCAG 2.2, niveau AA.",
        .faults = "En automatisk kontrol fandt afvigelser fra WCAG 2.2, niveau AA.",
    },
    {
        .language = "pl",
        .structure =
            "Nagłówki, listy i tabele mają oznaczoną strukturę, a spis treści prowadzi do każdego rozdziału.",
        .pages = "Numery stron są numerami wydania drukowanego.",
        .all_described = "Każda ilustracja niosąca informację ma opis tekstowy.",
        .not_all_described = "Niektóre ilustracje niosące informację nie mają opisu tekstowego.",
        .no_pictures = "Ilustracje nie niosą informacji.",
        .no_fault = "Automatyczna kontrola nie wykryła niezgodności z WCAG 2.2, poziom AA.",
        .faults = "Automatyczna kontrola wykryła niezgodności z WCAG 2.2, poziom AA.",
    },
};

}  // namespace

const Words& words_of(std::string_view language) {
  const std::string primary = base::lowered(language.substr(0, language.find('-')));
  const auto row = std::find_if(std::begin(kWords), std::end(kWords),
                                [&](const Words& words) { return words.language == primary; });
  return row == std::end(kWords) ? kWords[0] : *row;
}

}  // namespace reliure::access
