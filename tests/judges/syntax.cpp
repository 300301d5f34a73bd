#include <regex>

#include "judges/rules.h"

namespace reliure::judges {

namespace {

bool is_end_of_line(char c) { return c == '\n' || c == '\r'; }

void judge_header(const std::string& bytes, Faults& faults) {
  static const std::regex form("%PDF-1\\.[0-7](\r\n|\r|\n)");
  std::smatch head;
  const std::string begin = bytes.substr(0, 10);
  if (!std::regex_search(begin, head, form, std::regex_constants::match_continuous)) {
    faults.add("PDF/UA-1 6.1-1, PDF/A-2 6.1.2-1", "the header", "it is not %PDF-1.n and the end of a line");
    return;
  }
  const auto at = static_cast<std::size_t>(head.length());
  bool binary = bytes.size() > at + 5 && bytes[at] == '%';
  for (std::size_t i = at + 1; binary && i < at + 5; ++i) binary = static_cast<unsigned char>(bytes[i]) > 127;
  if (!binary) faults.add("PDF/A-2 6.1.2-2", "the header", "no comment of four bytes beyond ASCII");
}

void judge_end(const std::string& bytes, Faults& faults) {
  const std::size_t last = bytes.rfind("%%EOF");
  std::string rest = last == bytes.npos ? "none" : bytes.substr(last + 5);
  if (rest != "" && rest != "\n" && rest != "\r" && rest != "\r\n") {
    faults.add("PDF/A-2 6.1.3-3", "the end", "more than the end of a line after %%EOF");
  }
}

/// An object of its own in the file: `12 0 obj`, its stream, `endobj`, each on its line.
class FileObject {
 public:
  FileObject(Document& document, QPDFObjGen id, std::size_t offset, Faults& faults)
      : bytes_(document.bytes), object_(document.pdf.getObject(id)), offset_(offset), faults_(faults) {
    where_ = "object " + std::to_string(id.getObj());
    head_ = id.unparse(' ') + " obj";
  }

  void judge() {
    if (offset_ == 0 || !is_end_of_line(bytes_[offset_ - 1]) ||
        bytes_.compare(offset_, head_.size(), head_) != 0 || !is_end_of_line(at(offset_ + head_.size()))) {
      faults_.add("PDF/A-2 6.1.9-1", where_, "`" + head_ + "` does not stand on a line");
    }
    if (object_.isStream()) judge_stream();
  }

 private:
  char at(std::size_t index) const { return index < bytes_.size() ? bytes_[index] : ' '; }

  void judge_stream() {
    std::size_t begin = bytes_.find("stream", offset_);
    while (begin != bytes_.npos && !is_end_of_line(at(begin + 6))) begin = bytes_.find("stream", begin + 6);
    QPDFObjectHandle length = entry(object_, "/Length");
    if (begin == bytes_.npos || !length.isInteger()) return;
    begin += 6;
    if (at(begin) == '\r' && at(begin + 1) != '\n') {
      faults_.add("PDF/A-2 6.1.7.1-2", where_, "the keyword stream is followed by CR alone");
      return;
    }
    begin += at(begin) == '\r' ? 2 : 1;
    std::size_t end = begin + static_cast<std::size_t>(length.getIntValue());
    if (!is_end_of_line(at(end))) {
      faults_.add("PDF/A-2 6.1.7.1-1", where_,
                  "Length " + length.unparse() + " does not end before an end of line");
      return;
    }
    end += at(end) == '\r' && at(end + 1) == '\n' ? 2 : 1;
    if (bytes_.compare(end, 9, "endstream") != 0) {
      faults_.add("PDF/A-2 6.1.7.1-1", where_, "no endstream after Length bytes");
      return;
    }
    end += 9;
    if (!is_end_of_line(at(end)) || bytes_.compare(bytes_.find_first_not_of("\r\n", end), 6, "endobj") != 0) {
      faults_.add("PDF/A-2 6.1.9-1", where_, "no endobj on the line after endstream");
    }
  }

  const std::string& bytes_;
  QPDFObjectHandle object_;
  std::size_t offset_;
  Faults& faults_;
  std::string where_;
  std::string head_;
};

}  // namespace

void judge_syntax(Document& document, Faults& faults) {
  judge_header(document.bytes, faults);
  judge_end(document.bytes, faults);
  for (const auto& [id, place] : document.pdf.getXRefTable()) {
    if (place.getType() != 1) continue;
    FileObject(document, id, static_cast<std::size_t>(place.getOffset()), faults).judge();
  }
}

}  // namespace reliure::judges
