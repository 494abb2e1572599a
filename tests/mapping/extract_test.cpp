#include "mapping/extract.h"

#include <catch2/catch.hpp>

#include "mapping/self_evaluation.h"

using namespace huizong;
using namespace huizong::mapping;
using namespace huizong::testing;

namespace {

model::UnitList units() {
  return model::UnitList(
      {{"101001",
        "示例单位",
        "示例",
        {"示例局"},
        "示例主管部门",
        {},
        *Decimal::parse("1112.67"),
        ""},
       {"101002", "另一示例单位", "", {}, "示例主管部门", {}, std::nullopt, ""}});
}

Extracted read(const xlsx::Sheet& form, const std::string& file = "上报/101001_示例单位.xlsx",
               const Mapping& mapping = self_evaluation()) {
  static const model::UnitList list = units();
  return extract(mapping, workbook(form), Recognised(0), file, {list, 2021});
}

/// A log line without the file: "F12: 错误 ZTZP-T-x: ...".
std::string lines(const Extracted& e, Lang lang = Lang::Zh) {
  std::string out;
  for (const model::Finding& f : e.findings) {
    out += (f.place.cell ? to_string(*f.place.cell) : "-") + ": " + name_of(f.level).in(lang) +
           " " + f.rule + ": " + f.message.in(lang) + "\n";
  }
  return out;
}

/// "1064.54", "blank", "n/a" in marks, "text 优", "error #REF!", "no value".
std::string shown(const model::Value& v) {
  if (const auto* blank = std::get_if<model::Blank>(&v))
    return blank->not_applicable ? "not applicable" : "blank";
  if (const auto* t = model::text(v)) return "text " + *t;
  if (std::holds_alternative<model::CellError>(v)) return "error " + model::to_string(v);
  if (!model::is_available(v)) return "no value";
  return model::to_string(v);
}

std::string at(const Extracted& e, const std::string& path) {
  const model::Figure* f = e.submission.find(path);
  return f ? shown(f->value) : "absent";
}

std::string column(const Extracted& e, const std::string& name) {
  std::string out;
  const auto table = e.submission.tables.find("绩效指标");
  if (table == e.submission.tables.end()) return "absent";
  for (const auto& row : table->second.rows)
    out += (out.empty() ? "" : ", ") + shown(row.columns.at(name).value);
  return out;
}

}  // namespace

TEST_CASE("a clean form is read figure by figure, and nothing is said", "[extract]") {
  const auto e = read(filled_form());
  CHECK(lines(e) == "");
  CHECK(e.submission.key == model::SubmissionKey{2021, "ZTZP", "101001", ""});
  CHECK(e.submission.unit_name == "示例单位");
  CHECK(e.reported_unit == "示例单位");
  CHECK(e.submission.file == "上报/101001_示例单位.xlsx");
  CHECK(e.submission.counted);
  CHECK(at(e, "年度") == "2021");
  CHECK(at(e, "单位名称") == "text 示例单位");
  CHECK(at(e, "填报等级") == "text 优");
  CHECK(at(e, "填报总分") == "98.5");
  CHECK(at(e, "资金.合计.全年预算数") == "1112.67");
  CHECK(at(e, "资金.合计.执行率") == "1");
  CHECK(at(e, "资金.当年财政拨款.分值") == "not applicable");
  CHECK(at(e, "资金.当年财政拨款.执行率") == "blank");
  CHECK(at(e, "资金.其他资金.年初预算数") == "blank");
  CHECK(column(e, "一级指标") == "text 产出指标, text 产出指标, text 效益指标, text 效益指标");
  CHECK(column(e, "一级指标.权重") == "50, 50, 40, 40");
  CHECK(column(e, "三级指标") == "text 指标1, text 指标2, text 指标3, text 指标4");
  CHECK(column(e, "实际完成值") == "text 95.0%, text 95.0%, text 95.0%, text 95.0%");
  CHECK(column(e, "得分") == "10, 9, 8, 10");
  const auto& row = e.submission.tables.at("绩效指标").rows[1];
  CHECK(row.has_figure);
  CHECK(to_string(*row.columns.at("一级指标").place.cell) ==
        "B12");  // where the group's name stands
  CHECK(to_string(row.columns.at("得分").place) == "上报/101001_示例单位.xlsx › Sheet1 › H13");
  CHECK(e.checks.at("ZTZP-R-单位名称").passed == 1);
  CHECK(e.checks.at("ZTZP-M-量级").passed == 1);
}

TEST_CASE("what stands in a figure's cell is read for what it is", "[extract]") {
  struct Case {
    const char* ref;
    const char* there;
    const char* path;
    const char* value;
    const char* said;
  };
  const auto c = GENERATE(values<Case>({
      {"C8", "0", "资金.其他资金.年初预算数", "0", ""},
      {"C8", "'", "资金.其他资金.年初预算数", "blank", ""},
      {"C8", "/", "资金.其他资金.年初预算数", "not applicable", ""},
      {"C8", "'１，０６４．５４", "资金.其他资金.年初预算数", "1064.54",
       "C8: 提示 ZTZP-T-资金.其他资金.年初预算数: 这一格是文字“１，０６４．５４”，已按数字 1064.54 "
       "读取。\n"},
      {"C8", "150万", "资金.其他资金.年初预算数", "150",
       "C8: 提示 ZTZP-T-资金.其他资金.年初预算数: 这一格是文字“150万”，已按数字 150 万元 读取。\n"},
      {"C8", "72,890元", "资金.其他资金.年初预算数", "7.289",
       "C8: 提示 ZTZP-T-资金.其他资金.年初预算数: 这一格是文字“72,890元”，已按数字 7.289 万元 "
       "读取。\n"},
      {"C8", "△3.2", "资金.其他资金.年初预算数", "-3.2",
       "C8: 提示 ZTZP-T-资金.其他资金.年初预算数: 这一格是文字“△3.2”，已按数字 -3.2 读取。\n"},
      {"C8", "约150", "资金.其他资金.年初预算数", "text 约150",
       "C8: 错误 ZTZP-T-资金.其他资金.年初预算数: "
       "这里应填数字，现为“约150”，没有当作数字读取，请改填数字。\n"},
      {"C8", "95%", "资金.其他资金.年初预算数", "text 95%",
       "C8: 错误 ZTZP-T-资金.其他资金.年初预算数: "
       "这里应填数字，现为“95%”，没有当作数字读取，请改填数字。\n"},
      {"C8", "#REF!", "资金.其他资金.年初预算数", "error #REF!",
       "C8: 错误 ZTZP-T-资金.其他资金.年初预算数: 这一格是错误值 "
       "#REF!，请改正公式或它所引用的数。\n"},
      {"C8", "=", "资金.其他资金.年初预算数", "no value",
       "C8: 未能检查 ZTZP-T-资金.其他资金.年初预算数: 这里的公式没有保存结果，无法读取；请用 Excel "
       "打开、保存后再报。\n"},
      {"C8", "=12.5", "资金.其他资金.年初预算数", "12.5", ""},
      {"G5", "95.5%%", "资金.合计.执行率", "0.955", ""},
      {"G5", "'９５．５％", "资金.合计.执行率", "0.955",
       "G5: 提示 ZTZP-T-资金.合计.执行率: 这一格是文字“９５．５％”，已按数字 0.955 读取。\n"},
      {"G5", "0.955", "资金.合计.执行率", "0.955", ""},
      {"G5", "95.5", "资金.合计.执行率", "95.5",
       "G5: 提示 ZTZP-T-资金.合计.执行率: 这里的率是小数，95.5 即 9550%；如果是想填 "
       "95.5%，请改填。\n"},
      {"G5", "150万", "资金.合计.执行率", "text 150万",
       "G5: 错误 ZTZP-T-资金.合计.执行率: "
       "这里应填数字，现为“150万”，没有当作数字读取，请改填数字。\n"},
  }));
  CAPTURE(c.ref, c.there);
  auto form = filled_form();
  put(form, c.ref, c.there);
  const auto e = read(form);
  CHECK(at(e, c.path) == c.value);
  CHECK(lines(e) == c.said);
}

TEST_CASE("a rate that may be a hundred times too large carries the clue", "[extract]") {
  auto form = filled_form();
  put(form, "G5", "95.5");
  const auto e = read(form);
  REQUIRE(e.findings.size() == 1);
  REQUIRE(e.findings[0].clues.size() == 1);
  CHECK(e.findings[0].clues[0].kind == "times_100");
}

TEST_CASE("a rate the form keeps in percent is divided by 100, but not one that shows %",
          "[extract]") {
  auto mapping = self_evaluation();
  mapping.sheets[0].grids[0].types["执行率"] = {model::FieldType::Percent, true};
  auto form = filled_form();
  CHECK(at(read(form, "a.xlsx", mapping), "资金.合计.执行率") == "1");
  put(form, "G5", "95.5");
  CHECK(at(read(form, "a.xlsx", mapping), "资金.合计.执行率") == "0.955");
  CHECK_FALSE(read(form, "a.xlsx", mapping).submission.find("资金.合计.执行率")->shown_decimals);
}

// Typed 3/4, the cell became a date of serial number 44259; the serial number is no figure.
TEST_CASE("a date where a number is due is an error, whatever kind of number", "[extract]") {
  const auto [ref, path] = GENERATE(table<const char*, const char*>({
      {"C8", "资金.其他资金.年初预算数"},
      {"F5", "资金.合计.分值"},
      {"G5", "资金.合计.执行率"},
      {"H16", "填报总分"},
  }));
  const bool iso = GENERATE(false, true);
  CAPTURE(ref, iso);
  auto form = filled_form();
  put(form, ref, iso ? "2021-03-04" : "44259");
  for (auto& cell : form.cells) {
    if (cell.ref != *parse_cell_ref(ref)) continue;
    cell.style = 3;
    if (iso) cell.type = xlsx::CellType::Date;
  }
  const auto e = read(form);
  CHECK(at(e, path) == "text 2021-03-04");
  CHECK(lines(e) == std::string(ref) + ": 错误 ZTZP-T-" + path +
                        ": 这里应填数，现为日期 2021-03-04，没有当作数读取；"
                        "请把这一格的格式改为数值，再填上数。\n");
}

// “12分” was an error, although points are counted in 分.
TEST_CASE("points may be written with their unit", "[extract]") {
  auto form = filled_form();
  put(form, "H16", "98.5分");
  put(form, "H12", "' ９．４４ 分");
  put(form, "C8", "12分");
  put(form, "H13", "分");
  const auto e = read(form);
  CHECK(at(e, "填报总分") == "98.5");
  CHECK(column(e, "得分") == "9.44, text 分, 8, 10");
  CHECK(lines(e) ==
        "C8: 错误 ZTZP-T-资金.其他资金.年初预算数: "
        "这里应填数字，现为“12分”，没有当作数字读取，请改填数字。\n"
        "H12: 提示 ZTZP-T-绩效指标.得分: 这一格是文字“ ９．４４ 分”，已按数字 9.44 读取。\n"
        "H13: 错误 ZTZP-T-绩效指标.得分: "
        "这里应填数字，现为“分”，没有当作数字读取，请改填数字。\n"
        "H16: 提示 ZTZP-T-填报总分: 这一格是文字“98.5分”，已按数字 98.5 读取。\n");
}

TEST_CASE("a label is read by its name; where the template prints its points they are missed",
          "[extract]") {
  auto form = filled_form();
  put(form, "B12", "一、产出指标（分值：50分）");
  put(form, "B14", "（二）效益指标");
  const auto e = read(form);
  CHECK(column(e, "一级指标") == "text 产出指标, text 产出指标, text 效益指标, text 效益指标");
  CHECK(column(e, "一级指标.权重") == "50, 50, blank, blank");
  CHECK(e.submission.tables.at("绩效指标").rows[0].columns.at("一级指标").raw ==
        "一、产出指标（分值：50分）");
  CHECK(lines(e) ==
        "B14: 提示 ZTZP-T-绩效指标.一级指标: "
        "表样在“效益指标”后标注分值（40分），这里没有标注，所属各指标的分值之和无从核对；"
        "请照表样标注。\n");
}

TEST_CASE("the formula of a derived figure may be without its value: it is computed here",
          "[extract]") {
  auto mapping = self_evaluation();
  mapping.definitions.derived.push_back({"执行率", nullptr, {}, 4, "", "资金.合计.执行率"});
  auto form = filled_form();
  put(form, "G5", "=");
  const auto e = read(form, "101001.xlsx", mapping);
  CHECK(at(e, "资金.合计.执行率") == "no value");
  CHECK(lines(e) ==
        "G5: 提示 ZTZP-T-资金.合计.执行率: 这里的公式没有保存结果，以本程序的计算为准。\n");
}

TEST_CASE("decimals shown are the format's, or the stored value's where longer", "[extract]") {
  const auto shown_at = [](const char* there, unsigned style) {
    auto form = filled_form();
    put(form, "C8", there);
    for (auto& cell : form.cells) {
      if (cell.ref == CellRef{7, 2}) cell.style = style;
    }
    return read(form).submission.find("资金.其他资金.年初预算数")->shown_decimals;
  };
  CHECK(shown_at("12.5", 2) == 2);
  CHECK(shown_at("12.5678", 2) == 4);
  CHECK(shown_at("12.5", 0) == std::nullopt);
  CHECK(shown_at("'12.50", 0) == 2);
  CHECK(shown_at("72,890元", 0) == 4);
}

TEST_CASE("a heading that says 元 converts its block, exactly and with one note", "[extract]") {
  auto form = filled_form();
  put(form, "A4", "资金情况\\n（元）");
  put(form, "G2", "");
  put(form, "C5", "10645400");
  put(form, "D5", "11126700.01");
  put(form, "E5", "11126700");
  const auto e = read(form);
  CHECK(at(e, "资金.合计.年初预算数") == "1064.54");
  CHECK(at(e, "资金.合计.全年预算数") == "1112.670001");
  CHECK(at(e, "资金.合计.分值") == "10");  // points are no money
  CHECK(lines(e) == "A4: 提示 ZTZP-M-单位: 这里的金额单位是元，已折算为万元。\n");
  CHECK(e.submission.counted);
}

TEST_CASE("单位：元 above converts what its block does not say otherwise of itself", "[extract]") {
  auto form = filled_form();
  put(form, "G2", "单位：元");
  CHECK(lines(read(form)) == "");  // 资金情况（万元） is nearer
  put(form, "A4", "资金情况");
  for (const char* ref : {"C5", "D5", "E5"}) put(form, ref, "11126700");
  const auto e = read(form);
  CHECK(at(e, "资金.合计.全年预算数") == "1112.67");
  CHECK(lines(e) == "G2: 提示 ZTZP-M-单位: 这里的金额单位是元，已折算为万元。\n");
}

TEST_CASE("one column's own unit converts that column", "[extract]") {
  auto form = filled_form();
  put(form, "E4", "全年执行数（元）");
  put(form, "E5", "11126700");
  const auto e = read(form);
  CHECK(at(e, "资金.合计.全年执行数") == "1112.67");
  CHECK(at(e, "资金.合计.全年预算数") == "1112.67");
}

TEST_CASE("amounts in 元 under a heading of 万元 stay out of the sums", "[extract]") {
  auto form = filled_form();
  put(form, "D5", "11126700");
  const auto e = read(form);
  CHECK(lines(e) ==
        "D5: 错误 ZTZP-M-量级: 这里是 11,126,700.00万元，而单位名录中的财政拨款是 "
        "1,112.67万元，大了约 10,000 倍，疑为按元填报；没有计入汇总，请核实金额单位。\n");
  CHECK_FALSE(e.submission.counted);
  CHECK(e.submission.why_not_counted.zh ==
        "金额与单位名录中的财政拨款相差约 10,000 倍，金额单位待核实");
  CHECK(e.findings[0].clues.at(0).kind == "times_10000");
  CHECK(e.findings[0].field == "资金.合计.全年预算数");
  CHECK(e.findings[0].unit.code == "101001");
  put(form, "D5", "0.111267");
  CHECK_FALSE(read(form).submission.counted);
  put(form, "D5", "111267");  // a hundred times: some other mistake
  CHECK(read(form).submission.counted);
}

// A unit typed one column in 元; only the magnitude cell was looked at, and its 11 million 万元 of
// 执行数 went into the sums.
TEST_CASE("one column of the magnitude's row in another unit is caught as well", "[extract]") {
  struct Case {
    const char* heading;  // of C
    const char* c5;
    const char* e5;
    const char* said;
  };
  const auto c = GENERATE(values<Case>({
      {"年初预算数", "1064.54", "11126700",
       "E5: 错误 ZTZP-M-量级: 这里是 11,126,700.00万元，而单位名录中的财政拨款是 "
       "1,112.67万元，大了约 10,000 倍，疑为按元填报；没有计入汇总，请核实金额单位。\n"},
      {"年初预算数", "10645400", "11126700",
       "C5: 错误 ZTZP-M-量级: 这里是 10,645,400.00万元，而单位名录中的财政拨款是 "
       "1,112.67万元，大了约 9,567 倍，疑为按元填报；没有计入汇总，请核实金额单位。同一行的 E5 "
       "也是这样。\n"},
      {"年初预算数(元)", "1064.54", "1112.67",
       "C4: 提示 ZTZP-M-单位: 这里的金额单位是元，已折算为万元。\n"
       "C5: 错误 ZTZP-M-量级: 这里是 0.106454万元，而单位名录中的财政拨款是 "
       "1,112.67万元，小了约 10,452 倍，疑为金额单位有误；没有计入汇总，请核实金额单位。\n"},
      {"年初预算数", "0", "1112.67", ""},
  }));
  CAPTURE(c.heading, c.c5, c.e5);
  auto form = filled_form();
  put(form, "C4", c.heading);
  put(form, "C5", c.c5);
  put(form, "E5", c.e5);
  put(form, "F5", "10000000");  // points are no money
  const auto e = read(form);
  CHECK(lines(e) == c.said);
  CHECK(e.submission.counted == (c.said[0] == '\0'));
  if (e.submission.counted) return;
  CHECK(e.findings.back().clues.at(0).kind == "times_10000");
  CHECK(e.checks.at("ZTZP-M-量级").failed == 1);
}

TEST_CASE("whose form it is: the cell, else the file's name", "[extract]") {
  struct Case {
    const char* cell;
    const char* file;
    const char* unit;
    const char* reported;
    const char* said;
  };
  const auto c = GENERATE(values<Case>({
      {"示例单位", "a.xlsx", "101001", "示例单位", ""},
      {"示 例 局", "a.xlsx", "101001", "示 例 局", ""},
      {"示例单位（公章）", "a.xlsx", "101001", "示例单位（公章）", ""},
      {"示例单位(盖 章)", "101001_x.xlsx", "101001", "示例单位(盖 章)", ""},
      {"示例单位（101001）", "a.xlsx", "101001", "示例单位（101001）", ""},
      {"示例单位(101001)", "101001_x.xlsx", "101001", "示例单位(101001)", ""},
      {"示例单位（盖章）[101001]", "a.xlsx", "101001", "示例单位（盖章）[101001]", ""},
      {"示例单位【101001】（公章）", "a.xlsx", "101001", "示例单位【101001】（公章）", ""},
      {"示例局（101001）", "a.xlsx", "101001", "示例局（101001）", ""},
      {"'101001", "a.xlsx", "101001", "101001", ""},
      {"101001", "a.xlsx", "101001", "101001", ""},  // a number
      {"[101001]示例单位", "a.xlsx", "101001", "[101001]示例单位", ""},
      // The code alone decided, and nobody was told that the name is nobody's.
      {"101002-旧名称（单位盖章）", "a.xlsx", "101002", "101002-旧名称（单位盖章）",
       "C3: 警告 ZTZP-U-单位: "
       "这里的名称“旧名称”不在单位名录中，按编码认作“另一示例单位”（101002），请核实编码；名称没有"
       "错的"
       "，请作为别名写进单位名录。\n"},
      {"旧名称（101002）", "101002_x.xlsx", "101002", "旧名称（101002）",
       "C3: 警告 ZTZP-U-单位: "
       "这里的名称“旧名称”不在单位名录中，按编码认作“另一示例单位”（101002），请核实编码；名称没有"
       "错的"
       "，请作为别名写进单位名录。\n"},
      {"", "报/101002_x.xlsx", "101002", "101002_x", ""},
      {"名录外单位", "名录外单位.xlsx", "", "名录外单位", ""},
      {"示例单位", "101002_x.xlsx", "101001", "示例单位",
       "C3: 错误 ZTZP-U-单位: "
       "表中单位是“示例单位”（101001），文件名却是“另一示例单位”（101002）的，请核实是哪一家报送的"
       "。\n"},
      {"101001 另一示例单位", "101001_x.xlsx", "101001", "101001 另一示例单位",
       "C3: 错误 ZTZP-U-单位: "
       "这里既写了“示例单位”（101001），又写了“另一示例单位”（101002），请核实编码和名称。\n"},
      // One slip in the code, and the figures went to the other unit, with two errors at the cell.
      {"示例单位（101002）", "101001_x.xlsx", "101001", "示例单位（101002）",
       "C3: 错误 ZTZP-U-单位: "
       "这里既写了“示例单位”（101001），又写了“另一示例单位”（101002），请核实编码和名称。\n"},
      {"101002 示例单位", "101001_x.xlsx", "101001", "101002 示例单位",
       "C3: 错误 ZTZP-U-单位: "
       "这里既写了“示例单位”（101001），又写了“另一示例单位”（101002），请核实编码和名称。\n"},
      {"示例单位(109999)", "a.xlsx", "101001", "示例单位(109999)",
       "C3: 错误 ZTZP-U-单位: "
       "这里写的编码“109999”不在单位名录中，按名称认作“示例单位”（101001），请核实编码和名称。\n"},
      // A code of nobody stood beside the name and was passed over.
      {"109999 示例单位", "101001_x.xlsx", "101001", "109999 示例单位",
       "C3: 错误 ZTZP-U-单位: "
       "这里写的编码“109999”不在单位名录中，按名称认作“示例单位”（101001），请核实编码和名称。\n"},
      {"名录外单位", "101002_x.xlsx", "101002", "名录外单位",
       "C3: 错误 ZTZP-U-单位: "
       "表中单位“名录外单位”不在单位名录中，按文件名认作“另一示例单位”（101002），请核实。\n"},
      {"部门整体支出绩效自评表", "101002_x.xlsx", "101002", "101002_x",
       "C3: 错误 ZTZP-U-单位: "
       "这里应填单位名称，现为表上的文字“部门整体支出绩效自评表”，请改填。\n"},
      {"部门名称", "101002_x.xlsx", "101002", "101002_x",
       "C3: 错误 ZTZP-U-单位: 这里应填单位名称，现为表上的文字“部门名称”，请改填。\n"},
  }));
  CAPTURE(c.cell, c.file);
  auto mapping = self_evaluation();
  mapping.magnitude = "";
  mapping.sheets[0].fields[1].required = false;
  auto form = filled_form();
  put(form, "C3", c.cell);
  const auto e = read(form, c.file, mapping);
  CHECK(e.submission.key.unit == c.unit);
  CHECK(e.reported_unit == c.reported);
  CHECK(lines(e) == c.said);
}

TEST_CASE("a form of another year stays out of the sums; one that leaves its year open does not",
          "[extract]") {
  auto form = filled_form();
  put(form, "A1", "2020年度部门整体支出绩效自评表");
  auto e = read(form);
  CHECK(lines(e) ==
        "A1: 错误 ZTZP-Y-年度: 这是 2020 年度的表，本次任务是 2021 "
        "年度，没有计入汇总；请核实年度或改报本年度的表。\n");
  CHECK_FALSE(e.submission.counted);
  CHECK(e.submission.key.year == 2021);
  for (const char* open : {"年度部门整体支出绩效自评表", "    年度部门整体支出绩效自评表",
                           "____年度部门整体支出绩效自评表", "部门整体支出绩效自评表"}) {
    CAPTURE(open);
    put(form, "A1", open);
    e = read(form);
    CHECK(e.submission.counted);
    CHECK(at(e, "年度") == "blank");
    CHECK_THAT(lines(e), !Catch::Contains("-Y-"));
  }
  put(form, "A1", "二〇二一年度部门整体支出绩效自评表");
  CHECK(at(read(form), "年度") == "2021");
}

// 2020年部门整体支出绩效自评表, without 度, was not found as the title at all; the form of 2020
// stayed in the sums of 2021.
TEST_CASE("a title retyped in other words gives its year, with a note", "[extract]") {
  struct Case {
    const char* title;
    const char* year;
    bool counted;
    bool noted;
  };
  const auto c = GENERATE(values<Case>({
      {"2020年部门整体支出绩效自评表", "2020", false, true},
      {"2021年部门整体支出绩效自评表", "2021", true, true},
      {"2021部门整体支出绩效自评表", "2021", true, true},
      {"示例市2021年度部门整体支出绩效自评表", "2021", true, true},
      {"示例市2020年度部门整体支出绩效自评表", "2020", false, true},
      {"2021年度部门整体支出绩效自评表（盖章）", "2021", true, true},
      {"部门整体支出绩效自评表（2020年度）", "2020", false, true},
      {"附件3：部门整体支出绩效自评表", "blank", true, false},
      {"20××年部门整体支出绩效自评表", "blank", true, false},
  }));
  CAPTURE(c.title);
  auto form = filled_form();
  put(form, "A1", c.title);
  const auto e = read(form);
  CHECK(at(e, "年度") == c.year);
  CHECK(e.submission.counted == c.counted);
  CHECK(e.submission.form_year.has_value() == (std::string(c.year) != "blank"));
  const std::string note = std::string(
                               "A1: 提示 ZTZP-P-年度: 这里应写成“……年度部门整体支出绩效自评表”"
                               "的样子，现为“") +
                           c.title + "”，已按 " + c.year + " 年度读取。\n";
  const std::string error =
      "A1: 错误 ZTZP-Y-年度: 这是 2020 年度的表，本次任务是 2021 "
      "年度，没有计入汇总；请核实年度或改报本年度的表。\n";
  CHECK(lines(e) == (c.noted ? note : "") + (c.counted ? "" : error));
}

TEST_CASE("a year that cannot be read keeps the form out of the sums; the cell is named",
          "[extract]") {
  auto mapping = self_evaluation();
  mapping.sheets[0].fields[0].required = true;
  auto form = filled_form();
  for (const char* title :
       {"2021-2022年度部门整体支出绩效自评表", "2021、2022年部门整体支出绩效自评表",
        "21年部门整体支出绩效自评表", "2021-22年部门整体支出绩效自评表"}) {
    CAPTURE(title);
    put(form, "A1", title);
    const auto e = read(form, "101001.xlsx", mapping);
    CHECK(lines(e) ==
          std::string("A1: 错误 ZTZP-T-年度: 这里应填一个 1950—2100 年之间的年度，现为“") + title +
              "”，读不出是哪一年，没有计入汇总；请在 A1 写成“2021年度部门整体支出绩效自评表”。\n");
    CHECK_FALSE(e.submission.counted);
    CHECK(e.submission.why_not_counted.zh == "表上的年度读不出来");
    CHECK(e.submission.form_year == std::nullopt);
  }
  put(form, "A1", "____年度部门整体支出绩效自评表");
  const auto e = read(form, "101001.xlsx", mapping);
  CHECK(lines(e) ==
        "A1: 错误 ZTZP-R-年度: 没有写明年度，请在 A1 写成“2021年度部门整体支出绩效自评表”。\n");
  CHECK(e.submission.counted);
}

TEST_CASE("a title that leaves its year open is dated by the row below it", "[extract]") {
  auto mapping = self_evaluation();
  mapping.sheets[0].fields[0].required = true;
  auto form = filled_form();
  put(form, "A1", "部门整体支出绩效自评表");
  put(form, "A2", "（2021年度）");
  auto e = read(form, "101001.xlsx", mapping);
  CHECK(at(e, "年度") == "2021");
  CHECK(lines(e) == "");
  CHECK(e.unmapped.empty());
  put(form, "A2", "（2020 年度）");
  e = read(form, "101001.xlsx", mapping);
  CHECK_THAT(lines(e), Catch::StartsWith("A2: 错误 ZTZP-Y-年度: 这是 2020 年度的表"));
  CHECK_FALSE(e.submission.counted);
  put(form, "A2", "请对照2020年度的决算填写各项数据，勿漏。");  // prose
  CHECK(at(read(form, "101001.xlsx", mapping), "年度") == "blank");
}

TEST_CASE("a form whose title is gone stays out of the sums, and the title's words are asked for",
          "[extract]") {
  auto form = filled_form();
  put(form, "A1", "自评情况");
  delete_row(form, 1);
  const auto e = read(form);
  CHECK(at(e, "年度") == "absent");
  CHECK_FALSE(e.submission.counted);
  CHECK_THAT(lines(e), Catch::Contains("“年度”要靠“____年度部门整体支出绩效自评表”定位"));
}

TEST_CASE("what must be filled in and is not is an error, each cell by itself", "[extract]") {
  auto mapping = self_evaluation();
  mapping.sheets[0].tables[0].columns[2].required = true;
  auto form = filled_form();
  put(form, "C3", "");
  put(form, "D13", "");
  const auto e = read(form, "101001.xlsx", mapping);
  CHECK(lines(e) ==
        "C3: 错误 ZTZP-R-单位名称: “单位名称”未填，这一项必须填写。\n"
        "D13: 错误 ZTZP-R-绩效指标.三级指标: “绩效指标.三级指标”未填，这一项必须填写。\n");
  CHECK(e.checks.at("ZTZP-R-单位名称").failed == 1);
  CHECK(e.checks.at("ZTZP-R-绩效指标.三级指标").passed == 3);
  CHECK(e.checks.at("ZTZP-R-绩效指标.三级指标").failed == 1);
}

TEST_CASE("rows without any figure are kept but marked, and end no group", "[extract]") {
  auto form = filled_form();
  for (const char* ref : {"D13", "E13", "F13", "G13", "H13"}) put(form, ref, "");
  const auto e = read(form);
  const auto& rows = e.submission.tables.at("绩效指标").rows;
  REQUIRE(rows.size() == 4);
  CHECK_FALSE(rows[1].has_figure);
  CHECK(rows[2].has_figure);
  CHECK(column(e, "一级指标") == "text 产出指标, text 产出指标, text 效益指标, text 效益指标");
}

TEST_CASE("a new group on the left takes nothing from the row above on its right", "[extract]") {
  auto form = filled_form();
  put(form, "C12", "数量指标");
  put(form, "C15", "满意度指标");
  CHECK(column(read(form), "二级指标") == "text 数量指标, text 数量指标, blank, text 满意度指标");
}

TEST_CASE("a figure merged over two rows is counted once", "[extract]") {
  auto form = filled_form();
  form.merges.push_back(*parse_cell_range("G12:G13"));
  form.merges.push_back(*parse_cell_range("F5:F6"));
  std::sort(form.merges.begin(), form.merges.end());
  const auto e = read(form);
  CHECK(column(e, "分值") == "10, blank, 10, 10");
  CHECK(at(e, "资金.合计.分值") == "10");
  CHECK(at(e, "资金.当年财政拨款.分值") == "blank");
}

TEST_CASE(
    "a changed label is a note; a block that cannot be placed is an error and its figures are "
    "absent",
    "[extract]") {
  auto form = filled_form();
  put(form, "B7", "上年结余");
  CHECK(lines(read(form)) ==
        "B7: 提示 ZTZP-L-资金: "
        "表样上的“上年结转资金”在这里写作“上年结余”，已按位置认作同一项，请核实。\n");
  delete_row(form, 6);
  const auto e = read(form);
  CHECK(lines(e) ==
        "-: 错误 ZTZP-L-资金: "
        "未能对齐：“资金”要靠“上年结转资金”定位，表中没有找到，“资金”没有读取；请按下发的表样恢复。"
        "\n");
  CHECK(at(e, "资金.合计.全年预算数") == "absent");
  CHECK(column(e, "得分") == "10, 9, 8, 10");
  CHECK(e.checks.at("ZTZP-M-量级").not_applicable == 1);
}

// 其他资金 stood above 当年财政拨款: the message said it was not on the sheet.
TEST_CASE("words that stand in another order than the template's are not said to be missing",
          "[extract]") {
  auto form = filled_form();
  put(form, "B6", "其他资金");
  put(form, "B7", "其中：当年财政拨款");
  put(form, "B8", "上年结转资金");
  CHECK(lines(read(form)) ==
        "B6: 错误 ZTZP-L-资金: 未能对齐：“资金”要靠“其他资金”定位，表中有（B6），但次序与表样不同，"
        "“资金”没有读取；请按下发的表样恢复。\n");
}

TEST_CASE("cells that nothing maps are listed, an inserted label among them", "[extract]") {
  CHECK(read(filled_form()).unmapped.empty());
  auto form = filled_form();
  put(form, "J5", "12");             // a sum of the unit's own
  put(form, "A18", "填表人：某某");  // a line below the form
  put(form, "I12", "'");             // blank
  insert_row(form, 7);               // inside the funds
  put(form, "B8", "其中：基金");
  put(form, "C8", "3");
  std::string cells;
  for (const Location& place : read(form).unmapped) cells += " " + to_string(*place.cell);
  CHECK(cells == " J5 B8 C8 A19");
}

TEST_CASE("a pattern that is not kept is read all the same, with a note", "[extract]") {
  auto form = filled_form();
  put(form, "I16", "优");
  const auto e = read(form);
  CHECK(at(e, "填报等级") == "text 优");
  CHECK(lines(e) ==
        "I16: 提示 ZTZP-P-填报等级: "
        "这里应写成“等级：……”的样子，现为“优”，已把整格当作所填内容读取。\n");
  put(form, "I16", "等级：");
  CHECK(at(read(form), "填报等级") == "blank");
}

TEST_CASE("named parts of a cell are figures of their own", "[extract]") {
  auto mapping = self_evaluation();
  mapping.sheets[0].fields[1].patterns = {*Pattern::parse("{编码}-{名称}")};
  mapping.magnitude = "";
  auto form = filled_form();
  put(form, "C3", "101002－曾用名");
  auto e = read(form, "a.xlsx", mapping);
  CHECK(at(e, "单位名称") == "text 101002－曾用名");
  CHECK(at(e, "单位名称.编码") == "text 101002");
  CHECK(at(e, "单位名称.名称") == "text 曾用名");
  CHECK(e.submission.key.unit == "101002");
  put(form, "C3", "示例单位");
  e = read(form, "a.xlsx", mapping);
  CHECK(at(e, "单位名称.编码") == "blank");
  CHECK(e.submission.key.unit == "101001");
  CHECK_THAT(lines(e), Catch::Contains("C3: 错误 ZTZP-P-单位名称"));
}

TEST_CASE("parts of a cell may be amounts, counts and rates", "[extract]") {
  auto mapping = self_evaluation();
  mapping.sheets[0].fields[1].patterns = {
      *Pattern::parse("{人数:count}人，支出{金额:money}元，完成{比率:percent}%")};
  mapping.magnitude = "";
  auto form = filled_form();
  put(form, "C3", "12人，支出2,500元，完成９５.５％");
  auto e = read(form, "a.xlsx", mapping);
  CHECK(at(e, "单位名称.人数") == "12");
  CHECK(at(e, "单位名称.金额") == "0.25");  // the form is in 万元
  CHECK(at(e, "单位名称.比率") == "0.955");
  put(form, "C3", "约12人，支出元，完成95%");
  e = read(form, "a.xlsx", mapping);
  CHECK(at(e, "单位名称.金额") == "blank");
  CHECK_THAT(lines(e), Catch::Contains("C3: 错误 ZTZP-T-单位名称.人数: 这里应填数字，现为“约12”，"
                                       "没有当作数字读取，请改填数字。\n"));
}

TEST_CASE("every message has both languages", "[extract]") {
  auto form = filled_form();
  put(form, "C3", "名录外单位");
  put(form, "B7", "上年结余");
  put(form, "C8", "约");
  put(form, "D8", "12,3元");
  put(form, "D5", "11126700");
  const auto e = read(form, "101001.xlsx");
  for (const auto& f : e.findings) {
    CAPTURE(f.rule);
    CHECK_FALSE(f.message.zh.empty());
    CHECK(f.message.zh != f.message.en);
    CHECK(f.message.en.back() == '.');
    CHECK(f.form == "ZTZP");
    CHECK(f.place.file == "101001.xlsx");
  }
  CHECK(e.findings.size() == 5);
}

TEST_CASE("the year below a title is minded where no field takes it", "[extract]") {
  auto mapping = self_evaluation();
  mapping.sheets[0].fields.erase(mapping.sheets[0].fields.begin());
  put(mapping.blank.sheets[0], "A1", "部门整体支出绩效自评表");
  put(mapping.blank.sheets[0], "A2", "（____年度）");
  auto form = filled_form();
  put(form, "A1", "部门整体支出绩效自评表");
  put(form, "A2", "（2021年度）");
  CHECK(lines(read(form, "101001.xlsx", mapping)) == "");
  put(form, "A2", "（２０２０ 年度）");
  const auto e = read(form, "101001.xlsx", mapping);
  CHECK_THAT(lines(e), Catch::StartsWith("A2: 错误 ZTZP-Y-年度: 这是 2020 年度的表"));
  CHECK_FALSE(e.submission.counted);
}

TEST_CASE("a stray cell at the sheet's end makes no million rows", "[extract]") {
  auto mapping = self_evaluation();
  mapping.sheets[0].tables[0].end = {TableEnd::Kind::Sheet, "", 0};
  for (const char* ref : {"A15", "G15", "I15", "A16"}) put(mapping.blank.sheets[0], ref, "");
  mapping.sheets[0].fields.resize(4);
  auto form = filled_form();
  for (const char* ref : {"A16", "G16", "H16", "I16", "A17"}) put(form, ref, "");
  put(form, "D1048576", "x");
  const auto e = read(form, "101001.xlsx", mapping);
  CHECK(lines(e) == "");
  CHECK(e.submission.tables.at("绩效指标").rows.size() == 105);
}

TEST_CASE("merges that overlap, as no Excel writes them, do no harm", "[extract]") {
  auto form = filled_form();
  for (int i = 0; i < 2000; ++i)
    form.merges.push_back(*parse_cell_range("A1:Z" + std::to_string(1000 + i)));
  std::sort(form.merges.begin(), form.merges.end());
  const auto e = read(form);
  CHECK(at(e, "资金.合计.全年预算数") == "1112.67");
  CHECK(e.submission.key.unit == "101001");
}
