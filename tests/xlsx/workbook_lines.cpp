#include "xlsx/workbook_lines.h"

#include "xlsx/package/package.h"
#include "xlsx/reader.h"

namespace huizong::xlsx::testing {
namespace {

std::string line(const Cell& cell) {
  std::string text = to_string(cell.ref);
  switch (cell.type) {
    case CellType::Blank:
      text += " blank";
      break;
    case CellType::Number:
      text += " n " + cell.text;
      break;
    case CellType::Text:
      text += " s " + cell.text;
      break;
    case CellType::Bool:
      text += " b " + cell.text;
      break;
    case CellType::Error:
      text += (cell.fault == CellFault::None ? " e " : " ! ") + cell.text;
      break;
    case CellType::Date:
      text += " d " + cell.text;
      break;
  }
  return text + (cell.formula ? " formula\n" : "\n");
}

}  // namespace

std::string lines(const Workbook& book) {
  std::string all;
  for (const Sheet& sheet : book.sheets) {
    if (book.sheets.size() > 1) all += "[" + sheet.name + "]\n";
    for (const Cell& cell : sheet.cells) all += line(cell);
    for (const CellRange& merge : sheet.merges) all += "merged " + to_string(merge) + "\n";
  }
  return all;
}

std::string read_lines(std::string package, const Limits& limits) {
  try {
    return lines(read_workbook(Package(std::move(package), limits)));
  } catch (const Unreadable& refused) {
    return refused.kind() + ": " + refused.message().zh;
  }
}

}  // namespace huizong::xlsx::testing
