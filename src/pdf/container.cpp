// The two forms of a file (ISO 32000-1 §7.5): ours with object streams, and libharu's own.
#include <algorithm>
#include <deque>
#include <vector>

#include "base/check.h"
#include "pdf/deflate.h"
#include "pdf/digest.h"
#include "pdf/objects.h"
#include "pdf/objects_state.h"

namespace reliure::pdf {

namespace {

/// Readers decode a whole object stream to reach one object; more objects compress little better.
constexpr std::size_t kObjectsPerStream = 200;
/// Streams that one compressor takes in a row before threads meet again.
constexpr std::size_t kStreamsPerBatch = 16;
/// Bytes of the fields of a cross-reference entry: kind, offset or stream, generation or index.
constexpr int kFieldWidths[] = {1, 5, 2};
constexpr std::size_t kEntryWidth = 8;

/// One row of the cross-reference stream (ISO 32000-1 table 18).
struct Place {
  std::uint64_t kind = 0;
  std::uint64_t where = 0;
  std::uint64_t index = 0;
};

/// Dictionaries that share an object stream.
struct Bundle {
  std::size_t count = 0;
  /// Object numbers and offsets.
  std::string heads;
  std::string objects;
};

HPDF_STATUS append(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size) {
  static_cast<std::string*>(stream->attr)->append(reinterpret_cast<const char*>(bytes), size);
  return HPDF_OK;
}

/// Lets libharu write objects to the end of a string.
class Serializer {
 public:
  Serializer(HPDF_MMgr memory, std::string& out) : stream_(HPDF_CallbackWriter_New(memory, append, &out)) {
    base::check(stream_ != nullptr, "pdf: no memory for a stream");
  }
  Serializer(const Serializer&) = delete;
  Serializer& operator=(const Serializer&) = delete;
  ~Serializer() { HPDF_Stream_Free(stream_); }
  void write(HPDF_Dict dict) {
    verify(HPDF_Obj_WriteValue(dict, stream_, nullptr), "pdf: libharu could not write an object");
  }

 private:
  HPDF_Stream stream_;
};

/// Compresses `count` byte strings in place, `kStreamsPerBatch` to a compressor.
template <typename Get>
void deflate_all(std::size_t count, base::Jobs jobs, const Get& get) {
  base::parallel_for((count + kStreamsPerBatch - 1) / kStreamsPerBatch, jobs, [&](std::size_t batch) {
    Deflater deflate;
    const std::size_t end = std::min(count, (batch + 1) * kStreamsPerBatch);
    for (std::size_t i = batch * kStreamsPerBatch; i < end; ++i) {
      std::string& bytes = get(i);
      bytes = deflate(bytes);
    }
  });
}

/// Appends object `number` as a stream of its own.
void append_stream(std::string& file, std::size_t number, const std::string& entries, std::string_view data) {
  append_integer(file, static_cast<std::int64_t>(number));
  file += " 0 obj\n<<" + entries + "\n/Length ";
  append_integer(file, static_cast<std::int64_t>(data.size()));
  file += ">>\nstream\n";
  file += data;
  file += "\nendstream\nendobj\n";
}

void add_to_bundle(std::vector<Bundle>& bundles, std::size_t number, std::string_view object) {
  if (bundles.empty() || bundles.back().count == kObjectsPerStream) {
    bundles.emplace_back();
  }
  Bundle& bundle = bundles.back();
  append_integer(bundle.heads, static_cast<std::int64_t>(number));
  bundle.heads += ' ';
  append_integer(bundle.heads, static_cast<std::int64_t>(bundle.objects.size()));
  bundle.heads += ' ';
  bundle.objects += object;
  bundle.objects += '\n';
  ++bundle.count;
}

/// Writes the bundles as object streams numbered from `places.size()`.
void append_bundles(std::string& file, std::vector<Place>& places, std::vector<Bundle>& bundles,
                    base::Jobs jobs) {
  std::vector<std::string> entries;
  for (Bundle& bundle : bundles) {
    entries.push_back(Entries()
                          .name("Type", "ObjStm")
                          .integer("N", static_cast<std::int64_t>(bundle.count))
                          .integer("First", static_cast<std::int64_t>(bundle.heads.size()))
                          .name("Filter", "FlateDecode")
                          .take());
    bundle.objects.insert(0, bundle.heads);
  }
  deflate_all(bundles.size(), jobs, [&](std::size_t i) -> std::string& { return bundles[i].objects; });
  for (std::size_t i = 0; i < bundles.size(); ++i) {
    places.push_back({1, file.size(), 0});
    append_stream(file, places.size() - 1, entries[i], bundles[i].objects);
  }
}

/// The rows as bytes, each as its difference from the row above (PNG predictor Up), which compress well.
std::string predicted_rows(const std::vector<Place>& places) {
  std::string out;
  std::string above(kEntryWidth, '\0');
  for (const Place& place : places) {
    std::string row;
    const std::uint64_t fields[] = {place.kind, place.where, place.index};
    for (std::size_t field = 0; field < 3; ++field) {
      for (int byte = kFieldWidths[field] - 1; byte >= 0; --byte) {
        row += static_cast<char>(fields[field] >> (8 * byte) & 0xFF);
      }
    }
    out += '\2';
    for (std::size_t i = 0; i < kEntryWidth; ++i) {
      out += static_cast<char>(row[i] - above[i]);
    }
    above = row;
  }
  return out;
}

std::string identifiers(std::string_view identifier) {
  std::string out = "[<";
  for (int i = 0; i < 2; ++i) {
    for (const char c : identifier) {
      append_hex(out, static_cast<unsigned char>(c), 2);
    }
    out += i == 0 ? "> <" : ">]";
  }
  return out;
}

/// The cross-reference stream (§7.5.8) and the end of the file.
void append_cross_references(std::string& file, std::vector<Place>& places, const std::string& trailer) {
  const std::size_t start = file.size();
  places.push_back({1, start, 0});
  const std::string entries = Entries()
                                  .name("Type", "XRef")
                                  .raw("W", "[1 5 2]")
                                  .raw("DecodeParms", "<</Predictor 12 /Columns 8>>")
                                  .integer("Size", static_cast<std::int64_t>(places.size()))
                                  .name("Filter", "FlateDecode")
                                  .take();
  append_stream(file, places.size() - 1, entries + "\n" + trailer, Deflater()(predicted_rows(places)));
  file += "startxref\n";
  append_integer(file, static_cast<std::int64_t>(start));
  file += "\n%%EOF\n";
}

/// Compresses the streams that are not in their final form yet.
void deflate_bodies(std::deque<Body>& bodies, base::Jobs jobs) {
  std::vector<Body*> waiting;
  for (Body& body : bodies) {
    if (body.deflate) {
      waiting.push_back(&body);
      body.entries += body.entries.empty() ? "/Filter /FlateDecode" : "\n/Filter /FlateDecode";
      body.deflate = false;
    }
  }
  deflate_all(waiting.size(), jobs, [&](std::size_t i) -> std::string& { return waiting[i]->data; });
}

}  // namespace

std::string Objects::State::identifier() const {
  Digest digest;
  for (const Body& body : bodies) {
    digest.add(body.entries);
    digest.add(body.data);
  }
  return digest.bytes();
}

base::Bytes Objects::write_compact(base::Jobs jobs) {
  const std::string identifier = state_->identifier();
  deflate_bodies(state_->bodies, jobs);
  std::string file = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
  std::vector<Place> places(state_->count());
  places[0] = {0, 0, 65535};
  std::vector<Bundle> bundles;
  std::string object;
  Serializer to_file(state_->document->mmgr, file);
  Serializer to_object(state_->document->mmgr, object);
  for (std::uint32_t number = 1; number < state_->count(); ++number) {
    if (state_->body(number).is_stream) {
      places[number] = {1, file.size(), 0};
      append_integer(file, number);
      file += " 0 obj\n";
      to_file.write(state_->dictionary(number));
      file += "\nendobj\n";
    } else {
      object.clear();
      to_object.write(state_->dictionary(number));
      add_to_bundle(bundles, number, object);
      places[number] = {2, state_->count() + bundles.size() - 1, bundles.back().count - 1};
    }
  }
  append_bundles(file, places, bundles, jobs);
  append_cross_references(
      file, places,
      Entries().ref("Root", catalog()).ref("Info", information()).raw("ID", identifiers(identifier)).take());
  return file;
}

base::Bytes Objects::write_readable() {
  std::string identifier = state_->identifier();
  const HPDF_Doc document = state_->document;
  const HPDF_Array both = HPDF_Array_New(document->mmgr);
  base::check(both != nullptr, "pdf: no memory for an array");
  for (int i = 0; i < 2; ++i) {
    verify(
        HPDF_Array_Add(both, HPDF_Binary_New(document->mmgr, reinterpret_cast<HPDF_BYTE*>(identifier.data()),
                                             static_cast<HPDF_UINT>(identifier.size()))),
        "pdf: libharu took no identifier");
  }
  verify(HPDF_Dict_Add(document->trailer, "ID", both), "pdf: libharu took no identifier");
  verify(HPDF_SaveToStream(document), "pdf: libharu could not save");
  verify(HPDF_ResetStream(document), "pdf: libharu could not rewind");
  HPDF_UINT32 size = HPDF_GetStreamSize(document);
  std::string file(size, '\0');
  if (size > 0) {
    verify(HPDF_ReadFromStream(document, reinterpret_cast<HPDF_BYTE*>(file.data()), &size),
           "pdf: libharu could not read back what it saved");
  }
  file.resize(size);
  return file;
}

}  // namespace reliure::pdf
