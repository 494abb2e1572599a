#include "xlsx/package/sniff.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "xlsx/package/archive_end.h"
#include "xlsx/package/compound_contents.h"
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

[[noreturn]] void refuse_lock() {
  throw Unreadable(
      "lock",
      {"这是 Excel 或 WPS "
       "打开文件时留下的锁文件，不是工作簿；请关闭正在打开它的程序，报送同名的正式文件。",
       "This is the lock file that Excel or WPS leaves while a workbook is open, not a workbook; "
       "close the program that has it open and submit the real file."});
}

/// Reached by what can only be done with a package: an .xls is read elsewhere.
[[noreturn]] void refuse_compound(std::string_view bytes) {
  workbook_stream(bytes);  // anything else is told for what it is
  throw Unreadable(
      "xls", {"这是 97-2003 格式（.xls）的工作簿，不能当表样填；请用 Excel 或 WPS 另存为 .xlsx。",
              "This is a workbook in the Excel 97-2003 format (.xls), which cannot be filled as a "
              "template; save it as .xlsx in Excel or WPS."});
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

/// As Excel and Windows save text in UTF-16: with a mark in front.
bool is_utf16(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

/// What of UTF-16 is Latin: tags are.
std::string latin_letters(std::string_view utf16) {
  std::string letters(utf16.substr(2, 2 * kTextLookedAt));
  std::erase(letters, '\0');
  return letters;
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
  if (is_utf16(head)) return true;
  return std::none_of(head.begin(), head.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\r' && c != '\n' && c != '\f') || byte == 0x7F ||
           byte == 0xFF;
  });
}

}  // namespace

InputFile open_input(const fs::path& path, const Limits& limits) {
  if (path.filename().string().starts_with("~$")) refuse_lock();
  return InputFile(path, limits);
}

std::string load_file(const fs::path& path, const Limits& limits) {
  return open_input(path, limits).read_whole();
}

void require_zip(std::string_view bytes) {
  if (bytes.starts_with(kCompoundMagic)) refuse_compound(bytes);
  if (has_archive_end(bytes)) return;
  if (bytes.starts_with("PK")) refuse_truncated();
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
    throw Unreadable("unknown", say("这是{0}，不是工作簿；请报送 .xlsx 工作簿。",
                                    "This is {1}, not a workbook; submit an .xlsx workbook.",
                                    std::string_view(magic.zh), std::string_view(magic.en)));
  }
  const std::string_view text = bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
  refuse_markup(is_utf16(text) ? latin_letters(text) : std::string(text.substr(0, kTextLookedAt)));
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

bool is_compound(std::string_view bytes) {
  return bytes.starts_with(kCompoundMagic);
}

bool is_compound(const InputFile& file) {
  std::array<char, kCompoundMagic.size()> start;
  const std::size_t read = file.read_at(0, start.data(), start.size());
  return is_compound(std::string_view(start.data(), read));
}

bool is_zip(const InputFile& file) {
  std::array<char, 4> head{};
  file.read_at(0, head.data(), head.size());
  std::string tail(static_cast<std::size_t>(std::min<std::uint64_t>(file.size(), kArchiveTail)),
                   '\0');
  file.read_at(file.size() - tail.size(), tail.data(), tail.size());
  return std::string_view(head.data(), head.size()) == "PK\3\4" && has_archive_end(tail);
}

}  // namespace huizong::xlsx
