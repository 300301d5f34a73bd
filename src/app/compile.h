#pragma once
// From a manifest to the bytes of its editions: all stages in order.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "access/access.h"
#include "app/stopwatch.h"
#include "base/bytes.h"
#include "base/diagnostics.h"
#include "base/parallel.h"
#include "epub/site.h"
#include "source/tree.h"

namespace reliure::app {

/// A stage whose value can be the last.
enum class Stage : std::uint8_t { source, manuscript, styles, pages, outputs };

struct Request {
  source::Path manifest;
  /// Names of the editions to make; empty means all.
  std::vector<std::string> editions;
  Stage last = Stage::outputs;
  /// Whether to tell what the rules of typography did.
  bool typography_report = false;
  /// Seconds since 1970 in UTC for the outputs' dates; without it the manifest's date counts.
  std::optional<std::int64_t> timestamp;
  base::Jobs jobs;
};

/// One edition, made.
struct Output {
  /// Index into `Manifest::editions`.
  std::size_t edition = 0;
  /// Of a PDF or an e-book.
  base::Bytes bytes;
  /// 0 for what is not a PDF.
  std::size_t pages = 0;
  /// Of a site.
  std::vector<epub::File> files{};
  access::Statement statement;
  bool claims_pdf_ua = false;
};

struct Compilation {
  /// Holds the texts that diagnostics point into.
  source::Tree tree;
  /// PDFs before e-books, each in the manifest's order.
  std::vector<Output> outputs;
  /// What booksellers are told of the outputs (ONIX); empty where the manifest wants none, or not all
  /// editions were made.
  std::string onix;
  /// The last stage's value as text, where that is not the outputs. Styles and pages are the first edition's.
  std::string dump;
  /// When it was asked for.
  std::string typography_report;
  std::vector<Lap> laps;
};

/// Makes the editions of a book. What is wrong with the book goes to `diagnostics`, and the run goes on; an
/// edition that the manifest does not have is the command's mistake: `CommandError`.
Compilation compile(const Request& request, const source::FileSystem& files, base::Diagnostics& diagnostics);

}  // namespace reliure::app
