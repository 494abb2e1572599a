#include "batch/trace_place.h"

#include <algorithm>

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

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : "、") + name;
  return text;
}

std::vector<std::string> sheets_of(const model::Provenance& provenance) {
  std::vector<std::string> sheets;
  for (const model::BookOrigins& book : provenance.books) {
    for (const model::CellOrigin& cell : book.cells) {
      if (std::find(sheets.begin(), sheets.end(), cell.sheet) == sheets.end())
        sheets.push_back(cell.sheet);
    }
  }
  return sheets;
}

/// The sheets that are meant: the one of that name, else those whose name holds it.
std::vector<std::string> meant(const std::vector<std::string>& sheets, const std::string& name) {
  if (name.empty()) return sheets;
  std::vector<std::string> found;
  for (const std::string& sheet : sheets) {
    if (fold_label(sheet) == fold_label(name)) return {sheet};
    if (fold_label(sheet).find(fold_label(name)) != std::string::npos) found.push_back(sheet);
  }
  // The 汇总 sheets are named after their forms.
  return found.empty() && name == "汇总" ? sheets : found;
}

}  // namespace

RecordedCell find_recorded(const model::Provenance& provenance, const std::string& text) {
  const Place place = parse(text);
  const std::vector<std::string> all = sheets_of(provenance);
  const std::vector<std::string> sheets = meant(all, place.sheet);
  if (sheets.empty())
    throw PlaceError(say("记下了出处的工作表里没有“{}”；有：{}。",
                         "No sheet \"{}\" is recorded; there are: {}.", place.sheet, joined(all)));
  std::vector<RecordedCell> found;
  std::vector<std::string> names;
  for (const model::BookOrigins& book : provenance.books) {
    for (const model::CellOrigin& cell : book.cells) {
      const bool fits = cell.cell == place.cell &&
                        std::find(sheets.begin(), sheets.end(), cell.sheet) != sheets.end();
      if (!fits) continue;
      found.push_back({&book, &cell});
      names.push_back(cell.sheet);
    }
  }
  if (found.size() > 1)
    throw PlaceError(say("{} 在几张工作表上都有：{}；请写明是哪一张。",
                         "{} is on several sheets: {}; say which.", to_string(place.cell),
                         joined(names)));
  if (found.empty())
    throw NotRecorded(
        say("“{}”的 {} 没有记下出处：它不是程序写在那里的数。",
            "No origin is recorded for {1} of \"{0}\": it is no figure we wrote there.",
            joined(sheets), to_string(place.cell)));
  return found.front();
}

}  // namespace huizong::batch
