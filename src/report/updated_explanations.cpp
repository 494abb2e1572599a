#include <algorithm>
#include <map>

#include "report/explanations.h"
#include "report/form/rows.h"
#include "xlsx/patcher.h"

namespace huizong::report {
namespace {

using job::ExplanationColumn;
using model::Explanation;

constexpr int kRows = 1048576, kColumns = 16384;  // of a sheet

/// The first from there on with nothing in it.
int first_free(const std::set<int>& taken, int from, int end) {
  while (from < end && taken.contains(from)) ++from;
  if (from < end) return from;
  throw Error(
      {"工作表写满了，放不下新的一行或一列，请删去表格以外多余的内容。",
       "The sheet is full and takes no new row or column; remove what is not of the table."});
}

class Update {
 public:
  Update(std::string bytes, const job::ExplanationFile& was)
      : book_(std::move(bytes)),
        sheet_(book_.sheet_index(was.sheet)),
        was_(was),
        columns_(was.columns),
        last_row_(was.rows.empty() ? was.heading_row : was.rows.back().cell->row) {
    const auto& all = job::explanation_columns();
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].cell == &Explanation::figures_read && !columns_[i]) add_column(i);
    }
  }

  std::string with(const std::vector<Explanation>& now) {
    std::map<int, const Explanation*> kept;
    for (const Explanation& e : now) {
      if (e.cell) kept[e.cell->row] = &e;
    }
    for (const Explanation& before : was_.rows) {
      Explanation gone = before;
      gone.state = model::explanation_state::kGone;
      const auto it = kept.find(before.cell->row);
      change(before, it == kept.end() ? gone : *it->second);
    }
    int row = last_row_;
    for (const Explanation& e : now) {
      if (!e.cell) append(row = first_free(was_.taken_rows, row + 1, kRows), e);
    }
    return book_.package();
  }

 private:
  /// A file from before there was such a column.
  void add_column(std::size_t i) {
    const int beside = **std::max_element(columns_.begin(), columns_.end());
    columns_[i] = first_free(was_.taken_columns, beside + 1, kColumns);
    const CellRef heading{was_.heading_row, *columns_[i]};
    book_.copy_look(sheet_, {was_.heading_row, beside}, heading);
    book_.set_text(sheet_, heading, job::explanation_columns()[i].heading);
    for (const Explanation& e : was_.rows)
      book_.copy_look(sheet_, {e.cell->row, beside}, {e.cell->row, *columns_[i]});
  }

  /// Where the warning stands by now, and how its row does; all else tells which warning it is.
  void change(const Explanation& before, const Explanation& now) {
    const auto& all = job::explanation_columns();
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].cell != &Explanation::place && all[i].cell != &Explanation::state) continue;
      if (!columns_[i] || before.*all[i].cell == now.*all[i].cell) continue;
      const CellRef cell{before.cell->row, *columns_[i]};
      // What they merged is theirs.
      if (book_.extent(sheet_, cell).first == cell) put(cell, all[i], now.*all[i].cell);
    }
  }

  void append(int row, const Explanation& e) {
    const auto& all = job::explanation_columns();
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!columns_[i]) continue;
      const CellRef cell{row, *columns_[i]};
      if (last_row_ > was_.heading_row) book_.copy_look(sheet_, {last_row_, *columns_[i]}, cell);
      put(cell, all[i], e.*all[i].cell);
    }
  }

  void put(CellRef cell, const ExplanationColumn& column, const std::string& text) {
    if (const auto number = figure_in(column, text)) return book_.set_number(sheet_, cell, *number);
    book_.set_text(sheet_, cell, text);
    make_room(book_, sheet_, cell, text);
  }

  xlsx::Patcher book_;
  std::size_t sheet_;
  const job::ExplanationFile& was_;
  std::vector<std::optional<int>> columns_;
  int last_row_;  ///< of the list
};

}  // namespace

std::string updated_explanations(std::string bytes, const job::ExplanationFile& was,
                                 const std::vector<Explanation>& now) {
  return Update(std::move(bytes), was).with(now);
}

}  // namespace huizong::report
