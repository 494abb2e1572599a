// Two forms of one job that name each other's figures.

#include <catch2/catch.hpp>

#include "base/diagnostic.h"
#include "job/job.h"
#include "support/sheet_package.h"
#include "support/sheet_text.h"
#include "support/support.h"

using namespace huizong;
using namespace huizong::testing;

namespace {

std::string mapping_of(const std::string& id, const std::string& title, const std::string& more,
                       const std::string& per = "unit") {
  return "format = 1\nid = \"" + id + "\"\ntitle = \"" + title + "\"\ntemplate = \"" + title +
         ".xlsx\"\nmoney = \"元\"\nper = \"" + per +
         "\"\nfields = [{ name = \"单位\", cell = \"B2\", type = \"text\", key = \"unit\" },\n"
         "  { name = \"项目\", cell = \"B3\", type = \"text\"" +
         (per == "unit" ? "" : ", key = \"item\"") +
         " },\n  { name = \"收入\", cell = \"B4\", type = \"money\" }]\n[recognise]\ncontains = "
         "[\"" +
         title + "\"]\n" + more;
}

std::string derived(const std::string& name, const std::string& expr) {
  return "[[derived]]\nname = \"" + name + "\"\nexpr = \"" + expr + "\"\n";
}

/// A job of 收入表 (SR) and 项目表 (XM), with these definitions in them.
class TwoForms {
 public:
  TwoForms(const std::string& income, const std::string& projects,
           const std::string& per = "unit") {
    write("huizong.toml",
          "[job]\nname = \"两表\"\nyear = 2021\nunits = \"单位名录.xlsx\"\n[[form]]\nform = "
          "\"收入表\"\n[[form]]\nform = \"项目表\"\n");
    write("单位名录.xlsx", sheet_package({named(sheet("编码 | 名称\n'101 | 甲局\n"), "名录")}));
    write("映射/收入表.toml", mapping_of("SR", "收入表", income));
    write("映射/项目表.toml", mapping_of("XM", "项目表", projects, per));
    for (const char* title : {"收入表", "项目表"})
      write(std::string("表样/") + title + ".xlsx",
            sheet_package({named(sheet(std::string(title) + "\n单位\n项目\n收入\n"), "表")}));
  }
  job::Job load() const { return job::load_job(folder_.path()); }
  std::string slips() const {
    try {
      load();
      return "";
    } catch (const Error& error) {
      std::string text = error.message().zh;
      const std::string folder = folder_.path().generic_string() + "/";
      for (std::size_t at; (at = text.find(folder)) != std::string::npos;)
        text.erase(at, folder.size());
      return text;
    }
  }

 private:
  void write(const std::string& name, const std::string& bytes) const {
    testing::write_file(folder_ / name, bytes);
  }
  TempFolder folder_;
};

}  // namespace

TEST_CASE("names of another form are looked up in that form", "[job]") {
  CHECK(TwoForms(derived("差", "收入 - XM!收如 - XN!收入"), "").slips() ==
        R"told(映射/收入表.toml:14:14: 在“项目表”里，没有叫“收如”的数
  14 | expr = "收入 - XM!收如 - XN!收入"
     |                ^^^^^^^
  提示: 是不是 收入？
映射/收入表.toml:14:22: 本次任务没有 id 为 XN 的表
  14 | expr = "收入 - XM!收如 - XN!收入"
     |                          ^^^^^^^
  提示: 是不是 XM？
)told");
  const TwoForms job(derived("甲", "收入 - ZZZZ!收入") + R"toml([[rules]]
id = "SR-001"
level = "error"
test = "收入 = JSJSJS!收入"
say = "应一致"
)toml",
                     "");
  CHECK(job.slips() == R"told(映射/收入表.toml:14:14: 本次任务没有 id 为 ZZZZ 的表
  14 | expr = "收入 - ZZZZ!收入"
     |                ^^^^^^^^^
  提示: 请在 huizong.toml 里加上这张表的 [[form]]
映射/收入表.toml:18:14: 本次任务没有 id 为 JSJSJS 的表
  18 | test = "收入 = JSJSJS!收入"
     |                ^^^^^^^^^^^
  提示: 请在 huizong.toml 里加上这张表的 [[form]]，或在 [audit] levels 里把 SR-001 设为 off
)told");
}

TEST_CASE("a wrong name of another form is told with the mapping's other slips", "[job]") {
  // XM!收如 was told only when 收人 had been mended, a run later.
  CHECK(TwoForms(derived("差", "收人 + 1") + derived("比", "收入 / XM!收如"), "").slips() ==
        R"told(映射/收入表.toml:14:9: 没有叫“收人”的数
  14 | expr = "收人 + 1"
     |         ^^^^
  提示: 是不是 收入？
映射/收入表.toml:17:14: 在“项目表”里，没有叫“收如”的数
  17 | expr = "收入 / XM!收如"
     |                ^^^^^^^
  提示: 是不是 收入？
)told");
  // So it is where the slip is in the other job file's mapping.
  CHECK(TwoForms(derived("比", "收入 / XM!收入"), derived("差", "收人 + SR!收如")).slips() ==
        R"told(映射/项目表.toml:14:9: 没有叫“收人”的数
  14 | expr = "收人 + SR!收如"
     |         ^^^^
  提示: 是不是 收入？
映射/项目表.toml:14:14: 在“收入表”里，没有叫“收如”的数
  14 | expr = "收人 + SR!收如"
     |                ^^^^^^^
  提示: 是不是 收入？
)told");
}

TEST_CASE("a form of items gives another form a list, and itself one figure", "[job]") {
  CHECK(TwoForms(derived("合计", "SUM(XM!收入)"), derived("占比", "收入 / SR!收入"), "sheet")
            .slips() == "");
  CHECK(TwoForms(derived("合计", "XM!收入 + 1"), "", "sheet").slips() ==
        R"told(映射/收入表.toml:14:9: 在“项目表”里，“收入”是一列，不是一个数
  14 | expr = "XM!收入 + 1"
     |         ^^^^^^^
  提示: 放进 SUM、AVERAGE、COUNT、MIN、MAX 等，或在 each 里逐行写列名
)told");
}

TEST_CASE("figures derived across forms are computed after those they need", "[job]") {
  const job::Job job = TwoForms(derived("甲", "XM!乙 + 1") + derived("自己的", "收入 + 1"),
                                derived("乙", "SR!收入 + 1"))
                           .load();
  std::string order;
  for (const job::AcrossDerived& a : job.across)
    order += job.forms[a.form].mapping.definitions.derived[a.derived].name + " ";
  CHECK(order == "乙 甲 ");
}

TEST_CASE("figures of two forms that need each other are refused", "[job]") {
  CHECK(TwoForms(derived("甲", "XM!乙 + 1"), derived("乙", "SR!甲 + 1")).slips() ==
        R"told(映射/收入表.toml: SR!甲 要用的数又要用它自己，算不出来
  提示: 两张表的派生不能互相引用，请改写其中一个
)told");
}
