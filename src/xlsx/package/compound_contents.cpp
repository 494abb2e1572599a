#include "xlsx/package/compound_contents.h"

#include <optional>

#include "xlsx/package/compound_file.h"
#include "xlsx/unreadable.h"

namespace huizong::xlsx {
namespace {

/// Files of other kinds, told from the names alone, wherever they are listed.
void refuse_other(std::string_view bytes) {
  const auto has = [&](std::string_view stream) { return compound_file_has(bytes, stream); };
  if (has("EncryptionInfo") || has("EncryptedPackage")) {
    throw Unreadable(
        "encrypted",
        {"这是设了打开密码的工作簿，读不了；请用 Excel 或 WPS 打开，取消密码后另存为 .xlsx 再报。",
         "This workbook is protected by a password and cannot be read; open it in Excel or "
         "WPS, remove the password and save it as .xlsx."});
  }
  if (has("WordDocument") || has("PowerPoint Document")) {
    throw Unreadable(
        "unknown",
        {"这是 97-2003 格式的 Word 或 PowerPoint 文件，不是工作簿；请报送 .xlsx 工作簿。",
         "This is a Word or PowerPoint file in the 97-2003 format, not a workbook; submit an "
         ".xlsx workbook."});
  }
  if (has("ETExtData")) {
    throw Unreadable(
        "et",
        {"这是 WPS 表格自己的格式（.et），读不了；请用 WPS 另存为 .xlsx 再报。",
         "This is in the format of WPS Spreadsheets (.et), which is not read; save it as .xlsx in "
         "WPS."});
  }
}

[[noreturn]] void refuse_unknown() {
  throw Unreadable(
      "unknown",
      {"这是旧式 Office 复合文档，里面找不到工作簿；请用 Excel 或 WPS 打开核对，另存为 .xlsx "
       "再报。",
       "This is an old-style Office file without a workbook inside; open it in Excel or WPS, "
       "check it, and save it as .xlsx."});
}

[[noreturn]] void refuse_rights_managed() {
  throw Unreadable(
      "encrypted",
      {"这是设了权限管理（IRM）的工作簿，读不了；请在能打开它的电脑上取消限制，另存为 .xlsx 再报。",
       "This workbook is under rights management (IRM) and cannot be read; remove the restriction "
       "where it can be opened, and save it as .xlsx."});
}

}  // namespace

std::string workbook_stream(std::string_view bytes) {
  try {
    const CompoundFile file(bytes);
    // What stands beside it in the open is only a notice.
    if (file.has_stream("\tDRMContent")) refuse_rights_managed();
    // A file saved for 5.0/95 and 97-2003 at once has both; the newer one is complete.
    for (const std::string_view name : {"Workbook", "Book"}) {
      if (auto stream = file.stream(name)) return *std::move(stream);
    }
  } catch (const Unreadable&) {
    if (!compound_file_has(bytes, "Workbook") && !compound_file_has(bytes, "Book")) {
      refuse_other(bytes);
    }
    throw;
  }
  refuse_other(bytes);
  refuse_unknown();
}

}  // namespace huizong::xlsx
