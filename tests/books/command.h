#pragma once
// Running outside programs.
#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace reliure::books {

struct Finished {
  /// The exit status, or 128 and the signal that ended it; 127 when there is no such program.
  int status = 0;
  std::string out;
  std::string err;
};

struct Surroundings {
  /// Added to the environment; an empty value takes a variable out.
  std::map<std::string, std::string> variables;
  /// Empty is the current folder.
  std::string folder;
  /// Bytes of address space that the program may take; 0 is as many as it likes.
  std::size_t memory = 0;
};

/// Runs a program found on the path, without a shell, until it ends.
Finished run(const std::vector<std::string>& arguments, const Surroundings& surroundings = {});

/// The same with the program that is tested in front.
Finished run_reliure(std::vector<std::string> arguments, const Surroundings& surroundings = {});

}  // namespace reliure::books
