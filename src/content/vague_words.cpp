#include "content/vague_words.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

#include "content/ascii.h"

namespace reliure::content {
namespace {

/// Texts in lower case with single spaces, `|` around each.
struct Row {
  std::string_view language;
  std::string_view links;
  std::string_view pictures;
};

// The first is for languages that are not here.
constexpr Row kRows[] = {
    {"en",
     "|here|click|click here|click this|right here|see here|this|this link|link|the link|more|read more|see "
     "more|"
     "learn more|find out more|more info|more information|more details|details|continue|continue "
     "reading|page|"
     "this page|the page|this site|this document|",
     "|image|img|picture|pic|photo|photograph|illustration|figure|diagram|chart|graph|graphic|drawing|"
     "screenshot|"},
    {"fr",
     "|ici|là|cliquez|cliquez ici|cliquer ici|clique ici|clic|voir ici|par ici|lien|le lien|ce lien|suite|la "
     "suite|"
     "lire la suite|voir la suite|lire|voir|plus|lire plus|voir plus|en savoir plus|savoir plus|plus d'infos|"
     "plus d'informations|plus de détails|détails|page|la page|cette page|ce site|ce document|suivez ce "
     "lien|",
     "|image|img|photo|photographie|illustration|figure|schéma|diagramme|graphique|dessin|capture|capture "
     "d'écran|"},
    {"de",
     "|hier|klicken|hier klicken|klicken sie hier|klick hier|klicke hier|siehe hier|link|der link|dieser "
     "link|mehr|"
     "mehr lesen|mehr erfahren|mehr dazu|mehr informationen|weitere "
     "informationen|weiter|weiterlesen|details|seite|"
     "diese seite|dieses dokument|",
     "|bild|img|foto|fotografie|abbildung|illustration|diagramm|grafik|zeichnung|screenshot|bildschirmfoto|"},
    {"es",
     "|aquí|aqui|clic|haga clic aquí|haz clic aquí|pulse aquí|pinche aquí|enlace|este enlace|el "
     "enlace|más|leer más|"
     "ver más|saber más|más información|seguir leyendo|detalles|página|esta página|este sitio|este "
     "documento|",
     "|imagen|img|foto|fotografía|ilustración|figura|diagrama|esquema|gráfico|dibujo|captura|captura de "
     "pantalla|"},
    {"it",
     "|qui|clicca|clicca qui|cliccare qui|vedi qui|link|questo link|il link|altro|leggi|leggi tutto|leggi di "
     "più|"
     "di più|scopri di più|maggiori informazioni|continua|continua a leggere|dettagli|pagina|questa pagina|"
     "questo sito|questo documento|",
     "|immagine|img|foto|fotografia|illustrazione|figura|diagramma|schema|grafico|disegno|schermata|"},
    {"pt",
     "|aqui|clique|clique aqui|carregue aqui|ver aqui|link|este link|ligação|esta ligação|mais|ler mais|leia "
     "mais|"
     "ver mais|saber mais|saiba mais|mais informações|continuar a ler|detalhes|página|esta página|este site|"
     "este documento|",
     "|imagem|img|foto|fotografia|ilustração|figura|diagrama|esquema|gráfico|desenho|captura de ecrã|"},
    {"nl",
     "|hier|klik|klik hier|link|deze link|de link|meer|lees meer|meer lezen|meer weten|meer informatie|lees "
     "verder|"
     "verder lezen|verder|details|pagina|deze pagina|dit document|",
     "|afbeelding|img|beeld|foto|illustratie|figuur|diagram|schema|grafiek|tekening|schermafbeelding|"},
    {"ca",
     "|aquí|clic|feu clic aquí|fes clic aquí|cliqueu aquí|enllaç|aquest enllaç|més|llegir més|llegeix més|"
     "veure més|saber-ne més|més informació|detalls|pàgina|aquesta pàgina|aquest document|",
     "|imatge|img|foto|fotografia|il·lustració|figura|diagrama|esquema|gràfic|dibuix|captura de pantalla|"},
    {"sv",
     "|här|klicka|klicka här|se här|länk|länken|denna länk|mer|läs mer|se mer|mer information|läs vidare|"
     "fortsätt läsa|detaljer|sida|sidan|denna sida|detta dokument|",
     "|bild|img|foto|fotografi|illustration|figur|diagram|graf|teckning|skärmbild|"},
    {"da",
     "|her|klik|klik her|se her|link|linket|dette link|mere|læs mere|se mere|mere information|læs "
     "videre|detaljer|"
     "side|siden|denne side|dette dokument|",
     "|billede|img|foto|fotografi|illustration|figur|diagram|graf|tegning|skærmbillede|"},
    {"pl",
     "|tu|tutaj|kliknij|kliknij tutaj|kliknij tu|link|ten link|odnośnik|więcej|czytaj więcej|zobacz więcej|"
     "dowiedz się więcej|więcej informacji|czytaj dalej|dalej|szczegóły|strona|ta strona|ten dokument|",
     "|obraz|obrazek|img|zdjęcie|foto|fotografia|ilustracja|rysunek|diagram|schemat|wykres|zrzut ekranu|"},
    {"ar",
     "|هنا|انقر هنا|اضغط هنا|رابط|الرابط|هذا الرابط|المزيد|اقرأ المزيد|معرفة المزيد|لمعرفة المزيد|مزيد من "
     "المعلومات|"
     "تفاصيل|التفاصيل|صفحة|الصفحة|هذه الصفحة|",
     "|صورة|الصورة|رسم|شكل|مخطط|رسم بياني|"},
    {"he",
     "|כאן|לחץ כאן|לחצו כאן|קישור|הקישור|קישור זה|עוד|קרא עוד|קראו עוד|למידע נוסף|מידע נוסף|פרטים|דף|דף זה|",
     "|תמונה|התמונה|צילום|איור|תרשים|גרף|ציור|צילום מסך|"},
};

/// What stands around or behind words and adds nothing to them.
constexpr std::array<std::string_view, 9> kMarks = {"…", "→", "»", "«", "›", "‹", "“", "”", "➔"};

/// Lower case (ASCII and Latin-1, in which our words begin), spaces made one, `’` made `'`.
std::string plain(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    const bool no_break = rest.starts_with("\xC2\xA0"), narrow = rest.starts_with("\xE2\x80\xAF");
    if (no_break || narrow || is_space(text[i])) {
      if (!out.empty() && out.back() != ' ') out += ' ';
      i += narrow ? 2 : no_break ? 1 : 0;
    } else if (rest.starts_with("’")) {
      out += '\'';
      i += 2;
    } else {
      const auto byte = static_cast<unsigned char>(text[i]);
      const bool capital = i > 0 && text[i - 1] == '\xC3' && byte >= 0x80 && byte <= 0x9E && byte != 0x97;
      out += capital ? static_cast<char>(byte + 0x20) : lower(text[i]);
    }
  }
  return out;
}

bool is_mark(char c) { return static_cast<unsigned char>(c) < 0x80 && !is_letter(c) && !is_digit(c); }

/// Without punctuation, arrows and spaces at its ends.
std::string_view bare(std::string_view text) {
  for (bool cut = true; cut && !text.empty();) {
    cut = false;
    for (const std::string_view mark : kMarks) {
      if (text.starts_with(mark)) text.remove_prefix(mark.size()), cut = true;
      if (text.ends_with(mark)) text.remove_suffix(mark.size()), cut = true;
    }
    if (!text.empty() && is_mark(text.front())) text.remove_prefix(1), cut = true;
    if (!text.empty() && is_mark(text.back())) text.remove_suffix(1), cut = true;
  }
  return text;
}

bool is_listed(std::string_view text, std::string_view list) {
  // Longer than any that is listed: no need to build what is searched for.
  if (text.empty() || text.size() > 64) return false;
  return list.find("|" + std::string(text) + "|") != std::string_view::npos;
}

const Row& row_of(std::string_view language) {
  const std::string wanted = lowered(language.substr(0, language.find('-')));
  const auto* row = std::ranges::find(kRows, wanted, &Row::language);
  return row == std::end(kRows) ? kRows[0] : *row;
}

}  // namespace

bool is_vague_link(std::string_view text, std::string_view language) {
  return is_listed(bare(plain(text)), row_of(language).links);
}

bool is_vague_alternative(std::string_view text, std::string_view language) {
  const std::string words = plain(text);
  std::string_view word = bare(words);
  while (!word.empty() && is_digit(word.back())) word.remove_suffix(1);
  return is_listed(bare(word), row_of(language).pictures);
}

}  // namespace reliure::content
