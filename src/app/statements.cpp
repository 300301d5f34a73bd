#include "app/statements.h"

#include <algorithm>

#include "access/onix.h"

namespace reliure::app {

std::size_t count_faults(const base::Diagnostics& diagnostics) {
  return static_cast<std::size_t>(
      std::count_if(diagnostics.all().begin(), diagnostics.all().end(),
                    [](const base::Diagnostic& each) { return access::stands_against_claim(each.code); }));
}

void report_dropped_claim(std::size_t faults, base::Span edition, base::Diagnostics& diagnostics) {
  if (faults == 0) return;
  const std::string count = faults == 1 ? "a fault was" : std::to_string(faults) + " faults were";
  diagnostics.report(
      base::Code::epub_claim_dropped, edition,
      count + " found, so the e-book does not claim to be accessible",
      "mend what the warnings name on alternatives, headings, tables, links, languages and contrast");
}

std::vector<bool> hidden_nodes(const book::Manuscript& manuscript, const style::Styles& styles) {
  std::vector<bool> hidden(manuscript.nodes.size());
  for (std::uint32_t i = 0; i < hidden.size(); ++i) hidden[i] = styles.hidden(book::NodeId{i});
  return hidden;
}

std::string identifier_of_file(const source::Manifest& manifest, const source::Edition& edition) {
  return edition.identifier.empty() ? manifest.metadata.identifier : edition.identifier;
}

std::string onix_of(const Compilation& made, const book::Metadata& metadata, std::int64_t timestamp) {
  const source::Manifest& manifest = made.tree.manifest;
  std::vector<access::Product> products;
  for (const Output& output : made.outputs) {
    const source::Edition& edition = manifest.editions[output.edition];
    if (edition.imposition == source::Imposition::booklet || edition.format == source::Format::web) continue;
    const std::string identifier = identifier_of_file(manifest, edition);
    products.push_back({edition.identifier.empty() ? identifier + "#" + edition.name : identifier, identifier,
                        output.statement, output.claims_pdf_ua});
  }
  return products.empty() ? std::string() : access::onix_message(metadata, products, timestamp);
}

}  // namespace reliure::app
