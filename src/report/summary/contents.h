// 目录: the sheets of the summary workbook, each a link.

#pragma once

#include <string>
#include <vector>

#include "report/sheet.h"

namespace huizong::report {

struct ContentsLine {
  std::string sheet;
  std::string what;  ///< what stands on it
};

void write_contents(Sheet& sheet, const std::vector<ContentsLine>& lines);

}  // namespace huizong::report
