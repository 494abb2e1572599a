// The official forms, saved as .xls by programs that offices use, are read as
// they are read from the .xlsx. tools/check_xls.py does the same for whole folders.

#include <catch2/catch.hpp>

#include <cstdlib>
#include <map>

#include "support/support.h"
#include "xlsx/reader.h"

using namespace huizong;
using namespace huizong::testing;
using namespace huizong::xlsx;

namespace {

namespace fs = std::filesystem;

bool is_installed(const std::string& program) {
  return std::system(("command -v " + program + " >/dev/null 2>&1").c_str()) == 0;
}

std::string shell_word(const fs::path& path) {
  return "'" + path.string() + "'";
}

/// Every cell with what its number format makes of it, and every merge.
std::map<std::string, std::string> contents(const fs::path& file) {
  const Workbook book = read_workbook(file);
  std::map<std::string, std::string> all;
  for (const Sheet& sheet : book.sheets) {
    for (const Cell& cell : sheet.cells) {
      std::string text = cell.text + (cell.formula ? " formula" : "");
      if (const auto number = number_of(cell)) {
        const NumberFormat& format = book.format(cell);
        text = number->to_string() + (cell.formula ? " formula" : "") +
               (format.date ? " date" : "") + (format.percent ? " percent" : "") + " " +
               std::to_string(format.decimals);
      }
      all[sheet.name + "!" + to_string(cell.ref)] = text;
    }
    for (const CellRange& merge : sheet.merges) all[sheet.name + "!" + to_string(merge)] = "merged";
  }
  return all;
}

std::vector<fs::path> official_forms() {
  std::vector<fs::path> forms;
  for (const auto& entry : fs::directory_iterator(project_file("templates"))) {
    if (entry.path().extension() == ".xlsx") forms.push_back(entry.path());
  }
  return forms;
}

void check_converted(const TempFolder& folder) {
  for (const fs::path& form : official_forms()) {
    const fs::path converted = folder / (form.stem().string() + ".xls");
    INFO(converted);
    REQUIRE(fs::exists(converted));
    const auto before = contents(form);
    const auto after = contents(converted);
    for (const auto& [place, text] : before) {
      INFO(place);
      CHECK(after.count(place) == 1);
      if (after.count(place) == 1) CHECK(after.at(place) == text);
    }
    CHECK(after.size() == before.size());
  }
}

}  // namespace

TEST_CASE("the official forms saved as .xls by Gnumeric", "[xlsx]") {
  if (!is_installed("ssconvert")) {
    WARN("ssconvert is not installed");
    return;
  }
  const TempFolder folder;
  for (const fs::path& form : official_forms()) {
    const fs::path to = folder / (form.stem().string() + ".xls");
    REQUIRE(std::system(("ssconvert --export-type=Gnumeric_Excel:excel_biff8 " + shell_word(form) +
                         " " + shell_word(to) + " >/dev/null 2>&1")
                            .c_str()) == 0);
  }
  check_converted(folder);
}

TEST_CASE("the official forms saved as .xls by LibreOffice", "[xlsx]") {
  if (!is_installed("soffice")) {
    WARN("soffice is not installed");
    return;
  }
  const TempFolder folder;
  std::string command =
      "soffice -env:UserInstallation=" + shell_word("file://" + (folder / "profile").string()) +
      " --headless --convert-to 'xls:MS Excel 97' --outdir " + shell_word(folder.path());
  for (const fs::path& form : official_forms()) command += " " + shell_word(form);
  REQUIRE(std::system((command + " >/dev/null 2>&1").c_str()) == 0);
  check_converted(folder);
}
