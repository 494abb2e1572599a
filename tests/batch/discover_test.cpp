#include "batch/discover.h"

#include <catch2/catch.hpp>

#include "support/support.h"

using namespace huizong;
using huizong::testing::TempFolder;
using huizong::testing::write_file;

TEST_CASE("a glob's * stays in a folder and ** crosses them", "[batch]") {
  CHECK(batch::glob_match("上报/**/*.xlsx", "上报/101001.xlsx"));
  CHECK(batch::glob_match("上报/**/*.xlsx", "上报/城管局/二级/101001.xlsx"));
  CHECK_FALSE(batch::glob_match("上报/**/*.xlsx", "别处/101001.xlsx"));
  CHECK_FALSE(batch::glob_match("上报/*.xlsx", "上报/城管局/101001.xlsx"));
  CHECK_FALSE(batch::glob_match("上报/**/*.xlsx", "上报/101001.xls"));
  CHECK(batch::glob_match("上报/?位.xlsx", "上报/单位.xlsx"));  // one sign, not one byte
  CHECK(batch::glob_match("**", "a/b/c"));
}

TEST_CASE("submissions are found in order, and what is left aside is named", "[batch]") {
  const TempFolder folder;
  for (const char* name :
       {"上报/b.xlsx", "上报/城管/a.xlsx", "上报/~$b.xlsx", "上报/旧.xls", "上报/说明.docx",
        "上报/.隐藏.xlsx", "输出/汇总表.xlsx", ".huizong/x.xlsx", "别处/c.xlsx"})
    write_file(folder / name, "x");
  std::filesystem::create_symlink(folder / "别处/c.xlsx", folder / "上报/链接.xlsx");

  job::Job job;
  job.folder = folder.path();
  job.forms.emplace_back().input = "上报/**/*.xlsx";
  const batch::Discovered found = batch::discover(job);
  CHECK(found.files == std::vector<std::string>{"上报/b.xlsx", "上报/城管/a.xlsx", "上报/旧.xls"});
  std::string ignored;
  for (const auto& f : found.ignored) ignored += f.file + "：" + f.why.zh + "\n";
  CHECK(ignored ==
        "上报/.隐藏.xlsx：是隐藏文件\n"
        "上报/~$b.xlsx：是 Excel 或 WPS 打开文件时留下的锁文件，不是报送表\n"
        "上报/说明.docx：不是工作簿；如果是报送表，请另存为 .xlsx 再报\n"
        "上报/链接.xlsx：是符号链接，不跟随\n");
}

TEST_CASE("outputs are never read as input, even by the widest glob", "[batch]") {
  const TempFolder folder;
  write_file(folder / "a.xlsx", "x");
  write_file(folder / "输出/填表/a.xlsx", "x");
  write_file(folder / "出错说明.xlsx", "x");
  job::Job job;
  job.folder = folder.path();
  job.explanations_file = "出错说明.xlsx";
  job.forms.emplace_back().input = "**/*.xlsx";
  CHECK(batch::discover(job).files == std::vector<std::string>{"a.xlsx"});
}

TEST_CASE("an input that fits no file is said", "[batch]") {
  const TempFolder folder;
  write_file(folder / "上报/a.docx", "x");
  job::Job job;
  job.folder = folder.path();
  job.forms.emplace_back().input = "报送/**/*.xlsx";
  job.forms.back().mapping.stem = "自评表";
  const auto found = batch::discover(job);
  REQUIRE(found.unread.size() == 1);
  CHECK(found.unread.front().message.zh ==
        "没有一个文件符合“自评表”的 input“报送/**/*.xlsx”；请检查 huizong.toml 里的写法，以及报送表"
        "放的文件夹。");
  CHECK(found.unread.front().message.en ==
        "No file fits the input of 自评表, \"报送/**/*.xlsx\"; check huizong.toml, and where the "
        "submissions lie.");
}

TEST_CASE("an input of .xlsx is not unfulfilled where every unit sent an .xls", "[batch]") {
  const TempFolder folder;
  write_file(folder / "上报/城管/101001.xls", "x");
  write_file(folder / "上报/城管/101002.XLSX", "x");
  job::Job job;
  job.folder = folder.path();
  job.forms.emplace_back().input = "上报/**/*.xlsx";
  const auto found = batch::discover(job);
  CHECK(found.files == std::vector<std::string>{"上报/城管/101001.xls", "上报/城管/101002.XLSX"});
  CHECK(found.unread.empty());

  // Where it is the name that does not fit, it is said as before.
  job.forms.front().input = "上报/**/自评*.xlsx";
  CHECK(batch::discover(job).unread.size() == 1);
}
