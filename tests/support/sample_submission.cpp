#include "support/sample_submission.h"

namespace huizong::testing {
namespace {

using model::FieldType;
using model::Figure;

model::Value value_of(const std::string& text) {
  if (text.empty()) return model::Blank{};
  if (const auto n = Decimal::parse(text)) return *n;
  return text;
}

Figure figure(const std::string& field, const char* cell, FieldType type,
              const std::string& value) {
  Figure f;
  f.field = field;
  f.type = type;
  f.value = value_of(value);
  f.raw = value;
  f.place = {"上报/101001_示例单位.xlsx", "自评表", parse_cell_ref(cell)};
  return f;
}

void add_indicator(model::Table& table, const std::string& group, const char* group_cell,
                   const std::string& weight, const std::string& name, const std::string& score) {
  const std::string row = std::to_string(12 + table.rows.size());
  model::TableRow r;
  const auto add = [&](const std::string& column, const std::string& cell, FieldType type,
                       const std::string& value) {
    r.columns.emplace(column, figure(column, cell.c_str(), type, value));
  };
  add("一级指标", group_cell, FieldType::LabelWeight, group);
  add("一级指标.权重", group_cell, FieldType::Score, weight);
  add("三级指标", "D" + row, FieldType::Text, name);
  add("分值", "H" + row, FieldType::Score, score);
  add("得分", "I" + row, FieldType::Score, score);
  r.has_figure = true;
  table.rows.push_back(std::move(r));
}

}  // namespace

model::Submission sample_submission() {
  model::Submission s;
  s.key = {2021, "ZTZP", "101001", ""};
  s.unit_name = "示例单位";
  s.file = "上报/101001_示例单位.xlsx";
  s.sheet = "自评表";
  const auto add = [&](const std::string& path, const char* cell, FieldType type,
                       const std::string& value) {
    s.figures.emplace(path, figure(path, cell, type, value));
  };
  const char* rows[] = {"合计", "当年财政拨款", "上年结转资金", "其他资金"};
  const char* cols[] = {"年初预算数", "全年预算数", "全年执行数"};
  const char* amounts[4][3] = {
      {"100", "200", "190"}, {"80", "180", "175"}, {"15", "15", "10"}, {"5", "5", "5"}};
  for (int r = 0; r < 4; ++r) {
    for (int c = 0; c < 3; ++c) {
      const std::string cell = column_name(4 + c) + std::to_string(5 + r);
      add(std::string("资金.") + rows[r] + "." + cols[c], cell.c_str(), FieldType::Money,
          amounts[r][c]);
    }
  }
  add("资金.合计.分值", "H5", FieldType::Score, "10");
  add("资金.合计.执行率", "I5", FieldType::Percent, "0.95");
  add("资金.合计.得分", "K5", FieldType::Score, "9.5");
  add("分值合计", "H15", FieldType::Score, "100");
  add("填报总分", "I15", FieldType::Score, "99.5");
  add("填报等级", "J15", FieldType::Text, "优");
  model::Table& table = s.tables["绩效指标"];
  table.name = "绩效指标";
  add_indicator(table, "产出指标", "B12", "60", "执法案件数", "40");
  add_indicator(table, "产出指标", "B12", "60", "按期办结", "20");
  add_indicator(table, "效益指标", "B14", "30", "市容改善", "30");
  return s;
}

void put(model::Submission& s, const std::string& path, const std::string& value) {
  s.figures.at(path).value = value_of(value);
}
void put(model::Submission& s, std::size_t row, const std::string& column,
         const std::string& value) {
  s.tables.at("绩效指标").rows.at(row).columns.at(column).value = value_of(value);
}

formula::Definitions sample_definitions() {
  formula::Definitions d;
  d.form = "ZTZP";
  d.title = "部门整体支出绩效自评表";
  const auto derived = [&](const char* name, const char* expr, int digits, const char* reported) {
    formula::Derived x;
    x.name = name;
    x.expr = formula::parse(expr);
    x.digits = digits;
    x.reported = reported;
    d.derived.push_back(std::move(x));
  };
  derived("执行率", "资金.合计.全年执行数 / 资金.合计.全年预算数", 4, "资金.合计.执行率");
  derived("执行率得分", "MIN(执行率, 1) * 资金.合计.分值", 2, "资金.合计.得分");
  derived("总分", "执行率得分 + SUM(绩效指标.得分)", 2, "填报总分");
  derived("等级", "总分", 2, "填报等级");
  d.derived.back().bands = {{"优", 90}, {"良", 80}, {"中", 60}, {"差", 0}};
  return d;
}

formula::Rule rule(const std::string& id, const std::string& test, const std::string& say) {
  formula::Rule r;
  r.id = id;
  r.test = formula::parse(test);
  r.say = say;
  return r;
}

std::string lines(const std::vector<model::Finding>& findings) {
  std::string text;
  for (const model::Finding& f : findings) {
    if (f.cause) text += "  ";
    text += (f.place.cell ? to_string(*f.place.cell) : f.place.sheet.str()) + ": " + name_of(f.level).zh +
            " " + f.rule + ": " + f.message.zh;
    for (const model::Clue& clue : f.clues) text += " [" + clue.kind + "]";
    text += "\n";
  }
  return text;
}

}  // namespace huizong::testing
