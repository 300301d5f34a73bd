#include "content/site.h"

#include <algorithm>

#include "content/front.h"
#include "content/slug.h"

namespace reliure::content {
namespace {

using source::Path;

bool ends_with(std::string_view text, std::string_view ending) {
  return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

std::string_view without_ending(std::string_view path) {
  for (const std::string_view ending : {".md", ".markdown", ".html", ".htm", ".njk", ".liquid"}) {
    if (ends_with(path, ending)) return path.substr(0, path.size() - ending.size());
  }
  return path;
}

/// One form for the addresses of one page: `/a/`, `/a`, `/a.html`, `/a/index.html` are all `/a`; the root is
/// empty.
std::string address_key(std::string_view path) {
  Path clean = source::normalized(path);
  std::string_view key = without_ending(clean);
  if (key == "index") key = {};
  if (ends_with(key, "/index")) key.remove_suffix(6);
  while (ends_with(key, "/")) key.remove_suffix(1);
  if (key == ".") key = {};
  std::string result(key);
  if (!result.empty() && result[0] != '/') result.insert(result.begin(), '/');
  return result;
}

/// `path` seen from `root`, nothing when it lies elsewhere.
std::optional<std::string> below(std::string_view path, std::string_view root) {
  const Path clean = source::normalized(path);
  const Path folder = source::normalized(root);
  if (folder.empty() || folder == ".") return clean;
  if (clean.substr(0, folder.size()) != folder || clean.size() <= folder.size() ||
      clean[folder.size()] != '/') {
    return std::nullopt;
  }
  return clean.substr(folder.size() + 1);
}

/// The folders that all pages share, with `/` at the end.
std::string_view common_folder(const std::vector<source::Page>& pages) {
  if (pages.empty()) return {};
  std::string_view common = pages.front().path;
  for (const source::Page& page : pages) {
    const auto [ours, theirs] = std::ranges::mismatch(common, page.path);
    common = common.substr(0, static_cast<std::size_t>(ours - common.begin()));
  }
  return common.substr(0, common.rfind('/') + 1);
}

std::string page_slug(std::string_view path) {
  path = without_ending(path);
  if (ends_with(path, "/index")) path.remove_suffix(6);
  std::string name = slug(path);
  if (name.empty()) name = "page";
  // XML names, and so the ids that begin with it, do not begin with a digit.
  if (name[0] >= '0' && name[0] <= '9') name.insert(0, "page-");
  return name;
}

}  // namespace

Site map_site(const source::Tree& tree) {
  Site site;
  UniqueNames names;
  // Names that the book's own parts have.
  for (const char* taken : {"title-page", "contents", "cover", "nav", "toc", "package"}) names.take(taken);
  for (const source::CaptionList list : tree.manifest.lists) names.take(std::string(list_name(list)));
  const std::string_view common = common_folder(tree.pages);
  std::vector<std::string> second_addresses;
  for (std::size_t i = 0; i < tree.pages.size(); ++i) {
    const source::Page& page = tree.pages[i];
    const Path file = source::joined(tree.manifest.content_root, page.path);
    const std::string& permalink = page.front_matter.permalink;
    const std::optional<Path>& prefix = tree.manifest.content_below_site;
    const std::string path = prefix ? source::joined(*prefix, page.path)
                                    : below(file, tree.manifest.site_root).value_or(page.path);
    site.slugs.push_back(names.take(page_slug(std::string_view(page.path).substr(common.size()))));
    site.addresses.push_back(address_key(permalink.empty() ? path : permalink));
    site.folders.emplace_back(source::folder_of(file));
    site.by_address.try_emplace(site.addresses.back(), i);
    site.by_file.try_emplace(file, i);
    second_addresses.push_back(address_key(page.path));
  }
  // Less sure, so after all the others: addresses by file below the content root, whatever the permalink.
  for (std::size_t i = 0; i < tree.pages.size(); ++i) site.by_address.try_emplace(second_addresses[i], i);
  return site;
}

std::size_t find_page(const Site& site, const source::Manifest& manifest, std::size_t from,
                      std::string_view path) {
  const auto look_up = [](const auto& table, const std::string& key) {
    const auto row = table.find(key);
    return row == table.end() ? kNoPageIndex : row->second;
  };
  for (const Path& file : files_of(site, manifest, from, path)) {
    const std::size_t page = look_up(site.by_file, file);
    if (page != kNoPageIndex) return page;
  }
  if (path[0] == '/') return look_up(site.by_address, address_key(path));
  // A browser sees the page at `/a/page/`; an author may think of the file in `/a/`.
  const std::string& address = site.addresses[from];
  const std::string folder(source::folder_of(address));
  for (const std::string& base : {address, folder}) {
    const std::size_t page = look_up(site.by_address, address_key(base + "/" + std::string(path)));
    if (page != kNoPageIndex) return page;
  }
  return kNoPageIndex;
}

std::vector<Path> files_of(const Site& site, const source::Manifest& manifest, std::size_t from,
                           std::string_view path) {
  if (path[0] == '/')
    return {
        source::joined(manifest.site_root, path.substr(std::min(path.find_first_not_of('/'), path.size())))};
  std::vector<Path> files{source::joined(site.folders[from], path)};
  const std::string address = site.addresses[from].empty() ? std::string() : site.addresses[from].substr(1);
  Path served = source::joined(source::joined(manifest.site_root, address), path);
  if (served != files.front()) files.push_back(std::move(served));
  return files;
}

}  // namespace reliure::content
