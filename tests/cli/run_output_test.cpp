// What `run` prints over the example job: for a person, and for a program.

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "cli/run_json.h"
#include "cli/run_text.h"
#include "support/example_job.h"

using namespace huizong;
using huizong::testing::copy_example_job;
using huizong::testing::TempFolder;
using nlohmann::json;

namespace {

struct Example {
  TempFolder folder;
  job::Job job = job::load_job(copy_example_job(folder));
  batch::Run run;
  Example() { run.result = batch::read_all(job, {}); }
};

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

// It was said that one file was unread.
TEST_CASE("an input that fits no file is named by its pattern", "[cli]") {
  const TempFolder folder;
  const auto place = copy_example_job(folder);
  std::string toml = huizong::testing::read_file(place / "huizong.toml");
  toml.replace(toml.find("上报/**"), std::string("上报/**").size(), "报送/**");
  huizong::testing::write_file(place / "huizong.toml", toml);
  const job::Job job = job::load_job(place);
  batch::Run run;
  run.result = batch::read_all(job, {});
  cli::Options options;
  options.color = cli::Color::Never;
  options.lang = Lang::Zh;
  const std::string zh = cli::run_text(job, run, options, 1);
  CHECK(holds(zh,
              "\n无文件  报送/**/*.xlsx：没有一个文件符合“部门整体支出绩效自评表”的 input“报送/**/"
              "*.xlsx”；请检查 huizong.toml 里的写法，以及报送表放的文件夹。\n"));
  CHECK(holds(zh,
              "\n结论    应报 24，已报 0，重复待定 0，未读 0，缺报 24，没有文件的 input 1；错误 0 "
              "处（0 家），警告 0，提示 0，未能检查 0 —— 暂不能定稿\n"));
  options.lang = Lang::En;
  CHECK(holds(cli::run_text(job, run, options, 1),
              "\nno file 报送/**/*.xlsx: No file fits the input of 部门整体支出绩效自评表, "
              "\"报送/**/*.xlsx\"; check huizong.toml, and where the submissions lie.\n"));
}

TEST_CASE("an error is a block with unit, place, cells and clue; the verdict is the last line",
          "[cli]") {
  const Example example;
  cli::Options options;
  options.lang = Lang::Zh;
  options.color = cli::Color::Never;
  const std::string text = cli::run_text(example.job, example.run, options, 1);
  CHECK(holds(text,
              "错误[ZTZP-001] 年初预算数的合计应等于各项资金之和：填报 3,331.24，应为 3,677.06，差 "
              "-345.82\n"
              "  单位  101005 示例市市政设施维护中心\n"
              "  位置  上报/示例市城市管理局/101005_示例市市政设施维护中心.xlsx › "
              "部门整体支出绩效自评表 › E5（资金.合计.年初预算数）\n"
              "  算自  E6:E8\n"
              "  线索  差额正好是 E7，可能漏加了这一项\n"));
  CHECK(holds(text,
              "未能检查[ZTZP-D-执行率] 执行率未能检查：全年预算数未填\n"
              "  单位  103005 示例市交通运输综合执法支队\n"));
  CHECK(holds(text, "  连带  [ZTZP-D-总分] 总分未能检查：全年预算数未填\n"));
  CHECK(
      holds(text, "缺报    2 家：101008 示例市建筑垃圾管理站，103008 示例市交通建设质量监督站\n"));
  const std::string last = text.substr(text.rfind('\n', text.size() - 2) + 1);
  CHECK(last ==
        "结论    应报 24，已报 19，重复待定 1，未读 2，缺报 2，名录外 1；错误 6 处（6 家），警告 "
        "0，提示 17，未能检查 1 —— 暂不能定稿\n");

  options.quiet = true;
  CHECK(cli::run_text(example.job, example.run, options, 1) == last);
}

TEST_CASE("what is of no unit and no place has no empty lines", "[cli]") {
  // "  单位   " and "  位置  " stood under what is true of the whole job, and a note began with " ›
  // ".
  Example example;
  model::Finding f;
  f.rule = "ZTZP-X-上年";
  f.message = {"没有上年的数", "there are no figures of last year"};
  example.run.result.findings = {f, f};
  example.run.result.findings.back().level = Severity::Note;
  cli::Options options;
  options.lang = Lang::Zh;
  options.color = cli::Color::Never;
  const std::string text = cli::run_text(example.job, example.run, options, 1);
  CHECK(holds(text, "\n\n错误[ZTZP-X-上年] 没有上年的数\n\n提示 ZTZP-X-上年: 没有上年的数\n\n"));
}

TEST_CASE("English is the same text with the same layout", "[cli]") {
  const Example example;
  cli::Options options;
  options.lang = Lang::En;
  options.color = cli::Color::Never;
  CHECK(holds(cli::run_text(example.job, example.run, options, 1),
              "\nseveral 102005 示例市特殊教育学校: different contents, none used: "));
  options.quiet = true;
  CHECK(cli::run_text(example.job, example.run, options, 1) ==
        "verdict owed 24, in 19, ambiguous 1, unread 2, missing 2, unknown units 1; 6 errors (6 "
        "units), 0 warnings, 17 notes, 1 unchecked -- not ready to sign\n");
}

TEST_CASE("of many notes alike only the first few are printed, unless all are asked for", "[cli]") {
  const Example
      example;  // 102004 typed nine amounts as text and saved four formulas without values
  cli::Options options;
  options.lang = Lang::Zh;
  options.color = cli::Color::Never;
  const std::string brief = cli::run_text(example.job, example.run, options, 1);
  CHECK(holds(brief, "G5 › 提示 ZTZP-T-资金.合计.全年执行数"));
  CHECK_FALSE(holds(brief, "G7 › 提示"));
  CHECK(holds(brief, "  …… 同类提示还有 10 处，见 审核结果.xlsx，或加 -v 全部列出\n"));
  CHECK(holds(brief, "G6 › 提示 ZTZP-002"));  // another kind is not hidden by it

  options.verbose = true;
  const std::string all = cli::run_text(example.job, example.run, options, 1);
  CHECK(holds(all, "G7 › 提示"));
  CHECK_FALSE(holds(all, "同类提示还有"));
}

TEST_CASE("colour only where it is asked for", "[cli]") {
  const Example example;
  cli::Options options;
  options.color = cli::Color::Never;
  CHECK_FALSE(holds(cli::run_text(example.job, example.run, options, 1), "\x1b["));
  options.color = cli::Color::Always;
  CHECK(holds(cli::run_text(example.job, example.run, options, 1), "\x1b[31;1m"));
}

TEST_CASE("the JSON object: units add up, causes point at roots, amounts are decimal strings",
          "[cli]") {
  const Example example;
  const json all = json::parse(cli::run_json(example.job, example.run, Lang::Zh));
  CHECK(all["job"] == "2021年度部门整体支出绩效自评");
  CHECK(all["year"] == 2021);
  const json& units = all["units"];
  // Unread counts files here; the two are of two units.
  CHECK(units["owed"] == units["in"].get<int>() + units["ambiguous"].get<int>() +
                             static_cast<int>(units["missing"].size()) +
                             static_cast<int>(units["unread"].size()));
  int roots = 0;
  for (const json& f : all["findings"]) {
    CHECK(f["unit"].is_object());
    if (f["cause"].is_null())
      ++roots;
    else
      CHECK(all["findings"][f["cause"].get<std::size_t>()]["cause"].is_null());
  }
  const json& verdict = all["verdict"];
  CHECK(roots == verdict["errors"].get<int>() + verdict["warnings"].get<int>() +
                     verdict["notes"].get<int>() + verdict["unchecked"].get<int>());
  const json& left_out = all["findings"][2];
  CHECK(left_out["rule"] == "ZTZP-001");
  CHECK(left_out["cell"] == "E5");
  CHECK(left_out["reported"] == "3331.24");
  CHECK(left_out["expected"] == "3677.06");
  CHECK(left_out["difference"] == "-345.82");
  CHECK(left_out["clues"][0]["kind"] == "left_out");
  for (const json& check : all["checks"]) {
    CHECK(check["applied"] ==
          check["passed"].get<int>() + check["failed"].get<int>() + check["unchecked"].get<int>());
  }
}

TEST_CASE("every check that held is listed where it is asked for, with both sides", "[cli]") {
  Example example;
  CHECK_FALSE(json::parse(cli::run_json(example.job, example.run, Lang::Zh)).contains("passed"));
  batch::RunOptions how;
  how.list_passed = true;
  example.run.result = batch::read_all(example.job, how);
  const json all = json::parse(cli::run_json(example.job, example.run, Lang::Zh, true));
  std::map<std::string, int> listed;
  for (const json& p : all["passed"]) ++listed[p["rule"]];
  for (const json& check : all["checks"]) {
    const std::string rule = check["rule"];
    if (rule.find("-D-") != std::string::npos || rule.find("ZTZP-0") == 0)
      CHECK(listed[rule] == check["passed"].get<int>());
  }
  const json& rate = all["passed"][0];
  CHECK(rate["rule"] == "ZTZP-D-执行率");
  CHECK(rate["unit"]["code"] == "101001");
  CHECK(rate["cell"] == "I5");
  CHECK(rate["reported"] == "1");
  CHECK(rate["expected"] == "1");
}

TEST_CASE("an explained warning is listed as that, and no longer counts", "[cli]") {
  Example example;
  auto& findings = example.run.result.findings;
  const auto error = std::find_if(findings.begin(), findings.end(),
                                  [](const auto& f) { return f.rule == "ZTZP-001"; });
  REQUIRE(error != findings.end());
  error->level = Severity::Warning;
  error->answer = model::Answer{"年中调整预算", "科长", "2022-03-20", {}};
  cli::Options options;
  options.lang = Lang::Zh;
  options.color = cli::Color::Never;
  const std::string text = cli::run_text(example.job, example.run, options, 1);
  CHECK(holds(text,
              "› E5 › 已说明 ZTZP-001: 年初预算数的合计应等于各项资金之和：填报 3,331.24，应为 "
              "3,677.06，差 -345.82\n  年中调整预算（审批：科长，2022-03-20）\n"));
  CHECK(holds(text, "警告 0（另 1 处已说明），"));
  const json all = json::parse(cli::run_json(example.job, example.run, Lang::Zh, false));
  CHECK(all["verdict"]["warnings"] == 0);
  CHECK(all["verdict"]["explained"] == 1);
  const auto at = static_cast<std::size_t>(error - findings.begin());
  CHECK(all["findings"][at]["explanation"] == json{{"text", "年中调整预算"},
                                                   {"approver", "科长"},
                                                   {"date", "2022-03-20"},
                                                   {"closes", true},
                                                   {"why_not", nullptr}});

  error->answer = model::Answer{"年中调整预算", "", "", {"还没有审批人", "nobody approved it"}};
  CHECK(holds(cli::run_text(example.job, example.run, options, 1),
              "  说明  还没有审批人：年中调整预算\n"));
}
