#include "judges/judge.h"

#include <fstream>
#include <sstream>

#include "judges/rules.h"

namespace reliure::judges {

namespace {

constexpr void (*kRules[])(Document&, Faults&) = {
    judge_catalog,     judge_syntax,      judge_limits,   judge_filters,  judge_structure,
    judge_tables,      judge_lists,       judge_headings, judge_figures,  judge_notes,
    judge_parent_tree, judge_annotations, judge_actions,  judge_fonts,    judge_to_unicode,
    judge_metadata,    judge_info,        judge_colours,  judge_graphics, judge_languages};

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return std::move(bytes).str();
}

void open(Document& document, std::string bytes) {
  document.bytes = std::move(bytes);
  document.pdf.setSuppressWarnings(true);
  document.pdf.processMemoryFile("pdf", document.bytes.data(), document.bytes.size());
  document.catalog = document.pdf.getRoot();
  document.pages = document.pdf.getAllPages();
  document.xmp = read_xmp(data_of(document.catalog.getKey("/Metadata")));
}

Standards claims_of(const Document& document) {
  return {document.xmp.find(kPdfuaId, "part") != nullptr, document.xmp.find(kPdfaId, "part") != nullptr};
}

}  // namespace

Standards claims_of(const std::filesystem::path& pdf) {
  Document document;
  open(document, read(pdf));
  return claims_of(document);
}

std::vector<Fault> faults_of(const std::filesystem::path& pdf, Standards demanded) {
  return faults_of_bytes(read(pdf), demanded);
}

std::vector<Fault> faults_of_bytes(std::string bytes, Standards demanded) {
  Document document;
  try {
    open(document, std::move(bytes));
    const Standards claims = claims_of(document);
    Faults faults({claims.ua || demanded.ua, claims.a || demanded.a});
    document.tree = read_structure_tree(document.catalog, faults);
    document.content = walk_content(document.pages, faults);
    for (const auto rule : kRules) rule(document, faults);
    for (const QPDFExc& warning : document.pdf.getWarnings()) {
      faults.add("ISO 32000-1 7", warning.getObject(), warning.getMessageDetail());
    }
    return faults.take();
  } catch (const std::exception& broken) {
    return {{"ISO 32000-1 7", "the file", broken.what()}};
  }
}

std::string told(const std::vector<Fault>& faults) {
  std::string out;
  for (const Fault& fault : faults) out += fault.rule + ": " + fault.where + ": " + fault.what + "\n";
  return out;
}

}  // namespace reliure::judges
