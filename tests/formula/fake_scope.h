// Figures by name, without a form: what tests of expressions evaluate over.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "formula/evaluate.h"

namespace huizong::formula {

class FakeScope : public Scope {
 public:
  std::map<std::string, model::Value> scalars;
  std::map<std::string, std::vector<model::Value>> lists;
  std::vector<Decimal> ranked;  ///< what RANK(x) ranks among, the greatest first

  Operand find(const Path& path) const override {
    const std::string name = path.to_string();
    if (const auto it = lists.find(name); it != lists.end()) return {true, it->second};
    if (const auto it = scalars.find(name); it != scalars.end()) return {false, {it->second}};
    return {false, {model::NotAvailable{say("没有{}", "no {}", name), name}}};
  }
  std::map<std::string, model::FieldType> types;
  std::optional<model::FieldType> type(const Path& path) const override {
    const auto it = types.find(path.to_string());
    return it == types.end() ? std::nullopt : std::optional(it->second);
  }
  const std::vector<Decimal>* peers(const Expr&) const override { return &ranked; }
};

/// A value as a test writes it: "1064.54", "文字", "(未填)"; n/a with its reason: "n/a
/// 全年预算数未填".
inline std::string shown(const model::Value& v) {
  if (const auto* missing = model::not_available(v)) return "n/a " + missing->why.zh;
  return model::is_blank(v) ? "(未填)" : model::to_string(v);
}

inline Decimal dec(const char* text) {
  return Decimal::parse(text).value();
}

}  // namespace huizong::formula
