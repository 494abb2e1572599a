// 出错说明: what the office answered to a warning, row by row as its workbook
// has it.

#pragma once

#include <optional>
#include <string>

#include "base/cell_ref.h"
#include "base/message.h"

namespace huizong::model {

/// How a row of it stands; the words are those of its column 状态.
namespace explanation_state {
inline constexpr const char* kClosed = "已说明";
inline constexpr const char* kUnexplained = "待说明";
inline constexpr const char* kUnapproved = "待审批";
inline constexpr const char* kChanged = "数据已变";
inline constexpr const char* kGone = "已不适用";
inline constexpr const char* kUnclear = "未能辨认";
}  // namespace explanation_state

struct Explanation {
  // Which warning it is about.
  std::string unit;  ///< code
  std::string unit_name;
  std::string item;
  std::string form;  ///< title
  std::string rule;
  std::string place;               ///< "自评表 › F12"
  std::string reported, expected;  ///< "1064.54", "良"
  std::string figures_read;  ///< what else it was judged by: "全年执行数 50；全年预算数 100"
  std::string problem;       ///< the finding's sentence
  // What the office wrote.
  std::string text, approver, date;

  std::string state;

  std::optional<CellRef> cell = {};  ///< where its row begins; nothing of a new one
  Message unclear = {};              ///< why nobody can tell which warning it is about; else empty

  bool answered() const { return !text.empty() || !approver.empty() || !date.empty(); }
};

}  // namespace huizong::model
