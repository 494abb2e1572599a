#include "xlsx/fill/chart_references.h"

#include <pugixml.hpp>
#include <string>

#include "xlsx/fill/refusal.h"
#include "xlsx/fill/xml_tree.h"

namespace huizong::xlsx {
namespace {

bool drop_copies(pugi::xml_node range) {
  bool dropped = false;
  for (const char* name : {"numCache", "strCache", "multiLvlStrCache", "dlblRangeCache"}) {
    for (const auto& copy : children_named(range, name)) {
      range.remove_child(copy);
      dropped = true;
    }
  }
  return dropped;
}

}  // namespace

bool shift_chart(pugi::xml_node chart, const ReferenceShift& shift) {
  bool changed = false;
  // sqref: the whole range of a filtered series, in an extension
  for (const auto& node : elements_named(chart, {"f", "sqref"})) {
    const std::string was = node.text().get();
    const Shifted now = shift.formula(was, "", std::nullopt);
    const auto text =
        kept_or_refused(shift, now, say("图表用到的数据 {}", "data that a chart draws ({})", was));
    if (!now.changed) continue;
    node.text().set(text.c_str());
    drop_copies(node.parent());
    changed = true;
  }
  return changed;
}

bool drop_chart_copies(pugi::xml_node chart,
                       const std::function<bool(std::string_view formula)>& is_stale) {
  bool changed = false;
  for (const auto& node : elements_named(chart, {"f"})) {
    if (!is_stale(node.text().get())) continue;
    changed = drop_copies(node.parent()) || changed;
  }
  return changed;
}

}  // namespace huizong::xlsx
