// 出错说明: what the office answered to a warning, row by row as its workbook
// has it. Nothing here knows the workbook.

#pragma once

#include <algorithm>
#include <string>
#include <vector>

namespace huizong::model {

/// How a row of it stands; the words are those of its column 状态.
namespace explanation_state {
inline constexpr const char* kClosed = "已说明";
inline constexpr const char* kUnexplained = "待说明";
inline constexpr const char* kUnapproved = "待审批";
inline constexpr const char* kChanged = "数据已变";
inline constexpr const char* kGone = "已不适用";
}  // namespace explanation_state

struct Explanation {
  // Which warning it is about.
  std::string unit;  ///< code
  std::string unit_name;
  std::string item;
  std::string form;  ///< title
  std::string rule;
  std::string place;               ///< "自评表 › F12"
  std::string reported, expected;  ///< "1064.54", "良"; of a condition all the figures it reads
  std::string problem;             ///< the finding's sentence
  // What the office wrote.
  std::string text, approver, date;
  std::vector<std::string> more = {};  ///< in columns of its own, by Explanations::more

  std::string state;

  /// Somebody wrote something into the row: it is never dropped.
  bool answered() const {
    const auto filled = [](const std::string& cell) { return !cell.empty(); };
    return !text.empty() || !approver.empty() || !date.empty() ||
           std::any_of(more.begin(), more.end(), filled);
  }
  bool operator==(const Explanation&) const = default;
};

struct Explanations {
  std::vector<std::string> more;  ///< headings of columns the office added
  std::vector<Explanation> rows;
  bool operator==(const Explanations&) const = default;
};

}  // namespace huizong::model
