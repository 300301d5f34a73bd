#include "pdf/links.h"

#include "pdf/clusters.h"
#include "pdf/content_stream.h"

namespace reliure::pdf {

namespace {

using book::NodeId;

/// A description is read aloud: a few lines are enough, and a long text in a link costs no time.
constexpr std::size_t kLongestDescription = 300;

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

/// Appends `text` with white space collapsed.
void append_words(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (!is_space(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
}

std::string rectangle(const book::Page& page, const base::Transform& placement, const base::Rect& area) {
  std::string out;
  append_box(out, bounds(frame_of(page), placement, area));
  return out;
}

/// What is in the node, pictures by their alternative texts.
std::string words_of(const book::Manuscript& manuscript, NodeId node) {
  std::string out;
  for (NodeId id = node; id <= manuscript[node].last_descendant; ++id.value) {
    if (manuscript[id].kind == book::Kind::img) {
      append_words(out, manuscript.attribute(id, "alt").value_or(std::string_view()));
    } else {
      append_words(out, manuscript[id].text);
    }
    if (out.size() > kLongestDescription) {
      break;
    }
  }
  while (!out.empty() && out.back() == ' ') {
    out.pop_back();
  }
  return out;
}

std::string destination_entry(const std::string& destination) {
  return destination.empty() ? std::string() : Entries().raw("Dest", destination).take();
}

/// The entry that makes the link lead somewhere; empty when it leads nowhere.
std::string action(const book::Link& link, const LinkInput& input) {
  const book::Manuscript& manuscript = *input.book.manuscript;
  if (manuscript[link.source].kind == book::Kind::note) {
    return destination_entry(link.back ? input.destinations.to_call(link.source)
                                       : input.destinations.to(link.source));
  }
  const book::LinkTarget* target = manuscript.link(link.source);
  if (target == nullptr || (target->node == book::kNoNode && target->url.empty())) {
    return {};
  }
  if (target->node == book::kNoNode) {
    return Entries()
        .raw("A", "<<" + Entries().name("S", "URI").string("URI", ascii_uri(target->url)).take() + ">>")
        .take();
  }
  return destination_entry(input.destinations.to(target->node));
}

/// The structure element of the link: a note's call and its number have each their own.
std::uint32_t element_of(const book::Link& link, const LinkInput& input) {
  if ((*input.book.manuscript)[link.source].kind != book::Kind::note) {
    return input.structure.element_of[link.source.value];
  }
  return link.back ? number_of(input.structure, link.source) : call_of(input.structure, link.source);
}

struct LinkWriter {
  Objects& objects;
  const LinkInput& input;
  const book::Page& page;
  std::size_t key;
  std::vector<LinkAnnotation> annotations;

  void write(const std::vector<book::Item>& items, const base::Transform& placement) {
    for (const book::Item& item : items) {
      if (const auto* link = std::get_if<book::Link>(&item.mark)) {
        write(*link, placement);
      } else if (const auto* group = std::get_if<book::Group>(&item.mark)) {
        write(group->items, compose(placement, group->transform));
      }
    }
  }

  void write(const book::Link& link, const base::Transform& placement) {
    const std::string leads = action(link, input);
    if (leads.empty()) {
      return;
    }
    Entries entries;
    entries.name("Type", "Annot")
        .name("Subtype", "Link")
        .raw("Rect", rectangle(page, placement, link.area))
        .raw("Border", "[0 0 0]")
        .integer("F", 4)  // print (table 165)
        .text("Contents", link_description(*input.book.manuscript, link.source))
        .integer("StructParent", static_cast<std::int64_t>(key + annotations.size()));
    annotations.push_back({objects.add(entries.take() + "\n" + leads), element_of(link, input)});
  }
};

}  // namespace

std::string link_description(const book::Manuscript& manuscript, NodeId link) {
  for (const std::string_view name : {"aria-label", "title"}) {
    if (const auto label = manuscript.attribute(link, name); label && !label->empty()) {
      return std::string(*label);
    }
  }
  if (manuscript[link].kind == book::Kind::note) {
    return std::string(manuscript.attribute(link, "number").value_or("*"));
  }
  std::string out = words_of(manuscript, link);
  if (out.empty()) out = manuscript.attribute(link, "data-caption").value_or("");
  if (const book::LinkTarget* target = manuscript.link(link); out.empty() && target != nullptr) {
    out = target->node == book::kNoNode ? std::string(target->url) : words_of(manuscript, target->node);
  }
  return out.empty() ? manuscript.metadata.title : readable(out);
}

std::string ascii_uri(std::string_view url) {
  std::string out;
  for (const char c : url) {
    if (c > 0x20 && c < 0x7F) {
      out += c;
    } else {
      out += '%';
      append_hex(out, static_cast<unsigned char>(c), 2);
    }
  }
  return out;
}

std::vector<LinkAnnotation> add_links(Objects& objects, const LinkInput& input, const book::Page& page,
                                      std::size_t key) {
  LinkWriter writer{objects, input, page, key, {}};
  writer.write(page.items, {});
  return std::move(writer.annotations);
}

}  // namespace reliure::pdf
