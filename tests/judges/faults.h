#pragma once
// Where rules put what they find.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "judges/judge.h"

namespace reliure::judges {

class Faults {
 public:
  /// Rules of a standard that is not among these are dropped.
  explicit Faults(Standards judged) : judged_(judged) {}

  void add(std::string_view rule, std::string where, std::string what);
  std::vector<Fault> take();

 private:
  Standards judged_;
  std::vector<Fault> faults_;
  std::map<std::string, std::size_t, std::less<>> count_;
};

}  // namespace reliure::judges
