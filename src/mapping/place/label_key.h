// What two labels are compared by: the same words, whoever typed them and in
// whichever year.
//
// Width and blanks are folded, a trailing unit (万元) or weight (50分) is
// dropped, and a year is told by its distance from the year the sheet itself is
// of: on a form of 2021 both 2021年预算数 and 本年预算数 read 本年预算数. A blank
// year (____年度) counts as 本年.

#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "xlsx/workbook.h"

namespace huizong::mapping {

/// "" where the text has no words. `year` is the one the sheet is of; 0 if it has none.
std::string label_key(std::string_view text, int year);

/// The first year written in the text: 2021 of （２０２１ 年度）, 二〇二一年; four bare digits
/// count only when they are the whole text.
std::optional<int> year_in(std::string_view text);

/// Every year of four digits that the text holds, wherever it stands and whatever follows it, each
/// once: 2020 of 2020年自评表, 2021 and 2022 of 2021-2022年度. One that opens a span whose other
/// end is no year of four digits (2021-22) is no year.
std::vector<int> years_in(std::string_view text);
/// The year, where the text holds exactly one.
std::optional<int> only_year_in(std::string_view text);

/// The latest year among a sheet's first labels; 0 if none. What the years of a blank form are
/// counted from.
int year_of(const xlsx::Sheet& sheet);
/// The year a filled sheet counts from: the one by which most of its labels are among `keys`, the
/// latest of equals; `otherwise` where no label names a year.
int year_of(const xlsx::Sheet& sheet, const std::set<std::string>& keys, int otherwise);

}  // namespace huizong::mapping
