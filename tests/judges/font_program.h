#pragma once
// An embedded font program, as FreeType reads it.
#include <cstdint>
#include <memory>
#include <string>

namespace reliure::judges {

class FontProgram {
 public:
  explicit FontProgram(std::string bytes);
  ~FontProgram();
  FontProgram(const FontProgram&) = delete;
  FontProgram& operator=(const FontProgram&) = delete;

  bool is_readable() const;
  std::uint32_t glyph_count() const;
  /// In thousandths of an em.
  double advance(std::uint32_t glyph) const;
  /// Whether it draws nothing.
  bool is_blank(std::uint32_t glyph) const;
  /// Of a CFF program with character ids of its own, the glyph that has this one; else the id itself.
  std::uint32_t glyph_of(std::uint32_t cid) const;

 private:
  struct Face;
  std::unique_ptr<Face> face_;
};

}  // namespace reliure::judges
