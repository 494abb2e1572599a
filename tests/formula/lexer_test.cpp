#include "formula/lexer.h"

#include <catch2/catch.hpp>

namespace huizong::formula {
namespace {

std::string words(std::string_view text) {
  std::string list;
  for (const Token& t : tokens_of(text)) {
    if (t.kind == Token::Kind::End) break;
    list +=
        (list.empty() ? "" : "|") + (t.kind == Token::Kind::Number ? t.number.to_string() : t.text);
  }
  return list;
}

std::string complaint(std::string_view text) {
  try {
    tokens_of(text);
  } catch (const SyntaxError& e) {
    const auto& m = e.mistake();
    return fmt::format("{}+{} {} -> {}", m.span.column, m.span.length, m.message.zh, m.hint.zh);
  }
  return "no complaint";
}

}  // namespace

TEST_CASE("an expression is cut into names, numbers, texts and signs", "[formula]") {
  struct Case {
    const char* text;
    const char* want;
  };
  const auto c = GENERATE(values<Case>({
      {"资金.合计.全年执行数 / 资金.合计.全年预算数",
       "资金|.|合计|.|全年执行数|/|资金|.|合计|.|全年预算数"},
      {"[1-7月执行数]+[a.b]", "1-7月执行数|+|a.b"},
      {"[甲]]乙]", "甲]乙"},
      {"a<=b", "a|<=|b"},
      {"a<>b>=c<d", "a|<>|b|>=|c|<|d"},
      {"BMJS!支出.合计", "BMJS|!|支出|.|合计"},
      {"资金.$+$1", "资金|.|$|+|$1"},
      {"\"优\"&\"a\"\"b\"", "优|&|a\"b"},
      {"\"\"", ""},
      {"1.50+.5+2e3+1E-2+5.", "1.5|+|0.5|+|2000|+|0.01|+|5"},
      {"a:b", "a|:|b"},
      {"_x1", "_x1"},
      {" \t\n　a\xC2\xA0", "a"},
      {"", ""},
  }));
  CAPTURE(c.text);
  CHECK(words(c.text) == c.want);
}

TEST_CASE("full-width signs are folded, but not in quotes and brackets", "[formula]") {
  CHECK(words("ＲＯＵＮＤ（执行数＋１０％，２）＝a") == "ＲＯＵＮＤ|(|执行数|+|10|%|,|2|)|=|a");
  CHECK(words("［完成率（％）]") == "完成率（％）");
  CHECK(words("\"（％）\"") == "（％）");
}

TEST_CASE("columns count characters", "[formula]") {
  const auto tokens = tokens_of("全年执行数 / \"优\" + [甲 乙]");
  REQUIRE(tokens.size() == 6);
  CHECK(tokens[0].span.column == 1);
  CHECK(tokens[0].span.length == 5);
  CHECK(tokens[1].span.column == 7);
  CHECK(tokens[2].span.column == 9);
  CHECK(tokens[2].span.length == 3);
  CHECK(tokens[4].span.column == 15);
  CHECK(tokens[4].span.length == 5);
}

TEST_CASE("what is no token is named, with what to write instead", "[formula]") {
  struct Case {
    const char* text;
    const char* want;
  };
  const auto c = GENERATE(values<Case>({
      {"a=“优”", "3+1 无法识别的字符““” -> 文字用半角引号括起，例如 \"优\""},
      {"a×b", "2+1 无法识别的字符“×” -> 乘号写作 *"},
      {"a≥b", "2+1 无法识别的字符“≥” -> 写作 >="},
      {"SUM(a、b)", "6+1 无法识别的字符“、” -> 参数之间用逗号隔开"},
      {"SUM(a；b)", "6+1 无法识别的字符“；” -> 参数之间用逗号隔开"},
      {"a#b", "2+1 无法识别的字符“#” -> 名称里有这个符号时，整个名称用 [ ] 括起"},
      {"1-7月执行数",
       "3+5 “7月执行数”不是数，也不能作名称 -> 以数字开头的名称用方括号括起：[7月执行数]"},
      {"1.2.3", "1+5 “1.2.3”不是数，也不能作名称 -> 以数字开头的名称用方括号括起：[1.2.3]"},
      {"a+\"优", "3+1 引号没有成对 -> 在文字后面加上半角引号"},
      {"a+[优", "3+1 方括号没有成对 -> 在名称后面加上 ]"},
      {"[ ]", "1+3 方括号里没有名称 -> 写上名称，例如 [1-7月执行数]"},
      {"1e400", "1+5 数“1e400”太大 -> 请改小"},
      {"a\xFF", "2+1 无法识别的字符“\xFF” -> 名称里有这个符号时，整个名称用 [ ] 括起"},
  }));
  CAPTURE(c.text);
  CHECK(complaint(c.text) == c.want);
}

TEST_CASE("a name that is no plain word needs brackets", "[formula]") {
  CHECK(is_plain_name("全年预算数"));
  CHECK(is_plain_name("A_1"));
  CHECK_FALSE(is_plain_name(""));
  CHECK_FALSE(is_plain_name("1月"));
  CHECK_FALSE(is_plain_name("１月"));
  CHECK_FALSE(is_plain_name("完成率(%)"));
  CHECK_FALSE(is_plain_name("True"));
}

}  // namespace huizong::formula
