// A book in six scripts: its text is copied as it was written, and its files are sound.
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "books/command.h"
#include "books/library.h"
#include "books/pdf.h"

namespace reliure::books {
namespace {

class Scripts : public testing::Test {
 protected:
  static const Made& book() { return made(scripts_title()); }
};

bool is_direction_mark(char32_t c) {
  return c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/// What `pdftotext` reads, with all white space as one space and without marks of direction.
std::string text_of(const fs::path& pdf) {
  const std::string read = run({"pdftotext", "-enc", "UTF-8", pdf.string(), "-"}).out;
  std::string text;
  for (std::size_t at = 0; at < read.size();) {
    const base::Decoded next = base::decode(read, at);
    const bool space = next.character <= ' ';
    if (space && !text.empty() && text.back() != ' ') {
      text += ' ';
    } else if (!space && !is_direction_mark(next.character)) {
      text.append(read, at, next.size);
    }
    at += next.size;
  }
  return text;
}

std::string without_spaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

TEST_F(Scripts, AreMadeWithoutAnyComplaint) {
  EXPECT_EQ(book().status, 0);
  EXPECT_EQ(book().said.find("warning"), std::string::npos) << book().said;
}

TEST_F(Scripts, AreReadInOrder) {
  const std::string text = text_of(book().pdf);
  const std::string solid = without_spaces(text);
  for (const std::string_view words :
       {"يولد جميع الناس", "لكل إنسان حق التمتع بكافة الحقوق والحريات الواردة",
        "وانظر الموقع الرسمي للمشروع على شبكة الإنترنت",
        "כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם", "संस्कृत: धर्मक्षेत्रे कुरुक्षेत्रे समवेता युयुत्सवः।",
        "किताब हिन्दी स्त्री क्षत्रिय ज्ञान श्री कर्म"}) {
    EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << text;
  }
  for (const std::string_view words : {"มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ",
                                       "享有することができる。「引用（かっこ）」と『二重』",
                                       "人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心"}) {
    EXPECT_NE(solid.find(words), std::string::npos) << words << "\n" << text;
  }
}

TEST_F(Scripts, KeepWordsWithMarksInOnePiece) {
  // Poppler turns a letter and its marks round, but must see twelve words in this verse.
  const std::string text = text_of(book().pdf);
  const std::size_t first = text.find("׃"), last = text.find("׃", first + 1);
  ASSERT_NE(last, std::string::npos);
  EXPECT_EQ(std::ranges::count(text.substr(first, last - first), ' '), 12)
      << text.substr(first, last - first);
}

TEST_F(Scripts, TellLettersWithMarksAsTheyWereWritten) {
  const Folder folder;
  const std::string plain = (folder.path() / "plain.pdf").string();
  ASSERT_EQ(run({"qpdf", "--qdf", "--object-streams=disable", book().pdf.string(), plain}).status, 0);
  const std::string file = read(plain);
  for (const std::string_view cluster : {"<feff05d105b005bc>", "<feff0628 0650>", "<feff0915093f>"}) {
    std::string wanted(cluster);
    std::erase(wanted, ' ');
    EXPECT_NE(file.find("/ActualText " + wanted), std::string::npos) << wanted;
  }
}

TEST_F(Scripts, AreSoundFiles) {
  EXPECT_EQ(run({"qpdf", "--check", book().pdf.string()}).status, 0);
  const std::string opf = run({"unzip", "-p", book().epub.string(), "EPUB/package.opf"}).out;
  EXPECT_EQ(opf.find("page-progression-direction"), std::string::npos) << "the book itself is English";
  const std::string page = run({"unzip", "-p", book().epub.string(), "EPUB/ar.xhtml"}).out;
  EXPECT_NE(page.find("lang=\"ar\" xml:lang=\"ar\" dir=\"rtl\""), std::string::npos);
}

}  // namespace
}  // namespace reliure::books
