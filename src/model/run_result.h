// What a run over all submissions found: what reports are written from.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/explanation.h"
#include "model/finding.h"
#include "model/intake.h"
#include "model/submission.h"

namespace huizong::model {

struct RunResult {
  Intake intake;
  std::vector<Submission>
      submissions;  ///< those that are in, in the unit list's order, derived figures included
  std::vector<Finding> findings;    ///< of all units, `cause` indexing this list
  std::vector<PassedCheck> passed;  ///< only where they were asked for
  CheckCounts checks;
  std::vector<Explanation> explanations = {};  ///< as 出错说明 has to stand after this run
  /// Last year's, of all forms of the job, where the job names a store of them. The files in their
  /// places begin with the year: "2020年：上报/101001.xlsx".
  std::optional<std::vector<Submission>> last_year = {};
  std::vector<std::pair<std::string, std::string>>
      files;  ///< every file read: path, sha256; sorted
};

}  // namespace huizong::model
