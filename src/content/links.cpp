#include "content/links.h"

#include <algorithm>
#include <string>

#include "content/address.h"
#include "content/ascii.h"
#include "content/captions.h"
#include "content/slug.h"

namespace reliure::content {
namespace {

using base::Code;
using book::kNoNode;
using book::NodeId;

/// Names looked through for a hint, and errors of a page that get one: no book takes long for its mistakes.
constexpr std::size_t kMostCandidates = 1000;
constexpr int kMostHints = 20;

/// Whether the path names a file rather than a page: it ends like `.pdf`.
bool names_file(std::string_view path) {
  path.remove_prefix(path.rfind('/') + 1);
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return false;
  const std::string ending = lowered(path.substr(dot + 1));
  const bool plain = std::ranges::all_of(ending, [](char c) { return is_letter(c) || is_digit(c); });
  return plain && !ending.empty() && ending.size() <= 5 && ending != "md" && ending != "html" &&
         ending != "htm" && ending != "njk";
}

class Resolver {
 public:
  Resolver(const source::Tree& tree, const Site& site, std::vector<Draft>& drafts, std::size_t from)
      : tree_(tree), site_(site), drafts_(drafts), from_(from) {}

  std::vector<ResolvedLink> run() {
    for (const DraftLink& link : drafts_[from_].links) {
      if (link.target != kNoNode) {
        lead_to(link, from_, link.target);
      } else if (is_outside(link.address)) {
        const bool relative_scheme = link.address.substr(0, 2) == "//";
        auto& strings = drafts_[from_].strings;
        result_.push_back(
            {link.node, kNoPageIndex, kNoNode,
             relative_scheme ? strings.store("https:" + std::string(link.address)) : link.address});
      } else {
        inside(link);
      }
    }
    return std::move(result_);
  }

 private:
  void lead_to(const DraftLink& link, std::size_t page, NodeId node) {
    result_.push_back({link.node, page, node, {}});
    if (link.words != kNoNode) name_by_target(link, drafts_[page], node);
  }

  /// A link without words says the title of what it leads to: of a heading, else of the page. To what has a
  /// caption it stays empty, so that styles say the number or, as they do by themselves, the caption.
  void name_by_target(const DraftLink& link, const Draft& target, NodeId node) {
    if (const DraftCaption* found = caption_around(target, node)) {
      const std::string caption = text_below(target, found->caption);
      const bool is_table = found->is_table;
      drafts_[from_][link.words].text = {};
      append_class(drafts_[from_], link.node, is_table ? "table-reference" : "figure-reference");
      append_attribute(drafts_[from_], link.node, "data-caption", caption);
      return;
    }
    const bool is_heading = book::heading_level(target[node].kind) > 0;
    const std::string title = text_below(target, is_heading ? node : target.title);
    drafts_[from_][link.words].text = drafts_[from_].strings.store(title);
  }

  void inside(const DraftLink& link) {
    const AddressParts parts = split_address(link.address);
    const std::string path = percent_decoded(parts.path);
    const std::size_t page = path.empty() ? from_ : find_page(site_, tree_.manifest, from_, path);
    if (page != kNoPageIndex) return fragment(link, page, percent_decoded(parts.fragment));
    if (names_file(path)) return file(link, path);
    auto& diagnostic = drafts_[from_].diagnostics.report(
        Code::content_unknown_target, link.span,
        "no page of the book has the address `" + std::string(link.address) + "`");
    hint(diagnostic, page_names(path), path, "");
  }

  void fragment(const DraftLink& link, std::size_t page, const std::string& id) {
    const Draft& draft = drafts_[page];
    if (id.empty()) return lead_to(link, page, draft.title);
    const auto row = draft.ids.find(id);
    if (row != draft.ids.end()) return lead_to(link, page, row->second);
    if (const NodeId heading = heading_of(draft, id); heading != kNoNode) return lead_to(link, page, heading);
    if (id == "top") return lead_to(link, page, draft.title);
    std::string where = page == from_ ? "this page" : "page `" + tree_.pages[page].path + "`";
    auto& diagnostic = drafts_[from_].diagnostics.report(Code::content_unknown_target, link.span,
                                                         "nothing on " + where + " has the id `" + id + "`");
    std::vector<std::string_view> names;
    for (const auto& [name, node] : draft.ids) names.push_back(name);
    // From a table without order: sorted, so that the same one is nearest every time.
    std::ranges::sort(names);
    const std::string ascii = slug(id);
    hint(diagnostic, names, ascii.empty() ? id : ascii, "#");
  }

  /// The heading that other sites give this id.
  static NodeId heading_of(const Draft& draft, const std::string& id) {
    const auto github = draft.github_ids.find(github_slug(id));
    if (github != draft.github_ids.end()) return github->second;
    const bool ascii = std::ranges::all_of(id, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    const auto row = ascii ? draft.ids.end() : draft.ids.find(slug(id));
    return row != draft.ids.end() ? row->second : kNoNode;
  }

  /// A file of the site, such as a PDF to download: no part of the book.
  void file(const DraftLink& link, const std::string& path) {
    const auto files = files_of(site_, tree_.manifest, from_, path);
    const bool exists = tree_.files != nullptr &&
                        std::ranges::any_of(files, [&](const auto& f) { return tree_.files->exists(f); });
    drafts_[from_].diagnostics.report(
        exists ? Code::content_link_to_file : Code::content_missing_download, link.span,
        exists ? "`" + std::string(link.address) + "` is a file of the site, not a page of the book"
               : "the file `" + std::string(link.address) + "` is not there",
        "give its whole address, with `https:`, so that readers of the book can fetch it");
  }

  std::vector<std::string_view> page_names(std::string_view path) const {
    std::vector<std::string_view> names;
    const bool absolute = path[0] == '/';
    for (std::size_t i = 0; i < site_.addresses.size(); ++i) {
      names.push_back(absolute ? std::string_view(site_.addresses[i])
                               : std::string_view(tree_.pages[i].path));
    }
    return names;
  }

  void hint(base::Diagnostic& diagnostic, std::vector<std::string_view> names, std::string_view word,
            std::string_view before) {
    if (names.size() > kMostCandidates || ++hints_ > kMostHints) return;
    while (word.size() > 1 && word.back() == '/') word.remove_suffix(1);
    const std::string_view near = base::nearest(word, names);
    if (near.empty()) return;
    diagnostic.hints.push_back("did you mean `" + std::string(before) + std::string(near) + "`?");
  }

  const source::Tree& tree_;
  const Site& site_;
  std::vector<Draft>& drafts_;
  std::size_t from_;
  std::vector<ResolvedLink> result_;
  int hints_ = 0;
};

}  // namespace

std::vector<ResolvedLink> resolve_links(const source::Tree& tree, const Site& site,
                                        std::vector<Draft>& drafts, std::size_t from) {
  return Resolver(tree, site, drafts, from).run();
}

}  // namespace reliure::content
