#include "mapping/load/place_sheets.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "base/text.h"

namespace huizong::mapping {
namespace {

std::optional<std::size_t> first_visible(const xlsx::Workbook& blank) {
  const auto& sheets = blank.sheets;
  const auto visible = std::find_if(sheets.begin(), sheets.end(), [](const xlsx::Sheet& s) {
    return s.state == xlsx::SheetState::Visible;
  });
  if (visible == sheets.end()) return std::nullopt;
  return static_cast<std::size_t>(visible - sheets.begin());
}

std::optional<std::size_t> sheet_named(const TomlValue& wanted, Draft& draft) {
  std::vector<std::string> names;
  const auto& sheets = draft.mapping.blank.sheets;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    if (fold_label(sheets[i].name) == fold_label(wanted.text)) return i;
    names.push_back(sheets[i].name);
  }
  draft.slips.add(wanted.spot,
                  say("表样里没有工作表“{}”", "the template has no sheet {}", wanted.text),
                  did_you_mean(wanted.text, names));
  return std::nullopt;
}

template <class T>
void append(std::vector<T>& to, std::vector<T>& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

bool place_sheets(const TomlValue* own, Draft& draft) {
  if (draft.sheets.empty()) {  // nothing is read; the words of recognise are still looked for
    draft.sheets.emplace_back();
    draft.mapping.sheets.emplace_back();
  }
  bool found = true;
  std::map<std::size_t, std::pair<SheetForm, Draft::SheetSource>> placed;
  for (std::size_t i = 0; i < draft.sheets.size(); ++i) {
    SheetForm& form = draft.mapping.sheets[i];
    Draft::SheetSource& source = draft.sheets[i];
    const TomlValue* name = source.name ? source.name : own;
    const auto at = name ? sheet_named(*name, draft) : first_visible(draft.mapping.blank);
    found = found && at;
    if (!at) continue;
    auto& [whole, sources] = placed[*at];  // named by a block, and the mapping's own besides
    whole.at = *at;
    append(whole.fields, form.fields);
    append(whole.grids, form.grids);
    append(whole.tables, form.tables);
    append(whole.prose, form.prose);
    append(sources.fields, source.fields);
    append(sources.grids, source.grids);
    append(sources.tables, source.tables);
    append(sources.prose, source.prose);
  }
  if (!found) return false;
  draft.mapping.sheets.clear();
  draft.sheets.clear();
  for (auto& [at, sheet] : placed) {
    draft.mapping.sheets.push_back(std::move(sheet.first));
    draft.sheets.push_back(std::move(sheet.second));
  }
  return true;
}

}  // namespace huizong::mapping
