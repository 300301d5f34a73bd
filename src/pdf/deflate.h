#pragma once
// Compression of streams (zlib format, RFC 1950) by libdeflate.
#include <memory>
#include <string_view>

#include "base/bytes.h"

namespace reliure::pdf {

/// Compresses one stream after another; one for each thread.
class Deflater {
 public:
  Deflater();
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;
  ~Deflater();
  base::Bytes operator()(std::string_view bytes);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace reliure::pdf
