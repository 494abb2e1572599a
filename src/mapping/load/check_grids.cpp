#include <algorithm>
#include <set>

#include "mapping/load/template_address.h"
#include "mapping/load/template_check.h"
#include "mapping/load/template_words.h"

namespace huizong::mapping {
namespace {

std::vector<std::string> names_of(const Grid::Line& line) {
  std::vector<std::string> names = line.aliases;
  names.push_back(line.name);
  return names;
}

void check_row_label(const Grid& grid, const Grid::Line& row, const TextSpot& spot,
                     SheetDraft& draft) {
  if (grid.unlabelled) return;
  const TemplateWords words(draft.sheet());
  const int before = grid.cols.front().at;
  if (words.row_has(row.at, before, names_of(row))) return;
  const auto other = words.row_named(row.name, grid.rows.front().at - kNearRows,
                                     grid.rows.back().at + kNearRows, before);
  if (other)
    draft.slips.add(spot, say("表样第 {} 行不是“{}”，“{}”在第 {} 行",
                              "row {} of the template is not {}: {} is row {}", row.at + 1,
                              row.name, row.name, *other + 1));
}

/// One row of a grid: each crossing is a cell of its own, and no heading. `hidden` are the columns
/// already said to lie inside merges.
void check_crossings(const Grid& grid, const Draft::GridSource& source, std::size_t r,
                     std::set<std::size_t>& hidden, SheetDraft& draft) {
  const Grid::Line& row = grid.rows[r];
  for (std::size_t c = 0; c < grid.cols.size(); ++c) {
    const Grid::Line& col = grid.cols[c];
    const CellRef cell{row.at, col.at};
    const CellRange extent = draft.sheet().extent(cell);
    if (extent.first.col != cell.col) {
      if (hidden.insert(c).second) covered(draft, cell, source.cols[c].spot);
      continue;
    }
    if (extent.first.row != cell.row) {
      draft.slips.add(source.rows[r].spot,
                      say("{} 与上面的行合并成一格 {}，不能各是一个数",
                          "{} is merged with the rows above into {} and is no figure of its own",
                          to_string(cell), to_string(extent)),
                      {"请把这一列移到另一个 [[grids]]，只写第一行",
                       "move this column to a [[grids]] of its own with the first row only"});
      continue;
    }
    const std::string text = draft.sheet().text_at(cell);
    const auto names = names_of(col);
    if (std::any_of(names.begin(), names.end(),
                    [&](const std::string& name) { return same_label(text, name); })) {
      draft.slips.add(source.rows[r].spot,
                      say("表样第 {} 行是表头（{} 写着“{}”），不是要填的行",
                          "row {} of the template is a heading ({} reads {}), no row to fill in",
                          row.at + 1, to_string(cell), shortened(text)));
      return;
    }
  }
}

/// Takes out the lines without a place on the template, noting those that lie outside it.
void keep_placed(std::vector<Grid::Line>& lines, std::vector<Draft::LineSource>& sources, int last,
                 bool rows, SheetDraft& draft) {
  for (std::size_t i = lines.size(); i-- > 0;) {
    if (sources[i].placed && lines[i].at <= last) continue;
    if (sources[i].placed)
      outside(draft, sources[i].spot,
              rows ? fmt::format("{}", lines[i].at + 1) : column_name(lines[i].at));
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i));
    sources.erase(sources.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

void check_grid(Grid grid, Draft::GridSource source, SheetDraft& draft) {
  const CellRange used = TemplateWords(draft.sheet()).used();
  keep_placed(grid.rows, source.rows, used.last.row, true, draft);
  keep_placed(grid.cols, source.cols, used.last.col, false, draft);
  if (grid.rows.empty() || grid.cols.empty()) return;
  std::set<std::size_t> hidden;
  for (std::size_t r = 0; r < grid.rows.size(); ++r) {
    check_crossings(grid, source, r, hidden, draft);
    check_row_label(grid, grid.rows[r], source.rows[r].spot, draft);
  }
  for (std::size_t c = 0; c < grid.cols.size(); ++c)
    check_heading(grid.cols[c].name, names_of(grid.cols[c]), grid.cols[c].at, grid.rows.front().at,
                  source.cols[c].spot, draft);
}

}  // namespace

void check_grids(SheetDraft& draft) {
  for (std::size_t i = 0; i < draft.form.grids.size(); ++i)
    check_grid(draft.form.grids[i], draft.sources.grids[i], draft);
}

}  // namespace huizong::mapping
