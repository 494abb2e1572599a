// The rows of a variable block on a unit's sheet: where it ends, and which rows
// between its headings and its end hold data.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mapping/mapping.h"
#include "mapping/place/row_places.h"
#include "mapping/place/sheet_grid.h"
#include "mapping/place/template_labels.h"

namespace huizong::mapping {

/// The first row from `from` on whose cell in that column is the label.
std::optional<int> first_row_saying(const SheetGrid& sheet, const std::string& key, int year,
                                    int col, int from);

/// The first row in [from, before) whose first cell begins with 注, 备注 or 说明; `before` if there
/// is none.
int first_note_row(const SheetGrid& sheet, int from, int before);

struct TableBody {
  const std::vector<int>& cols;  ///< of the sheet, parallel to the table's columns
  const std::vector<std::vector<std::string>>& headings;  ///< keys of each column's heading
  BodyRows rows;
  const TableBlock& table;
};
/// Headings repeated at page breaks, with the titles above them, are left out, and so are empty
/// rows at the end.
std::vector<int> body_rows(const SheetGrid& sheet, const TemplateLabels& labels, int year,
                           const TableBody& body);

}  // namespace huizong::mapping
