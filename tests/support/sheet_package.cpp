#include "support/sheet_package.h"

#include <algorithm>

#include "xlsx/writer.h"

namespace huizong::testing {

std::string sheet_package(const std::vector<xlsx::Sheet>& sheets) {
  xlsx::Writer book({.title = "报表", .date = ""});
  const xlsx::StyleId plain = book.style({});
  for (const xlsx::Sheet& sheet : sheets) {
    xlsx::SheetWriter& to = book.add_sheet(sheet.name);
    for (const CellRange& merge : sheet.merges) to.merged(merge, "", plain);
    for (const xlsx::Cell& cell : sheet.cells) {
      if (const auto number = xlsx::number_of(cell))
        to.number(cell.ref, *number, plain);
      else
        to.text(cell.ref, cell.text, plain);
    }
  }
  return book.package();
}

std::string lines_of(const xlsx::Sheet& sheet) {
  std::string text;
  int row = -1;
  for (const xlsx::Cell& cell : sheet.cells) {
    if (cell.text.empty()) continue;
    if (cell.ref.row != row)
      text += (row < 0 ? "" : "\n") + to_string(cell.ref) + ": ";
    else
      text += " | ";
    row = cell.ref.row;
    text += (cell.formula ? "=" : "") + cell.text;
  }
  return text + "\n";
}

xlsx::Sheet named(xlsx::Sheet sheet, const char* name, xlsx::SheetState state) {
  sheet.name = name;
  sheet.state = state;
  return sheet;
}

xlsx::Sheet stacked(xlsx::Sheet upper, const xlsx::Sheet& lower, int gap) {
  int last = 0;
  for (const xlsx::Cell& cell : upper.cells) last = std::max(last, cell.ref.row);
  const int by = last + 1 + gap;
  for (xlsx::Cell cell : lower.cells) {
    cell.ref.row += by;
    upper.cells.push_back(std::move(cell));
  }
  for (CellRange merge : lower.merges) {
    merge.first.row += by;
    merge.last.row += by;
    upper.merges.push_back(merge);
  }
  return upper;
}

}  // namespace huizong::testing
