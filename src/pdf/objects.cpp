#include "pdf/objects.h"

#include <deque>
#include <utility>
#include <vector>

#include "base/check.h"
#include "pdf/objects_state.h"

namespace reliure::pdf {

namespace {

/// libharu numbers objects in 23 bits.
constexpr std::uint32_t kMostObjects = HPDF_LIMIT_MAX_XREF_ELEMENT;
/// Its table of objects grows by whole copies; large steps keep that from costing anything.
constexpr HPDF_UINT kTableStep = 1 << 16;

HPDF_STATUS put(HPDF_Stream out, std::string_view bytes) {
  return HPDF_Stream_Write(out, reinterpret_cast<const HPDF_BYTE*>(bytes.data()),
                           static_cast<HPDF_UINT>(bytes.size()));
}

/// Called by libharu between `<<` and `>>`.
HPDF_STATUS write_entries(HPDF_Dict dict, HPDF_Stream out) {
  Body& body = *static_cast<Body*>(dict->attr);
  body.out = out;
  const HPDF_STATUS status = put(out, body.entries);
  if (status != HPDF_OK || !body.is_stream) {
    return status;
  }
  std::string length = "\n/Length ";
  append_integer(length, static_cast<std::int64_t>(body.data.size()));
  return put(out, length + "\n");
}

/// Called by libharu behind `>>`.
HPDF_STATUS write_data(HPDF_Dict dict) {
  const Body& body = *static_cast<Body*>(dict->attr);
  if (!body.is_stream) {
    return HPDF_OK;
  }
  for (const std::string_view part :
       {std::string_view("\nstream\n"), std::string_view(body.data), std::string_view("\nendstream")}) {
    if (const HPDF_STATUS status = put(body.out, part); status != HPDF_OK) {
      return status;
    }
  }
  return HPDF_OK;
}

/// Makes a dictionary write a body of ours behind the entries it may have.
Body& attach(std::deque<Body>& bodies, HPDF_Dict dict) {
  Body& body = bodies.emplace_back();
  dict->attr = &body;
  dict->write_fn = write_entries;
  dict->after_write_fn = write_data;
  return body;
}

std::uint32_t number(HPDF_Dict dict) { return dict->header.obj_id & 0x00FFFFFF; }

}  // namespace

void verify(HPDF_STATUS status, std::string_view what) { base::check(status == HPDF_OK, what); }

Objects::State::State() : document(HPDF_NewEx(nullptr, nullptr, nullptr, 0, nullptr)) {
  base::check(document != nullptr, "pdf: libharu made no document");
  document->pdf_version = HPDF_VER_17;
  document->xref->entries->items_per_block = kTableStep;
  attach(bodies, document->catalog);
  attach(bodies, document->info);
  verify(HPDF_Dict_RemoveElement(document->info, "Producer"), "pdf: libharu names no producer");
  // The page tree is ours: libharu would write one flat array.
  document->root_pages->before_write_fn = nullptr;
  for (const char* key : {"Type", "Kids", "Count"}) {
    verify(HPDF_Dict_RemoveElement(document->root_pages, key), "pdf: libharu's page tree is another");
  }
  attach(bodies, document->root_pages);
}

Objects::State::~State() { HPDF_Free(document); }

HPDF_Dict Objects::State::dictionary(std::uint32_t number) const {
  const HPDF_XrefEntry entry = HPDF_Xref_GetEntry(document->xref, number);
  base::check(entry != nullptr && entry->obj != nullptr, "pdf: an object is not in libharu's table");
  return static_cast<HPDF_Dict>(entry->obj);
}

Body& Objects::State::body(std::uint32_t number) const {
  return *static_cast<Body*>(dictionary(number)->attr);
}

Objects::Objects() : state_(std::make_unique<State>()) {}
Objects::~Objects() = default;

Ref Objects::reserve() {
  base::check(state_->count() < kMostObjects, "pdf: more objects than a file can number");
  const HPDF_Dict dict = HPDF_Dict_New(state_->document->mmgr);
  base::check(dict != nullptr, "pdf: no memory for an object");
  attach(state_->bodies, dict);
  verify(HPDF_Xref_Add(state_->document->xref, dict), "pdf: an object could not be numbered");
  return {number(dict)};
}

void Objects::set(Ref ref, std::string entries) { state_->body(ref.number).entries = std::move(entries); }

Ref Objects::add(std::string entries) {
  const Ref ref = reserve();
  set(ref, std::move(entries));
  return ref;
}

Ref Objects::add(Stream stream) {
  const Ref ref = add(std::move(stream.entries));
  Body& body = state_->body(ref.number);
  body.is_stream = true;
  body.deflate = stream.deflate;
  body.data = std::move(stream.data);
  return ref;
}

Ref Objects::catalog() const { return {number(state_->document->catalog)}; }
Ref Objects::pages() const { return {number(state_->document->root_pages)}; }
Ref Objects::information() const { return {number(state_->document->info)}; }

}  // namespace reliure::pdf
