#pragma once
// What the file says of itself: the information dictionary and XMP (ISO 32000-1 §14.3).
#include <cstdint>
#include <optional>
#include <string>

#include "book/manuscript.h"
#include "pdf/write.h"

namespace reliure::pdf {

/// `D:20260102030405Z`; `timestamp` in seconds since 1970, in UTC.
std::string pdf_date(std::int64_t timestamp);
/// `2026-01-02T03:04:05Z`
std::string xmp_date(std::int64_t timestamp);
/// The entries of the information dictionary; without a timestamp it has no dates.
std::string information(const book::Metadata& metadata, std::optional<std::int64_t> timestamp);
/// An XMP packet that says the same, in Dublin Core and Adobe's own terms, what the file claims, and who can
/// read it (in terms of schema.org).
std::string xmp_packet(const book::Metadata& metadata, const Options& options, Claims claims);

}  // namespace reliure::pdf
