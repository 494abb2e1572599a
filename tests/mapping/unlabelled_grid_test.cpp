// A total without a label, right under its headings: 三公经费 in one row.

#include <catch2/catch.hpp>

#include "mapping/mapping_folder.h"
#include "mapping/self_evaluation.h"
#include "support/support.h"

using namespace huizong;
using namespace huizong::mapping;
using namespace huizong::testing;

namespace {

Mapping three_costs(const TempFolder& folder, const std::string& label) {
  testing::write_file(folder / "templates/三公经费表.xlsx",
                      form_workbook({{"A1:C1", "三公经费表"},
                                     {"A2", "合计"},
                                     {"B2", "出国"},
                                     {"C2", "接待"},
                                     {"A5", "注：本表反映三公经费支出情况"}},
                                    "三公"));
  testing::write_file(folder / "mappings/三公经费表.toml", R"toml(format   = 1
id       = "SG"
title    = "三公经费表"
template = "三公经费表.xlsx"
money    = "万元"
[recognise]
contains = ["三公经费表"]
[[grids]]
name  = "三公"
rows  = { 3 = "决算数" }
cols  = { A = "合计", B = "出国", C = "接待" }
type  = "money"
)toml" + label);
  return load_mapping(folder / "mappings/三公经费表.toml");
}

/// 部门：… stands between the title and the headings; the note below was deleted.
const char* const kFilled = "三公经费表\n部门：甲局\n合计 | 出国 | 接待\n30 | 10 | 20\n";

}  // namespace

TEST_CASE("an unlabelled row is found right under its headings", "[mapping]") {
  const TempFolder folder;
  const Mapping form = three_costs(folder, "label = \"none\"\n");
  CHECK(align(form, sheet(kFilled)).grids.at("三公").rows == std::vector<int>{3});
}

TEST_CASE("without label = none it needs a word above and below that tell its place", "[mapping]") {
  const TempFolder folder;
  const Mapping form = three_costs(folder, "");
  CHECK(align(form, sheet(kFilled)).grids.empty());
}
