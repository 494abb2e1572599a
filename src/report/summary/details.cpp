#include "report/summary/details.h"

#include <algorithm>
#include <set>

#include "formula/print.h"
#include "model/display.h"
#include "report/looks.h"
#include "report/number_formats.h"

namespace huizong::report {
namespace {

using model::FieldType;

struct DetailColumn {
  std::string name;  ///< of the figure in its row
  FieldType type = FieldType::Text;
  std::string format;
  const formula::Derived* derived = nullptr;  ///< printable with the cells of the row alone
};

constexpr int kTotalRow = 2, kHeadingRow = 3, kFirstRow = 4;

bool is_blank_row(const model::TableRow& row) {
  return !row.has_figure && std::all_of(row.columns.begin(), row.columns.end(), [](const auto& c) {
    return model::is_blank(c.second.value);
  });
}

/// Amounts and points make a sum; numbers of one indicator and another do not.
bool can_be_added(FieldType type) {
  return type == FieldType::Money || type == FieldType::Score;
}

/// What a unit writes for a target or a result is shown as written, "≥95%" beside 100, which no
/// formula can use.
bool is_as_written(FieldType type) {
  return type == FieldType::Target || type == FieldType::Actual;
}

class Details : public formula::CellNames {
 public:
  Details(Sheet& sheet, const SummaryTable& summary, const mapping::TableBlock& table,
          const model::RunResult& result)
      : sheet_(sheet), summary_(summary), table_(table), links_(result, count_rows()) {
    if (summary.has_items()) item_ = 3;
    department_ = summary.has_items() ? 4 : 3;
    first_ = department_ + 2;
    for (const mapping::SplitCode& code : table.codes) add(code.name, FieldType::Code);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const mapping::Column& column = table.columns[i];
      if (table.is_part(i)) continue;
      add(column.name, column.typing.type);
      if (column.typing.type == FieldType::LabelWeight)  // stands in every row of its group
        add(column.name + ".权重", FieldType::Number);
    }
    for (const formula::Derived& derived : summary.mapping().definitions.derived) {
      if (derived.each_table == table.name) add_derived(derived);
    }
  }

  void write(int year);

  /// Of the row being written.
  std::optional<std::string> place(const formula::Expr& piece) const override {
    const auto* path = std::get_if<formula::PathNode>(&piece->what);
    const auto at = path ? column(path->path.to_string()) : std::nullopt;
    if (!at || is_as_written(columns_[static_cast<std::size_t>(*at - first_)].type))
      return std::nullopt;
    return to_string(CellRef{row_, *at});
  }

 private:
  void add(const std::string& name, FieldType type) {
    columns_.push_back({name, type, format_of(summary_.mapping(), table_.name + "." + name)});
  }
  void add_derived(const formula::Derived& derived) {
    const auto type = type_of(summary_.mapping(), table_.name + "." + derived.reported);
    DetailColumn added{derived.name, type.value_or(FieldType::Number),
                       format_of(summary_.mapping(), derived.path())};
    const bool live = derived.bands.empty() && formula::printable(derived.expr);
    const auto operands = live ? formula::operands_of(derived.expr) : std::vector<formula::Expr>{};
    if (live && std::all_of(operands.begin(), operands.end(),
                            [&](const auto& operand) { return place(operand).has_value(); }))
      added.derived = &derived;
    columns_.push_back(std::move(added));
  }
  std::optional<int> column(const std::string& name) const {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].name == name) return first_ + static_cast<int>(i);
    }
    return std::nullopt;
  }

  /// Calls each(submission, department, row) for every row that is listed.
  template <class Each>
  void for_each_row(Each each) const {
    for (const UnitRow& unit : summary_.rows()) {
      if (!unit.submission) continue;
      const auto table = unit.submission->tables.find(table_.name);
      if (table == unit.submission->tables.end()) continue;
      for (const model::TableRow& row : table->second.rows) {
        if (!is_blank_row(row)) each(unit, row);
      }
    }
  }
  std::size_t count_rows() const {
    std::size_t count = 0;
    for_each_row([&](const auto&, const auto&) { ++count; });
    return count;
  }

  void frame(int year);
  void unit_cells(const UnitRow& unit, const model::TableRow& row);
  void figure(CellRef cell, const DetailColumn& column, const model::Figure& figure);
  void totals();

  Sheet& sheet_;
  const SummaryTable& summary_;
  const mapping::TableBlock& table_;
  const SourceLinks links_;
  std::vector<DetailColumn> columns_;
  std::vector<Decimal> sums_;
  std::vector<bool> added_;
  int item_ = -1, department_ = 3, first_ = 5;
  int row_ = kFirstRow;
  bool kept_out_ = false;  // some row that 汇总 does not count
  const model::Submission* before_ = nullptr;
};

void Details::frame(int year) {
  const int last = first_ + static_cast<int>(columns_.size()) - 1;
  const mapping::Mapping& mapping = summary_.mapping();
  sheet_.merged({{0, 0}, {0, last}}, mapping.title() + "·" + table_.name + "明细", looks::title());
  sheet_.min_height(0, 32);
  sheet_.merged({{1, 0}, {1, last}},
                fmt::format("{}年度　金额单位：{}　合计随筛选变化；点单位名称打开报送表的那一行",
                            year, name_of(mapping.money)),
                looks::caption());
  std::vector<std::string> names = {"序号", "单位编码", "单位名称"};
  if (item_ >= 0) names.push_back("项目");
  names.insert(names.end(), {"主管部门", "计入合计"});
  for (const DetailColumn& column : columns_) {
    names.push_back(column.name);
    std::erase(names.back(), '.');
  }
  sheet_.bounds(0, {5, 8});
  sheet_.bounds(1, {7, 16});
  sheet_.bounds(2, {12, 22});
  if (item_ >= 0) sheet_.bounds(item_, {12, 24});
  sheet_.bounds(department_, {8, 18});
  sheet_.bounds(department_ + 1, {6, 8});
  for (int col = first_; col <= last; ++col) sheet_.bounds(col, {6, 26});
  sheet_.headings({kHeadingRow, 0}, names);
}

void Details::unit_cells(const UnitRow& unit, const model::TableRow& row) {
  sheet_.number({row_, 0}, Decimal(row_ - kFirstRow + 1), looks::count());
  sheet_.text({row_, 1}, unit.unit.code, looks::centered());
  for (const DetailColumn& column : columns_) {
    const auto figure = row.columns.find(column.name);
    if (figure == row.columns.end() || !figure->second.place.cell) continue;
    if (!links_.to_row(sheet_, {row_, 2}, figure->second) && unit.submission != before_)
      SourceLinks::whole(sheet_, {row_, 2}, *unit.submission);
    break;
  }
  before_ = unit.submission;
  sheet_.text({row_, 2}, unit.unit.name, looks::text());
  if (item_ >= 0) sheet_.text({row_, item_}, unit.item, looks::text());
  sheet_.text({row_, department_}, unit.department, looks::text());
  sheet_.text({row_, department_ + 1}, unit.counted() ? "是" : "否", looks::centered());
  kept_out_ = kept_out_ || !unit.counted();
}

void Details::figure(CellRef cell, const DetailColumn& column, const model::Figure& figure) {
  const Decimal* number = model::number(figure.value);
  const auto style = number ? looks::number(column.format) : looks::text();
  if (column.derived) {
    const auto formula = formula::print_excel(column.derived->expr, *this, column.derived->digits);
    return number ? sheet_.formula(cell, formula, *number, style)
                  : sheet_.formula(cell, formula, "", style);
  }
  const bool as_written = is_as_written(column.type);
  if (number && (!as_written || figure.raw == number->to_string() || figure.raw.empty()))
    return sheet_.number(cell, *number, style);
  if (as_written && !figure.raw.empty()) return sheet_.text(cell, figure.raw, looks::text());
  if (model::is_blank(figure.value)) return sheet_.blank(cell, style);
  if (!model::is_available(figure.value))
    return sheet_.text(cell, figure.raw, looks::alarmed(looks::text()));
  sheet_.text(cell, model::to_string(figure.value), looks::text());
}

/// SUBTOTAL leaves out what a filter hides.
void Details::totals() {
  sheet_.merged({{kTotalRow, 0}, {kTotalRow, department_ + 1}},
                kept_out_ ? "合计（“计入合计”为“否”的也在内，筛选后不在）" : "合计",
                looks::bold(looks::centered()));
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const CellRef cell{kTotalRow, first_ + static_cast<int>(i)};
    const auto style = looks::bold(looks::number(columns_[i].format));
    if (!added_[i]) {
      sheet_.blank(cell, style);
      continue;
    }
    const std::string range = to_string(CellRange{{kFirstRow, cell.col}, {row_ - 1, cell.col}});
    sheet_.formula(cell, "SUBTOTAL(109," + range + ")", sums_[i], style);
  }
}

void Details::write(int year) {
  frame(year);
  sums_.resize(columns_.size());
  added_.resize(columns_.size());
  for_each_row([&](const UnitRow& unit, const model::TableRow& row) {
    unit_cells(unit, row);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const CellRef cell{row_, first_ + static_cast<int>(i)};
      const auto found = row.columns.find(columns_[i].name);
      if (found == row.columns.end()) {
        sheet_.blank(cell, looks::text());
        continue;
      }
      figure(cell, columns_[i], found->second);
      const Decimal* number = model::number(found->second.value);
      if (!number || !can_be_added(columns_[i].type)) continue;
      sums_[i] += *number;
      added_[i] = true;
    }
    ++row_;
  });
  const int last = first_ + static_cast<int>(columns_.size()) - 1;
  totals();
  sheet_.writer().freeze({kFirstRow, 3});
  sheet_.writer().repeat_rows(0, kHeadingRow);
  if (row_ > kFirstRow) {
    sheet_.writer().autofilter({{kHeadingRow, 0}, {row_ - 1, last}});
  } else {
    sheet_.merged({{row_, 0}, {row_, last}}, "没有指标。", looks::text());
  }
  sheet_.writer().protect();
  sheet_.finish(0, last);
}

}  // namespace

bool is_indicators(const mapping::TableBlock& table) {
  return std::any_of(table.columns.begin(), table.columns.end(),
                     [](const mapping::Column& c) { return is_as_written(c.typing.type); });
}

void write_details(Sheet& sheet, const SummaryTable& summary, const mapping::TableBlock& table,
                   const model::RunResult& result, int year) {
  Details(sheet, summary, table, result).write(year);
}

}  // namespace huizong::report
