#include <algorithm>

#include "base/text.h"
#include "mapping/load/template_address.h"
#include "mapping/load/template_check.h"
#include "mapping/recognise.h"

namespace huizong::mapping {
namespace {

/// Whether units' sheets would be told by these signs if they looked like one of the template's.
bool tells_template(const Draft& draft, const Recognise& signs) {
  return std::any_of(draft.mapping.sheets.begin(), draft.mapping.sheets.end(),
                     [&](const SheetForm& sheet) {
                       Mapping probe;
                       probe.recognise = signs;
                       probe.sheets.emplace_back();
                       xlsx::Workbook alone;
                       alone.sheets.push_back(draft.mapping.blank_of(sheet));
                       return !recognise(probe, alone).empty();
                     });
}

void check_word(const TomlValue& word, Draft& draft) {
  const std::string wanted = fold_label(word.text);
  if (word.kind != TomlValue::Kind::Text || wanted.empty() ||
      tells_template(draft, {"*", {wanted}}))
    return;
  std::vector<std::string> there;
  bool in_prose = false;
  for (const SheetForm& sheet : draft.mapping.sheets) {
    for (const xlsx::Cell& cell : draft.mapping.blank_of(sheet).cells) {
      if (cell.type != xlsx::CellType::Text) continue;
      there.emplace_back(trimmed(cell.text));
      in_prose = in_prose || fold_label(cell.text).find(wanted) != std::string::npos;
    }
  }
  if (in_prose)
    return draft.slips.add(
        word.spot,
        say("“{}”在表样里只夹在长段文字中，不能用来认表",
            "the template has {} only inside a long text, which does not tell the form", word.text),
        {"请用标题或表头的文字", "use the words of the title or of a heading"});
  const std::string near = nearest(word.text, there);
  draft.slips.add(
      word.spot,
      say("表样里没有“{}”这几个字", "the template does not have the words {}", word.text),
      near.empty() ? Message{} : say("是不是“{}”？", "did you mean {}?", shortened(near)));
}

}  // namespace

void check_recognise(const TomlValue* table, Draft& draft) {
  if (!table) return;
  const TomlEntry* sheet = table->find("sheet");
  const bool many = draft.mapping.sheets.size() > 1;
  if (sheet && many)
    draft.slips.add(sheet->value.spot,
                    {"这张表有几个工作表，[recognise] 不能再写 sheet",
                     "the form has several sheets; [recognise] cannot ask for one name"},
                    {"各工作表按表样上的名称和标题来认",
                     "they are told by the template's own names and titles"});
  if (sheet && !many && sheet->value.kind == TomlValue::Kind::Text &&
      !tells_template(draft, {sheet->value.text, {}}))
    draft.slips.add(
        sheet->value.spot,
        say("表样的工作表名“{}”不合“{}”",
            "the template's sheet is called {}, which does not fit {}",
            draft.mapping.blank_of(draft.mapping.sheets.front()).name, sheet->value.text),
        {"* 代表任意几个字，? 代表一个字", "* stands for any letters, ? for one"});
  const TomlEntry* contains = table->find("contains");
  if (!contains) return;
  if (contains->value.kind == TomlValue::Kind::Text) return check_word(contains->value, draft);
  for (const TomlValue& word : contains->value.items) check_word(word, draft);
}

}  // namespace huizong::mapping
