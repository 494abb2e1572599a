// Which item (项目) a form is of, where a unit hands in several.

#pragma once

#include <string>
#include <vector>

#include "mapping/extract.h"

namespace huizong::mapping {

/// The item's code and name as a form gives them, the code first; blanks left out.
std::vector<std::string> item_words(const Mapping& mapping, const model::Submission& submission);

/// Sets the key's item to the first of them. A form that must tell its item and does not is the
/// error `<id>-I-项目`: it stays out of the sums, and goes by its place.
void identify_item(Extracted& extracted, const Mapping& mapping);

}  // namespace huizong::mapping
