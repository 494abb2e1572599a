#include "mapping/load/read_typing.h"

namespace huizong::mapping {
namespace {

const std::vector<std::string> kTypes = {"text",    "code",   "date",   "year",
                                         "money",   "number", "count",  "score",
                                         "percent", "target", "actual", "label_weight"};
const std::vector<std::string> kLaterTypes = {"mark", "choice"};
const std::vector<std::string> kScales = {"fraction", "percent"};

model::FieldType type_of(const TomlValue& value, Slips& slips) {
  const auto type = model::parse_field_type(value.text);
  for (const std::string& later : kLaterTypes) {
    if (value.text != later) continue;
    slips.add(value.spot,
              say("这个版本还不认识类型 {}", "this version does not know the type {} yet", later),
              {"请先删去它，或换用更新的版本", "take it out, or use a newer release"});
  }
  if (!type)
    slips.add(value.spot, say("没有“{}”这种类型", "there is no type {}", value.text),
              did_you_mean(value.text, kTypes));
  return type.value_or(model::FieldType::Text);
}

}  // namespace

Typing read_typing(TableReader& reader, Slips& slips) {
  const TomlValue* type = reader.any("type", Need::Required);
  Typing typing;
  if (type) typing = read_typing(*type, slips);
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
  if (value.kind == TomlValue::Kind::Text) return {type_of(value, slips), false};
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
