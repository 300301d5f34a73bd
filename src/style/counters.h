#pragma once
// Counters in document order (CSS Lists 3 §4).
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "book/manuscript.h"
#include "style/computed_style.h"

namespace reliure::style {

/// The counters in force at one place of a walk through the document.
class Counters {
 public:
  /// Creates an instance in the scope of `parent`'s children, or renews the one that a sibling created.
  void reset(std::string_view name, std::int64_t value, book::NodeId parent);
  /// Changes the innermost instance; creates one at zero in `parent`'s scope where there is none.
  void increment(std::string_view name, std::int64_t by, book::NodeId parent);
  void set(std::string_view name, std::int64_t value, book::NodeId parent);
  /// Forgets what was created in the scope of `parent`.
  void leave(book::NodeId parent);

  /// The innermost value, 0 where there is none.
  std::int64_t value(std::string_view name) const;
  /// All values from the outermost in.
  std::vector<std::int64_t> values(std::string_view name) const;

 private:
  struct Instance {
    std::string name;
    std::int64_t value;
    book::NodeId scope;
  };
  Instance* innermost(std::string_view name);
  std::vector<Instance> instances_;
};

}  // namespace reliure::style
