#include "formula/definitions.h"

#include <algorithm>

namespace huizong::formula {
namespace {

bool needs_others(const Expr& expr, std::string_view table, const Definitions& definitions) {
  const auto paths = expr ? paths_of(expr) : std::vector<Path>{};
  return std::any_of(paths.begin(), paths.end(), [&](const Path& path) {
    const Derived* derived = definitions.named(path, table);
    return path.is_elsewhere() || (derived && derived->across);
  });
}

}  // namespace

std::vector<std::vector<std::string>> Rule::dollars() const {
  if (each_names.empty()) return {{}};
  std::vector<std::vector<std::string>> all;
  for (std::size_t i = 0; i < each_names.size(); ++i) {
    all.push_back({each_names[i]});
    if (i < each_values.size()) all.back().push_back(each_values[i]);
  }
  return all;
}

const Derived* Definitions::find_derived(std::string_view name) const {
  const auto found = std::find_if(derived.begin(), derived.end(),
                                  [&](const Derived& d) { return !d.by_row() && d.name == name; });
  return found == derived.end() ? nullptr : &*found;
}

const Derived* Definitions::find_column(std::string_view table, std::string_view name) const {
  const auto found = std::find_if(derived.begin(), derived.end(), [&](const Derived& d) {
    return d.by_row() && d.each_table == table && d.name == name;
  });
  return found == derived.end() ? nullptr : &*found;
}

const Derived* Definitions::named(const Path& path, std::string_view table) const {
  if (path.is_elsewhere()) return nullptr;
  const std::string name = path.to_string();
  if (const Derived* column = table.empty() ? nullptr : find_column(table, name)) return column;
  const std::size_t dot = name.find('.');
  if (dot != std::string::npos) {
    if (const Derived* column = find_column(name.substr(0, dot), name.substr(dot + 1)))
      return column;
  }
  return find_derived(name);
}

/// In their order: a derived figure may need those above it.
void Definitions::mark_across() {
  for (Derived& d : derived) d.across = needs_others(d.expr, d.each_table, *this);
  for (Rule& rule : rules) {
    for (const std::vector<std::string>& dollars : rule.dollars()) {
      for (const Expr& expr : {rule.test, rule.when})
        rule.across = rule.across || needs_others(expr ? instantiate(expr, dollars) : expr,
                                                  rule.each_table, *this);
    }
  }
}

}  // namespace huizong::formula
