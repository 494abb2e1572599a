#include "job/explanation_headings.h"

#include <algorithm>

#include "base/text.h"

namespace huizong::job {
namespace {

using model::Explanation;
using Kind = ExplanationColumn::Kind;

ExplanationHeadings headings_in(const xlsx::Sheet& sheet, int row) {
  const auto& ours = explanation_columns();
  ExplanationHeadings found{&sheet, row, std::vector<std::optional<int>>(ours.size()), {}, {}};
  for (const xlsx::Cell& cell : sheet.cells) {
    if (cell.ref.row != row) continue;
    const std::string label = fold_label(cell.text);
    for (std::size_t i = 0; i < ours.size(); ++i) {
      if (label != ours[i].heading) continue;
      if (found.columns[i])
        found.doubled.push_back(cell.ref);
      else
        found.columns[i] = cell.ref.col;
    }
  }
  for (std::size_t i = 0; i < ours.size(); ++i) {
    if (ours[i].needed && !found.columns[i])
      found.missing += (found.missing.empty() ? "" : "、") + std::string(ours[i].heading);
  }
  return found;
}

}  // namespace

const std::vector<ExplanationColumn>& explanation_columns() {
  static const std::vector<ExplanationColumn> kColumns = {
      {"编码", &Explanation::unit, true},
      {"单位", &Explanation::unit_name, false},
      {"项目", &Explanation::item, true},
      {"表", &Explanation::form, false},
      {"规则", &Explanation::rule, true},
      {"位置", &Explanation::place, true},
      {"填报数", &Explanation::reported, true, Kind::Figure},
      {"应为", &Explanation::expected, true, Kind::Figure},
      {"所据数", &Explanation::figures_read, false},
      {"问题", &Explanation::problem, true},
      {"说明", &Explanation::text, true, Kind::Written},
      {"审批人", &Explanation::approver, true, Kind::Written},
      {"日期", &Explanation::date, false, Kind::Written},
      {"状态", &Explanation::state, false},
  };
  return kColumns;
}

std::ptrdiff_t ExplanationHeadings::known() const {
  return std::count_if(columns.begin(), columns.end(),
                       [](const auto& column) { return column.has_value(); });
}

std::vector<ExplanationHeadings> find_explanation_headings(const xlsx::Workbook& book) {
  std::vector<ExplanationHeadings> all;
  for (const xlsx::Sheet& sheet : book.sheets) {
    if (sheet.state != xlsx::SheetState::Visible) continue;
    all.push_back(headings_in(sheet, 0));
    for (int row = 1; row < kExplanationHeadingRows; ++row) {
      ExplanationHeadings other = headings_in(sheet, row);
      if (other.known() > all.back().known()) all.back() = std::move(other);
    }
  }
  return all;
}

}  // namespace huizong::job
