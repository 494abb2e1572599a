#include "formula/definitions.h"

#include <algorithm>

namespace huizong::formula {

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

}  // namespace huizong::formula
