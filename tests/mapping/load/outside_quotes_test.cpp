#include "mapping/load/outside_quotes.h"

#include <catch2/catch.hpp>

#include "mapping/mapping_folder.h"

using namespace huizong::mapping;

TEST_CASE("every line with a full-width sign or words without quotes, in one go", "[mapping]") {
  CHECK(MappingFolder().slips(R"toml(id = “新表”
title ＝ "自评表"
name = 单位
list = ["甲"，"乙"]
rows = { 5 = 合计 }
money = "元"　# 注“x”
)toml") ==
        R"told(自评表.toml:1:6: 这里的 “ 是全角标点，引号之外要用半角
  1 | id = “新表”
    |      ^^
  提示: 请改成半角的 "
自评表.toml:2:7: 这里的 ＝ 是全角标点，引号之外要用半角
  2 | title ＝ "自评表"
    |       ^^
  提示: 请改成半角的 =
自评表.toml:3:8: 文字“单位”要加引号
  3 | name = 单位
    |        ^^^^
  提示: 请写成 "单位"
自评表.toml:4:12: 这里的 ， 是全角标点，引号之外要用半角
  4 | list = ["甲"，"乙"]
    |             ^^
  提示: 请改成半角的 ,
自评表.toml:5:14: 文字“合计”要加引号
  5 | rows = { 5 = 合计 }
    |              ^^^^
  提示: 请写成 "合计"
自评表.toml:6:12: 这里有一个全角空格或看不见的字符
  6 | money = "元"　# 注“x”
    |             ^^
  提示: 请删去它，要空格就用半角的
)told");
}

TEST_CASE("quotes are followed over lines", "[mapping]") {
  CHECK(MappingFolder().slips(R"toml(a = """
甲 “乙” \
  、丙 # 丁
"""
b = '''“'''
c = 甲
)toml") ==
        R"told(自评表.toml:6:5: 文字“甲”要加引号
  6 | c = 甲
    |     ^^
  提示: 请写成 "甲"
)told");
}
