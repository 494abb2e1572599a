// 金标: what is known of one seed job, an entry of the recalculated figures a line. A seed is a
// document an office published; its job in examples/ has the figures as published, errors included.
//
// tests/seeds/<任务>.tsv has these columns, apart by tabs:
//   编号  判定  检验  规则或数  位置  应为  因
// 判定 AGREE DISAGREE FLAG DERIVED, or — for a finding that is right but no entry (编号 +). 检验
// says how the run shows it: passed (the rule was applied there and held); error warning note trial
// unchecked (a finding of that rule, there, of that level); value (a figure and its value); none
// (it cannot be shown, 因 says why). 位置 is sheet!A1, the file in front where that is not enough;
// of a figure derived by row any cell of the row. 因 "→ W13": the finding follows from that of W13,
// or from what W13 follows from.

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/run_result.h"

namespace huizong::testing {

struct GoldLine {
  int line = 0;  ///< of the file, from 1
  std::string id, judgement, check, name, place, expected, why;

  bool is_finding() const;
  std::string follows() const;  ///< "W13" of "→ W13"; "" of a root
};

struct GoldList {
  std::string job;   ///< the folder in examples/
  std::vector<GoldLine> lines;
  std::string mistakes;  ///< lines that are no lines of a gold list, one a line
};

GoldList read_gold_list(const std::filesystem::path& file);

/// Every line that the run does not bear out, with what it says instead; "" where all hold.
std::string not_borne_out(const GoldList& list, const model::RunResult& result);

/// Every finding of the run that no line names: false alarms, or lines that are missing.
std::string not_named(const GoldList& list, const model::RunResult& result);

/// "W 57: AGREE 39, DISAGREE 8, FLAG 3, DERIVED 7": entries, each counted once; ids missing between
/// 1 and the last are told.
std::string tally(const GoldList& list);

}  // namespace huizong::testing
