#pragma once
// The little book of `tests/judges/specimen`, made by the program, and ways to break it.
#include <gtest/gtest.h>

#include <functional>
#include <iosfwd>
#include <set>
#include <string>

#include "judges/judge.h"
#include "judges/qpdf.h"

namespace reliure::judges {

/// The file as the program wrote it.
const std::filesystem::path& specimen_path();

/// A copy that tests may do as they like with.
class Specimen {
 public:
  Specimen();

  QPDFObjectHandle catalog() { return pdf_.getRoot(); }
  QPDFObjectHandle root() { return catalog().getKey("/StructTreeRoot"); }
  QPDFObjectHandle page(std::size_t index) { return pdf_.getAllPages().at(index); }
  QPDF& pdf() { return pdf_; }
  /// Its n-th element of a type, in the order of the tree.
  QPDFObjectHandle element(const std::string& type, std::size_t n = 0);
  /// Its n-th link.
  QPDFObjectHandle link(std::size_t n = 0);
  /// The first page that has links, that has pictures.
  QPDFObjectHandle page_with(const std::string& key);
  /// A font that shows text.
  QPDFObjectHandle font();
  QPDFObjectHandle descendant() { return font().getKey("/DescendantFonts").getArrayItem(0); }
  QPDFObjectHandle descriptor() { return descendant().getKey("/FontDescriptor"); }
  /// The first object with these: `/Subtype` and `/Image`.
  QPDFObjectHandle object_with(const std::string& key, const std::string& name);
  QPDFObjectHandle profile();

  /// An element becomes one of another type, and its marks, too.
  void retag(QPDFObjectHandle element, const std::string& type);
  /// What an element holds comes to stand in its parent.
  void lift(QPDFObjectHandle element);
  /// An entry of the element's attributes.
  void set_attribute(QPDFObjectHandle element, const std::string& key, const std::string& value);
  /// Text in the metadata, of which each is replaced.
  void edit_metadata(const std::string& from, const std::string& to);
  /// Text in the content of a page, of which the first is replaced; an empty one is the end.
  void edit_content(const std::string& from, const std::string& to);
  void append(const std::string& content) { edit_content("", "\n" + content); }
  /// The stream's decoded data, changed.
  void edit_stream(QPDFObjectHandle stream, const std::function<void(std::string&)>& edit);
  QPDFObjectHandle parse(const std::string& object) { return QPDFObjectHandle::parse(&pdf_, object); }
  QPDFObjectHandle stream(const std::string& dictionary, const std::string& data);
  /// A resource for the page that `append` writes to, called /X and anything else.
  void add_resource(const std::string& category, const std::string& name, QPDFObjectHandle object);
  /// What is to be done to the bytes of the file, when it is written.
  void edit_bytes(std::function<void(std::string&)> edit) { edit_bytes_ = std::move(edit); }

  /// The file is written so that everybody may read it, and nobody change it.
  void encrypt() { encrypted_ = true; }

  /// Writes the file and judges it by all rules.
  std::vector<Fault> faults();

 private:
  QPDF pdf_;
  std::function<void(std::string&)> edit_bytes_;
  bool encrypted_ = false;
};

/// Replaces the first occurrence, which must be there.
void replace(std::string& text, const std::string& from, const std::string& to);

/// A way to break a rule.
struct Break {
  /// Fit for a test's name.
  std::string name;
  std::string rule;
  std::function<void(Specimen&)> change;
  /// Rules that cannot but be broken with it.
  std::set<std::string> also = {};
};
std::ostream& operator<<(std::ostream& stream, const Break& each);

class Rules : public testing::TestWithParam<Break> {};
std::string name_of(const testing::TestParamInfo<Break>& info);

}  // namespace reliure::judges
