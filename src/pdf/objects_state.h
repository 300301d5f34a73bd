#pragma once
// How objects live in libharu: the one header of this room that shows its types.
#include <hpdf.h>
#include <hpdf_doc.h>

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include "pdf/objects.h"

namespace reliure::pdf {

// We write to fields of these records; a libharu that lays them out otherwise must not compile.
static_assert(sizeof(HPDF_Obj_Header) == 8 && sizeof(HPDF_Dict_Rec) == 96 && sizeof(HPDF_Xref_Rec) == 56 &&
                  sizeof(HPDF_XrefEntry_Rec) == 24 && sizeof(HPDF_List_Rec) == 40,
              "libharu's records are not those of version 2.3 on a 64-bit machine");

/// What an object of ours hangs behind libharu's dictionary.
struct Body {
  std::string entries;
  base::Bytes data;
  bool is_stream = false;
  bool deflate = false;
  /// Where libharu is writing the dictionary: its last call does not say.
  HPDF_Stream out = nullptr;
};

/// Ends the program unless libharu did what it was asked: its errors are silent and stay.
void verify(HPDF_STATUS status, std::string_view what);

struct Objects::State {
  State();
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State();

  /// One more than the largest object number.
  std::uint32_t count() const { return document->xref->entries->count; }
  HPDF_Dict dictionary(std::uint32_t number) const;
  Body& body(std::uint32_t number) const;
  /// Sixteen bytes that depend on all that the file holds.
  std::string identifier() const;

  HPDF_Doc document;
  /// Addresses must not change: libharu's dictionaries point to them.
  std::deque<Body> bodies;
};

}  // namespace reliure::pdf
