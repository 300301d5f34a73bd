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
    },
    {
        .language = "nl",
        .contents = "Inhoud",
        .landmarks = "Oriëntatiepunten",
        .start_of_text = "Begin van de tekst",
        .pages = "Pagina’s",
        .notes = "Noten",
        .cover = "Omslag",
        .title_page = "Titelpagina",
        .back_to_call = "Terug naar de verwijzing van noot",
        .skip_to_text = "Naar de tekst",
        .chapters = "Hoofdstukken",
        .previous = "Vorige",
        .next = "Volgende",
    },
    {
        .language = "pt",
        .contents = "Índice",
        .landmarks = "Pontos de referência",
        .start_of_text = "Início do texto",
        .pages = "Páginas",
        .notes = "Notas",
        .cover = "Capa",
        .title_page = "Página de rosto",
        .back_to_call = "Voltar à chamada da nota",
        .skip_to_text = "Ir para o texto",
        .chapters = "Capítulos",
        .previous = "Anterior",
        .next = "Seguinte",
    },
    {
        .language = "ca",
        .contents = "Índex",
        .landmarks = "Punts de referència",
        .start_of_text = "Inici del text",
        .pages = "Pàgines",
        .notes = "Notes",
        .cover = "Coberta",
        .title_page = "Portada",
        .back_to_call = "Torna a la crida de la nota",
        .skip_to_text = "Ves al text",
        .chapters = "Capítols",
        .previous = "Anterior",
        .next = "Següent",
    },
    {
        .language = "sv",
        .contents = "Innehåll",
        .landmarks = "Landmärken",
        .start_of_text = "Textens början",
        .pages = "Sidor",
        .notes = "Noter",
        .cover = "Omslag",
        .title_page = "Titelsida",
        .back_to_call = "Tillbaka till hänvisningen för not",
        .skip_to_text = "Till texten",
        .chapters = "Kapitel",
        .previous = "Föregående",
        .next = "Nästa",
    },
    {
        .language = "da",
        .contents = "Indhold",
        .landmarks = "Landemærker",
        .start_of_text = "Tekstens begyndelse",
        .pages = "Sider",
        .notes = "Noter",
        .cover = "Omslag",
        .title_page = "Titelside",
        .back_to_call = "Tilbage til henvisningen for note",
        .skip_to_text = "Til teksten",
        .chapters = "Kapitler",
        .previous = "Forrige",
        .next = "Næste",
    },
    {
        .language = "pl",
        .contents = "Spis treści",
        .landmarks = "Punkty orientacyjne",
        .start_of_text = "Początek tekstu",
        .pages = "Strony",
        .notes = "Przypisy",
        .cover = "Okładka",
        .title_page = "Strona tytułowa",
        .back_to_call = "Powrót do odsyłacza przypisu",
        .skip_to_text = "Przejdź do tekstu",
        .chapters = "Rozdziały",
        .previous = "Poprzedni",
        .next = "Następny",
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
