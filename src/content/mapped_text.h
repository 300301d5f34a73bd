#pragma once
// Text of which every byte knows its place in the author's file.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace reliure::content {

/// A text made from a source file: in runs copied byte by byte, and runs of our own that stand for a place.
struct MappedText {
  struct Run {
    /// Where the run begins in `text`; it ends where the next begins.
    std::uint32_t begin = 0;
    std::uint32_t source = 0;
    /// The bytes of the source that a run of our own stands for; not used for a copy.
    std::uint32_t source_length = 0;
    bool copied = false;
  };
  std::string text;
  /// Sorted by `begin`.
  std::vector<Run> runs;
  base::FileId file;
};

/// Appends bytes that stand at `source` in the file.
void append_copied(MappedText& out, std::string_view bytes, std::uint32_t source);
/// Appends bytes of our own that stand for `source_length` bytes at `source`.
void append_generated(MappedText& out, std::string_view bytes, std::uint32_t source,
                      std::uint32_t source_length = 0);

/// Appends the bytes of `from` between two offsets with their places.
void append_part(MappedText& out, const MappedText& from, std::size_t begin, std::size_t end);

/// The run that holds the byte at `offset`; the last for an offset at the end. `text` has runs.
std::size_t run_at(const MappedText& text, std::size_t offset);
/// Where the byte at `offset` comes from.
std::uint32_t source_begin(const MappedText& text, std::size_t offset);
/// Where the text before `offset` ends in the source.
std::uint32_t source_end(const MappedText& text, std::size_t offset);
/// The source of the bytes from `begin` up to `end`.
base::Span span_of(const MappedText& text, std::size_t begin, std::size_t end);
/// Whether the byte at `offset` was written by us rather than by the author.
bool is_generated(const MappedText& text, std::size_t offset);

}  // namespace reliure::content
