#include "content/words.h"

#include <algorithm>
#include <iterator>

#include "content/ascii.h"

namespace reliure::content {
namespace {

struct Words {
  std::string_view language;
  std::string_view contents;
  std::string_view figures;
  std::string_view tables;
  std::string_view months[12];
  /// What stands between the day and the month, and the month and the year.
  std::string_view after_day;
  std::string_view after_month;
  Imprint imprint;
};

// The first is for languages that are not here.
constexpr Words kWords[] = {
    {"en",
     "Contents",
     "List of figures",
     "List of tables",
     {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December"},
     " ",
     " ",
     {"Author", "Authors", "Publisher", "Published", "Rights"}},
    {"fr",
     "Table des matières",
     "Liste des figures",
     "Liste des tableaux",
     {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
      "novembre", "décembre"},
     " ",
     " ",
     {"Auteur", "Auteurs", "Éditeur", "Parution", "Droits"}},
    {"de",
     "Inhalt",
     "Abbildungsverzeichnis",
     "Tabellenverzeichnis",
     {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
      "November", "Dezember"},
     ". ",
     " ",
     {"Autor", "Autoren", "Verlag", "Erschienen", "Rechte"}},
    {"es",
     "Índice",
     "Índice de figuras",
     "Índice de tablas",
     {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
      "noviembre", "diciembre"},
     " de ",
     " de ",
     {"Autor", "Autores", "Editorial", "Publicación", "Derechos"}},
    {"it",
     "Indice",
     "Elenco delle figure",
     "Elenco delle tabelle",
     {"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
      "ottobre", "novembre", "dicembre"},
     " ",
     " ",
     {"Autore", "Autori", "Editore", "Pubblicazione", "Diritti"}},
    {"pt",
     "Índice",
     "Lista de figuras",
     "Lista de tabelas",
     {"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro",
      "novembro", "dezembro"},
     " de ",
     " de ",
     {"Autor", "Autores", "Editora", "Publicação", "Direitos"}},
    {"nl",
     "Inhoud",
     "Lijst van figuren",
     "Lijst van tabellen",
     {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
      "november", "december"},
     " ",
     " ",
     {"Auteur", "Auteurs", "Uitgever", "Verschenen", "Rechten"}},
    {"ca",
     "Índex",
     "Índex de figures",
     "Índex de taules",
     {"de gener", "de febrer", "de març", "d’abril", "de maig", "de juny", "de juliol", "d’agost",
      "de setembre", "d’octubre", "de novembre", "de desembre"},
     " ",
     " de ",
     {"Autor", "Autors", "Editor", "Publicació", "Drets"}},
    {"sv",
     "Innehåll",
     "Figurförteckning",
     "Tabellförteckning",
     {"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
      "november", "december"},
     " ",
     " ",
     {"Författare", "Författare", "Utgivare", "Utgiven", "Rättigheter"}},
    {"da",
     "Indhold",
     "Figurfortegnelse",
     "Tabelfortegnelse",
     {"januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober",
      "november", "december"},
     ". ",
     " ",
     {"Forfatter", "Forfattere", "Udgiver", "Udgivet", "Rettigheder"}},
    {"pl",
     "Spis treści",
     "Spis rysunków",
     "Spis tabel",
     {"stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września",
      "października", "listopada", "grudnia"},
     " ",
     " ",
     {"Autor", "Autorzy", "Wydawca", "Data wydania", "Prawa"}},
    {"ar",
     "المحتويات",
     "قائمة الأشكال",
     "قائمة الجداول",
     {"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر",
      "ديسمبر"},
     " ",
     " ",
     {"المؤلف", "المؤلفون", "الناشر", "تاريخ النشر", "الحقوق"}},
    {"he",
     "תוכן העניינים",
     "רשימת האיורים",
     "רשימת הטבלאות",
     {"ינואר", "פברואר", "מרץ", "אפריל", "מאי", "יוני", "יולי", "אוגוסט", "ספטמבר", "אוקטובר", "נובמבר",
      "דצמבר"},
     " ב",
     " ",
     {"מחבר", "מחברים", "מוציא לאור", "תאריך פרסום", "זכויות"}},
};

struct CalloutTitle {
  std::string_view type;
  std::string_view english;
  std::string_view french;
};

constexpr CalloutTitle kCalloutTitles[] = {
    {"note", "Note", "Note"},
    {"info", "Information", "Information"},
    {"tip", "Tip", "Astuce"},
    {"success", "Success", "Succès"},
    {"important", "Important", "Important"},
    {"warning", "Warning", "Attention"},
    {"caution", "Caution", "Attention"},
    {"danger", "Danger", "Danger"},
    {"example", "Example", "Exemple"},
    {"question", "Question", "Question"},
};

const Words& words_of(std::string_view language) {
  const std::string wanted = lowered(language.substr(0, std::min(language.find('-'), language.size())));
  const auto* row = std::ranges::find(kWords, wanted, &Words::language);
  return row == std::end(kWords) ? kWords[0] : *row;
}

/// The number that `digits` digits at `at` make, -1 when they are none.
int number_at(std::string_view text, std::size_t at, std::size_t digits) {
  if (at + digits > text.size()) return -1;
  int value = 0;
  for (const char c : text.substr(at, digits)) {
    if (!is_digit(c)) return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::string_view language_of_words(std::string_view language) { return words_of(language).language; }

std::string_view contents_title(std::string_view language) { return words_of(language).contents; }

std::string_view list_title(source::CaptionList list, std::string_view language) {
  const Words& words = words_of(language);
  return list == source::CaptionList::tables ? words.tables : words.figures;
}

const Imprint& imprint_words(std::string_view language) { return words_of(language).imprint; }

std::string_view callout_title(std::string_view type, std::string_view language) {
  const auto* row = std::ranges::find(kCalloutTitles, type, &CalloutTitle::type);
  if (row == std::end(kCalloutTitles)) return {};
  return words_of(language).language == "fr" ? row->french : row->english;
}

std::string written_date(std::string_view date, std::string_view language) {
  const Words& words = words_of(language);
  const int month = date.size() >= 7 && date[4] == '-' ? number_at(date, 5, 2) : -1;
  if (number_at(date, 0, 4) < 0 || month < 1 || month > 12) return std::string(date);
  const std::string_view year = date.substr(0, 4);
  const std::string_view name = words.months[month - 1];
  const int day = date.size() >= 10 && date[7] == '-' ? number_at(date, 8, 2) : -1;
  std::string result;
  if (day >= 1 && day <= 31) {
    const bool first_in_french = day == 1 && words.language == "fr";
    result = std::to_string(day) + (first_in_french ? "er" : "");
    result += words.after_day;
  }
  result.append(name).append(words.after_month).append(year);
  return result;
}

}  // namespace reliure::content
