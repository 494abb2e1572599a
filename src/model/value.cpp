#include "model/value.h"

namespace huizong::model {

std::string to_string(const Value& v) {
  if (const auto* n = number(v)) return n->to_string();
  if (const auto* t = text(v)) return *t;
  if (const auto* b = std::get_if<bool>(&v)) return *b ? "true" : "false";
  if (const auto* e = std::get_if<CellError>(&v)) return e->code;
  return "";
}

}  // namespace huizong::model
