// One form on several sheets, one of them in another unit of money.

#include <algorithm>
#include <catch2/catch.hpp>

#include "mapping/extract.h"
#include "support/budget_forms.h"
#include "support/sheet_package.h"
#include "support/sheet_text.h"
#include "support/support.h"

using namespace huizong;
using namespace huizong::mapping;
using namespace huizong::testing;

namespace {

class Folder {
 public:
  Folder() {
    write_file(folder_ / "templates/部门决算报表.xlsx", sheet_package(blank_accounts_form()));
  }
  Mapping load(const std::string& toml = accounts_mapping()) const {
    write_file(folder_ / "mappings/决算.toml", toml);
    return load_mapping(folder_ / "mappings/决算.toml");
  }
  std::string slips(const std::string& was, const std::string& now) const {
    std::string toml = accounts_mapping();
    toml.replace(toml.find(was), was.size(), now);
    try {
      load(toml);
    } catch (const Mistakes& mistakes) {
      std::string text;
      for (const Mistake& m : mistakes.list()) text += m.message.zh + "\n";
      return text;
    }
    return "";
  }

 private:
  TempFolder folder_;
};

xlsx::Workbook book(std::vector<xlsx::Sheet> sheets) {
  auto made = workbook(sheets.front());
  made.sheets = std::move(sheets);
  return made;
}

std::vector<Extracted> read(const Mapping& mapping, std::vector<xlsx::Sheet> sheets) {
  static const model::UnitList units({{"101001", "示例单位", "", {}, "", {}, std::nullopt, ""}});
  const auto workbook = book(std::move(sheets));
  std::vector<Extracted> forms;
  for (const Recognised& form : recognise(mapping, workbook))
    forms.push_back(extract(mapping, workbook, form, "101001.xlsx", {units, 2021}));
  return forms;
}

std::string place_of(const Extracted& e, const std::string& path) {
  const model::Figure* figure = e.submission.find(path);
  return figure ? figure->place.sheet.str() + "!" + to_string(*figure->place.cell) + " " +
                      model::to_string(figure->value)
                : "absent";
}

std::string findings(const Extracted& e) {
  std::string text;
  for (const model::Finding& f : e.findings)
    text += to_string(f.place) + ": " + f.rule + ": " + f.message.zh + "\n";
  return text;
}

}  // namespace

TEST_CASE("a form of three sheets is one submission, in one unit of money", "[sheets]") {
  const Folder folder;
  const Mapping m = folder.load();
  REQUIRE(m.sheets.size() == 3);
  const auto forms = read(m, accounts_form());
  REQUIRE(forms.size() == 1);
  const Extracted& e = forms.front();
  CHECK(e.submission.key.unit == "101001");
  CHECK(e.submission.form_year == 2021);
  CHECK(place_of(e, "收入.合计.决算数") == "收入决算表!C6 325.5");
  CHECK(place_of(e, "支出合计") == "支出决算表!B8 325.5");
  CHECK(place_of(e, "三公.接待.决算数") == "三公经费表!B6 0.30505");
  CHECK(e.submission.tables.at("支出").rows.size() == 4);
  CHECK(findings(e).empty());
}

TEST_CASE("sheets in another order and under other names are found by name or title", "[sheets]") {
  const Folder folder;
  auto sheets = accounts_form();
  std::swap(sheets[0], sheets[2]);
  sheets[0].name = "Sheet1";
  sheets[1].name = "02 支出决算表 ";
  sheets[2].name = "收入";
  sheets.insert(sheets.begin(), named(sheet("填表说明"), "说明"));
  const auto forms = read(folder.load(), sheets);
  REQUIRE(forms.size() == 1);
  CHECK(place_of(forms[0], "收入.合计.决算数") == "收入!C6 325.5");
  CHECK(place_of(forms[0], "支出合计") == "02 支出决算表 !B8 325.5");
  CHECK(place_of(forms[0], "三公.合计.决算数") == "Sheet1!B7 2.80505");
  CHECK(findings(forms[0]).empty());
}

TEST_CASE("a missing sheet is an error, and the others are read", "[sheets]") {
  const Folder folder;
  auto sheets = accounts_form();
  sheets.erase(sheets.begin() + 1);
  const auto forms = read(folder.load(), sheets);
  REQUIRE(forms.size() == 1);
  CHECK(findings(forms[0]) ==
        "101001.xlsx: JS-S-支出决算表: 工作簿里没有“支出决算表”这张表，它的数没有读到；请按下发的"
        "表样补上，或改回工作表的名称和标题。\n");
  CHECK(forms[0].findings[0].lost == std::vector<std::string>{"支出合计", "收支差额", "支出"});
  CHECK(place_of(forms[0], "收入.合计.决算数") == "收入决算表!C6 325.5");
  CHECK(place_of(forms[0], "支出合计") == "absent");
  CHECK(forms[0].submission.tables.empty());
  CHECK(forms[0].checks.at("JS-R-支出合计").unchecked == 1);
  CHECK(forms[0].checks.at("JS-S-支出决算表").failed == 1);
  CHECK(forms[0].checks.at("JS-S-收入决算表").passed == 1);

  sheets = accounts_form();
  sheets.erase(sheets.begin());  // with it the unit and the year
  const auto rest = read(folder.load(), sheets);
  REQUIRE(rest.size() == 1);
  CHECK(rest[0].submission.key.unit == "101001");  // by the file's name
  CHECK(rest[0].submission.form_year == 2021);     // by another sheet's title
  CHECK(rest[0].submission.counted);
}

TEST_CASE("a copy of a sheet beside it is nobody's guess", "[sheets]") {
  const Folder folder;
  auto sheets = accounts_form();
  sheets.push_back(named(sheets[2], "三公经费表 (2)"));
  CHECK(findings(read(folder.load(), sheets).front()).empty());  // the whole name comes first
  sheets[2].name = "3.三公经费表";
  CHECK(
      findings(read(folder.load(), sheets).front()) ==
      "101001.xlsx › 3.三公经费表: JS-S-三公经费表: 有几张工作表都像“三公经费表”：“3.三公经费表”、"
      "“三公经费表 (2)”，不能确定是哪一张，都没有读取；请只留一张。\n");
}

TEST_CASE("a workbook without the form's words is not the form", "[sheets]") {
  const Folder folder;
  CHECK(read(folder.load(), {named(sheet("姓名 | 工资"), "收入决算表")}).empty());
  CHECK(read(folder.load(), {named(sheet("姓名 | 工资"), "Sheet1")}).empty());
}

TEST_CASE("a unit's sheet in another unit of money than the template prints is converted",
          "[sheets]") {
  const Folder folder;
  auto sheets = accounts_form();
  put(sheets[2], "A2", "单位：万元");
  put(sheets[2], "B6", "0.30505");
  const auto forms = read(folder.load(), sheets);
  CHECK(place_of(forms[0], "三公.接待.决算数") == "三公经费表!B6 0.30505");
  CHECK(findings(forms[0]) ==
        "101001.xlsx › 三公经费表 › A2: JS-M-单位: "
        "表样这里的金额单位是元，这一份是万元，已按万元读取。\n");
}

TEST_CASE("what is wrong with a form of several sheets", "[sheets]") {
  const Folder folder;
  CHECK(folder.slips("sheet = \"三公经费表\"", "sheet = \"三公经费\"") ==
        "表样里没有工作表“三公经费”\n");
  CHECK(folder.slips("{ 4 = \"出国\"", "{ 9 = \"出国\"") ==
        "9 不在表样之内，表样“三公经费表”只用到 A1:B7\n");
  CHECK(folder.slips("[recognise]\n", "[recognise]\nsheet = \"*表\"\n") ==
        "这张表有几个工作表，[recognise] 不能再写 sheet\n");
  CHECK(folder.slips("money    = \"万元\"\n", "money    = \"万元\"\nper = \"sheet\"\n") ==
        "一个工作簿有几个项目，却没有一个字段说是哪个项目\n"
        "per = \"sheet\" 的表只能在一个工作表上\n");
  CHECK(folder.slips("type = \"text\", key = \"unit\"",
                     "type = \"text\", money = \"元\", key = \"unit\"") ==
        "这里没有金额，不用写 money\n");
  CHECK(folder.slips("\"经费支出表\"", "\"经费统计表\"") == "表样里没有“经费统计表”这几个字\n");
}
