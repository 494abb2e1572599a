#include "mapping/read/unmapped_cells.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "mapping/place/label_key.h"

namespace huizong::mapping {
namespace {

std::string words_of(const std::string& text) {
  return label_key(text, year_in(text).value_or(0));
}

std::set<std::string> template_words(const xlsx::Sheet& blank) {
  std::set<std::string> words;
  for (const xlsx::Cell& cell : blank.cells) {
    if (cell.type == xlsx::CellType::Text) words.insert(words_of(cell.text));
  }
  return words;
}

/// A row inside a variable block that is none of its rows: headings and titles repeated where a
/// page breaks.
bool is_page_break(const Alignment& places, int row) {
  return std::any_of(places.tables.begin(), places.tables.end(), [&](const auto& named) {
    const std::vector<int>& rows = named.second.rows;
    return !rows.empty() && rows.front() < row && row < rows.back() &&
           !std::binary_search(rows.begin(), rows.end(), row);
  });
}

}  // namespace

std::set<CellRef> known_cells(const Alignment& places, const SheetGrid& sheet) {
  std::set<CellRef> known;
  const auto add = [&](CellRef cell) { known.insert(sheet.extent(cell).first); };
  for (const auto& [name, cell] : places.fields) add(cell);
  for (const auto& [own, theirs] : places.labels) add(theirs);
  for (const auto& [name, grid] : places.grids) {
    for (const int row : grid.rows) {
      for (const int col : grid.cols) add({row, col});
    }
  }
  for (const auto& [name, table] : places.tables) {
    for (const int row : table.rows) {
      for (const int col : table.cols) add({row, col});
    }
  }
  return known;
}

std::vector<CellRef> unmapped_cells(const Mapping& mapping, const SheetForm& form,
                                    const Alignment& places, const SheetGrid& sheet,
                                    const std::vector<CellRef>& read) {
  constexpr std::size_t kProse = 600;  // bytes: longer texts are not looked for as labels
  const std::set<std::string> words = template_words(mapping.blank_of(form));
  std::set<CellRef> known = known_cells(places, sheet);
  known.insert(read.begin(), read.end());
  std::vector<CellRef> unmapped;
  for (const xlsx::Cell& cell : sheet.sheet().cells) {
    if (!is_filled(cell) || sheet.extent(cell.ref).first != cell.ref || known.contains(cell.ref))
      continue;
    const bool may_be_printed = cell.type == xlsx::CellType::Text &&
                                (cell.text.size() > kProse || is_page_break(places, cell.ref.row));
    if (may_be_printed && words.contains(words_of(cell.text))) continue;
    unmapped.push_back(cell.ref);
  }
  return unmapped;
}

}  // namespace huizong::mapping
