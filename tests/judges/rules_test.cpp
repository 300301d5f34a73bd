// The specimen is sound, and each way to break it is told by its rule and no other.
#include "judges/specimen.h"

namespace reliure::judges {
namespace {

std::string told(const std::vector<Fault>& faults) {
  std::string out;
  for (const Fault& fault : faults) out += fault.rule + ": " + fault.where + ": " + fault.what + "\n";
  return out;
}

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
