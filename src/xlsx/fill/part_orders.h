// In which order the schema wants the children of a part's top element, for
// elements that a filling adds.

#pragma once

#include <string_view>
#include <vector>

namespace huizong::xlsx {

const std::vector<std::string_view>& worksheet_order();
/// The children of <workbook> from calcPr on.
const std::vector<std::string_view>& workbook_order_from_calculation();
const std::vector<std::string_view>& style_sheet_order();

}  // namespace huizong::xlsx
