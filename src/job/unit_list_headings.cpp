#include "job/unit_list_headings.h"

#include "base/text.h"

namespace huizong::job {
namespace {

using Column = UnitListColumn;

std::optional<Column> column_of(const std::string& heading) {
  static const std::map<std::string, Column> kHeadings = {
      {"编码", Column::Code},         {"单位编码", Column::Code},
      {"预算单位编码", Column::Code}, {"代码", Column::Code},
      {"单位代码", Column::Code},     {"名称", Column::Name},
      {"单位名称", Column::Name},     {"预算单位名称", Column::Name},
      {"简称", Column::ShortName},    {"单位简称", Column::ShortName},
      {"别名", Column::Aliases},      {"主管部门", Column::Department},
      {"应报表", Column::Forms},      {"财政拨款", Column::Appropriation},
      {"期限", Column::Deadline}};
  const auto it = kHeadings.find(heading);
  return it == kHeadings.end() ? std::nullopt : std::optional(it->second);
}

/// 财政拨款(单位:元) -> 元.
std::optional<model::MoneyUnit> unit_in(const std::string& label) {
  const std::size_t open = label.rfind('(');
  if (open == std::string::npos || label.back() != ')') return std::nullopt;
  std::string inside = label.substr(open + 1, label.size() - open - 2);
  const std::string prefix = "单位:";
  if (inside.rfind(prefix, 0) == 0) inside.erase(0, prefix.size());
  return model::parse_money_unit(inside);
}

}  // namespace

std::optional<UnitListHeadings> find_unit_list_headings(const xlsx::Sheet& sheet) {
  for (int row = 0; row < kUnitListHeadingRows; ++row) {
    UnitListHeadings headings;
    headings.row = row;
    for (const xlsx::Cell& cell : sheet.cells) {
      if (cell.ref.row != row || cell.type != xlsx::CellType::Text) continue;
      const std::string label = fold_label(cell.text);
      const auto column = column_of(without_unit(label));
      if (!column) continue;
      if (!headings.columns.emplace(*column, cell.ref.col).second)
        headings.doubled.push_back(cell.ref);
      else if (*column == Column::Appropriation)
        headings.money = unit_in(label).value_or(headings.money);
    }
    if (headings.columns.count(Column::Code) && headings.columns.count(Column::Name))
      return headings;
  }
  return std::nullopt;
}

}  // namespace huizong::job
