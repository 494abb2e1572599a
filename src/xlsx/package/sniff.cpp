#include "xlsx/package/sniff.h"

#include <algorithm>
#include <array>
#include <fstream>

#include "base/text.h"
#include "xlsx/package/compound_file.h"
#include "xlsx/unreadable.h"

namespace huizong::xlsx {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kTextLookedAt = 4096;

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::string lower_extension(const fs::path& name) {
  return lower_ascii(name.extension().string());
}

bool is_any_of(const fs::file_status& status, std::initializer_list<fs::file_type> types) {
  return std::find(types.begin(), types.end(), status.type()) != types.end();
}

[[noreturn]] void refuse_lock() {
  throw Unreadable(
      "lock",
      {"这是 Excel 或 WPS "
       "打开文件时留下的锁文件，不是工作簿；请关闭正在打开它的程序，报送同名的正式文件。",
       "This is the lock file that Excel or WPS leaves while a workbook is open, not a workbook; "
       "close the program that has it open and submit the real file."});
}

[[noreturn]] void refuse_compound(std::string_view bytes, const fs::path& name) {
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
  if (lower_extension(name) == ".et" || has("ETExtData")) {
    throw Unreadable(
        "et",
        {"这是 WPS 表格自己的格式（.et），读不了；请用 WPS 另存为 .xlsx 再报。",
         "This is in the format of WPS Spreadsheets (.et), which is not read; save it as .xlsx in "
         "WPS."});
  }
  if (has("Workbook") || has("Book")) {
    throw Unreadable(
        "xls",
        {"这是 97-2003 格式（.xls）的工作簿，读不了；请用 Excel 或 WPS 另存为 .xlsx 再报。",
         "This is a workbook in the Excel 97-2003 format (.xls), which is not read; save it as "
         ".xlsx in Excel or WPS."});
  }
  throw Unreadable(
      "unknown",
      {"这是旧式 Office 复合文档，里面找不到工作簿；请用 Excel 或 WPS 打开核对，另存为 .xlsx "
       "再报。",
       "This is an old-style Office file without a workbook inside; open it in Excel or WPS, "
       "check it, and save it as .xlsx."});
}

/// Excel's owner file: the user's name with its length in front, padded with blanks to 165 bytes.
bool looks_like_lock(std::string_view bytes) {
  if (bytes.size() != 165 || bytes[0] < 1 || bytes[0] > 54) return false;
  const auto name_end = static_cast<std::size_t>(bytes[0]) + 1;
  return bytes.substr(name_end, 55 - name_end).find_first_not_of(' ') == std::string_view::npos;
}

struct Magic {
  std::string_view bytes;
  const char* zh;
  const char* en;
};
using namespace std::string_view_literals;
constexpr std::array kOtherFiles = {
    Magic{"%PDF"sv, " PDF 文件", "a PDF file"},
    Magic{"\x89PNG"sv, " PNG 图片", "a PNG picture"},
    Magic{"\xFF\xD8\xFF"sv, " JPEG 图片", "a JPEG picture"},
    Magic{"GIF8"sv, " GIF 图片", "a GIF picture"},
    Magic{"Rar!"sv, " RAR 压缩包", "a RAR archive"},
    Magic{"7z\xBC\xAF\x27\x1C"sv, " 7z 压缩包", "a 7z archive"},
    Magic{"\x1F\x8B"sv, " gzip 压缩包", "a gzip archive"},
    Magic{"\x7F"
          "ELF"sv,
          " Linux 程序", "a Linux program"},
    Magic{"\x00\x05\x16\x07"sv, "苹果电脑的附属文件", "a macOS resource file"},
};

/// Marks of a sheet as BIFF2 to BIFF8 begins it when no compound file is around it: record 0x__09,
/// version.
bool looks_like_bare_biff(std::string_view bytes) {
  return bytes.size() >= 8 && bytes[0] == '\x09' && bytes[3] == '\0' &&
         (bytes[1] == '\x08' || bytes[1] == '\x04' || bytes[1] == '\x02' || bytes[1] == '\0');
}

void refuse_markup(std::string_view text) {
  const std::string head = lower_ascii(text.substr(0, kTextLookedAt));
  const auto has = [&](std::string_view word) { return head.find(word) != std::string::npos; };
  const std::size_t start = head.find_first_not_of(" \t\r\n");
  const bool tag = start != std::string::npos && head[start] == '<';
  if (tag && has("urn:schemas-microsoft-com:office:spreadsheet")) {
    throw Unreadable(
        "xml",
        {"这是 XML 表格（SpreadsheetML 2003），只是改了扩展名，读不了；请用 Excel 或 WPS "
         "打开，另存为 .xlsx 再报。",
         "This is an XML spreadsheet (SpreadsheetML 2003) under another name, which is not read; "
         "open it in Excel or WPS and save it as .xlsx."});
  }
  if (tag && has("urn:oasis:names:tc:opendocument")) {
    throw Unreadable(
        "ods",
        {"这是 OpenDocument 文件，读不了；请用 Excel 或 WPS 打开，另存为 .xlsx 再报。",
         "This is an OpenDocument file, which is not read; open it in Excel or WPS and save it as "
         ".xlsx."});
  }
  const bool page = tag && (has("<html") || has("<!doctype html") || has("<table") ||
                            has("<body") || has("<head"));
  if (page || head.starts_with("mime-version:")) {
    throw Unreadable(
        "html",
        {"这是网页，只是改了扩展名（网上系统导出的多是这样），读不了；请用 Excel 或 WPS "
         "打开，另存为 .xlsx 再报。",
         "This is a web page under another name (many web systems export so), which is not read; "
         "open it in Excel or WPS and save it as .xlsx."});
  }
  if (tag && head.compare(start, 5, "<?xml") == 0) {
    throw Unreadable("xml", {"这是 XML 文件，不是工作簿；请报送 .xlsx 工作簿。",
                             "This is an XML file, not a workbook; submit an .xlsx workbook."});
  }
}

bool is_plain_text(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kTextLookedAt);
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF"))
    return true;  // UTF-16, as Excel saves text
  return std::none_of(head.begin(), head.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\r' && c != '\n' && c != '\f') || byte == 0x7F ||
           byte == 0xFF;
  });
}

bool has_end_of_directory(std::string_view bytes) {
  constexpr std::string_view kEnd = "PK\5\6";
  constexpr std::size_t kEndBytes = 22;
  constexpr std::size_t kLongestComment = 65535;
  const std::size_t tail = std::min(bytes.size(), kEndBytes + kLongestComment);
  const std::size_t at = bytes.substr(bytes.size() - tail).rfind(kEnd);
  return at != std::string_view::npos && tail - at >= kEndBytes;
}

}  // namespace

std::string load_file(const fs::path& path, const Limits& limits) {
  if (path.filename().string().starts_with("~$")) refuse_lock();
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (is_any_of(status, {fs::file_type::not_found, fs::file_type::none, fs::file_type::unknown})) {
    throw Unreadable("missing",
                     {"文件不存在或没有权限访问；请检查路径。",
                      "The file does not exist or may not be accessed; check the path."});
  }
  if (!is_any_of(status, {fs::file_type::regular})) {
    throw Unreadable("unknown",
                     {"这不是普通文件（是文件夹、管道或设备）；请指定 .xlsx 工作簿。",
                      "This is not a regular file but a folder, a pipe or a device; name an .xlsx "
                      "workbook."});
  }
  const std::uintmax_t size = fs::file_size(path, error);
  if (!error && size > limits.package_bytes) {
    refuse_limit(say("文件有 {} MB，最多读 {} MB", "the file has {} MB, at most {} MB are read",
                     size >> 20, limits.package_bytes >> 20));
  }
  std::ifstream in(path, std::ios::binary);
  if (error || !in) {
    throw Unreadable(
        "missing",
        {"文件打不开；请检查有没有读的权限、是否正被别的程序占用。",
         "The file cannot be opened; check that it may be read and that no other program "
         "holds it."});
  }
  // Read up to the size first seen: a file that grows meanwhile is cut, and then fails as
  // truncated.
  std::string bytes(static_cast<std::size_t>(size), '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  if (bytes.empty()) {
    throw Unreadable(
        "empty",
        {"文件是空的（0 字节），多半是没有保存成功或传输中断；请重新保存后再报。",
         "The file is empty (0 bytes), most likely because saving or copying it failed; save it "
         "again."});
  }
  return bytes;
}

void require_zip(std::string_view bytes, const fs::path& name) {
  if (bytes.starts_with(kCompoundMagic)) refuse_compound(bytes, name);
  if (has_end_of_directory(bytes)) return;
  if (bytes.starts_with("PK")) {
    throw Unreadable(
        "truncated",
        {"文件不完整，后半部分丢失，多半是传输或保存中断；请重新发送或另存后再报。",
         "The file is incomplete: its end is missing, most likely because sending or saving "
         "it was interrupted; send or save it again."});
  }
  if (looks_like_lock(bytes)) refuse_lock();
  if (looks_like_bare_biff(bytes)) {
    throw Unreadable(
        "xls",
        {"这是很旧的 Excel 工作簿（.xls），读不了；请用 Excel 或 WPS 另存为 .xlsx 再报。",
         "This is a very old Excel workbook (.xls), which is not read; save it as .xlsx in Excel "
         "or WPS."});
  }
  for (const Magic& magic : kOtherFiles) {
    if (!bytes.starts_with(magic.bytes)) continue;
    throw Unreadable("unknown", say("这是{}，不是工作簿；请报送 .xlsx 工作簿。",
                                    "This is {}, not a workbook; submit an .xlsx workbook.",
                                    std::string_view(magic.zh), std::string_view(magic.en)));
  }
  const std::string_view text = bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
  refuse_markup(text);
  if (is_plain_text(text)) {
    throw Unreadable(
        "csv",
        {"这是纯文本（如 CSV），只是改了扩展名，读不了；请用 Excel 或 WPS 打开，另存为 .xlsx "
         "再报。",
         "This is plain text (such as CSV) under another name, which is not read; open it in Excel "
         "or WPS and save it as .xlsx."});
  }
  if (bytes.find_first_not_of('\0') == std::string_view::npos) {
    throw Unreadable(
        "damaged",
        {"文件内容全是空白字节，多半是磁盘写满或断电造成的；请找回原件重新保存后再报。",
         "The file holds nothing but zero bytes, most likely because a disk was full or power "
         "failed; find the original and save it again."});
  }
  throw Unreadable(
      "unknown",
      {"认不出这是什么文件，它不是 Excel 工作簿；请用 Excel 或 WPS 打开核对，另存为 .xlsx 再报。",
       "This is no Excel workbook, and what it is cannot be told; open it in Excel or WPS, "
       "check it, and save it as .xlsx."});
}

}  // namespace huizong::xlsx
