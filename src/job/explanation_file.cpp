#include "job/explanation_file.h"

#include <algorithm>

#include "base/diagnostic.h"
#include "base/text.h"
#include "job/lost_zeros.h"
#include "mapping/read/shown_text.h"
#include "xlsx/fillable.h"
#include "xlsx/reader.h"

namespace huizong::job {
namespace {

using model::Explanation;
using Kind = ExplanationColumn::Kind;

constexpr const char* kSheet = "出错说明";

Mistake mistake_in(const std::filesystem::path& file, Message message, Message hint = {}) {
  Mistake mistake;
  mistake.place.file = file.generic_string();
  mistake.message = std::move(message);
  mistake.hint = std::move(hint);
  if (mistake.hint.empty())
    mistake.hint = {"请改好后再运行；要重新开始，请先把它改名移走，程序会另建一份，不会改动原来的",
                    "put it right and run again; to begin anew, move it away first: it is never "
                    "written over as it is"};
  return mistake;
}

/// Written into later, so it must be one that can be.
xlsx::Workbook open(const std::filesystem::path& file) {
  try {
    xlsx::require_fillable(xlsx::Package::open(file));
    return xlsx::read_workbook(file);
  } catch (const xlsx::Unreadable& error) {
    throw Mistakes({mistake_in(file, error.message())});
  }
}

bool fewer_known(const ExplanationHeadings& a, const ExplanationHeadings& b) {
  return a.known() < b.known();
}

/// The sheet of ours: the office may have put others before it, or a copy beside it. One that is
/// called by our name and lost a heading is not passed over for a copy.
const ExplanationHeadings& choose(const std::filesystem::path& file,
                                  const std::vector<ExplanationHeadings>& sheets) {
  if (sheets.empty())
    throw Mistakes({mistake_in(
        file, {"出错说明里没有看得见的工作表", "the explanations have no visible sheet"})});
  const auto named = std::find_if(sheets.begin(), sheets.end(), [](const auto& one) {
    return one.sheet->name == kSheet && one.known() > 0;
  });
  const auto nearest =
      named != sheets.end() ? named : std::max_element(sheets.begin(), sheets.end(), fewer_known);
  if (!nearest->missing.empty())
    throw Mistakes(
        {mistake_in(file, say("工作表“{}”前 {} 行里的表头缺：{}",
                              "sheet {0}: these headings are missing in its first {1} rows: {2}",
                              nearest->sheet->name, kExplanationHeadingRows, nearest->missing))});
  std::string others;
  for (const ExplanationHeadings& one : sheets) {
    if (one.missing.empty() && &one != &*nearest) others += "、" + one.sheet->name;
  }
  if (!others.empty() && named == sheets.end())
    throw Mistakes({mistake_in(
        file,
        say("工作表 {}{} 都像出错说明，分不清以哪一张为准",
            "the sheets {}{} all look like the explanations", nearest->sheet->name, others),
        {"请只留一张，或把为准的那一张改名为“出错说明”",
         "keep one of them, or call the one that counts 出错说明"})});
  return *nearest;
}

class ExplanationReader {
 public:
  ExplanationReader(const std::filesystem::path& file, const xlsx::Workbook& book,
                    const ExplanationHeadings& headings, const model::UnitList& units)
      : file_(file), book_(book), sheet_(*headings.sheet), headings_(headings), units_(units) {}

  ExplanationFile read() {
    ExplanationFile all{{}, sheet_.name, headings_.row, headings_.columns, {}, {}};
    for (const CellRef cell : headings_.doubled)
      add(cell, say("“{}”这一列有两个", "there are two columns {}", sheet_.text_at(cell)),
          {"请留一列，另一列换个名字", "keep one of them and call the other something else"});
    const auto take = [&](const CellRange& range) {
      for (int row = range.first.row; row <= range.last.row; ++row) all.taken_rows.insert(row);
      for (int col = range.first.col; col <= range.last.col && range.last.row >= headings_.row;
           ++col)
        all.taken_columns.insert(col);
    };
    for (const xlsx::Cell& cell : sheet_.cells) take({cell.ref, cell.ref});
    for (const CellRange& merge : sheet_.merges) take(merge);
    for (const int row : all.taken_rows) {
      if (row > headings_.row) read_row(row, all.rows);
    }
    if (!mistakes_.empty()) throw Mistakes(std::move(mistakes_));
    return all;
  }

 private:
  void add(CellRef cell, const Message& message, Message hint) {
    const std::string place = to_string(Location{"", sheet_.name, cell});
    mistakes_.push_back(
        mistake_in(file_, {place + "：" + message.zh, place + ": " + message.en}, std::move(hint)));
  }

  void read_row(int row, std::vector<Explanation>& rows) {
    // A row that names no rule is the office's own, but for one that is answered in full.
    const bool answered = filled(row, &Explanation::text) && filled(row, &Explanation::approver);
    if (!filled(row, &Explanation::rule) && !answered) return;
    Explanation e;
    for (const ExplanationColumn& column : explanation_columns()) {
      if (const xlsx::Cell* cell = cell_of(row, column.cell)) e.*column.cell = text(*cell, column);
    }
    e.cell = CellRef{row, headings_.columns.front().value_or(0)};
    if (e.rule.empty())
      e.unclear = {"这一行没有规则编号，不知说明的是哪一条",
                   "this row names no rule, so nobody can tell what it explains"};
    else
      e.unclear = restore_codes(e, is_number(row, &Explanation::unit),
                                is_number(row, &Explanation::item), units_);
    rows.push_back(std::move(e));
  }

  /// What is merged over several rows is in each of them; over several columns, in the first.
  const xlsx::Cell* cell_of(int row, std::string Explanation::*of) const {
    const auto& all = explanation_columns();
    const auto column =
        std::find_if(all.begin(), all.end(), [&](const auto& c) { return c.cell == of; });
    const auto col = headings_.columns[static_cast<std::size_t>(column - all.begin())];
    if (!col) return nullptr;
    const CellRef first = sheet_.extent({row, *col}).first;
    return sheet_.find(first.col == *col ? first : CellRef{row, *col});
  }
  bool filled(int row, std::string Explanation::*of) const {
    const xlsx::Cell* cell = cell_of(row, of);
    return cell && (cell->formula || !trimmed(cell->text).empty());
  }
  bool is_number(int row, std::string Explanation::*of) const {
    const xlsx::Cell* cell = cell_of(row, of);
    return cell && cell->type == xlsx::CellType::Number;
  }

  /// As it is seen, dates as dates; "" where there is nothing but blanks.
  std::string text(const xlsx::Cell& cell, const ExplanationColumn& column) {
    if (column.needed && !usable(cell)) return "";
    const auto number = column.kind == Kind::Figure ? xlsx::number_of(cell) : std::nullopt;
    const std::string shown = number ? number->to_string() : mapping::shown_text(book_, cell);
    return trimmed(shown).empty() ? "" : shown;
  }

  /// False, and said, where what the cell shows is not known.
  bool usable(const xlsx::Cell& cell) {
    const bool unknown = cell.type == xlsx::CellType::Blank && cell.formula;
    if (!unknown && cell.type != xlsx::CellType::Error) return true;
    if (!told_.insert(cell.ref).second) return false;
    if (unknown)
      add(cell.ref, {"公式没有存下结果", "the formula has no stored value"},
          {"请用 Excel 或 WPS 打开出错说明，保存一次", "open the file in Excel and save it once"});
    else
      add(cell.ref, say("单元格是错误值 {}", "the cell holds the error {}", cell.text),
          {"请改成实际内容", "put in what belongs there"});
    return false;
  }

  const std::filesystem::path& file_;
  const xlsx::Workbook& book_;
  const xlsx::Sheet& sheet_;
  const ExplanationHeadings& headings_;
  const model::UnitList& units_;
  std::set<CellRef> told_;
  std::vector<Mistake> mistakes_;
};

}  // namespace

ExplanationFile load_explanations(const std::filesystem::path& file, const model::UnitList& units) {
  const xlsx::Workbook book = open(file);
  const auto sheets = find_explanation_headings(book);
  return ExplanationReader(file, book, choose(file, sheets), units).read();
}

}  // namespace huizong::job
