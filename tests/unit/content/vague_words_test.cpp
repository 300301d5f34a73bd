// Texts of links and of pictures that say nothing, in the languages that the program has words for.
#include "content/vague_words.h"

#include <gtest/gtest.h>

#include <utility>

namespace reliure::content {
namespace {

TEST(VagueWords, OfLinksInEachLanguage) {
  for (const auto& [language, text] : {std::pair("en", "Read more"),
                                       {"fr", "En savoir plus"},
                                       {"de", "Mehr erfahren"},
                                       {"es", "Aquí"},
                                       {"it", "Clicca qui"},
                                       {"pt", "Saiba mais"},
                                       {"nl", "Lees meer"},
                                       {"ca", "aquí"},
                                       {"sv", "Läs mer"},
                                       {"da", "læs mere"},
                                       {"pl", "tutaj"},
                                       {"ar", "هنا"},
                                       {"he", "כאן"},
                                       {"en-GB", "here"},
                                       {"eo", "here"}}) {
    EXPECT_TRUE(is_vague_link(text, language)) << language << ": " << text;
  }
}

TEST(VagueWords, CaseSpacesAndPunctuationDoNotCount) {
  for (const char* text :
       {"ICI", "« ici »", "→ Ici", "(ici)", "Cliquez\u00A0ici !", "lire la suite…", "Plus d’infos", "LÀ"})
    EXPECT_TRUE(is_vague_link(text, "fr")) << text;
}

TEST(VagueWords, ThatSayMoreAreNotVague) {
  for (const char* text : {"En savoir plus sur les prix", "iciolet", "page 12", "", "…", "1", "here"})
    EXPECT_FALSE(is_vague_link(text, "fr")) << text;
}

TEST(VagueWords, OfPictures) {
  for (const char* text : {"image", "Photo 3", "Schéma", "SCHÉMA.", "capture d’écran"})
    EXPECT_TRUE(is_vague_alternative(text, "fr")) << text;
  for (const char* text : {"Photo du jardin", "3", "", "Le schéma de l’image"})
    EXPECT_FALSE(is_vague_alternative(text, "fr")) << text;
}

}  // namespace
}  // namespace reliure::content
