#include "judges/specimen.h"

#include <unistd.h>

#include <fstream>
#include <qpdf/QPDFWriter.hh>
#include <stdexcept>

#include "books/command.h"
#include "judges/objects.h"

namespace reliure::judges {

namespace {

namespace fs = std::filesystem;

/// A folder that is removed at the end.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "reliure-rules-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

const fs::path& folder() {
  static const Folder folder;
  return folder.path();
}

void visit(QPDFObjectHandle kids, const std::function<void(QPDFObjectHandle)>& call) {
  for (QPDFObjectHandle kid : kids.isArray() ? kids.getArrayAsVector() : std::vector{kids}) {
    if (!kid.isDictionary() || !kid.hasKey("/S")) continue;
    call(kid);
    visit(kid.getKey("/K"), call);
  }
}

std::vector<QPDFObjectHandle> kids_of(QPDFObjectHandle element) {
  QPDFObjectHandle kids = element.getKey("/K");
  return kids.isArray() ? kids.getArrayAsVector() : std::vector{kids};
}

/// In all of a number tree.
void replace_parent(QPDFObjectHandle node, QPDFObjectHandle from, QPDFObjectHandle to) {
  QPDFObjectHandle pairs = node.getKey("/Nums");
  for (int i = 1; pairs.isArray() && i < pairs.getArrayNItems(); i += 2) {
    QPDFObjectHandle value = pairs.getArrayItem(i);
    if (value.getObjGen() == from.getObjGen()) pairs.setArrayItem(i, to);
    for (int at = 0; value.isArray() && at < value.getArrayNItems(); ++at) {
      if (value.getArrayItem(at).getObjGen() == from.getObjGen()) value.setArrayItem(at, to);
    }
  }
  QPDFObjectHandle kids = node.getKey("/Kids");
  for (int i = 0; kids.isArray() && i < kids.getArrayNItems(); ++i)
    replace_parent(kids.getArrayItem(i), from, to);
}

}  // namespace

const fs::path& specimen_path() {
  static const fs::path path = [] {
    const fs::path manifest = fs::path(RELIURE_SOURCE_DIR) / "tests/judges/specimen/book.yaml";
    const books::Finished made =
        books::run({RELIURE_PROGRAM, "build", manifest.string(), "-o", folder().string(), "--strict"});
    if (made.status != 0) throw std::runtime_error(made.err);
    return folder() / "specimen.pdf";
  }();
  return path;
}

Specimen::Specimen() { pdf_.processFile(specimen_path().c_str()); }

QPDFObjectHandle Specimen::element(const std::string& type, std::size_t n) {
  QPDFObjectHandle found = QPDFObjectHandle::newNull();
  visit(root().getKey("/K"), [&](QPDFObjectHandle element) {
    if (name_at(element, "/S") == type && n-- == 0) found = element;
  });
  if (found.isNull()) throw std::runtime_error("the specimen has too few " + type);
  return found;
}

QPDFObjectHandle Specimen::link(std::size_t n) {
  for (QPDFObjectHandle page : pdf_.getAllPages()) {
    QPDFObjectHandle links = page.getKey("/Annots");
    for (QPDFObjectHandle each :
         links.isArray() ? links.getArrayAsVector() : std::vector<QPDFObjectHandle>()) {
      if (n-- == 0) return each;
    }
  }
  throw std::runtime_error("the specimen has too few links");
}

QPDFObjectHandle Specimen::page_with(const std::string& key) {
  for (QPDFObjectHandle page : pdf_.getAllPages()) {
    if (page.hasKey(key) || entry(page.getKey("/Resources"), key).isDictionary()) return page;
  }
  throw std::runtime_error("the specimen has no page with " + key);
}

QPDFObjectHandle Specimen::font() {
  QPDFObjectHandle fonts = page_with("/Annots").getKey("/Resources").getKey("/Font");
  const std::size_t at = data_of(page_with("/Annots").getKey("/Contents")).find("/F");
  const std::string content = data_of(page_with("/Annots").getKey("/Contents"));
  return fonts.getKey(content.substr(at, content.find(' ', at) - at));
}

QPDFObjectHandle Specimen::object_with(const std::string& key, const std::string& name) {
  for (QPDFObjectHandle object : pdf_.getAllObjects()) {
    if ((object.isDictionary() || object.isStream()) && name_at(object, key) == name) return object;
  }
  throw std::runtime_error("the specimen has no object " + key + " " + name);
}

QPDFObjectHandle Specimen::profile() {
  return catalog().getKey("/OutputIntents").getArrayItem(0).getKey("/DestOutputProfile");
}

void Specimen::retag(QPDFObjectHandle element, const std::string& type) {
  element.replaceKey("/S", QPDFObjectHandle::newName("/" + type));
  for (QPDFObjectHandle kid : kids_of(element)) {
    if (!kid.isInteger() || !element.hasKey("/Pg")) continue;
    QPDFObjectHandle content = element.getKey("/Pg").getKey("/Contents");
    edit_stream(content, [&](std::string& text) {
      const std::size_t at = text.find("<</MCID " + kid.unparse() + ">>");
      const std::size_t begin = text.rfind('/', at - 1);
      if (at != text.npos) text.replace(begin, at - begin, "/" + type + " ");
    });
  }
}

void Specimen::lift(QPDFObjectHandle element) {
  QPDFObjectHandle parent = element.getKey("/P");
  std::vector<QPDFObjectHandle> kids;
  for (const QPDFObjectHandle& kid : kids_of(parent)) {
    if (kid.getObjGen() != element.getObjGen()) {
      kids.push_back(kid);
      continue;
    }
    for (QPDFObjectHandle& inner : kids_of(element)) {
      if (inner.isDictionary() && inner.hasKey("/S")) inner.replaceKey("/P", parent);
      kids.push_back(inner);
    }
  }
  parent.replaceKey("/K", QPDFObjectHandle::newArray(kids));
  if (!parent.hasKey("/Pg")) parent.replaceKey("/Pg", element.getKey("/Pg"));
  replace_parent(root().getKey("/ParentTree"), element, parent);
}

void Specimen::set_attribute(QPDFObjectHandle element, const std::string& key, const std::string& value) {
  if (!element.hasKey("/A")) element.replaceKey("/A", parse("<</O /Table>>"));
  element.getKey("/A").replaceKey(key, parse(value));
}

void Specimen::edit_metadata(const std::string& from, const std::string& to) {
  edit_stream(catalog().getKey("/Metadata"), [&](std::string& text) {
    replace(text, from, to);
    for (std::size_t at = 0; (at = text.find(from, at + to.size())) != text.npos;)
      text.replace(at, from.size(), to);
  });
}

void Specimen::edit_content(const std::string& from, const std::string& to) {
  edit_stream(page_with("/Annots").getKey("/Contents"), [&](std::string& text) {
    if (from.empty()) {
      text += to;
    } else {
      replace(text, from, to);
    }
  });
}

void Specimen::edit_stream(QPDFObjectHandle stream, const std::function<void(std::string&)>& edit) {
  std::string data = data_of(stream);
  edit(data);
  stream.replaceStreamData(data, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
}

QPDFObjectHandle Specimen::stream(const std::string& dictionary, const std::string& data) {
  QPDFObjectHandle stream = QPDFObjectHandle::newStream(&pdf_, data);
  stream.replaceDict(parse(dictionary));
  return stream;
}

void Specimen::add_resource(const std::string& category, const std::string& name, QPDFObjectHandle object) {
  QPDFObjectHandle resources = page_with("/Annots").getKey("/Resources");
  if (!resources.hasKey(category)) resources.replaceKey(category, QPDFObjectHandle::newDictionary());
  resources.getKey(category).replaceKey(name, object);
}

std::vector<Fault> Specimen::faults() {
  QPDFWriter writer(pdf_);
  writer.setOutputMemory();
  writer.setStaticID(true);
  writer.setNewlineBeforeEndstream(true);
  writer.setCompressStreams(false);
  writer.setDecodeLevel(qpdf_dl_none);
  if (encrypted_) {
    writer.setR6EncryptionParameters("", "owner", true, true, false, false, false, false, qpdf_r3p_full,
                                     false);
  }
  writer.write();
  const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
  std::string bytes(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
  if (edit_bytes_) edit_bytes_(bytes);
  const fs::path path = folder() / "broken.pdf";
  std::ofstream(path, std::ios::binary) << bytes;
  return faults_of(path, {true, true});
}

void replace(std::string& text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  if (at == text.npos) throw std::runtime_error("`" + from + "` is not there");
  text.replace(at, from.size(), to);
}

std::ostream& operator<<(std::ostream& stream, const Break& each) { return stream << each.rule; }

std::string name_of(const testing::TestParamInfo<Break>& info) { return info.param.name; }

}  // namespace reliure::judges
