// Where a submission's figures stand in the filled form: the blank form's own
// addresses, moved by the rows that its variable blocks gain or lose; and in
// what unit of money.

#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "mapping/mapping.h"
#include "model/submission.h"
#include "xlsx/patcher.h"

namespace huizong::report {

/// How a cell of the form writes what it holds.
struct FormTyping {
  mapping::Typing typing;
  /// What a figure is multiplied by to stand there: 100 for a rate written in percent, 10000 for
  /// 万元 where the form prints 元.
  Decimal times = 1;
  bool as_is() const { return times == Decimal(1); }
};

/// One cell of the form that takes a figure.
struct FormCell {
  std::size_t sheet = 0;  ///< of the template
  CellRef at;             ///< in the filled form
  FormTyping typing;
  const mapping::Field* field = nullptr;  ///< where it is a single cell: it may have patterns
};

/// A variable block, or several side by side, which share their rows.
struct FormBlock {
  std::size_t sheet = 0;
  int first_row = 0;  ///< sample rows of the blank form
  int last_row = 0;
  int rows = 1;                ///< how many the filled form has
  std::set<int> columns = {};  ///< that take figures: their vertical groups are the submission's
  std::string tables = {};     ///< their names, "绩效指标、资金明细"

  int sample_rows() const { return last_row - first_row + 1; }
};

/// Free text of the form, a paragraph a cell.
struct FormText {
  std::string name;  ///< as the submission has it
  std::size_t sheet = 0;
  std::vector<CellRef> cells;  ///< of the filled form, from the top down
};

/// Whether what is written into a cell stands there to be seen: not where the form computes the
/// figure itself, nor inside a merge.
bool takes_inputs(const xlsx::Patcher& form, std::size_t sheet, CellRef cell);

class FormPlaces {
 public:
  FormPlaces(const mapping::Mapping& mapping, const model::Submission& submission);

  /// Sheet by sheet from the top down, in the blank form's addresses.
  const std::vector<FormBlock>& blocks() const { return blocks_; }
  /// The cells of fields and grids, by the figure's path.
  const std::map<std::string, FormCell>& cells() const { return cells_; }
  const std::vector<FormText>& texts() const { return texts_; }
  /// The template's sheet that a table of the mapping stands on, and its rows in the filled form.
  std::size_t sheet_of(const mapping::TableBlock& table) const { return tables_.at(table.name); }
  int first_row(const mapping::TableBlock& table) const {
    return moved(sheet_of(table), {table.first_row, 0}).row;
  }
  int last_row(const mapping::TableBlock& table) const;
  FormTyping typing_of(const mapping::TableBlock& table, const mapping::Column& column) const;

 private:
  void add_cells(const mapping::SheetForm& sheet);
  void add_texts(const mapping::SheetForm& sheet, const xlsx::Sheet& blank);
  CellRef moved(std::size_t sheet, CellRef blank) const;
  FormTyping typing_in(const mapping::Typing& typing,
                       const std::optional<model::MoneyUnit>& printed) const;

  model::MoneyUnit money_;  ///< the figures' own
  std::vector<FormBlock> blocks_;
  std::map<std::string, FormCell> cells_;
  std::vector<FormText> texts_;
  std::map<std::string, std::size_t> tables_;  // by name
};

}  // namespace huizong::report
