#include "mapping/place/table_body.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "mapping/place/label_key.h"

namespace huizong::mapping {
namespace {

/// Blank rows inside a block are rows of it; more of them together are a stray cell's way to the
/// sheet's end.
constexpr int kLongestGap = 100;

bool says(const std::vector<std::string>& keys, const std::string& key) {
  return !key.empty() && std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// What a column holds in a row: nothing where a merge from above or from the left covers it.
const xlsx::Cell* own_cell(const SheetGrid& sheet, CellRef ref) {
  const xlsx::Cell* cell = sheet.at(ref);
  return cell && is_filled(*cell) && sheet.extent(ref).first == ref ? cell : nullptr;
}

bool has_content(const SheetGrid& sheet, int row, const std::vector<int>& cols) {
  return std::any_of(cols.begin(), cols.end(), [&](int col) {
    return own_cell(sheet, {row, col}) != nullptr;
  });
}

/// Whether a filled cell above is merged down into the row: a preset of several sample rows.
bool in_merge(const SheetGrid& sheet, int row, int after, const std::vector<int>& cols) {
  return std::any_of(cols.begin(), cols.end(), [&](int col) {
    const CellRef first = sheet.extent({row, col}).first;
    const xlsx::Cell* cell = sheet.at(first);
    return after < first.row && first.row < row && cell && is_filled(*cell);
  });
}

/// A row that says again, in every column it fills, what the column's heading says.
bool repeats_headings(const SheetGrid& sheet, int year, int row, const TableBody& body) {
  int same = 0;
  for (std::size_t i = 0; i < body.cols.size(); ++i) {
    const xlsx::Cell* cell = own_cell(sheet, {row, body.cols[i]});
    if (!cell) continue;
    if (cell->type != xlsx::CellType::Text || !says(body.headings[i], label_key(cell->text, year)))
      return false;
    ++same;
  }
  return same >= std::min<int>(2, static_cast<int>(body.cols.size()));
}

/// A row that holds nothing but words printed above the block on the template: the title, a unit
/// line, upper headings.
bool repeats_title(const SheetGrid& sheet, const TemplateLabels& labels, int year, int row,
                   int first_row) {
  bool any = false;
  for (const xlsx::Cell& cell : sheet.row(row)) {
    if (!is_filled(cell) || sheet.extent(cell.ref).first != cell.ref) continue;
    if (cell.type != xlsx::CellType::Text) return false;
    const std::string key = label_key(cell.text, year);
    const bool known =
        std::any_of(labels.labels().begin(), labels.labels().end(), [&](const Label& l) {
          if (l.cell().row >= first_row) return false;
          if (says(l.keys, key)) return true;
          return l.field && std::any_of(l.field->patterns.begin(), l.field->patterns.end(),
                                        [&](const Pattern& p) {
                                          return !l.literal.empty() && p.match(cell.text);
                                        });
        });
    if (!known) return false;
    any = true;
  }
  return any;
}

}  // namespace

std::optional<int> first_row_saying(const SheetGrid& sheet, const std::string& key, int year,
                                    int col, int from) {
  for (const xlsx::Cell& cell : sheet.sheet().cells) {
    if (cell.ref.row < from || cell.type != xlsx::CellType::Text) continue;
    const CellRange extent = sheet.extent(cell.ref);
    if (extent.first == cell.ref && extent.first.col <= col && col <= extent.last.col &&
        label_key(cell.text, year) == key)
      return cell.ref.row;
  }
  return std::nullopt;
}

int first_note_row(const SheetGrid& sheet, int from, int before) {
  for (int row = from; row < before; ++row) {
    for (const xlsx::Cell& cell : sheet.row(row)) {
      if (!is_filled(cell)) continue;
      const std::string text = fold_label(cell.text);
      for (const std::string_view word : {"注", "备注", "附注", "说明"}) {
        if (cell.type != xlsx::CellType::Text ||
            std::string_view(text).substr(0, word.size()) != word)
          continue;
        // 注册商标数 is an indicator; 注：… and 备注1.… are notes.
        const char next = text.size() > word.size() ? text[word.size()] : ':';
        if (next == ':' || next == '.' || next == '(' || (next >= '0' && next <= '9')) return row;
      }
      break;  // only the row's first cell
    }
  }
  return before;
}

std::vector<int> body_rows(const SheetGrid& sheet, const TemplateLabels& labels, int year,
                           const TableBody& body) {
  std::vector<int> rows;
  int blank_rows = 0;
  for (int row = body.rows.after + 1; row < body.rows.before; ++row) {
    if (body.table.end.kind == TableEnd::Kind::Blank && !has_content(sheet, row, body.cols) &&
        !in_merge(sheet, row, body.rows.after, body.cols))
      break;
    blank_rows = has_content(sheet, row, body.cols) ? 0 : blank_rows + 1;
    if (blank_rows > kLongestGap) continue;
    if (!repeats_headings(sheet, year, row, body)) {
      rows.push_back(row);
      continue;
    }
    while (!rows.empty() && repeats_title(sheet, labels, year, rows.back(), body.table.first_row))
      rows.pop_back();
  }
  while (!rows.empty() && !has_content(sheet, rows.back(), body.cols)) rows.pop_back();
  return rows;
}

}  // namespace huizong::mapping
