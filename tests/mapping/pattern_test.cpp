#include "mapping/pattern.h"

#include <catch2/catch.hpp>

using huizong::mapping::Pattern;

using Parts = std::vector<std::string>;

TEST_CASE("a pattern finds its parts whatever width and blanks the office typed", "[mapping]") {
  struct Case {
    const char* pattern;
    const char* text;
    Parts parts;
  };
  const auto c = GENERATE(values<Case>({
      {"等级：{}", "等级：优", {"优"}},
      {"等级：{}", " 等 级: 优 ", {"优"}},
      {"等级：{}", "等级：", {""}},  // the blank form itself
      {"{}年度项目自评表",
       "２０２１年度 项目自评表",
       {"２０２１"}},  // the part stays as it was typed
      {"{}年度项目自评表", "    年度项目自评表", {""}},
      {"部门：{}（盖章）", "部门：示例局 (盖章)", {"示例局"}},
      {"{编码}-{名称}", "101001-示例-分局", {"101001", "示例-分局"}},
      {"[{编码}]{名称}", "[105]示例部", {"105", "示例部"}},
      {"{编码} {名称}", "133001　示例单位 二科", {"133001", "示例单位 二科"}},
      {"{}", "  整格都是 ", {"整格都是"}},
      {"共{}个，完成{完成数}个", "", {}},  // told apart below: this one does not fit
  }));
  CAPTURE(c.pattern, c.text);
  const auto pattern = Pattern::parse(c.pattern);
  REQUIRE(pattern);
  const auto parts = pattern->match(c.text);
  if (c.parts.empty())
    CHECK_FALSE(parts);
  else
    CHECK((parts && *parts == c.parts));
}

TEST_CASE("text that is not the pattern's gives no parts", "[mapping]") {
  const auto grade = *Pattern::parse("等级：{}");
  CHECK_FALSE(grade.match("优"));
  CHECK_FALSE(grade.match(""));
  CHECK_FALSE(grade.match("等级"));
  CHECK_FALSE(Pattern::parse("{}年度自评表")->match("2021年度自评表（续）"));
  CHECK_FALSE(Pattern::parse("{编码} {名称}")->match("133001示例单位"));
}

TEST_CASE("the text after a part is looked for from the left, the last one at the very end",
          "[mapping]") {
  CHECK(*Pattern::parse("{}分")->match("10分，另加5分") == Parts{"10分，另加5"});
  CHECK(*Pattern::parse("{甲}，{乙}分")->match("10分，另加，5分") == Parts{"10分", "另加，5"});
}

TEST_CASE("braces that do not match make no pattern", "[mapping]") {
  const auto text = GENERATE(as<std::string>(), "等级：{", "等级：}", "{{}}", "没有花括号", "",
                             "{编码}{名称}", "{编码}{名称}-");
  CAPTURE(text);
  CHECK_FALSE(Pattern::parse(text));
}

TEST_CASE("filling puts the parts between the words as the pattern has them", "[mapping]") {
  const auto pattern = *Pattern::parse("{单位编码}-{单位名称}（盖章）");
  CHECK(pattern.fill({"101001", "示例单位"}) == "101001-示例单位（盖章）");
  CHECK(pattern.fill({"101001"}) == "101001-（盖章）");
  CHECK(pattern.names() == Parts{"单位编码", "单位名称"});
  CHECK(pattern.literals() == Parts{"", "-", "（盖章）"});
  CHECK(pattern.match(pattern.fill({"101001", "示例单位"})) == Parts{"101001", "示例单位"});
}
