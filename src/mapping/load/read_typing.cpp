#include "mapping/load/read_typing.h"

#include "mapping/load/names.h"

namespace huizong::mapping {
namespace {

const std::vector<std::string> kTypes = {"text",   "code",         "date",  "year",    "money",
                                         "number", "count",        "score", "percent", "target",
                                         "actual", "label_weight", "mark",  "choice"};
const std::vector<std::string> kScales = {"fraction", "percent"};

model::FieldType type_of(const TomlValue& value, Slips& slips) {
  const auto type = model::parse_field_type(value.text);
  if (!type)
    slips.add(value.spot, say("没有“{}”这种类型", "there is no type {}", value.text),
              did_you_mean(value.text, kTypes));
  return type.value_or(model::FieldType::Text);
}

/// options = ["是", "否"], which a choice must have and nothing else can.
void read_options(TableReader& reader, bool typed, Typing& typing, Slips& slips) {
  const bool choice = typing.type == model::FieldType::Choice;
  const TomlValue* list = reader.list("options");
  if (list && typed && !choice)
    slips.add(list->spot,
              {"options 只用于 type = \"choice\"", "options go with type = \"choice\" only"});
  if (list) {
    NameRegister options;
    for (const TomlValue* option : texts_in(*list, slips))
      options.add(option->text, option->spot, slips);
    typing.options = options.names();
    if (choice && typing.options.size() < 2)
      slips.add(list->spot, {"可选的至少有两项", "there must be two options at least"});
  }
}

/// Said where the type stands.
void need_options(const Typing& typing, const TomlValue& type, Slips& slips) {
  if (typing.type == model::FieldType::Choice && typing.options.empty())
    slips.add(type.spot, {"选择要写明可选的几项", "a choice needs its options"},
              {"请写 type = \"choice\", options = [\"是\", \"否\"]",
               "write type = \"choice\", options = [\"是\", \"否\"]"});
}

}  // namespace

Typing read_typing(TableReader& reader, Slips& slips) {
  const TomlValue* type = reader.any("type", Need::Required);
  Typing typing;
  if (type && type->kind == TomlValue::Kind::Text)
    typing.type = type_of(*type, slips);
  else if (type)
    typing = read_typing(*type, slips);
  read_options(reader, type != nullptr, typing, slips);
  if (type) need_options(typing, *type, slips);
  const TomlValue* scale = reader.any("scale");
  if (!scale) return typing;
  const auto index = reader.choice("scale", kScales);
  if (type && typing.type != model::FieldType::Percent)
    slips.add(scale->spot,
              {"scale 只用于 type = \"percent\"", "scale goes with type = \"percent\" only"});
  typing.percent_scale = index && *index == 1;
  return typing;
}

Typing read_typing(const TomlValue& value, Slips& slips) {
  if (value.kind == TomlValue::Kind::Text) {
    const Typing typing{type_of(value, slips)};
    need_options(typing, value, slips);
    return typing;
  }
  if (value.kind != TomlValue::Kind::Table) {
    slips.add(value.spot,
              {"类型写成 \"score\" 或 { type = \"percent\", scale = \"percent\" }",
               "a type is written \"score\" or { type = \"percent\", scale = \"percent\" }"});
    return {};
  }
  TableReader reader(value, slips, {"类型", "the type"});
  const Typing typing = read_typing(reader, slips);
  reader.finish();
  return typing;
}

}  // namespace huizong::mapping
