#include "model/scoring.h"

#include <catch2/catch.hpp>
#include <random>

using namespace huizong;
using namespace huizong::model;

namespace {

std::string shown(const Value& v) {
  if (const auto* missing = not_available(v)) return "? " + missing->why.zh;
  if (const auto* yes = std::get_if<bool>(&v)) return *yes ? "达标" : "未达标";
  return to_string(v);
}

std::string met_line(const char* target, const char* actual, const Scoring& scoring = {},
                     const char* name = "") {
  return shown(met(read_target(target), read_target(actual), name, scoring));
}
std::string points(const char* target, const char* actual, const Scoring& scoring = {},
                   const char* name = "", Decimal of = 10) {
  return shown(score(read_target(target), read_target(actual), of, name, scoring));
}
Decimal dec(const char* text) {
  return Decimal::parse(text).value();
}

struct Case {
  const char *target, *actual, *met, *score;
};

}  // namespace

TEST_CASE("an indicator of 10 points", "[model]") {
  const auto c = GENERATE(values<Case>({
      // 正向
      {"≥100件", "120件", "达标", "10"},
      {"≥100件", "100件", "达标", "10"},
      {"≥100件", "99件", "未达标", "9.9"},
      {"≥100件", "0件", "未达标", "0"},
      {">100件", "101件", "达标", "10"},
      {">100件", "100件", "未达标", "10"},  // 100/100 of the points
      {"≥3件", "2件", "未达标", "6.67"},
      {"≥3件", "1件", "未达标", "3.33"},
      {"≥800件", "1件", "未达标", "0.01"},    // 0.0125
      {"≥80件", "0.04件", "未达标", "0.01"},  // 0.005, half up
      {"≥90%", "93%", "达标", "10"},
      {"≥90%", "-5%", "未达标", "0"},
      // 反向
      {"≤30天", "30天", "达标", "10"},
      {"≤30天", "40天", "未达标", "7.5"},
      {"<30天", "30天", "未达标", "10"},
      {"≤0起", "1起", "未达标", "0"},
      {"≤0起", "0起", "达标", "10"},
      // 等于
      {"=8个", "8个", "达标", "10"},
      {"=8个", "6个", "未达标", "7.5"},
      {"=8个", "10个", "未达标", "8"},
      // 区间
      {"10-20次", "10次", "达标", "10"},
      {"10-20次", "20次", "达标", "10"},
      {"10-20次", "9次", "未达标", "9"},
      {"10-20次", "25次", "未达标", "8"},
      {"10-20次", "12-18次", "达标", "10"},
      {"10-20次", "12-22次", "? 目标“10-20次”与完成值“12-22次”有一个是约数，要由人工判定",
       "? 目标“10-20次”与完成值“12-22次”有一个是约数，要由人工判定"},
      // 零目标
      {"0", "0", "达标", "10"},
      {"0起", "0", "达标", "10"},
      {"0", "1", "未达标", "0"},
      {"0%", "-3%", "未达标", "0"},
      // 无符号: more is better, unless the name says otherwise
      {"400万元", "437万元", "达标", "10"},
      {"400万元", "380万元", "未达标", "9.5"},
      {"950盏", "950盏", "达标", "10"},
      {"100%", "98.5%", "未达标", "9.85"},
      // 近似
      {"≥300件", "超300件", "达标", "10"},
      {"≥300件", "300余件", "达标", "10"},
      {"≥300件", "近300件", "未达标", "? 目标“≥300件”与完成值“近300件”有一个是约数，要由人工判定"},
      {"≤300件", "近300件", "达标", "10"},
      {"≥300件", "约310件", "? 目标“≥300件”与完成值“约310件”有一个是约数，要由人工判定",
       "? 目标“≥300件”与完成值“约310件”有一个是约数，要由人工判定"},
      {"约300件", "310件", "达标", "10"},
      {"约300件", "290件", "? 目标“约300件”与完成值“290件”有一个是约数，要由人工判定",
       "? 目标“约300件”与完成值“290件”有一个是约数，要由人工判定"},
      {"超300件", "300件", "未达标", "10"},
      {"≥90%", "≥90%", "达标", "10"},
      // 负目标
      {"≤-30%", "-35%", "达标", "10"},
      {"≤-30%", "-20%", "未达标", "? 目标“≤-30%”是负数，不能按比例给分"},
      // 多个数
      {"≥20次；≥90%", "25次；95%", "达标", "10"},
      {"≥20次；≥90%", "25次；85%", "未达标",
       "? 目标“≥20次；≥90%”有几个数，没有全部达到，得分由人工给"},
      {"≥20次；≥90%", "25次", "? 目标“≥20次；≥90%”有几个数，与完成值“25次”对不上，要由人工判定",
       "? 目标“≥20次；≥90%”有几个数，与完成值“25次”对不上，要由人工判定"},
      // 混写
      {"≥30 建筑垃圾倾倒情况显著改善", "35",
       "? “≥30 建筑垃圾倾倒情况显著改善”里既有数又有文字，要由人工判定",
       "? “≥30 建筑垃圾倾倒情况显著改善”里既有数又有文字，要由人工判定"},
      // Words that turn the number round
      {"≥3件", "未完成3件", "? 完成值“未完成3件”的文字与目标“≥3件”不是一个意思，要由人工判定",
       "? 完成值“未完成3件”的文字与目标“≥3件”不是一个意思，要由人工判定"},
      {"≥3件", "3件未办结", "? 完成值“3件未办结”的文字与目标“≥3件”不是一个意思，要由人工判定",
       "? 完成值“3件未办结”的文字与目标“≥3件”不是一个意思，要由人工判定"},
      {"降低5%", "提高6%", "? 完成值“提高6%”的文字与目标“降低5%”不是一个意思，要由人工判定",
       "? 完成值“提高6%”的文字与目标“降低5%”不是一个意思，要由人工判定"},
      {"降低5%", "降低6%", "达标", "10"},
      {"≥95%", "不足95%", "未达标", "? 目标“≥95%”与完成值“不足95%”有一个是约数，要由人工判定"},
      {"≥95%", "达到96%", "达标", "10"},
      // 未填
      {"", "5", "? 指标值未填", "? 指标值未填"},
      {"≥5", "", "? 完成值未填", "? 完成值未填"},
  }));
  CAPTURE(c.target, c.actual);
  CHECK(met_line(c.target, c.actual) == c.met);
  CHECK(points(c.target, c.actual) == c.score);
}

TEST_CASE("units: the target's own where none is written, converted where exact", "[model]") {
  struct Units {
    const char *target, *actual, *want;
  };
  const auto c = GENERATE(values<Units>({
      {"≥100件", "120", "10"},
      {"≥90%", "93", "10"},
      {"≥9", "9个", "10"},
      {"≥9000", "1.2万件", "10"},
      {"≥1万件", "9000件", "9"},
      {"≥9000件", "1.2万", "10"},
      {"400万元", "4370000元", "10"},
      {"≤6万元", "0.0006亿元", "10"},
      {"≥400米", "0.4公里", "10"},
      {"≥1公顷", "15亩", "10"},
      {"≤1年", "12个月", "10"},
      {"≥50名", "50人", "10"},
      {"≥90%", "9成", "10"},
      {"≥90%", "0", "0"},
      {"≥90%", "0.93", "? 完成值“0.93”没有写%，分不清是93%还是0.93%"},
      {"≥90%", "1", "? 完成值“1”没有写%，分不清是100%还是1%"},
      {"≥100件", "120起", "? 目标的单位是件，完成值的单位是起，不能比较"},
      {"≥5%", "5个百分点", "? 目标的单位是%，完成值的单位是个百分点，不能比较"},
      {"≥90", "93%", "? 目标的单位是（未写），完成值的单位是%，不能比较"},
      {"400", "437万元", "? 目标的单位是（未写），完成值的单位是万元，不能比较"},
      {"≥100人", "100人次", "? 目标的单位是人，完成值的单位是人次，不能比较"},
      {"≥100件", "93%", "? 目标的单位是件，完成值的单位是%，不能比较"},
  }));
  CAPTURE(c.target, c.actual);
  CHECK(points(c.target, c.actual) == c.want);
}

TEST_CASE("a number without a sign is judged by its indicator's name", "[model]") {
  struct Named {
    const char *name, *target, *actual, *want;
  };
  const auto c = GENERATE(values<Named>({
      {"罚没收入", "400万元", "437万元", "达标"},
      {"成本指标租赁成本", "2万元", "4万元", "未达标"},
      {"成本指标租赁成本", "2万元", "1.8万元", "达标"},
      {"完成时限", "30天", "25天", "达标"},
      {"投诉件数", "5件", "6件", "未达标"},
      {"投诉办结率", "100%", "100%", "达标"},
      {"投诉率", "5%", "6%", "未达标"},
      {"案件处理率", "100%", "102%", "达标"},
      {"投诉减少率", "10%", "12%", "达标"},
      {"降低执法成本", "5%", "6%", "达标"},
      {"执法成本", "≥5%", "6%", "达标"},  // a sign that is written decides
      {"安全事故数", "0起", "0起", "达标"},
  }));
  CAPTURE(c.name, c.target, c.actual);
  CHECK(met_line(c.target, c.actual, {}, c.name) == c.want);
}

TEST_CASE("words: 达成 earns the points, the rest is left to the officer", "[model]") {
  const auto c = GENERATE(values<Case>({
      {"整洁、有序、舒适", "效果显著", "达标", "10"},
      {"工地防尘要求“8个100%”", "完成", "达标", "10"},
      {"按时完成", "全部完成。", "达标", "10"},
      {"优秀", "优秀", "达标", "10"},
      {"不超预算", "未超预算", "达标", "10"},
      {"无投诉", "无", "达标", "10"},
      {"提高", "有效提高", "达标", "10"},
      {"2020年", "已完成", "达标", "10"},
      {"2020年", "2020年", "达标", "10"},
      {"2020年", "2021年3月", "未达标", "? 完成值“2021年3月”是未达成，得分由人工给"},
      {"按时完成", "未完成", "未达标", "? 完成值“未完成”是未达成，得分由人工给"},
      {"按时完成", "基本完成", "? 完成值“基本完成”是部分达成，要由人工判定",
       "? 完成值“基本完成”是部分达成，得分由人工给"},
      {"提升", "效果不明显", "? 完成值“效果不明显”是文字，看不出是否达到“提升”，要由人工判定",
       "? 完成值“效果不明显”是文字，看不出是否达到“提升”，要由人工判定"},
      {"全年365天，全天24小时", "及时发现及时处理",
       "? 完成值“及时发现及时处理”是文字，看不出是否达到“全年365天，全天24小时”，要由人工判定",
       "? 完成值“及时发现及时处理”是文字，看不出是否达到“全年365天，全天24小时”，要由人工判定"},
      {"抽样调查达到基本满意及以上", "90%",
       "? 完成值“90%”是文字，看不出是否达到“抽样调查达到基本满意及以上”，要由人工判定",
       "? 完成值“90%”是文字，看不出是否达到“抽样调查达到基本满意及以上”，要由人工判定"},
      // 无 is good news only of what should not be.
      {"健全制度", "无", "? 完成值“无”是文字，看不出是否达到“健全制度”，要由人工判定",
       "? 完成值“无”是文字，看不出是否达到“健全制度”，要由人工判定"},
      // What is due in numbers is not reached by saying so.
      {"≥100件", "全部完成", "? 目标“≥100件”是数，完成值“全部完成”不是",
       "? 目标“≥100件”是数，完成值“全部完成”不是"},
  }));
  CAPTURE(c.target, c.actual);
  CHECK(met_line(c.target, c.actual) == c.met);
  CHECK(points(c.target, c.actual) == c.score);
}

TEST_CASE("what provinces set differently is a parameter", "[model]") {
  Scoring nothing;
  nothing.unequal = Scoring::Unequal::Nothing;
  CHECK(points("=8个", "7个", nothing) == "0");
  CHECK(points("=8个", "8个", nothing) == "10");
  CHECK(points("≥8个", "4个", nothing) == "5");

  Scoring equal;
  equal.unsigned_is = Scoring::Unsigned::Equal;
  CHECK(points("8个", "10个", equal) == "8");
  CHECK(points("8个", "10个") == "10");

  Scoring strict;
  strict.floor_ratio = dec("0.6");
  CHECK(points("≥100件", "59件", strict) == "0");
  CHECK(points("≥100件", "60件", strict) == "6");

  Scoring deducting;
  deducting.over_deduct = 2;
  CHECK(points("≥100件", "129件", deducting) == "10");
  CHECK(points("≥100件", "130件", deducting) == "8");
  CHECK(points("≥100件", "130件", deducting, "", 1) == "0");
  CHECK(points("≤100件", "50件", deducting) == "10");
  CHECK(points("≥100件", "130件") == "10");

  Scoring capped;
  capped.cap = dec("1.2");
  CHECK(points("≥100件", "110件", capped) == "11");
  CHECK(points("≥100件", "150件", capped) == "12");
  CHECK(points("≤100件", "50件", capped) == "10");

  Scoring officer;
  officer.zero = Scoring::Zero::Officer;
  CHECK(points("0起", "0起", officer) == "10");
  CHECK(points("0起", "1起", officer) == "? 目标是0而没有做到，得分由人工给");

  Scoring bands;
  bands.partly = dec("0.7");
  bands.missed = Decimal(0);
  CHECK(points("按时完成", "基本完成", bands) == "7");
  CHECK(points("按时完成", "未完成", bands) == "0");
  bands.reached = std::nullopt;
  CHECK(points("按时完成", "已完成", bands) == "? 完成值“已完成”是达成，得分由人工给");

  Scoring whole;
  whole.digits = 0;
  CHECK(points("≥100件", "95件", whole) == "10");
  CHECK(points("≥100件", "94件", whole) == "9");

  Scoring words;
  words.reached_words = {"办结"};
  words.lower_words = {"能耗"};
  CHECK(points("按时完成", "办结", words) == "10");
  CHECK(met_line("100吨", "90吨", words, "能耗") == "达标");
  CHECK(met_line("100吨", "90吨", words, "成本") == "未达标");
}

TEST_CASE("over-fulfilment is told from 130 % on", "[model]") {
  const auto told = [](const char* target, const char* actual, const char* name = "") {
    return shown(over(read_target(target), read_target(actual), name, {}));
  };
  CHECK(told("≥100件", "130件") == "达标");
  CHECK(told("≥100件", "129.99件") == "未达标");
  CHECK(told("≤100件", "200件") == "未达标");
  CHECK(told("2万元", "4万元", "租赁成本") == "未达标");
  CHECK(told("0起", "5起") == "未达标");
  CHECK(told("≥100件", "全部完成") == "? “≥100件”和“全部完成”不都是数，无法相比");
}

TEST_CASE("whatever is typed, points lie between none and all of them", "[model]") {
  static const char* const kPieces[] = {
      "≥",  "≤",    ">",    "=",   "-",     "—",      "~",  "约",   "近",   "超", "余",
      "0",  "1",    "30",   "2.5", "1,000", ".",      "%",  "件",   "万",   "元", "/",
      "月", "年",   "2020", "(",   ")",     "；",     "、", "\n",   " ",    "　", "完成",
      "未", "以上", "①",    "m²",  "\xE4",  "百分之", "¥",  "提高", "降低", "A",  "90"};
  std::mt19937 random(20211231);
  const auto typed = [&] {
    std::string text;
    for (auto i = random() % 7; i > 0; --i) text += kPieces[random() % std::size(kPieces)];
    return text;
  };
  for (int i = 0; i < 20000; ++i) {
    const std::string target = typed(), actual = typed();
    CAPTURE(target, actual);
    const Target t = read_target(target), a = read_target(actual);
    const Value scored = score(t, a, 10, "投诉率", {});
    const Value decided = met(t, a, "投诉率", {});
    if (const Decimal* points = number(scored)) {
      CHECK(*points >= Decimal(0));
      CHECK(*points <= Decimal(10));
    }
    // What is met earns everything; and no points are given without a verdict.
    const bool* yes = std::get_if<bool>(&decided);
    if (yes && *yes) CHECK(scored == Value(Decimal(10)));
    if (number(scored) && *number(scored) > Decimal(0)) CHECK(yes != nullptr);
  }
}
