#include "judges/faults.h"

#include <utility>

namespace reliure::judges {

namespace {

constexpr std::size_t kMostOfARule = 25;

bool names(std::string_view rule, std::string_view standard) { return rule.find(standard) != rule.npos; }

}  // namespace

void Faults::add(std::string_view rule, std::string where, std::string what) {
  const bool ua = names(rule, "PDF/UA-1 ");
  const bool a = names(rule, "PDF/A-2 ");
  if ((ua || a) && !(ua && judged_.ua) && !(a && judged_.a)) {
    return;
  }
  if (++count_[std::string(rule)] <= kMostOfARule) {
    faults_.push_back({std::string(rule), std::move(where), std::move(what)});
  }
}

std::vector<Fault> Faults::take() {
  for (const auto& [rule, count] : count_) {
    if (count > kMostOfARule) {
      faults_.push_back({rule, "", "and " + std::to_string(count - kMostOfARule) + " more of these"});
    }
  }
  return std::exchange(faults_, {});
}

}  // namespace reliure::judges
