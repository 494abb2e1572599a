#include "mapping/load/text_file.h"

#include <fstream>
#include <sstream>

#include "base/diagnostic.h"
#include "base/text.h"

namespace huizong::mapping {
namespace {

// No mapping is this long, nor any line of one; a film given by mistake is, and a key nested
// thousands deep.
constexpr std::uintmax_t kMaxBytes = 4u << 20;
constexpr std::size_t kMaxLineBytes = 10'000;

[[noreturn]] void refuse(const TextFile& file, int line, Message message, Message hint) {
  Mistake mistake;
  mistake.place.file = file.shown;
  mistake.place.line = line;
  mistake.place.column = line > 0 ? 1 : 0;
  mistake.message = std::move(message);
  mistake.hint = std::move(hint);
  throw Mistakes({mistake});
}

bool starts_with(const std::string& text, const char* bytes) {
  return text.rfind(bytes, 0) == 0;
}

/// Whether every byte above 0x7F is half of a GBK pair; what 记事本 saves as ANSI on a Chinese
/// machine.
bool looks_gbk(const std::string& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto first = static_cast<unsigned char>(text[i]);
    if (first < 0x80) continue;
    if (first == 0x80 || first == 0xFF || i + 1 == text.size()) return false;
    const auto second = static_cast<unsigned char>(text[++i]);
    if (second < 0x40 || second == 0x7F || second == 0xFF) return false;
  }
  return true;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    lines.push_back(line);
  }
  return lines;
}

const Message kSaveAsUtf8 = {
    "请用记事本打开它，选“另存为”，编码选 UTF-8，再运行一次",
    "open it in Notepad, choose Save As with the encoding UTF-8, and run again"};

}  // namespace

TextFile read_text_file(const std::filesystem::path& path) {
  TextFile file;
  file.shown = path.generic_string();
  std::error_code failed;
  if (!std::filesystem::is_regular_file(path, failed))
    refuse(file, 0, {"没有这个文件", "there is no such file"},
           {"请检查文件名和所在的文件夹", "check its name and folder"});
  if (std::filesystem::file_size(path, failed) > kMaxBytes)
    refuse(file, 0, {"文件太大，不会是设置文件", "the file is too big to be a settings file"},
           {"请检查文件名", "check its name"});

  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  if (!in)
    refuse(file, 0, {"文件读不出来", "the file cannot be read"},
           {"请检查它的权限", "check its permissions"});
  file.text = bytes.str();

  if (starts_with(file.text, "\xFF\xFE") || starts_with(file.text, "\xFE\xFF"))
    refuse(file, 0,
           {"文件是 UTF-16 编码（记事本里叫 Unicode），要 UTF-8",
            "the file is in UTF-16; it must be UTF-8"},
           kSaveAsUtf8);
  if (starts_with(file.text, "\xEF\xBB\xBF")) file.text.erase(0, 3);
  file.lines = lines_of(file.text);
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    if (file.lines[i].size() > kMaxLineBytes)
      refuse(file, static_cast<int>(i + 1),
             {"这一行太长，不会是设置文件", "this line is too long for a settings file"},
             {"请检查文件名，或把它分成几行", "check the file's name, or break the line"});
  }
  if (is_utf8(file.text)) return file;

  if (looks_gbk(file.text))
    refuse(file, 0,
           {"文件是 GBK 编码（记事本里叫 ANSI），要 UTF-8",
            "the file is in GBK (ANSI); it must be UTF-8"},
           kSaveAsUtf8);
  int line = 1;
  for (const std::string& text : file.lines) {
    if (!is_utf8(text)) break;
    ++line;
  }
  refuse(file, line, {"这一行里有不是 UTF-8 的字节", "this line has bytes that are not UTF-8"},
         kSaveAsUtf8);
}

std::vector<std::string> chars_of(std::string_view text) {
  std::vector<std::string> chars;
  for (const char c : text) {
    const bool continues = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
    if (continues && !chars.empty())
      chars.back() += c;
    else
      chars.emplace_back(1, c);
  }
  return chars;
}

}  // namespace huizong::mapping
