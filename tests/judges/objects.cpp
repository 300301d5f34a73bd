#include "judges/objects.h"

namespace reliure::judges {

QPDFObjectHandle entry(QPDFObjectHandle dictionary, const std::string& key) {
  if (dictionary.isStream()) dictionary = dictionary.getDict();
  return dictionary.isDictionary() ? dictionary.getKey(key) : QPDFObjectHandle::newNull();
}

std::string name_at(QPDFObjectHandle dictionary, const std::string& key) {
  QPDFObjectHandle value = entry(dictionary, key);
  return value.isName() ? value.getName().substr(1) : std::string();
}

std::string data_of(QPDFObjectHandle stream) {
  if (!stream.isStream()) return {};
  try {
    const std::shared_ptr<Buffer> buffer = stream.getStreamData(qpdf_dl_specialized);
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
  } catch (const std::exception&) {
    return {};
  }
}

std::string object_name(QPDFObjectHandle object) {
  return object.isIndirect() ? "object " + std::to_string(object.getObjectID()) : "a direct object";
}

std::string identity_of(QPDFObjectHandle object) {
  return object.isIndirect() ? object.getObjGen().unparse(' ') : object.unparse();
}

}  // namespace reliure::judges
