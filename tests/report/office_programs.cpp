#include "report/office_programs.h"

#include <stdlib.h>

#include <catch2/catch.hpp>

#include "support/support.h"

namespace huizong::testing {

void check_as_office_programs_do(const std::map<std::string, std::string>& workbooks) {
  const TempFolder folder;
  std::string files;
  for (const auto& [name, bytes] : workbooks) {
    const auto file = folder / (name + ".xlsx");
    write_file(file, bytes);
    files += " '" + file.string() + "'";
  }
  const auto run = [&](const char* place, const char* program) {
    const auto tools = shared_folder(place);
    if (tools.empty()) return;
    const std::string command =
        (tools / program).string() + files + " > '" + (folder / "log").string() + "' 2>&1";
    const int status = system(command.c_str());
    INFO(read_file(folder / "log"));
    CHECK(status == 0);
  };
  run("ooxml-schemas", "validate-xlsx");
  if (system(
          "command -v soffice > /dev/null && /usr/bin/python3 -c 'import openpyxl' 2> /dev/null") !=
      0) {
    WARN("skipped: LibreOffice or openpyxl is not installed");
    return;
  }
  run("tools", "recalc-check");
}

}  // namespace huizong::testing
