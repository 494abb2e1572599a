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

/// The places of col = "B", or of col = ["A", "B", "C"].
struct ColumnPlace {
  std::optional<int> at;
  TextSpot spot;
};
std::vector<ColumnPlace> read_places(TableReader& reader, Draft& draft) {
  std::vector<ColumnPlace> places;
  const TomlValue* col = reader.any("col", Need::Required);
  if (!col) return places;
  if (col->kind == TomlValue::Kind::List && col->items.empty())
    draft.slips.add(col->spot, {"col 是空的", "col is empty"});
  for (const TomlValue* letter : texts_in(*col, draft.slips)) {
    places.push_back({parse_column(letter->text), letter->spot});
    if (!places.back().at)
      draft.slips.add(letter->spot, say("“{}”不是列字母", "{} is no column", letter->text),
                      {"请写成 \"B\" 这样", "write it like \"B\""});
  }
  return places;
}

/// A code over several columns: its parts are columns of their own.
void add_split_code(const Column& whole, const std::vector<ColumnPlace>& places, TableBlock& table,
                    Draft::TableSource& source, Draft& draft) {
  if (whole.typing.type != model::FieldType::Code || whole.fill_down)
    draft.slips.add(places.front().spot,
                    {"只有 type = \"code\" 的列可以分在几列里，也不写 fill_down",
                     "only a column of type code may be split over several, without fill_down"});
  table.codes.push_back({whole.name, table.columns.size(), places.size(), whole.required});
  for (std::size_t i = 0; i < places.size(); ++i) {
    Column part;
    part.name = whole.name + "." + std::to_string(i + 1);
    part.col = places[i].at.value_or(0);
    table.columns.push_back(std::move(part));
    source.columns.push_back({places[i].spot, places[i].at.has_value()});
  }
}

void read_columns(const TomlValue* list, TableBlock& table, Draft::TableSource& source,
                  Draft& draft) {
  NameRegister names;
  for (const TomlValue* value : tables_in(list, draft.slips, "columns")) {
    Column column;
    TextSpot name;
    TableReader reader(*value, draft.slips, {"列", "the column"});
    column.name = read_name(reader, draft, names, name);
    const std::vector<ColumnPlace> places = read_places(reader, draft);
    column.typing = read_typing(reader, draft.slips);
    column.fill_down = reader.flag("fill_down");
    column.required = reader.flag("required");
    reader.finish();
    if (places.size() > 1) {
      add_split_code(column, places, table, source, draft);
      continue;
    }
    const ColumnPlace place = places.empty() ? ColumnPlace{} : places.front();
    column.col = place.at.value_or(0);
    table.columns.push_back(std::move(column));
    source.columns.push_back({place.spot, place.at.has_value()});
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
