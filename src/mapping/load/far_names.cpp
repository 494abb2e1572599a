#include "mapping/load/far_names.h"

#include <algorithm>

#include "mapping/load/vocabulary.h"

namespace huizong::mapping {
namespace {

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// A place is told of once, though each = [names] may go wrong there for every name.
bool told(const std::vector<Mistake>& mistakes, const TextPlace& place) {
  return std::any_of(mistakes.begin(), mistakes.end(), [&](const Mistake& m) {
    return m.place.line == place.line && m.place.column == place.column;
  });
}

}  // namespace

std::vector<Mistake> check_far_names(Mapping& mapping, const Mapping& target) {
  formula::Vocabulary words = with_derived(vocabulary_of(target), target);
  if (target.has_items() && !mapping.has_items()) {
    words.lists.insert(words.lists.end(), words.scalars.begin(), words.scalars.end());
    words.scalars.clear();
  }
  const bool own = mapping.id() == target.id();
  std::vector<Mistake> mistakes;
  for (const FarName& far : mapping.far_names) {
    if (far.path.form != (own ? "" : target.id())) continue;
    const formula::Path name = far.path.at_home();
    const auto node = [](auto what) {
      return std::make_shared<const formula::Node>(formula::Node{std::move(what), {}});
    };
    formula::Expr expr = node(formula::PathNode{name});
    if (far.list) expr = node(formula::CallNode{"SUM", {expr}});
    for (const formula::ExpressionMistake& m : formula::check(expr, words)) {
      if (told(mistakes, far.place)) continue;
      const std::string& title = target.title();
      mistakes.push_back({far.place,
                          {"在“" + title + "”里，" + m.message.zh, title + ": " + m.message.en},
                          m.hint});
    }
    if (name.is_range() ||
        (has(words.lists, name.to_string()) && !has(words.scalars, name.to_string())))
      mapping.definitions.lists_elsewhere.push_back(far.path.to_string());
  }
  return mistakes;
}

}  // namespace huizong::mapping
