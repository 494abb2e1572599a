// What is said in words: 备注 beside a row, and above all of them whether the
// summary is complete.

#include <algorithm>

#include "report/substitute.h"
#include "report/summary/table.h"

namespace huizong::report {
namespace {

using formula::Total;
using model::Value;

void append(std::string& list, const std::string& item, const char* separator = "；") {
  if (item.empty()) return;
  if (!list.empty()) list += separator;
  list += item;
}

/// A reason that does not name its figure ("公式没有保存结果") is given the name.
std::string reason_of(const model::NotAvailable& na, const std::string& heading) {
  if (na.why.zh.empty()) return heading + "无法计算";
  std::string label;
  for (std::size_t at = 0; at <= na.field.size(); at += label.size() + 1) {
    label = na.field.substr(at, na.field.find('.', at) - at);
    if (label.empty() || na.why.zh.find(label) != std::string::npos) return na.why.zh;
  }
  return label + "：" + na.why.zh;
}

}  // namespace

/// A ratio of nothing to nothing is none, and yet lacks nothing.
bool SummaryTable::lacks(const UnitRow& row, std::size_t at) const {
  const Total total = columns_.all()[at].total;
  if (total == Total::None || total == Total::Count) return false;
  if (total != Total::Ratio) return !model::number(row.values[at]);
  const auto& operands = operands_[at];
  return std::any_of(operands.begin(), operands.end(),
                     [&](std::size_t operand) { return !model::number(row.values[operand]); });
}

std::string SummaryTable::remarks_of(const UnitRow& row, const model::Intake& intake) const {
  std::string remarks = row.remarks;
  // Which files those are stands on the sheet 缺报与退回.
  const auto unread_reasons = [&] {
    std::string reasons;
    for (const model::UnreadFile& file : intake.unread) {
      if (file.unit == row.unit.code) append(reasons, file.message.zh);
    }
    return reasons;
  };
  if (!row.submission) {
    switch (row.standing) {
      case model::Standing::Missing:
        return "未报";
      case model::Standing::Unread:
        return "未读：" + unread_reasons();
      case model::Standing::Ambiguous:
        for (const model::DuplicateFiles& d : intake.duplicate) {
          if (d.unit != row.unit.code || d.form != mapping_.id() || !d.used.empty() ||
              d.item != row.item)
            continue;
          append(remarks, fmt::format("{} 份内容不同", d.set_aside.size()));
        }
        return "重复报送待定：" + remarks;
      case model::Standing::In:
        return "已报，但没有可用的报送表";
    }
  }
  if (!row.submission->counted)
    append(remarks, "不计入合计：" + row.submission->why_not_counted.zh);
  std::vector<std::string> reasons;
  const auto add = [&](std::string reason) {
    if (std::find(reasons.begin(), reasons.end(), reason) == reasons.end())
      reasons.push_back(std::move(reason));
  };
  for (std::size_t i = 0; i < columns_.visible(); ++i) {
    const Column& column = columns_.all()[i];
    const Value& value = row.values[i];
    if (const auto* blank = std::get_if<model::Blank>(&value)) {
      add(column.heading + (blank->not_applicable ? "不适用" : "未填"));
    } else if (const auto* na = model::not_available(value)) {
      if (row.counted() || !calls(column.value, "RANK")) add(reason_of(*na, column.heading));
    } else if (const auto* error = std::get_if<model::CellError>(&value)) {
      add(column.heading + "是错误值 " + error->code);
    } else if (lacks(row, i)) {
      add(column.heading + "不是数");
    }
  }
  for (const std::string& reason : reasons) append(remarks, reason);
  const std::string unread = unread_reasons();
  if (!unread.empty()) append(remarks, "另有文件未读：" + unread);
  return remarks;
}

int SummaryTable::owed(model::Standing standing) const {
  return static_cast<int>(std::count_if(
      owed_.begin(), owed_.end(), [&](const model::Owed& o) { return o.standing == standing; }));
}

int SummaryTable::counted(const std::string* department) const {
  return static_cast<int>(std::count_if(rows_.begin(), rows_.end(), [department](const UnitRow& r) {
    return r.counted() && (!department || r.department == *department);
  }));
}

int SummaryTable::kept_out() const {
  return static_cast<int>(std::count_if(
      rows_.begin(), rows_.end(), [](const UnitRow& r) { return r.submission && !r.counted(); }));
}

int SummaryTable::lacking() const {
  return static_cast<int>(std::count_if(rows_.begin(), rows_.end(), [&](const UnitRow& row) {
    if (!row.counted()) return false;
    for (std::size_t i = 0; i < columns_.visible(); ++i) {
      if (lacks(row, i)) return true;
    }
    return false;
  }));
}

bool SummaryTable::uneven(std::size_t at, const std::string* department) const {
  if (columns_.all()[at].total != Total::Ratio) return false;
  const auto& operands = operands_[at];
  const auto rows = counted_rows(department);
  return std::any_of(rows.begin(), rows.end(), [&](const UnitRow* row) {
    const auto given = std::count_if(operands.begin(), operands.end(), [&](std::size_t operand) {
      return model::number(row->values[operand]) != nullptr;
    });
    return given > 0 && given < static_cast<std::ptrdiff_t>(operands.size());
  });
}

bool SummaryTable::complete() const {
  return owed(model::Standing::In) == static_cast<int>(owed_.size()) && kept_out() == 0 &&
         lacking() == 0 && undecided() == 0;
}

int SummaryTable::undecided() const {
  return static_cast<int>(std::count_if(rows_.begin(), rows_.end(), [](const UnitRow& row) {
    return row.standing == model::Standing::Ambiguous && !row.item.empty();
  }));
}

std::string SummaryTable::completeness() const {
  using model::Standing;
  if (complete()) return fmt::format("应报 {0} 家，已报 {0} 家，全部计入合计。", owed_.size());
  std::string not_in;
  if (const int n = owed(Standing::Missing)) append(not_in, fmt::format("缺报 {} 家", n), "、");
  if (const int n = owed(Standing::Unread)) append(not_in, fmt::format("未读 {} 家", n), "、");
  if (const int n = owed(Standing::Ambiguous))
    append(not_in, fmt::format("重复待定 {} 家", n), "、");
  std::string text =
      fmt::format("不完整：应报 {} 家，已报 {} 家", owed_.size(), owed(Standing::In));
  append(text, not_in);
  if (const int n = undecided()) append(text, fmt::format("{} 个项目重复待定", n));
  const char* what = has_items_ ? "份报送表" : "家";
  if (const int n = kept_out()) append(text, fmt::format("{} {}不计入合计", n, what));
  if (const int n = lacking())
    append(text, fmt::format("{} {}缺数，合计中没有它们所缺的数", n, what));
  return text + "。";
}

}  // namespace huizong::report
