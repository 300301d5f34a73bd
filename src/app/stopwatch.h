#pragma once
// How long each stage took.
#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace reliure::app {

struct Lap {
  std::string name;
  std::chrono::nanoseconds time;
};

/// Measures wall time from lap to lap.
class Stopwatch {
 public:
  explicit Stopwatch(std::vector<Lap>& laps) : laps_(laps) {}

  /// The time since the last lap, or the start, was spent on `name`.
  void lap(std::string name) {
    const auto now = std::chrono::steady_clock::now();
    laps_.push_back({std::move(name), now - start_});
    start_ = now;
  }

  /// The time since the last lap is in laps already.
  void skip() { start_ = std::chrono::steady_clock::now(); }

 private:
  std::vector<Lap>& laps_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace reliure::app
