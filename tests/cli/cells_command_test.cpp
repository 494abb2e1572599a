#include "cli/cells_command.h"

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "cli/cells_outcome.h"
#include "cli/options.h"
#include "cli/standard_streams.h"
#include "support/package_builder.h"
#include "support/support.h"

using namespace huizong;
using namespace huizong::testing;
using huizong::cli::cells_command;
namespace fs = std::filesystem;

TEST_CASE("cells writes one line for each stored cell", "[cli]") {
  const TempFolder folder;
  write_file(folder / "表.xlsx",
             simple_workbook(
                 R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>0.30000000000000004</v></c>
                                <c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#N/A</v></c><c r="E1" s="1"/></row>
                                <row r="2"><c r="A2"><f>B1</f></c><c r="B2"><v>1,5</v></c>
                                <c r="C2" t="d"><v>2022-03-15</v></c></row>)",
                 "<si><t>单位“甲\"</t></si>"));
  REQUIRE(cells_command(folder / "表.xlsx", folder / "out.jsonl", Lang::Zh) == 0);
  CHECK(read_file(folder / "out.jsonl") ==
        R"({"sheet":"Sheet1","ref":"A1","type":"s","value":"单位“甲\""}
{"sheet":"Sheet1","ref":"B1","type":"n","value":0.30000000000000004}
{"sheet":"Sheet1","ref":"C1","type":"b","value":true}
{"sheet":"Sheet1","ref":"D1","type":"e","value":"#N/A"}
{"sheet":"Sheet1","ref":"A2","type":"s","value":"","warn":"公式没有存下计算结果，请用 Excel 或 WPS 打开并保存一次"}
{"sheet":"Sheet1","ref":"B2","type":"e","value":"1,5","warn":"数字单元格里存的不是有效数字"}
{"sheet":"Sheet1","ref":"C2","type":"d","value":"2022-03-15"}
)");
}

namespace {

/// A sheet of so many rows of one number, and what follows them.
std::string long_sheet(int rows, const std::string& end = "") {
  std::string data;
  for (int row = 1; row <= rows; ++row)
    data += "<row><c><v>" + std::to_string(row) + "</v></c></row>";
  return simple_workbook(data + end);
}
const std::string kDoubledCell =
    R"(<row r="90000"><c r="A90000"><v>1</v></c><c r="A90000"><v>2</v></c></row>)";

}  // namespace

TEST_CASE("cells leaves nothing of a file that is refused half-way, and the last output stays",
          "[cli]") {
  const TempFolder folder;
  write_file(folder / "a.xlsx", long_sheet(60'000, kDoubledCell));  // two megabytes of lines
  write_file(folder / "old.jsonl", "old");
  const auto refused = run_cells(folder / "a.xlsx", folder / "新/out.jsonl");
  CHECK(refused.status == 1);
  CHECK(refused.out.empty());
  CHECK(std::count(refused.err.begin(), refused.err.end(), '\n') == 1);
  CHECK(run_cells(folder / "a.xlsx", folder / "old.jsonl").status == 1);
  CHECK(read_file(folder / "old.jsonl") == "old");
  CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 2);
}

TEST_CASE("cells prints lines as it reads, however much is still to come", "[cli]") {
  const TempFolder folder;
  write_file(folder / "a.xlsx", long_sheet(60'000, kDoubledCell));
  const auto refused = run_cells(folder / "a.xlsx");
  CHECK(refused.status == 1);
  CHECK(refused.out.starts_with(R"({"sheet":"Sheet1","ref":"A1","type":"n","value":1})"
                                "\n"));
  CHECK(refused.out.ends_with("}\n"));
}

TEST_CASE("cells says with its status that the output cannot be written", "[cli]") {
  const TempFolder folder;
  write_file(folder / "a.xlsx", simple_workbook(R"(<row r="1"><c r="A1"><v>1</v></c></row>)"));
  write_file(folder / "file", "x");
  CHECK(run_cells(folder / "a.xlsx", folder / "file/out.jsonl").status == 4);
  const auto full = run_cells(folder / "a.xlsx", "/dev/full");
  CHECK(full.status == 4);
  CHECK(full.err ==
        "写不了 /dev/full：磁盘满了。请检查磁盘空间和权限，并关闭正在打开它的程序后重试。\n");
}

TEST_CASE("cells ends without a word where the other end of a pipe has enough", "[cli]") {
  const TempFolder folder;
  write_file(folder / "a.xlsx", long_sheet(60'000));
  huizong::cli::secure_standard_streams();
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  ::close(ends[0]);
  const int said = ::open((folder / "err").c_str(), O_WRONLY | O_CREAT, 0600);
  int status = 0;
  {
    const Printed here(ends[1], said);
    status = cells_command(folder / "a.xlsx", std::nullopt, Lang::Zh);
  }
  ::close(ends[1]);
  ::close(said);
  CHECK(status == 4);
  CHECK(read_file(folder / "err").empty());
}

TEST_CASE("cells keeps to a limit it is given, and names the one to raise", "[cli]") {
  const TempFolder folder;
  write_file(folder / "a.xlsx", simple_workbook("<row/>"));
  xlsx::Limits limits;
  limits.entries = 2;
  const auto refused = run_cells(folder / "a.xlsx", std::nullopt, Lang::Zh, limits);
  CHECK(refused.status == 1);
  CHECK(refused.err ==
        "a.xlsx: 工作簿超出了读取上限：压缩包里的部件超过 2 "
        "个；请删去多余的内容，另存为 .xlsx 后再报。内容确实都要的，用 --limit entries=… "
        "调大。\n");
  CHECK(run_cells(folder / "a.xlsx", std::nullopt, Lang::En, limits).err ==
        "a.xlsx: The workbook is beyond what is read: its zip archive holds more than 2 parts; "
        "delete what is not needed and save it as .xlsx again. If all of it is needed, raise the "
        "limit with --limit entries=….\n");
  limits.entries = 50;
  CHECK(run_cells(folder / "a.xlsx", std::nullopt, Lang::Zh, limits).status == 0);
}

TEST_CASE("cells never writes over the workbook it reads", "[cli]") {
  const TempFolder folder;
  const auto bytes = simple_workbook(R"(<row r="1"><c r="A1"><v>1</v></c></row>)");
  write_file(folder / "a.xlsx", bytes);
  fs::create_symlink("a.xlsx", folder / "same.xlsx");
  for (const char* name : {"a.xlsx", "./a.xlsx", "same.xlsx"}) {
    CAPTURE(name);
    CHECK_THROWS_AS(cells_command(folder / "a.xlsx", folder / name, Lang::Zh),
                    huizong::cli::UsageError);
  }
  CHECK(read_file(folder / "a.xlsx") == bytes);
}

TEST_CASE("workbooks of other programs are read cell for cell as three other readers agree",
          "[cli][corpus]") {
  const auto corpus = shared_folder("corpus");
  if (corpus.empty()) return;
  const TempFolder dumps;
  std::ifstream manifest(corpus / "MANIFEST.tsv");
  for (std::string line; std::getline(manifest, line);) {
    const std::string file = line.substr(0, line.find('\t'));
    if (line.compare(file.size() + 1, 5, "good\t") != 0) continue;
    CAPTURE(file);
    CHECK(cells_command(corpus / file, dumps / (file + ".jsonl"), Lang::Zh) == 0);
  }
  const std::string compare = "python3 '" + (corpus / "compare_cells.py").string() +
                              "' --oracle-dir '" + (corpus / "oracle").string() + "' --dump-dir '" +
                              dumps.path().string() + "' > '" + (dumps / "result.txt").string() +
                              "'";
  const int status = std::system(compare.c_str());
  CAPTURE(read_file(dumps / "result.txt"));
  CHECK(status == 0);
}
