#include "xlsx/package/sniff.h"

#include <sys/stat.h>
#include <catch2/catch.hpp>

#include "support/package_builder.h"
#include "support/support.h"
#include "xlsx/package/package.h"
#include "xlsx/reader.h"
#include "xlsx/xls/xls_builder.h"

using namespace huizong::testing;
using namespace huizong::xlsx;

namespace {

/// Kind and sentence for a file of this name and content.
std::string told(const std::string& bytes, const std::string& name = "101001.xlsx") {
  const TempFolder folder;
  write_file(folder / name, bytes);
  try {
    Reader reader(folder / name);
    return "read";
  } catch (const Unreadable& refused) {
    return refused.kind() + ": " + refused.message().zh;
  }
}

std::string kind(const std::string& bytes, const std::string& name = "101001.xlsx") {
  const std::string all = told(bytes, name);
  return all.substr(0, all.find(':'));
}

}  // namespace

TEST_CASE("files that are no workbook are told for what they are", "[xlsx]") {
  CHECK(told("") ==
        "empty: 文件是空的（0 字节），多半是没有保存成功或传输中断；请重新保存后再报。");
  CHECK(told(compound_file({{"EncryptionInfo", "x"}, {"EncryptedPackage", "x"}})) ==
        "encrypted: 这是设了打开密码的工作簿，读不了；请用 Excel 或 WPS 打开，取消密码后另存为 "
        ".xlsx 再报。");
  CHECK(told("PK\3\4", "a.xlsx") ==
        "truncated: 文件不完整，后半部分丢失，多半是传输或保存中断；请重新发送或另存后再报。");
  CHECK(told("名称,金额\n办公费,1\n") ==
        "csv: 这是纯文本（如 CSV），只是改了扩展名，读不了；请用 Excel 或 WPS 打开，另存为 .xlsx "
        "再报。");
  CHECK(told("<html><table><tr><td>1</td></tr></table></html>") ==
        "html: 这是网页，只是改了扩展名（网上系统导出的多是这样），读不了；请用 Excel 或 WPS "
        "打开，另存为 .xlsx 再报。");
  CHECK(told("%PDF-1.4\n") == "unknown: 这是 PDF 文件，不是工作簿；请报送 .xlsx 工作簿。");
  CHECK(told(zip_package({{"说明.txt", "x"}})) ==
        "not-workbook: 这是压缩包，里面没有工作簿，不是 .xlsx 工作簿；请用 Excel 或 WPS 另存为 "
        ".xlsx 再报。");
}

TEST_CASE("kinds of foreign files", "[xlsx]") {
  CHECK(kind(compound_file({{"Contents", "x"}})) == "unknown");
  CHECK(kind(compound_file({{"Workbook", "x"}})) == "damaged");
  CHECK(kind(compound_file({{"Workbook", "x"}}).substr(0, 600)) == "truncated");
  CHECK(kind(std::string("\x09\x08\x08\x00\x00\x05\x10\x00", 8) + std::string(2000, '\0')) ==
        "xls");
  CHECK(kind("\xEF\xBB\xBF<!DOCTYPE html><html><body/></html>") == "html");
  CHECK(kind("MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n") == "html");
  CHECK(kind("<?xml version=\"1.0\"?><Workbook "
             "xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>") == "xml");
  CHECK(kind("<?xml version=\"1.0\"?><data/>") == "xml");
  CHECK(kind("\xC3\xFB\xB3\xC6,\xBD\xF0\xB6\xEE\n") == "csv");       // GBK
  CHECK(kind(std::string("\xFF\xFE\x0D\x54\x09\x00", 6)) == "csv");  // UTF-16
  CHECK(kind(std::string(100000, '\0')) == "damaged");
  CHECK(kind(std::string("\x8F\x00\x12\xFF\x03", 5)) == "unknown");
  CHECK(kind(zip_package({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                          {"content.xml", "<a/>"}})) == "ods");
  CHECK(kind("\5admin" + std::string(159, ' ')) == "lock");
  CHECK(kind("\5admin", "~$101001.xlsx") == "lock");
}

TEST_CASE("an .xls is read under any name, and is told where only a package will do", "[xlsx]") {
  const std::string file = xls_file(number_cell(0, 0, 1));
  for (const char* name : {"101001.xls", "101001.xlsx", "支出表.et"})
    CHECK(told(file, name) == "read");
  try {
    Package package(file);
    FAIL("taken for a package");
  } catch (const Unreadable& refused) {
    CHECK(refused.kind() == "xls");
    CHECK(refused.message().zh ==
          "这是 97-2003 格式（.xls）的工作簿，不能当表样填；请用 Excel 或 WPS 另存为 .xlsx。");
  }
}

TEST_CASE("a missing file, a folder and a pipe are told and not waited for", "[xlsx]") {
  const TempFolder folder;
  const auto told_of = [&](const std::string& name) {
    try {
      Reader reader(folder / name);
      return std::string("read");
    } catch (const Unreadable& refused) {
      return refused.kind() + ": " + refused.message().zh;
    }
  };
  std::filesystem::create_directory(folder / "a.xlsx");
  REQUIRE(mkfifo((folder / "b.xlsx").c_str(), 0600) == 0);
  const std::string no_file =
      "unknown: 这不是普通文件（是文件夹、管道或设备）；请指定 .xlsx 或 .xls 工作簿。";
  CHECK(told_of("a.xlsx") == no_file);
  CHECK(told_of("b.xlsx") == no_file);
  CHECK(told_of("c.xlsx").starts_with("missing: "));
}
