#include "batch/process.h"

#include <catch2/catch.hpp>

#include "support/package_builder.h"
#include "support/support.h"

using namespace huizong;
using namespace huizong::testing;

TEST_CASE("a workbook beyond the job's limits is unread, and says which to raise", "[batch]") {
  const TempFolder folder;
  write_file(folder / "a.xlsx", simple_workbook("<row><c><v>1</v></c><c><v>2</v></c></row>"));
  job::Job job;
  job.folder = folder.path();
  job.limits.cells = 2;
  CHECK(batch::process_one(job, "a.xlsx").unread->kind == "no-form");
  job.limits.cells = 1;
  const auto beyond = batch::process_one(job, "a.xlsx").unread;
  REQUIRE(beyond);
  CHECK(beyond->kind == "limit");
  CHECK(beyond->message.zh ==
        "工作簿超出了读取上限：单元格超过 1 个；请删去多余的内容，另存为 .xlsx "
        "后再报。内容确实都要的，请在 huizong.toml 的 [limits] 里调大 cells。");
  CHECK(beyond->message.en ==
        "The workbook is beyond what is read: it has more than 1 cells; delete what is not needed "
        "and save it as .xlsx again. If all of it is needed, raise cells under [limits] in "
        "huizong.toml.");
  job.limits = {};
  job.limits.package_bytes = 100;
  CHECK(batch::process_one(job, "a.xlsx").unread->message.zh.ends_with("里调大 package_bytes。"));
}
