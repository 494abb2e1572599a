// Places fixed blocks: each line by its own label, each column by its heading.

#include <algorithm>

#include "mapping/place/aligner.h"

namespace huizong::mapping {

/// The column the block's own row labels stand in.
std::optional<int> Aligner::lane_column(const GridLabels& own, const RowPlaces& places) const {
  std::map<int, int> votes;
  for (const int label : own.lines) {
    if (label < 0) continue;
    if (const CellRange* word = places.word(label)) ++votes[word->first.col];
  }
  if (!votes.empty())
    return std::max_element(votes.begin(), votes.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
  for (const int label : own.lines) {
    if (label >= 0) return columns_.at(labels_.label(label).cell().col);
  }
  return std::nullopt;
}

std::vector<int> Aligner::place_lines(const Grid& grid, const GridLabels& own,
                                      const RowPlaces& places,
                                      const std::optional<HeadingRows>& headings,
                                      Missing& missing) {
  std::vector<int> rows(grid.rows.size(), -1);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const int label = own.lines[i];
    if (label < 0) {
      rows[i] = grid.unlabelled && headings
                    ? headings->last + grid.rows[i].at - own.headings.rows.back()
                    : places.row(grid.rows[i].at).value_or(-1);
      if (rows[i] < 0) missing.add(grid.rows[i].name);
      continue;
    }
    const CellRange* word = places.word(label);
    if (!word || ambiguous(places, label, missing)) continue;
    rows[i] = word->first.row;
    note_word(label, *word);
  }
  if (missing.labels.empty()) take_changed_lines(grid, own, places, rows, missing);
  return rows;
}

/// Lines whose label is not found, between two that are: taken when the sheet has as many there.
void Aligner::take_changed_lines(const Grid& grid, const GridLabels& own, const RowPlaces& places,
                                 std::vector<int>& rows, Missing& missing) {
  const auto lane = lane_column(own, places);
  for (std::size_t i = 0; i < rows.size();) {
    if (rows[i] >= 0) {
      ++i;
      continue;
    }
    const auto around = places.neighbours(grid.rows[i].at);
    std::vector<std::size_t> run;  // lines between the same two neighbours
    while (i < rows.size() && rows[i] < 0 && (around.below < 0 || grid.rows[i].at < around.below))
      run.push_back(i++);
    if (run.empty()) run.push_back(i++);
    std::vector<int> there;
    if (lane && around.above >= 0 && around.below >= 0 && !around.block_between) {
      if (around.below_to - around.above_to == around.below - around.above) {
        for (const std::size_t k : run)
          there.push_back(around.above_to + grid.rows[k].at - around.above);
      } else {
        for (int row = around.above_to + 1; row < around.below_to; ++row) {
          const xlsx::Cell* cell = sheet_.seen_at({row, *lane});
          if (cell && cell->ref.row == row) there.push_back(row);
        }
      }
    }
    if (there.size() != run.size()) {
      for (const std::size_t k : run) missing.add(labels_.label(own.lines[k]).text);
      for (const int row : there) missing.candidates.push_back({row, *lane});
      continue;
    }
    for (std::size_t k = 0; k < run.size(); ++k) {
      rows[run[k]] = there[k];
      const CellRange extent = sheet_.extent({there[k], *lane});
      note_word(own.lines[run[k]], extent);
      out_.changed.push_back({extent.first, labels_.label(own.lines[run[k]]).text,
                              sheet_.text_at(extent.first), grid.name});
    }
  }
}

void Aligner::place_grid(std::size_t index) {
  const Grid& grid = form_.grids[index];
  const GridLabels& own = labels_.grids[index];
  std::vector<int> names = all_labels(own.headings);
  names.insert(names.end(), own.lines.begin(), own.lines.end());
  const RowMatch match = match_for(names);
  const RowPlaces places(labels_, match, names);
  const std::size_t changed_before = out_.changed.size();

  Missing missing;
  const auto headings = heading_rows(own.headings, places);
  const std::vector<int> rows = place_lines(grid, own, places, headings, missing);
  std::vector<int> cols;
  for (const Grid::Line& col : grid.cols) cols.push_back(col.at);
  std::optional<std::vector<int>> placed;
  if (headings || own.headings.rows.empty()) {
    const int above = rows.empty() ? 0 : std::max(0, rows.front() - 1);
    placed = place_columns(grid.name, own.headings, cols,
                           headings.value_or(HeadingRows{above, above}), missing);
  } else {
    for (const auto& stack : own.headings.stacks)
      missing.add(stack.empty() ? "" : labels_.label(stack.front()).text);
  }
  const bool whole =
      placed && missing.labels.empty() && std::find(rows.begin(), rows.end(), -1) == rows.end();
  if (whole) {
    out_.grids[grid.name] = {rows, *placed};
    return;
  }
  out_.changed.resize(changed_before);  // nothing is read by them
  refuse(grid.name, missing);
}

}  // namespace huizong::mapping
