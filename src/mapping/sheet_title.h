// 表题: the title of a sheet of the form, by which a copy of it is told on a
// unit's sheet, whatever year stands in it and whatever its tab is called.

#pragma once

#include <string>
#include <string_view>

#include "mapping/mapping.h"

namespace huizong::mapping {

/// A sheet's name as it is compared: without the numbers in front (1. 附表3 公开02表) and the year.
std::string sheet_name_key(std::string_view name);

/// The words that tell the template's sheet: those of the form's title (of a form of one sheet) or
/// of the sheet's own name where a text at its top holds them, else its first text that no other
/// sheet of the form has. "" where there is none.
std::string title_words(const Mapping& mapping, const SheetForm& form);

/// Whether a text is such a title: it may have a year, 附件2 or （盖章） besides, but is no prose.
bool says_title(std::string_view text, const std::string& words);

}  // namespace huizong::mapping
