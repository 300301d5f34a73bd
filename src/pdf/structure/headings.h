#pragma once
// Levels of headings. For the files of the structure alone.
#include <vector>

namespace reliure::pdf {

/// Gives headings, met in the order of reading, levels that begin with 1 and skip none (ISO 14289-1 §7.4.2):
/// how many headings they stand under, each of a higher rank than those below it.
class HeadingLevels {
 public:
  /// `rank` is the author's level, 1 to 6; so is the result.
  int next(int rank) {
    while (!above_.empty() && above_.back() >= rank) {
      above_.pop_back();
    }
    above_.push_back(rank);
    return static_cast<int>(above_.size());
  }

 private:
  std::vector<int> above_;
};

}  // namespace reliure::pdf
