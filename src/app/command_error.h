#pragma once
// A command that cannot be carried out: a wrong option, a full disk. The exit status is 2.
#include <stdexcept>

namespace reliure::app {

struct CommandError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace reliure::app
