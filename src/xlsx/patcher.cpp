#include "xlsx/patcher.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "xlsx/fill/filling.h"
#include "xlsx/fill/formula_references.h"
#include "xlsx/fill/string_appender.h"
#include "xlsx/written_text.h"

namespace huizong::xlsx {
namespace {

constexpr double kMaxRowHeight = 409.5;  // points; Excel's limit
constexpr int kMaxFormulaUnits = 8192;
constexpr int kDoubleDigits = 17;  // more significant digits a double cannot tell apart

/// The decimal's own text, or where that is longer than a double can hold, the double's shortest.
std::string number_text(const Decimal& value) {
  const double nearest = value.to_double();
  if (!std::isfinite(nearest)) {
    throw Error(say("数字 {} 太大，Excel 放不下；请检查来源文件。",
                    "The number {} is too large for Excel; check where it comes from.",
                    value.to_string()));
  }
  std::string text = value.to_string();
  const auto digits =
      std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits <= kDoubleDigits ? text : fmt::format("{}", nearest);
}

}  // namespace

struct Patcher::Impl {
  Filling filling;
};

Patcher::Patcher(std::string package, const Limits& limits)
    : impl_(std::make_unique<Impl>(Impl{Filling(std::move(package), limits)})) {}
Patcher::~Patcher() = default;
Patcher::Patcher(Patcher&&) noexcept = default;
Patcher& Patcher::operator=(Patcher&&) noexcept = default;

std::size_t Patcher::sheet_count() const {
  return impl_->filling.book().sheets.size();
}

std::size_t Patcher::sheet_index(std::string_view name) const {
  const auto& sheets = impl_->filling.book().sheets;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    if (same_sheet(sheets[i].name, name)) return i;
  }
  throw Error(say("表样里没有名为“{}”的工作表；请检查表样。",
                  "The template has no sheet named \"{}\"; check the template.", name));
}

void Patcher::resize_block(std::size_t sheet, RowSpan block, int count,
                           const std::set<int>& regrouped) {
  if (block.first < 0 || block.last < block.first || count < 1) {
    throw Error(say("变长块的行 {}:{} 不能改为 {} 行；至少要有一行。",
                    "The block of rows {}:{} cannot be made {} rows; it needs at least one.",
                    block.first + 1, block.last + 1, count));
  }
  impl_->filling.resize(sheet, RowMove{block, count}, regrouped);
}

void Patcher::set_number(std::size_t sheet, CellRef cell, const Decimal& value) {
  impl_->filling.put(sheet, cell, {"", number_text(value), ""});
}

void Patcher::set_text(std::size_t sheet, CellRef cell, std::string_view text) {
  if (text.empty()) return clear(sheet, cell);
  impl_->filling.put_text(sheet, cell, text);
}

bool is_error(std::string_view code) {
  static constexpr std::string_view kErrors[] = {"#NULL!", "#DIV/0!", "#VALUE!", "#REF!",
                                                 "#NAME?", "#NUM!",   "#N/A"};
  return std::find(std::begin(kErrors), std::end(kErrors), code) != std::end(kErrors);
}

void Patcher::set_error(std::size_t sheet, CellRef cell, std::string_view code) {
  impl_->filling.put(sheet, cell, {"e", std::string(code), ""});
}

void Patcher::set_formula(std::size_t sheet, CellRef cell, std::string_view formula,
                          const CachedValue& value) {
  if (formula.empty() || utf16_units(formula) > kMaxFormulaUnits) {
    throw Error(
        say("表样“{}”的 {} 单元格要写入的公式是空的或超过 8192 个字，请简化映射中的表达式。",
            "The formula for cell {1} of the template's sheet \"{0}\" is empty or longer than 8192 "
            "characters; "
            "simplify the expression in the mapping.",
            impl_->filling.name(sheet), to_string(cell)));
  }
  CellContent content{"", "", std::string(formula)};
  if (const auto* number = std::get_if<Decimal>(&value)) {
    content.value = number_text(*number);
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    content.type = "str";
    content.value = stored_text(*text);
  } else {
    content.type = "b";
    content.value = std::get<bool>(value) ? "1" : "0";
  }
  impl_->filling.put(sheet, cell, content);
}

void Patcher::clear(std::size_t sheet, CellRef cell) {
  impl_->filling.put(sheet, cell, {});
}

bool Patcher::has_formula(std::size_t sheet, CellRef cell) const {
  return impl_->filling.sheet(sheet).formula(cell).has_value();
}

void Patcher::merge(std::size_t sheet, CellRange range) {
  if (range.first == range.last) return;
  for (const auto& table : impl_->filling.tables(sheet)) {
    if (!meet(table.area, range)) continue;
    throw Error(say("表样“{}”不能合并 {}：它在表格（列表）“{}”里；请在表样中把表格转换为区域。",
                    "Cells {1} of the template's sheet \"{0}\" cannot be merged: they lie in the "
                    "table \"{2}\"; convert it to a range in the template.",
                    impl_->filling.name(sheet), to_string(range), table.name));
  }
  auto& tree = impl_->filling.sheet(sheet);
  const auto covered = tree.merges().meeting(range);
  for (const auto& other : covered) {
    if (range.contains(other.first) && range.contains(other.last)) continue;
    throw Error(say("表样“{}”不能合并 {}：它与已合并的 {} 相交；请检查表样。",
                    "Cells {1} of the template's sheet \"{0}\" cannot be merged: they cut into "
                    "{2}; check the template.",
                    impl_->filling.name(sheet), to_string(range), to_string(other)));
  }
  for (int row = range.first.row; row <= range.last.row; ++row) {
    for (int col = range.first.col; col <= range.last.col; ++col) {
      if (CellRef{row, col} != range.first) impl_->filling.put(sheet, {row, col}, {});
    }
  }
  for (const auto& other : covered) tree.remove_merge(other);
  tree.add_merge(range);
}

void Patcher::unmerge(std::size_t sheet, CellRange range) {
  auto& tree = impl_->filling.sheet(sheet);
  for (const auto& merge : tree.merges().meeting(range)) {
    if (range.contains(merge.first) && range.contains(merge.last)) tree.remove_merge(merge);
  }
}

void Patcher::copy_look(std::size_t sheet, CellRef from, CellRef to) {
  auto& tree = impl_->filling.sheet(sheet);
  tree.set_style(to, tree.style(from));
}

void Patcher::raise_row(std::size_t sheet, int row, double points) {
  auto& tree = impl_->filling.sheet(sheet);
  if (points > tree.row_height(row)) tree.set_row_height(row, std::min(points, kMaxRowHeight));
}

double Patcher::row_height(std::size_t sheet, int row) const {
  return impl_->filling.sheet(sheet).row_height(row);
}
double Patcher::column_width(std::size_t sheet, int col) const {
  return impl_->filling.sheet(sheet).column_width(col);
}

CellRange Patcher::extent(std::size_t sheet, CellRef cell) const {
  return impl_->filling.sheet(sheet).merges().extent(cell);
}

CellLook Patcher::look(std::size_t sheet, CellRef cell) const {
  return impl_->filling.look(sheet, cell);
}

std::string Patcher::package() {
  return impl_->filling.finish();
}

}  // namespace huizong::xlsx
