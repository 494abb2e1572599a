#include "base/cell_ref.h"

#include <algorithm>

namespace huizong {

std::optional<int> parse_column(std::string_view letters) {
  if (letters.empty() || letters.size() > 3) return std::nullopt;
  int col = 0;
  for (const char c : letters) {
    if (c >= 'A' && c <= 'Z')
      col = col * 26 + (c - 'A' + 1);
    else if (c >= 'a' && c <= 'z')
      col = col * 26 + (c - 'a' + 1);
    else
      return std::nullopt;
  }
  if (col > kMaxCols) return std::nullopt;
  return col - 1;
}

std::optional<CellRef> parse_cell_ref(std::string_view text) {
  if (!text.empty() && text.front() == '$') text.remove_prefix(1);
  const std::size_t letters = std::min(text.find_first_of("$0123456789"), text.size());
  const auto col = parse_column(text.substr(0, letters));
  if (!col) return std::nullopt;
  text.remove_prefix(letters);
  if (!text.empty() && text.front() == '$') text.remove_prefix(1);
  if (text.empty() || text.size() > 7 || text.front() == '0') return std::nullopt;
  int row = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    row = row * 10 + (c - '0');
  }
  if (row > kMaxRows) return std::nullopt;
  return CellRef{row - 1, *col};
}

std::optional<CellRange> parse_cell_range(std::string_view text) {
  const std::size_t colon = text.find(':');
  const auto a = parse_cell_ref(text.substr(0, colon));
  const auto b = colon == std::string_view::npos ? a : parse_cell_ref(text.substr(colon + 1));
  if (!a || !b) return std::nullopt;
  return CellRange{{std::min(a->row, b->row), std::min(a->col, b->col)},
                   {std::max(a->row, b->row), std::max(a->col, b->col)}};
}

std::string column_name(int col) {
  std::string name;
  for (int n = col + 1; n > 0; n = (n - 1) / 26)
    name.insert(name.begin(), static_cast<char>('A' + (n - 1) % 26));
  return name;
}

std::string to_string(CellRef ref) {
  return column_name(ref.col) + std::to_string(ref.row + 1);
}

std::string to_string(const CellRange& range) {
  return range.first == range.last ? to_string(range.first)
                                   : to_string(range.first) + ":" + to_string(range.last);
}

std::string quoted_sheet(std::string_view name) {
  std::string text = "'";
  for (const char c : name) text += c == '\'' ? "''" : std::string(1, c);
  return text + "'";
}

}  // namespace huizong
