#include "mapping/align.h"

#include <catch2/catch.hpp>

#include "mapping/self_evaluation.h"

using namespace huizong;
using namespace huizong::mapping;
using namespace huizong::testing;

namespace {

std::string cells(const std::vector<CellRef>& list) {
  std::string out;
  for (const CellRef& cell : list) out += (out.empty() ? "" : " ") + to_string(cell);
  return out;
}

/// Everything that was placed, as "资金 rows 5 6 7 8 cols C D E F G H", one a line.
std::string places(const Alignment& a) {
  const auto lines = [](const std::vector<int>& rows, const std::vector<int>& cols) {
    std::string out = " rows";
    for (const int row : rows) out += " " + std::to_string(row + 1);
    out += " cols";
    for (const int col : cols) out += " " + column_name(col);
    return out + "\n";
  };
  std::string out;
  for (const auto& [name, cell] : a.fields) out += name + " " + to_string(cell) + "\n";
  for (const auto& [name, grid] : a.grids) out += name + lines(grid.rows, grid.cols);
  for (const auto& [name, table] : a.tables) out += name + lines(table.rows, table.cols);
  for (const ChangedLabel& c : a.changed)
    out += "changed " + c.block + " " + to_string(c.cell) + " " + c.was + " -> " + c.now + "\n";
  for (const Unaligned& u : a.unaligned)
    out += "unaligned " + u.block + ": " + u.label + " [" + cells(u.candidates) + "]\n";
  return out;
}

}  // namespace

TEST_CASE("a form filled as issued is found where the template has it", "[align]") {
  CHECK(
      places(align(self_evaluation(), filled_form())) ==
      "分值合计 G16\n单位名称 C3\n填报总分 H16\n填报等级 I16\n完成情况 E10\n年度 A1\n预期目标 B10\n"
      "资金 rows 5 6 7 8 cols C D E F G H\n绩效指标 rows 12 13 14 15 cols B C D E F G H\n");
}

TEST_CASE("rows inserted above and inside the blocks disturb nothing", "[align]") {
  auto form = filled_form();
  insert_row(form, 0);                  // above the title
  insert_row(form, 4);                  // between the unit and the funds
  insert_row(form, 8);                  // inside the funds
  insert_row(form, 17);                 // inside the indicators
  put(form, "B9", "其中：政府性基金");  // a line of the unit's own in the inserted row
  CHECK(
      places(align(self_evaluation(), form)) ==
      "分值合计 G20\n单位名称 C4\n填报总分 H20\n填报等级 I20\n完成情况 E13\n年度 A2\n预期目标 B13\n"
      "资金 rows 7 8 10 11 cols C D E F G H\n绩效指标 rows 15 16 17 18 19 cols B C D E F G H\n");
}

TEST_CASE("a column inserted anywhere moves what stands right of it", "[align]") {
  struct Case {
    int before;
    const char* funds;
    const char* indicators;
    const char* unit;
  };
  const auto c = GENERATE(values<Case>({
      {0, "D E F G H I", "C D E F G H I", "D3"},
      {1, "D E F G H I", "C D E F G H I", "D3"},  // splits the labels 部门名称 and 资金情况
      {2, "D E F G H I", "B D E F G H I", "D3"},  // between the label and its value
      {4, "C D F G H I", "B C D F G H I", "C3"},  // inside the merged goals
      {7, "C D E F G I", "B C D E F G I", "C3"},
  }));
  CAPTURE(c.before);
  auto form = filled_form();
  insert_column(form, c.before);
  const auto text = places(align(self_evaluation(), form));
  CHECK_THAT(text, Catch::Contains(std::string("资金 rows 5 6 7 8 cols ") + c.funds + "\n"));
  CHECK_THAT(text,
             Catch::Contains(std::string("绩效指标 rows 12 13 14 15 cols ") + c.indicators + "\n"));
  CHECK_THAT(text, Catch::Contains(std::string("单位名称 ") + c.unit + "\n"));
  CHECK_THAT(text, !Catch::Contains("unaligned") && !Catch::Contains("changed"));
}

TEST_CASE("an inserted column with a heading of its own is left aside", "[align]") {
  auto form = filled_form();
  insert_column(form, 4);
  put(form, "E4", "调整预算数");
  put(form, "E5", "48.13");
  put(form, "E11", "指标性质");
  const auto text = places(align(self_evaluation(), form));
  CHECK_THAT(text, Catch::Contains("资金 rows 5 6 7 8 cols C D F G H I\n"));
  CHECK_THAT(text, Catch::Contains("绩效指标 rows 12 13 14 15 cols B C D F G H I\n"));
  CHECK_THAT(text, !Catch::Contains("unaligned") && !Catch::Contains("changed"));
}

TEST_CASE("a second column with the same heading is a tie, and the block is not read", "[align]") {
  auto form = filled_form();
  insert_column(form, 4);
  put(form, "E11", "年度指标值");  // now E and F both
  const auto text = places(align(self_evaluation(), form));
  CHECK_THAT(text, Catch::Contains("unaligned 绩效指标: 年度指标值 [E11 F11]\n"));
  CHECK_THAT(text, !Catch::Contains("绩效指标 rows"));
  CHECK_THAT(text, Catch::Contains("资金 rows 5 6 7 8 cols C D F G H I\n"));  // the others are
}

TEST_CASE("a label that reads differently between its neighbours is taken and said", "[align]") {
  auto form = filled_form();
  put(form, "B7", "上年结余结转");
  put(form, "E4", "全年支出数");
  put(form, "A3", "单位全称");
  put(form, "H11", "自评得分");  // the last of its row
  const auto text = places(align(self_evaluation(), form));
  CHECK_THAT(text, Catch::Contains("资金 rows 5 6 7 8 cols C D E F G H\n"));
  CHECK_THAT(text, Catch::Contains("changed 绩效指标 H11 得分 -> 自评得分\n"));
  CHECK_THAT(text, Catch::Contains("changed 资金 B7 上年结转资金 -> 上年结余结转\n"));
  CHECK_THAT(text, Catch::Contains("changed 资金 E4 全年执行数 -> 全年支出数\n"));
  CHECK_THAT(text, Catch::Contains("changed 单位名称 A3 部门名称 -> 单位全称\n"));
  CHECK_THAT(text, !Catch::Contains("unaligned"));
}

TEST_CASE("an alias or the mapping's own name for a line is no change", "[align]") {
  auto form = filled_form();
  put(form, "B6", "当年财政拨款");
  put(form, "B7", "结 转 资 金");
  put(form, "C4", "年初预算数(元)");
  CHECK_THAT(places(align(self_evaluation(), form)),
             !Catch::Contains("changed") && !Catch::Contains("unaligned"));
}

TEST_CASE("a line taken away leaves its block unread, with what stands there", "[align]") {
  auto form = filled_form();
  delete_row(form, 6);  // 上年结转资金
  const auto text = places(align(self_evaluation(), form));
  CHECK_THAT(text, Catch::Contains("unaligned 资金: 上年结转资金 []\n"));
  CHECK_THAT(text, !Catch::Contains("资金 rows"));
  CHECK_THAT(text, Catch::Contains("绩效指标 rows 11 12 13 14 cols"));
  CHECK_THAT(text, Catch::Contains("预期目标 B9\n"));
}

TEST_CASE("a block that is missing takes nothing from its neighbours", "[align]") {
  auto form = filled_form();
  for (int i = 0; i < 5; ++i) delete_row(form, 3);  // the funds with their headings
  const auto text = places(align(self_evaluation(), form));
  CHECK_THAT(text, Catch::Contains("unaligned 资金: "));
  CHECK_THAT(text, Catch::Contains("绩效指标 rows 7 8 9 10 cols B C D E F G H\n"));
  CHECK_THAT(text, Catch::Contains("单位名称 C3\n"));
  CHECK_THAT(text, Catch::Contains("填报总分 H11\n"));
}

TEST_CASE("headings and titles repeated at page breaks are skipped", "[align]") {
  auto form = filled_form(6);
  for (int i = 0; i < 3; ++i) insert_row(form, 14);
  for (CellRange& merge : form.merges) {
    if (merge.first == CellRef{10, 0}) merge.last.row = 13;  // A11:A20 ends at the page's end
  }
  put(form, "A15", "2021年度部门整体支出绩效自评表");
  put(form, "G16", "单位：万元");
  const std::vector<const char*> headings = {"绩效指标",   "一级指标",   "二级指标", "三级指标",
                                             "年度指标值", "实际完成值", "分值",     "得分"};
  for (int i = 0; i < 8; ++i)
    put(form, column_name(i) + "17", headings[static_cast<std::size_t>(i)]);
  CHECK(
      places(align(self_evaluation(), form)) ==
      "分值合计 G21\n单位名称 C3\n填报总分 H21\n填报等级 I21\n完成情况 E10\n年度 A1\n预期目标 B10\n"
      "资金 rows 5 6 7 8 cols C D E F G H\n绩效指标 rows 12 13 14 18 19 20 cols B C D E F G H\n");
}

TEST_CASE("总分 in an indicator's name, or as the whole of it, does not end the block", "[align]") {
  auto form = filled_form();
  put(form, "D13", "考核总分达标率");
  put(form, "D14", "总分");
  put(form, "F14", "等级：良");
  const auto text = places(align(self_evaluation(), form));
  CHECK_THAT(text, Catch::Contains("绩效指标 rows 12 13 14 15 cols B C D E F G H\n"));
  CHECK_THAT(text, Catch::Contains("填报总分 H16\n"));
  CHECK_THAT(text, Catch::Contains("填报等级 I16\n"));
}

TEST_CASE("the same form twice on one sheet is a tie: neither is read", "[align]") {
  const auto upper = filled_form();
  auto both = upper;
  for (const auto& cell : upper.cells) {
    both.cells.push_back(cell);
    both.cells.back().ref.row += 20;
  }
  for (const auto& merge : upper.merges)
    both.merges.push_back(
        {{merge.first.row + 20, merge.first.col}, {merge.last.row + 20, merge.last.col}});
  const auto text = places(align(self_evaluation(), both));
  CHECK_THAT(text, Catch::Contains("unaligned 资金: "));
  CHECK_THAT(text, Catch::Contains("unaligned 绩效指标: 一级指标 [B11 B31]\n"));
  CHECK_THAT(text, Catch::Contains("unaligned 单位名称: 部门名称 [A3 A23]\n"));
  CHECK_THAT(text, !Catch::Contains("rows"));
}

TEST_CASE("another form above or below with some of the same words is left alone", "[align]") {
  const auto form = filled_form();
  const auto other = sheet(
      "2021年度项目支出绩效目标申报表\n"
      "部门名称 | ~ | 别的单位\n"
      "项目资金 | ~ | 年初预算数 | 金额\n"
      "~ | 合计 | 12\n"
      "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值\n"
      "~ | 产出指标 | 数量指标 | 培训人次 | ≥100\n"
      "总分 | ~ | ~ | ~ | ~ | ~ | 50 | 40\n"
      "备注：无\n");
  auto below = form;
  for (const auto& cell : other.cells) {
    below.cells.push_back(cell);
    below.cells.back().ref.row += 20;
  }
  const std::string as_issued = places(align(self_evaluation(), form));
  CHECK(places(align(self_evaluation(), below)) == as_issued);

  auto above = form;
  for (int i = 0; i < 10; ++i) insert_row(above, 0);
  above.cells.insert(above.cells.begin(), other.cells.begin(), other.cells.end());
  const auto text = places(align(self_evaluation(), above));
  CHECK_THAT(text, Catch::Contains("资金 rows 15 16 17 18 cols C D E F G H\n"));
  CHECK_THAT(text, Catch::Contains("绩效指标 rows 22 23 24 25 cols B C D E F G H\n"));
  CHECK_THAT(text, Catch::Contains("单位名称 C13\n"));
  CHECK_THAT(text, !Catch::Contains("unaligned"));
}

TEST_CASE("a block without its end is not read to somewhere", "[align]") {
  auto form = filled_form();
  put(form, "A16", "总计");
  const auto text = places(align(self_evaluation(), form));
  CHECK_THAT(text, Catch::Contains("unaligned 绩效指标: 总分 []\n"));
  CHECK_THAT(text, !Catch::Contains("绩效指标 rows"));
}

TEST_CASE("an empty sheet and a sheet of something else place nothing", "[align]") {
  for (const auto& other : {sheet(""), sheet("姓名 | 电话\n张某 | 1")}) {
    const auto a = align(self_evaluation(), other);
    CHECK(a.fields.empty());
    CHECK(a.grids.empty());
    CHECK(a.tables.empty());
    CHECK(a.unaligned.size() == 9);
  }
}

namespace {

/// 收入支出决算总表 in small: two sides, each with its own lines, and two columns of years.
Mapping two_sided() {
  Mapping m;
  m.sheets.emplace_back();
  m.definitions.form = "JSZB";
  m.definitions.title = "收入支出决算总表";
  m.blank =
      workbook(sheet("收入支出决算总表\n"
                     "公开01表 | ~ | ~ | ~ | ~ | 单位：万元\n"
                     "收入 | ~ | ~ | 支出\n"
                     "项目 | 2020年决算数 | 2021年决算数 | 项目 | 2020年决算数 | 2021年决算数\n"
                     "一、财政拨款收入 | ~ | ~ | 一、一般公共服务支出\n"
                     "二、上级补助收入 | ~ | ~ | 二、教育支出\n"
                     "三、其他收入 | ~ | ~ | 三、卫生健康支出\n"
                     "本年收入合计 | ~ | ~ | 本年支出合计\n"
                     "年初结转和结余 | ~ | ~ | 年末结转和结余\n"
                     "总计 | ~ | ~ | 总计\n",
                     {"A1:F1", "A3:C3", "D3:F3"}));
  const auto grid = [](const char* name, int col) {
    Grid g;
    g.name = name;
    const char* lines[] = {"甲", "乙", "丙", "合计", "结转", "总计"};
    for (int i = 0; i < 6; ++i) g.rows.push_back({4 + i, lines[i], {}});
    g.cols = {{col, "上年数", {}}, {col + 1, "本年数", {}}};
    g.typing = {model::FieldType::Money};
    return g;
  };
  m.sheets[0].grids = {grid("收入", 1), grid("支出", 4)};
  return m;
}

std::string places_of(const Mapping& m, const xlsx::Sheet& form) {
  return places(align(m, form));
}

}  // namespace

TEST_CASE("the two sides of a form are each found by their own labels", "[align]") {
  const auto m = two_sided();
  const auto form = m.blank.sheets[0];
  CHECK(places_of(m, form) == "支出 rows 5 6 7 8 9 10 cols E F\n收入 rows 5 6 7 8 9 10 cols B C\n");

  // On the right two functional classes were put in, cells shifted down on that side alone.
  const auto longer = sheet(
      "收入支出决算总表\n"
      "公开01表 | ~ | ~ | ~ | ~ | 单位：万元\n"
      "收入 | ~ | ~ | 支出\n"
      "项目 | 2020年决算数 | 2021年决算数 | 项目 | 2020年决算数 | 2021年决算数\n"
      "一、财政拨款收入 | 1 | 2 | 一、一般公共服务支出 | 1 | 2\n"
      "二、上级补助收入 | 1 | 2 | 二、教育支出 | 1 | 2\n"
      "三、其他收入 | 1 | 2 | 科学技术支出 | 1 | 2\n"
      "本年收入合计 | 1 | 2 | 农林水支出 | 1 | 2\n"
      "年初结转和结余 | 1 | 2 | 三、卫生健康支出 | 1 | 2\n"
      "~ | ~ | ~ | 本年支出合计 | 1 | 2\n"
      "~ | ~ | ~ | 年末结转和结余 | 1 | 2\n"
      "总计 | 1 | 2 | 总计 | 1 | 2\n");
  CHECK(places_of(m, longer) ==
        "支出 rows 5 6 9 10 11 12 cols E F\n收入 rows 5 6 7 8 9 12 cols B C\n");
}

TEST_CASE(
    "years in headings are told by their distance, so that a later form fits the same mapping",
    "[align]") {
  const auto m = two_sided();
  auto form = m.blank.sheets[0];
  for (const char* col : {"B", "E"}) put(form, std::string(col) + "4", "2022年度决算数");
  for (const char* col : {"C", "F"}) put(form, std::string(col) + "4", "2023年度决算数");
  insert_column(form, 1);
  put(form, "B4", "2021年度决算数");
  const auto text = places_of(m, form);
  CHECK_THAT(text, Catch::Contains("收入 rows 5 6 7 8 9 10 cols C D\n"));
  CHECK_THAT(text, !Catch::Contains("changed") && !Catch::Contains("unaligned"));
}

namespace {

/// A list by function: two rows of headings, lines of unknown number, a note below.
Mapping list_form(TableEnd::Kind end) {
  Mapping m;
  m.sheets.emplace_back();
  m.definitions.form = "JSB3";
  m.definitions.title = "支出决算表";
  m.blank =
      workbook(sheet("支出决算表\n"
                     "~ | ~ | ~ | ~ | 金额单位：万元\n"
                     "项目 | ~ | 本年支出合计 | 其中\n"
                     "功能分类科目编码 | 科目名称 | ~ | 基本支出 | 项目支出\n"
                     "~\n~\n"
                     "注：本表反映部门本年度各项支出情况。\n",
                     {"A1:E1", "A3:B3", "C3:C4", "D3:E3", "A7:E7"}));
  TableBlock t;
  t.name = "支出";
  t.first_row = 4;
  t.last_row = 5;
  t.end.kind = end;
  t.columns = {{"编码", 0, {model::FieldType::Code}, false, false},
               {"名称", 1, {model::FieldType::Text}, false, false},
               {"合计", 2, {model::FieldType::Money}, false, false},
               {"基本支出", 3, {model::FieldType::Money}, false, false},
               {"项目支出", 4, {model::FieldType::Money}, false, false}};
  m.sheets[0].tables = {t};
  return m;
}

const char* const kPage =
    "支出决算表\n"
    "~ | ~ | ~ | ~ | 金额单位：万元\n"
    "项目 | ~ | 本年支出合计 | 其中\n"
    "功能分类科目编码 | 科目名称 | ~ | 基本支出 | 项目支出\n";

}  // namespace

TEST_CASE("a list printed over pages is one list, however it ends", "[align]") {
  const auto text = std::string(kPage) +
                    "201 | 一般公共服务支出 | 3 | 2 | 1\n20101 | 人大事务 | 3 | 2 | 1\n" + kPage +
                    "205 | 教育支出 | 8 | 8\n20502 | 注册教育费 | 8 | "
                    "8\n\n注：本表反映部门本年度各项支出情况。\n";
  const std::vector<std::string> merges = {"A1:E1", "A3:B3", "C3:C4",  "D3:E3",
                                           "A7:E7", "A9:B9", "C9:C10", "D9:E9"};
  for (const auto kind : {TableEnd::Kind::Note, TableEnd::Kind::Sheet}) {
    CHECK(places_of(list_form(kind), sheet(text, merges)) ==
          "支出 rows 5 6 11 12 cols A B C D E\n");
  }
}

TEST_CASE("a list that ends at the first blank row ends there", "[align]") {
  const auto text =
      std::string(kPage) + "201 | 一般公共服务支出 | 3 | 2 | 1\n\n205 | 教育支出 | 8 | 8\n";
  CHECK(places_of(list_form(TableEnd::Kind::Blank), sheet(text)) == "支出 rows 5 cols A B C D E\n");
}

TEST_CASE("a blank row that a group's name is merged into does not end the list", "[align]") {
  // 一般公共服务支出 is printed over three rows; the second was left blank, and with it everything
  // below was lost.
  const auto text = std::string(kPage) +
                    "201 | 一般公共服务支出 | 3 | 2 | 1\n\n~ | ~ | 8 | 8\n205 | 教育支出 | 8 | 8\n";
  CHECK(places_of(list_form(TableEnd::Kind::Blank), sheet(text, {"B5:B7"})) ==
        "支出 rows 5 6 7 8 cols A B C D E\n");
}

TEST_CASE("a list shifted sideways under its headings is read where it is", "[align]") {
  auto form = sheet(std::string(kPage) + "201 | 一般公共服务支出 | 3 | 2 | 1\n注：本表反映\n",
                    {"A1:E1", "A3:B3", "C3:C4", "D3:E3"});
  for (auto& cell : form.cells) cell.ref.col += cell.ref.row >= 2 ? 2 : 0;
  for (auto& merge : form.merges) {
    if (merge.first.row < 2) continue;
    merge.first.col += 2;
    merge.last.col += 2;
  }
  CHECK(places_of(list_form(TableEnd::Kind::Note), form) == "支出 rows 5 cols C D E F G\n");
}
