#include "mapping/load/toml_syntax.h"

#include <catch2/catch.hpp>

#include "mapping/mapping_folder.h"

using namespace huizong::mapping;

TEST_CASE("a file that is no TOML is told what to mend, in the first place that is wrong",
          "[mapping]") {
  struct Case {
    const char* toml;
    const char* told;
  };
  const auto c = GENERATE(values<Case>({
      // full-width signs outside quotes
      {R"toml(id = “XM”
)toml",
       R"told(自评表.toml:1:6: 这里的 “ 是全角标点，引号之外要用半角
  1 | id = “XM”
    |      ^^
  提示: 请改成半角的 "
)told"},
      // a key written twice
      {R"toml(id = "XM"
id = "XN"
)toml",
       R"told(自评表.toml:2:6: 这个键前面已经写过，一个键只能写一次
  2 | id = "XN"
    |      ^
  提示: 请删去一处；要写多项的用 [[…]]
)told"},
      // a quote left open
      {R"toml(id = "XM
)toml",
       R"told(自评表.toml:1:9: 这一行的引号没有配对
  1 | id = "XM
    |         ^
  提示: 请补上右边的半角引号 "
)told"},
      // a bracket left open
      {R"toml(fields = [
  { name = "甲" }
)toml",
       R"told(自评表.toml:2:18: 到文件末尾还有括号或引号没有配对
  2 |   { name = "甲" }
    |                  ^
  提示: 请从最后改动的地方往前检查 [ { " 是否都有另一半
)told"},
      // text without quotes
      {R"toml(id = XM
)toml",
       R"told(自评表.toml:1:6: 等号右边的写法不对：文字要加引号，数照写，真假写 true 或 false
  1 | id = XM
    |      ^
  提示: 文字请写成 "…"
)told"},
      // two keys on a line
      {R"toml(id = "XM" title = "x"
)toml",
       R"told(自评表.toml:1:11: 一行只写一个键，这里多了内容
  1 | id = "XM" title = "x"
    |           ^
  提示: 请另起一行
)told"},
      // a code with its zeros but no quotes
      {R"toml(id = 0101
)toml",
       R"told(自评表.toml:1:10: 数不能以 0 开头
  1 | id = 0101
    |          ^
  提示: 编码请加引号，写成 "0101" 这样
)told"},
      // a comma left out
      {R"toml(contains = ["甲" "乙"]
)toml",
       R"told(自评表.toml:1:17: 这里缺逗号或右括号
  1 | contains = ["甲" "乙"]
    |                  ^
  提示: 列表和 { } 里各项之间用半角逗号分开
)told"},
      // a backslash
      {R"toml(say = "A\乙"
)toml",
       R"told(自评表.toml:1:10: 双引号里的反斜杠 \ 另有意思
  1 | say = "A\乙"
    |          ^^
  提示: 请把这段文字改放在单引号 '…' 里
)told"},
      // a key without value
      {R"toml(id =
)toml",
       R"told(自评表.toml:1:5: 等号右边没有内容
  1 | id =
    |     ^
  提示: 请写上内容，或删去这一行
)told"},
      // a date that is none
      {R"toml(date = 2022-3-15
)toml",
       R"told(自评表.toml:1:14: 日期写得不对
  1 | date = 2022-3-15
    |              ^
  提示: 请写成 "2022-03-15" 这样
)told"},
      // what no one foresaw
      {R"toml(= 5
)toml",
       R"told(自评表.toml:1:1: 这里不合 TOML 的写法（Error while parsing root table: expected keys, tables, whitespace or comments, saw '='）
  1 | = 5
    | ^
  提示: 请对照 mappings/README.md 的第一节
)told"},
  }));
  CHECK(MappingFolder().slips(c.toml) == c.told);
}
