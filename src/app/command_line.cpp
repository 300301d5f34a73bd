#include "app/command_line.h"

#include <cstdio>
#include <exception>
#include <new>
#include <string>
#include <variant>

#include "app/build.h"
#include "app/command_error.h"
#include "app/options.h"
#include "app/terminal_text.h"

namespace reliure::app {
namespace {

constexpr int kMachineFailed = 2;

int run_command(const Options& options, const source::FileSystem& files) {
  if (const auto* build_options = std::get_if<BuildOptions>(&options)) {
    return build(*build_options, files);
  }
  if (const auto* answered = std::get_if<Answered>(&options)) {
    return answered->status;
  }
  print(stdout, render_code_table());
  return 0;
}

int complain(const std::string& message) {
  print(stderr, "reliure: " + printable(message) + "\n");
  return kMachineFailed;
}

}  // namespace

int run(int count, const char* const* arguments) {
  try {
    return run_command(read_options(count, arguments), source::DiskFiles());
  } catch (const CommandError& error) {
    return complain(error.what());
  } catch (const std::bad_alloc&) {
    return complain("there is not enough memory");
  } catch (const std::exception& error) {
    return complain(std::string("internal error: ") + error.what());
  }
}

}  // namespace reliure::app
