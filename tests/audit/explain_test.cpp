// What an explanation closes, and what it does not.

#include "audit/explain.h"

#include <catch2/catch.hpp>

using namespace huizong;
using model::Explanation;
using model::Finding;

namespace {

Finding warning(const char* cell, const char* reported, const char* expected) {
  Finding f;
  f.rule = "ZTZP-016";
  f.level = Severity::Warning;
  f.unit = {"101001", "甲局"};
  f.form = "ZTZP";
  f.place = {"上报/101001.xlsx", "自评表", parse_cell_ref(cell)};
  f.reported = *Decimal::parse(reported);
  f.expected = *Decimal::parse(expected);
  f.message = {"年初预算数中有负数，请核实", "negative"};
  return f;
}

/// The rows as the office sees them: place, figures, what was written, state.
std::string shown(const std::vector<Explanation>& rows) {
  std::string text;
  for (const Explanation& e : rows)
    text += e.place + " " + e.reported + "/" + e.expected +
            (e.figures_read.empty() ? "" : "（" + e.figures_read + "）") + " " + e.text + " " +
            e.approver + " " + e.state + "\n";
  return text;
}

struct Office {
  std::vector<Finding> findings;
  std::vector<Explanation> rows;
  std::string run() {
    rows = audit::explain(findings, rows, {{"ZTZP", "自评表"}});
    return shown(rows);
  }
};

}  // namespace

TEST_CASE("a warning is closed by a text and an approver, never by one of them", "[explain]") {
  Office office{{warning("E5", "-3", "0"), warning("E6", "-4", "0"), warning("E7", "-5", "0")}, {}};
  CHECK(office.run() ==
        "自评表 › E5 -3/0   待说明\n自评表 › E6 -4/0   待说明\n自评表 › E7 -5/0   待说明\n");
  CHECK(model::verdict_of(office.findings).warnings == 3);
  CHECK(office.rows[0].form == "自评表");

  office.rows[0].text = "收回存量资金";
  office.rows[0].approver = "科长";
  office.rows[1].text = "待查";
  office.rows[2].approver = "科长";
  CHECK(office.run() ==
        "自评表 › E5 -3/0 收回存量资金 科长 已说明\n自评表 › E6 -4/0 待查  待审批\n"
        "自评表 › E7 -5/0  科长 待说明\n");
  CHECK(office.findings[0].closed());
  CHECK(office.findings[0].answer->text == "收回存量资金");
  CHECK(office.findings[1].answer->open.zh == "还没有审批人");
  CHECK(office.findings[2].answer->open.zh == "有审批人而没有写说明");
  CHECK(model::verdict_of(office.findings).warnings == 2);
  CHECK(model::verdict_of(office.findings).explained == 1);
}

TEST_CASE("an explanation of other figures closes nothing, is kept, and is told", "[explain]") {
  Office office{{warning("E5", "-3", "0")}, {}};
  office.run();
  office.rows[0].text = "收回存量资金";
  office.rows[0].approver = "科长";
  office.findings = {warning("E5", "-300", "0")};
  const char* const changed =
      "自评表 › E5 -3/0 收回存量资金 科长 数据已变\n自评表 › E5 -300/0   待说明\n";
  CHECK(office.run() == changed);
  CHECK_FALSE(office.findings[0].closed());
  CHECK(office.findings[0].answer->open.zh == "写说明时填报 -3、应为 0，现在数已改变，请重新说明");
  CHECK(office.run() == changed);  // and stands so until somebody answers

  office.rows[1].text = "两次收回";
  office.rows[1].approver = "科长";
  CHECK(office.run() ==
        "自评表 › E5 -3/0 收回存量资金 科长 已不适用\n自评表 › E5 -300/0 两次收回 科长 已说明\n");
  CHECK(office.findings[0].answer->text == "两次收回");
}

TEST_CASE("a warning that is gone leaves what was written, and no empty row", "[explain]") {
  Office office{{warning("E5", "-3", "0"), warning("E6", "-4", "0")}, {}};
  office.run();
  office.rows[0].date = "2022-03-15";
  office.findings.clear();
  CHECK(office.run() == "自评表 › E5 -3/0   已不适用\n");
}

TEST_CASE("rows moved by an insertion keep their explanations, each its own", "[explain]") {
  Office office{{warning("E5", "-3", "0"), warning("E6", "-3", "0")}, {}};
  office.run();
  office.rows[1].text = "第二行的";
  office.rows[1].approver = "科长";
  office.run();
  CHECK_FALSE(office.findings[0].closed());
  CHECK(office.findings[1].closed());

  office.findings = {warning("E7", "-3", "0")};
  CHECK(office.run() == "自评表 › E7 -3/0 第二行的 科长 已说明\n");
}

TEST_CASE("errors, trials and consequences are not for explaining", "[explain]") {
  Office office{{warning("E5", "-3", "0"), warning("E6", "-4", "0"), warning("E7", "-5", "0")}, {}};
  office.findings[0].level = Severity::Error;
  office.findings[1].trial = true;
  office.findings[2].cause = 0;
  CHECK(office.run().empty());

  Explanation forced;
  forced.unit = "101001";
  forced.rule = "ZTZP-016";
  forced.place = "自评表 › E5";
  forced.reported = "-3";
  forced.expected = "0";
  forced.problem = "年初预算数中有负数，请核实";
  forced.text = "请放行";
  forced.approver = "科长";
  office.rows = {forced};
  CHECK(office.run() == "自评表 › E5 -3/0 请放行 科长 已不适用\n");
  CHECK(model::verdict_of(office.findings).errors == 1);
}

TEST_CASE("a figure of more digits than a workbook keeps is still known again", "[explain]") {
  Office office{{warning("E5", "1", "3")}, {}};
  office.findings[0].expected = Decimal(1) / Decimal(3);
  office.run();
  office.rows[0].text = "已核";
  office.rows[0].approver = "科长";
  CHECK(office.run() == "自评表 › E5 1/0.333333333333333 已核 科长 已说明\n");
}

TEST_CASE("a condition is explained for the figures it reads, though it compares no two",
          "[explain]") {
  Office office{{warning("E5", "1", "1")}, {}};
  office.findings[0].reported = office.findings[0].expected = model::Blank{};
  office.findings[0].figures_read = "预算数 5；执行数 6";
  office.run();
  office.rows[0].text = "已核";
  office.rows[0].approver = "科长";
  CHECK(office.run() == "自评表 › E5 /（预算数 5；执行数 6） 已核 科长 已说明\n");
  office.findings[0].figures_read = "预算数 5；执行数 9";
  CHECK(office.run() ==
        "自评表 › E5 /（预算数 5；执行数 6） 已核 科长 数据已变\n"
        "自评表 › E5 /（预算数 5；执行数 9）   待说明\n");
}

TEST_CASE("a ratio is explained for its amounts: 50 of 100 is not 500 of 1000", "[explain]") {
  Office office{{warning("I5", "0.5", "0.9")}, {}};
  office.findings[0].figures_read = "全年执行数 50；全年预算数 100";
  office.run();
  office.rows[0].text = "跨年支付";
  office.rows[0].approver = "科长";
  CHECK(office.run() ==
        "自评表 › I5 0.5/0.9（全年执行数 50；全年预算数 100） 跨年支付 科长 已说明\n");
  office.findings[0].figures_read = "全年执行数 500；全年预算数 1000";
  CHECK(office.run() ==
        "自评表 › I5 0.5/0.9（全年执行数 50；全年预算数 100） 跨年支付 科长 数据已变\n"
        "自评表 › I5 0.5/0.9（全年执行数 500；全年预算数 1000）   待说明\n");
  CHECK(office.findings[0].answer->open.zh ==
        "写说明时的数是“全年执行数 50；全年预算数 100”，现在已改变，请重新说明");
}

TEST_CASE("an approval from before the figures were kept has to be renewed", "[explain]") {
  Office office{{warning("I5", "0.5", "0.9"), warning("E5", "-3", "0")}, {}};
  office.run();
  for (Explanation& row : office.rows) {
    row.text = "跨年支付";
    row.approver = "科长";
  }
  office.findings[0].figures_read = "全年执行数 50；全年预算数 100";
  CHECK(office.run() ==
        "自评表 › I5 0.5/0.9 跨年支付 科长 数据已变\n自评表 › E5 -3/0 跨年支付 科长 已说明\n"
        "自评表 › I5 0.5/0.9（全年执行数 50；全年预算数 100）   待说明\n");
  CHECK(office.findings[0].answer->open.zh ==
        "写说明时没有记下所据的数，不知是不是现在这些，请核对后重新说明");
}

TEST_CASE("an item's code that Excel made a number is still the item's", "[explain]") {
  Office office{{warning("E5", "-3", "0"), warning("E5", "-3", "0")}, {}};
  office.findings[0].item = "012";
  office.findings[1].item = "12";
  office.run();
  office.rows[1].text = "乙项目的";
  office.rows[1].approver = "科长";
  std::swap(office.rows[0], office.rows[1]);
  office.run();
  CHECK_FALSE(office.findings[0].closed());
  CHECK(office.findings[1].closed());

  office.findings.resize(1);
  office.rows.resize(1);
  CHECK(office.run() == "自评表 › E5 -3/0 乙项目的 科长 已说明\n");
  CHECK(office.rows[0].item == "012");
}

TEST_CASE("a row that nobody can lay to a warning says so, and closes nothing", "[explain]") {
  Office office{{warning("E5", "-3", "0")}, {}};
  office.run();
  office.rows[0].text = "已核";
  office.rows[0].approver = "科长";
  office.rows[0].unclear = {"单位名录里没有编码“30”", "no such code"};
  CHECK(office.run() == "自评表 › E5 -3/0 已核 科长 未能辨认\n自评表 › E5 -3/0   待说明\n");
}
