#include "batch/trace_place.h"

#include <algorithm>
#include <functional>
#include <iterator>

#include "base/text.h"
#include "batch/trace.h"

namespace huizong::batch {
namespace {

struct Place {
  std::string sheet;  ///< "" where none is given
  CellRef cell;
};

Place parse(const std::string& text) {
  const std::string plain = fold_width(trimmed(text));
  const std::size_t mark = plain.rfind('!');
  std::string sheet = mark == std::string::npos ? "" : plain.substr(0, mark);
  const auto cell = parse_cell_ref(mark == std::string::npos ? plain : plain.substr(mark + 1));
  if (!cell || (mark != std::string::npos && sheet.empty()))
    throw PlaceError(say("“{}”不是一个单元格的位置；请写成 '汇总!F12' 这样。",
                         "\"{}\" is no place of a cell; write it like '汇总!F12'.", text));
  if (sheet.size() > 1 && sheet.front() == '\'' && sheet.back() == '\'') {
    sheet = sheet.substr(1, sheet.size() - 2);
    for (std::size_t at = 0; (at = sheet.find("''", at)) != std::string::npos; ++at)
      sheet.erase(at, 1);
  }
  return {sheet, *cell};
}

/// A sheet of one of the workbooks we wrote.
struct Recorded {
  const model::BookOrigins* book;
  const model::SheetOrigins* sheet;
};

std::string names_of(const std::vector<Recorded>& sheets) {
  std::string text;
  for (const Recorded& s : sheets) text += (text.empty() ? "" : "、") + s.sheet->name;
  return text;
}

/// The sheets that are meant: the one called just so; else the nearest kind of likeness that any
/// has. The 汇总 sheets are named after their forms, and go before the others.
std::vector<Recorded> meant(const std::vector<Recorded>& sheets, const std::string& name) {
  const std::string folded = fold_label(name);
  const auto holds = [&](const Recorded& s) {
    return fold_label(s.sheet->name).find(folded) != std::string::npos;
  };
  const std::function<bool(const Recorded&)> likenesses[] = {
      [&](const Recorded& s) { return s.sheet->name == name; },
      [&](const Recorded& s) { return fold_label(s.sheet->name) == folded; },
      [&](const Recorded& s) { return s.sheet->is_summary && holds(s); },
      [&](const Recorded& s) { return s.sheet->is_summary && name == "汇总"; },
      holds,
  };
  for (const auto& alike : likenesses) {
    std::vector<Recorded> found;
    std::copy_if(sheets.begin(), sheets.end(), std::back_inserter(found), alike);
    if (!found.empty()) return found;
  }
  return {};
}

}  // namespace

Error never_recorded() {
  return Error(say("这个任务还没有记下出处；请先运行 huizong run，再追溯。",
                   "Nothing is recorded of this job yet; run huizong run first."));
}

RecordedCell find_recorded(const store::Store& store, const std::string& text) {
  const std::vector<model::BookOrigins> books = store.recorded_books();
  if (books.empty()) throw never_recorded();
  const Place place = parse(text);
  std::vector<Recorded> all;
  for (const model::BookOrigins& book : books) {
    for (const model::SheetOrigins& sheet : book.sheets) all.push_back({&book, &sheet});
  }
  const std::vector<Recorded> sheets = meant(all, place.sheet.empty() ? "汇总" : place.sheet);
  if (sheets.empty())
    throw PlaceError(say("汇总表里没有工作表“{}”；有：{}。",
                         "The workbook has no sheet \"{}\"; it has: {}.", place.sheet,
                         names_of(all)));
  std::vector<RecordedCell> found;
  std::vector<Recorded> at;
  for (const Recorded& s : sheets) {
    for (model::CellOrigin& cell :
         store.origins(s.book->path, s.sheet->name, {place.cell, place.cell})) {
      found.push_back({s.book->path, s.book->sha256, s.sheet->name, std::move(cell)});
      at.push_back(s);
    }
  }
  if (found.size() > 1)
    throw PlaceError(say("{} 在几张工作表上都有：{}；请写明是哪一张。",
                         "{} is on several sheets: {}; say which.", to_string(place.cell),
                         names_of(at)));
  if (!found.empty()) return std::move(found.front());
  const Message& about = sheets.front().sheet->about;
  if (sheets.size() == 1 && !about.empty())
    throw NotRecorded(
        Message{fmt::format("“{}”不逐格追溯：{}。", names_of(sheets), about.zh),
                fmt::format("\"{}\" is not traced cell by cell: {}.", names_of(sheets), about.en)});
  throw NotRecorded(say("“{}”的 {} 没有记下出处：它不是程序写在那里的数。",
                        "No origin is recorded for {1} of \"{0}\": it is no figure we wrote there.",
                        names_of(sheets), to_string(place.cell)));
}

}  // namespace huizong::batch
