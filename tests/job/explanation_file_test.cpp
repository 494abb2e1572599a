// 出错说明 as offices save it: what they wrote is read as they meant it, or not at all.

#include "job/explanation_file.h"

#include <catch2/catch.hpp>

#include "base/diagnostic.h"
#include "support/package_builder.h"
#include "support/support.h"
#include "xlsx/writer.h"

using namespace huizong;
using model::Explanation;

namespace {

/// One warning a row, "编码 项目 规则 说明 审批人" being what a test is about.
struct Row {
  const char *unit, *item, *rule, *text, *approver;
};

const std::vector<Row> kOne = {{"030", "", "SZ-001", "已核", "科长"}};

model::BudgetUnit unit(const char* code, const char* name) {
  model::BudgetUnit unit;
  unit.code = code;
  unit.name = name;
  return unit;
}

class OfficeBook {
 public:
  xlsx::SheetWriter& sheet(const char* name, const std::vector<Row>& rows) {
    xlsx::SheetWriter& sheet = book.add_sheet(name);
    int col = 0;
    for (const auto& column : job::explanation_columns()) {
      sheet.text({2, col}, column.heading, plain);
      for (std::size_t i = 0; i < rows.size(); ++i) {
        const CellRef at{3 + static_cast<int>(i), col};
        const Row& r = rows[i];
        if (column.cell == &Explanation::unit) sheet.text(at, r.unit, plain);
        if (column.cell == &Explanation::unit_name)
          sheet.text(at, r.unit == std::string("31") ? "丙局" : "甲局", plain);
        if (column.cell == &Explanation::item) sheet.text(at, r.item, plain);
        if (column.cell == &Explanation::rule) sheet.text(at, r.rule, plain);
        if (column.cell == &Explanation::text) sheet.text(at, r.text, plain);
        if (column.cell == &Explanation::approver) sheet.text(at, r.approver, plain);
      }
      ++col;
    }
    return sheet;
  }
  /// Its rows as they are read, or why the job stops.
  std::string told() {
    testing::write_file(folder / "出错说明.xlsx", book.package());
    return told_of_file();
  }
  std::string told_of_file() const {
    try {
      std::string text;
      for (const Explanation& e : load().rows) {
        text += e.unit + "|" + e.item + "|" + e.text + "|" + e.approver;
        text += (e.unclear.empty() ? "" : " ?" + e.unclear.zh) + "\n";
      }
      return text;
    } catch (const Mistakes& mistakes) {
      std::string text;
      for (Mistake mistake : mistakes.list()) {
        mistake.place.file = "出错说明.xlsx";
        text += describe(mistake, Lang::Zh);
      }
      return text;
    }
  }

  job::ExplanationFile load() const {
    return job::load_explanations(folder / "出错说明.xlsx", units);
  }

  testing::TempFolder folder;
  xlsx::Writer book{{.title = "", .date = ""}};
  xlsx::StyleId plain = book.style({});
  model::UnitList units{{unit("030", "甲局"), unit("0031", "乙局"), unit("031", "丙局")}};
};

const std::string kWayOut =
    "  提示: 请改好后再运行；要重新开始，请先把它改名移走，程序会另建一份，不会改动原来的\n";

}  // namespace

TEST_CASE("a sheet put before ours, and a copy behind it, do not hide it", "[job]") {
  OfficeBook office;
  office.book.add_sheet("通讯录").text({0, 0}, "联系人", office.plain);
  office.sheet("出错说明", kOne);
  office.sheet("出错说明 (2)", {{"030", "", "SZ-001", "旧的说明", "科长"}});
  CHECK(office.told() == "030||已核|科长\n");
}

TEST_CASE("of two sheets alike, neither called by our name, none is guessed at", "[job]") {
  OfficeBook office;
  office.sheet("甲", kOne);
  office.sheet("乙", kOne);
  CHECK(office.told() ==
        "出错说明.xlsx: 工作表 甲、乙 都像出错说明，分不清以哪一张为准\n"
        "  提示: 请只留一张，或把为准的那一张改名为“出错说明”\n");
}

TEST_CASE("our sheet with a heading lost is not passed over for an old copy", "[job]") {
  OfficeBook office;
  office.sheet("备份", kOne);
  office.sheet("出错说明", kOne).text({2, 11}, "负责人", office.plain);
  CHECK(office.told() == "出错说明.xlsx: 工作表“出错说明”前 10 行里的表头缺：审批人\n" + kWayOut);
}

TEST_CASE("a second column 说明 is told by its cell, not passed over", "[job]") {
  OfficeBook office;
  office.sheet("出错说明", kOne).text({2, 16}, "说 明", office.plain);
  CHECK(office.told() ==
        "出错说明.xlsx: 出错说明 › Q3：“说 明”这一列有两个\n"
        "  提示: 请留一列，另一列换个名字\n");
}

TEST_CASE("a formula without its result, and an error value, explain nothing", "[job]") {
  // As openpyxl saves a formula, and as Excel saves one that failed.
  std::string headings, row;
  char col = 'A';
  for (const auto& column : job::explanation_columns()) {
    const auto cell = [&](int at, const std::string& rest) {
      return fmt::format("<c r=\"{}{}\"{}</c>", col, at, rest);
    };
    const auto text = [](const char* words) {
      return fmt::format(" t=\"inlineStr\"><is><t>{}</t></is>", words);
    };
    headings += cell(1, text(column.heading));
    if (column.cell == &Explanation::rule) row += cell(2, text("SZ-001"));
    if (column.cell == &Explanation::text) row += cell(2, "><f>K1&amp;\"同上\"</f>");
    if (column.cell == &Explanation::approver)
      row += cell(2, " t=\"e\"><f>VLOOKUP(A2,P:Q,2,0)</f><v>#N/A</v>");
    ++col;
  }
  OfficeBook office;
  testing::write_file(
      office.folder / "出错说明.xlsx",
      testing::simple_workbook("<row r=\"1\">" + headings + "</row><row r=\"2\">" + row +
                               "</row><row r=\"9\"><c r=\"K9\"><f>1+1</f></c></row>"));
  CHECK(office.told_of_file() ==
        "出错说明.xlsx: Sheet1 › K2：公式没有存下结果\n"
        "  提示: 请用 Excel 或 WPS 打开出错说明，保存一次\n"
        "出错说明.xlsx: Sheet1 › L2：单元格是错误值 #N/A\n"
        "  提示: 请改成实际内容\n");
}

TEST_CASE("a code that Excel made a number is the unit's where only one can be meant", "[job]") {
  OfficeBook office;
  auto& sheet = office.sheet("出错说明", {{"030", "", "SZ-001", "已核", "科长"},
                                          {"31", "", "SZ-001", "已核", "科长"},
                                          {"31", "", "SZ-001", "已核", "科长"},
                                          {"999", "", "SZ-001", "已核", "科长"},
                                          {"030", "", "", "已核", "科长"},
                                          {"030", "", "SZ-001", "已核", "科长"}});
  sheet.number({3, 0}, Decimal(30), office.plain);
  sheet.number({4, 0}, Decimal(31), office.plain);
  sheet.text({5, 1}, "已改名", office.plain);
  sheet.number({8, 2}, *Decimal::parse("530000210000000000000"), office.plain);
  CHECK(office.told() ==
        "030||已核|科长\n"
        "031||已核|科长\n"
        "31||已核|科长 ?编码“31”不是单位名录里的编码，或分不清是哪一个\n"
        "999||已核|科长 ?编码“999”不是单位名录里的编码，或分不清是哪一个\n"
        "030||已核|科长 ?这一行没有规则编号，不知说明的是哪一条\n"
        "030|530000210000000000000|已核|科长 "
        "?项目“530000210000000000000”变成了数，位数太多，已经不准\n");
}

TEST_CASE("an explanation written over both columns names nobody who approved it", "[job]") {
  OfficeBook office;
  auto& sheet = office.sheet("出错说明", {{"030", "", "SZ-001", "", ""}});
  sheet.merged({{3, 10}, {3, 11}}, "已核实，无误", office.plain);
  CHECK(office.told() == "030||已核实，无误|\n");
}

TEST_CASE("lines of the office's own below the list are left alone", "[job]") {
  OfficeBook office;
  auto& sheet = office.sheet("出错说明", kOne);
  sheet.text({7, 10}, "填表人：", office.plain);
  CHECK(office.told() == "030||已核|科长\n");
  CHECK(office.load().taken_rows == std::set<int>{2, 3, 7});
}
