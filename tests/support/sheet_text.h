// Sheets made from text, for tests of what reads them:
//
//   sheet("部门名称 | 示例单位\n"
//         "合计     | 1112.67 ", {"A1:B1"})
//
// A cell that reads as a number is stored as one; '100 is text, 95.0%% a number shown as 95.0%, =12
// a formula with its value and = a formula without one. ~ stands for an empty cell, \n inside a
// cell is written \n.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "xlsx/workbook.h"

namespace huizong::testing {

xlsx::Sheet sheet(std::string_view text, const std::vector<std::string>& merges = {});

/// Styles of such sheets: 0 General, 1 "0.0%", 2 "#,##0.00", 3 a date.
xlsx::Workbook workbook(xlsx::Sheet sheet);
void put(xlsx::Sheet& sheet, std::string_view ref,
         std::string_view text);  ///< "" takes the cell away

/// As Excel does it: everything from there on moves, merges that reach across grow.
void insert_row(xlsx::Sheet& sheet, int before);
void insert_column(xlsx::Sheet& sheet, int before);
/// Takes away a row and what is on it.
void delete_row(xlsx::Sheet& sheet, int row);

}  // namespace huizong::testing
