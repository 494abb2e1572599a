#include <algorithm>

#include "mapping/has_money.h"
#include "mapping/load/read_blocks.h"
#include "mapping/load/read_parts.h"
#include "mapping/load/read_typing.h"

namespace huizong::mapping {
namespace {

using model::FieldType;

/// In whatever order: 133001 单位名, 单位名（133001）.
bool same_named_parts(const Pattern& a, const Pattern& b) {
  return std::is_permutation(a.parts().begin(), a.parts().end(), b.parts().begin(), b.parts().end(),
                             [](const PatternPart& one, const PatternPart& other) {
                               return one.name == other.name && one.type == other.type;
                             });
}

void read_patterns(const TomlValue& value, Field& field, Draft& draft) {
  for (const TomlValue* text : texts_in(value, draft.slips)) {
    const auto pattern = Pattern::parse(text->text);
    if (!pattern) {
      draft.slips.add(text->spot,
                      {"pattern 要写成“前文{}后文”：花括号成对，至少一处，两处之间要有文字",
                       "a pattern is text with {} in it: braces in pairs, at least one, with text "
                       "between two"});
      continue;
    }
    const bool named = pattern->names().size() > 1 || !pattern->names().front().empty();
    if (!check_parts(pattern->parts(), named, text->spot, draft.slips)) continue;
    if (!field.patterns.empty() && !same_named_parts(field.patterns.front(), *pattern)) {
      draft.slips.add(text->spot, {"同一个字段的几个 pattern 要有同样的部分",
                                   "all patterns of a field must have the same parts"});
      continue;
    }
    field.patterns.push_back(*pattern);
  }
}

/// Of a key one field, two of an item; of the unit one on each sheet.
void check_key(const Field& field, const TomlValue& key, std::size_t sheet, Draft& draft) {
  const int most = field.key == KeyPart::Item ? 2 : 1;  // 项目编码, 项目名称
  int others = 0;
  for (std::size_t i = 0; i < draft.mapping.sheets.size(); ++i) {
    if (field.key == KeyPart::Unit && i != sheet) continue;
    for (const Field& other : draft.mapping.sheets[i].fields) {
      if (other.key != field.key || ++others < most) continue;
      draft.slips.add(key.spot,
                      most == 1 ? say("key = \"{}\" 已由“{}”担任，只能有一个",
                                      "key = \"{}\" is already the field {}; there can be one only",
                                      key.text, other.name)
                                : Message{"key = \"item\" 最多两个：项目编码和项目名称",
                                          "key = \"item\" goes with two fields at most: the item's "
                                          "code and its name"});
    }
  }
}

void read_field(const TomlValue& value, Draft& draft, NameRegister& names) {
  Field field;
  Draft::FieldSource source;
  TableReader reader(value, draft.slips, {"字段", "the field"});
  field.name = read_name(reader, draft, names, source.name);
  if (const TomlValue* cell = reader.text("cell", Need::Required)) {
    source.cell = cell->spot;
    if (const auto ref = parse_cell_ref(cell->text)) {
      field.cell = *ref;
      source.placed = true;
    } else {
      draft.slips.add(
          cell->spot, say("“{}”不是单元格地址", "{} is no cell", cell->text),
          {"请写成 C3 这样：列字母在前，行号在后", "write it like C3, the column first"});
    }
  }
  field.typing = read_typing(reader, draft.slips);
  static const std::vector<std::string> kKeys = {"unit", "item", "year"};
  const TomlValue* key = reader.any("key");
  if (const auto index = reader.choice("key", kKeys)) {
    field.key = *index == 0 ? KeyPart::Unit : *index == 1 ? KeyPart::Item : KeyPart::Year;
    if (field.key == KeyPart::Year && field.typing.type != FieldType::Year)
      draft.slips.add(key->spot,
                      {"key = \"year\" 的字段类型应当是 year",
                       "a field with key = \"year\" must have the type year"},
                      {"请写 type = \"year\"", "write type = \"year\""});
  }
  if (const TomlValue* pattern = reader.any("pattern")) {
    source.pattern = pattern->spot;
    read_patterns(*pattern, field, draft);
    const bool named = !field.patterns.empty() && !field.patterns.front().names().front().empty();
    if (named && field.typing.type != FieldType::Text)
      draft.slips.add(pattern->spot,
                      {"有名称的部分各有类型，整格是文字，这个字段的类型应当是 text",
                       "named parts have types of their own; the field must have the type text"},
                      {"请写 type = \"text\"，数的类型写进花括号，如 {金额:money 元}",
                       "write type = \"text\"; the types of figures go into the braces, as in "
                       "{amount:money 元}"});
  }
  field.required = reader.flag("required");
  field.money = read_block_money(reader, has_money(field), draft);
  const std::size_t sheet = read_sheet(reader, draft);
  if (field.key != KeyPart::None) check_key(field, *key, sheet, draft);
  reader.finish();
  draft.mapping.sheets[sheet].fields.push_back(std::move(field));
  draft.sheets[sheet].fields.push_back(source);
}

}  // namespace

void read_fields(const TomlValue* list, Draft& draft, NameRegister& names) {
  for (const TomlValue* value : tables_in(list, draft.slips, "fields"))
    read_field(*value, draft, names);
}

}  // namespace huizong::mapping
