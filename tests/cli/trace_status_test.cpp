// The exit status of trace, as DESIGN's table has it: 0 told, 1 something is not as
// it was or was not recorded, 2 the place is wrong, 3 there is nothing to tell from.

#include <fcntl.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "batch/run.h"
#include "cli/cells_outcome.h"
#include "cli/cli.h"
#include "support/example_job.h"

using namespace huizong;
using namespace huizong::testing;
namespace fs = std::filesystem;

namespace {

/// `status: what was said on standard error`
std::string traced(const fs::path& job, const std::string& place) {
  const TempFolder said;
  const std::string target = job.string();
  std::vector<const char*> words = {"huizong",      "trace",  place.c_str(),
                                    target.c_str(), "--lang", "zh"};
  const int out = ::open((said / "out").c_str(), O_WRONLY | O_CREAT, 0600);
  const int err = ::open((said / "err").c_str(), O_WRONLY | O_CREAT, 0600);
  int status = -1;
  {
    const Printed here(out, err);
    status = cli::main(static_cast<int>(words.size()), const_cast<char**>(words.data()));
  }
  ::close(out);
  ::close(err);
  return std::to_string(status) + ": " + read_file(said / "err");
}

}  // namespace

// A submission was changed after the run, and the exit status was 0 although the text said so.
TEST_CASE("trace ends with 0 only where everything is as it was when the 汇总表 was written",
          "[trace]") {
  const TempFolder folder;
  const fs::path place = copy_example_job(folder);
  const job::Job job = job::load_job(place);
  CHECK(traced(place, "F5") == "3: 这个任务还没有记下出处；请先运行 huizong run，再追溯。\n");
  batch::run(job, {});
  const std::string summary = "输出/2021年度部门整体支出绩效自评汇总表.xlsx";

  CHECK(traced(place, "F20") == "0: ");
  CHECK(traced(place, "A1") ==
        "1: “部门整体支出绩效自评表”的 A1 没有记下出处：它不是程序写在那里的数。\n");
  CHECK(traced(place, "汇总!5F") == "2: “汇总!5F”不是一个单元格的位置；请写成 '汇总!F12' 这样。\n");

  write_file(place / "上报/示例市教育局/102008_示例市青少年活动中心.xlsx", "改过");
  CHECK(traced(place, "F20") ==
        "1: 报送表、映射或上年的数据在写出以后改过，各处已注明；下面说的是写出时的数。\n");
  CHECK(traced(place, "F19") == "0: ");  // another unit's
  write_file(place / summary, "改过");
  CHECK(traced(place, "F19") == "1: " + summary + " 在写出以后改过，下面说的是写出时的数。\n");
  fs::remove(place / summary);
  CHECK(traced(place, "F19") == "1: " + summary + " 已经不在了，下面说的是写出时的数。\n");

  write_file(job.store_file(), std::string(4096, 'x'));
  CHECK(traced(place, "F19") ==
        "3: 数据文件 " + job.store_file().string() +
            " 损坏，或不是 huizong 的（file is not a database）。它是 huizong 自己存的，请删除它，"
            "再运行一次 huizong run：会从报送表重建，报送表和已写出的结果都不会丢；同一文件夹里做过"
            "的别的年度要各自重新运行。\n");
}
