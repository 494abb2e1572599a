// Cells, ranges and formulas as text: what they are taken for, and how they are moved.
//
// A reference printed is the reference; rows added and dropped again leave every formula as it was.

#include <algorithm>

#include "base/cell_ref.h"
#include "promise.h"
#include "xlsx/fill/formula_references.h"
#include "xlsx/fill/reference_shift.h"
#include "xlsx/fill/row_lists.h"

using namespace huizong;
using fuzz::require;

namespace {

bool same_corner(const xlsx::Reference::Corner& a, const xlsx::Reference::Corner& b) {
  return a.cell == b.cell && a.fixed_row == b.fixed_row && a.fixed_col == b.fixed_col;
}

void check_places(std::string_view text) {
  if (const auto cell = parse_cell_ref(text)) {
    require(parse_cell_ref(to_string(*cell)) == cell, "a cell printed is the cell", text);
  }
  if (const auto range = parse_cell_range(text)) {
    require(range->first.row <= range->last.row && range->first.col <= range->last.col,
            "the corners of a range are in order", text);
    require(parse_cell_range(to_string(*range)) == range, "a range printed is the range", text);
  }
  if (const auto col = parse_column(text)) {
    require(parse_column(column_name(*col)) == col, "a column printed is the column", text);
  }
}

void check_scan(std::string_view text) {
  std::size_t done = 0;
  for (const auto& reference : xlsx::scan_formula(text).references) {
    require(reference.length > 0 && reference.at >= done &&
                reference.at + reference.length <= text.size(),
            "references stand one after another inside the formula", text);
    done = reference.at + reference.length;
    const auto range = reference.range();
    require(range.first.row >= 0 && range.first.col >= 0 && range.last.row < kMaxRows &&
                range.last.col < kMaxCols,
            "a reference lies on the sheet", text);
    const auto printed = xlsx::a1_text(reference);
    const auto again = xlsx::scan_formula(printed).references;
    require(again.size() == 1 && again[0].kind == reference.kind &&
                same_corner(again[0].first, reference.first) &&
                same_corner(again[0].last, reference.last),
            "a reference printed is the reference", printed);
  }
}

/// References as they are printed, the rest byte for byte.
std::string printed(std::string_view formula) {
  return xlsx::copied_formula(formula, 0, 0);
}

bool lists_rows(std::string_view text, const xlsx::ReferenceShift& shift, std::string_view sheet) {
  const auto here = [&](const xlsx::Reference& r) { return shift.is_here(r, sheet); };
  return !xlsx::row_lists(text, xlsx::scan_formula(text), shift.move(), here).edits.empty();
}

void check_moves(std::string_view text) {
  const std::string same = printed(text);
  require(printed(same) == same, "a formula copied onto itself stays", text);

  // What speaks of the sheet's last rows is not moved back: they stand for "to the end".
  const auto references = xlsx::scan_formula(text).references;
  const bool at_foot = std::any_of(references.begin(), references.end(), [](const auto& each) {
    return each.range().last.row >= kMaxRows - 8;
  });
  const xlsx::RowSpan block{4, 8};
  const xlsx::RowSpan grown_block{4, 11};
  const std::vector<std::string> sheets = {"一", "二", "三"};
  const xlsx::ReferenceShift grow({block, 8}, "一", sheets);
  const xlsx::ReferenceShift shrink({grown_block, 5}, "一", sheets);
  for (const std::string sheet : {"一", "二"}) {
    const auto grown = grow.formula(text, sheet, std::nullopt);
    require(grown.changed || grown.text == text, "what is not changed stays byte for byte", text);
    if (grown.trouble != xlsx::Trouble::None) continue;
    if (lists_rows(text, grow, sheet)) continue;  // a list is written anew, as a range where it can
    require(xlsx::scan_formula(grown.text).references.size() == references.size(),
            "a reference that is moved stays on the sheet", std::string(text) + "\n" + grown.text);
    if (at_foot) continue;
    const auto back = shrink.formula(grown.text, sheet, std::nullopt);
    require(back.trouble != xlsx::Trouble::Lost && printed(back.text) == same,
            "rows added and dropped again leave a formula as it was",
            std::string(text) + "\n" + grown.text + "\n" + back.text);
  }
  grow.name("_xlnm.Print_Area", text);
  grow.areas(text, true);
  for (const int row : {4, 8, 9}) shrink.formula(text, "一", row);
  xlsx::copied_formula(text, -3, 2);
  xlsx::cloned_formula(text, block, block.last, 3);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::text_of(data, size);
  check_places(text);
  check_scan(text);
  check_moves(text);
  return 0;
}
