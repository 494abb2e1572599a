#include "mapping/read/item_rows.h"

#include <algorithm>

#include "base/text.h"
#include "mapping/sheet_title.h"

namespace huizong::mapping {
namespace {

int row_of(const xlsx::Cell& cell) {
  return cell.ref.row;
}
int row_of(const CellRange& merge) {
  return merge.first.row;
}

}  // namespace

std::vector<Rows> item_rows(const Mapping& mapping, const xlsx::Sheet& sheet) {
  const std::string words = title_words(mapping, mapping.sheets.front());
  std::vector<int> titles;
  for (const xlsx::Cell& cell : sheet.cells) {
    const bool known = !titles.empty() && titles.back() == cell.ref.row;
    if (!known && cell.type == xlsx::CellType::Text && says_title(cell.text, words))
      titles.push_back(cell.ref.row);
  }
  std::vector<Rows> items;
  int first = 0;
  for (std::size_t i = 1; i < titles.size(); ++i) {
    items.push_back({first, titles[i] - 1});
    first = titles[i];
  }
  items.push_back({first, kMaxRows - 1});
  return items;
}

xlsx::Sheet only_rows(const xlsx::Sheet& sheet, Rows rows) {
  xlsx::Sheet part;
  part.name = sheet.name;
  part.state = sheet.state;
  const auto above = [](int row) { return [row](const auto& item) { return row_of(item) < row; }; };
  const auto cut = [&](const auto& list, auto& to) {  // both are in reading order
    const auto first = std::partition_point(list.begin(), list.end(), above(rows.first));
    to.assign(first, std::partition_point(first, list.end(), above(rows.last + 1)));
  };
  cut(sheet.cells, part.cells);
  std::vector<CellRange> merges;
  cut(sheet.merges, merges);
  for (CellRange merge : merges) {
    merge.last.row = std::min(merge.last.row, rows.last);
    if (merge.first != merge.last) part.merges.push_back(merge);
  }
  return part;
}

std::optional<CellRef> second_copy(const Mapping& mapping, const xlsx::Sheet& rows) {
  const std::string title = title_words(mapping, mapping.sheets.front());
  std::optional<CellRef> begins;
  for (const std::string& word : mapping.recognise.contains) {
    if (word.find(title) != std::string::npos || title.find(word) != std::string::npos) continue;
    int times = 0;
    for (const xlsx::Cell& cell : rows.cells) {
      if (cell.type != xlsx::CellType::Text || fold_label(cell.text) != word || ++times != 2)
        continue;
      if (!begins || cell.ref < *begins) begins = cell.ref;
    }
    if (times < 2) return std::nullopt;
  }
  return begins;
}

}  // namespace huizong::mapping
