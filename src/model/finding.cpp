#include "model/finding.h"

#include <algorithm>

#include "model/intake.h"

namespace huizong::model {

Verdict verdict_of(const std::vector<Finding>& findings) {
  Verdict v;
  for (const Finding& f : findings) {
    if (f.cause) continue;
    if (f.trial) {
      ++v.notes;
      continue;
    }
    switch (f.level) {
      case Severity::Error:
        ++v.errors;
        break;
      case Severity::Warning:
        ++(f.closed() ? v.explained : v.warnings);
        break;
      case Severity::Note:
        ++v.notes;
        break;
      case Severity::Unchecked:
        ++v.unchecked;
        break;
    }
  }
  return v;
}

void add_counts(CheckCounts& total, const CheckCounts& more) {
  for (const auto& [rule, count] : more) {
    CheckCount& sum = total[rule];
    sum.passed += count.passed;
    sum.failed += count.failed;
    sum.unchecked += count.unchecked;
    sum.not_applicable += count.not_applicable;
  }
}

int Intake::count(Standing standing) const {
  return static_cast<int>(std::count_if(owed.begin(), owed.end(),
                                        [&](const Owed& o) { return o.standing == standing; }));
}

}  // namespace huizong::model
