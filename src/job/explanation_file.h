// 出错说明.xlsx -> what an office answered to warnings, and where it stands. A
// file that cannot be read, lost a heading or does not say what it shows is a
// mistake of the job: nothing is judged, and the file is left as it is.

#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "job/explanation_headings.h"
#include "model/explanation.h"
#include "model/unit_list.h"

namespace huizong::job {

struct ExplanationFile {
  std::vector<model::Explanation> rows;

  std::string sheet;
  int heading_row = 0;
  std::vector<std::optional<int>> columns;  ///< explanation_columns(), where they stand here
  std::set<int> taken_rows, taken_columns;  ///< with anything in them, from the headings on
};

/// Of the visible sheets the one with our headings, in any order within its first ten rows; of
/// several the one called 出错说明. Throws Mistakes.
ExplanationFile load_explanations(const std::filesystem::path& file, const model::UnitList& units);

}  // namespace huizong::job
