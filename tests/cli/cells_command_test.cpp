#include "cli/cells_command.h"

#include <cstdlib>
#include <fstream>

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

TEST_CASE("cells leaves no output of a file that is refused half-way", "[cli]") {
  const TempFolder folder;
  write_file(folder / "a.xlsx",
             simple_workbook(R"(<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>)"));
  CHECK(cells_command(folder / "a.xlsx", folder / "out.jsonl", Lang::Zh) == 1);
  CHECK_FALSE(fs::exists(folder / "out.jsonl"));
}

TEST_CASE("cells says with its status that the output cannot be written", "[cli]") {
  const TempFolder folder;
  write_file(folder / "a.xlsx", simple_workbook(R"(<row r="1"><c r="A1"><v>1</v></c></row>)"));
  write_file(folder / "file", "x");
  CHECK(cells_command(folder / "a.xlsx", folder / "file/out.jsonl", Lang::En) == 4);
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
