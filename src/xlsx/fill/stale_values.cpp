#include "xlsx/fill/stale_values.h"

#include <algorithm>

namespace huizong::xlsx {

/// A formula that still has its stored value.
struct StoredFormulaScan {
  SheetTree* sheet = nullptr;
  StoredFormula formula;
  FormulaScan scan;
};

namespace {

/// Functions whose result depends on more than the cells they name.
bool is_volatile(const Call& call) {
  static const std::set<std::string> names = {
      "INDIRECT", "OFFSET", "TODAY",           "NOW",     "RAND", "RANDBETWEEN",
      "CELL",     "INFO",   "_XLFN.RANDARRAY", "EVALUATE"};
  return names.contains(call.function);
}

/// SUMIF(A1:A9,"甲",H1) adds up H1:H9: what it names stands for an area as large as the others.
FormulaScan with_implied_areas(FormulaScan scan) {
  const bool implied = std::any_of(scan.calls.begin(), scan.calls.end(), [](const Call& call) {
    return call.function == "SUMIF" || call.function == "AVERAGEIF";
  });
  if (!implied) return scan;
  int rows = 0, cols = 0;
  for (const auto& reference : scan.references) {
    const CellRange range = reference.range();
    rows = std::max(rows, range.last.row - range.first.row);
    cols = std::max(cols, range.last.col - range.first.col);
  }
  for (auto& reference : scan.references) {
    if (reference.kind == Reference::Kind::Cols || reference.kind == Reference::Kind::Rows)
      continue;
    const CellRange range = reference.range();
    reference.kind = Reference::Kind::Cells;
    reference.last.cell = {
        std::min(std::max(range.last.row, range.first.row + rows), kMaxRows - 1),
        std::min(std::max(range.last.col, range.first.col + cols), kMaxCols - 1)};
    reference.first.cell = range.first;
  }
  return scan;
}

template <class Map>
auto of_sheet(const Map& map, std::string_view sheet) {
  return std::find_if(map.begin(), map.end(),
                      [&](const auto& entry) { return same_sheet(entry.first, sheet); });
}

}  // namespace

StaleValues::StaleValues(const std::vector<SheetTree*>& sheets,
                         const std::map<std::string, std::string>& names,
                         const ChangedCells& changed)
    : names_(names), changed_(changed) {
  for (SheetTree* sheet : sheets) {
    const auto ours = changed.ours.find(sheet->name());
    for (auto& formula : sheet->formulas()) {
      if (ours != changed.ours.end() && ours->second.contains(formula.cell)) continue;
      auto scan = with_implied_areas(scan_formula(formula.text));
      waiting_.push_back({sheet, std::move(formula), std::move(scan)});
    }
  }
}
StaleValues::~StaleValues() = default;

void StaleValues::drop() {
  for (bool more = true; more;) {
    more = false;
    std::vector<StoredFormulaScan> kept;
    for (auto& one : waiting_) {
      if (!may_have_changed(one)) {
        kept.push_back(std::move(one));
        continue;
      }
      const auto& fills = one.formula.fills;
      one.sheet->drop_values(fills);
      dropped_[one.sheet->name()].add(fills);
      more = true;
    }
    waiting_ = std::move(kept);
  }
}

bool StaleValues::reads_changed(std::string_view formula, std::string_view sheet) const {
  return scan_changed(with_implied_areas(scan_formula(formula)), sheet);
}

bool StaleValues::may_have_changed(const StoredFormulaScan& one) const {
  if (one.formula.text.empty()) return true;  // a data table
  const auto moved = changed_.from_row.find(one.sheet->name());
  if (moved != changed_.from_row.end() && one.formula.fills.last.row >= moved->second) return true;
  return scan_changed(one.scan, one.sheet->name());
}

bool StaleValues::scan_changed(const FormulaScan& scan, std::string_view sheet) const {
  return scan.tables || std::any_of(scan.calls.begin(), scan.calls.end(), is_volatile) ||
         std::any_of(scan.references.begin(), scan.references.end(),
                     [&](const Reference& r) { return cells_changed(r, sheet); }) ||
         std::any_of(scan.names.begin(), scan.names.end(),
                     [&](const std::string& name) { return name_changed(name); });
}

bool StaleValues::cells_changed(const Reference& reference, std::string_view own) const {
  if (reference.external) return false;
  if (!reference.last_sheet.empty()) return true;
  const std::string_view sheet = reference.sheet.empty() ? own : reference.sheet;
  const CellRange range = reference.range();
  if (const auto moved = of_sheet(changed_.from_row, sheet); moved != changed_.from_row.end()) {
    if (range.last.row >= moved->second) return true;
  }
  if (const auto cells = of_sheet(changed_.cells, sheet); cells != changed_.cells.end()) {
    for (auto cell = cells->second.lower_bound({range.first.row, 0});
         cell != cells->second.end() && cell->row <= range.last.row; ++cell) {
      if (range.contains(*cell)) return true;
    }
  }
  const auto gone = of_sheet(dropped_, sheet);
  return gone != dropped_.end() && gone->second.any_meets(range);
}

/// A name is looked through once; what stands on further names, or on a place relative to the
/// formula, is taken to have changed.
bool StaleValues::name_changed(const std::string& name) const {
  if (same_sheet(name, "TRUE") || same_sheet(name, "FALSE")) return false;
  const auto found = of_sheet(names_, name);
  if (found == names_.end()) return true;
  const auto scan = scan_formula(found->second);
  if (scan.tables || !scan.names.empty() || !scan.calls.empty()) return true;
  return std::any_of(scan.references.begin(), scan.references.end(), [&](const Reference& r) {
    return r.sheet.empty() || !r.first.fixed_row || !r.first.fixed_col || cells_changed(r, r.sheet);
  });
}

}  // namespace huizong::xlsx
