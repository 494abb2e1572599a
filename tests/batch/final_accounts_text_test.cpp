// 攀枝花2020's workbooks with things changed in them: the notes to the accounts against the nine
// tables and the projects' forms, each in a workbook of its own.

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "batch/run.h"
#include "support/sample_submission.h"
#include "support/sheet_package.h"
#include "support/sheet_text.h"
#include "support/support.h"
#include "xlsx/reader.h"

using namespace huizong;
using namespace huizong::testing;

namespace {

const char* const kName = "510403_攀枝花市西区综合行政执法局.xlsx";

std::filesystem::path example() {
  return project_file("examples/攀枝花2020");
}

class Accounts {
 public:
  Accounts() {
    for (const char* form : {"决算公开表", "决算情况说明", "项目绩效目标完成情况表"})
      books_[form] = xlsx::read_workbook(example() / "上报" / form / kName).sheets;
  }

  xlsx::Sheet& sheet(const char* book, std::string_view name) {
    auto& sheets = books_.at(book);
    return *std::find_if(sheets.begin(), sheets.end(),
                         [&](const auto& s) { return s.name == name; });
  }
  xlsx::Sheet& notes() { return sheet("决算情况说明", "决算情况说明"); }
  void take_out(const char* book) { books_.erase(book); }
  /// A paragraph of the notes with other words.
  std::string text(std::string_view ref, const std::string& words, const std::string& others) {
    std::string text = notes().text_at(*parse_cell_ref(std::string(ref)));
    text.replace(text.find(words), words.size(), others);
    return text;
  }

  int errors() const { return model::verdict_of(all()).errors; }
  /// What is found by the rules that begin with this.
  std::string findings(const std::string& rules) const {
    auto found = all();
    std::erase_if(found, [&](const auto& f) { return !f.rule.starts_with(rules); });
    return lines(found);
  }

 private:
  std::vector<model::Finding> all() const {
    const TempFolder folder;
    for (const auto& [book, sheets] : books_)
      write_file(folder / (std::string("上报/") + book + "/" + kName), sheet_package(sheets));
    job::Job job = job::load_job(example());
    job.folder = folder.path();
    return batch::read_all(job, {}).findings;
  }
  std::map<std::string, std::vector<xlsx::Sheet>> books_;
};

}  // namespace

TEST_CASE("a table that no longer says what the notes say is found", "[forms]") {
  Accounts accounts;
  CHECK(accounts.findings("JSSM-10") == "");
  put(accounts.sheet("决算公开表", "一般公共预算财政拨款支出决算表"), "C15", "798.87");
  put(accounts.sheet("决算公开表", "收入支出决算总表"), "B35", "6144.24");
  CHECK(accounts.findings("JSSM-10") ==
        "  A10: 错误 JSSM-101: 说明的收、支总计应与公开01表一致：填报 6,144.42，应为 6,144.24，"
        "差 0.18（应为数取自 上报/决算公开表/510403_攀枝花市西区综合行政执法局.xlsx › 收入支"
        "出决算总表 › B35）（原文“2020年度收、支总计6144.42万元（其中：环卫中心13…”） [digits"
        "_swapped] [same_difference]\n"
        "A24: 错误 JSSM-108: 说明的项级支出应与公开05表一致：填报 789.87，应为 798.87，差 -9."
        "00（应为数取自 上报/决算公开表/510403_攀枝花市西区综合行政执法局.xlsx › 一般公共预算"
        "财政拨款支出决算表 › C15）（原文“1.城乡社区支出（类）城乡社区管理事务（款）行政运行（"
        "项）: 支出决算为789.87万元，完成预算100%；…”） [digits_swapped]\n");
}

TEST_CASE("last year's paragraph in this year's notes is no figure of this year", "[forms]") {
  // 2019年本年收入合计 was read as this year's: only the first sentences asked the year.
  Accounts accounts;
  put(accounts.notes(), "A46", "2019年政府性基金预算拨款支出1804.2万元。");
  CHECK(accounts.findings("JSSM-P-基金支出") ==
        "A46: 错误 JSSM-P-基金支出: 这里应写成“2020年政府性基金预算拨款支出……万元”的样子，年份应为 "
        "2020，现为“2019年”；“基金支出”没有读到，请核实数是不是这一年的，并改正年份。\n");
  CHECK(accounts.findings("JSSM-113") ==
        "  A46: 未能检查 JSSM-113: 说明的政府性基金预算支出应与公开08表一致：未能检查，“基金支出”这"
        "一句没有读到\n");
}

TEST_CASE("a wrong year is told in its own paragraph, not in one that begins alike", "[forms]") {
  // 一般公共预算财政拨款支出 stands in A19 and A21; with 2019年 in A19 the finding stood at A21.
  Accounts accounts;
  put(accounts.notes(), "A19",
      "2019年一般公共预算财政拨款支出2779.4万元（其中：环卫中心802.82万元），占本年支出合计的60.25%"
      "。与2019年相比，一般公共预算财政拨款增加504.74万元，增长22.19%。");
  CHECK(
      accounts.findings("JSSM-P-一般公共支出") ==
      "A19: 错误 JSSM-P-一般公共支出: 这里应写成“2020年一般公共预算财政拨款支出……万元…，占本年支出"
      "合计的……。与2019年相比，一般公共预算财政拨款…………万元，…………”的样子，年份应为 2020，现为“"
      "2019年”；“一般公共支出”没有读到，请核实数是不是这一年的，并改正年份。\n");
  CHECK(accounts.findings("JSSM-P-公共结构") == "");
}

TEST_CASE("a paragraph that leaves something out does not take it from the next one", "[forms]") {
  // 国内公务接待 without 共计支出 took that of 外事接待, of which the next paragraph tells.
  Accounts accounts;
  put(accounts.notes(), "A43", "国内公务接待支出0万元。国内公务接待0批次，0人次（不包括陪同人员）");
  CHECK(accounts.findings("JSSM-P-国内接待") ==
        "A43: 错误 JSSM-P-国内接待: 这里应写成“国内公务接待支出……万元。国内公务接待……批次，……人次…"
        "，共计支出……万元”的样子：到“内公务接待0批次，0人次”为止相符，其后应有“…，共计支出……万元”，"
        "现为“（不包括陪同人员）”；“国内接待”没有读到，请照此改写。\n");
  CHECK(
      accounts.findings("JSSM-046") ==
      "  A43: 未能检查 JSSM-046: 国内接待的共计支出应与前面的支出一致：未能检查，“国内接待”这一句没"
      "有读到\n");
}

TEST_CASE("every sheet says whose it is and of which year", "[forms]") {
  Accounts accounts;
  put(accounts.sheet("决算情况说明", "部门整体支出绩效评价报告"), "A2", "（    年度）");
  put(accounts.sheet("决算情况说明", "部门整体支出绩效评价报告"), "A3", "部门：");
  CHECK(accounts.findings("JSSM-R") ==
        "A2: 错误 JSSM-R-附件1年度: 没有写明年度，请在 A2 写成“（2020年度）”。\n"
        "A3: 错误 JSSM-R-附件1部门: “附件1部门”未填，这一项必须填写。\n");
}

TEST_CASE("growth and shares of each 三公 are those of its figures", "[forms]") {
  Accounts accounts;
  put(accounts.notes(), "A38",
      "1.因公出国（境）经费支出0万元，完成预算100%"
      "。全年安排因公出国（境）团组0次，出国（境）0人。因"
      "公出国（境）支出决算比2019年增加0万元，增长5%。");
  put(accounts.notes(), "A42",
      "3.公务接待费支出3万元，完成预算100%。公务接待费支出决算比2019年增加3万元，增长100%。其中：");
  put(accounts.notes(), "A37",
      "2020年“三公”经费财政拨款支出决算中，因公出国（境）费支出决算0万元，占5%；公务用车购置及运行"
      "维护费支出决算34.23万元，占95%；公务接待费支出决算0万元，占0%。");
  CHECK(accounts.findings("JSSM-003") ==
        "A38: 错误 JSSM-003: 出国与上年相比没有增减，比例应为0：填报 5.00%，应为 0.00%，差 "
        "5.00%（原文“"
        "因公出国（境）支出决算比2019年增加0万元，增长5%。”）\n");
  CHECK(accounts.findings("JSSM-004") ==
        "A42: 错误 JSSM-004: "
        "接待的上年数（由本年数和增减额推算）是0或负数，没有增减的比例可言；请核实增减额，上年确实"
        "没有数的"
        "不写比例（原文“公务接待费支出决算比2019年增加3万元，增长100%。”）\n");
  // 3 this year and 5 more than last year: it was told that growth should be -250.00%.
  put(accounts.notes(), "A42",
      "3.公务接待费支出3万元，完成预算100%。公务接待费支出决算比2019年增加5万元，增长100%。其中：");
  CHECK(accounts.findings("JSSM-001").find("A42") == std::string::npos);
  CHECK(accounts.findings("JSSM-004") ==
        "A42: 错误 JSSM-004: "
        "接待的上年数（由本年数和增减额推算）是0或负数，没有增减的比例可言；请核实增减额，上年确实"
        "没有数的"
        "不写比例（原文“公务接待费支出决算比2019年增加5万元，增长100%。”）\n");
  CHECK(
      accounts.findings("JSSM-032") ==
      "A37: 错误 JSSM-032: 出国费的占比应等于它除以“三公”经费：填报 5.00%，应为 0.00%，差 "
      "5.00%（原文"
      "“…20年“三公”经费财政拨款支出决算中，因公出国（境）费支出决算0万元，占5%"
      "；公务用车购置及运行维护"
      "…”）\nA37: 错误 JSSM-032: 公车费的占比应等于它除以“三公”经费：填报 95.00%，应为 100.00%，差 "
      "-5.00%（原文“…出决算0万元，占5%；公务用车购置及运行维护费支出决算34.23万元，占95%"
      "；公务接待费支"
      "出决算0万…”）\n");
  // 接待费 that was changed in one place is one mistake, in the notes and against the table.
  CHECK(accounts.findings("JSSM-04") ==
        "A53: 警告 JSSM-041: "
        "购置了公务用车，政府采购支出总额却为0，请核实（原文“2020年，本单位政府采购"
        "支出总额0万元，其中：政府采购货物…”）\n  A42: 错误 JSSM-044: 接待费的支出前后应一致：填报 "
        "3.00"
        "，应为 0.00，差 3.00（原文“3.公务接待费支出3万元，完成预算100%。”） "
        "[same_difference]\nA42: 错误 JSSM-045: 公务接待费应等于国内公务接待与外事接待之和：填报 "
        "3.00，"
        "应为 0.00，差 3.00（原文“3.公务接待费支出3万元，完成预算100%。”）\n");
  CHECK(accounts.findings("JSSM-117") ==
        "  A42: 错误 JSSM-117: 说明的接待费应与公开07表一致：填报 3.00，应为 0.00，差 "
        "3.00（应为数取自 "
        "上报/决算公开表/510403_攀枝花市西区综合行政执法局.xlsx › 财政拨款“三公”经费支出决算表 › "
        "L7）（原文“3.公务接待费支出3万元，完成预算100%。”） [same_difference]\n");
}

TEST_CASE("what the notes say twice they say alike", "[forms]") {
  Accounts accounts;
  put(accounts.notes(), "A21",
      "2020年一般公共预算财政拨款支出2779.4万元（其中：环卫中心802.28万元），主要用于以下方面:"
      "城乡社"
      "区支出（类）2276.43万元，占81.9%；社会保障和就业（类）支出73.49万元，占2.64%；卫生健康支出5"
      "4.62万元，占1.97%；住房保障支出74.1万元，占2.67%；其他支出（类）支出300.76万元，占10.82%。");
  CHECK(accounts.findings("JSSM-116") ==
        "  A21: 错误 JSSM-116: 结构情况里各类的支出应与公开05表一致：填报 2,276.43，应为 "
        "2,276.34，差 "
        "0.09（应为数取自 上报/决算公开表/510403_攀枝花市西区综合行政执法局.xlsx › "
        "一般公共预算财政拨款支出决算表 › "
        "C14）（原文“…（其中：环卫中心802.28万元），主要用于以下方面:城乡社区支出（类）2276."
        "43万元，占81"
        ".9%；社会…”） [digits_swapped] [same_difference]\n  A21: 错误 JSSM-116: "
        "结构情况里各类的支出应与公开05表一致：填报 300.76，应为 300.85，差 -0.09（应为数取自 "
        "上报/决算公开表/510403_攀枝花市西区综合行政执法局.xlsx › 一般公共预算财政拨款支出决算表 › "
        "C20）（原文“…占1.97%；住房保障支出74.1万元，占2.67%；其他支出（类）支出300.76万元，占10."
        "82%"
        "。”） [same_difference]\n");
  CHECK(accounts.findings("JSSM-326") ==
        "A21: 错误 JSSM-326: 二级单位的一般公共预算支出前后应一致：填报 802.28，应为 802.82，差 "
        "-0.54（原文“2020年一般公共预算财政拨款支出2779.4万元（其中：环卫中心802."
        "28万元），主要用于以下"
        "方面…”） [digits_swapped]\n");
  xlsx::Sheet& project = accounts.sheet("决算情况说明", "项目支出绩效评价报告");
  put(project, "A13", "根据区财政下达年初预算资金为130万元。");
  put(project, "A17", "47.78万元");
  put(project, "A22",
      "截至目前，受理城市管理案件33354件，处置32691件，处置率98.04%"
      "；收到“12345”政务服务热线1202件，"
      "处置1220件，按时回复1199件，结案率100%。");
  CHECK(
      accounts.findings("JSSM-41") ==
      "A13: 错误 JSSM-411: 附件2下达的年初预算应与前面的预算资金一致：填报 130.00，应为 103.00，差 "
      "27.00（原文“根据区财政下达年初预算资金为130万元。”） [digits_swapped]\nA17: 错误 JSSM-412: "
      "附件2的资金到位应与前面的调整后一致：填报 47.78，应为 47.87，差 -0.09（原文“47.78万元”） "
      "[digits_swapped]\n  A19: 错误 JSSM-413: 附件2的资金使用不应超过资金到位：填报 "
      "47.87，应不大于 "
      "47.78（原文“47.87万元”） [same_figure]\nA22: 错误 JSSM-414: "
      "附件2两处所写的城市管理案件受理应一致：填报 33,354，应为 33,345，差 "
      "9（原文“截至目前，受理城市管理案件33354件，处置32691件，处…”） [digits_swapped]\nA22: 错误 "
      "JSSM-415: 附件2两处所写的热线收到应一致：填报 1,202，应为 1,220，差 "
      "-18（原文“…件，处置32691件，处置率98.04%"
      "；收到“12345”政务服务热线1202件，处置1220件，按时…”） "
      "[digits_swapped]\n");
}

TEST_CASE("a sentence that was put in other words is told, and what needs it is not checked",
          "[forms]") {
  Accounts accounts;
  put(accounts.notes(), "A14",
      "2020年本年支出4613.23万元，基本支出1274.01万元，项目支出3339.22万元。");
  put(accounts.notes(), "A55", "");
  CHECK(
      accounts.findings("JSSM-P") ==
      "决算情况说明: 错误 JSSM-P-基本支出: 文字说明中没有“其中：基本支出……万元，占……”这样的"
      "一句，“基本支出”没有读到；请照此写明。\n"
      "决算情况说明: 错误 JSSM-P-项目支出: 文字说明中没有“；项目支出……万元，占……”这样的一句"
      "，“项目支出”没有读到；请照此写明。\n"
      "决算情况说明: 提示 JSSM-P-国资收入: 文字说明中没有“国有资本经营预算财政拨款收入……万"
      "元，占……”、“上级补助收入……万元，占……”、“；事业收入……万元，占……”这样的句子，“国资收入"
      "”、“上级补助收入”、“事业收入”没有读到；如有这些项，请照此写明。\n"
      "A14: 错误 JSSM-P-本年支出: 这里应写成“2020年本年支出合计……万元”的样子：到“2020年本年支出”"
      "为止相符，其后应有“合计……万元”，现为“4613.23万元，基本”；“本年支出”没有读到，请照此改写。\n"
      "A19: 提示 JSSM-P-二级单位支出: 这里应写成“本年支出合计……万元（其中：…………万元）”的样子：到“本"
      "年支出合计”为止相符，其后应有“……万元（其中：…………万元）”，现为“的60.64%"
      "。与201”；“二级单位支出"
      "”没有读到，请照此改写。\n"
      "A40: 错误 JSSM-P-车辆: 这里应写成“截至2020年12月31日，…共有车辆……辆…其中：主要领导干部用车……"
      "辆、机要通信用车……辆、应急保障用车……辆、其他用车……辆、执法执勤用车……辆、特种专业技术用车……辆"
      "”的样子：到“截至2020年12月”为止相符，其后应有“31日，…共有车辆……辆…其中：主要领导干部用车……辆"
      "、"
      "机要通信用车……辆、应急保障用车……辆、其他用车……辆、执法执勤用车……辆、特种专业技术用车……辆”，"
      "现"
      "为“底，单位共有公务用车3辆”；“车辆”没有读到，请照此改写。\n");
}

TEST_CASE("a project's amounts in the notes are those of its form, and unchecked without the forms",
          "[forms]") {
  Accounts accounts;
  CHECK(accounts.findings("JSSM-202") == "");
  put(accounts.sheet("项目绩效目标完成情况表", "路灯维修"), "D5", "16");
  CHECK(accounts.findings("JSSM-202")
            .find("A63: 错误 JSSM-202: 综述的预算数应与项目绩效目标完成情"
                  "况表一致：填报 15.00，应为 16.00，差 -1.00") != std::string::npos);
  CHECK(accounts.findings("JSSM-208") == "");
  accounts.take_out("项目绩效目标完成情况表");
  CHECK(accounts.findings("JSSM-203") ==
        "  A57: 未能检查 JSSM-203: 开展自评的项目数应等于项目绩效目标完成情况表的张数：未能检查，"
        "本单位的表 XMWC 未报或不能用（原文“…了绩效目标，预算执行过程中，选取5个项目开展绩效监控，"
        "年终执行完毕后，对5个项目开展了绩效目标完成…”）\n");
}

TEST_CASE("sentences of a table's column are each a row; those that no project has are told once",
          "[forms]") {
  Accounts accounts;
  put(accounts.sheet("项目绩效目标完成情况表", "路灯维修"), "E12",
      "每天巡查约2条道路，全年约100条道路");
  CHECK(accounts.findings("XMWC-02") ==
        "E12: 警告 XMWC-024: 全年的数量与每天的数量乘365天相差太多：填报 200，应为 2,920，差 "
        "-2,720（原文“每天市民投诉约8条，全年12345市民热线投诉约200条”）\n"
        "E9: 警告 XMWC-025: 实际完成值写全部完成，处置数却没有达到预期的数量：填报 19,245，应"
        "不小于 40,000（原文“全区总上报数20721条，处置数19245条，处置率92.88%，…”）\n"
        "E12: 警告 XMWC-024: 全年的数量与每天的数量乘365天相差太多：填报 100，应为 730，差 -6"
        "30（原文“每天巡查约2条道路，全年约100条道路”）\n");
  CHECK(accounts.findings("XMWC-P") ==
        "市政道路: 提示 XMWC-P-案件: 文字说明中没有“总上报数……条，处置数……条，处置率……，按期"
        "处置数……条，按期处置率……”、“热线工单……件，已处理……件，回复率……”、“每天…约……条…，全年"
        "…约……条”、“……个重点点位：……”这样的句子，“案件”、“热线”、“工作量”、“点位”没有读到；如"
        "有这些项，请照此写明。\n"
        "春节亮化: 提示 XMWC-P-案件: 文字说明中没有“总上报数……条，处置数……条，处置率……，按期"
        "处置数……条，按期处置率……”、“热线工单……件，已处理……件，回复率……”、“每天…约……条…，全年"
        "…约……条”这样的句子，“案件”、“热线”、“工作量”没有读到；如有这些项，请照此写明。\n"
        "数字城管: 提示 XMWC-P-点位: 文字说明中没有“……个重点点位：……”这样的一句，“点位”没有读"
        "到；如有这一项，请照此写明。\n"
        "绿化管护: 提示 XMWC-P-案件: 文字说明中没有“总上报数……条，处置数……条，处置率……，按期"
        "处置数……条，按期处置率……”、“热线工单……件，已处理……件，回复率……”、“每天…约……条…，全年"
        "…约……条”、“……个重点点位：……”这样的句子，“案件”、“热线”、“工作量”、“点位”没有读到；如"
        "有这些项，请照此写明。\n"
        "路灯维修: 提示 XMWC-P-案件: 文字说明中没有“总上报数……条，处置数……条，处置率……，按期"
        "处置数……条，按期处置率……”、“热线工单……件，已处理……件，回复率……”、“……个重点点位：……”"
        "这样的句子，“案件”、“热线”、“点位”没有读到；如有这些项，请照此写明。\n");
}

TEST_CASE("a wrong amount that sums and copies are held against is one mistake, told at its cell",
          "[forms]") {
  // 1.90 of the summary typed as 4.90 was three mistakes, in three tables, and none at B7.
  Accounts accounts;
  const int before = accounts.errors();
  put(accounts.sheet("决算公开表", "收入支出决算总表"), "B7", "4.9");
  CHECK(accounts.errors() == before + 1);
  CHECK(accounts.findings("JSGK-101") ==
        "B7: 错误 JSGK-101: 多半是这里填错：填报 4.90，应为 1.90，改正后 3 项核对就都相符。"
        "收入支出决算总表 › B32 处，本年收入合计应等于各项收入之和：填报 1,660.05，应为 "
        "1,663.05，差 -3.00\n");
  CHECK(accounts.findings("JSGK-206") ==
        "  D6: 错误 JSGK-206: "
        "收入决算表的财政拨款收入应等于收入支出决算总表的三项财政拨款收入之和：填报 1,659.80，应为 "
        "1,662.80，差 -3.00 [same_figure]\n");
  // Another wrong amount is another mistake.
  put(accounts.sheet("决算公开表", "财政拨款“三公”经费支出决算表"), "K7", "7.71");
  CHECK(accounts.errors() == before + 2);
  // A number that only looks like another of the paragraph, 3 cars and 3万元, is no reason for
  // both.
  put(accounts.notes(), "A40", accounts.text("A40", "轿车0辆、金额0万元", "轿车0辆、金额3万元"));
  CHECK(accounts.errors() == before + 3);
  // So is one that is off by as much, and has nothing to do with the first.
  put(accounts.sheet("决算公开表", "收入支出决算总表"), "B13", "0.25");
  put(accounts.sheet("决算公开表", "支出决算表"), "D6", "1277.01");
  CHECK(accounts.errors() == before + 4);
}

TEST_CASE("a code that is not in order is told at the code, with all it sets wrong", "[forms]") {
  Accounts accounts;
  const int before = accounts.errors();
  xlsx::Sheet& table = accounts.sheet("决算公开表", "一般公共预算财政拨款支出决算表");
  put(table, "A9", "'3080899");  // 2080899
  CHECK(accounts.errors() == before + 1);
  CHECK(accounts.findings("JSGK-504")
            .starts_with("A9: 错误 JSGK-504: 多半是这里填错：填报“3080899”，应为“2080899”，改正后 "
                         "2 项核对就都相符。"));
  put(table, "A9", "'2080");  // nothing was checked for it, and that was told at the total
  CHECK(accounts.findings("JSGK-509") ==
        "A9: 错误 JSGK-509: 科目编码应为3位（类）、5位（款）或7位（项）数字\n");
  CHECK(accounts.findings("JSGK-503").find("  A9: 未能检查 JSGK-503: ") != std::string::npos);
}

TEST_CASE("a sheet filled in in 元 is one mistake", "[forms]") {
  Accounts accounts;
  const int before = accounts.errors();
  xlsx::Sheet& table = accounts.sheet("决算公开表", "收入决算表");
  put(table, "C6", "16600500");
  put(table, "D6", "16598000");
  put(table, "I6", "2500");
  CHECK(accounts.errors() == before + 1);
  CHECK(accounts.findings("JSGK-205") ==
        "收入决算表: 错误 JSGK-205: 这张工作表的金额多半是按元填的：都除以 10000 以后，5 "
        "项核对就都相符；请核实金额单位。收入决算表 › C6 "
        "处，收入决算表的本年收入合计应等于收入支出决算总表：填报 16,600,500.00，应为 1,660.05，差 "
        "16,598,839.95 [times_10000]\n");
}

TEST_CASE("one amount in 元 hides nothing else that is wrong on its sheet", "[forms]") {
  // The whole sheet divided by ten thousand, a difference of 0.09 was none either.
  Accounts accounts;
  const std::string other = accounts.findings("JSGK-504");
  REQUIRE(other.starts_with("C14: 错误 JSGK-504: "));
  put(accounts.sheet("决算公开表", "一般公共预算财政拨款支出决算表"), "C26", "27794000");
  CHECK(accounts.findings("JSGK-504") == other);
  CHECK(accounts.findings("JSGK-5").find("这张工作表") == std::string::npos);
}

TEST_CASE("what needs a form whose year cannot be read follows from that", "[forms]") {
  Accounts accounts;
  put(accounts.sheet("决算公开表", "收入支出决算总表"), "A2", "（本年度）");
  CHECK(accounts.findings("JSSM-101").starts_with("  A10: 未能检查 JSSM-101: "));
}

TEST_CASE("an item of the notes is held against its amount in the table, not against its name",
          "[forms]") {
  Accounts accounts;
  put(accounts.sheet("决算公开表", "一般公共预算财政拨款支出决算表"), "C17", "381.43");
  put(accounts.sheet("决算公开表", "一般公共预算财政拨款支出决算表"), "C14", "2275.43");
  CHECK(accounts.findings("JSSM-108").find("一般公共预算财政拨款支出决算表 › C17）") !=
        std::string::npos);
}
