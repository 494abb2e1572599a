#include "cli/options.h"

#include <catch2/catch.hpp>

using namespace huizong;
using cli::Command;

namespace {

cli::Options parsed(std::vector<const char*> words) {
  words.insert(words.begin(), "huizong");
  return cli::parse_options(static_cast<int>(words.size()), words.data());
}
std::string refused(std::vector<const char*> words) {
  try {
    parsed(std::move(words));
  } catch (const cli::UsageError& e) {
    return e.message().zh;
  }
  return "";
}

}  // namespace

TEST_CASE("options stand before or after the command", "[cli]") {
  for (const auto& words :
       {std::vector<const char*>{"run", "任务", "-j", "2", "--json", "-q"},
        std::vector<const char*>{"-q", "-j", "2", "run", "--json", "任务"},
        std::vector<const char*>{"--jobs=2", "--quiet", "run", "任务", "--json"}}) {
    const cli::Options o = parsed(words);
    CHECK(o.command == Command::Run);
    CHECK(o.target == "任务");
    CHECK(o.threads == 2);
    CHECK(o.json);
    CHECK(o.quiet);
  }
}

TEST_CASE("the job is here unless said otherwise", "[cli]") {
  CHECK(parsed({"run"}).target == ".");
  CHECK(parsed({"-C", "任务", "run"}).target == "任务");
  CHECK(parsed({"-C", "任务", "figures", "子任务"}).target == "任务/子任务");
  CHECK(parsed({"-C", "任务", "cells", "/绝对.xlsx"}).target == "/绝对.xlsx");
}

TEST_CASE("language follows --lang, else the locale", "[cli]") {
  CHECK(parsed({"run", "--lang", "zh"}).lang == Lang::Zh);
  CHECK(parsed({"--lang=en", "run"}).lang == Lang::En);
}

TEST_CASE("help and version need no command, and a command's help is its own", "[cli]") {
  CHECK(parsed({}).command == Command::Help);
  CHECK(parsed({"--version"}).command == Command::Version);
  CHECK(parsed({"run", "--help"}).help_topic == "run");
  CHECK(parsed({"help", "cells"}).help_topic == "cells");
}

TEST_CASE("each limit of the reader can be set for a workbook", "[cli]") {
  const cli::Options o =
      parsed({"cells", "--limit", "strings=20000000", "a.xlsx", "--limit=depth=2000"});
  CHECK(o.target == "a.xlsx");
  CHECK(o.limits.strings == 20'000'000);
  CHECK(o.limits.depth == 2000);
  CHECK(o.limits.sheets == xlsx::Limits().sheets);
}

TEST_CASE("a limit that there is not, or that cannot be so, is told what there is", "[cli]") {
  const std::string all =
      "可用的有：package_bytes part_bytes total_bytes small_part_bytes ratio ratio_free_bytes "
      "string_bytes strings merges styles format_bytes relationships entries sheets "
      "sheet_name_chars depth attributes token_bytes text_bytes；huizong.toml 里的 cells "
      "这里不用。";
  CHECK(refused({"cells", "a.xlsx", "--limit", "string=5"}) ==
        "没有“string”这个上限，是不是“strings”？" + all);
  CHECK(refused({"cells", "a.xlsx", "--limit", "行数=5"}) == "没有“行数”这个上限。" + all);
  CHECK(refused({"cells", "a.xlsx", "--limit", "strings"}) ==
        "--limit 要写成 名称=数，例如 --limit strings=20000000，不能是“strings”。");
  for (const char* word : {"-1", "", "5x", "1.5", "1000001", "99999999999999999999"})
    CHECK(refused({"cells", "a.xlsx", "--limit", ("sheets=" + std::string(word)).c_str()}) ==
          "--limit sheets 要给 1 到 1000000 的整数，不能是“" + std::string(word) + "”。");
  CHECK(refused({"cells", "a.xlsx", "--limit", "part_bytes=512"}) ==
        "--limit part_bytes 要给 65536 到 274877906944 的整数，单位是字节，不能是“512”。");
  CHECK(refused({"cells", "a.xlsx", "--limit", "cells=5"}) ==
        "huizong cells 逐格读出，不受 cells 这个上限的限制，请删去它。");
  CHECK(refused({"run", "--limit", "sheets=5"}) ==
        "没有“--limit”这个选项。用 huizong help 看都有哪些。");
}

TEST_CASE("what cannot be understood is said in the office's language", "[cli]") {
  CHECK(refused({"rum"}) == "没有“rum”这个命令，是不是“run”？");
  CHECK(refused({"全都要"}) == "没有“全都要”这个命令。用 huizong help 看都有哪些。");
  CHECK(refused({"run", "--jsn"}) == "没有“--jsn”这个选项。用 huizong help 看都有哪些。");
  CHECK(refused({"run", "-j"}) == "选项 --jobs 后面少一个值，或不该带值。");
  CHECK(refused({"run", "-j", "many"}) == "选项 --jobs 的值不对。");
  CHECK(refused({"run", "-j", "0"}) == "-j 要给 1 到 1024 之间的整数。");
  CHECK(refused({"run", "--all"}) == "--all 只和 --json 一起用。");
  CHECK(refused({"run", "--lang", "fr"}) == "--lang 只能是 en|zh，不能是“fr”。");
  CHECK(refused({"run", "a", "b"}) == "run 只能给一个文件或文件夹，多了“b”。");
  CHECK(refused({"cells"}) == "请给出要看的工作簿：huizong cells 文件.xlsx。");
  CHECK(refused({"trace"}) == "请给出要追溯的单元格：huizong trace '汇总!F12' [任务]。");
  CHECK(refused({"trace", "F5", "a", "b"}) == "trace 只能给一个文件或文件夹，多了“b”。");
  CHECK(refused({"figures", "--json"}) == "没有“--json”这个选项。用 huizong help 看都有哪些。");
}
