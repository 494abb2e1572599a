#include "mapping/sheet_title.h"

#include <catch2/catch.hpp>

#include "mapping/self_evaluation.h"

using namespace huizong;
using namespace huizong::mapping;

TEST_CASE("a sheet's name is compared without the numbers in front of it", "[recognise]") {
  struct Case {
    const char* name;
    const char* key;
  };
  const auto c = GENERATE(values<Case>({
      {"收入决算表", "收入决算表"},
      {"01收入决算表", "收入决算表"},
      {"1. 收入决算表 ", "收入决算表"},
      {"（二）收入决算表", "收入决算表"},
      {"三、收入决算表", "收入决算表"},
      {"附表3-收入决算表", "收入决算表"},
      {"公开02表 收入决算表", "收入决算表"},
      {"表2收入决算表", "收入决算表"},
      {"2021年度收入决算表", "收入决算表"},
      {"收入决算表(2)", "收入决算表"},  // Excel's own copy
      {"一般公共预算表", "一般公共预算表"},
      {"三公经费表", "三公经费表"},
      {"附表3", "附表3"},  // nothing else is left
      {"7", "7"},
  }));
  CAPTURE(c.name);
  CHECK(sheet_name_key(c.name) == c.key);
}

TEST_CASE("a title is told whatever its year, and prose is none", "[recognise]") {
  const Mapping form = testing::self_evaluation();
  const std::string words = title_words(form, form.sheets.front());
  CHECK(words == "部门整体支出绩效自评表");
  CHECK(says_title("2021年度部门整体支出绩效自评表", words));
  CHECK(says_title("（２０２１ 年度） 部门整体支出绩效自评表（盖章）", words));
  CHECK(says_title("附件2：部门整体支出绩效自评表", words));
  CHECK_FALSE(says_title("部门整体支出自评表", words));
  CHECK_FALSE(
      says_title("请各单位认真填写部门整体支出绩效自评表，加盖公章后一并报送财政局绩效科", words));
  CHECK_FALSE(says_title("绩效自评表", ""));
}

TEST_CASE("a title that stands over every sheet of a form tells none of them", "[recognise]") {
  Mapping form;
  form.definitions.title = "部门决算报表";
  form.blank = testing::workbook(testing::sheet("附件1\n部门决算报表\n收入情况（一）"));
  form.blank.sheets.push_back(testing::sheet("附件1\n部门决算报表\n支出情况（二）"));
  form.sheets.resize(2);
  form.sheets[1].at = 1;
  CHECK(title_words(form, form.sheets[0]) == "收入情况(一)");
  CHECK(title_words(form, form.sheets[1]) == "支出情况(二)");
}
