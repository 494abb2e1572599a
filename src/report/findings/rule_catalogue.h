// 公式目录: every rule in force, with what became of it.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "job/job.h"
#include "model/run_result.h"
#include "report/sheet.h"

namespace huizong::report {

struct CatalogueEntry {
  std::string form;  ///< title
  std::string id;
  std::string level;  ///< 错误 警告 提示, with 试行· before it where it is on trial
  std::string say;
  std::string expression;  ///< as mapping files write it, with what limits and repeats it
  std::string cite;
  /// None for what only speaks where there is something to say: text read as a number, a label that
  /// changed.
  std::optional<model::CheckCount> count;
};

/// "停用" of "off", "试行·提示" of "trial": a level as a job file writes it.
std::string name_of_level(const std::string& word);

/// The mappings' own rules in their order, then the implied ones: 派生数 compared with what was
/// reported, whatever else was counted, and what else the findings name.
std::vector<CatalogueEntry> rule_catalogue(const job::Job& job, const model::RunResult& result);

/// What a finding's rule is listed as: ZTZP-T-… for every column that was read otherwise.
std::string catalogue_id(const std::string& form, const std::string& rule);

/// The bounds of the columns, before anything is written into them.
void bound_catalogue(Sheet& sheet);
/// Writes it as a table from column A on.
CellRange write_catalogue(Sheet& sheet, int row, const std::vector<CatalogueEntry>& entries);

}  // namespace huizong::report
