#pragma once
// A judge of finished PDFs. It reads bytes as an outsider: it knows nothing of the program that made them.
#include <filesystem>
#include <string>
#include <vector>

namespace reliure::judges {

/// A rule that a file breaks.
struct Fault {
  /// The standard and the number that veraPDF gives the rule in it: `PDF/UA-1 7.1-3`. A rule of both
  /// standards names both, with a comma between. `ISO 32000-1` and a clause is of PDF itself, `reliure` and a
  /// word is ours, and stricter.
  std::string rule;
  /// `page 12, Document/Sect/Table, object 45`; what of it is known.
  std::string where;
  std::string what;
};

/// What a file says that it conforms to, or is held to.
struct Standards {
  /// PDF/UA-1 (ISO 14289-1).
  bool ua = false;
  /// PDF/A-2a (ISO 19005-2).
  bool a = false;
};

/// What its metadata claims.
Standards claims_of(const std::filesystem::path& pdf);

/// The rules that a file breaks, of PDF itself, of ours, of what it claims and of what is demanded; a file
/// that does not claim what is demanded breaks the rule of identification, too. Of each rule the first 25 are
/// told. A file that cannot be read at all has one fault.
std::vector<Fault> faults_of(const std::filesystem::path& pdf, Standards demanded = {});

/// The same of a file in memory.
std::vector<Fault> faults_of_bytes(std::string bytes, Standards demanded = {});

/// Each on its line: rule, place, what is wrong.
std::string told(const std::vector<Fault>& faults);

}  // namespace reliure::judges
