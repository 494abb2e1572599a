#include <algorithm>

#include "base/text.h"
#include "mapping/has_money.h"
#include "mapping/load/read_blocks.h"
#include "mapping/load/read_typing.h"

namespace huizong::mapping {
namespace {

void read_end(const TomlValue& end, TableBlock& table, Draft::TableSource& source, Draft& draft) {
  source.end = end.spot;
  if (end.kind == TomlValue::Kind::Table) {
    TableReader reader(end, draft.slips, {"end", "end"});
    const TomlValue* text = reader.text("text", Need::Required);
    const TomlValue* col = reader.text("col", Need::Required);
    reader.finish();
    table.end.kind = TableEnd::Kind::Text;
    if (text) table.end.text = fold_label(text->text);
    const auto index = col ? parse_column(col->text) : std::nullopt;
    if (col && !index)
      draft.slips.add(col->spot, say("“{}”不是列字母", "{} is no column", col->text),
                      {"请写成 \"A\" 这样", "write it like \"A\""});
    table.end.col = index.value_or(0);
    source.end_placed = text && index;
    return;
  }
  static const std::vector<std::string> kEnds = {"blank", "note", "sheet"};
  static constexpr TableEnd::Kind kKinds[] = {TableEnd::Kind::Blank, TableEnd::Kind::Note,
                                              TableEnd::Kind::Sheet};
  const auto it = std::find(kEnds.begin(), kEnds.end(), end.text);
  if (end.kind == TomlValue::Kind::Text && it != kEnds.end())
    table.end.kind = kKinds[it - kEnds.begin()];
  else
    draft.slips.add(end.spot,
                    {"end 要写 { text = \"总分\", col = \"A\" }、\"blank\"、\"note\" 或 \"sheet\"",
                     "end is { text = \"...\", col = \"A\" }, \"blank\", \"note\" or \"sheet\""});
}

void read_columns(const TomlValue* list, TableBlock& table, Draft::TableSource& source,
                  Draft& draft) {
  NameRegister names;
  for (const TomlValue* value : tables_in(list, draft.slips, "columns")) {
    Column column;
    Draft::LineSource place;
    TextSpot name;
    TableReader reader(*value, draft.slips, {"列", "the column"});
    column.name = read_name(reader, draft, names, name);
    if (const TomlValue* col = reader.text("col", Need::Required)) {
      place.spot = col->spot;
      const auto index = parse_column(col->text);
      if (!index)
        draft.slips.add(col->spot, say("“{}”不是列字母", "{} is no column", col->text),
                        {"请写成 \"B\" 这样", "write it like \"B\""});
      column.col = index.value_or(0);
      place.placed = index.has_value();
    }
    column.typing = read_typing(reader, draft.slips);
    column.fill_down = reader.flag("fill_down");
    column.required = reader.flag("required");
    reader.finish();
    table.columns.push_back(std::move(column));
    source.columns.push_back(place);
  }
}

void read_table(const TomlValue& value, Draft& draft, NameRegister& names) {
  TableBlock table;
  Draft::TableSource source;
  TableReader reader(value, draft.slips, {"变长块", "the table"});
  table.name = read_name(reader, draft, names, source.name);
  if (const TomlValue* rows = reader.text("rows", Need::Required)) {
    source.rows = rows->spot;
    source.placed = parse_rows(rows->text, table.first_row, table.last_row);
    if (!source.placed)
      draft.slips.add(rows->spot, say("“{}”不是行的范围", "{} is no range of rows", rows->text),
                      {"请写成 \"12:21\" 这样：首行在前，末行在后", "write it like \"12:21\""});
  }
  if (const TomlValue* end = reader.any("end", Need::Required))
    read_end(*end, table, source, draft);
  read_columns(reader.list("columns", Need::Required), table, source, draft);
  table.money = read_block_money(reader, has_money(table), draft);
  const std::size_t sheet = read_sheet(reader, draft);
  reader.finish();
  draft.mapping.sheets[sheet].tables.push_back(std::move(table));
  draft.sheets[sheet].tables.push_back(std::move(source));
}

}  // namespace

void read_tables(const TomlValue* list, Draft& draft, NameRegister& names) {
  for (const TomlValue* value : tables_in(list, draft.slips, "tables"))
    read_table(*value, draft, names);
}

}  // namespace huizong::mapping
