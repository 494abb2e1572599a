#include "support/sheet_text.h"

#include <algorithm>
#include <stdexcept>

#include "base/cell_ref.h"
#include "base/decimal.h"
#include "base/text.h"

namespace huizong::testing {
namespace {

xlsx::Cell cell_of(CellRef ref, std::string_view text) {
  xlsx::Cell cell;
  cell.ref = ref;
  if (text.front() == '\'') {
    cell.type = xlsx::CellType::Text;
    cell.text = text.substr(1);
    return cell;
  }
  if (text.front() == '=') {
    cell.formula = true;
    text.remove_prefix(1);
    if (text.empty()) return cell;
  }
  if (text.size() > 2 && text.substr(text.size() - 2) == "%%") {
    if (const auto percent = Decimal::parse(text.substr(0, text.size() - 2))) {
      cell.type = xlsx::CellType::Number;
      cell.text = (*percent / 100).to_string();
      cell.style = 1;
      return cell;
    }
  }
  if (Decimal::parse(text)) {
    cell.type = xlsx::CellType::Number;
  } else if (text.front() == '#' && text.find_first_of("!?/") != std::string_view::npos) {
    cell.type = xlsx::CellType::Error;
  } else {
    cell.type = xlsx::CellType::Text;
  }
  cell.text = text;
  for (std::size_t at; (at = cell.text.find("\\n")) != std::string::npos;)
    cell.text.replace(at, 2, "\n");
  return cell;
}

void sort(xlsx::Sheet& sheet) {
  std::sort(sheet.cells.begin(), sheet.cells.end(),
            [](const auto& a, const auto& b) { return a.ref < b.ref; });
}

template <class Axis>
void insert_line(xlsx::Sheet& sheet, int before, Axis axis) {
  for (xlsx::Cell& cell : sheet.cells) {
    if (axis(cell.ref) >= before) ++axis(cell.ref);
  }
  for (CellRange& merge : sheet.merges) {
    if (axis(merge.first) >= before) ++axis(merge.first);
    if (axis(merge.last) >= before) ++axis(merge.last);
  }
}

}  // namespace

xlsx::Sheet sheet(std::string_view text, const std::vector<std::string>& merges) {
  xlsx::Sheet made;
  made.name = "Sheet1";
  int row = 0;
  for (std::size_t start = 0; start <= text.size(); ++row) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view line = text.substr(start, end - start);
    int col = 0;
    for (std::size_t from = 0; from <= line.size(); ++col) {
      const std::size_t bar = std::min(line.find('|', from), line.size());
      const std::string_view cell = trimmed(line.substr(from, bar - from));
      if (!cell.empty() && cell != "~") made.cells.push_back(cell_of({row, col}, cell));
      from = bar + 1;
    }
    start = end + 1;
  }
  for (const std::string& merge : merges) {
    const auto range = parse_cell_range(merge);
    if (!range) throw std::runtime_error("no range: " + merge);
    made.merges.push_back(*range);
  }
  std::sort(made.merges.begin(), made.merges.end());
  return made;
}

xlsx::Workbook workbook(xlsx::Sheet sheet) {
  xlsx::Workbook made;
  made.formats = {{"General", false, false, -1},
                  {"0.0%", false, true, 1},
                  {"#,##0.00", false, false, 2},
                  {"yyyy/m/d", true, false, -1}};
  made.sheets.push_back(std::move(sheet));
  return made;
}

void put(xlsx::Sheet& sheet, std::string_view ref, std::string_view text) {
  const auto place = parse_cell_ref(ref);
  if (!place) throw std::runtime_error("no cell: " + std::string(ref));
  std::erase_if(sheet.cells, [&](const xlsx::Cell& cell) { return cell.ref == *place; });
  if (text.empty()) return;
  sheet.cells.push_back(cell_of(*place, text));
  sort(sheet);
}

void insert_row(xlsx::Sheet& sheet, int before) {
  insert_line(sheet, before, [](CellRef& ref) -> int& { return ref.row; });
}

void insert_column(xlsx::Sheet& sheet, int before) {
  insert_line(sheet, before, [](CellRef& ref) -> int& { return ref.col; });
}

void delete_row(xlsx::Sheet& sheet, int row) {
  std::erase_if(sheet.cells, [&](const xlsx::Cell& cell) { return cell.ref.row == row; });
  for (xlsx::Cell& cell : sheet.cells) {
    if (cell.ref.row > row) --cell.ref.row;
  }
  std::erase_if(sheet.merges,
                [&](const CellRange& m) { return m.first.row == row && m.last.row == row; });
  for (CellRange& merge : sheet.merges) {
    if (merge.first.row > row) --merge.first.row;
    if (merge.last.row >= row) --merge.last.row;
  }
}

}  // namespace huizong::testing
