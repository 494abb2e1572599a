#include "report/summary/page.h"

#include <algorithm>

#include "report/looks.h"
#include "xlsx/written_text.h"

namespace huizong::report {
namespace {

using model::Value;

constexpr int kMaxFormula = 8192;  // Excel

}  // namespace

xlsx::Style SummaryPage::style_of(const Column& column, const Value& value) {
  if (column.format == "0") return looks::count();
  return model::number(value) || !column.format.empty() ? looks::number(column.format)
                                                        : looks::centered();
}

void SummaryPage::plain(CellRef place, const Value& value, const xlsx::Style& style) const {
  if (const Decimal* number = model::number(value)) return sheet.number(place, *number, style);
  if (const bool* b = std::get_if<bool>(&value))
    return sheet.text(place, *b ? "是" : "否", looks::centered());
  // "" is not blank: a formula over this cell must stay n/a, not take it for 0, nor count an error
  // as a text. The reason stands in 备注.
  if (!model::is_available(value) || std::holds_alternative<model::CellError>(value))
    return sheet.formula(place, "\"\"", "", style);
  if (model::is_blank(value)) return sheet.blank(place, style);
  sheet.text(place, model::to_string(value), looks::centered());
}

void SummaryPage::live(CellRef place, const std::string& formula, const Value& value,
                       const Column& column, const xlsx::Style& style) const {
  const bool too_long = xlsx::utf16_units(formula) > kMaxFormula;
  if (too_long || std::holds_alternative<bool>(
                      value)) {  // a stored true or false is not to be had beside a formula
    if (std::find(not_live.begin(), not_live.end(), column.heading) == not_live.end()) {
      not_live.push_back(column.heading);
    }
    return plain(place, value, style);
  }
  if (const Decimal* number = model::number(value))
    return sheet.formula(place, formula, *number, style);
  const std::string* text = model::text(value);
  sheet.formula(place, formula, text ? *text : "", style);
}

std::string written(const formula::Expr& expr, std::optional<int> digits) {
  if (!expr) return "";
  const std::string text = formula::to_text(expr);
  return digits ? fmt::format("ROUND({}, {})", text, *digits) : text;
}

}  // namespace huizong::report
