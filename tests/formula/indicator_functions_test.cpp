#include "formula/indicator_functions.h"

#include <catch2/catch.hpp>

#include "fake_scope.h"
#include "formula/form_terms.h"

namespace huizong::formula {
namespace {

using model::Blank;
using model::FieldType;

FakeScope indicators() {
  FakeScope scope;
  scope.scalars = {{"指标值", std::string("≥100件")},
                   {"完成值", std::string("市级120件")},
                   {"少", std::string("75")},
                   {"成本", std::string("2万元")},
                   {"花费", std::string("4万元")},
                   {"名称", std::string("租赁成本")},
                   {"率", std::string("≥90%")},
                   {"词", std::string("及时发现及时处理")},
                   {"做到", std::string("已完成")},
                   {"空", Blank{}},
                   {"杠", std::string("—")},
                   {"错", model::CellError{"#N/A"}},
                   {"缺", model::NotAvailable{{"缺数", "x"}, "缺"}},
                   {"分值", Decimal(10)},
                   {"实际率", dec("0.945")},
                   {"执行数", dec("1.5")},
                   {"数", dec("0.5")},
                   {"人天", std::string("100元/人天")},
                   {"每年", std::string("1.2万元/年")},
                   {"真", true}};
  scope.types = {{"实际率", FieldType::Percent},
                 {"执行数", FieldType::Money},
                 {"数", FieldType::Number},
                 {"分值", FieldType::Score}};
  return scope;
}

std::string result(std::string_view text, std::shared_ptr<const FormTerms> terms = nullptr) {
  return shown(evaluate(parse(text, std::move(terms)), indicators()));
}

struct Case {
  const char* text;
  const char* want;
};

}  // namespace

TEST_CASE("SCORE and MET of a target, what was completed, and the points", "[formula]") {
  const auto c = GENERATE(values<Case>({
      {"SCORE(指标值, 完成值, 分值)", "10"},
      {"SCORE(指标值, 少, 分值)", "7.5"},
      {"SCORE(\"≥3件\", \"1件\", 10)", "3.33"},
      {"MET(指标值, 完成值)", "true"},
      {"MET(指标值, 少)", "false"},
      {"MET(指标值, 120)", "true"},
      {"MET(成本, 花费)", "true"},         // without a name more is better
      {"MET(成本, 花费, 名称)", "false"},  // 成本: less is
      {"SCORE(成本, 花费, 分值, 名称)", "5"},
      {"SCORE(成本, 花费, 分值, 名称 & \"指标\")", "5"},
      {"OVER(指标值, 完成值)", "false"},
      {"OVER(指标值, \"130件\")", "true"},
      {"OVER(成本, 花费, 名称)", "false"},
      // A rate is a fraction, wherever it comes from; a number typed as text may be either.
      {"MET(率, 实际率)", "true"},
      {"SCORE(率, 实际率 - 50%, 分值)", "4.94"},
      {"MET(率, 95%)", "true"},
      {"MET(率, 数)", "n/a 完成值“0.5”没有写%，分不清是50%还是0.5%"},
      {"MET(率, \"0.95\")", "n/a 完成值“0.95”没有写%，分不清是95%还是0.95%"},
      // Money is in the form's unit.
      {"SCORE(\"≥2万元\", 执行数, 分值)", "7.5"},
      {"SCORE(\"≥20000元\", 执行数, 分值)", "7.5"},
      {"SCORE(执行数, \"1.2万元\", 分值)", "8"},
      // What cannot be decided has a reason.
      {"SCORE(词, 词, 分值)", "10"},
      {"SCORE(\"全天24小时\", 词, 分值)", "n/a 目标“全天24小时”是数，完成值“及时发现及时处理”不是"},
      {"MET(\"整洁\", 词)",
       "n/a 完成值“及时发现及时处理”是文字，看不出是否达到“整洁”，要由人工判定"},
      {"MET(\"整洁\", 做到)", "true"},
      {"MET(指标值, 空)", "n/a 完成值未填"},
      {"MET(空, 完成值)", "n/a 指标值未填"},
      {"MET(指标值, 杠)", "n/a 完成值未填"},
      {"SCORE(指标值, 完成值, 空)", "n/a 空未填"},
      {"SCORE(指标值, 错, 分值)", "n/a 错是错误值#N/A"},
      {"SCORE(缺, 完成值, 分值)", "n/a 缺数"},
      {"MET(指标值, 真)", "n/a 真不是文字"},
      {"IFERROR(SCORE(率, 词, 分值), 8)", "8"},
  }));
  CAPTURE(c.text);
  CHECK(result(c.text) == c.want);
}

TEST_CASE("what is n/a names the figure it began with", "[formula]") {
  const auto field = [](std::string_view text) {
    const model::Value v = evaluate(parse(text), indicators());
    const auto* missing = model::not_available(v);
    return missing ? missing->field : "";
  };
  CHECK(field("MET(空, 完成值)") == "空");
  CHECK(field("MET(指标值, 空)") == "空");
  CHECK(field("SCORE(指标值, 词, 分值)") == "词");
  CHECK(field("AMOUNT(词)") == "词");
}

TEST_CASE("the form's own terms", "[formula]") {
  auto terms = std::make_shared<FormTerms>();
  terms->scoring.unequal = model::Scoring::Unequal::Nothing;
  terms->scoring.digits = 1;
  terms->bands = {{"合格", 60}, {"不合格", 0}};
  terms->money = model::MoneyUnit::Yuan;
  CHECK(result("SCORE(\"=8个\", \"7个\", 分值)", terms) == "0");
  CHECK(result("SCORE(\"≥3件\", \"1件\", 10)", terms) == "3.3");
  CHECK(result("SCORE(\"≥3元\", 执行数, 10)", terms) == "5");
  CHECK(result("BAND(59.95)", terms) == "合格");
  CHECK(result("IF(1=1, BAND(59.94), \"\")", terms) == "不合格");
}

TEST_CASE("TARGET makes one target of three columns", "[formula]") {
  const auto c = GENERATE(values<Case>({
      {"TARGET(\"≥\", \"95\", \"%\")", "≥95%"},
      {"TARGET(\"≤\", 6, \"万元\")", "≤6万元"},
      {"TARGET(\"正向\", 实际率, \"%\")", "≥94.5%"},
      {"TARGET(\"定性\", \"优\", 空)", "优"},
      {"TARGET(空, \"3000\", \"吨\")", "3000吨"},
      {"TARGET(\"反向\", \"≥95\", \"%\")", "n/a 指标性质“反向”与指标值“≥95”的符号相反"},
      {"TARGET(\"≥\", 空, \"%\")", "n/a 空未填"},
      {"MET(TARGET(\"≤\", \"2\", \"万元\"), 花费)", "false"},
      {"SCORE(TARGET(\"≥\", \"100\", \"件\"), 少, 分值)", "7.5"},
  }));
  CAPTURE(c.text);
  CHECK(result(c.text) == c.want);
}

TEST_CASE("RATIO is what was completed as a part of the target, in one unit", "[formula]") {
  const auto c = GENERATE(values<Case>({
      {"RATIO(\"400万元\", \"437万元\")", "1.0925"},
      {"RATIO(\"4万件\", \"30000件\")", "0.75"},
      {"RATIO(指标值, 完成值)", "1.2"},
      {"RATIO(率, 实际率)", "1.05"},
      {"RATIO(\"≤10天\", \"12天\")", "1.2"},
      {"RATIO(0, 0)", "n/a 目标为0，没有完成率"},
      {"RATIO(\"约40000条\", \"约300条\")",
       "n/a 目标“约40000条”与完成值“约300条”有一个是约数，要由人工判定"},
      {"RATIO(指标值, 做到)", "n/a “≥100件”和“已完成”不都是数，无法相比"},
      {"RATIO(指标值, \"3元\")", "n/a 目标的单位是件，完成值的单位是元，不能比较"},
      {"RATIO(空, 完成值)", "n/a 指标值未填"},
  }));
  CAPTURE(c.text);
  CHECK(result(c.text) == c.want);
}

TEST_CASE("UNIT and WORDS tell what a target or an actual is written with", "[formula]") {
  const auto c = GENERATE(values<Case>({
      {"UNIT(指标值)", "件"},
      {"UNIT(\"≥9\")", ""},
      {"UNIT(\"2.5 万平方公里\")", "万平方公里"},
      {"UNIT(率)", "%"},
      {"UNIT(实际率)", "%"},
      {"UNIT(\"10-20次\")", "次"},
      {"UNIT(\"≥30 建筑垃圾倾倒情况显著改善\")", ""},
      {"UNIT(词)", "n/a “及时发现及时处理”不是一个数"},
      {"UNIT(空)", "n/a 空未填"},
      {"WORDS(完成值)", "市级"},
      {"WORDS(指标值)", ""},
      {"WORDS(\"约5个行政村\")", ""},  // what is counted is no remark
      {"WORDS(\"≥30 建筑垃圾倾倒情况显著改善\")", "建筑垃圾倾倒情况显著改善"},
      {"WORDS(词)", "n/a “及时发现及时处理”不是一个数"},
  }));
  CAPTURE(c.text);
  CHECK(result(c.text) == c.want);
}

TEST_CASE("AMOUNT is the one number, as written or converted", "[formula]") {
  const auto c = GENERATE(values<Case>({
      {"AMOUNT(成本)", "2"},
      {"AMOUNT(成本, \"元\")", "20000"},
      {"AMOUNT(\"约26700件\")", "26700"},
      {"AMOUNT(\"1.2万件\")", "12000"},
      {"AMOUNT(率)", "0.9"},
      {"AMOUNT(人天)", "100"},
      {"AMOUNT(人天, \"元\")", "100"},
      {"AMOUNT(人天, \"万元\")", "0.01"},
      {"AMOUNT(每年, \"元\")", "12000"},
      {"AMOUNT(每年, \"元/月\")", "1000"},
      {"AMOUNT(完成值)", "120"},
      {"AMOUNT(少)", "75"},
      {"AMOUNT(执行数)", "1.5"},
      {"AMOUNT(执行数, \"元\")", "15000"},
      {"AMOUNT(实际率)", "0.945"},
      {"AMOUNT(少, \"万元\")", "n/a 75没有写单位，不知道是不是万元"},
      {"AMOUNT(完成值, \"万元\")", "n/a 市级120件的单位不能换算成万元"},
      {"AMOUNT(\"10-20万元\")", "n/a “10-20万元”里不止一个数"},
      {"AMOUNT(词)", "n/a “及时发现及时处理”里没有数"},
      {"AMOUNT(空)", "n/a 空未填"},
      {"AMOUNT(错)", "n/a 错是错误值#N/A"},
  }));
  CAPTURE(c.text);
  CHECK(result(c.text) == c.want);
}

TEST_CASE("a target is stated where it says what is to be reached", "[formula]") {
  // ≥ alone was met by ≥, its own words repeated, and so passed for a target.
  const auto c = GENERATE(values<Case>({
      {"STATED(指标值)", "true"},
      {"STATED(\"10-20次\")", "true"},
      {"STATED(\"≥20次；≥90%\")", "true"},
      {"STATED(\"12月31日前\")", "true"},
      {"STATED(\"完整\")", "true"},
      {"STATED(实际率)", "true"},
      {"STATED(\"≤2万元\", \"租赁成本\")", "true"},
      {"STATED(\"≥\")", "false"},
      {"STATED(\"不低于\")", "false"},
      {"STATED(\"≥ %\")", "false"},
      {"STATED(\"万元\")", "false"},
      {"STATED(\"≥30 建筑垃圾倾倒情况显著改善\")", "false"},  // 量+定性混写
      {"STATED(\"待定\")", "false"},                          // words that leave it open
      {"STATED(\"无\")", "false"},
      {"STATED(\"暂无。\")", "false"},
      {"STATED(\"≥待定\")", "false"},
      {"STATED(\"/\")", "false"},
      {"STATED(\"……\")", "false"},
      {"STATED(\"无拖欠\")", "true"},
      {"STATED(\"待岗人员全部安置\")", "true"},
      {"STATED(空)", "false"},
      {"STATED(缺)", "n/a 缺数"},
  }));
  CAPTURE(c.text);
  CHECK(result(c.text) == c.want);
}

TEST_CASE("BAND gives the grade of the rounded number", "[formula]") {
  const auto c = GENERATE(values<Case>({
      {"BAND(90)", "优"},
      {"BAND(89.995)", "优"},
      {"BAND(89.994)", "良"},
      {"BAND(60)", "中"},
      {"BAND(59.99)", "差"},
      {"BAND(0)", "差"},
      {"BAND(-1)", "n/a -1不在任何一档内"},
      {"BAND(空)", "n/a 空未填"},
      {"BAND(分值 * 8)", "良"},
  }));
  CAPTURE(c.text);
  CHECK(result(c.text) == c.want);
}

}  // namespace huizong::formula
