// Whose form it is, and of which year: told by its key cells, else by the name
// of its file.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mapping/extract.h"

namespace huizong::mapping {

/// Sets the submission's key and unit name from its key fields and the file's name, takes a form of
/// another year out of the sums, and appends what does not agree. `rule` of a finding is the form's
/// id and -U-单位 or -Y-年度.
/// `title_year` is what the title says where no field of the mapping takes it: （2021年度）.
void identify(Extracted& extracted, const Mapping& mapping, const ExtractContext& context,
              const std::optional<model::Figure>& title_year);

}  // namespace huizong::mapping
