#include "style/styles.h"

#include <algorithm>

#include "base/check.h"
#include "style/page_rules.h"

namespace reliure::style {

Styles::Styles() = default;
Styles::Styles(Styles&&) noexcept = default;
Styles& Styles::operator=(Styles&&) noexcept = default;
Styles::~Styles() = default;

const ComputedStyle* Styles::pseudo(book::NodeId node, PseudoElement element) const {
  const auto key = [](const PseudoEntry& entry) { return std::pair(entry.node, entry.element); };
  const auto row = std::ranges::lower_bound(pseudo_, std::pair(node, element), {}, key);
  const bool found = row != pseudo_.end() && row->node == node && row->element == element;
  return found ? pool_[row->style].get() : nullptr;
}

const PageStyle& Styles::page(const PageSelector& selector) const {
  base::check(pages_ != nullptr && !pages_->variants.empty(), "page styles asked for before `resolve`");
  const auto row = std::ranges::lower_bound(pages_->names, selector.name);
  const bool named = row != pages_->names.end() && *row == selector.name;
  const auto index = named ? static_cast<std::size_t>(row - pages_->names.begin()) : 0;
  return pages_->variants[index][variant_of(selector)];
}

}  // namespace reliure::style
