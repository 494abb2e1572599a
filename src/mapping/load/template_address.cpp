#include "mapping/load/template_address.h"

#include <algorithm>

#include "base/text.h"
#include "mapping/load/template_words.h"

namespace huizong::mapping {
std::string shortened(const std::string& text) {
  constexpr int kShown = 20;
  std::string line(trimmed(text));
  std::replace(line.begin(), line.end(), '\n', ' ');
  return char_count(line) > kShown ? first_chars(line, kShown) + "…" : line;
}

void outside(SheetDraft& draft, const TextSpot& spot, const std::string& what) {
  const TemplateWords words(draft.sheet());
  draft.slips.add(spot,
                  {fmt::format("{} 不在表样之内，表样“{}”只用到 {}", what, draft.sheet().name,
                               to_string(words.used())),
                   fmt::format("{} lies outside the template, whose sheet {} uses {}", what,
                               draft.sheet().name, to_string(words.used()))},
                  {"地址按空白表样写，请对照表样", "addresses are those of the blank template"});
}

/// Says so where a cell is covered by a merge that begins elsewhere.
bool covered(SheetDraft& draft, CellRef cell, const TextSpot& spot) {
  const CellRange extent = draft.sheet().extent(cell);
  if (extent.first == cell) return false;
  draft.slips.add(
      spot,
      say("{} 在合并单元格 {} 里，不是它的第一格",
          "{} lies in the merged cell {} but is not its first", to_string(cell), to_string(extent)),
      say("请写 {}", "write {}", to_string(extent.first)));
  return true;
}

void check_heading(const std::string& name, const std::vector<std::string>& names, int col,
                   int first_row, const TextSpot& spot, SheetDraft& draft) {
  const TemplateWords words(draft.sheet());
  if (words.column_has(col, first_row, names)) return;
  const auto other = words.column_named(name, first_row - kNearRows, first_row - 1);
  if (other)
    draft.slips.add(spot, say("表样 {} 列不是“{}”，“{}”在 {} 列",
                              "column {} of the template is not {}: {} is column {}",
                              column_name(col), name, name, column_name(*other)));
}

}  // namespace huizong::mapping
