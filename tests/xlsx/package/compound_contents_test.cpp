#include "xlsx/package/compound_contents.h"

#include <catch2/catch.hpp>

#include "xlsx/unreadable.h"
#include "xlsx/xls/xls_builder.h"

using namespace huizong::testing;
using namespace huizong::xlsx;

namespace {

std::string told(const std::string& file) {
  try {
    return "workbook: " + workbook_stream(file);
  } catch (const Unreadable& refused) {
    return refused.kind() + ": " + refused.message().zh;
  }
}

}  // namespace

TEST_CASE("the workbook in a compound file", "[xlsx]") {
  CHECK(told(compound_file({{"Workbook", "97"}})) == "workbook: 97");
  CHECK(told(compound_file({{"Book", "95"}})) == "workbook: 95");
  // Saved for 5.0/95 and 97-2003 at once: the newer one is whole.
  CHECK(told(compound_file({{"Book", "95"}, {"Workbook", "97"}})) == "workbook: 97");
  CHECK(told(compound_file({{"Workbook", "97"}, {"ETExtData", "x"}})) == "workbook: 97");
}

TEST_CASE("compound files that hold something else are told for what they are", "[xlsx]") {
  CHECK(told(compound_file({{"EncryptionInfo", "x"}, {"EncryptedPackage", "x"}})) ==
        "encrypted: 这是设了打开密码的工作簿，读不了；请用 Excel 或 WPS 打开，取消密码后另存为 "
        ".xlsx 再报。");
  CHECK(told(compound_file({{"Workbook", "x"}, {"\tDRMContent", "x"}})) ==
        "encrypted: 这是设了权限管理（IRM）的工作簿，读不了；请在能打开它的电脑上取消限制，另存为 "
        ".xlsx 再报。");
  CHECK(told(compound_file({{"WordDocument", "x"}})) ==
        "unknown: 这是 97-2003 格式的 Word 或 PowerPoint 文件，不是工作簿；请报送 .xlsx 工作簿。");
  CHECK(told(compound_file({{"ETExtData", "x"}})) ==
        "et: 这是 WPS 表格自己的格式（.et），读不了；请用 WPS 另存为 .xlsx 再报。");
  CHECK(told(compound_file({{"Contents", "x"}})) ==
        "unknown: 这是旧式 Office 复合文档，里面找不到工作簿；请用 Excel 或 WPS 打开核对，另存为 "
        ".xlsx 再报。");
}

TEST_CASE("a compound file that is cut off is still told for what it is", "[xlsx]") {
  const auto cut = [](const std::string& name) {
    const std::string whole = compound_file({{name, std::string(5000, 'x')}});
    return told(whole.substr(0, whole.size() - 512));  // without the table of sectors
  };
  CHECK(cut("Workbook") ==
        "truncated: 文件不完整，后半部分丢失，多半是传输或保存中断；请重新发送或另存后再报。");
  CHECK(cut("EncryptionInfo").starts_with("encrypted: "));
  CHECK(cut("WordDocument").starts_with("unknown: 这是 97-2003 格式的 Word"));
}
