// 单位名录.xlsx -> UnitList: the workbook in which an office keeps who owes
// which forms. Every slip in it is reported in one go, by cell.

#pragma once

#include <filesystem>

#include "model/unit_list.h"

namespace huizong::job {

/// The first visible sheet; headings 编码 名称 简称 别名 主管部门 应报表 财政拨款 期限 in any order
/// within the first ten rows, the first two of them required. Throws Mistakes.
model::UnitList load_unit_list(const std::filesystem::path& file);

}  // namespace huizong::job
