#include "job/job.h"

#include <catch2/catch.hpp>
#include <cstdlib>

#include "base/diagnostic.h"
#include "support/support.h"
#include "xlsx/writer.h"

using namespace huizong;

namespace {

std::string workbook(const std::vector<std::pair<const char*, const char*>>& texts) {
  xlsx::Writer book({.title = "表", .date = ""});
  const auto plain = book.style({});
  xlsx::SheetWriter& sheet = book.add_sheet("表");
  for (const auto& [place, text] : texts) sheet.text(*parse_cell_ref(place), text, plain);
  return book.package();
}

std::string mapping_text(const std::string& id, const std::string& more = "") {
  return "format = 1\nid = \"" + id +
         "\"\ntitle = \"收支表\"\ntemplate = \"收支表.xlsx\"\nmoney = \"元\"\n" + more +
         "fields = [{ name = \"收入\", cell = \"B2\", type = \"money\" }]\n[recognise]\ncontains = "
         "\"收支表\"\n";
}

/// A job folder with a unit list, a template and a mapping of its own.
class JobFolder {
 public:
  JobFolder() {
    write("表样/收支表.xlsx", workbook({{"A1", "收支表"}, {"A2", "收入"}}));
    write("映射/收支表.toml", mapping_text("SZ", "years = { from = 2020, to = 2022 }\n"));
    write("单位名录.xlsx",
          workbook({{"A1", "编码"}, {"B1", "名称"}, {"A2", "101"}, {"B2", "甲局"}}));
  }
  void write(const std::string& name, const std::string& bytes) const {
    testing::write_file(folder_ / name, bytes);
  }
  std::filesystem::path operator/(const std::string& name) const { return folder_ / name; }
  const std::filesystem::path& path() const { return folder_.path(); }

  job::Job load(const std::string& toml) const {
    write("huizong.toml", toml);
    return job::load_job(folder_.path());
  }
  std::string slips(const std::string& toml) const {
    try {
      load(toml);
      return "";
    } catch (const Error& error) {
      return without_folder(error.message().zh);
    }
  }
  std::string without_folder(std::string text) const {
    const std::string folder = folder_.path().generic_string() + "/";
    for (std::size_t at; (at = text.find(folder)) != std::string::npos;)
      text.erase(at, folder.size());
    return text;
  }

 private:
  testing::TempFolder folder_;
};

const char* const kGood = R"toml([job]
name  = "2021年度收支"
year  = 2021
units = "单位名录.xlsx"
date  = "2022-03-15"

[[form]]
form  = "收支表"
)toml";

}  // namespace

TEST_CASE("a job names its year, its units and its forms", "[job]") {
  const JobFolder folder;
  const job::Job job = folder.load(kGood);
  CHECK(job.folder == folder.path());
  CHECK(job.name == "2021年度收支");
  CHECK(job.year == 2021);
  CHECK(job.date == "2022-03-15");
  CHECK(job.units.units().at(0).name == "甲局");
  REQUIRE(job.forms.size() == 1);
  CHECK(job.forms[0].mapping.id() == "SZ");
  CHECK(job.forms[0].input == "上报/**/*.xlsx");
  CHECK(job.forms[0].unit_from == std::vector<std::string>{"cell", "file"});
  CHECK(job.output_folder() == folder.path() / "输出");
}

TEST_CASE("a job adds rules of its own to an issued mapping; slips are told in its own file",
          "[job]") {
  const JobFolder folder;
  const std::string job = std::string(kGood) + "additions = \"补充.toml\"\n";
  folder.write(
      "补充.toml",
      "[[derived]]\nname = \"翻番\"\nexpr = \"收入 * 2\"\n"
      "[[rules]]\nid = \"SZ-101\"\nlevel = \"note\"\ntest = \"翻番 > 0\"\nsay = \"应大于0\"\n");
  const formula::Definitions definitions = folder.load(job).forms.at(0).mapping.definitions;
  CHECK(definitions.rules.at(0).id == "SZ-101");
  CHECK(definitions.find_derived("翻番"));

  folder.write(
      "补充.toml",
      "[[rules]]\nid = \"SZ-101\"\nlevel = \"note\"\ntest = \"收人 > 0\"\nsay = \"应大于0\"\n");
  CHECK(folder.slips(job) ==
        "补充.toml:4:9: 没有叫“收人”的数\n"
        "  4 | test = \"收人 > 0\"\n"
        "    |         ^^^^\n"
        "  提示: 是不是 收入？\n");
  folder.write("补充.toml", "money = \"元\"\n");
  CHECK(folder.slips(job) ==
        "补充.toml:1:1: 补充文件里不能有 money\n"
        "  1 | money = \"元\"\n"
        "    | ^^^^^\n"
        "  提示: 只能有 [[prose]] [[derived]] [[rules]] [[summary.columns]]，别的要改映射本身\n");
  std::filesystem::remove(folder / "补充.toml");
  CHECK(folder.slips(job) ==
        "huizong.toml:9:13: 找不到补充文件“补充.toml”\n"
        "  9 | additions = \"补充.toml\"\n"
        "    |             ^^^^^^^^^^^\n"
        "  提示: 路径从任务文件夹算起\n");
}

TEST_CASE("a job can be named by its file, and says where its input is", "[job]") {
  const JobFolder folder;
  folder.load(std::string(kGood) + "input = \"报送/*.xlsm\"\nunit_from = [\"file\"]\n");
  const job::Job job = job::load_job(folder / "huizong.toml");
  CHECK(job.folder == folder.path());
  CHECK(job.forms.at(0).input == "报送/*.xlsm");
  CHECK(job.forms.at(0).unit_from == std::vector<std::string>{"file"});
}

TEST_CASE("a mapping comes from the job, else from the nearest mappings above it", "[job]") {
  const JobFolder root;
  root.write("mappings/收支表.toml", mapping_text("UP"));
  root.write("templates/收支表.xlsx", workbook({{"A1", "收支表"}, {"A2", "收入"}}));
  root.write("区/县/任务/单位名录.xlsx", testing::read_file(root / "单位名录.xlsx"));
  root.write("区/县/任务/huizong.toml", kGood);
  CHECK(job::load_job(root / "区/县/任务").forms.at(0).mapping.id() == "UP");

  root.write("区/mappings/收支表.toml", mapping_text("NEAR"));
  root.write("区/templates/收支表.xlsx", testing::read_file(root / "templates/收支表.xlsx"));
  CHECK(job::load_job(root / "区/县/任务/").forms.at(0).mapping.id() == "NEAR");

  root.write("区/县/任务/映射/收支表.toml", mapping_text("OWN"));
  root.write("区/县/任务/映射/收支表.xlsx", testing::read_file(root / "templates/收支表.xlsx"));
  CHECK(job::load_job(root / "区/县/任务").forms.at(0).mapping.id() == "OWN");
}

TEST_CASE("a job that has only a mapping of its own shares the template above it", "[job]") {
  const JobFolder root;
  root.write("templates/收支表.xlsx", testing::read_file(root / "表样/收支表.xlsx"));
  root.write("区/任务/映射/收支表.toml", mapping_text("OWN"));
  root.write("区/任务/单位名录.xlsx", testing::read_file(root / "单位名录.xlsx"));
  root.write("区/任务/huizong.toml", kGood);
  const job::Job job = job::load_job(root / "区/任务");
  CHECK(job.forms.at(0).mapping.id() == "OWN");
  CHECK(job.forms.at(0).mapping.template_file == root / "templates/收支表.xlsx");
}

TEST_CASE("a job says how large a workbook may be", "[job]") {
  const JobFolder folder;
  CHECK(folder.load(kGood).limits.cells == 4'000'000);
  CHECK(folder.load(std::string(kGood) + "[limits]\ncells = 8000000\n").limits.cells == 8'000'000);
  CHECK(folder.slips(std::string(kGood) + "[limits]\ncells = 0\n[limit]\n") ==
        R"told(huizong.toml:10:9: cells 应当是 1 到 1000000000 的整数
  10 | cells = 0
     |         ^
huizong.toml:11:2: 任务文件里不认识的键 limit
  11 | [limit]
     |  ^^^^^
  提示: 是不是“limits”？
)told");
}

TEST_CASE("a job without a date has the environment's", "[job]") {
  const JobFolder folder;
  setenv("SOURCE_DATE_EPOCH", "0", 1);
  const std::string undated =
      "[job]\nname = \"收支\"\nyear = 2021\nunits = \"单位名录.xlsx\"\n[[form]]\nform = "
      "\"收支表\"\n";
  CHECK(folder.load(undated).date == "1970-01-01");
  unsetenv("SOURCE_DATE_EPOCH");
  CHECK(folder.load(undated).date == "");
}

TEST_CASE("a folder that is no job says what to do", "[job]") {
  const testing::TempFolder folder;
  const auto told = [](const std::filesystem::path& where) {
    try {
      job::load_job(where);
      return std::string();
    } catch (const Error& error) {
      return error.message().zh;
    }
  };
  CHECK(told(folder.path()) ==
        "“" + folder.path().string() +
            "”里没有 huizong.toml，不是任务文件夹；请换到任务文件夹，或照 examples 里的样子建一个");
  CHECK(told(folder / "没有") ==
        "没有“" + (folder / "没有").string() + "”这个文件夹，请检查任务的位置");
}

TEST_CASE("every slip of a job, its unit list and its mappings is told in one go", "[job]") {
  const JobFolder folder;
  folder.write("单位名录.xlsx", workbook({{"A1", "编码"}, {"B1", "名称"}, {"A2", "101"}}));
  folder.write("映射/支出表.toml", "format = 1\n");
  CHECK(folder.slips(R"toml([job]
name  = "2021/22年度收支"
year  = 21
units = "单位名录.xlsx"
date  = "2022-02-30"
unit  = "x"
[[form]]
form  = "收支"
[[form]]
form  = "支出表"
input = "../上报/*.xlsx"
unit_from = ["cell", "workbook", "名称"]
[previous]
store = "上年/2020.hzs"
[audit]
levels = {}
)toml") ==
        R"told(huizong.toml:2:9: 任务名要作文件名，不能有 / \ : * ? " < > |
  2 | name  = "2021/22年度收支"
    |         ^^^^^^^^^^^^^^^^^
huizong.toml:3:9: year 应当是 1990 到 2100 的整数
  3 | year  = 21
    |         ^^
huizong.toml:5:9: date 要写一个日期
  5 | date  = "2022-02-30"
    |         ^^^^^^^^^^^^
  提示: 请写成 "2022-03-15" 这样
huizong.toml:6:1: [job]里不认识的键 unit
  6 | unit  = "x"
    | ^^^^
  提示: 是不是“units”？
huizong.toml:8:9: 找不到映射“收支.toml”
  8 | form  = "收支"
    |         ^^^^^^
  提示: 是不是“收支表”？
huizong.toml:11:9: input 要从任务文件夹写起，用 / 分开，不用 ..
  11 | input = "../上报/*.xlsx"
     |         ^^^^^^^^^^^^^^^^
  提示: 请写成 "上报/**/*.xlsx" 这样
huizong.toml:12:34: unit_from 不能有“名称”
  12 | unit_from = ["cell", "workbook", "名称"]
     |                                  ^^^^^^
  提示: 可用的有：cell、file、workbook
huizong.toml:14:9: 找不到上年的数据文件“上年/2020.hzs”
  14 | store = "上年/2020.hzs"
     |         ^^^^^^^^^^^^^^^
  提示: 它是上年任务文件夹里的 .huizong/store.hzs，路径从任务文件夹算起
单位名录.xlsx: 表 › B2：这一行没有单位名称
  提示: 请补上；不是单位的行（合计、说明）请删去
映射/支出表.toml: 映射里没有 fields、grids、tables、prose，什么也读不到
映射/支出表.toml: 映射缺 id
  提示: 请补上 id = …
映射/支出表.toml: 映射缺 title
  提示: 请补上 title = …
映射/支出表.toml: 映射缺 template
  提示: 请补上 template = …
映射/支出表.toml: 映射缺 recognise
  提示: 请补上 [recognise]
)told");
}

TEST_CASE("a form fits the job's year, and two forms have two ids", "[job]") {
  const JobFolder folder;
  folder.write("映射/支出表.toml", mapping_text("SZ"));
  CHECK(folder.slips(R"toml([job]
name  = "2025年度收支"
year  = 2025
units = "名录.xlsx"
[[form]]
form  = "收支表"
input = "输出/*.xlsx"
[[form]]
form  = "支出表"
[[form]]
form  = "收支表"
)toml") ==
        R"told(huizong.toml:4:9: 找不到单位名录“名录.xlsx”
  4 | units = "名录.xlsx"
    |         ^^^^^^^^^^^
  提示: 路径从任务文件夹算起
huizong.toml:6:9: 映射“收支表”用于 2020 至 2022 年，任务是 2025 年
  6 | form  = "收支表"
    |         ^^^^^^^^
  提示: 请换用适合这一年的映射，或核对表样后改它的 years
huizong.toml:7:9: “输出”是程序写结果的地方，不能作报送表
  7 | input = "输出/*.xlsx"
    |         ^^^^^^^^^^^^^
huizong.toml:9:9: 映射“支出表”与“收支表”的 id 都是 SZ
  9 | form  = "支出表"
    |         ^^^^^^^^
  提示: 请给其中一个换 id
huizong.toml:11:9: “收支表”在第 6 行已经列出
  11 | form  = "收支表"
     |         ^^^^^^^^
  提示: 请删去一处
)told");
}

TEST_CASE("a job file without anything in it", "[job]") {
  CHECK(JobFolder().slips("") ==
        R"told(huizong.toml: 任务文件缺 job
  提示: 请补上 [job]
huizong.toml: 任务文件缺 form
  提示: 请补上 [[form]]
)told");
}

TEST_CASE("a slip of the pen in 应报表 does not quietly take a unit out of those that owe",
          "[job]") {
  const JobFolder folder;
  folder.write("单位名录.xlsx", workbook({{"A1", "编码"},
                                          {"B1", "名称"},
                                          {"C1", "应报表"},
                                          {"A2", "101"},
                                          {"B2", "甲局"},
                                          {"C2", "收支报表"},
                                          {"A3", "102"},
                                          {"B3", "乙局"},
                                          {"C3", "收支表；国有资产年度报告"}}));
  // 国有资产年度报告 is some other job's form.
  CHECK(folder.slips(kGood) ==
        "单位名录.xlsx: 101 甲局 的应报表“收支报表”不是本次任务的表\n"
        "  提示: 是不是“收支表”？\n");
}

TEST_CASE("a job changes the level of rules, each with its reason", "[job]") {
  const JobFolder folder;
  folder.write("映射/收支表.toml", mapping_text("SZ") + R"toml([[derived]]
name = "合计"
expr = "收入 * 1"
reported = "收入"
[[rules]]
id = "SZ-001"
level = "error"
test = "收入 >= 0"
say = "收入不应为负"
[[rules]]
id = "SZ-002"
level = "warning"
test = "收入 >= BMJS!收入"
say = "收入不应小于决算"
)toml");
  const job::Job job = folder.load(std::string(kGood) + R"toml([audit]
levels = { "SZ-002" = { level = "off", why = "本年不报决算" }, "SZ-D-合计" = { level = "trial", why = "试行一年" } }
)toml");
  const formula::Definitions& d = job.forms.at(0).mapping.definitions;
  CHECK(d.rules[1].off);  // and so the form it names need not be there
  CHECK(d.derived[0].level == Severity::Note);
  CHECK(d.derived[0].trial);
  REQUIRE(job.levels.size() == 2);
  CHECK(job.levels[0].rule == "SZ-002");
  CHECK(job.levels[0].from == "warning");
  CHECK(job.levels[0].to == "off");
  CHECK(job.levels[0].why == "本年不报决算");

  CHECK(folder.slips(std::string(kGood) + R"toml([audit]
explanations = "输出/出错说明.xlsx"
levels = { "SZ-003" = { level = "off", why = "x" }, "SZ-001" = { level = "关" }, "SZ-002" = "off" }
)toml") ==
        R"told(huizong.toml:10:16: explanations 要是任务文件夹里、输出以外的一个 .xlsx
  10 | explanations = "输出/出错说明.xlsx"
     |                ^^^^^^^^^^^^^^^^^^^^
  提示: 请写成 "出错说明.xlsx"
huizong.toml:11:12: 本次任务没有编号为 SZ-003 的公式
  11 | levels = { "SZ-003" = { level = "off", why = "x" }, "SZ-001" = { level = "关" }, "SZ-002" = "off" }
     |            ^^^^^^^^
  提示: 是不是“SZ-001”？
huizong.toml:11:64: 级别调整缺 why
  11 | levels = { "SZ-003" = { level = "off", why = "x" }, "SZ-001" = { level = "关" }, "SZ-002" = "off" }
     |                                                                ^^^^^^^^^^^^^^^^
  提示: 请补上 why = …
huizong.toml:11:74: level 不能是“关”
  11 | levels = { "SZ-003" = { level = "off", why = "x" }, "SZ-001" = { level = "关" }, "SZ-002" = "off" }
     |                                                                          ^^^^
  提示: 可用的有：off、error、warning、note、trial
huizong.toml:11:92: 这里要写级别和理由
  11 | levels = { "SZ-003" = { level = "off", why = "x" }, "SZ-001" = { level = "关" }, "SZ-002" = "off" }
     |                                                                                             ^^^^^
  提示: 请写成 { level = "off", why = "…" }
)told");
}

// Under another name it would be read as a unit's.
TEST_CASE("explanations do not lie among the submissions", "[job]") {
  const JobFolder folder;
  CHECK(
      folder.slips(std::string(kGood) + "[audit]\nexplanations = \"上报/说明/出错说明.xlsx\"\n") ==
      R"told(huizong.toml:10:16: explanations 不能放在报送表的文件夹“上报”里
  10 | explanations = "上报/说明/出错说明.xlsx"
     |                ^^^^^^^^^^^^^^^^^^^^^^^^^
  提示: 请写成 "出错说明.xlsx"
)told");
}

// A file that is not what we know must not be taken for an empty one, and written over.
TEST_CASE("explanations without their headings, or that cannot be read, end the job", "[job]") {
  const JobFolder folder;
  const std::string job = std::string(kGood) + "[audit]\nexplanations = \"出错说明.xlsx\"\n";
  CHECK(folder.load(job).explanations.rows.empty());  // the run will make it

  const std::string way_out =
      "  提示: 请改好后再运行；要重新开始，请先把它改名移走，程序会另建一份，不会改动原来的\n";
  folder.write("出错说明.xlsx", workbook({{"A1", "编码"}, {"B1", "规则"}, {"C1", "说明"}}));
  CHECK(folder.slips(job) ==
        "出错说明.xlsx: 工作表“表”前 10 行里的表头缺：项目、位置、填报数、应为、问题、审批人\n" +
            way_out);
  folder.write("出错说明.xlsx", "不是工作簿");
  CHECK(folder.slips(job).find("出错说明.xlsx: ") == 0);
  CHECK(testing::read_file(folder / "出错说明.xlsx") == "不是工作簿");
}

TEST_CASE("what the office wrote is read: merged, dated, beside columns of its own", "[job]") {
  const JobFolder folder;
  xlsx::Writer book({.title = "表", .date = ""});
  const auto plain = book.style({});
  xlsx::SheetWriter& sheet = book.add_sheet("表");
  int col = 0;
  for (const char* heading :
       {"编码", "项目", "规则", "位置", "填报数", "应为", "问题", "说明", "审批人", "日期", "经办"})
    sheet.text({1, col++}, heading, plain);
  for (const int row : {2, 3}) {
    sheet.text({row, 0}, "101", plain);
    sheet.text({row, 2}, "SZ-001", plain);
    sheet.number({row, 4}, *Decimal::parse("0.1"), plain);
    sheet.text({row, 7}, row == 2 ? "已核" : "同上", plain);
  }
  sheet.merged({{2, 8}, {3, 8}}, "科长", plain);
  sheet.number({3, 9}, Decimal(44640), book.style({.number_format = "yyyy-mm-dd"}));
  sheet.text({3, 10}, "小组一", plain);
  folder.write("出错说明.xlsx", book.package());
  const auto rows =
      folder.load(std::string(kGood) + "[audit]\nexplanations = \"出错说明.xlsx\"\n").explanations;
  REQUIRE(rows.rows.size() == 2);
  const model::Explanation& last = rows.rows[1];
  CHECK(last.unit == "101");
  CHECK(last.reported == "0.1");
  CHECK(last.text == "同上");
  CHECK(last.approver == "科长");
  CHECK(last.date == "2022-03-20");
}
