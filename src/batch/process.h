// One workbook, from bytes to audited submissions. What goes wrong with it stays
// with it: the batch goes on.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "job/job.h"
#include "model/finding.h"
#include "model/intake.h"
#include "model/submission.h"

namespace huizong::batch {

/// The spdlog logger that gets a line a workbook, where the program has registered one.
inline constexpr const char* kLogName = "huizong";

struct ProcessedSubmission {
  model::Submission submission;  ///< key.unit is "" when the unit is not in the list
  std::string reported_unit;
  bool item_missing = false;  ///< of a form with items (项目): nothing tells which it is
  std::vector<model::Finding> findings;  ///< `cause` indexes this list
  std::vector<model::PassedCheck> passed;
  model::CheckCounts checks;
};

struct ProcessedFile {
  std::string file;  ///< relative to the job
  std::string hash;  ///< sha256; "" when it could not even be opened
  std::vector<ProcessedSubmission> submissions;
  std::optional<model::UnreadFile> unread;
};

/// `list_passed`: checks that held are listed too, not only counted.
ProcessedFile process_one(const job::Job& job, const std::string& file, bool list_passed = false);

}  // namespace huizong::batch
