// Several items (项目) of a unit in one workbook: a sheet each, or below each
// other on one.

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

Mapping projects(const std::string& per) {
  const TempFolder folder;
  write_file(folder / "templates/项目自评表.xlsx", sheet_package({blank_project_form()}));
  write_file(folder / "mappings/项目.toml", project_mapping(per));
  return load_mapping(folder / "mappings/项目.toml");
}

xlsx::Workbook book(std::vector<xlsx::Sheet> sheets) {
  auto made = workbook(sheets.front());
  made.sheets = std::move(sheets);
  return made;
}

std::vector<Extracted> read(const Mapping& mapping, const xlsx::Workbook& workbook) {
  static const model::UnitList units(
      {{"101001", "示例单位", "", {}, "", {}, *Decimal::parse("500000"), ""}});
  std::vector<Extracted> forms;
  for (const Recognised& form : recognise(mapping, workbook))
    forms.push_back(extract(mapping, workbook, form, "101001.xlsx", {units, 2021}));
  return forms;
}

/// "P1 G6 100 counted 2": item, where its budget stands, the budget, how many indicators.
std::string lines(const std::vector<Extracted>& forms) {
  std::string text;
  for (const Extracted& e : forms) {
    const model::Figure* budget = e.submission.find("资金.合计.预算数");
    text += e.submission.key.item + " " + to_string(*budget->place.cell) + " " +
            model::to_string(budget->value) + (e.submission.counted ? " counted " : " out ") +
            std::to_string(e.submission.tables.at("绩效指标").rows.size()) + "\n";
    for (const model::Finding& f : e.findings)
      text += "  " + to_string(f.place) + ": " + f.rule + ": " + f.message.zh + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("each sheet that fits is a project of its own, told by its code or else its name",
          "[items]") {
  const auto workbook =
      book({named(project_form({"示例单位", "P1", "道路养护", "100"}), "项目1"),
            named(sheet("填报说明"), "说明"),
            named(project_form({"示例单位", "", "办公楼修缮", "50", "20", "2021", 5}), "项目2")});
  CHECK(lines(read(projects("sheet"), workbook)) ==
        "P1 B6 100 counted 2\n"
        "办公楼修缮 B6 50 counted 5\n");
}

TEST_CASE("copies below each other are told by their titles, whatever their length", "[items]") {
  auto sheet = project_form({"示例单位", "P1", "", "100"});
  sheet = stacked(sheet, project_form({"示例单位", "P2", "", "200", "190", "2021", 5}), 2);
  sheet = stacked(sheet, project_form({"示例单位", "P3", "", "300", "190", "2021", 1}), 0);
  const auto workbook = book({sheet});
  const auto forms = read(projects("block"), workbook);
  CHECK(lines(forms) ==
        "P1 B6 100 counted 2\n"
        "P2 B18 200 counted 5\n"
        "P3 B31 300 counted 1\n");
  CHECK(forms[1].submission.cell == CellRef{13, 0});
  CHECK(forms[1].unmapped.empty() == false);  // 附件2 above the third title
}

TEST_CASE("a project without code or name is an error and stays out of the sums", "[items]") {
  const auto workbook = book({named(project_form({"示例单位", "", "", "100"}), "项目1"),
                              named(project_form({"示例单位", "P2", "", "200"}), "项目2")});
  CHECK(lines(read(projects("sheet"), workbook)) ==
        "未写项目（项目1） B6 100 out 2\n"
        "  101001.xlsx › 项目1 › B4: XM-I-项目: "
        "没有写明是哪个项目，没有计入汇总；请填写项目编码或项目名称。\n"
        "P2 B6 200 counted 2\n");
}

TEST_CASE("a copy that has lost its title is not passed over", "[items]") {
  auto second = project_form({"示例单位", "P2", "", "200"});
  put(second, "A2", "");
  const auto workbook = book({stacked(project_form({"示例单位", "P1", "", "100"}), second)});
  const auto forms = read(projects("block"), workbook);
  REQUIRE(forms.size() == 1);
  CHECK(std::any_of(forms[0].findings.begin(), forms[0].findings.end(), [](const auto& f) {
    return f.rule == "XM-I-项目" && f.place.cell == CellRef{14, 0} &&
           f.message.zh ==
               "从这里起像是另一个项目的表，但没有标题“项目支出绩效自评表”，没有另作一份读取；请把"
               "标题补上。";
  }));
}

TEST_CASE("items need a field that tells them, and one sheet to stand on", "[items]") {
  const TempFolder folder;
  write_file(folder / "templates/项目自评表.xlsx", sheet_package({blank_project_form()}));
  const auto slips = [&](std::string toml) {
    write_file(folder / "mappings/项目.toml", toml);
    try {
      load_mapping(folder / "mappings/项目.toml");
    } catch (const Mistakes& mistakes) {
      std::string text;
      for (const Mistake& m : mistakes.list()) text += m.message.zh + "\n";
      return text;
    }
    return std::string();
  };
  std::string toml = project_mapping("sheet");
  for (std::size_t at; (at = toml.find(", key = \"item\"")) != std::string::npos;)
    toml.erase(at, 14);
  CHECK(slips(toml) == "一个工作簿有几个项目，却没有一个字段说是哪个项目\n");
  toml = project_mapping("block");
  const std::string title = "title    = \"项目支出绩效自评表\"";
  toml.replace(toml.find(title), title.size(), "title    = \"项目自评汇报单\"");
  CHECK(slips(toml) == "各项目靠标题分开，表样里却没有“项目自评汇报单”\n");
  toml = project_mapping("sheet");
  toml.replace(toml.find("key = \"unit\""), 12, "key = \"item\"");
  CHECK(slips(toml) == "key = \"item\" 最多两个：项目编码和项目名称\n");
}

TEST_CASE("a project of a ten-thousandth of the unit's money is small, not in another unit",
          "[items]") {
  Mapping mapping = projects("sheet");
  mapping.magnitude = "资金.合计.预算数";
  const auto forms =
      read(mapping, book({named(project_form({"示例单位", "P1", "", "50", "40"}), "1"),
                          named(project_form({"示例单位", "P2", "", "2000000000", "40"}), "2")}));
  CHECK(forms[0].submission.counted);
  CHECK(forms[0].findings.empty());
  CHECK_FALSE(forms[1].submission.counted);  // 4,000 times all it has
}
