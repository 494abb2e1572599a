#include "report/filled_form.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "derive/derive.h"
#include "mapping/extract.h"
#include "mapping/mapping.h"
#include "support/package_builder.h"
#include "support/sample_submission.h"
#include "support/support.h"
#include "xlsx/package/package.h"
#include "xlsx/patcher.h"
#include "xlsx/reader.h"

namespace huizong::report {
namespace {

const mapping::Mapping& self_evaluation() {
  static const auto mapping =
      mapping::load_mapping(testing::project_file("mappings/部门整体支出绩效自评表.toml"));
  return mapping;
}

model::Submission derived(model::Submission submission,
                          const mapping::Mapping& mapping = self_evaluation()) {
  derive::derive(submission, mapping.definitions);
  return submission;
}

xlsx::Workbook filled(const model::Submission& submission,
                      const mapping::Mapping& mapping = self_evaluation()) {
  return xlsx::read_workbook(xlsx::Package(filled_form({}, mapping, submission).bytes));
}

std::string formula_at(const Output& output, const std::string& cell) {
  const std::string sheet = testing::part_of(output.bytes, "xl/worksheets/sheet1.xml");
  const auto at = sheet.find("<c r=\"" + cell + "\"");
  const auto from = sheet.find("<f>", at) + 3;
  return sheet.substr(from, sheet.find("</f>", from) - from);
}

}  // namespace

TEST_CASE("a form that cannot be filled says whose rows its template cannot take, each cause once",
          "[report]") {
  // Only the sentence about the template came, and only one a run: nobody knew which unit to ask.
  const testing::TempFolder folder;
  auto mapping = self_evaluation();
  testing::Parts parts;
  const auto blank = testing::read_file(mapping.template_file);
  for (const auto& name : testing::part_names(blank))
    parts.push_back({name, testing::part_of(blank, name)});
  std::string book = testing::part_of(blank, "xl/workbook.xml");
  const std::string sheet = mapping.blank.sheets[0].name;
  book.insert(book.find("</sheets>") + 9, "<definedNames><definedName name=\"末行\">'" + sheet +
                                              "'!$H$21</definedName></definedNames>");
  testing::set_part(parts, "xl/workbook.xml", book);
  mapping.template_file = folder / "表样.xlsx";
  testing::write_file(mapping.template_file, testing::zip_package(parts));

  std::vector<Unfilled> refused;
  for (const char* unit : {"101001", "101002"}) {
    auto submission = derived(testing::sample_submission());
    submission.key.unit = unit;
    try {
      filled_form({}, mapping, submission);
    } catch (const Unfilled& unfilled) {
      refused.push_back(unfilled);
    }
  }
  REQUIRE(refused.size() == 2);
  const std::string cause = "表样“" + sheet + "”有定义名称“末行”（'" + sheet +
                            "'!$H$21），它引用了要减去的行，增减行后会出错；请在表样中去掉。";
  CHECK(refused[1].message().zh ==
        "101002 示例单位的《部门整体支出绩效自评表》填不了（“绩效指标”要 3 行，表样有 10 行）：" +
            cause);
  CHECK(sentences_of(refused).zh ==
        "101001 示例单位的《部门整体支出绩效自评表》等 2 份填不了（“绩效指标”要 3 行，表样有 10 "
        "行）：" +
            cause);
  CHECK(sentences_of(refused).en ==
        "部门整体支出绩效自评表 of 101001 示例单位 and 1 more cannot be filled (\"绩效指标\" needs "
        "3 rows, "
        "the template has 10): The template's sheet \"" +
            sheet + "\" has the defined name \"末行\" ('" + sheet +
            "'!$H$21), which speaks of rows that are to be dropped and would go wrong; take it out "
            "of "
            "the template.");
}

TEST_CASE("a unit's form: inputs as reported, derived figures as formulas with their values",
          "[report]") {
  const auto submission = derived(testing::sample_submission());
  const auto output = filled_form({}, self_evaluation(), submission);
  CHECK(output.path == "输出/填表/101001_示例单位.xlsx");
  CHECK(output.kind == "filled");
  const auto book = xlsx::read_workbook(xlsx::Package(output.bytes));
  const auto& sheet = book.sheets[0];
  const auto at = [&](const char* cell) { return sheet.text_at(*parse_cell_ref(cell)); };
  CHECK(at("E5") == "100");
  CHECK(at("G8") == "5");
  CHECK(at("I5") == "0.95");
  CHECK(at("K5") == "9.5");
  CHECK(at("D12") == "执法案件数");
  CHECK(at("I14") == "30");
  CHECK(at("I15") == "99.5");
  CHECK(at("J15") == "等级：优");
  CHECK(formula_at(output, "I15") ==
        "IF(OR(COUNT(I12:I14)=0,COUNT(K5,I12:I14)&lt;COUNTA(K5,I12:I14)),\"\",ROUND(K5+SUM(I12:I14)"
        ",2))");
  CHECK(formula_at(output, "J15") ==
        "\"等级：\"&amp;IF(COUNT(I15)=0,\"\",IF(I15&gt;=90,\"优\",IF(I15&gt;=80,\"良\",IF(I15&gt;="
        "60,\"中\",IF(I15&gt;=0,\"差\",\"\")))))");
}

TEST_CASE("indicators of one group stand under one merged cell again", "[report]") {
  const auto sheet = filled(derived(testing::sample_submission())).sheets[0];
  CHECK(sheet.extent({11, 1}) == CellRange{{11, 1}, {12, 1}});
  CHECK(sheet.extent({13, 1}) == CellRange{{13, 1}, {13, 1}});
  CHECK(sheet.text_at({12, 1}).empty());
}

TEST_CASE("what cannot be computed is empty on the form, and the formula agrees", "[report]") {
  auto submission = testing::sample_submission();
  testing::put(submission, "资金.合计.全年预算数", "");
  const auto sheet = filled(derived(submission)).sheets[0];
  CHECK(sheet.text_at({4, 5}).empty());
  CHECK(sheet.text_at({4, 8}).empty());
  CHECK(sheet.text_at({14, 8}).empty());
  CHECK(sheet.text_at({14, 9}) == "等级：");
}

TEST_CASE("marks for not applicable are written as they stood", "[report]") {
  auto submission = testing::sample_submission();
  auto& figure = submission.figures.at("资金.其他资金.全年预算数");
  figure.value = model::Blank{true};
  figure.raw = "——";
  CHECK(filled(derived(submission)).sheets[0].text_at({7, 5}) == "——");
}

TEST_CASE("a project's form has its name in the file's, fit for Windows", "[report]") {
  auto submission = derived(testing::sample_submission());
  submission.key.item = "城管/路灯: 一期?";
  CHECK(filled_form({}, self_evaluation(), submission).path ==
        "输出/填表/101001_示例单位_城管_路灯_ 一期_.xlsx");
}

TEST_CASE("long text gets the room it needs, and no row is made lower", "[report]") {
  auto submission = testing::sample_submission();
  auto& figure = submission.tables.at("绩效指标").rows[0].columns.at("三级指标");
  std::string text;
  for (int i = 0; i < 12; ++i) text += "全年查处违法建设案件";
  figure.value = text;
  figure.raw = text;
  const auto output = filled_form({}, self_evaluation(), derived(submission));
  const xlsx::Patcher blank(testing::read_file(self_evaluation().template_file));
  const xlsx::Patcher form(output.bytes);
  CHECK(form.row_height(0, 11) > blank.row_height(0, 11) + 20);
  for (int row = 0; row < 11; ++row) CHECK(form.row_height(0, row) >= blank.row_height(0, row));
}

TEST_CASE("only the sheet, the strings and the workbook differ from the blank form", "[report]") {
  const auto before = testing::read_file(self_evaluation().template_file);
  const auto output = filled_form({}, self_evaluation(), derived(testing::sample_submission()));
  auto names = testing::part_names(before);
  std::set<std::string> may_differ = {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml",
                                      "xl/workbook.xml"};
  if (std::find(names.begin(), names.end(), "xl/sharedStrings.xml") == names.end()) {
    names.push_back("xl/sharedStrings.xml");  // comes to a form whose texts are inside the sheet
    may_differ.insert({"[Content_Types].xml", "xl/_rels/workbook.xml.rels"});
  }
  CHECK(testing::part_names(output.bytes) == names);
  for (const auto& name : testing::part_names(before)) {
    if (may_differ.contains(name)) continue;
    CAPTURE(name);
    CHECK(testing::part_of(before, name) == testing::part_of(output.bytes, name));
  }
}

TEST_CASE("what is filled in is read back as it was", "[report]") {
  auto submission = testing::sample_submission();
  const int indicators = GENERATE(1, 3, 10, 23);
  auto& rows = submission.tables.at("绩效指标").rows;
  const auto row = rows.back();
  rows.resize(static_cast<std::size_t>(std::min(indicators, 3)));
  while (static_cast<int>(rows.size()) < indicators) rows.push_back(row);
  const auto book = filled(derived(submission));
  const model::UnitList units({{"101001", "示例单位", "", {}, "", {}, std::nullopt, ""}});
  const auto read = mapping::extract(self_evaluation(), book, mapping::Recognised(0), "x.xlsx",
                                     {units, 2021, {"cell", "file"}})
                        .submission;
  for (const auto& [path, figure] : submission.figures) {
    CAPTURE(path);
    const auto* again = read.find(path);
    REQUIRE(again != nullptr);
    if (path != "填报总分" && path != "填报等级") CHECK(again->value == figure.value);
  }
  const auto& again = read.tables.at("绩效指标").rows;
  REQUIRE(again.size() == rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (const auto& [column, figure] : rows[i].columns) {
      if (column == "一级指标.权重") continue;  // this sample's label has none
      CAPTURE(i, column);
      CHECK(again[i].columns.at(column).value == figure.value);
    }
  }
}

namespace {

model::Figure figure(const char* text, model::Value value) {
  model::Figure f;
  f.raw = text;
  f.value = std::move(value);
  return f;
}

/// A form of its own: words around a part, a rate in percent, two tables side by side.
struct OddForm {
  testing::TempFolder folder;
  mapping::Mapping mapping;
  model::Submission submission;

  OddForm() {
    testing::write_file(
        folder / "表样.xlsx",
        testing::simple_workbook(
            R"(<row r="1"><c r="A1" t="inlineStr"><is><t>部门：____</t></is></c><c r="B1" t="inlineStr"><is><t>等级：</t></is></c></row>)"
            R"(<row r="2"><c r="B2"><v>7</v></c></row><row r="3"><c r="D3"><f>1+1</f><v>2</v></c></row>)"
            R"(<row r="5"/><row r="6"><c r="A6" t="inlineStr"><is><t>注</t></is></c></row>)"));
    mapping.template_file = folder / "表样.xlsx";
    mapping.blank = xlsx::read_workbook(mapping.template_file);
    mapping.sheets.emplace_back();
    const auto field = [&](const char* name, CellRef cell, mapping::Typing typing,
                           const char* pattern) {
      mapping.sheets[0].fields.push_back({name, cell, typing, mapping::KeyPart::None, {}, false});
      if (pattern != nullptr)
        mapping.sheets[0].fields.back().patterns.push_back(*mapping::Pattern::parse(pattern));
    };
    field("部门", {0, 0}, {}, "部门：{}");
    field("等级", {0, 1}, {}, "等级：{}");
    field("预算", {1, 0}, {model::FieldType::Money}, nullptr);
    field("执行", {1, 1}, {model::FieldType::Money}, nullptr);
    field("率", {2, 0}, {model::FieldType::Percent, true}, nullptr);
    field("代码", {2, 2}, {model::FieldType::Code}, nullptr);
    field("自带公式", {2, 3}, {model::FieldType::Number}, nullptr);
    mapping.sheets[0].tables.push_back({{"左", {{"名称", 0, {}, false, false}}}, 4, 4, {}});
    mapping.sheets[0].tables.push_back(
        {{"右", {{"金额", 2, {model::FieldType::Money}, false, false}}}, 4, 4, {}});
    const auto derived = [&](const char* name, const char* expr, int digits, const char* reported) {
      mapping.definitions.derived.push_back({name, formula::parse(expr), {}, digits, "", reported});
    };
    derived("差额", "预算 - 执行", 2, "");
    derived("执行率", "(预算 - 差额) / 预算", 4, "率");
    derived("评级", "执行率", 2, "等级");
    mapping.definitions.derived.back().bands = {{"优", Decimal(0), false, true}};
    submission.key.unit = "1";
    submission.unit_name = "甲";
    submission.figures["预算"] = figure("200", Decimal(200));
    submission.figures["执行"] = figure("190", Decimal(190));
    submission.figures["代码"] = figure("007", std::string("007"));
    submission.tables["左"].rows.resize(3);
    submission.tables["左"].rows[2].columns["名称"] = figure("丙", std::string("丙"));
    submission.tables["右"].rows.resize(2);
    submission.tables["右"].rows[0].columns["金额"] = figure("5", Decimal(5));
    derive::derive(submission, mapping.definitions);
  }
};

}  // namespace

TEST_CASE(
    "a rate kept in percent, words around a part, a figure without a cell, two tables side by side",
    "[report]") {
  OddForm form;
  form.submission.figures["部门"] = figure("部门：城管局", std::string("城管局"));
  const auto output = filled_form({}, form.mapping, form.submission);
  const auto sheet = xlsx::read_workbook(xlsx::Package(output.bytes)).sheets[0];
  CHECK(sheet.text_at({0, 0}) == "部门：城管局");
  CHECK(sheet.text_at({2, 0}) == "95");
  CHECK(sheet.text_at({2, 2}) == "007");
  CHECK(sheet.text_at({0, 1}) ==
        "等级：优");  // graded from a cell that holds 95, not 0.95: a value
  CHECK(sheet.text_at({6, 0}) == "丙");
  CHECK(sheet.text_at({4, 2}) == "5");
  CHECK(sheet.text_at({7, 0}) == "注");
  CHECK(sheet.find({2, 3})->formula);  // what the form computes itself stays
  const auto formula = formula_at(output, "A3");
  CHECK(formula.find("ROUND(") != std::string::npos);
  CHECK(formula.find("A2-B2") != std::string::npos);
  CHECK(formula.ends_with("*100,\"\")"));
}

TEST_CASE("a part left blank leaves the form's own words, a preset left blank is cleared",
          "[report]") {
  OddForm form;
  form.submission.figures["执行"] = figure("", model::Blank{});
  form.submission.figures["部门"] = figure("", model::Blank{});
  derive::derive(form.submission, form.mapping.definitions);
  const auto sheet =
      xlsx::read_workbook(xlsx::Package(filled_form({}, form.mapping, form.submission).bytes))
          .sheets[0];
  CHECK(sheet.text_at({0, 0}) == "部门：____");
  CHECK(sheet.text_at({1, 1}).empty());
}

}  // namespace huizong::report
