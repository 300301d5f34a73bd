#include "content/mapped_text.h"

#include <algorithm>

namespace reliure::content {

void append_copied(MappedText& out, std::string_view bytes, std::uint32_t source) {
  if (bytes.empty()) return;
  const auto begin = static_cast<std::uint32_t>(out.text.size());
  const bool continues = !out.runs.empty() && out.runs.back().copied &&
                         out.runs.back().source + (begin - out.runs.back().begin) == source;
  if (!continues) out.runs.push_back({begin, source, 0, true});
  out.text.append(bytes);
}

void append_generated(MappedText& out, std::string_view bytes, std::uint32_t source,
                      std::uint32_t source_length) {
  if (bytes.empty()) return;
  out.runs.push_back({static_cast<std::uint32_t>(out.text.size()), source, source_length, false});
  out.text.append(bytes);
}

void append_part(MappedText& out, const MappedText& from, std::size_t begin, std::size_t end) {
  for (std::size_t i = run_at(from, begin); begin < end; ++i) {
    const MappedText::Run& run = from.runs[i];
    const std::size_t run_end = i + 1 < from.runs.size() ? from.runs[i + 1].begin : from.text.size();
    const std::size_t piece_end = std::min(run_end, end);
    const std::string_view piece = std::string_view(from.text).substr(begin, piece_end - begin);
    if (run.copied) {
      append_copied(out, piece, run.source + (static_cast<std::uint32_t>(begin) - run.begin));
    } else {
      append_generated(out, piece, run.source, run.source_length);
    }
    begin = piece_end;
  }
}

std::size_t run_at(const MappedText& text, std::size_t offset) {
  const auto next = std::ranges::upper_bound(text.runs, offset, {}, &MappedText::Run::begin);
  return next == text.runs.begin() ? 0 : static_cast<std::size_t>(next - text.runs.begin()) - 1;
}

std::uint32_t source_begin(const MappedText& text, std::size_t offset) {
  if (text.runs.empty()) return 0;
  const MappedText::Run& run = text.runs[run_at(text, offset)];
  return run.copied ? run.source + (static_cast<std::uint32_t>(offset) - run.begin) : run.source;
}

std::uint32_t source_end(const MappedText& text, std::size_t offset) {
  if (text.runs.empty()) return 0;
  if (offset == 0) return text.runs.front().source;
  const MappedText::Run& run = text.runs[run_at(text, offset - 1)];
  return run.copied ? run.source + (static_cast<std::uint32_t>(offset) - run.begin)
                    : run.source + run.source_length;
}

base::Span span_of(const MappedText& text, std::size_t begin, std::size_t end) {
  const std::uint32_t source = source_begin(text, begin);
  return {text.file, source, std::max(source, end > begin ? source_end(text, end) : source)};
}

bool is_generated(const MappedText& text, std::size_t offset) {
  return text.runs.empty() || !text.runs[run_at(text, offset)].copied;
}

}  // namespace reliure::content
