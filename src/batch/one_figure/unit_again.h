// 假如改正: the figures of one unit derived and audited again, some of them other
// than they were reported.

#pragma once

#include <functional>
#include <string>
#include <vector>

#include "audit/audit.h"
#include "job/job.h"
#include "model/run_result.h"

namespace huizong::batch {

/// A figure put right.
struct Change {
  Location place;
  std::string field;
  model::Value was, now;
};

class UnitAgain {
 public:
  /// `found` is all that was found of the unit; what reading found stays as it is.
  UnitAgain(const job::Job& job, const model::RunResult& all, const std::string& unit,
            const std::vector<model::Finding>& found);

  struct Audited {
    std::vector<model::Finding> findings;
    std::vector<model::PassedCheck> passed;
  };
  /// Findings are put under each other only where `worth` says so of them: it takes as long again.
  Audited with(const std::vector<Change>& changes,
               const std::function<bool(const Audited&)>& worth) const;

  const model::RunResult& reported() const { return reported_; }  ///< of this unit alone
  std::vector<audit::FormOfUnit> forms(const model::RunResult& of) const;

 private:
  const formula::Definitions& definitions_of(const std::string& form) const;
  bool is_audits(const model::Finding& finding) const;

  const job::Job& job_;
  model::RunResult reported_;
  std::vector<model::Finding> reading_;
};

}  // namespace huizong::batch
