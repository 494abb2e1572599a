#include "cli/cells_command.h"

#include <cstdio>

#include "base/file.h"
#include "cli/exit_status.h"
#include "cli/json_text.h"
#include "xlsx/read/cell_value.h"
#include "xlsx/reader.h"

namespace huizong::cli {
namespace {

constexpr std::size_t kFlushBytes = 1u << 20;

const Message kNoResult = {
    "公式没有存下计算结果，请用 Excel 或 WPS 打开并保存一次",
    "the formula has no stored result; open the workbook in Excel or WPS and save it once"};

/// The letter for the type, and the value after it. A formula without a result is an empty text
/// that warns.
void append_value(std::string& line, const xlsx::Cell& cell) {
  using xlsx::CellType;
  const auto text = [&](char type) {
    ((line += ",\"type\":\"") += type) += "\",\"value\":";
    append_json_text(line, cell.text);
  };
  switch (cell.type) {
    case CellType::Number:
      line += ",\"type\":\"n\",\"value\":";
      append_json_number(line, xlsx::parse_stored_number(cell.text).value());
      return;
    case CellType::Bool:
      line += ",\"type\":\"b\",\"value\":";
      line += cell.text == "1" ? "true" : "false";
      return;
    case CellType::Blank:
    case CellType::Text:
      return text('s');
    case CellType::Error:
      return text('e');
    case CellType::Date:
      return text('d');
  }
}

void append_line(std::string& out, const std::string& sheet, const xlsx::Cell& cell, Lang lang) {
  out += "{\"sheet\":";
  out += sheet;
  out += ",\"ref\":\"";
  out += to_string(cell.ref);
  out += '"';
  append_value(out, cell);
  const Message& warn = cell.type == xlsx::CellType::Blank ? kNoResult : cell.warn;
  if (!warn.empty()) {
    out += ",\"warn\":";
    append_json_text(out, warn.in(lang));
  }
  out += "}\n";
}

void print(const std::string& text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size()) return;
  throw WriteError({"写不到标准输出。", "Cannot write to standard output."});
}

void dump(const std::filesystem::path& file, const std::optional<std::filesystem::path>& out,
          Lang lang) {
  xlsx::Reader reader(file);
  std::string lines;
  for (std::size_t i = 0; i < reader.sheets().size(); ++i) {
    std::string sheet;
    append_json_text(sheet, reader.sheets()[i].name);
    reader.visit(i, [&](const xlsx::Cell& cell) {
      append_line(lines, sheet, cell, lang);
      if (out || lines.size() < kFlushBytes) return;
      print(lines);
      lines.clear();
    });
  }
  if (out) return write_file(*out, lines);
  print(lines);
  if (std::fflush(stdout) != 0)
    throw WriteError({"写不到标准输出。", "Cannot write to standard output."});
}

}  // namespace

int cells_command(const std::filesystem::path& file,
                  const std::optional<std::filesystem::path>& out, Lang lang) {
  try {
    dump(file, out, lang);
    return kDone;
  } catch (const xlsx::Unreadable& refused) {
    std::fprintf(stderr, "%s: %s\n", xlsx::printable(file.filename().string()).c_str(),
                 refused.message().in(lang).c_str());
    return kToCorrect;
  } catch (const WriteError& failed) {
    std::fprintf(stderr, "%s\n", failed.message().in(lang).c_str());
    return kCannotWrite;
  }
}

}  // namespace huizong::cli
