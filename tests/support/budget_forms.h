// Two forms made up for tests: 项目支出绩效自评表, of which a unit hands in
// several, and 部门决算报表, which has three sheets.

#pragma once

#include <string>
#include <vector>

#include "xlsx/workbook.h"

namespace huizong::testing {

/// One project as a unit fills it in; empty texts stay blank.
struct Project {
  std::string unit, code, name, budget = "100", spent = "90";
  std::string year = "2021";
  int indicators = 2;  ///< of ten points each, all scored in full
};
xlsx::Sheet project_form(const Project& project);
xlsx::Sheet blank_project_form();
/// Its mapping, with `per` as given: "sheet" or "block".
std::string project_mapping(const std::string& per);

/// 收入决算表, 支出决算表 (a table) and 三公经费表 (in 元), filled for 示例单位; amounts in 万元.
std::vector<xlsx::Sheet> accounts_form();
std::vector<xlsx::Sheet> blank_accounts_form();
std::string accounts_mapping();

}  // namespace huizong::testing
