#include "pdf/deflate.h"

#include <libdeflate.h>

#include "base/check.h"

namespace reliure::pdf {

namespace {

/// On page contents level 6 is 2 % smaller than 5 at a tenth more time; 7 and more gain under 1 %.
constexpr int kLevel = 6;

}  // namespace

struct Deflater::State {
  libdeflate_compressor* compressor = nullptr;
  base::Bytes room;
};

Deflater::Deflater() : state_(std::make_unique<State>()) {
  state_->compressor = libdeflate_alloc_compressor(kLevel);
  base::check(state_->compressor != nullptr, "pdf: no memory for a compressor");
}

Deflater::~Deflater() { libdeflate_free_compressor(state_->compressor); }

base::Bytes Deflater::operator()(std::string_view bytes) {
  const std::size_t bound = libdeflate_zlib_compress_bound(state_->compressor, bytes.size());
  if (state_->room.size() < bound) {
    state_->room.resize(bound);
  }
  const std::size_t size = libdeflate_zlib_compress(state_->compressor, bytes.data(), bytes.size(),
                                                    state_->room.data(), state_->room.size());
  base::check(size != 0, "pdf: a stream did not fit its compressed bound");
  return state_->room.substr(0, size);
}

}  // namespace reliure::pdf
