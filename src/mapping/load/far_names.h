// Names of other forms (BMJS!支出.合计) and of last year (上年.X) in a mapping's
// expressions, held against the form that has them.

#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "mapping/mapping.h"

namespace huizong::mapping {

/// Looks up those of the mapping's far names that `target` has to know: its own form's (last
/// year's, then) where it is the mapping itself. Names that are lists go into its definitions.
std::vector<Mistake> check_far_names(Mapping& mapping, const Mapping& target);

/// What is wrong in a mapping, and as much of it as was read: what it asks of other forms can be
/// held against them all the same.
class MappingMistakes : public Mistakes {
 public:
  MappingMistakes(std::vector<Mistake> list, Mapping partial)
      : Mistakes(std::move(list)), partial_(std::make_shared<Mapping>(std::move(partial))) {}
  const Mapping& partial() const { return *partial_; }

 private:
  std::shared_ptr<const Mapping> partial_;
};

}  // namespace huizong::mapping
