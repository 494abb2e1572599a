// 部门整体支出绩效自评表 in small, made by hand: its template, its mapping and a
// filled form, for tests of recognising, aligning and reading.

#pragma once

#include "mapping/align.h"
#include "mapping/mapping.h"
#include "support/sheet_text.h"

namespace huizong::testing {

/// The blank form: title, unit, four rows of funds, goals, a variable block of indicators, total
/// and note.
xlsx::Sheet blank_form();
/// The same filled by 示例单位, with `indicators` rows in the block.
xlsx::Sheet filled_form(int indicators = 4);
mapping::Mapping self_evaluation();
/// The form's only sheet on a unit's.
mapping::Alignment align(const mapping::Mapping& form, const xlsx::Sheet& sheet, int year = 0);

}  // namespace huizong::testing
