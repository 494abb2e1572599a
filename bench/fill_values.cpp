#include "fill_values.h"

#include <fmt/format.h>

namespace bench {
namespace {
using huizong::CellRef;
using huizong::Decimal;
using huizong::xlsx::Patcher;

constexpr int kFirstIndicator = 11;  // row 12

/// An amount with two decimals that differs from cell to cell and from file to file.
Decimal amount(int file, int cell) {
  const int cents = (file * 7919 + cell * 104729) % 10'000'000;
  return *Decimal::parse(fmt::format("{}.{:02}", cents / 100, cents % 100));
}

Decimal points(int file, int cell) {
  return Decimal{(file + cell) % 20 + 1};
}

void text(Patcher& form, CellRef cell, const std::string& what) {
  form.set_text(0, cell, what);
}

}  // namespace

void fill_header(Patcher& form, int file, bool totals) {
  text(form, {0, 0}, "2021年度部门整体支出绩效自评表");
  text(form, {2, 2}, fmt::format("示例市第{}预算单位", file));
  for (int row = totals ? 4 : 5; row < 8; ++row) {
    for (int col = 4; col < 7; ++col) form.set_number(0, {row, col}, amount(file, row * 7 + col));
  }
  if (totals) {
    form.set_number(0, {4, 8}, Decimal{1});
    form.set_number(0, {4, 10}, Decimal{10});
  }
  text(form, {9, 1}, fmt::format("目标1：保障机构正常运转；目标2：完成{}项重点任务。", file));
  text(form, {9, 6}, fmt::format("全年完成{}项重点任务，各项支出严格执行预算。", file));
}

void fill_indicators(Patcher& form, int file, int rows, bool all_columns) {
  for (int n = 0; n < rows; ++n) {
    const int row = kFirstIndicator + n;
    text(form, {row, 3}, fmt::format("指标{}完成数量", n));
    text(form, {row, 5}, fmt::format("≥{}项", file % 90 + n));
    text(form, {row, 6}, fmt::format("{}项", file % 90 + n));
    form.set_number(0, {row, 8}, points(file, n));
    if (!all_columns) continue;
    form.set_number(0, {row, 7}, points(file, n));
    text(form, {row, 9}, "无偏差");
  }
}

void fill_total(Patcher& form, int file, int row) {
  form.set_number(0, {row, 8}, Decimal{80 + file % 20});
  text(form, {row, 9}, file % 20 >= 10 ? "等级：优" : "等级：良");
}

}  // namespace bench
