#pragma once
// The objects of a file, held by libharu's object layer, and the two forms they can be written in.
#include <cstddef>
#include <memory>
#include <string>

#include "base/bytes.h"
#include "base/parallel.h"
#include "pdf/syntax.h"

namespace reliure::pdf {

/// The content of a stream object.
struct Stream {
  /// Entries of its dictionary, without Length and without a Filter that `deflate` adds.
  std::string entries;
  base::Bytes data;
  /// Whether to compress `data` when the file is written; false when it is in its final form.
  bool deflate = true;
};

/// Every indirect object is a dictionary or a stream, written as syntax by us and numbered, owned and
/// put in order by libharu.
class Objects {
 public:
  Objects();
  Objects(const Objects&) = delete;
  Objects& operator=(const Objects&) = delete;
  ~Objects();

  /// A dictionary whose entries come later.
  Ref reserve();
  void set(Ref ref, std::string entries);
  Ref add(std::string entries);
  Ref add(Stream stream);
  /// The document's catalog (Type and Pages are there), root of the page tree, and information dictionary.
  Ref catalog() const;
  Ref pages() const;
  Ref information() const;

  /// The file with object streams and a cross-reference stream (PDF 1.7), compressed on `jobs` threads.
  base::Bytes write_compact(base::Jobs jobs);
  /// The file as libharu saves it: classic cross-reference table, nothing compressed.
  base::Bytes write_readable();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace reliure::pdf
