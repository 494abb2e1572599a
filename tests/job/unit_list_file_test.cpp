#include "job/unit_list_file.h"

#include <catch2/catch.hpp>

#include "base/diagnostic.h"
#include "support/support.h"
#include "xlsx/writer.h"

using namespace huizong;

namespace {

/// One cell of a list: text, or a number with its format.
struct ListCell {
  const char* place;
  const char* text = "";
  const char* number = nullptr;
  const char* format = "General";
};

class ListFile {
 public:
  explicit ListFile(const std::vector<ListCell>& cells) {
    xlsx::Writer book({.title = "名录", .date = ""});
    xlsx::SheetWriter& sheet = book.add_sheet("名录");
    for (const ListCell& cell : cells) {
      xlsx::Style look;
      look.number_format = cell.format;
      const auto style = book.style(look);
      const CellRange place = *parse_cell_range(cell.place);
      if (cell.number)
        sheet.number(place.first, *Decimal::parse(cell.number), style);
      else
        sheet.merged(place, cell.text, style);
    }
    testing::write_file(file(), book.package());
  }
  std::filesystem::path file() const { return folder_ / "单位名录.xlsx"; }
  model::UnitList load() const { return job::load_unit_list(file()); }
  /// What the user is told, the file's folder left out; "" when the list is good.
  std::string slips() const {
    try {
      load();
      return "";
    } catch (const Mistakes& mistakes) {
      std::string text = mistakes.message().zh;
      const std::string folder = folder_.path().generic_string() + "/";
      for (std::size_t at; (at = text.find(folder)) != std::string::npos;)
        text.erase(at, folder.size());
      return text;
    }
  }

 private:
  testing::TempFolder folder_;
};

}  // namespace

TEST_CASE("a unit list under a title, its columns in any order", "[job]") {
  // clang-format off
  const ListFile list({
      {"A1:F1", "2021年度单位名录"},
      {"A3", "序号"}, {"B3", "单位名称"}, {"C3", "单位编码"}, {"D3", "主管部门"}, {"E3", "财政拨款（元）"},
      {"F3", "别名"}, {"G3", "应报表"}, {"H3", "期限"}, {"I3", "简称"},
      {"A4", "", "1"}, {"B4", "示例一中"}, {"C4", "001001"}, {"D4:D5", "示例教育局"}, {"E4", "", "12345678.9"},
      {"F4", "市一中；第一中学、一中"}, {"G4", "自评表;监控表"}, {"H4", "2022-03-15"}, {"I4", "示例中学"},
      {"B5", "示例二中"}, {"C5", "001002"}, {"E5", "150万元"},
      {"B6", "示例三中"}, {"C6", "001003"}});
  // clang-format on
  const model::UnitList units = list.load();
  REQUIRE(units.units().size() == 3);
  const model::BudgetUnit& first = units.units()[0];
  CHECK(first.code == "001001");
  CHECK(first.name == "示例一中");
  CHECK(first.short_name == "示例中学");
  CHECK(first.aliases == std::vector<std::string>{"市一中", "第一中学", "一中"});
  CHECK(first.department == "示例教育局");
  CHECK(first.forms == std::vector<std::string>{"自评表", "监控表"});
  CHECK(first.appropriation == *Decimal::parse("1234.56789"));
  CHECK(first.deadline == "2022-03-15");
  CHECK(units.units()[1].department == "示例教育局");  // the merge reaches over both
  CHECK(units.units()[1].appropriation == Decimal(150));
  CHECK_FALSE(units.units()[2].appropriation);
  CHECK(units.units()[2].department == "");
}

TEST_CASE("a code keeps its digits, whether it is text or a number", "[job]") {
  const ListFile list({{"A1", "编码"},
                       {"B1", "名称"},
                       {"A2", "", "101001"},
                       {"B2", "甲"},
                       {"A3", "", "1002", "000000"},
                       {"B3", "乙"},
                       {"A4", " 0101003 "},
                       {"B4", "丙"}});
  const model::UnitList units = list.load();
  CHECK(units.units().at(0).code == "101001");
  CHECK(units.units().at(1).code == "001002");
  CHECK(units.units().at(2).code == "0101003");
}

TEST_CASE("rows without content and rows with notes beside the list are no units", "[job]") {
  const ListFile list({{"A1", "编码"},
                       {"B1", "名称"},
                       {"C1", "财政拨款"},
                       {"D1", "备注"},
                       {"A2", "101"},
                       {"B2", "甲"},
                       {"C2", "", "3"},
                       {"D4", "以上单位均已核对"},
                       {"A5", "102"},
                       {"B5", "乙"},
                       {"C5", "—"}});
  const model::UnitList units = list.load();
  REQUIRE(units.units().size() == 2);
  CHECK(units.units()[0].appropriation == Decimal(3));  // 万元 where the heading says nothing
  CHECK_FALSE(units.units()[1].appropriation);
}

TEST_CASE("every slip in a unit list is told at its cell, in one go", "[job]") {
  // clang-format off
  const ListFile list({
      {"A1", "编码"}, {"B1", "名称"}, {"C1", "别名"}, {"D1", "财政拨款（万元）"},
      {"A2", "101"}, {"B2", "甲局"}, {"D2", "约300"},
      {"A3", "102"}, {"B3", "乙局"},
      {"A4", "103"}, {"C4", "丙"},
      {"B5", "丁局"},
      {"A6", "102"}, {"B6", "戊局"},
      {"A7", "104"}, {"B7", "乙　局"},
      {"A8", "105"}, {"B8", "己局"}, {"C8", "戊局、己"},
      {"A9", "", "12345678901234567"}, {"B9", "庚局"},
      {"A10", "", "1.5"}, {"B10", "辛局"},
      {"A11", "106"}, {"B11", "壬局"}, {"D11", "", "-1"},
      {"A12:A13", "107"}, {"B12", "癸局"}, {"B13", "子局"}});
  // clang-format on
  CHECK(list.slips() ==
        R"told(单位名录.xlsx: 名录 › D2：财政拨款“约300”不是金额
  提示: 请填不小于 0 的数，或留空
单位名录.xlsx: 名录 › B4：这一行没有单位名称
  提示: 请补上；不是单位的行（合计、说明）请删去
单位名录.xlsx: 名录 › A5：这一行没有单位编码
  提示: 请补上；不是单位的行（合计、说明）请删去
单位名录.xlsx: 名录 › A6：编码“102”与第 3 行重复
  提示: 一个编码只能有一家单位
单位名录.xlsx: 名录 › B7：名称“乙　局”与第 3 行重复
  提示: 名称、简称、别名要能认出是哪一家
单位名录.xlsx: 名录 › C8：名称“戊局”与第 6 行重复
  提示: 名称、简称、别名要能认出是哪一家
单位名录.xlsx: 名录 › A9：编码是数字格式，读不准
  提示: 请把这一列设为文本格式，重新填写
单位名录.xlsx: 名录 › A10：编码是数字格式，读不准
  提示: 请把这一列设为文本格式，重新填写
单位名录.xlsx: 名录 › D11：财政拨款“-1”不是金额
  提示: 请填不小于 0 的数，或留空
单位名录.xlsx: 名录 › A12：合并单元格 A12:A13 占了几行，分不清是哪一家的
  提示: 请取消合并，每家一格
单位名录.xlsx: 名录 › A13：合并单元格 A12:A13 占了几行，分不清是哪一家的
  提示: 请取消合并，每家一格
)told");
}

TEST_CASE("a list without headings says which are wanted", "[job]") {
  CHECK(ListFile({{"A1", "101"}, {"B1", "甲"}}).slips() ==
        R"told(单位名录.xlsx: 名录 › A1：前 10 行里没有同时写着“编码”和“名称”的表头
  提示: 请在单位上面一行写：编码 名称 简称 别名 主管部门 应报表 财政拨款 期限，后六项可以不要
)told");
}

TEST_CASE("a list without units, and one with a column twice", "[job]") {
  CHECK(ListFile({{"A2", "编码"}, {"B2", "名称"}}).slips() ==
        R"told(单位名录.xlsx: 名录 › A3：表头下面没有单位
)told");
  CHECK(ListFile({{"A1", "编码"}, {"B1", "名称"}, {"C1", "单位名称"}, {"A2", "101"}, {"B2", "甲"}})
            .slips() ==
        R"told(单位名录.xlsx: 名录 › C1：“单位名称”这一列有两个
  提示: 请留一列
)told");
}

TEST_CASE("a unit list that is no workbook", "[job]") {
  const testing::TempFolder folder;
  testing::write_file(folder / "单位名录.xlsx", "编码,名称\n101,甲\n");
  CHECK_THROWS_AS(job::load_unit_list(folder / "单位名录.xlsx"), Mistakes);
}
