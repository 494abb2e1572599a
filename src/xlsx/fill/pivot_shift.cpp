#include "xlsx/fill/pivot_shift.h"

#include <pugixml.hpp>

#include "xlsx/fill/refusal.h"
#include "xlsx/fill/xml_tree.h"

namespace huizong::xlsx {
namespace {

/// worksheetSource, or each rangeSet of a consolidation.
std::vector<pugi::xml_node> sources(const pugi::xml_node& cache) {
  return elements_named(cache, {"worksheetSource", "rangeSet"});
}

std::string quoted(std::string_view sheet) {
  std::string out = "'";
  for (const char c : sheet) out.append(c == '\'' ? 2 : 1, c);
  return out + "'";
}

bool is_elsewhere(const pugi::xml_node& source) {
  for (const auto a : source.attributes()) {
    if (std::string_view(a.name()).ends_with(":id")) return true;  // in another workbook
  }
  return false;
}

}  // namespace

bool shift_pivot_table(pugi::xml_node pivot, const ReferenceShift& shift) {
  auto location = child_named(pivot, "location");
  const auto range = parse_cell_range(attribute(location, "ref"));
  if (!range) return false;
  // Its page fields stand above it, with one empty row between.
  const int pages = location.attribute("rowPageCount").as_int();
  const RowSpan rows{std::max(0, range->first.row - (pages > 0 ? pages + 1 : 0)), range->last.row};
  const auto now = shift.move().span(rows, false);
  if (now == rows) return false;
  if (rows.first <= shift.move().block.last) {
    refuse_move(shift, say("数据透视表“{}”", "the pivot table \"{}\"", attribute(pivot, "name")));
  }
  set_attribute(location, "ref", *shift.area(attribute(location, "ref"), false));
  return true;
}

bool shift_pivot_source(pugi::xml_node cache, const ReferenceShift& shift) {
  bool changed = false;
  for (const auto& source : sources(cache)) {
    const auto ref = attribute(source, "ref");
    if (is_elsewhere(source) || ref.empty()) continue;
    if (!same_sheet(attribute(source, "sheet"), shift.sheet())) continue;
    const auto now = shift.area(ref, true);
    if (!now) {
      refuse_move(shift, say("数据透视表的数据源 {}", "the source {} of a pivot table", ref));
    }
    if (*now == ref) continue;
    set_attribute(source, "ref", *now);
    changed = true;
  }
  return changed;
}

bool refresh_pivot(pugi::xml_node cache,
                   const std::function<bool(std::string_view formula)>& is_stale) {
  if (cache.attribute("refreshOnLoad").as_bool()) return false;
  for (const auto& source : sources(cache)) {
    if (is_elsewhere(source)) continue;
    const auto ref = attribute(source, "ref");
    const auto sheet = attribute(source, "sheet");
    std::string formula(ref.empty() ? attribute(source, "name") : ref);
    if (!ref.empty() && !sheet.empty()) formula = quoted(sheet) + "!" + formula;
    if (!is_stale(formula)) continue;
    set_attribute(cache, "refreshOnLoad", "1");
    return true;
  }
  return false;
}

}  // namespace huizong::xlsx
