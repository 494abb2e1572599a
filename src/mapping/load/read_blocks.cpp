#include "mapping/load/read_blocks.h"

#include <algorithm>

#include "base/text.h"

namespace huizong::mapping {
std::string read_name(TableReader& reader, Draft& draft, NameRegister& names, TextSpot& spot) {
  const TomlValue* name = reader.text("name", Need::Required);
  if (!name) return "";
  spot = name->spot;
  if (check_name(*name, draft.slips)) names.add(name->text, name->spot, draft.slips);
  return name->text;
}

std::size_t read_sheet(TableReader& reader, Draft& draft) {
  const TomlValue* name = reader.text("sheet");
  const auto is_it = [&](const Draft::SheetSource& sheet) {
    if (!name || !sheet.name) return !name && !sheet.name;
    return fold_label(sheet.name->text) == fold_label(name->text);
  };
  const auto known = std::find_if(draft.sheets.begin(), draft.sheets.end(), is_it);
  if (known != draft.sheets.end()) return static_cast<std::size_t>(known - draft.sheets.begin());
  draft.sheets.emplace_back().name = name;
  draft.mapping.sheets.emplace_back();
  return draft.sheets.size() - 1;
}

bool parse_rows(const std::string& text, int& first_row, int& last_row) {
  const std::size_t colon = text.find(':');
  const auto first = parse_cell_ref("A" + text.substr(0, colon));
  const auto last =
      colon == std::string::npos ? first : parse_cell_ref("A" + text.substr(colon + 1));
  if (!first || !last || last->row < first->row) return false;
  first_row = first->row;
  last_row = last->row;
  return true;
}

std::optional<model::MoneyUnit> read_money(TableReader& reader, Slips& slips) {
  const TomlValue* money = reader.text("money");
  if (!money) return std::nullopt;
  const auto unit = model::parse_money_unit(money->text);
  if (!unit)
    slips.add(
        money->spot, say("“{}”不是金额单位", "{} is no unit of money", money->text),
        {"可用的有：元、千元、万元、百万元、亿元", "there are: 元, 千元, 万元, 百万元, 亿元"});
  return unit;
}

std::optional<model::MoneyUnit> read_block_money(TableReader& reader, bool has_money,
                                                 Draft& draft) {
  const TomlValue* key = reader.any("money");
  if (key && !has_money)
    draft.slips.add(key->spot, {"这里没有金额，不用写 money", "there is no money here"},
                    {"请删去 money，或核对 type", "take money out, or check the type"});
  return read_money(reader, draft.slips);
}

void read_recognise(const TomlValue* table, const TextSpot& head, Draft& draft) {
  if (!table) return;
  TableReader reader(*table, draft.slips, {"[recognise]", "[recognise]"}, head);
  Recognise& recognise = draft.mapping.recognise;
  if (const TomlValue* sheet = reader.text("sheet")) recognise.sheet = sheet->text;
  if (const TomlValue* words = reader.any("contains", Need::Required)) {
    for (const TomlValue* word : texts_in(*words, draft.slips))
      recognise.contains.push_back(fold_label(word->text));
  }
  reader.finish();
}

}  // namespace huizong::mapping
