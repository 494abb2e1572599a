// 审核结果: a check that failed or could not be made, or something worth saying
// about a cell that was read.

#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/location.h"
#include "model/value.h"

namespace huizong::model {

/// 线索: a guess at how the difference came about.
struct Clue {
  std::string kind;  ///< "left_out" "digits_swapped" "times_10000" ...; stable, for programs
  Message text;
};

/// 出错说明: what the office answered to a warning.
struct Answer {
  std::string text, approver, date;
  Message open;  ///< why it does not close the warning; empty where it does
};

struct UnitName {
  std::string code;  ///< "" for findings across units
  std::string name;
};

struct Finding {
  std::string rule;  ///< ZTZP-001, or an implied rule's id: ZTZP-D-执行率
  Severity level = Severity::Error;
  bool trial = false;  ///< 试行: shown, never changes the verdict
  UnitName unit;
  std::string item;
  std::string form;  ///< the mapping's id
  Location place;
  std::string field;              ///< path of the figure at fault
  std::vector<std::string> lost;  ///< blocks and fields of which nothing was read because of it
  Value reported;                 ///< left side
  Value expected;                 ///< right side
  std::string expected_from;      ///< the cells the right side was computed from, however they were
                                  ///< joined: "G5、F5"; may be empty
  std::string figures_read;  ///< of a warning, what else it was judged by: "预算数 5；执行数 6"
  std::optional<Decimal> difference;  ///< reported - expected
  std::vector<Clue> clues;
  std::optional<std::size_t>
      cause;  ///< index, in the same list, of the finding this one follows from
  std::string cite;
  std::string quote;  ///< of a figure in prose: the sentence, as the message has it at its end
  Message message;    ///< one sentence without the place
  std::optional<Answer> answer = {};

  bool closed() const { return answer && answer->open.empty(); }  ///< 已说明: no longer counts
};

/// A check that was made and held.
struct PassedCheck {
  std::string rule;
  UnitName unit;
  std::string item;
  std::string form;
  Location place;
  std::string field;
  Value reported;  ///< nothing where the rule is a condition, as in a finding
  Value expected;
};

/// How often a rule was applied and how it went; the five always add up.
struct CheckCount {
  int passed = 0, failed = 0, unchecked = 0, not_applicable = 0;
  int applied() const { return passed + failed + unchecked; }
};
using CheckCounts = std::map<std::string, CheckCount>;  ///< by rule id
void add_counts(CheckCounts& total, const CheckCounts& more);

/// 结论, over the findings that are roots.
struct Verdict {
  int errors = 0, warnings = 0, notes = 0, unchecked = 0;
  int explained = 0;  ///< warnings that an explanation closed; not among `warnings`
};
Verdict verdict_of(const std::vector<Finding>& findings);

}  // namespace huizong::model
