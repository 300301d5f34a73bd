#pragma once
// What booksellers and libraries are told of the outputs: an ONIX 3.0 message with the details of code list
// 196 (accessibility) and of list 143 (hazards).
#include <cstdint>
#include <span>
#include <string>

#include "access/access.h"

namespace reliure::access {

/// An output that can be sold or lent.
struct Product {
  /// Unlike that of any other record of the sender.
  std::string reference;
  /// A URI; one of `urn:isbn:` is told as an ISBN.
  std::string identifier;
  Statement statement;
  bool claims_pdf_ua = false;
};

/// `timestamp`, in seconds since 1970, is when the message is from.
std::string onix_message(const book::Metadata& metadata, std::span<const Product> products,
                         std::int64_t timestamp);

}  // namespace reliure::access
