#include "cli/cells_command.h"

#include <cstdio>

#include "base/output_file.h"
#include "batch/run.h"
#include "cli/exit_status.h"
#include "cli/interrupt.h"
#include "cli/json_text.h"
#include "cli/options.h"
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
  const Message& warn = cell.type == xlsx::CellType::Blank ? kNoResult : words_of(cell.fault);
  if (!warn.empty()) {
    out += ",\"warn\":";
    append_json_text(out, warn.in(lang));
  }
  out += "}\n";
}

/// A megabyte of lines at a time, so that a workbook of any size takes no more.
void dump(xlsx::Reader& reader, OutputFile& out, Lang lang, const std::atomic<bool>* stop) {
  std::string lines;
  const auto put_out = [&] {
    out.write(lines);
    lines.clear();
    if (stop && *stop) throw batch::Interrupted();
  };
  for (std::size_t i = 0; i < reader.sheets().size(); ++i) {
    std::string sheet;
    append_json_text(sheet, reader.sheets()[i].name);
    reader.visit(i, [&](const xlsx::Cell& cell) {
      append_line(lines, sheet, cell, lang);
      if (lines.size() >= kFlushBytes) put_out();
    });
  }
  put_out();
  out.finish();
}

/// What is written to a file goes away when it is interrupted; what went to the standard output
/// ends with the program, as of every filter.
void dump_to_file(xlsx::Reader& reader, const std::filesystem::path& file, Lang lang) {
  const std::atomic<bool>& interrupted = watch_interrupts();
  OutputFile out(file);
  dump(reader, out, lang, &interrupted);
}

/// Why the workbook was refused; where a limit did it, also how to raise that.
std::string reason(const xlsx::Unreadable& refused, Lang lang) {
  std::string why = refused.message().in(lang);
  if (refused.limit().empty()) return why;
  return why + say("内容确实都要的，用 --limit {}=… 调大。",
                   " If all of it is needed, raise the limit with --limit {}=….", refused.limit())
                   .in(lang);
}

}  // namespace

int cells_command(const std::filesystem::path& file,
                  const std::optional<std::filesystem::path>& out, Lang lang,
                  const xlsx::Limits& limits) {
  std::error_code other;
  if (out && std::filesystem::equivalent(file, *out, other))
    throw UsageError({"输出不能盖掉要看的工作簿。请用 -o 给出另一个文件名。",
                      "The output would replace the workbook itself. Name another file with -o."});
  try {
    xlsx::Reader reader(file, limits);
    if (out) {
      dump_to_file(reader, *out, lang);
    } else {
      OutputFile standard = OutputFile::standard_output();
      dump(reader, standard, lang, nullptr);
    }
    return kDone;
  } catch (const xlsx::Unreadable& refused) {
    std::fprintf(stderr, "%s: %s\n", xlsx::printable(file.filename().string()).c_str(),
                 reason(refused, lang).c_str());
    return kToCorrect;
  } catch (const ClosedPipe&) {
    return kCannotWrite;  // `| head` has what it wanted: nothing to say
  } catch (const WriteError& failed) {
    std::fprintf(stderr, "%s\n", failed.message().in(lang).c_str());
    return kCannotWrite;
  }
}

}  // namespace huizong::cli
