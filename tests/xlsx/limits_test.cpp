// Every bound on what a workbook may make us do: what is within it is read, what
// goes beyond is one sentence that tells the bound, and which limit to set.

#include "xlsx/limits.h"

#include <catch2/catch.hpp>

#include "support/package_builder.h"
#include "support/support.h"
#include "xlsx/package/package.h"
#include "xlsx/reader.h"
#include "xlsx/workbook_lines.h"

using namespace huizong::testing;
using namespace huizong::xlsx;
using huizong::xlsx::testing::lines;

namespace {

const std::string kRows =
    R"(<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c s="1"><v>5</v></c></row>)";
const std::string kSheet =
    R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>)" +
    kRows +
    R"(</sheetData><mergeCells><mergeCell ref="A3:B3"/><mergeCell ref="A4:B4"/></mergeCells></worksheet>)";
const std::string kStrings = "<si><t>甲甲甲甲</t></si><si><t>乙</t></si>";
const std::string kStyles =
    R"(<numFmts><numFmt numFmtId="164" formatCode="0.00&quot;万元&quot;"/></numFmts>)"
    R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>)";
const std::string kRead = "A1 s 甲甲甲甲\nB1 s 乙\nC1 n 5\nmerged A3:B3\nmerged A4:B4\n";

/// The cells; where it is refused the limit's name and what is said up to the advice, without the
/// words that every refusal of this kind begins with.
std::string said(std::string package, const Limits& limits) {
  try {
    return lines(read_workbook(Package(std::move(package), limits)));
  } catch (const Unreadable& refused) {
    const std::string begins = "工作簿超出了读取上限：";
    const std::string& zh = refused.message().zh;
    if (refused.kind() != "limit" || !zh.starts_with(begins)) return refused.kind() + ": " + zh;
    return refused.limit() + ": " + zh.substr(begins.size(), zh.find("；") - begins.size());
  }
}
std::string said(const Limits& limits) {
  return said(simple_workbook(kSheet, kStrings, kStyles), limits);
}

/// Every limit there is. One more in Limits does not compile here, so that none is forgotten.
std::vector<std::pair<std::string, std::uint64_t>> values_of(const Limits& limits) {
  const auto& [package_bytes, part_bytes, total_bytes, small_part_bytes, ratio, ratio_free_bytes,
               string_bytes, strings, cells, merges, styles, format_bytes, relationships, entries,
               sheets, sheet_name_chars, depth, attributes, token_bytes, text_bytes] = limits;
  const auto whole = [](auto value) { return static_cast<std::uint64_t>(value); };
  return {{"package_bytes", package_bytes},
          {"part_bytes", part_bytes},
          {"total_bytes", total_bytes},
          {"small_part_bytes", small_part_bytes},
          {"ratio", ratio},
          {"ratio_free_bytes", ratio_free_bytes},
          {"string_bytes", string_bytes},
          {"strings", strings},
          {"cells", cells},
          {"merges", merges},
          {"styles", styles},
          {"format_bytes", format_bytes},
          {"relationships", relationships},
          {"entries", whole(entries)},
          {"sheets", whole(sheets)},
          {"sheet_name_chars", whole(sheet_name_chars)},
          {"depth", whole(depth)},
          {"attributes", whole(attributes)},
          {"token_bytes", token_bytes},
          {"text_bytes", text_bytes}};
}

}  // namespace

TEST_CASE("a workbook that just keeps each limit is read", "[xlsx]") {
  Limits limits;
  limits.strings = 2;
  limits.string_bytes = 16;
  limits.cells = 3;
  limits.merges = 2;
  limits.styles = 2;
  limits.format_bytes = 12;
  limits.relationships = 3;
  limits.entries = 7;
  limits.sheets = 1;
  limits.sheet_name_chars = 6;
  limits.depth = 5;
  limits.attributes = 3;
  limits.text_bytes = 12;
  CHECK(said(limits) == kRead);
}

TEST_CASE("a workbook one step beyond a limit is told which", "[xlsx]") {
  struct Case {
    void (*tighten)(Limits&);
    const char* want;
  };
  const auto c = GENERATE(values<Case>({
      {[](Limits& l) { l.strings = 1; }, "strings: 不同的文字超过 1 条"},
      {[](Limits& l) { l.string_bytes = 14; }, "string_bytes: 文字合计超过 0 MB"},
      {[](Limits& l) { l.cells = 2; }, "cells: 单元格超过 2 个"},
      {[](Limits& l) { l.merges = 1; }, "merges: 工作表“Sheet1”的合并区域超过 1 个"},
      {[](Limits& l) { l.styles = 1; }, "styles: 单元格格式超过 1 种"},
      {[](Limits& l) { l.format_bytes = 11; }, "format_bytes: 有一个数字格式长于 11 字节"},
      {[](Limits& l) { l.relationships = 2; },
       "relationships: 内部部件 xl/_rels/workbook.xml.rels 的关系超过 2 个"},
      {[](Limits& l) { l.entries = 6; }, "entries: 压缩包里的部件超过 6 个"},
      {[](Limits& l) { l.sheets = 0; }, "sheets: 工作表超过 0 张"},
      {[](Limits& l) { l.sheet_name_chars = 5; },
       "sheet_name_chars: 有一张工作表的名称超过 5 个字"},
      {[](Limits& l) { l.depth = 4; }, "depth: 内部部件 xl/worksheets/sheet1.xml 的嵌套超过 4 层"},
      {[](Limits& l) { l.attributes = 2; },
       "attributes: 内部部件 _rels/.rels 里一个标记的属性超过 2 个"},
      {[](Limits& l) { l.part_bytes = 100; },
       "part_bytes: 内部部件 xl/sharedStrings.xml 展开后有 0 MB，最多读 0 MB"},
      {[](Limits& l) { l.total_bytes = 1000; }, "total_bytes: 各部件展开后合计超过 0 MB"},
      {[](Limits& l) { l.text_bytes = 11; }, "text_bytes: 有一个单元格的文字超过 11 字节"},
  }));
  Limits limits;
  c.tighten(limits);
  CHECK(said(limits) == c.want);
}

TEST_CASE("a file larger than a package may be is not even read", "[xlsx]") {
  const TempFolder folder;
  const std::string bytes = simple_workbook(kSheet, kStrings, kStyles);
  write_file(folder / "a.xlsx", bytes);
  Limits limits;
  limits.package_bytes = bytes.size();
  CHECK_NOTHROW(read_workbook(folder / "a.xlsx", limits));
  limits.package_bytes = bytes.size() - 1;
  try {
    read_workbook(folder / "a.xlsx", limits);
    FAIL("read");
  } catch (const Unreadable& refused) {
    CHECK(refused.kind() == "limit");
    CHECK(refused.limit() == "package_bytes");
    CHECK(refused.message().zh.find("文件有 0 MB，最多读 0 MB") != std::string::npos);
  }
}

TEST_CASE("sheets and texts may be long where every other part may not", "[xlsx]") {
  const std::string blanks(4000, ' ');
  Limits limits;
  limits.small_part_bytes = 3000;
  CHECK(said(simple_workbook(kRows + blanks, kStrings + blanks, kStyles), limits) ==
        "A1 s 甲甲甲甲\nB1 s 乙\nC1 n 5\n");
  CHECK(said(simple_workbook(kRows, kStrings, kStyles + blanks), limits) ==
        "small_part_bytes: 内部部件 xl/styles.xml 展开后有 0 MB，最多读 0 MB");
}

TEST_CASE(
    "a part may pack as well as it likes up to a size, and beyond it no better than a real sheet",
    "[xlsx]") {
  const std::string package = simple_workbook(kRows + std::string(400'000, ' '), kStrings, kStyles);
  const std::string read = "A1 s 甲甲甲甲\nB1 s 乙\nC1 n 5\n";
  Limits limits;
  CHECK(said(package, limits) == read);
  limits.ratio_free_bytes = 300'000;
  CHECK(said(package, limits) ==
        "ratio: 内部部件 xl/worksheets/sheet1.xml 展开后是压缩时的 300 倍以上，不像真实的表");
  limits.ratio = 1032;
  CHECK(said(package, limits) == read);
}

TEST_CASE("one tag or comment is as long as it may be", "[xlsx]") {
  const std::string package =
      simple_workbook(kRows + "<!--" + std::string(3u << 20, 'c') + "-->", kStrings, kStyles);
  Limits limits;
  CHECK(said(package, limits).starts_with("A1 s "));
  limits.token_bytes = 1u << 20;
  CHECK(said(package, limits) ==
        "token_bytes: 内部部件 xl/worksheets/sheet1.xml 里有一个过长的标记");
}

TEST_CASE("every limit is set by its own name, and by default within what it may be", "[xlsx]") {
  const auto defaults = values_of({});
  REQUIRE(adjustable_limits().size() == defaults.size());
  for (std::size_t i = 0; i < defaults.size(); ++i) {
    const AdjustableLimit& limit = adjustable_limits()[i];
    CAPTURE(limit.name);
    CHECK(limit.name == defaults[i].first);
    CHECK((limit.least <= defaults[i].second && defaults[i].second <= limit.most));
    for (const std::uint64_t value : {limit.least, limit.most}) {
      Limits limits;
      CHECK(set_limit(limits, limit.name, value));
      auto want = defaults;
      want[i].second = value;
      CHECK(values_of(limits) == want);
    }
    Limits limits;
    CHECK_FALSE(set_limit(limits, limit.name, limit.most + 1));
    if (limit.least > 0) CHECK_FALSE(set_limit(limits, limit.name, limit.least - 1));
    CHECK(values_of(limits) == defaults);
  }
}

TEST_CASE("there is no limit of another name", "[xlsx]") {
  Limits limits;
  CHECK_FALSE(set_limit(limits, "cell", 5));
  CHECK_FALSE(set_limit(limits, "", 5));
  CHECK(find_limit("cell") == nullptr);
  CHECK(find_limit("cells")->allowed().zh == "1 到 1000000000 的整数");
  CHECK(find_limit("text_bytes")->allowed().zh == "1024 到 1073741824 的整数，单位是字节");
}
