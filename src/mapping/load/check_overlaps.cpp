#include <map>
#include <set>

#include "mapping/load/template_check.h"

namespace huizong::mapping {
namespace {

/// Who reads which cell; two blocks that share cells are reported once.
class Claims {
 public:
  explicit Claims(SheetDraft& draft) : draft_(draft) {}
  void claim(CellRef cell, const std::string& block, const TextSpot& spot) {
    const CellRef first = draft_.sheet().extent(cell).first;
    const auto [it, fresh] = owners_.emplace(first, block);
    if (fresh || !said_.insert({it->second, block}).second) return;
    if (it->second == block)
      draft_.slips.add(spot,
                       say("“{}”里 {} 读了两次", "{} reads {} twice", block, to_string(first)));
    else
      draft_.slips.add(
          spot,
          say("“{}”与“{}”都读 {}", "{} and {} both read {}", block, it->second, to_string(first)),
          {"一格只能由一处读取", "a cell is read in one place only"});
  }

 private:
  SheetDraft& draft_;
  std::map<CellRef, std::string> owners_;
  std::set<std::pair<std::string, std::string>> said_;
};

}  // namespace

void check_overlaps(SheetDraft& draft) {
  Claims claims(draft);
  const SheetForm& m = draft.form;
  for (std::size_t i = 0; i < m.fields.size(); ++i) {
    if (draft.sources.fields[i].placed)
      claims.claim(m.fields[i].cell, m.fields[i].name, draft.sources.fields[i].cell);
  }
  for (std::size_t i = 0; i < m.grids.size(); ++i) {
    for (std::size_t r = 0; r < m.grids[i].rows.size(); ++r) {
      for (std::size_t c = 0; c < m.grids[i].cols.size(); ++c) {
        const Draft::GridSource& source = draft.sources.grids[i];
        const CellRef cell{m.grids[i].rows[r].at, m.grids[i].cols[c].at};
        if (!source.rows[r].placed || !source.cols[c].placed) continue;
        if (draft.sheet().extent(cell).first != cell) continue;  // said already
        claims.claim(cell, m.grids[i].name, source.rows[r].spot);
      }
    }
  }
  for (std::size_t i = 0; i < m.tables.size(); ++i) {
    if (!draft.sources.tables[i].placed) continue;
    for (std::size_t c = 0; c < m.tables[i].columns.size(); ++c) {
      if (!draft.sources.tables[i].columns[c].placed) continue;
      for (int row = m.tables[i].first_row; row <= m.tables[i].last_row; ++row) {
        const CellRef cell{row, m.tables[i].columns[c].col};
        if (draft.sheet().extent(cell).first != cell)
          continue;  // the rest of a merge, or said already
        claims.claim(cell, m.tables[i].name, draft.sources.tables[i].columns[c].spot);
      }
    }
  }
}

}  // namespace huizong::mapping
