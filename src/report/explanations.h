// 出错说明.xlsx: a row for every warning, for the office to explain and approve.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "job/job.h"

namespace huizong::report {

/// The whole workbook, which tells nothing but its rows.
std::string explanations_workbook(const job::Job& job, const std::vector<model::Explanation>& rows);

/// The office's own workbook, `bytes` as `was` was read from, with the rows as they stand now:
/// their 位置 and 状态 where those have changed, and the new rows in the first empty ones below.
/// Nothing of it goes: a row whose warning is gone says 已不适用. Throws Error where a cell cannot
/// be written.
std::string updated_explanations(std::string bytes, const job::ExplanationFile& was,
                                 const std::vector<model::Explanation>& now);

/// A number of a column of figures that is kept as one; text that looks like one ("007") is not.
std::optional<Decimal> figure_in(const job::ExplanationColumn& column, const std::string& cell);

}  // namespace huizong::report
