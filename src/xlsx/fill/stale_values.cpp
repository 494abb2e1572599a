#include "xlsx/fill/stale_values.h"

#include <algorithm>

#include "xlsx/fill/formula_references.h"

namespace huizong::xlsx {
namespace {

/// Functions whose result depends on more than the cells they name.
bool is_volatile(const std::string& function) {
  static const std::set<std::string> names = {
      "INDIRECT", "OFFSET", "TODAY",           "NOW",     "RAND", "RANDBETWEEN",
      "CELL",     "INFO",   "_XLFN.RANDARRAY", "EVALUATE"};
  return names.contains(function);
}

struct Waiting {
  SheetTree* sheet = nullptr;
  StoredFormula formula;
  FormulaScan scan;
};

class StaleValues {
 public:
  StaleValues(std::vector<SheetTree*> sheets, const std::map<std::string, std::string>& names,
              const ChangedCells& changed)
      : sheets_(std::move(sheets)), names_(names), changed_(changed) {
    for (SheetTree* sheet : sheets_) {
      for (auto& formula : sheet->formulas()) {
        const auto ours = changed.ours.find(sheet->name());
        if (ours != changed.ours.end() && ours->second.contains(formula.cell)) continue;
        auto scan = scan_formula(formula.text);
        waiting_.push_back({sheet, std::move(formula), std::move(scan)});
      }
    }
  }

  void drop() {
    for (bool more = true; more;) {
      more = false;
      std::vector<Waiting> kept;
      for (auto& one : waiting_) {
        if (!may_have_changed(one)) {
          kept.push_back(std::move(one));
          continue;
        }
        const auto& fills = one.formula.fills;
        one.sheet->drop_values(fills);
        dropped_[one.sheet->name()].push_back(fills);
        more = true;
      }
      waiting_ = std::move(kept);
    }
  }

 private:
  bool may_have_changed(const Waiting& one) const {
    if (one.formula.text.empty()) return true;  // a data table
    if (one.scan.tables ||
        std::any_of(one.scan.functions.begin(), one.scan.functions.end(), is_volatile))
      return true;
    const auto moved = changed_.from_row.find(one.sheet->name());
    if (moved != changed_.from_row.end() && one.formula.fills.last.row >= moved->second)
      return true;
    return std::any_of(one.scan.references.begin(), one.scan.references.end(),
                       [&](const Reference& r) { return reads_changed(r, one.sheet->name()); }) ||
           std::any_of(one.scan.names.begin(), one.scan.names.end(),
                       [&](const std::string& name) { return name_changed(name); });
  }

  bool reads_changed(const Reference& reference, const std::string& own) const {
    if (reference.external) return false;
    if (!reference.last_sheet.empty()) return true;
    const std::string_view sheet =
        reference.sheet.empty() ? std::string_view(own) : reference.sheet;
    const CellRange range = reference.range();
    const auto of_sheet = [&](const auto& map) {
      return std::find_if(map.begin(), map.end(),
                          [&](const auto& entry) { return same_sheet(entry.first, sheet); });
    };
    if (const auto moved = of_sheet(changed_.from_row); moved != changed_.from_row.end()) {
      if (range.last.row >= moved->second) return true;
    }
    if (const auto cells = of_sheet(changed_.cells); cells != changed_.cells.end()) {
      for (auto cell = cells->second.lower_bound({range.first.row, 0});
           cell != cells->second.end() && cell->row <= range.last.row; ++cell) {
        if (range.contains(*cell)) return true;
      }
    }
    if (const auto gone = of_sheet(dropped_); gone != dropped_.end()) {
      return std::any_of(gone->second.begin(), gone->second.end(), [&](const CellRange& other) {
        return other.first.row <= range.last.row && range.first.row <= other.last.row &&
               other.first.col <= range.last.col && range.first.col <= other.last.col;
      });
    }
    return false;
  }

  /// A name is looked through once; what stands on further names, or on a place relative to the
  /// formula, is taken to have changed.
  bool name_changed(const std::string& name) const {
    if (same_sheet(name, "TRUE") || same_sheet(name, "FALSE")) return false;
    const auto found = std::find_if(names_.begin(), names_.end(), [&](const auto& entry) {
      return same_sheet(entry.first, name);
    });
    if (found == names_.end()) return true;
    const auto scan = scan_formula(found->second);
    if (scan.tables || !scan.names.empty() || !scan.functions.empty()) return true;
    return std::any_of(scan.references.begin(), scan.references.end(), [&](const Reference& r) {
      return r.sheet.empty() || !r.first.fixed_row || !r.first.fixed_col ||
             reads_changed(r, r.sheet);
    });
  }

  std::vector<SheetTree*> sheets_;
  const std::map<std::string, std::string>& names_;
  const ChangedCells& changed_;
  std::vector<Waiting> waiting_;
  std::map<std::string, std::vector<CellRange>> dropped_;
};

}  // namespace

void drop_stale_values(std::vector<SheetTree*> sheets,
                       const std::map<std::string, std::string>& names,
                       const ChangedCells& changed) {
  StaleValues(std::move(sheets), names, changed).drop();
}

}  // namespace huizong::xlsx
