#include "mapping/read/ticked.h"

#include <catch2/catch.hpp>

using namespace huizong::mapping;

TEST_CASE("a tick is told from an empty box and from everything else", "[boxes]") {
  for (const char* tick : {"☑", "√", "✓", "✔", " ■ ", "●"}) CHECK(read_mark(tick) == true);
  for (const char* box : {"□", "☐", "○"}) CHECK(read_mark(box) == false);
  for (const char* other : {"", "×", "是", "√√", "R"}) CHECK_FALSE(read_mark(other));
}

TEST_CASE("the option that is ticked is chosen, wherever the box stands", "[boxes]") {
  struct Case {
    const char* text;
    const char* option;
    const char* wrong;
  };
  const auto c = GENERATE(values<Case>({
      {"☑是 ☐否", "是", ""},
      {"□是■否", "否", ""},
      {"是□ 否√", "否", ""},
      {"是（√）否（ ）", "是", ""},
      {"是（）  否（ √ ）", "否", ""},
      {"√是 否", "是", ""},
      {"是 √否", "否", ""},
      {"是√ 否", "是", ""},
      {" 否 ", "否", ""},
      {"☑不 适 用\n☐是\n☐否", "不适用", ""},
      {"☑其他", "其他", ""},
      {"☐是 ☐否", "", ""},  // nothing chosen
      {"√", "", "看不出勾的是哪一项"},
      {"是√否", "", "看不出勾的是哪一项"},
      {"☑是 ☑否", "", "选了 2 项，只能选一项"},
      {"是 否", "", "选了 2 项，只能选一项"},
      {"☑是的 ☐否", "", "“☑是的 ☐否”不是所列的选项（是、否、不适用、其他）"},
  }));
  CAPTURE(c.text);
  const Choice choice = read_choice(c.text, {"是", "否", "不适用", "其他"});
  CHECK(choice.option == c.option);
  CHECK(choice.wrong.zh == c.wrong);
}
