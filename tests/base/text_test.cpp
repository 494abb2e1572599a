#include "base/text.h"

#include <catch2/catch.hpp>

using namespace huizong;

TEST_CASE("labels compare with width and blanks folded", "[base]") {
  CHECK(fold_label("　年度资金　总额 （万元）\n") == "年度资金总额(万元)");
  CHECK(without_unit("年度资金总额(万元)") == "年度资金总额");
  CHECK(without_unit("得分(分值×执行率)") == "得分(分值×执行率)");
  CHECK(without_unit("(万元)") == "(万元)");
  CHECK(fold_width("１２３４．５６％") == "1234.56%");
}

TEST_CASE("blanks of every kind are taken off", "[base]") {
  CHECK(trimmed("\u3000\u00A0 示例单位\t\n") == "示例单位");
  CHECK(trimmed(" \u3000").empty());
}

TEST_CASE("a list in one cell is split at Chinese and plain marks", "[base]") {
  CHECK(split("一中；二中; 三中、 ", "；;、") == std::vector<std::string>{"一中", "二中", "三中"});
}

TEST_CASE("Chinese takes two columns on a terminal", "[base]") {
  CHECK(display_width("财政局abc") == 9);
  CHECK(display_width("“优”") == 6);
  CHECK(padded("单位", 6) == "单位  ");
  CHECK(padded("单位名称", 5) == "单位 ");
}

TEST_CASE("a misspelt name finds its neighbour", "[base]") {
  CHECK(nearest("执行律", {"年初预算数", "执行率", "总分"}) == "执行率");
  CHECK(nearest("完全不同", {"年初预算数", "总分"}) == "");
}

TEST_CASE("bytes that are no UTF-8 are told and survive", "[base]") {
  CHECK(is_utf8("财政"));
  CHECK_FALSE(is_utf8("\xB2\xC6\xD5\xFE"));  // 财政 in GBK
  CHECK(fold_width("\xB2\xC6") == "\xB2\xC6");
}

TEST_CASE("a file's name cannot steer the terminal", "[base]") {
  CHECK(without_controls("报\x1b[2J送\n表") == "报�[2J送�表");
  CHECK(without_controls("\xB2\xC6.xlsx") == "��.xlsx");
  CHECK(without_controls("“正常”、①.xlsx") == "“正常”、①.xlsx");
}
