#include "report/sample_job.h"

#include "derive/derive.h"
#include "support/sample_submission.h"
#include "support/support.h"
#include "xlsx/reader.h"

namespace huizong::testing {
namespace {

using model::FieldType;
using model::Standing;

mapping::Mapping mapping() {
  mapping::Mapping m;
  m.stem = "部门整体支出绩效自评表";
  m.definitions = sample_definitions();
  m.definitions.derived.front().show = "0.00%";
  const auto column = [&](const char* name, const char* expr, formula::Total total) {
    m.definitions.summary.push_back({name, formula::parse(expr), total, ""});
  };
  column("年初预算数", "资金.合计.年初预算数", formula::Total::Sum);
  column("全年预算数", "资金.合计.全年预算数", formula::Total::Sum);
  column("全年执行数", "资金.合计.全年执行数", formula::Total::Sum);
  column("执行率", "执行率", formula::Total::Ratio);
  column("执行率得分", "执行率得分", formula::Total::Mean);
  column("产出指标得分", "SUMIF(绩效指标.一级指标, \"产出指标\", 绩效指标.得分)",
         formula::Total::Mean);
  column("总分", "总分", formula::Total::Mean);
  column("等级", "等级", formula::Total::None);
  column("排名", "RANK(总分)", formula::Total::None);
  mapping::Grid funds;
  funds.name = "资金";
  for (const char* row : {"合计", "当年财政拨款", "上年结转资金", "其他资金"})
    funds.rows.push_back({0, row, {}});
  for (const char* col : {"年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"})
    funds.cols.push_back({0, col, {}});
  funds.typing.type = FieldType::Money;
  funds.types = {
      {"分值", {FieldType::Score}}, {"执行率", {FieldType::Percent}}, {"得分", {FieldType::Score}}};
  mapping::SheetForm& form = m.sheets.emplace_back();
  form.grids.push_back(funds);
  mapping::TableBlock indicators;
  indicators.name = "绩效指标";
  indicators.columns = {{"一级指标", 1, {FieldType::LabelWeight}, true},
                        {"得分", 8, {FieldType::Score}}};
  form.tables.push_back(indicators);
  formula::Rule total =
      rule("ZTZP-001", "资金.合计.$ = SUM(资金.当年财政拨款.$, 资金.上年结转资金.$)",
           "{$}的合计应等于各项之和");
  total.each_names = {"年初预算数", "全年预算数"};
  total.cite = "示例办法第三条";
  m.definitions.rules.push_back(total);
  return m;
}

model::Submission submission(const char* code, const char* name) {
  model::Submission s = sample_submission();
  s.key.unit = code;
  s.unit_name = name;
  s.file = std::string("上报/") + code + "_" + name + ".xlsx";
  return s;
}

}  // namespace

SampleJob sample_job() {
  SampleJob s;
  s.job.name = "2021年度部门整体支出绩效自评";
  s.job.year = 2021;
  s.job.date = "2022-03-15";
  s.job.forms.push_back({mapping(), "上报/**/*.xlsx"});

  std::vector<model::BudgetUnit> units;
  const auto owe = [&](const char* code, const char* name, const char* department,
                       Standing standing) {
    model::BudgetUnit unit;
    unit.code = code;
    unit.name = name;
    unit.department = department;
    units.push_back(unit);
    s.result.intake.owed.push_back({{code, name}, department, "ZTZP", standing});
  };
  owe("001001", "示例单位一", "示例主管部门甲", Standing::In);
  owe("001002", "示例单位二", "示例主管部门甲", Standing::In);
  owe("001003", "示例单位三", "示例主管部门甲", Standing::In);
  owe("002001", "示例单位四", "示例主管部门乙", Standing::Missing);
  owe("002002", "示例单位五", "示例主管部门乙", Standing::Unread);
  owe("002003", "示例单位六", "示例主管部门乙", Standing::Ambiguous);
  owe("002004", "示例单位七", "示例主管部门乙", Standing::In);
  s.job.units = model::UnitList(std::move(units));

  model::Submission clean = submission("001001", "示例单位一");
  model::Submission in_yuan = submission("001002", "示例单位二");
  put(in_yuan, "资金.合计.年初预算数", "1000000");
  put(in_yuan, "资金.合计.全年预算数", "2000000");
  put(in_yuan, "资金.合计.全年执行数", "2000000");
  in_yuan.counted = false;
  in_yuan.why_not_counted = {"表头单位是万元，金额像是元",
                             "the heading says 万元, the amounts look like 元"};
  model::Submission blank = submission("001003", "示例单位三");
  put(blank, "资金.合计.全年预算数", "");
  model::Submission low = submission("002004", "示例单位七");
  put(low, "资金.合计.全年执行数", "66.67");
  put(low, 2, "得分", "15.5");
  for (model::Submission* one : {&clean, &in_yuan, &blank, &low}) {
    derive::derive(*one, s.job.forms.front().mapping.definitions);
    s.result.submissions.push_back(*one);
    s.result.files.emplace_back(one->file, std::string(64, 'a'));
  }

  s.result.intake.unread.push_back(
      {"上报/002002_示例单位五.xlsx",
       "xls",
       {"是 Excel 97-2003 工作簿，请另存为 .xlsx 后再报", "an old workbook"},
       "002002"});
  s.result.intake.duplicate.push_back(
      {"002003",
       "ZTZP",
       "",
       "",
       {"上报/002003_示例单位六.xlsx", "上报/002003_示例单位六(2).xlsx"}});
  s.result.intake.unknown.push_back({"上报/某某局.xlsx", "某某局"});

  model::Finding error;
  error.rule = "ZTZP-001";
  error.unit = {"002004", "示例单位七"};
  error.form = "ZTZP";
  error.place = {"上报/002004_示例单位七.xlsx", "自评表", parse_cell_ref("E5")};
  error.field = "资金.合计.年初预算数";
  error.reported = Decimal(100);
  error.expected = Decimal(95);
  error.expected_from = "E6:E7";
  error.difference = Decimal(5);
  error.clues = {{"left_out", {"相差数与 E8 相等，可能漏加", "equals E8"}}};
  error.cite = "示例办法第三条";
  error.message = {"年初预算数的合计应等于各项之和：填报 100.00，应为 95.00", "total differs"};
  model::Finding unchecked;
  unchecked.rule = "ZTZP-D-执行率";
  unchecked.level = Severity::Unchecked;
  unchecked.unit = {"001003", "示例单位三"};
  unchecked.form = "ZTZP";
  unchecked.place = {"上报/001003_示例单位三.xlsx", "自评表", parse_cell_ref("F5")};
  unchecked.field = "资金.合计.执行率";
  unchecked.reported = *Decimal::parse("0.95");
  unchecked.message = {"执行率无法核对：全年预算数未填", "cannot be checked"};
  model::Finding consequence = unchecked;
  consequence.rule = "ZTZP-D-总分";
  consequence.field = "填报总分";
  consequence.reported = *Decimal::parse("99.5");
  consequence.message = {"总分无法核对：执行率得分算不出来", "cannot be checked"};
  consequence.cause = 1;
  s.result.findings = {error, unchecked, consequence};
  s.result.checks = {{"ZTZP-001", {7, 1, 0, 0}},
                     {"ZTZP-D-执行率", {3, 0, 1, 0}},
                     {"ZTZP-D-总分", {3, 0, 1, 0}},
                     {"ZTZP-R-年度", {4, 0, 0, 0}}};
  return s;
}

std::string dump(const std::string& workbook, const std::string& name) {
  const TempFolder folder;
  write_file(folder / "out.xlsx", workbook);
  const xlsx::Workbook book = xlsx::read_workbook(folder / "out.xlsx");
  std::string text;
  for (const xlsx::Sheet& sheet : book.sheets) {
    if (sheet.name != name) continue;
    int row = -1, col = 0;
    for (const xlsx::Cell& cell : sheet.cells) {
      if (cell.ref.row != row) {
        text += (row < 0 ? "" : "\n") + std::to_string(cell.ref.row + 1) + ":";
        row = cell.ref.row;
        col = 0;
      }
      for (; col < cell.ref.col; ++col) text += " |";
      text += " " + std::string(cell.formula ? "=" : "") + cell.text;
    }
  }
  return text + "\n";
}

std::string row_of(const std::string& dumped, int row) {
  const std::string start = "\n" + std::to_string(row) + ": ";
  const std::string whole = "\n" + dumped;
  const std::size_t at = whole.find(start);
  if (at == std::string::npos) return "";
  return whole.substr(at + start.size(), whole.find('\n', at + 1) - at - start.size());
}

}  // namespace huizong::testing
