#pragma once
// What a file may say that it is: PDF/UA-1 and PDF/A-2a, where the book lets it.
#include "base/diagnostics.h"
#include "book/book.h"
#include "pdf/structure/structure.h"
#include "pdf/write.h"

namespace reliure::pdf {

/// The claims that the book can honour. What it cannot is reported (`pdf/claim-dropped`): pictures that no
/// text stands for, pages of sizes and addresses of lengths that PDF/A does not know.
Claims check_claims(const book::Book& book, const Structure& structure, base::Diagnostics& diagnostics);

}  // namespace reliure::pdf
