#include "epub/words.h"

#include <algorithm>

#include "epub/escape.h"

namespace reliure::epub {
namespace {

constexpr Words kWords[] = {
    {
        .language = "en",
        .contents = "Contents",
        .landmarks = "Landmarks",
        .start_of_text = "Start of the text",
        .pages = "Pages",
        .notes = "Notes",
        .cover = "Cover",
        .title_page = "Title page",
        .back_to_call = "Back to the call of note",
        .skip_to_text = "Skip to the text",
        .chapters = "Chapters",
        .previous = "Previous",
        .next = "Next",
        .summary_structure =
            "Headings, lists and tables are marked up, and a table of contents leads to every section.",
        .summary_pages = "The page numbers are those of the printed edition.",
        .summary_all_described = "Every picture that carries information has a text alternative.",
        .summary_not_all_described = "Some pictures that carry information have no text alternative.",
        .summary_no_pictures = "No information is given by pictures.",
    },
    {
        .language = "fr",
        .contents = "Sommaire",
        .landmarks = "Repères",
        .start_of_text = "Début du texte",
        .pages = "Pages",
        .notes = "Notes",
        .cover = "Couverture",
        .title_page = "Page de titre",
        .back_to_call = "Retour à l’appel de la note",
        .skip_to_text = "Aller au texte",
        .chapters = "Chapitres",
        .previous = "Précédent",
        .next = "Suivant",
        .summary_structure = "Les titres, les listes et les tableaux sont structurés, et une table des "
                             "matières mène à chaque section.",
        .summary_pages = "Les numéros de page sont ceux de l’édition imprimée.",
        .summary_all_described = "Toute image porteuse d’information a une alternative textuelle.",
        .summary_not_all_described = "Des images porteuses d’information n’ont pas d’alternative textuelle.",
        .summary_no_pictures = "Aucune information n’est donnée par des images.",
    },
    {
        .language = "de",
        .contents = "Inhalt",
        .landmarks = "Orientierungspunkte",
        .start_of_text = "Beginn des Textes",
        .pages = "Seiten",
        .notes = "Anmerkungen",
        .cover = "Umschlag",
        .title_page = "Titelseite",
        .back_to_call = "Zurück zum Verweis auf Anmerkung",
        .skip_to_text = "Zum Text springen",
        .chapters = "Kapitel",
        .previous = "Zurück",
        .next = "Weiter",
        .summary_structure = "Überschriften, Listen und Tabellen sind ausgezeichnet; ein "
                             "Inhaltsverzeichnis führt zu jedem Abschnitt.",
        .summary_pages = "Die Seitenzahlen sind die der gedruckten Ausgabe.",
        .summary_all_described = "Jedes Bild, das Information trägt, hat eine Textalternative.",
        .summary_not_all_described = "Einige Bilder, die Information tragen, haben keine Textalternative.",
        .summary_no_pictures = "Bilder tragen keine Information.",
    },
    {
        .language = "es",
        .contents = "Índice",
        .landmarks = "Puntos de referencia",
        .start_of_text = "Comienzo del texto",
        .pages = "Páginas",
        .notes = "Notas",
        .cover = "Cubierta",
        .title_page = "Portada",
        .back_to_call = "Volver a la llamada de la nota",
        .skip_to_text = "Ir al texto",
        .chapters = "Capítulos",
        .previous = "Anterior",
        .next = "Siguiente",
        .summary_structure = "Los títulos, las listas y las tablas están estructurados, y un índice "
                             "conduce a cada sección.",
        .summary_pages = "Los números de página son los de la edición impresa.",
        .summary_all_described = "Toda imagen que aporta información tiene un texto alternativo.",
        .summary_not_all_described = "Algunas imágenes que aportan información no tienen texto alternativo.",
        .summary_no_pictures = "Las imágenes no aportan información.",
    },
    {
        .language = "it",
        .contents = "Indice",
        .landmarks = "Punti di riferimento",
        .start_of_text = "Inizio del testo",
        .pages = "Pagine",
        .notes = "Note",
        .cover = "Copertina",
        .title_page = "Frontespizio",
        .back_to_call = "Torna al richiamo della nota",
        .skip_to_text = "Vai al testo",
        .chapters = "Capitoli",
        .previous = "Precedente",
        .next = "Successivo",
        .summary_structure = "Titoli, elenchi e tabelle sono strutturati, e un indice porta a ogni "
                             "sezione.",
        .summary_pages = "I numeri di pagina sono quelli dell’edizione a stampa.",
        .summary_all_described = "Ogni immagine che porta informazione ha un testo alternativo.",
        .summary_not_all_described =
            "Alcune immagini che portano informazione non hanno un testo alternativo.",
        .summary_no_pictures = "Nessuna informazione è data da immagini.",
    },
};

std::string primary_subtag(std::string_view language) {
  return to_lower(language.substr(0, language.find('-')));
}

}  // namespace

const Words& words_of(std::string_view language) {
  const auto row = std::ranges::find(kWords, primary_subtag(language), &Words::language);
  return row == std::end(kWords) ? kWords[0] : *row;
}

bool are_of(const Words& words, std::string_view language) {
  return primary_subtag(language) == words.language;
}

bool is_right_to_left(std::string_view language) {
  constexpr std::string_view kLanguages[] = {"ar", "arc", "ckb", "dv", "fa", "he",
                                             "ps", "sd",  "syr", "ug", "ur", "yi"};
  return std::ranges::find(kLanguages, primary_subtag(language)) != std::end(kLanguages);
}

}  // namespace reliure::epub
