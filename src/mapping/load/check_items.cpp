#include <algorithm>

#include "base/text.h"
#include "mapping/load/template_check.h"
#include "mapping/sheet_title.h"

namespace huizong::mapping {

void check_items(const TomlEntry* per, Draft& draft) {
  const Mapping& mapping = draft.mapping;
  if (!per || !mapping.has_items()) return;
  const auto fields = mapping.fields();
  if (std::none_of(fields.begin(), fields.end(),
                   [](const Field& field) { return field.key == KeyPart::Item; }))
    draft.slips.add(per->value.spot,
                    {"一个工作簿有几个项目，却没有一个字段说是哪个项目",
                     "a workbook holds several items but no field tells which"},
                    {"请给项目编码或项目名称那个字段加 key = \"item\"",
                     "give the field with the item's code or name key = \"item\""});
  if (mapping.sheets.size() > 1)
    return draft.slips.add(per->value.spot,
                           say("per = \"{}\" 的表只能在一个工作表上",
                               "a form with per = \"{}\" is of one sheet", per->value.text),
                           {"几个工作表合成一份的表，请写 per = \"unit\"",
                            "where several sheets are one form, write per = \"unit\""});
  const xlsx::Sheet& blank = mapping.blank_of(mapping.sheets.front());
  const bool titled =
      std::any_of(blank.cells.begin(), blank.cells.end(), [&](const xlsx::Cell& cell) {
        return cell.type == xlsx::CellType::Text &&
               says_title(cell.text, fold_label(mapping.title()));
      });
  if (mapping.per == Per::Block && !titled)
    draft.slips.add(per->value.spot,
                    say("各项目靠标题分开，表样里却没有“{}”",
                        "items are told apart by their titles, but the template does not have {}",
                        mapping.title()),
                    {"请把 title 写成表样上的标题", "make title the title on the template"});
}

}  // namespace huizong::mapping
