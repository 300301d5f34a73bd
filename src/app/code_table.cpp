#include "app/render_diagnostics.h"

namespace reliure::app {

std::string render_code_table() {
  std::string table = "| code | severity | meaning |\n| --- | --- | --- |\n";
  for (const base::CodeInfo& info : base::all_codes()) {
    table.append("| `").append(info.name).append("` | ").append(name(info.severity)).append(" | ");
    table.append(info.meaning).append(" |\n");
  }
  return table;
}

}  // namespace reliure::app
