// Files that are offered as workbooks and are none: each is told, in either
// language, in one sentence that says what it is and what to do.

#include <algorithm>
#include <catch2/catch.hpp>

#include "cli/cells_outcome.h"
#include "support/package_builder.h"
#include "support/support.h"

using namespace huizong;
using namespace huizong::testing;

namespace {

struct Foreign {
  std::string name;
  std::string bytes;
  std::string zh;  ///< words of the sentence that name the file
  std::string en;
};

std::string document_of(const std::string& content_type) {
  return zip_package(
      {{"[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        "<Override PartName=\"/main\" ContentType=\"" +
            content_type + "\"/></Types>"},
       {"_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "<Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
        "relationships/officeDocument\" Target=\"main\"/></Relationships>"},
       {"main", "<a/>"}});
}

std::string utf16(const std::string& ascii) {
  std::string bytes = "\xFF\xFE";
  for (const char c : ascii) (bytes += c) += '\0';
  return bytes;
}

std::vector<Foreign> foreign_files() {
  const std::string page = "<html><body><table><tr><td>1</td></tr></table></body></html>";
  const std::string office = "application/vnd.openxmlformats-officedocument.";
  const std::string sheet = simple_workbook(R"(<row><c><v>1</v></c></row>)");
  return {
      {"a.xlsx", "", "空的", "is empty"},
      {"~$a.xlsx", sheet, "锁文件", "lock file"},
      {"a.xlsx", "\5admin" + std::string(159, ' '), "锁文件", "lock file"},
      {"a.xls", page, "网页", "web page"},
      {"a.xlsx", "\xEF\xBB\xBF\r\n" + page, "网页", "web page"},
      {"a.xls", utf16(page), "网页", "web page"},
      {"a.xls",
       "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook "
       "xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>",
       "SpreadsheetML 2003", "SpreadsheetML 2003"},
      {"a.xls", "\xC3\xFB\xB3\xC6,\xBD\xF0\xB6\xEE\r\n1,2\r\n", "纯文本", "plain text"},
      {"a.xlsx", "名称\t金额\n办公费\t1\n", "纯文本", "plain text"},
      {"a.xlsx",
       zip_package({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                    {"content.xml", "<a/>"}}),
       "OpenDocument", "OpenDocument"},
      {"a.xlsx", zip_package({{"报送/101001.xlsx", sheet}}), "压缩包", "archive"},
      {"a.xlsx", zip_package({{"说明.txt", "x"}}), "压缩包", "archive"},
      {"a.xlsx", document_of(office + "wordprocessingml.document.main+xml"), "Word", "Word"},
      {"a.xlsx", document_of(office + "presentationml.presentation.main+xml"), "PowerPoint",
       "PowerPoint"},
      {"a.xlsx", document_of("application/vnd.ms-excel.sheet.binary.macroEnabled.main"), ".xlsb",
       ".xlsb"},
      {"a.xlsx", sheet.substr(0, sheet.size() / 2), "不完整", "incomplete"},
      {"a.xlsx", std::string(4096, '\0'), "空白字节", "zero bytes"},
      {"a.xlsx", "%PDF-1.4\n", "PDF", "PDF"},
      {"a.xlsx", "Rar!\x1A\7", "RAR", "RAR"},
      {"a.xlsx", "\x89PNG\r\n", "PNG", "PNG"},
      {"a.xlsx", "\x8F\x02\x12\xFF\x03", "认不出", "cannot be told"},
  };
}

bool has_han(const std::string& text) {
  return text.find_first_of("\xE3\xE4\xE5\xE6\xE7\xE8\xE9") != std::string::npos;
}

}  // namespace

TEST_CASE("a file that is no workbook is told in one sentence, in either language", "[cli]") {
  const TempFolder folder;
  for (const Foreign& file : foreign_files()) {
    CAPTURE(file.name, file.zh);
    write_file(folder / file.name, file.bytes);
    const auto zh = run_cells(folder / file.name, std::nullopt, Lang::Zh);
    const auto en = run_cells(folder / file.name, std::nullopt, Lang::En);
    for (const auto& told : {zh, en}) {
      CHECK(told.status == 1);
      CHECK(told.out.empty());
      CHECK(told.err.starts_with(file.name + ": "));
      CHECK(std::count(told.err.begin(), told.err.end(), '\n') == 1);
    }
    CHECK(zh.err.find(file.zh) != std::string::npos);
    CHECK(zh.err.find("请") != std::string::npos);  // what to do
    CHECK(zh.err.ends_with("。\n"));
    CHECK(en.err.find(file.en) != std::string::npos);
    CHECK(en.err.ends_with(".\n"));
    CHECK_FALSE(has_han(en.err));
  }
}
