// What a name in a mapping may be, and that no name stands twice.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "mapping/load/slips.h"

namespace huizong::mapping {

/// Says what is wrong with a name that expressions could not spell, or that they give another
/// meaning to. True when it can be used.
bool check_name(const TomlValue& name, Slips& slips);

/// Names of one level of a mapping, in the order they were met.
class NameRegister {
 public:
  /// A second use of a name is a slip, reported at the second place. True when the name is new.
  bool add(const std::string& name, const TextSpot& spot, Slips& slips);
  const std::vector<std::string>& names() const { return names_; }
  bool has(const std::string& name) const { return lines_.count(name) > 0; }

 private:
  std::map<std::string, int> lines_;
  std::vector<std::string> names_;
};

}  // namespace huizong::mapping
