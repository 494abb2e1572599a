// A unit's 自评表 for tests, as if read from a workbook: the figures of the
// 部门整体支出绩效自评表, changed cell by cell.

#pragma once

#include <string>
#include <vector>

#include "formula/definitions.h"
#include "model/finding.h"
#include "model/submission.h"

namespace huizong::testing {

/// Clean: 年初 100 = 80 + 15 + 5, 全年预算 200 = 180 + 15 + 5, 执行 190 = 175 + 10 + 5, 执行率 95%,
/// 得分 9.5; two indicators of 产出指标(60分) and one of 效益指标(30分), all scored in full;
/// 总分 99.5, 优.
model::Submission sample_submission();

/// Puts another value into a figure: a number's text, "" for blank, anything else is text.
void put(model::Submission& submission, const std::string& path, const std::string& value);
void put(model::Submission& submission, std::size_t indicator_row, const std::string& column,
         const std::string& value);

/// 执行率 执行率得分 总分 等级, without rules.
formula::Definitions sample_definitions();
formula::Rule rule(const std::string& id, const std::string& test, const std::string& say);

/// "E5: 错误 ZTZP-001: …" a line each; consequences are indented.
std::string lines(const std::vector<model::Finding>& findings);

}  // namespace huizong::testing
