# Files inside the binary: one assembler file with an `.incbin` a file, and a sorted table of names.
# Must be included at file scope, because it enables a language.
enable_language(ASM)

# reliure_embed(TARGET NAME=FILE...): the program finds FILE under `reliure:/NAME`.
# A changed file builds the assembler file again; an added one needs a new configuration, which globs with
# CONFIGURE_DEPENDS see to.
function(reliure_embed target)
  list(SORT ARGN)
  set(assembler "    .section .rodata\n")
  set(declarations "")
  set(rows "")
  set(files "")
  set(index 0)
  foreach(asset ${ARGN})
    string(REGEX MATCH "^([^=]+)=(.+)$" parts "${asset}")
    set(name ${CMAKE_MATCH_1})
    set(file ${CMAKE_MATCH_2})
    set(symbol reliure_asset_${index})
    string(APPEND assembler
      "    .balign 16\n    .globl ${symbol}, ${symbol}_end\n${symbol}:\n    .incbin \"${file}\"\n${symbol}_end:\n    .byte 0\n")
    string(APPEND declarations "extern \"C\" const char ${symbol}[], ${symbol}_end[];\n")
    string(APPEND rows "    {\"reliure:/${name}\", ${symbol}, ${symbol}_end},\n")
    list(APPEND files ${file})
    math(EXPR index "${index} + 1")
  endforeach()
  # Without this section the linker would make the program's stack executable.
  string(APPEND assembler "    .section .note.GNU-stack,\"\",%progbits\n")

  set(folder ${CMAKE_CURRENT_BINARY_DIR}/embedded)
  file(CONFIGURE OUTPUT ${folder}/assets.S CONTENT "${assembler}" @ONLY)
  file(CONFIGURE OUTPUT ${folder}/assets.cpp @ONLY CONTENT "\
// Made by cmake/embed.cmake.
#include \"source/embedded.h\"

${declarations}
namespace reliure::source {
namespace {
struct Row {
  std::string_view name;
  const char* begin;
  const char* end;
};
constexpr Row kRows[] = {
${rows}};
}  // namespace

std::size_t embedded_count() { return std::size(kRows); }

Embedded embedded_at(std::size_t index) {
  const Row& row = kRows[index];
  return {row.name, {row.begin, static_cast<std::size_t>(row.end - row.begin)}};
}

}  // namespace reliure::source
")
  set_source_files_properties(${folder}/assets.S PROPERTIES OBJECT_DEPENDS "${files}")
  target_sources(${target} PRIVATE ${folder}/assets.S ${folder}/assets.cpp)
endfunction()

# What the program ships: fonts, style sheets with their pictures, hyphenation patterns of Debian's hyphen-* packages, and
# the words of Thai of its libthai-data where that is installed.
function(reliure_embed_assets target)
  set(assets "")
  file(GLOB fonts CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/fonts/*.ttf ${CMAKE_SOURCE_DIR}/fonts/*.otf)
  foreach(file ${fonts} ${CMAKE_SOURCE_DIR}/fonts/fonts.yaml)
    get_filename_component(name ${file} NAME)
    list(APPEND assets fonts/${name}=${file})
  endforeach()
  file(GLOB styles CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/styles/*.css ${CMAKE_SOURCE_DIR}/styles/*.svg
       ${CMAKE_SOURCE_DIR}/styles/*.png ${CMAKE_SOURCE_DIR}/styles/*.jpg ${CMAKE_SOURCE_DIR}/styles/*.webp)
  foreach(file ${styles})
    get_filename_component(name ${file} NAME)
    list(APPEND assets styles/${name}=${file})
  endforeach()
  foreach(name hyph_en_GB.dic hyph_en_US.dic hyph_fr.dic)
    find_file(RELIURE_${name} ${name} PATHS /usr/share/hyphen /usr/local/share/hyphen REQUIRED)
    list(APPEND assets hyphenation/${name}=${RELIURE_${name}})
  endforeach()
  find_file(RELIURE_THAI_WORDS thbrk.tri PATHS /usr/share/libthai /usr/local/share/libthai)
  if(RELIURE_THAI_WORDS)
    list(APPEND assets words/thbrk.tri=${RELIURE_THAI_WORDS})
  else()
    message(WARNING "no thbrk.tri of libthai-data: lines of Thai will break at spaces only")
  endif()
  reliure_embed(${target} ${assets})
endfunction()
