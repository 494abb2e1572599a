#include <catch2/catch.hpp>

#include "formula/form_terms.h"
#include "mapping/load/read_definitions.h"
#include "mapping/mapping_folder.h"

using namespace huizong;
using namespace huizong::mapping;
using model::Scoring;

TEST_CASE("without [scoring] the national rules hold", "[mapping]") {
  const Mapping m = MappingFolder().load(kBlocks);
  REQUIRE(m.definitions.terms);
  const formula::FormTerms& terms = *m.definitions.terms;
  CHECK(terms.money == model::MoneyUnit::WanYuan);
  CHECK(terms.scoring.digits == 2);
  CHECK(terms.scoring.cap == Decimal(1));
  CHECK(terms.scoring.over.to_string() == "1.3");
  CHECK_FALSE(terms.scoring.over_deduct);
  CHECK_FALSE(terms.scoring.floor_ratio);
  CHECK(formula::band_of(90, terms.bands) == "优");
  CHECK(formula::band_of(59, terms.bands) == "差");
}

TEST_CASE("[scoring] says how a province scores", "[mapping]") {
  const Mapping m = MappingFolder().load(kBlocks + R"toml([[derived]]
name = "等级"
expr = "BAND(填报总分)"
[scoring]
bands         = [["合格", 60], ["不合格", 0]]
digits        = 1
unsigned      = "equal"
unequal       = "zero"
zero          = "officer"
cap           = 1.2
over          = 1.5
over_deduct   = 2
floor         = 0.6
reached       = "officer"
partly        = 0.7
missed        = 0
reached_words = ["办结", "完成"]
partly_words  = ["基本"]
missed_words  = ["未办结"]
lower_words   = ["能耗"]
)toml");
  const formula::FormTerms& terms = *m.definitions.terms;
  CHECK(terms.bands.size() == 2);
  const Scoring& s = terms.scoring;
  CHECK(s.digits == 1);
  CHECK(s.unsigned_is == Scoring::Unsigned::Equal);
  CHECK(s.unequal == Scoring::Unequal::Nothing);
  CHECK(s.zero == Scoring::Zero::Officer);
  CHECK(s.cap.to_string() == "1.2");
  CHECK(s.over.to_string() == "1.5");
  CHECK(s.over_deduct == Decimal(2));
  CHECK(s.floor_ratio->to_string() == "0.6");
  CHECK_FALSE(s.reached);
  CHECK(s.partly->to_string() == "0.7");
  CHECK(s.missed == Decimal(0));
  CHECK(s.reached_words == std::vector<std::string>{"办结", "完成"});
  CHECK(s.lower_words == std::vector<std::string>{"能耗"});
  // The expressions carry it along, wherever the section stands.
  const auto& call = std::get<formula::CallNode>(m.definitions.derived.front().expr->what);
  CHECK(call.terms == m.definitions.terms);
}

TEST_CASE("slips in [scoring]", "[mapping]") {
  CHECK(MappingFolder().slips(kBlocks + R"toml([scoring]
bands = [["优", 80], ["良", 90]]
digits = 11
unsigned = "names"
unequal = 0
cap = -1
over = 0.5
floor = "0.6"
reached = 0.8
partly = 0.9
missed = "nobody"
reached_words = ["完成", "基本"]
missed_words = []
lower_word = ["成本"]
)toml") ==
        R"told(自评表.toml:23:27: 下限要从大到小写
  23 | bands = [["优", 80], ["良", 90]]
     |                             ^^
自评表.toml:24:10: digits 应当是 0 到 10 的整数
  24 | digits = 11
     |          ^^
自评表.toml:25:12: unsigned 不能是“names”
  25 | unsigned = "names"
     |            ^^^^^^^
  提示: 是不是“name”？
自评表.toml:26:11: unequal 应当是文字，这里写的是数
  26 | unequal = 0
     |           ^
  提示: 请加上引号
自评表.toml:27:7: cap 应当是 0 到 10 的数
  27 | cap = -1
     |       ^^
自评表.toml:28:8: over 应当是 1 到 10 的数
  28 | over = 0.5
     |        ^^^
自评表.toml:29:9: floor 应当是 0 到 1 的数
  29 | floor = "0.6"
     |         ^^^^^
自评表.toml:31:10: partly 比更好的一档还多
  31 | partly = 0.9
     |          ^^^
  提示: 达成（reached）、部分达成（partly）、未达成（missed）应依次减少
自评表.toml:32:10: missed 不能是“nobody”
  32 | missed = "nobody"
     |          ^^^^^^^^
  提示: 写 0 到 1 的数，或 "officer"（由人工给分）
自评表.toml:33:17: “基本”在 reached_words 和 partly_words 里都有
  33 | reached_words = ["完成", "基本"]
     |                 ^^^^^^^^^^^^^^^^
自评表.toml:34:16: missed_words 是空的
  34 | missed_words = []
     |                ^^
自评表.toml:35:1: [scoring]里不认识的键 lower_word
  35 | lower_word = ["成本"]
     | ^^^^^^^^^^
  提示: 是不是“lower_words”？
)told");
}

TEST_CASE("the functions of targets are checked when the mapping is read", "[mapping]") {
  CHECK(MappingFolder().slips(kBlocks + R"toml([[rules]]
id = "XM-001"
level = "error"
each = "指标"
test = "SCORE(一级指标, 分值) <= 分值"
say = "得分"
[[rules]]
id = "XM-002"
level = "error"
each = "指标"
test = "MET(一级指标, 完成值)"
say = "达标"
[[rules]]
id = "XM-003"
level = "error"
test = "AMOUNT(填报总分, \"万圆\") = 1"
say = "金额"
)toml") ==
        R"told(自评表.toml:26:9: SCORE 不能有 2 个参数
  26 | test = "SCORE(一级指标, 分值) <= 分值"
     |         ^^^^^^^^^^^^^^^^^^^^^
  提示: 应有 3 至 4 个
自评表.toml:32:19: 没有叫“完成值”的数
  32 | test = "MET(一级指标, 完成值)"
     |                       ^^^^^^
  提示: 名称写成 块.行.列 或 表.列，见映射里的 fields、grids、tables
自评表.toml:37:22: AMOUNT 不认识单位“万圆”
  37 | test = "AMOUNT(填报总分, \"万圆\") = 1"
     |                          ^^^^^^
  提示: 可用 万元、元、%、件、人 等
)told");
}

namespace {

/// The small form with a column of codes instead of 一级指标.
std::string coded(const char* code_type, const char* rule) {
  std::string toml = kBlocks;
  const std::string label = "name = \"一级指标\", col = \"A\", type = \"label_weight\"";
  toml.replace(toml.find(label), label.size(),
               std::string("name = \"一级指标\", col = \"A\", type = \"") + code_type + "\"");
  return toml + "[[rules]]\nid = \"XM-001\"\nlevel = \"error\"\nsay = \"合计\"\n" + rule;
}

MappingFolder plain_form() {
  auto form = small_form();
  form[10].text = "";
  return MappingFolder(form);
}

}  // namespace

TEST_CASE("CHILDREN and TOP need a column of codes", "[mapping]") {
  CHECK(plain_form().slips(
            coded("code", "each = \"指标\"\ntest = \"分值 = SUM(CHILDREN(分值))\"\n")) == "");
  CHECK(plain_form().slips(coded("code", "test = \"填报总分 = SUM(TOP(指标.分值))\"\n")) == "");
  CHECK(plain_form().slips(coded("text", "test = \"填报总分 = SUM(TOP(指标.分值))\"\n")) ==
        R"told(自评表.toml:26:20: “指标”没有类型为 code 的列，分不出类、款、项
  26 | test = "填报总分 = SUM(TOP(指标.分值))"
     |                        ^^^^^^^^^^^^^^
  提示: 请给科目编码一列（也只给它）写 type = "code"
)told");
  CHECK(plain_form().slips(coded("code", "test = \"填报总分 = SUM(CHILDREN(指标.分值))\"\n")) ==
        R"told(自评表.toml:26:20: CHILDREN 要与 each = "表" 一起用
  26 | test = "填报总分 = SUM(CHILDREN(指标.分值))"
     |                        ^^^^^^^^^^^^^^^^^^^
  提示: 合计请用 TOP(表.列)
)told");
  CHECK(plain_form().slips(coded("code", "test = \"填报总分 = SUM(TOP(资金.合计.预算数))\"\n")) ==
        R"told(自评表.toml:26:24: TOP 要写表的一列
  26 | test = "填报总分 = SUM(TOP(资金.合计.预算数))"
     |                            ^^^^^^^^^^^^^^^^
  提示: 例如 支出.决算数
)told");
  CHECK(plain_form().slips(coded("code", "test = \"填报总分 = TOP(指标.分值)\"\n")) ==
        R"told(自评表.toml:26:16: TOP 给出的是一列，不是一个数
  26 | test = "填报总分 = TOP(指标.分值)"
     |                    ^^^^^^^^^^^^^^
  提示: 请写 SUM(TOP(…))
)told");
}

TEST_CASE("a rule over CHILDREN applies where there are children", "[mapping]") {
  const Mapping m = plain_form().load(coded(
      "code", "each = \"指标\"\ntest = \"分值 = SUM(CHILDREN(分值))\"\nwhen = \"分值 > 0\"\n"));
  CHECK(formula::to_text(m.definitions.rules.front().when) ==
        "AND(COUNTA(CHILDREN(一级指标)) > 0, COUNTA(分值, CHILDREN(分值)) > 0, 分值 > 0)");
}
