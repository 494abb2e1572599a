// Holds a mapping against its blank template: addresses that are no input of
// it, labels taken for inputs, inputs taken twice, words that do not stand there.

#pragma once

#include "mapping/load/draft.h"

namespace huizong::mapping {

/// Each for one sheet.
void check_fields(SheetDraft& draft);
void check_grids(SheetDraft& draft);
void check_tables(SheetDraft& draft);
void check_prose(SheetDraft& draft);
/// An input that two blocks read.
void check_overlaps(SheetDraft& draft);
/// `words` are the texts of recognise.contains as the file has them.
void check_recognise(const TomlValue* recognise, Draft& draft);

/// What `per` asks of the form: one sheet, a field that tells the items apart, a title where they
/// stand below each other.
void check_items(const TomlEntry* per, Draft& draft);

/// Fields that no word of the template tells. Only for a mapping without any other slip.
void check_labels(SheetDraft& draft);

}  // namespace huizong::mapping
