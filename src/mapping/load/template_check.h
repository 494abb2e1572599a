// Holds a mapping against its blank template: addresses that are no input of
// it, labels taken for inputs, inputs taken twice, words that do not stand there.

#pragma once

#include "mapping/load/draft.h"

namespace huizong::mapping {

void check_fields(Draft& draft);
void check_grids(Draft& draft);
void check_tables(Draft& draft);
/// An input that two blocks read.
void check_overlaps(Draft& draft);
/// `words` are the texts of recognise.contains as the file has them.
void check_recognise(const TomlValue* recognise, Draft& draft);

/// Fields that no word of the template tells. Only for a mapping without any other slip.
void check_labels(Draft& draft);

}  // namespace huizong::mapping
