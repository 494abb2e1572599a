// [[prose]]

#include "mapping/load/read_blocks.h"
#include "mapping/load/read_parts.h"

namespace huizong::mapping {
namespace {

/// cell = "A5", or rows = "5:60" with the column that the text is written to.
void read_place(TableReader& reader, const TomlValue& table, Prose& prose,
                Draft::ProseSource& source, Draft& draft) {
  const TomlValue* cell = reader.text("cell");
  const TomlValue* rows = reader.text("rows");
  const TomlValue* col = reader.text("col");
  if (!table.find("cell") == !table.find("rows") || (table.find("cell") && table.find("col")))
    return draft.slips.add(
        table.spot,
        {"文字说明的位置写 cell，或写 rows（可带 col），只写一种",
         "the place of prose is cell, or rows (col may go with it): one of them"},
        {"写成 cell = \"A5\"，或 rows = \"5:60\"", "write cell = \"A5\", or rows = \"5:60\""});
  if (!cell && !rows) return;  // of a wrong kind, which is said already
  source.place = (cell ? cell : rows)->spot;
  prose.one_cell = cell != nullptr;
  if (cell) {
    const auto ref = parse_cell_ref(cell->text);
    source.placed = ref.has_value();
    if (ref) prose.first_row = prose.last_row = ref->row;
    if (ref) prose.col = ref->col;
    if (!ref)
      draft.slips.add(
          cell->spot, say("“{}”不是单元格地址", "{} is no cell", cell->text),
          {"请写成 C3 这样：列字母在前，行号在后", "write it like C3, the column first"});
    return;
  }
  source.placed = parse_rows(rows->text, prose.first_row, prose.last_row);
  if (!source.placed)
    draft.slips.add(rows->spot, say("“{}”不是行的范围", "{} is no range of rows", rows->text),
                    {"请写成 \"12:21\" 这样：首行在前，末行在后", "write it like \"12:21\""});
  const auto index = col ? parse_column(col->text) : std::nullopt;
  if (col && !index)
    draft.slips.add(col->spot, say("“{}”不是列字母", "{} is no column", col->text),
                    {"请写成 \"A\" 这样", "write it like \"A\""});
  prose.col = index.value_or(0);
}

/// The unit of an amount and the word behind it must agree.
void check_money(const Sentence& sentence, const TextSpot& spot, Slips& slips) {
  for (std::size_t i = 0; i < sentence.parts().size(); ++i) {
    const PatternPart& part = sentence.parts()[i];
    const auto written = money_at_front(sentence.words_behind(i));
    if (!part.money || !written || part.money == written) continue;
    slips.add(spot, say("{{{}}} 的单位写的是{}，后面的字却是{}",
                        "the unit of {{{}}} is {}, the word behind it {}", part.name,
                        name_of(*part.money), name_of(*written)));
  }
}

/// What else may be wrong with it is told, but its parts are names in any case.
std::optional<Sentence> read_sentence(const TomlValue& text, Slips& slips) {
  auto sentence = Sentence::parse(text.text);
  if (!sentence) {
    slips.add(text.spot,
              {"find 要写成“前文{名称:类型}后文”：花括号成对，至少一处；两处文字之间、文字与…之间"
               "要有别的字",
               "find is text with {name:type} in it: braces in pairs, at least one; something must "
               "stand between two parts of words, or between one and …"},
              {"写成 {本年}年支出{金额:money 万元}万元…占{占比:percent} 这样",
               "write it like {本年}年支出{金额:money 万元}万元…占{占比:percent}"});
    return std::nullopt;
  }
  if (sentence->has_plain_year())
    slips.add(text.spot,
              {"find 里写了一个固定的年份，别的年度就找不到这一句了",
               "find names a fixed year, so that no other year's sentence would be found"},
              {"任务的年度写 {本年}年，上一年写 {上年}年，再上一年写 {前年}年",
               "write {本年}年 for the job's year, {上年}年 and {前年}年 for the two before"});
  if (check_parts(sentence->parts(), true, text.spot, slips))
    check_money(*sentence, text.spot, slips);
  return sentence;
}

void read_find(const TomlValue& find, Prose& prose, Draft& draft) {
  for (const TomlValue* text : texts_in(find, draft.slips)) {
    auto sentence = read_sentence(*text, draft.slips);
    if (!sentence) continue;
    if (!prose.find.empty() && !same_parts(prose.find.front().parts(), sentence->parts())) {
      draft.slips.add(text->spot, {"同一处说明的几个 find 要有同样的部分",
                                   "all texts of find must have the same parts"});
      continue;
    }
    prose.find.push_back(std::move(*sentence));
  }
  if (prose.find.empty()) return;
  for (const PatternPart& part : prose.find.front().parts())
    prose.columns.push_back({part.name, 0, {part.type, false}});
}

}  // namespace

void read_prose(const TomlValue* list, Draft& draft, NameRegister& names) {
  for (const TomlValue* value : tables_in(list, draft.slips, "prose")) {
    Prose prose;
    Draft::ProseSource source;
    TableReader reader(*value, draft.slips, {"文字说明", "the prose"});
    prose.name = read_name(reader, draft, names, source.name);
    read_place(reader, *value, prose, source, draft);
    if (const TomlValue* find = reader.any("find", Need::Required)) read_find(*find, prose, draft);
    prose.repeat = reader.flag("repeat");
    const bool may_be_absent = !reader.flag("required") && value->find("required");
    prose.required = !may_be_absent;
    const std::size_t sheet = read_sheet(reader, draft);
    reader.finish();
    draft.mapping.sheets[sheet].prose.push_back(std::move(prose));
    draft.sheets[sheet].prose.push_back(source);
  }
}

}  // namespace huizong::mapping
