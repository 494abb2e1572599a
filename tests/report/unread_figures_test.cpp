// Figures that could not be read, on the filled form.
//
// The bug: their cells were left blank, and a blank passes the guards of the
// formulas over them. We said 总分 is n/a, and Excel, recalculating, made 86.3 and
// 良 of the other figures.

#include <catch2/catch.hpp>
#include <random>

#include "derive/derive.h"
#include "mapping/mapping.h"
#include "report/filled_form.h"
#include "report/office_programs.h"
#include "support/package_builder.h"
#include "support/sample_submission.h"
#include "support/support.h"
#include "xlsx/package/package.h"
#include "xlsx/reader.h"

namespace huizong::report {
namespace {

const mapping::Mapping& self_evaluation() {
  static const auto mapping =
      mapping::load_mapping(testing::project_file("mappings/部门整体支出绩效自评表.toml"));
  return mapping;
}

std::string filled(model::Submission submission,
                   const mapping::Mapping& mapping = self_evaluation()) {
  derive::derive(submission, mapping.definitions);
  return filled_form({}, mapping, submission).bytes;
}

xlsx::Sheet sheet_of(const std::string& form) {
  return xlsx::read_workbook(xlsx::Package(form)).sheets[0];
}

/// "F5: 未读出", a formula's value after "=".
std::string seen(const xlsx::Sheet& sheet, const char* cell) {
  const CellRef at = *parse_cell_ref(cell);
  const xlsx::Cell* content = sheet.find(at);
  return std::string(content != nullptr && content->formula ? "=" : "") + sheet.text_at(at);
}

const model::NotAvailable kNoStoredValue{{"公式没有保存结果", "the formula has no stored value"},
                                         ""};

}  // namespace

TEST_CASE("a block that could not be aligned says so, and nothing is computed from the rest",
          "[report]") {
  auto submission = testing::sample_submission();
  std::erase_if(submission.figures, [](const auto& f) { return f.first.starts_with("资金."); });
  const auto form = filled(submission);
  const auto sheet = sheet_of(form);
  CHECK(seen(sheet, "E5") == "未读出");
  CHECK(seen(sheet, "G8") == "未读出");
  CHECK(seen(sheet, "H5") == "未读出");  // not the 10 that the form has printed
  CHECK(seen(sheet, "I5") == "=");
  CHECK(seen(sheet, "K5") == "=");
  CHECK(seen(sheet, "I14") == "30");
  CHECK(seen(sheet, "I15") == "=");
  CHECK(seen(sheet, "J15") == "=等级：");
}

TEST_CASE("a score that could not be read says so, and there is no total without it", "[report]") {
  auto submission = testing::sample_submission();
  submission.tables.at("绩效指标").rows[1].columns.at("得分").value = kNoStoredValue;
  const auto sheet = sheet_of(filled(submission));
  CHECK(seen(sheet, "I12") == "40");
  CHECK(seen(sheet, "I13") == "未读出");
  CHECK(seen(sheet, "K5") == "=9.5");
  CHECK(seen(sheet, "I15") == "=");
}

TEST_CASE("an error stays the error that it was, and is no text", "[report]") {
  auto submission = testing::sample_submission();
  auto& rows = submission.tables.at("绩效指标").rows;
  rows[1].columns.at("得分").value = model::CellError{"#DIV/0!"};
  rows[2].columns.at("得分").value = model::CellError{"Err:502"};  // no error of Excel's
  const auto sheet = sheet_of(filled(submission));
  CHECK(sheet.find(*parse_cell_ref("I13"))->type == xlsx::CellType::Error);
  CHECK(seen(sheet, "I13") == "#DIV/0!");
  CHECK(seen(sheet, "I14") == "未读出");
  CHECK(seen(sheet, "I15") == "=");
}

TEST_CASE("a table that could not be read says so in its first row", "[report]") {
  auto submission = testing::sample_submission();
  submission.tables.clear();
  const auto sheet = sheet_of(filled(submission));
  CHECK(seen(sheet, "D12") == "未读出");
  CHECK(seen(sheet, "I12") == "未读出");
  CHECK(seen(sheet, "I13").empty());
  CHECK(seen(sheet, "I22") == "=");
}

namespace {

/// Two single figures, a name and a table of two columns; below them every kind of formula over
/// these.
struct EveryFormula {
  testing::TempFolder folder;
  mapping::Mapping mapping;
  std::vector<std::string> expressions = {
      "甲",
      "甲 + 乙",
      "甲 / 乙",
      "COUNT(甲, 乙)",
      "COUNTA(甲, 名)",
      "IF(ISBLANK(甲), 0, 1)",
      "IF(名 = \"优\", 1, 0)",
      "IF(甲 = 乙, 1, 2)",
      "IFERROR(甲, 7)",
      "\"甲为\" & 甲",
      "LEN(名)",
      "IF(OR(名 = \"优\", 甲 > 1), 1, 0)",
      "乙 + SUM(表.得分)",
      "SUM(乙, 表.得分)",
      "COUNT(表.得分)",
      "COUNTA(表.类) + 0",
      "COUNTIF(表.类, \"优\")",
      "COUNTIF(表.类, \"<>优\")",
      "SUMIF(表.类, \"优\", 表.得分)",
      "SUMIF(表.类, 名, 表.得分)",
      "MAX(表.得分, 乙)",
      "RANK(乙, 表.得分)",
      "自算 + 1",
      "甲 + 自算",
      "第2数 + 第13数",  // over what is n/a itself, or is no formula
      "COUNT(第2数, 第9数)",
  };

  EveryFormula() {
    std::string cells = R"(<row r="1"><c r="D1"><f>2*3</f><v>6</v></c></row>)"
                        R"(<row r="3"/><row r="4"/><row r="5"/>)";
    testing::write_file(folder / "表样.xlsx", testing::simple_workbook(cells));
    mapping.template_file = folder / "表样.xlsx";
    mapping.blank = xlsx::read_workbook(mapping.template_file);
    mapping.sheets.emplace_back();
    const mapping::Typing number{model::FieldType::Number};
    const auto field = [&](const std::string& name, CellRef cell, mapping::Typing typing) {
      mapping.sheets[0].fields.push_back({name, cell, typing, mapping::KeyPart::None, {}, false});
    };
    field("甲", {0, 0}, number);
    field("乙", {0, 1}, number);
    field("名", {0, 2}, {});
    field("自算", {0, 3}, number);  // the form has a formula of its own there
    mapping.sheets[0].tables.push_back(
        {{"表", {{"得分", 0, number, false, false}, {"类", 1, {}, false, false}}}, 2, 4, {}});
    for (std::size_t i = 0; i < expressions.size(); ++i) {
      const std::string name = "第" + std::to_string(i + 1) + "数";
      field(name + "报", {6 + static_cast<int>(i), 0}, {});
      mapping.definitions.derived.push_back(
          {name, formula::parse(expressions[i]), {}, 4, "", name + "报"});
    }
  }
};

/// What a cell of a form may be found to hold; nothing for one that was not found.
std::optional<model::Figure> any_figure(std::mt19937& random, bool is_text) {
  model::Figure f;
  f.type = is_text ? model::FieldType::Text : model::FieldType::Number;
  switch (random() % 9) {
    case 0:
      return std::nullopt;
    case 1:
      f.value = kNoStoredValue;
      break;
    case 2:
      f.value = model::CellError{random() % 2 == 0 ? "#DIV/0!" : "Err:502"};
      f.raw = model::to_string(f.value);
      break;
    case 3:
      f.value = model::Blank{};
      break;
    case 4:
      f.value = is_text ? model::Value(model::Blank{}) : model::Value(model::Blank{true});
      f.raw = is_text ? "" : "——";
      break;
    case 5:
      f.raw = "约三成";
      f.value = f.raw;
      break;
    default:
      f.raw = is_text ? (random() % 3 == 0 ? "良" : "优") : std::to_string(random() % 3);
      f.value = is_text ? model::Value(f.raw) : model::Value(*Decimal::parse(f.raw));
  }
  return f;
}

}  // namespace

TEST_CASE("a derived figure that is but another cell's error is empty, as its formula is",
          "[report]") {
  const EveryFormula form;  // 第1数 is 甲
  model::Submission submission;
  submission.figures["甲"].value = model::CellError{"#DIV/0!"};
  const auto sheet = sheet_of(filled(submission, form.mapping));
  CHECK(seen(sheet, "A1") == "#DIV/0!");
  CHECK(seen(sheet, "A7") == "=");
}

TEST_CASE("a recalculated cell is empty exactly where we say n/a, whatever could not be read",
          "[report][slow]") {
  const EveryFormula form;
  std::mt19937 random(777u);
  std::map<std::string, std::string> workbooks;
  for (int i = 0; i < 12; ++i) {
    model::Submission submission;
    submission.key.unit = "1";
    for (const char* name : {"甲", "乙", "名", "自算"}) {
      if (auto figure = any_figure(random, std::string(name) == "名"))
        submission.figures[name] = std::move(*figure);
    }
    if (i % 4 != 3) {
      auto& rows = submission.tables["表"].rows;
      rows.resize(2 + random() % 3);
      for (auto& row : rows) {
        row.has_figure = true;
        row.columns["得分"] = any_figure(random, false).value_or(model::Figure{});
        row.columns["类"] = any_figure(random, true).value_or(model::Figure{});
      }
    }
    workbooks["form" + std::to_string(i)] = filled(submission, form.mapping);
  }
  testing::check_as_office_programs_do(workbooks);
}

}  // namespace huizong::report
