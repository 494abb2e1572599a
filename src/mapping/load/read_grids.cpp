#include <algorithm>

#include "mapping/has_money.h"
#include "mapping/load/read_blocks.h"
#include "mapping/load/read_typing.h"

namespace huizong::mapping {
namespace {

using model::FieldType;

/// rows = { 5 = "合计", 6 = ["中央补助", "中央、省、市补助"] }, or cols with letters.
void read_lines(const TomlValue* table, bool rows, std::vector<Grid::Line>& lines,
                std::vector<Draft::LineSource>& sources, Draft& draft) {
  if (!table) return;
  if (table->entries.empty())
    draft.slips.add(table->spot, rows ? Message{"rows 是空的", "rows is empty"}
                                      : Message{"cols 是空的", "cols is empty"});
  struct Read {
    Grid::Line line;
    Draft::LineSource source;
  };
  std::vector<Read> read;
  NameRegister names;
  for (const TomlEntry& entry : table->entries) {
    Read one;
    one.source.spot = entry.key_spot;
    const auto cell = parse_cell_ref(rows ? "A" + entry.key : entry.key + "1");
    if (cell) {
      one.line.at = rows ? cell->row : cell->col;
      one.source.placed = true;
      for (const Read& other : read) {
        if (other.source.placed && other.line.at == one.line.at)
          draft.slips.add(entry.key_spot,
                          say("{} 在这里写了两次", "{} stands here twice", entry.key));
      }
    } else if (rows) {
      draft.slips.add(
          entry.key_spot,
          say("rows 的键要写行号，“{}”不是", "the keys of rows are row numbers; {} is none",
              entry.key),
          {"请写成 rows = { 5 = \"合计\" } 这样", "write it like rows = { 5 = \"total\" }"});
    } else {
      draft.slips.add(
          entry.key_spot,
          say("cols 的键要写列字母，“{}”不是", "the keys of cols are column letters; {} is none",
              entry.key),
          {"请写成 cols = { E = \"预算数\" } 这样", "write it like cols = { E = \"budget\" }"});
    }
    for (const TomlValue* text : texts_in(entry.value, draft.slips)) {
      if (!one.line.name.empty()) {
        one.line.aliases.push_back(text->text);
        continue;
      }
      one.line.name = text->text;
      if (check_name(*text, draft.slips)) names.add(text->text, text->spot, draft.slips);
    }
    if (!one.line.name.empty()) read.push_back(std::move(one));
  }
  std::stable_sort(read.begin(), read.end(),
                   [](const Read& a, const Read& b) { return a.line.at < b.line.at; });
  for (Read& one : read) {
    lines.push_back(std::move(one.line));
    sources.push_back(one.source);
  }
}

void refuse_label_weight(const Typing& typing, const TextSpot& spot, Draft& draft) {
  if (typing.type == FieldType::LabelWeight)
    draft.slips.add(spot,
                    {"label_weight 不能用在固定块里", "label_weight cannot be used in a grid"},
                    {"请把这一格写进 fields，或这一列写进 [[tables]]",
                     "make it a field, or a column of a table"});
}

void read_grid(const TomlValue& value, Draft& draft, NameRegister& names) {
  Grid grid;
  Draft::GridSource source;
  TableReader reader(value, draft.slips, {"固定块", "the grid"});
  grid.name = read_name(reader, draft, names, source.name);
  read_lines(reader.table("rows", Need::Required), true, grid.rows, source.rows, draft);
  read_lines(reader.table("cols", Need::Required), false, grid.cols, source.cols, draft);
  grid.typing = read_typing(reader, draft.slips);
  if (const TomlEntry* type = value.find("type"))
    refuse_label_weight(grid.typing, type->value.spot, draft);
  if (const TomlValue* types = reader.table("types")) {
    std::vector<std::string> cols;
    for (const Grid::Line& col : grid.cols) cols.push_back(col.name);
    for (const TomlEntry& entry : types->entries) {
      check_quoted(entry, draft.slips);
      if (std::find(cols.begin(), cols.end(), entry.key) == cols.end())
        draft.slips.add(entry.key_spot,
                        say("这个固定块没有“{}”列", "this grid has no column {}", entry.key),
                        did_you_mean(entry.key, cols));
      grid.types[entry.key] = read_typing(entry.value, draft.slips);
      refuse_label_weight(grid.types[entry.key], entry.value.spot, draft);
    }
  }
  grid.required = reader.flag("required");
  grid.money = read_block_money(reader, has_money(grid), draft);
  const std::size_t sheet = read_sheet(reader, draft);
  grid.unlabelled = reader.choice("label", {"none"}).has_value();
  reader.finish();
  draft.mapping.sheets[sheet].grids.push_back(std::move(grid));
  draft.sheets[sheet].grids.push_back(std::move(source));
}

}  // namespace

void read_grids(const TomlValue* list, Draft& draft, NameRegister& names) {
  for (const TomlValue* value : tables_in(list, draft.slips, "grids"))
    read_grid(*value, draft, names);
}

}  // namespace huizong::mapping
