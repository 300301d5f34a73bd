#include "epub/target.h"

#include "epub/escape.h"

namespace reliure::epub {

std::string_view ending(Target target) { return target == Target::site ? ".html" : ".xhtml"; }

void append_type(std::string& out, Target target, std::string_view type) {
  if (target == Target::ebook && !type.empty()) append_attribute(out, "epub:type", type);
}

void append_language(std::string& out, Target target, std::string_view language) {
  append_attribute(out, "lang", language);
  if (target == Target::ebook) append_attribute(out, "xml:lang", language);
}

}  // namespace reliure::epub
