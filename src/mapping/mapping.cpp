#include "mapping/mapping.h"

#include <algorithm>

#include "base/text.h"
#include "mapping/has_money.h"
#include "mapping/load/additions.h"
#include "mapping/load/far_names.h"
#include "mapping/load/open_template.h"
#include "mapping/load/read_blocks.h"
#include "mapping/load/read_cell_path.h"
#include "mapping/load/read_definitions.h"
#include "mapping/load/template_check.h"
#include "mapping/load/vocabulary.h"
#include "model/number_text.h"

namespace huizong::mapping {
namespace {

constexpr int kFirstYear = 1990, kLastYear = 2100;

/// Ids stand before ! in expressions and in front of every rule id.
bool is_plain_name(const std::string& id) {
  if (id.empty() || (id.front() >= '0' && id.front() <= '9')) return false;
  for (const char c : id) {
    const bool ascii = static_cast<unsigned char>(c) < 0x80;
    const bool plain =
        (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
    if (ascii && !plain) return false;
  }
  return true;
}

void read_identity(TableReader& reader, Draft& draft) {
  if (const TomlValue* format = reader.get("format", TomlValue::Kind::Number, Need::Required);
      format && format->text != "1")
    draft.slips.add(
        format->spot,
        say("这个版本只认识格式 1，文件写的是 {}",
            "this version knows format 1 only; the file says {}", format->text),
        {"请换用更新的版本，或改写成格式 1", "use a newer release, or write the file in format 1"});
  if (const TomlValue* id = reader.text("id", Need::Required)) {
    draft.mapping.definitions.form = id->text;
    if (!is_plain_name(id->text))
      draft.slips.add(
          id->spot,
          say("id“{}”只能有字母、数字和 _，不以数字开头",
              "the id {} may hold letters, digits and _ only, and begins with no digit", id->text),
          {"请写成 ZTZP 这样", "write it like ZTZP"});
  }
  draft.mapping.definitions.title = reader.word("title", Need::Required);
}

void read_years(const TomlValue* years, Draft& draft) {
  if (!years) return;
  TableReader reader(*years, draft.slips, {"years", "years"});
  const auto from = reader.whole("from", kFirstYear, kLastYear);
  const auto to = reader.whole("to", kFirstYear, kLastYear);
  reader.finish();
  if (!years->find("from") && !years->find("to"))
    return draft.slips.add(years->spot, {"years 没有写年份", "years names no year"},
                           {"请写 { from = 2019, to = 2024 }，或删去 years",
                            "write { from = 2019, to = 2024 }, or take years out"});
  draft.mapping.years = {from.value_or(kFirstYear), to.value_or(kLastYear)};
  if (draft.mapping.years->first > draft.mapping.years->second)
    draft.slips.add(
        years->spot,
        {"years 的 from 比 to 晚，哪一年都不适用", "years.from is after years.to: no year is left"},
        {"请把两个年份对调", "swap the two years"});
}

/// What the whole form is like: its unit of money, how many items a workbook has, its marks for
/// 不适用.
void read_nature(TableReader& reader, const TomlValue& root, Draft& draft) {
  read_years(reader.table("years"), draft);
  draft.mapping.money = draft.mapping.definitions.money =
      read_money(reader, draft.slips).value_or(model::MoneyUnit::WanYuan);
  static constexpr Per kPer[] = {Per::Unit, Per::Sheet, Per::Block};
  if (const auto per = reader.choice("per", {"unit", "sheet", "block"}))
    draft.mapping.per = kPer[*per];
  draft.mapping.not_applicable = model::not_applicable_marks();
  if (root.find("not_applicable")) {
    draft.mapping.not_applicable.clear();
    if (const TomlValue* marks = reader.get("not_applicable", TomlValue::Kind::List)) {
      for (const TomlValue& mark : marks->items) {
        for (const TomlValue* text : texts_in(mark, draft.slips))
          draft.mapping.not_applicable.push_back(text->text);
      }
    }
  }
}

void read_magnitude(const TomlValue* magnitude, Draft& draft) {
  if (!magnitude) return;
  draft.mapping.magnitude = read_cell_path(*magnitude, "magnitude", draft);
  const auto type = type_of_cell(draft.mapping, draft.mapping.magnitude);
  if (type && *type != model::FieldType::Money)
    draft.slips.add(magnitude->spot,
                    say("“{}”不是金额，不能用来核对元和万元",
                        "{} is no money and cannot tell 元 from 万元", magnitude->text));
}

void for_each_sheet(Draft& draft, void (*check)(SheetDraft&)) {
  for (std::size_t i = 0; i < draft.sheets.size(); ++i) {
    SheetDraft sheet{draft.slips, draft.mapping, draft.mapping.sheets[i], draft.sheets[i]};
    check(sheet);
  }
}

void read_mapping(const TomlValue& root, Draft& draft) {
  TableReader reader(root, draft.slips, {"映射", "the mapping"}, {});
  read_identity(reader, draft);
  const TomlValue* template_name = reader.text("template", Need::Required);
  const TomlValue* sheet = reader.text("sheet");
  read_nature(reader, root, draft);
  const TomlValue* magnitude = reader.text("magnitude");

  NameRegister names;
  read_fields(reader.get("fields", TomlValue::Kind::List), draft, names);
  read_grids(reader.get("grids", TomlValue::Kind::List), draft, names);
  read_tables(reader.get("tables", TomlValue::Kind::List), draft, names);
  read_prose(reader.get("prose", TomlValue::Kind::List), draft, names);
  const TomlValue* recognise = reader.table("recognise", Need::Required);
  if (recognise) read_recognise(recognise, root.find("recognise")->key_spot, draft);
  if (!root.find("fields") && !root.find("grids") && !root.find("tables") && !root.find("prose"))
    draft.slips.add({},
                    {"映射里没有 fields、grids、tables、prose，什么也读不到",
                     "the mapping has no fields, grids, tables or prose and would read nothing"});
  if (!root.find("money") && has_money(draft.mapping))
    draft.slips.add({}, {"有金额却没有写 money", "there are amounts of money but no unit of money"},
                    {"请写 money = \"万元\"，单位与表样的表头一致",
                     "write money = \"万元\", the unit in the form's heading"});

  read_magnitude(magnitude, draft);
  read_scoring(reader.table("scoring"), draft);
  read_derived(reader.get("derived", TomlValue::Kind::List), draft, names);
  read_rules(reader.get("rules", TomlValue::Kind::List), draft);
  read_summary(reader.table("summary"), draft);
  draft.mapping.definitions.mark_across();
  for (Mistake& mistake : check_far_names(draft.mapping, draft.mapping))
    draft.slips.add(std::move(mistake));
  reader.finish();

  if (!template_name) return;
  open_template(*template_name, sheet, draft);
  if (!draft.has_template) return;
  for (const auto check : {check_fields, check_grids, check_tables, check_prose, check_overlaps})
    for_each_sheet(draft, check);
  check_recognise(recognise, draft);
  check_items(root.find("per"), draft);
  if (draft.slips.empty()) for_each_sheet(draft, check_labels);
}

}  // namespace

bool FigureRows::is_part(std::size_t column) const {
  return std::any_of(codes.begin(), codes.end(), [&](const SplitCode& code) {
    return column >= code.first && column < code.first + code.count;
  });
}

std::vector<const FigureRows*> Mapping::rows() const {
  std::vector<const FigureRows*> rows;
  for (const TableBlock& table : tables()) rows.push_back(&table);
  for (const Prose& one : prose()) {
    if (one.repeat) rows.push_back(&one);
  }
  return rows;
}

Mapping load_mapping(const std::filesystem::path& file, const std::filesystem::path& additions) {
  TextFile text = read_text_file(file);
  TomlValue root = parse_toml(text);
  if (!additions.empty()) add_additions(read_text_file(additions), text, root);
  Draft draft(text);
  draft.mapping.file = file;
  draft.mapping.stem = file.stem().string();
  read_mapping(root, draft);
  if (!draft.slips.empty()) throw MappingMistakes(draft.slips.sorted(), std::move(draft.mapping));
  return std::move(draft.mapping);
}

}  // namespace huizong::mapping
