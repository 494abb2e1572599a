#include "report/summary/table.h"

#include <algorithm>
#include <functional>
#include <map>

#include "formula/submission_scope.h"
#include "mapping/read/form_item.h"
#include "report/substitute.h"

namespace huizong::report {
namespace {

using formula::Expr;
using formula::Total;
using model::Value;

Value unavailable(std::string zh, std::string en) {
  return model::NotAvailable{{std::move(zh), std::move(en)}, ""};
}

/// The columns that RANK looks into, of the rows that count, the greatest first.
using Ranked = std::map<std::size_t, std::vector<Decimal>>;

/// A submission's own figures, and the columns that only the sheet has (names as substitute.h gives
/// them).
class RowScope : public formula::Scope {
 public:
  RowScope(const UnitRow& row, const SummaryColumns& columns, const Ranked& ranked,
           const model::FigureSource& others)
      : row_(row), columns_(columns), ranked_(ranked), own_(*row.submission, &others) {}

  formula::Operand find(const formula::Path& path) const override {
    const auto at = counted_column(named(path.to_string()));
    if (!at) return own_.find(path);
    if (!row_.counted())
      return {false,
              {unavailable("不计入合计，不参加排名", "kept out of the totals and of the ranking")}};
    return {false, {row_.values[*at]}};
  }

  const std::vector<Decimal>* peers(const Expr& ranked) const override {
    const auto at = counted_column(ranked);
    const auto list = at ? ranked_.find(*at) : ranked_.end();
    return list == ranked_.end() ? nullptr : &list->second;
  }

 private:
  std::optional<std::size_t> counted_column(const Expr& name) const {
    const auto at = columns_.holding(name);
    return at && columns_.all()[*at].kind == Column::Kind::Counted ? at : std::nullopt;
  }

  const UnitRow& row_;
  const SummaryColumns& columns_;
  const Ranked& ranked_;
  formula::SubmissionScope own_;
};

/// The totals row: each operand of a ratio stands for its total.
class TotalsScope : public formula::Scope {
 public:
  explicit TotalsScope(std::map<std::string, Value> totals) : totals_(std::move(totals)) {}
  formula::Operand find(const formula::Path& path) const override {
    const auto it = totals_.find(path.to_string());
    return {false, {it == totals_.end() ? unavailable("没有合计数", "no total") : it->second}};
  }

 private:
  std::map<std::string, Value> totals_;
};

/// What the key is, with the item's other name behind it.
std::string item_of(const mapping::Mapping& mapping, const model::Submission& submission) {
  std::string text = submission.key.item;
  for (const std::string& word : mapping::item_words(mapping, submission)) {
    if (word != submission.key.item) text += " " + word;
  }
  return text;
}

}  // namespace

int decimals_of_mean(const Column& column) {
  if (column.digits) return *column.digits;
  return column.format.find('%') != std::string::npos ? 4 : 2;
}

SummaryTable::SummaryTable(const mapping::Mapping& mapping, const model::RunResult& result)
    : mapping_(mapping), others_(result), columns_(mapping), has_items_(mapping.has_items()) {
  for (const Column& column : columns_.all())
    operands_.push_back(column.total == Total::Ratio ? operands_of(column)
                                                     : std::vector<std::size_t>{});
  std::map<std::string, std::vector<const model::Submission*>> submissions;  // by unit
  for (const model::Submission& s : result.submissions) {
    if (s.key.form == mapping.id()) submissions[s.key.unit].push_back(&s);
  }
  for (const model::Owed& owed : result.intake.owed) {
    if (owed.form != mapping.id()) continue;
    owed_.push_back(owed);
    const auto in = submissions.extract(owed.unit.code);
    add_rows(owed, in.empty() ? std::vector<const model::Submission*>{} : in.mapped(),
             result.intake);
  }
  // A unit may hand in a form it does not owe; its figures are not lost.
  for (const auto& [unit, in] : submissions) {
    for (const model::Submission* s : in) {
      add_row({{unit, s->unit_name}, "", mapping.id(), model::Standing::In}, s);
      rows_.back().remarks = "不在应报名单";
    }
  }
  evaluate_rows();
  for (UnitRow& row : rows_) row.remarks = remarks_of(row, result.intake);
}

void SummaryTable::add_rows(const model::Owed& owed,
                            const std::vector<const model::Submission*>& in,
                            const model::Intake& intake) {
  const std::size_t before = rows_.size();
  for (const model::Submission* s : in) add_row(owed, s);
  for (const model::DuplicateFiles& d : intake.duplicate) {
    if (d.unit != owed.unit.code || d.form != mapping_.id() || !d.used.empty() || d.item.empty())
      continue;
    add_row(owed, nullptr);
    rows_.back().standing = model::Standing::Ambiguous;
    rows_.back().item = d.item;
    has_items_ = true;
  }
  if (rows_.size() == before) add_row(owed, nullptr);
}

void SummaryTable::add_row(const model::Owed& owed, const model::Submission* submission) {
  UnitRow row;
  row.unit = owed.unit;
  row.department = owed.department;
  row.standing = owed.standing;
  row.submission = submission;
  if (submission) row.values.resize(columns_.all().size());
  if (submission && !submission->key.item.empty()) {
    row.item = item_of(mapping_, *submission);
    has_items_ = true;
  }
  rows_.push_back(std::move(row));
}

/// Ranks are looked up among all rows, so they come after everything they rank by.
void SummaryTable::evaluate_rows() {
  const auto& columns = columns_.all();
  Ranked ranked;
  for (const bool ranking : {false, true}) {
    for (UnitRow& row : rows_) {
      if (!row.submission) continue;
      const RowScope scope(row, columns_, ranked, others_);
      for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].value && calls(columns[i].value, "RANK") == ranking) {
          row.values[i] = formula::evaluate(columns[i].value, scope);
        }
      }
    }
    if (!ranking) {
      for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].kind == Column::Kind::Counted) ranked[i] = counted_numbers(i);
      }
    }
  }
}

std::vector<Decimal> SummaryTable::counted_numbers(std::size_t at) const {
  std::vector<Decimal> numbers;
  for (const UnitRow& row : rows_) {
    const Decimal* number = row.counted() ? model::number(row.values[at]) : nullptr;
    if (number) numbers.push_back(*number);
  }
  std::sort(numbers.begin(), numbers.end(), std::greater<>());
  return numbers;
}

std::vector<const UnitRow*> SummaryTable::counted_rows(const std::string* department) const {
  std::vector<const UnitRow*> rows;
  for (const UnitRow& row : rows_) {
    if (row.counted() && (!department || row.department == *department)) rows.push_back(&row);
  }
  return rows;
}

Value SummaryTable::total(std::size_t at, const std::string* department) const {
  return total_over(counted_rows(department), at);
}

std::vector<std::string> SummaryTable::departments() const {
  std::vector<std::string> found;
  for (const UnitRow& row : rows_) {
    if (std::find(found.begin(), found.end(), row.department) == found.end()) {
      found.push_back(row.department);
    }
  }
  return found;
}

Value SummaryTable::total_of_complete(std::size_t at, const std::string* department) const {
  return total_over(rows_with(at, department), at);
}

int SummaryTable::counted_with(std::size_t at, const std::string* department) const {
  return static_cast<int>(rows_with(at, department).size());
}

std::vector<const UnitRow*> SummaryTable::rows_with(std::size_t at,
                                                    const std::string* department) const {
  std::vector<const UnitRow*> rows = counted_rows(department);
  std::erase_if(rows, [&](const UnitRow* row) { return lacks(*row, at); });
  return rows;
}

/// The columns whose totals a ratio is computed from.
std::vector<std::size_t> SummaryTable::operands_of(const Column& column) const {
  const Column& rate = column.kind == Column::Kind::TotalOnly ? columns_.all()[column.of] : column;
  std::vector<std::size_t> operands;
  substitute(rate.printed, [&](const Expr& piece) -> Expr {
    if (const auto operand = columns_.total_of(piece)) {
      const Column& total = columns_.all()[*operand];
      operands.push_back(total.kind == Column::Kind::TotalOnly ? total.of : *operand);
    }
    return nullptr;
  });
  return operands;
}

Value SummaryTable::total_over(const std::vector<const UnitRow*>& rows, std::size_t at) const {
  const Column& column = columns_.all()[at];
  const std::size_t source = column.kind == Column::Kind::TotalOnly ? column.of : at;
  if (column.total == Total::None) return model::Blank{};
  if (column.total == Total::Ratio) {
    const Column& rate = columns_.all()[source];
    std::map<std::string, Value> totals;
    const Expr over_totals = substitute(rate.printed, [&](const Expr& piece) -> Expr {
      const auto operand = columns_.total_of(piece);
      if (!operand) return nullptr;
      const std::string name = "合计的" + formula::to_text(piece);
      totals[name] = total_over(rows, *operand);
      return named(name);
    });
    const Value value = formula::evaluate(over_totals, TotalsScope(std::move(totals)));
    const Decimal* number = model::number(value);
    return number && rate.digits ? Value(number->rounded(*rate.digits)) : value;
  }

  Decimal sum;
  long long numbers = 0, filled = 0;
  for (const UnitRow* row : rows) {
    const Value& value = row->values[source];
    const bool error = std::holds_alternative<model::CellError>(value);
    if (!model::is_blank(value) && model::is_available(value) && !error) ++filled;
    if (const Decimal* number = model::number(value)) {
      sum += *number;
      ++numbers;
    }
  }
  if (column.total == Total::Count) return Decimal(filled);
  if (numbers == 0) return unavailable("没有可以合计的数", "nothing to add up");
  if (column.total == Total::Sum) return sum;
  return (sum / Decimal(numbers)).rounded(decimals_of_mean(column));
}

int SummaryTable::counted_as(std::size_t at, const std::string& grade) const {
  return static_cast<int>(std::count_if(rows_.begin(), rows_.end(), [&](const UnitRow& row) {
    if (!row.counted()) return false;
    const std::string* has = model::text(row.values[at]);
    return grade == (has ? *has : "");
  }));
}

}  // namespace huizong::report
