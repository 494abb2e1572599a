#include "xlsx/fill/area_formula.h"

#include <algorithm>
#include <array>
#include <set>

#include "xlsx/fill/counted_rows.h"
#include "xlsx/fill/row_lists.h"

namespace huizong::xlsx {
namespace {

std::vector<RowSpan> rows_of(std::string_view areas) {
  std::vector<RowSpan> rows;
  for (std::size_t at = 0; at < areas.size();) {
    const auto end = std::min(areas.find_first_of(" \t\n\r", at), areas.size());
    if (const auto range = parse_cell_range(areas.substr(at, end - at))) {
      rows.push_back({range->first.row, range->last.row});
    }
    at = end + 1;
  }
  return rows;
}

/// The row the formula is written for, before and after the move.
struct Base {
  int before = 0;
  int after = 0;
};

/// Rows are a ring: a distance of -1 from row 1 is stored as row 1048576.
int on_ring(int row) {
  return ((row % kMaxRows) + kMaxRows) % kMaxRows;
}

/// One text for all rows of an area, reference by reference.
class AreaShift {
 public:
  AreaShift(const ReferenceShift& shift, std::string_view sheet, const std::vector<RowSpan>& rows,
            Base base)
      : shift_(shift),
        move_(shift.move()),
        sheet_(sheet),
        own_(same_sheet(sheet, shift.sheet())),
        rows_(rows),
        base_(base) {}

  Fate move(Reference& reference) const {
    const bool fixed = reference.first.fixed_row && reference.last.fixed_row;
    if (fixed || reference.kind == Reference::Kind::Cols || reference.external) {
      return shift_.move_reference(reference, sheet_, std::nullopt);
    }
    const bool here = shift_.is_here(reference, sheet_);
    if (!here && !own_ && reference.last_sheet.empty()) return Fate::Stays;
    const std::array distances = {distance(reference.first), distance(reference.last)};

    std::vector<Reading> readings;
    for (const int row : telling_rows(distances)) {
      const auto now = own_ ? move_.row(row) : row;
      if (!now) continue;  // goes away, and what it reads with it
      Reading reading{*now, {}};
      const Fate fate = read(reference, distances, row, here, reading);
      if (fate == Fate::Through) return fate;
      if (fate != Fate::Stays) readings.push_back(std::move(reading));
    }
    if (readings.empty()) return Fate::Stays;

    const Reference was = reference;
    std::array<Reference::Corner*, 2> corners = {&reference.first, &reference.last};
    for (std::size_t i = 0; i < corners.size(); ++i) {
      const auto agreed = agree(readings, i, *corners[i], distances[i]);
      if (!agreed) return Fate::Lost;
      corners[i]->cell.row = corners[i]->fixed_row ? *agreed : on_ring(base_.after + *agreed);
    }
    return a1_text(was) == a1_text(reference) ? Fate::Stays : Fate::Moves;
  }

 private:
  /// What one cell of the area may read after the move, corner by corner; the best first.
  struct Reading {
    int row;
    std::array<std::vector<int>, 2> may;
  };

  int distance(const Reference::Corner& corner) const {
    const int d = corner.cell.row - base_.before;
    if (d > kMaxRows / 2) return d - kMaxRows;
    if (d < -kMaxRows / 2) return d + kMaxRows;
    return d;
  }

  /// Where rows go changes at the block's end only; the rows that stand there or read there tell
  /// for all others.
  std::set<int> telling_rows(const std::array<int, 2>& distances) const {
    std::set<int> telling;
    for (const RowSpan& span : rows_) {
      telling.insert({span.first, span.last});
      for (const int edge : {move_.block.last - 1, move_.block.last, move_.block.last + 1,
                             move_.new_last(), move_.new_last() + 1}) {
        for (const int row : {edge, edge - distances[0], edge - distances[1]}) {
          if (row >= span.first && row <= span.last) telling.insert(row);
        }
      }
    }
    return telling;
  }

  /// Moves: `reading` was filled in. Stays: the cell reads off the sheet and tells nothing.
  Fate read(Reference seen, const std::array<int, 2>& distances, int row, bool here,
            Reading& reading) const {
    std::array<Reference::Corner*, 2> corners = {&seen.first, &seen.last};
    for (std::size_t i = 0; i < corners.size(); ++i) {
      if (!corners[i]->fixed_row) corners[i]->cell.row = row + distances[i];
      if (corners[i]->cell.row < 0 || corners[i]->cell.row >= kMaxRows) return Fate::Stays;
    }
    const std::array was = {seen.first.cell.row, seen.last.cell.row};
    const Fate fate = shift_.move_reference(seen, sheet_, row);
    if (fate == Fate::Through) return fate;
    for (std::size_t i = 0; i < corners.size(); ++i) {
      if (fate != Fate::Lost) reading.may[i].push_back(corners[i]->cell.row);
      if (!here) continue;
      if (const auto now = move_.row(was[i])) reading.may[i].push_back(*now);
      // The row after the block reads "the row before me": that is the block's new last one.
      const bool from_next = own_ && row == move_.block.last + 1;
      if (from_next && was[i] == move_.block.last) reading.may[i].push_back(move_.new_last());
    }
    return Fate::Moves;
  }

  /// The row (fixed) or distance that every reading bears out.
  static std::optional<int> agree(const std::vector<Reading>& readings, std::size_t i,
                                  const Reference::Corner& corner, int distance) {
    std::vector<int> offered;
    const auto offset = [&](const Reading& reading) { return corner.fixed_row ? 0 : reading.row; };
    for (const int row : readings.front().may[i]) offered.push_back(row - offset(readings.front()));
    if (!corner.fixed_row) offered.push_back(distance);
    for (const int one : offered) {
      const bool all = std::all_of(readings.begin(), readings.end(), [&](const Reading& reading) {
        const auto& may = reading.may[i];
        return std::find(may.begin(), may.end(), one + offset(reading)) != may.end();
      });
      if (all) return one;
    }
    return std::nullopt;
  }

  const ReferenceShift& shift_;
  const RowMove& move_;
  std::string_view sheet_;
  bool own_;
  const std::vector<RowSpan>& rows_;
  Base base_;
};

Shifted shifted(const ReferenceShift& shift, std::string_view text, std::string_view sheet,
                const std::vector<RowSpan>& rows, Base base) {
  const AreaShift area(shift, sheet, rows, base);
  Shifted result;
  const FormulaScan scan = scan_formula(text);
  const RowSpan block = shift.move().block;
  const bool beside =
      same_sheet(sheet, shift.sheet()) && std::any_of(rows.begin(), rows.end(), [&](RowSpan span) {
        return span.first <= block.last && span.last >= block.first;
      });
  const auto lists = row_lists(text, scan, shift.move(), [&](const Reference& r) {
    return shift.is_here(r, sheet) && (!beside || (r.first.fixed_row && r.last.fixed_row));
  });
  if (lists.unclear || !lists.edits.empty()) result.trouble = Trouble::Listed;
  if (counts_moved_rows(shift, text, scan, sheet)) result.trouble = Trouble::Counted;
  result.text = rewritten(text, [&](Reference& reference) {
    const Fate fate = area.move(reference);
    if (fate == Fate::Lost) result.trouble = Trouble::Lost;
    if (fate == Fate::Through) result.trouble = Trouble::Through;
    return fate == Fate::Moves;
  });
  result.changed = result.text != text;
  return result;
}

}  // namespace

Shifted shift_area_formula(const ReferenceShift& shift, std::string_view text,
                           const FormulaArea& area) {
  const auto before = rows_of(area.before);
  const auto after = rows_of(area.after);
  if (before.empty() || after.empty()) return shift.formula(text, area.sheet, std::nullopt);
  const auto top = [](const std::vector<RowSpan>& rows) {
    return std::min_element(rows.begin(), rows.end(),
                            [](RowSpan a, RowSpan b) { return a.first < b.first; })
        ->first;
  };
  // Programs differ in whether the first range or the topmost one is meant.
  const auto first =
      shifted(shift, text, area.sheet, before, {before.front().first, after.front().first});
  if (before.front().first == top(before) && after.front().first == top(after)) return first;
  auto topmost = shifted(shift, text, area.sheet, before, {top(before), top(after)});
  if (topmost.trouble == Trouble::None) {
    topmost.trouble = first.text == topmost.text ? first.trouble : Trouble::Lost;
  }
  return topmost;
}

}  // namespace huizong::xlsx
