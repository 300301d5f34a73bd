#pragma once
// What a file says that it is: PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2), where the book lets it.
#include "base/diagnostics.h"
#include "book/book.h"
#include "pdf/structure/structure.h"

namespace reliure::pdf {

struct Claims {
  bool ua = true;
  bool a = true;
};

/// The claims that the book can honour. What it cannot is reported (`pdf/claim-dropped`): pictures that no
/// text stands for, pages of sizes and addresses of lengths that PDF/A does not know.
Claims check_claims(const book::Book& book, const Structure& structure, base::Diagnostics& diagnostics);

}  // namespace reliure::pdf
