// Which sheets of a workbook are a form of the mapping.

#pragma once

#include <vector>

#include "mapping/mapping.h"

namespace huizong::mapping {

/// Indices of the sheets that fit, in order. Hidden sheets are looked at only when no visible one
/// fits.
std::vector<std::size_t> recognise(const Mapping& mapping, const xlsx::Workbook& workbook);

}  // namespace huizong::mapping
