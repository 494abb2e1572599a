#include "job/explanation_file.h"

#include <algorithm>
#include <map>

#include "base/diagnostic.h"
#include "base/text.h"
#include "mapping/read/shown_text.h"
#include "xlsx/reader.h"

namespace huizong::job {
namespace {

using model::Explanation;
using Kind = ExplanationColumn::Kind;

constexpr int kHeadingRows = 10;  // how far down they may stand, under a title

[[noreturn]] void refuse(const std::filesystem::path& file, Message message) {
  Mistake mistake;
  mistake.place.file = file.generic_string();
  mistake.message = std::move(message);
  mistake.hint = {"请改好后再运行；要重新开始，请先把它改名移走，程序会另建一份，不会改动原来的",
                  "put it right and run again; to begin anew, move it away first: it is never "
                  "written over as it is"};
  throw Mistakes({mistake});
}

struct Headings {
  int row = -1;
  std::map<std::string, int> columns;  ///< by heading, ours and the office's own
};

/// The row with the most of our headings; row -1 where none has any.
Headings headings_of(const xlsx::Sheet& sheet) {
  const auto& ours = explanation_columns();
  Headings best;
  std::ptrdiff_t most = 0;
  for (int row = 0; row < kHeadingRows; ++row) {
    Headings found;
    found.row = row;
    for (const xlsx::Cell& cell : sheet.cells) {
      if (cell.ref.row == row && !fold_label(cell.text).empty())
        found.columns.emplace(fold_label(cell.text), cell.ref.col);
    }
    const auto known = std::count_if(ours.begin(), ours.end(), [&](const auto& column) {
      return found.columns.contains(column.heading);
    });
    if (known > most) {
      most = known;
      best = std::move(found);
    }
  }
  return best;
}

class ExplanationReader {
 public:
  ExplanationReader(const xlsx::Workbook& book, const xlsx::Sheet& sheet, Headings headings)
      : book_(book), sheet_(sheet), headings_(std::move(headings)) {}

  model::Explanations read() {
    model::Explanations all;
    std::map<int, std::string> more;
    for (const auto& [heading, col] : headings_.columns) {
      if (!is_ours(heading)) more.emplace(col, sheet_.text_at({headings_.row, col}));
    }
    for (const auto& [col, heading] : more) all.more.push_back(heading);
    int last = headings_.row;
    for (const xlsx::Cell& cell : sheet_.cells) last = std::max(last, cell.ref.row);
    for (int row = headings_.row + 1; row <= last; ++row) {
      Explanation e;
      for (const ExplanationColumn& column : explanation_columns()) {
        const auto at = headings_.columns.find(column.heading);
        if (at != headings_.columns.end()) e.*column.cell = text({row, at->second}, column.kind);
      }
      for (const auto& [col, heading] : more) e.more.push_back(text({row, col}, Kind::Text));
      if (e.answered() || !e.rule.empty()) all.rows.push_back(std::move(e));
    }
    return all;
  }

 private:
  static bool is_ours(const std::string& heading) {
    const auto& ours = explanation_columns();
    return std::any_of(ours.begin(), ours.end(),
                       [&](const auto& column) { return heading == column.heading; });
  }

  /// As it is seen, dates as dates; "" where there is nothing but blanks.
  std::string text(CellRef at, Kind kind) const {
    const xlsx::Cell* cell = sheet_.find(kind == Kind::Written ? sheet_.extent(at).first : at);
    if (!cell) return "";
    const auto number = kind == Kind::Figure ? xlsx::number_of(*cell) : std::nullopt;
    const std::string shown = number ? number->to_string() : mapping::shown_text(book_, *cell);
    return trimmed(shown).empty() ? "" : shown;
  }

  const xlsx::Workbook& book_;
  const xlsx::Sheet& sheet_;
  Headings headings_;
};

}  // namespace

const std::vector<ExplanationColumn>& explanation_columns() {
  static const std::vector<ExplanationColumn> kColumns = {
      {"编码", &Explanation::unit, true},
      {"单位", &Explanation::unit_name, false},
      {"项目", &Explanation::item, true},
      {"表", &Explanation::form, false},
      {"规则", &Explanation::rule, true},
      {"位置", &Explanation::place, true},
      {"填报数", &Explanation::reported, true, Kind::Figure},
      {"应为", &Explanation::expected, true, Kind::Figure},
      {"问题", &Explanation::problem, true},
      {"说明", &Explanation::text, true, Kind::Written},
      {"审批人", &Explanation::approver, true, Kind::Written},
      {"日期", &Explanation::date, false, Kind::Written},
      {"状态", &Explanation::state, false},
  };
  return kColumns;
}

model::Explanations load_explanations(const std::filesystem::path& file) {
  xlsx::Workbook book;
  try {
    book = xlsx::read_workbook(file);
  } catch (const xlsx::Unreadable& error) {
    refuse(file, error.message());
  }
  const auto visible =
      std::find_if(book.sheets.begin(), book.sheets.end(),
                   [](const xlsx::Sheet& s) { return s.state == xlsx::SheetState::Visible; });
  if (visible == book.sheets.end())
    refuse(file, {"出错说明里没有看得见的工作表", "the explanations have no visible sheet"});
  Headings headings = headings_of(*visible);
  std::string missing;
  for (const ExplanationColumn& column : explanation_columns()) {
    if (column.needed && !headings.columns.contains(column.heading))
      missing += (missing.empty() ? "" : "、") + std::string(column.heading);
  }
  if (!missing.empty())
    refuse(file, say("工作表“{}”前 {} 行里的表头缺：{}",
                     "sheet {0}: these headings are missing in its first {1} rows: {2}",
                     visible->name, kHeadingRows, missing));
  return ExplanationReader(book, *visible, std::move(headings)).read();
}

}  // namespace huizong::job
