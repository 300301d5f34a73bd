// Ways to break the catalog, the trailer and the metadata.
#include "judges/specimen.h"

namespace reliure::judges {
namespace {

using Object = QPDFObjectHandle;

/// An entry of a dictionary that is made where it lacks.
std::function<void(Specimen&)> put(const std::string& key, const std::string& value) {
  return [=](Specimen& s) { s.catalog().replaceKey(key, s.parse(value)); };
}

std::function<void(Specimen&)> put_name(const std::string& key) {
  return [=](Specimen& s) { s.catalog().getKey("/Names").replaceKey(key, s.parse("<</Names []>>")); };
}

const Break kCatalog[] = {
    {"not_marked", "PDF/UA-1 6.2-1, PDF/A-2 6.7.2.2-1", put("/MarkInfo", "<</Marked false>>")},
    {"suspects", "PDF/UA-1 7.1-4", put("/MarkInfo", "<</Marked true /Suspects true>>")},
    {"no_metadata",
     "PDF/UA-1 7.1-8, PDF/A-2 6.6.2.1-1",
     [](Specimen& s) { s.catalog().removeKey("/Metadata"); },
     {"reliure info-is-xmp"}},
    {"title_not_displayed", "PDF/UA-1 7.1-10", put("/ViewerPreferences", "<</DisplayDocTitle false>>")},
    {"no_structure",
     "PDF/UA-1 7.1-11, PDF/A-2 6.7.3.3-1",
     [](Specimen& s) { s.catalog().removeKey("/StructTreeRoot"); },
     {"PDF/UA-1 7.18.5-1"}},
    {"no_language", "PDF/UA-1 7.2-33", [](Specimen& s) { s.catalog().removeKey("/Lang"); }},
    {"language_of_none", "PDF/UA-1 7.2-29, PDF/A-2 6.7.4-1", put("/Lang", "(english language)")},
    {"more_actions", "PDF/A-2 6.5.2-1", put("/AA", "<<>>")},
    {"requirements", "PDF/A-2 6.11-1", put("/Requirements", "[]")},
    {"needs_rendering", "PDF/A-2 6.4.2-2", put("/NeedsRendering", "true")},
    {"form", "reliure no-form", put("/AcroForm", "<</Fields []>>")},
    {"optional_content", "reliure no-optional-content", put("/OCProperties", "<</OCGs [] /D <<>>>>")},
    {"alternate_presentations", "PDF/A-2 6.10-1", put_name("/AlternatePresentations")},
    {"embedded_files", "reliure no-embedded-file", put_name("/EmbeddedFiles")},
    {"scripts", "PDF/A-2 6.5.1-1", put_name("/JavaScript")},
    {"page_with_actions", "PDF/A-2 6.5.2-2",
     [](Specimen& s) { s.page(0).replaceKey("/AA", s.parse("<<>>")); }},
    {"page_with_steps", "PDF/A-2 6.10-2",
     [](Specimen& s) { s.page(0).replaceKey("/PresSteps", s.parse("<<>>")); }},
    {"no_identifier", "PDF/A-2 6.1.3-1",
     [](Specimen& s) {
       s.edit_bytes([](std::string& bytes) { bytes.replace(bytes.rfind("/ID "), 3, "/IX"); });
     }},
    {"encrypted", "PDF/A-2 6.1.3-2", [](Specimen& s) { s.encrypt(); }},
};
INSTANTIATE_TEST_SUITE_P(Catalog, Rules, testing::ValuesIn(kCatalog), name_of);

std::function<void(Specimen&)> edit(const std::string& from, const std::string& to) {
  return [=](Specimen& s) { s.edit_metadata(from, to); };
}

const Break kMetadata[] = {
    {"no_part_of_ua", "PDF/UA-1 5-1", edit("<pdfuaid:part>1</pdfuaid:part>", "")},
    {"another_part_of_ua", "PDF/UA-1 5-2", edit("<pdfuaid:part>1", "<pdfuaid:part>2")},
    {"another_prefix_of_ua", "PDF/UA-1 5-3",
     [](Specimen& s) {
       s.edit_metadata("xmlns:pdfuaid=", "xmlns:ua=");
       s.edit_metadata("pdfuaid:part>", "ua:part>");
     }},
    {"no_title",
     "PDF/UA-1 7.1-9",
     edit("dc:title>", "dc:coverage>"),
     {"PDF/A-2 6.6.2.3.1-2", "reliure info-is-xmp"}},
    {"no_part_of_a", "PDF/A-2 6.6.4-1", edit("<pdfaid:part>2</pdfaid:part>", "")},
    {"another_part_of_a", "PDF/A-2 6.6.4-2", edit("<pdfaid:part>2", "<pdfaid:part>3")},
    {"another_level_of_a", "PDF/A-2 6.6.4-3", edit("<pdfaid:conformance>A", "<pdfaid:conformance>B")},
    {"another_prefix_of_a", "PDF/A-2 6.6.4-4",
     [](Specimen& s) {
       s.edit_metadata("xmlns:pdfaid=", "xmlns:aid=");
       s.edit_metadata("pdfaid:part>", "aid:part>");
       s.edit_metadata("pdfaid:conformance>", "aid:conformance>");
     }},
    {"property_unknown", "PDF/A-2 6.6.2.3.1-1",
     edit("<pdf:Producer>", "<pdf:Trapped>False</pdf:Trapped><pdf:Producer>")},
    {"property_of_another_form", "PDF/A-2 6.6.2.3.1-2",
     edit("<dc:format>", "<dc:type>Text</dc:type><dc:format>")},
    {"date_that_is_none", "PDF/A-2 6.6.2.3.1-2", edit("<xmp:MetadataDate>", "<xmp:MetadataDate>in ")},
    {"text_without_language", "PDF/A-2 6.6.2.3.1-2", edit("<rdf:li xml:lang=\"x-default\">", "<rdf:li>")},
    {"extension_of_no_category", "PDF/A-2 6.6.2.3.3-1",
     edit("<pdfaProperty:category>internal", "<pdfaProperty:category>strange")},
    {"extension_without_name", "PDF/A-2 6.6.2.3.3-1", edit("pdfaSchema:schema>", "pdfaSchema:scheme>")},
    {"packet_with_bytes", "PDF/A-2 6.6.2.1-2", edit("<?xpacket begin", "<?xpacket bytes=\"9\" begin")},
    {"packet_with_encoding", "PDF/A-2 6.6.2.1-3",
     edit("<?xpacket begin", "<?xpacket encoding=\"UTF-8\" begin")},
    {"packet_broken",
     "PDF/UA-1 7.1-8, PDF/A-2 6.6.2.1-4",
     edit("</rdf:RDF>", ""),
     {"PDF/UA-1 5-1", "PDF/UA-1 7.1-9", "PDF/A-2 6.6.4-1", "reliure info-is-xmp"}},
    {"packet_filtered",
     "reliure filtered-metadata",
     // What qpdf writes is never filtered.
     [](Specimen& s) {
       s.edit_bytes([](std::string& text) { replace(text, "/Type /Metadata", "/Filter      []"); });
     },
     {"PDF/UA-1 7.1-8, PDF/A-2 6.6.2.1-1"}},
    {"info_says_another_author", "reliure info-is-xmp",
     [](Specimen& s) {
       s.pdf().getTrailer().getKey("/Info").replaceKey("/Author", Object::newString("Anonymous"));
     }},
};
INSTANTIATE_TEST_SUITE_P(Metadata, Rules, testing::ValuesIn(kMetadata), name_of);

}  // namespace
}  // namespace reliure::judges
