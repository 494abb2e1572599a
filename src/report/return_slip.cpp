#include "report/return_slip.h"

#include <algorithm>
#include <map>

#include "report/findings/table.h"
#include "report/looks.h"
#include "report/output_names.h"
#include "xlsx/marker.h"

namespace huizong::report {
namespace {

using model::Finding;
using xlsx::Marker;

bool returns(const Finding& f) {
  return f.level != Severity::Note && !f.trial && !f.closed();
}

Marker::Colour colour_of(const Finding& f) {
  if (f.trial) return Marker::Colour::Note;
  switch (f.level) {
    case Severity::Error:
      return Marker::Colour::Error;
    case Severity::Warning:
      return Marker::Colour::Warning;
    default:
      return Marker::Colour::Note;
  }
}

/// What a file's name says besides the unit: "更正" of "上报/101001_示例单位_更正.xlsx".
std::string rest_of_name(const Slip& slip) {
  const auto from = slip.file.rfind('/') + 1;
  std::string_view rest = std::string_view(slip.file).substr(from, slip.file.rfind('.') - from);
  for (const std::string& known : {slip.unit.code, slip.unit.name}) {
    if (rest.starts_with(known)) rest.remove_prefix(known.size());
    while (rest.starts_with('_') || rest.starts_with('-') || rest.starts_with(' ')) {
      rest.remove_prefix(1);
    }
  }
  return std::string(rest);
}

/// The one item that all of a file's findings are about; "" where there is none or several.
std::string item_of(const Slip& slip) {
  if (slip.findings.empty()) return "";
  const std::string& item = slip.findings.front().item;
  const bool one = std::all_of(slip.findings.begin(), slip.findings.end(),
                               [&](const Finding& f) { return f.item == item; });
  return one ? item : "";
}

void name_slips(std::vector<Slip>& slips) {
  std::map<std::string, int> files_of_unit;
  for (const Slip& slip : slips) ++files_of_unit[slip.unit.code];
  OutputPaths taken;
  for (Slip& slip : slips) {
    std::string path =
        "输出/退回/" + file_name_part(slip.unit.code) + "_" + file_name_part(slip.unit.name);
    if (files_of_unit[slip.unit.code] > 1) {
      const std::string item = item_of(slip);
      const std::string what = item.empty() ? rest_of_name(slip) : item;
      if (!what.empty()) path += "_" + file_name_part(what);
    }
    slip.path = taken.unique(std::move(path), slip.file) + ".xlsx";
  }
}

/// What stands at the cell; the list says the rest.
std::string note_of(const Finding& f) {
  std::string note =
      (f.trial ? "试行·" : "") + name_of(f.level).zh + " " + f.rule + "：" + f.message.zh;
  for (const model::Clue& clue : f.clues) note += "\n线索：" + clue.text.zh;
  return note;
}

std::string counts(const Slip& slip) {
  if (!slip.unread.empty()) return slip.unread.zh;
  const model::Verdict v = verdict_of(slip.findings);
  return fmt::format("错误 {} 处，须更正；警告 {} 处，须更正或说明；未能检查 {} 处；提示 {} 处。",
                     v.errors, v.warnings, v.unchecked, v.notes);
}

/// `unmarked`: why the workbook itself could not be marked; "" where it was, or could not be read.
std::string opinion(const job::Job& job, const Slip& slip, Cells cells,
                    const std::string& unmarked = {}) {
  xlsx::Writer book({.title = "审核意见", .date = job.date});
  std::vector<std::string> names;
  Sheet sheet(book, "审核意见", names);
  constexpr int kFirst = 4;
  const CellRange table =
      write_slip_findings(sheet, kFirst, job, listed(slip.findings, job.units), cells);
  const int last = table.last.col;
  const auto line = [&](int row, const std::string& text, const xlsx::Style& style) {
    sheet.merged({{row, 0}, {row, last}}, text, style);
  };
  line(0, "审核意见", looks::title());
  sheet.min_height(0, 32);
  line(1, fmt::format("{}（{}）　{}", slip.unit.name, slip.unit.code, job.name), looks::caption());
  line(2, "报送文件：" + slip.file, looks::caption());
  line(3, counts(slip), looks::caption());
  line(table.last.row + 1,
       cells == Cells::Linked
           ? std::string(
                 "有问题的单元格已标色并加批注：红色为错误，黄色为警告，蓝色为提示或未能检查。"
                 "请在原表中更正后重新报送，不要报送本文件。") +
                 unlinked(slip.findings.size())
           : (unmarked.empty() ? "" : "原表没有标注：" + unmarked + "\n") +
                 "请在原表中更正后重新报送，不要报送本文件。",
       looks::caption());
  line(table.last.row + 2, "审核人：　　　　　　　　日期：", looks::caption());
  sheet.writer().freeze({kFirst + 1, 0});
  sheet.writer().repeat_rows(0, kFirst);
  sheet.finish(0, last);
  return book.package();
}

std::string slip_workbook(const job::Job& job, const Slip& slip, const std::string& bytes) {
  if (bytes.empty() || !slip.unread.empty()) return opinion(job, slip, Cells::Named);
  try {
    Marker book(bytes, job.limits);
    std::vector<const Finding*> worst_first;
    for (const Finding& f : slip.findings) worst_first.push_back(&f);
    std::stable_sort(
        worst_first.begin(), worst_first.end(),
        [](const Finding* a, const Finding* b) { return colour_of(*a) < colour_of(*b); });
    for (const Finding* f : worst_first) {
      if (!f->place.cell) continue;
      const auto sheet = book.sheet_index(f->place.sheet.str());
      if (sheet) book.mark(*sheet, *f->place.cell, colour_of(*f), note_of(*f));
    }
    book.put_first(opinion(job, slip, Cells::Linked));
    return book.package();
  } catch (const Error& error) {
    return opinion(job, slip, Cells::Named, error.message().zh);
  }
}

}  // namespace

std::vector<Slip> slips(const job::Job& job, const model::RunResult& result) {
  std::map<std::string, Slip> by_file;
  for (const model::UnreadFile& file : result.intake.unread) {
    const auto* unit = job.units.by_code(file.unit);
    if (!unit) continue;
    Slip& slip = by_file[file.file];
    slip.unit = {unit->code, unit->name};
    slip.unread = file.message;
  }
  std::map<std::string, bool> returned;
  for (const Finding& f : result.findings) {
    if (returns(f)) returned[f.place.file] = true;
  }
  std::map<std::size_t, std::size_t> moved;  // indexes of findings, into their slip's list
  for (std::size_t i = 0; i < result.findings.size(); ++i) {
    const Finding& f = result.findings[i];
    if (f.unit.code.empty() || f.place.file.empty() || !returned[f.place.file]) continue;
    if (f.closed()) continue;
    Slip& slip = by_file[f.place.file];
    slip.unit = f.unit;
    moved[i] = slip.findings.size();
    slip.findings.push_back(f);
  }
  for (auto& [file, slip] : by_file) {
    slip.file = file;
    for (Finding& f : slip.findings) {
      if (!f.cause) continue;
      const auto& cause = result.findings[*f.cause];
      const auto at = cause.place.file == file ? moved.find(*f.cause) : moved.end();
      f.cause = at == moved.end() ? std::nullopt : std::optional(at->second);
    }
  }
  std::vector<Slip> list;
  for (auto& [file, slip] : by_file) list.push_back(std::move(slip));
  name_slips(list);
  return list;
}

Output return_slip(const job::Job& job, const Slip& slip, const std::string& bytes) {
  return {"return", slip.path, slip_workbook(job, slip, bytes)};
}

}  // namespace huizong::report
