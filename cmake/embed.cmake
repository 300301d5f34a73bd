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

# Hyphenation patterns as NAME=FILE, into the variable RESULT. Those of the guide's two languages must be there; the others are
# those whose licences let them be inside of the program (content/manual/hyphenation.md).
function(reliure_find_patterns result)
  set(folders /usr/share/hyphen /usr/local/share/hyphen)
  set(assets "")
  set(missing "")
  foreach(name en_GB en_US fr)
    find_file(RELIURE_hyph_${name}.dic hyph_${name}.dic PATHS ${folders} REQUIRED)
    list(APPEND assets hyphenation/hyph_${name}.dic=${RELIURE_hyph_${name}.dic})
  endforeach()
  # The language and the file's own name, which may have a region. Portuguese of both countries is divided alike.
  foreach(row ca=ca_ES da=da de=de el=el es=es_ES hr=hr hu=hu it=it lt=lt nl=nl pl=pl_PL pt=pt_BR ru=ru_RU sk=sk sl=sl sv=sv_SE)
    string(REPLACE "=" ";" row ${row})
    list(GET row 0 language)
    list(GET row 1 name)
    find_file(RELIURE_hyph_${name}.dic hyph_${name}.dic PATHS ${folders})
    if(RELIURE_hyph_${name}.dic)
      list(APPEND assets hyphenation/hyph_${language}.dic=${RELIURE_hyph_${name}.dic})
    else()
      list(APPEND missing ${language})
    endif()
  endforeach()
  if(missing)
    list(JOIN missing ", " languages)
    message(WARNING "no hyphenation patterns for ${languages}: install Debian's hyphen-* packages (dependencies.txt)")
  endif()
  set(${result} ${assets} PARENT_SCOPE)
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
  reliure_find_patterns(patterns)
  list(APPEND assets ${patterns})
  find_file(RELIURE_THAI_WORDS thbrk.tri PATHS /usr/share/libthai /usr/local/share/libthai)
  if(RELIURE_THAI_WORDS)
    list(APPEND assets words/thbrk.tri=${RELIURE_THAI_WORDS})
  else()
    message(WARNING "no thbrk.tri of libthai-data: lines of Thai will break at spaces only")
  endif()
  find_file(RELIURE_SRGB sRGB.icc PATHS /usr/share/color/icc /usr/local/share/color/icc REQUIRED)
  find_file(RELIURE_GREY Gray-CIE_L.icc PATHS /usr/share/color/icc /usr/local/share/color/icc REQUIRED)
  list(APPEND assets profiles/srgb.icc=${RELIURE_SRGB} profiles/grey.icc=${RELIURE_GREY})
  reliure_embed(${target} ${assets})
endfunction()
