// Where a submission's figures stand in the filled form: the blank form's own
// addresses, moved by the rows that its variable blocks gain or lose.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "mapping/mapping.h"
#include "model/submission.h"
#include "xlsx/patcher.h"

namespace huizong::report {

/// One cell of the form that takes a figure.
struct FormCell {
  CellRef at;  ///< in the filled form
  mapping::Typing typing;
  const mapping::Field* field = nullptr;  ///< where it is a single cell: it may have patterns
};

/// A variable block, or several side by side, which share their rows.
struct FormBlock {
  int first_row = 0;  ///< sample rows of the blank form
  int last_row = 0;
  int rows = 1;  ///< how many the filled form has
};

/// Whether what is written into a cell stands there to be seen: not where the form computes the
/// figure itself, nor inside a merge.
bool takes_inputs(const xlsx::Patcher& form, std::size_t sheet, CellRef cell);

class FormPlaces {
 public:
  FormPlaces(const mapping::Mapping& mapping, const model::Submission& submission);

  /// From the top down, in the blank form's addresses.
  const std::vector<FormBlock>& blocks() const { return blocks_; }
  CellRef moved(CellRef blank) const;
  /// The cells of fields and grids, by the figure's path.
  const std::map<std::string, FormCell>& cells() const { return cells_; }
  /// A table's rows in the filled form.
  int first_row(const mapping::TableBlock& table) const { return moved({table.first_row, 0}).row; }
  int last_row(const mapping::TableBlock& table) const;

 private:
  std::vector<FormBlock> blocks_;
  std::map<std::string, FormCell> cells_;
};

}  // namespace huizong::report
