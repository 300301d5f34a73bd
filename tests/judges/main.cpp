// judge [--claimed] FILE.pdf...: prints which rules of PDF/UA-1, PDF/A-2a and our own the files break.
#include <iostream>
#include <string_view>

#include "judges/judge.h"

int main(int count, char** arguments) {
  reliure::judges::Standards demanded{true, true};
  bool any = false;
  for (int i = 1; i < count; ++i) {
    if (std::string_view(arguments[i]) == "--claimed") {
      demanded = {};
      continue;
    }
    const std::vector<reliure::judges::Fault> faults = reliure::judges::faults_of(arguments[i], demanded);
    if (faults.empty()) continue;
    std::cout << arguments[i] << ":\n" << reliure::judges::told(faults);
    any = true;
  }
  if (count < 2) {
    std::cerr << "usage: judge [--claimed] FILE.pdf...\n"
                 "Holds files to PDF/UA-1 and PDF/A-2a, with --claimed only to what they claim.\n";
    return 2;
  }
  return any ? 1 : 0;
}
