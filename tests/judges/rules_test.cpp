// The specimen is sound, and each way to break it is told by its rule and no other.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>

#include "judges/specimen.h"

namespace reliure::judges {
namespace {

std::set<std::string> rules_of(const std::vector<Fault>& faults) {
  std::set<std::string> rules;
  for (const Fault& fault : faults) rules.insert(fault.rule);
  return rules;
}

TEST(Specimen, HasNoFault) {
  const std::vector<Fault> faults = faults_of(specimen_path(), {true, true});
  EXPECT_TRUE(faults.empty()) << told(faults);
}

TEST(Specimen, HasNoFaultWhenQpdfHasWrittenIt) {
  const std::vector<Fault> faults = Specimen().faults();
  EXPECT_TRUE(faults.empty()) << told(faults);
}

TEST(Specimen, ClaimsBothStandards) {
  const Standards claims = claims_of(specimen_path());
  EXPECT_TRUE(claims.ua);
  EXPECT_TRUE(claims.a);
}

TEST(Judge, TellsAFileThatIsNone) {
  const std::vector<Fault> faults = faults_of(std::filesystem::path(RELIURE_SOURCE_DIR) / "README.md");
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_EQ(faults[0].rule, "ISO 32000-1 7");
}

TEST(Judge, HoldsAFileOnlyToWhatItClaims) {
  Specimen specimen;
  specimen.edit_metadata("pdfuaid:part>", "pdfuaid:rev>");
  specimen.element("Figure").removeKey("/Alt");
  EXPECT_TRUE(rules_of(specimen.faults()).contains("PDF/UA-1 7.3-1")) << "it is demanded";
  const std::vector<Fault> faults = faults_of(specimen_path().parent_path() / "broken.pdf");
  EXPECT_FALSE(rules_of(faults).contains("PDF/UA-1 7.3-1")) << told(faults);
}

/// The words in quotes of the judge's files, or of its tests, that name rules.
std::set<std::string> rules_in(bool tests) {
  static const std::regex quoted("\"((PDF/UA-1|PDF/A-2|ISO 32000-1|reliure) [^\"]+)\"");
  std::set<std::string> rules;
  for (const auto& file :
       std::filesystem::directory_iterator(std::filesystem::path(RELIURE_SOURCE_DIR) / "tests/judges")) {
    const std::string name = file.path().filename().string();
    if (file.path().extension() != ".cpp" || name.ends_with("_test.cpp") != tests) continue;
    std::ifstream stream(file.path());
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    for (std::sregex_iterator match(text.begin(), text.end(), quoted), end; match != end; ++match)
      rules.insert((*match)[1]);
  }
  return rules;
}

TEST(Judge, HasNoRuleThatNothingBreaks) {
  const std::set<std::string> broken = rules_in(true);
  // Eight million objects are too many for a test.
  const std::set<std::string> unbroken = {"PDF/A-2 6.1.13-7"};
  for (const std::string& rule : rules_in(false)) {
    EXPECT_TRUE(broken.contains(rule) || unbroken.contains(rule)) << "no test breaks " << rule;
  }
}

TEST_P(Rules, IsTold) {
  Specimen specimen;
  GetParam().change(specimen);
  const std::vector<Fault> faults = specimen.faults();
  std::set<std::string> expected = GetParam().also;
  expected.insert(GetParam().rule);
  EXPECT_EQ(rules_of(faults), expected) << told(faults);
}

}  // namespace
}  // namespace reliure::judges
