#include "mapping/place/label_key.h"

#include <catch2/catch.hpp>

#include "support/sheet_text.h"

using namespace huizong;
using namespace huizong::mapping;

TEST_CASE("labels are compared by their words, not by how they were typed", "[label]") {
  struct Case {
    const char* text;
    const char* key;
  };
  const auto c = GENERATE(values<Case>({
      {"全年预算数（万元）", "全年预算数"},
      {" 全 年\n预算数 ", "全年预算数"},
      {"其中：当年财政拨款", "其中:当年财政拨款"},
      {"单位名称：", "单位名称"},
      {"预算执行情况（10分）", "预算执行情况"},
      {"绩效指标(90 分)", "绩效指标"},
      {"得分(分值×执行率)", "得分(分值×执行率)"},
      {"2021年预算数", "本年预算数"},
      {"２０２１ 年度预算数", "本年预算数"},
      {"2020年决算数", "上年决算数"},
      {"2019年决算数", "前年决算数"},
      {"2022年预算数", "<1>年预算数"},
      {"二〇二一年度收入", "本年收入"},
      {"上年度结转", "上年结转"},
      {"本年度预算", "本年预算"},
      {"____年度自评表", "本年自评表"},
      {"20××年度自评表", "本年自评表"},
      {"（    年度）", "(本年)"},
      {"年初预算数", "年初预算数"},
      {"全年365天", "全年365天"},
      {"20年以上", "20年以上"},
      {"120210年", "120210年"},
      {"", ""},
      {"　", ""},
  }));
  CAPTURE(c.text);
  CHECK(label_key(c.text, 2021) == c.key);
}

TEST_CASE("the year a text names", "[label]") {
  CHECK(year_in("（2021年度）") == 2021);
  CHECK(year_in("２０２１年") == 2021);
  CHECK(year_in("二○二一年度") == 2021);
  CHECK(year_in("2021") == 2021);
  CHECK(year_in("全年365天") == std::nullopt);
  CHECK(year_in("文号 2021 号") == std::nullopt);
  CHECK(year_in("____年度") == std::nullopt);
}

TEST_CASE("every year of four digits in a text, and the one where there is only one", "[label]") {
  using Years = std::vector<int>;
  CHECK(years_in("2020年部门整体支出绩效自评表") == Years{2020});
  CHECK(years_in("示例市２０２１年度自评表（2021年）") == Years{2021});
  CHECK(years_in("二〇二一年度") == Years{2021});
  CHECK(years_in("2021-2022年度") == Years{2021, 2022});
  CHECK(years_in("2021年至2022年") == Years{2021, 2022});
  CHECK(years_in("2021-22年度").empty());
  CHECK(years_in("2021-03-04").empty());
  CHECK(years_in("120210年 文号12345").empty());
  CHECK(years_in("____年度").empty());
  CHECK(only_year_in("2021年1-12月") == 2021);
  CHECK(only_year_in("2021-2022年度") == std::nullopt);
}

TEST_CASE("the year a sheet counts from is the one by which its labels are known", "[label]") {
  using testing::sheet;
  CHECK(year_of(sheet("2021年度决算表\n2019年 | 2020年")) == 2021);
  CHECK(year_of(sheet("决算表\n合计")) == 0);
  const std::set<std::string> keys = {"上年决算数", "本年决算数"};
  CHECK(year_of(sheet("决算表\n2020年决算数 | 2021年决算数"), keys, 0) == 2021);
  CHECK(year_of(sheet("决算表\n2020年决算数 | 2021年决算数\n2025年完工"), keys, 0) ==
        2021);  // an indicator's text
  CHECK(year_of(sheet("2021年度决算表\n合计"), keys, 0) == 2021);
  CHECK(year_of(sheet("决算表\n合计"), keys, 2021) == 2021);
}
