#include "epub/files.h"

#include <utility>

#include "epub/fonts.h"
#include "epub/style_sheet.h"

namespace reliure::epub {

Plan plan_files(const book::Book& book, const book::EbookStyle& style, Target target, base::Jobs jobs,
                base::Diagnostics& diagnostics) {
  Plan plan = make_plan(book, style, target, diagnostics);
  make_smaller(plan.pictures, book, jobs, diagnostics);
  if (plan.documents.empty()) {
    const std::string what = target == Target::site ? "the site" : "the e-book";
    diagnostics.report(base::Code::epub_empty_book, {}, what + " has nothing to show",
                       "every page is hidden by the styles, or there is none");
  }
  return plan;
}

void add(Files& files, Item item, std::string_view bytes, bool stored) {
  files.entries.push_back({item.file, bytes, stored});
  files.items.push_back(std::move(item));
}

void add_made(Files& files, Item item, base::Bytes bytes) {
  add(files, std::move(item), files.made.emplace_back(std::move(bytes)));
}

void add_pictures(Files& files, const Plan& plan) {
  const auto cover = plan.manuscript->cover;
  for (std::size_t i = 0; i < plan.pictures.size(); ++i) {
    const PictureFile& picture = plan.pictures[i];
    if (picture.name.empty() || picture.is_copy) continue;
    const bool is_vector = picture.media_type == "image/svg+xml";
    const std::string_view bytes = picture.made.empty() ? plan.manuscript->resources[i].bytes : picture.made;
    const bool is_cover = cover && plan.pictures[*cover].name == picture.name;
    const std::string_view properties = is_cover ? "cover-image" : "";
    add(files, {"picture-" + std::to_string(i + 1), picture.name, picture.media_type, properties}, bytes,
        !is_vector);
  }
}

std::string add_fonts(Files& files, const Plan& plan, const text::FontLibrary* library, base::Jobs jobs) {
  std::string rules;
  std::size_t number = 0;
  for (FontFile& font : font_files(plan, library, jobs)) {
    rules += font.rule;
    add_made(files, {"font-" + std::to_string(++number), font.file, font.media_type, ""},
             std::move(font.bytes));
  }
  return rules;
}

void add_style_sheet(Files& files, const Plan& plan, const std::string& rules) {
  add_made(files, {"style", "style.css", "text/css", ""}, rules + style_sheet(plan));
}

std::vector<std::string> write_each(
    std::size_t count, base::Jobs jobs, base::Diagnostics& diagnostics,
    const std::function<std::string(std::size_t, base::Diagnostics&)>& write) {
  std::vector<std::string> texts(count);
  std::vector<base::Diagnostics> found(count);
  base::parallel_for(count, jobs, [&](std::size_t i) { texts[i] = write(i, found[i]); });
  for (base::Diagnostics& each : found) diagnostics.append(std::move(each));
  return texts;
}

}  // namespace reliure::epub
