#include "mapping/read/key_field.h"

namespace huizong::mapping {

const Field* key_field(const Mapping& mapping, KeyPart key) {
  for (const Field& field : mapping.fields()) {
    if (field.key == key) return &field;
  }
  return nullptr;
}

model::Finding key_finding(const Mapping& mapping, const std::string& rule,
                           const model::Figure* figure, Message message) {
  model::Finding f;
  f.rule = mapping.id() + rule;
  f.message = std::move(message);
  if (!figure) return f;
  f.field = figure->field;
  f.place = figure->place;
  f.reported = figure->value;
  return f;
}

void count_check(model::CheckCounts& checks, const std::string& rule, bool passed) {
  ++(passed ? checks[rule].passed : checks[rule].failed);
}

}  // namespace huizong::mapping
