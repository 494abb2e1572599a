// SUMMARY: the 汇总表 of a large job, from figures in memory to the workbook's bytes.
//
//   summary UNITS ROWS FOLDER OUT
//
// Every unit has 30 amounts, 8 rates, a grade and a rank (40 columns) and ROWS indicators of 8
// columns beside its own four. The form and its template are made in FOLDER.

#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "derive/derive.h"
#include "file_bytes.h"
#include "mapping/mapping.h"
#include "report/summary.h"
#include "xlsx/writer.h"

namespace {
using namespace huizong;
namespace fs = std::filesystem;

constexpr int kAmounts = 30, kRates = 8;

void make_template(const fs::path& file) {
  xlsx::Writer book({.title = "大表", .date = "2022-03-15"});
  xlsx::SheetWriter& sheet = book.add_sheet("大表");
  const xlsx::StyleId plain = book.style({});
  sheet.text({0, 0}, "大额支出统计表", plain);
  sheet.text({1, 0}, "单位名称：", plain);
  for (int i = 0; i < kAmounts; ++i) sheet.text({2 + i, 0}, fmt::format("金额第{}项", i), plain);
  const char* const headings[] = {"一级指标", "二级指标", "三级指标", "指标值",
                                  "完成值",   "分值",     "得分",     "说明"};
  for (int i = 0; i < 8; ++i) sheet.text({40, i}, headings[i], plain);
  sheet.text({42, 0}, "总分", plain);
  bench::write_bytes(file.c_str(), book.package());
}

void make_mapping(const fs::path& file) {
  std::string text =
      "format = 1\nid = \"DBJC\"\ntitle = \"大额支出统计表\"\ntemplate = \"大表.xlsx\"\n"
      "money = \"万元\"\nfields = [\n"
      "  { name = \"单位名称\", cell = \"A2\", type = \"text\", key = \"unit\", pattern = "
      "\"单位名称：{}\" },\n";
  for (int i = 0; i < kAmounts; ++i)
    text += fmt::format("  {{ name = \"金额{}\", cell = \"B{}\", type = \"money\" }},\n", i, 3 + i);
  text +=
      "]\n[recognise]\ncontains = [\"大额支出统计表\"]\n[[tables]]\nname = \"绩效指标\"\nrows = "
      "\"42:42\"\nend = { text = \"总分\", col = \"A\" }\ncolumns = [\n";
  const char* const columns[] = {"一级指标|text", "二级指标|text", "三级指标|text", "指标值|target",
                                 "完成值|actual", "分值|score",    "得分|score",    "说明|text"};
  for (int i = 0; i < 8; ++i) {
    const std::string column = columns[i];
    const auto bar = column.find('|');
    text += fmt::format("  {{ name = \"{}\", col = \"{}\", type = \"{}\" }},\n",
                        column.substr(0, bar), static_cast<char>('A' + i), column.substr(bar + 1));
  }
  text += "]\n";
  for (int i = 0; i < kRates; ++i)
    text += fmt::format(
        "[[derived]]\nname = \"比率{0}\"\nexpr = \"金额{1} / 金额{0}\"\ndigits = 4\nshow = "
        "\"0.00%\"\n",
        i, i + kRates);
  text +=
      "[[derived]]\nname = \"等级\"\nof = \"比率0\"\nbands = [[\"优\", 0.9], [\"良\", 0.8], "
      "[\"中\", 0.6], [\"差\", 0]]\n";
  for (int i = 0; i < kAmounts; ++i)
    text += fmt::format(
        "[[summary.columns]]\nname = \"金额{0}\"\nexpr = \"金额{0}\"\ntotal = \"sum\"\n", i);
  for (int i = 0; i < kRates; ++i)
    text += fmt::format(
        "[[summary.columns]]\nname = \"比率{0}\"\nexpr = \"比率{0}\"\ntotal = \"ratio\"\n", i);
  text +=
      "[[summary.columns]]\nname = \"等级\"\nexpr = \"等级\"\n"
      "[[summary.columns]]\nname = \"排名\"\nexpr = \"RANK(比率0)\"\n"
      "[[summary.charts]]\ntitle = \"比率\"\nkind = \"bar\"\nover = \"units\"\nvalues = "
      "\"比率0\"\n";
  bench::write_bytes(file.c_str(), text);
}

model::Figure figure(std::string field, model::FieldType type, model::Value value,
                     const Location& place) {
  model::Figure f;
  f.field = std::move(field);
  f.type = type;
  f.raw = model::to_string(value);
  f.value = std::move(value);
  f.place = place;
  return f;
}

model::Submission submission(int unit, int rows, const std::string& code, const std::string& name) {
  using model::FieldType;
  model::Submission s;
  s.key = {2021, "DBJC", code, ""};
  s.unit_name = name;
  s.file = "上报/" + code + "_" + name + ".xlsx";
  s.sheet = "大表";
  const SharedText file(s.file), sheet(s.sheet);
  for (int i = 0; i < kAmounts; ++i) {
    const std::string field = fmt::format("金额{}", i);
    s.figures[field] = figure(field, FieldType::Money, Decimal(1000 + (unit * 37 + i * 101) % 977),
                              {file, sheet, CellRef{2 + i, 1}});
  }
  model::Table& table = s.tables["绩效指标"];
  table.name = "绩效指标";
  for (int r = 0; r < rows; ++r) {
    model::TableRow row;
    row.has_figure = true;
    const auto add = [&](const char* field, int col, FieldType type, model::Value value) {
      row.columns[field] =
          figure(field, type, std::move(value), {file, sheet, CellRef{41 + r, col}});
    };
    const std::string name_of_row = fmt::format("第{}项工作按期完成情况（单位{}）", r, unit);
    add("一级指标", 0, FieldType::Text, std::string("产出指标"));
    add("二级指标", 1, FieldType::Text, std::string("数量指标"));
    add("三级指标", 2, FieldType::Text, name_of_row);
    add("指标值", 3, FieldType::Target, fmt::format("≥{}", r * 3));
    add("完成值", 4, FieldType::Actual, Decimal(r * 3 + unit % 5));
    add("分值", 5, FieldType::Score, Decimal(5));
    add("得分", 6, FieldType::Score, Decimal(unit % 6));
    add("说明", 7, FieldType::Text, std::string("无"));
    table.rows.push_back(std::move(row));
  }
  return s;
}

long peak_mib() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return used.ru_maxrss / 1024;
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 5) {
    std::fputs("summary UNITS ROWS FOLDER OUT\n", stderr);
    return 2;
  }
  const int units = std::atoi(argv[1]), rows = std::atoi(argv[2]);
  const fs::path folder = argv[3];
  fs::create_directories(folder);
  make_template(folder / "大表.xlsx");
  make_mapping(folder / "大表.toml");
  job::Job job;
  job.name = "大额支出统计";
  job.year = 2021;
  job.date = "2022-03-15";
  job.forms.push_back({mapping::load_mapping(folder / "大表.toml"), {}, {}});
  model::RunResult result;
  for (int unit = 0; unit < units; ++unit) {
    const std::string code = fmt::format("{:06}", 100000 + unit);
    const std::string name = fmt::format("示例市第{}预算单位", unit);
    result.intake.owed.push_back(
        {{code, name}, fmt::format("主管部门{}", unit / 100), "DBJC", model::Standing::In});
    result.submissions.push_back(submission(unit, rows, code, name));
    derive::derive(result.submissions.back(), job.forms.front().mapping.definitions);
  }
  const long before = peak_mib();
  const auto begin = std::chrono::steady_clock::now();
  const report::Output out = report::summary_workbook(job, result);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  bench::write_bytes(argv[4], out.bytes);
  std::printf("%.2f s, %zu bytes; the figures alone took %ld MiB, at most %ld\n", took.count(),
              out.bytes.size(), before, peak_mib());
  return 0;
} catch (const std::exception& e) {
  std::fprintf(stderr, "%s\n", e.what());
  return 1;
}
