#include "xlsx/read/places.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "xlsx/unreadable.h"

namespace huizong::xlsx {
namespace {

std::optional<int> parse_row_number(std::string_view text) {
  int value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (result.ec != std::errc() || result.ptr != text.data() + text.size()) return std::nullopt;
  if (value < 1 || value > kMaxRows) return std::nullopt;
  return value - 1;
}

}  // namespace

void Places::begin_row(std::string_view stated) {
  row_ = stated.data() == nullptr ? row_ + 1 : parse_row_number(stated).value_or(-1);
  if (row_ < 0 || row_ >= kMaxRows) refuse_place(stated);
  const auto row = static_cast<std::size_t>(row_);
  if (row >= rows_.size()) rows_.resize(row + 1);
  if (rows_[row]) {
    refuse_damaged(say("工作表“{}”的第 {} 行出现了两次", "row {1} of sheet \"{0}\" appears twice",
                       sheet_, row_ + 1));
  }
  rows_[row] = true;
  col_ = -1;
}

CellRef Places::next_cell(std::string_view stated) {
  if (stated.data() == nullptr) return at_column(-1);
  const auto ref = parse_cell_ref(stated);
  if (!ref || ref->row != row_) refuse_place(stated);
  return at_column(ref->col);
}

void Places::make_columns() {
  if (col_ >= kMaxCols) refuse_place({});
  constexpr std::size_t kFirst = 64;
  const std::size_t needed = static_cast<std::size_t>(col_) + 1;
  last_rows_.resize(std::max({kFirst, 2 * last_rows_.size(), needed}), -1);
}

void Places::refuse_twice() const {
  const std::string place = to_string(CellRef{row_, col_});
  refuse_damaged(
      say("工作表“{}”的 {} 出现了两次", "{1} of sheet \"{0}\" appears twice", sheet_, place));
}

void Places::refuse_place(std::string_view stated) const {
  const std::string place = stated.data() == nullptr ? "?" : printable(stated);
  refuse_damaged(say("工作表“{}”第 {} 行附近有一个位置“{}”不对",
                     "near row {1} of sheet \"{0}\" there is an impossible place \"{2}\"", sheet_,
                     std::max(row_, 0) + 1, place));
}

}  // namespace huizong::xlsx
