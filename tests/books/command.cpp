#include "books/command.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace reliure::books {
namespace {

/// An unnamed file, so that a program may say as much as it likes on both of its streams.
class Catch {
 public:
  Catch() : file_(std::tmpfile()) {
    if (file_ == nullptr) {
      throw std::runtime_error("no temporary file can be made");
    }
  }
  Catch(const Catch&) = delete;
  Catch& operator=(const Catch&) = delete;
  ~Catch() { std::fclose(file_); }

  int descriptor() const { return fileno(file_); }
  std::string text() {
    std::rewind(file_);
    std::string out;
    char buffer[1 << 16];
    while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, file_)) {
      out.append(buffer, count);
    }
    return out;
  }

 private:
  std::FILE* file_;
};

[[noreturn]] void become(std::vector<char*>& arguments, const Surroundings& surroundings, int out, int err) {
  dup2(out, STDOUT_FILENO);
  dup2(err, STDERR_FILENO);
  for (const auto& [name, value] : surroundings.variables) {
    value.empty() ? unsetenv(name.c_str()) : setenv(name.c_str(), value.c_str(), 1);
  }
  if (surroundings.memory > 0) {
    const rlimit limit{surroundings.memory, surroundings.memory};
    setrlimit(RLIMIT_AS, &limit);
  }
  if (surroundings.folder.empty() || chdir(surroundings.folder.c_str()) == 0) {
    execvp(arguments.front(), arguments.data());
  }
  _exit(127);
}

}  // namespace

Finished run(const std::vector<std::string>& arguments, const Surroundings& surroundings) {
  std::vector<char*> pointers;
  for (const std::string& argument : arguments) {
    pointers.push_back(const_cast<char*>(argument.c_str()));
  }
  pointers.push_back(nullptr);
  Catch out;
  Catch err;
  const pid_t child = fork();
  if (child == 0) {
    become(pointers, surroundings, out.descriptor(), err.descriptor());
  }
  int status = 0;
  if (child < 0 || waitpid(child, &status, 0) != child) {
    throw std::runtime_error("`" + arguments.front() + "` cannot be run");
  }
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), out.text(), err.text()};
}

Finished run_reliure(std::vector<std::string> arguments, const Surroundings& surroundings) {
  arguments.insert(arguments.begin(), RELIURE_PROGRAM);
  return run(arguments, surroundings);
}

}  // namespace reliure::books
