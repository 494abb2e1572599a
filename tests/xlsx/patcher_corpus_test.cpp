// Workbooks of other people and other programs: whatever can be read can be filled, and a block can
// be resized in it or the refusal says why.

#include <catch2/catch.hpp>
#include <filesystem>
#include <map>

#include "support/support.h"
#include "xlsx/fillable.h"
#include "xlsx/package/package.h"
#include "xlsx/patcher.h"
#include "xlsx/reader.h"

namespace huizong::xlsx {
namespace {

constexpr std::uintmax_t kMostBytes = 200 << 10;  // to keep the test short

/// The files that can be read, by name.
std::map<std::string, std::string> readable(const std::filesystem::path& folder) {
  std::map<std::string, std::string> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const auto extension = entry.path().extension();
    if (!entry.is_regular_file() || entry.file_size() > kMostBytes) continue;
    if (extension != ".xlsx" && extension != ".xlsm" && extension != ".xltx") continue;
    auto bytes = testing::read_file(entry.path());
    try {
      const auto book = read_workbook(Package(bytes));
      require_fillable(Package(bytes));
      if (!book.sheets.empty()) found[entry.path().filename().string()] = std::move(bytes);
    } catch (const Error&) {
      continue;  // what the reader refuses is the reader's test; macros are no template
    }
  }
  return found;
}

/// Cells that are no formula, moved down by so many rows from a row on.
std::map<CellRef, std::string> values(const Sheet& sheet, int from_row = 0, int by = 0) {
  std::map<CellRef, std::string> found;
  for (const auto& cell : sheet.cells) {
    if (cell.formula) continue;
    found[{cell.ref.row >= from_row ? cell.ref.row + by : cell.ref.row, cell.ref.col}] = cell.text;
  }
  return found;
}

}  // namespace

TEST_CASE("a cell filled in any workbook leaves every other cell as it was", "[xlsx]") {
  const auto folder = testing::shared_folder("corpus");
  if (folder.empty()) return;
  const auto files = readable(folder);
  CHECK(files.size() > 50);
  for (const auto& [name, bytes] : files) {
    CAPTURE(name);
    const auto before = read_workbook(Package(bytes));
    Patcher form(bytes);
    const CellRef place{9000, 3};
    form.set_text(0, place, "审核人");
    const auto after = read_workbook(Package(form.package()));
    auto want = values(before.sheets[0]);
    want[place] = "审核人";
    CHECK(values(after.sheets[0]) == want);
    for (std::size_t i = 1; i < before.sheets.size(); ++i) {
      CHECK(values(after.sheets[i]) == values(before.sheets[i]));
    }
  }
}

TEST_CASE("rows added to any workbook move what stands below, or the refusal says why", "[xlsx]") {
  const auto folder = testing::shared_folder("corpus");
  if (folder.empty()) return;
  int moved = 0, refused = 0;
  for (const auto& [name, bytes] : readable(folder)) {
    CAPTURE(name);
    const auto before = read_workbook(Package(bytes));
    Patcher form(bytes);
    const RowSpan block{1, 1};
    std::string package;
    try {
      form.resize_block(0, block, 4);
      package = form.package();
    } catch (const Unreadable&) {
      throw;
    } catch (const Error& error) {
      ++refused;
      CHECK(error.message().zh.find("表样“") == 0);
      continue;
    }
    ++moved;
    const auto after = read_workbook(Package(package));
    const auto now = values(after.sheets[0]);
    for (const auto& [cell, text] : values(before.sheets[0], 2, 3)) {
      CAPTURE(to_string(cell));
      const auto found = now.find(cell);
      CHECK((found != now.end() && found->second == text));
    }
  }
  CAPTURE(refused);
  CHECK(moved > 40);
}

}  // namespace huizong::xlsx
