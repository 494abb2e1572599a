// What one cell says, as the kind of figure that is due there.
//
// Numbers are exact; a number typed as text is cleaned and that is said; what is
// no number where one is due stays what it is and is an error. Nothing is ever
// read as 0 that is not 0.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/field_type.h"
#include "model/finding.h"
#include "model/value.h"
#include "xlsx/workbook.h"

namespace huizong::mapping {

/// What is due in a cell.
struct CellDue {
  std::string path;  ///< the figure's, for n/a values that begin here
  model::FieldType type = model::FieldType::Text;
  bool percent_scale = false;                               ///< a percent cell holds 95, not 0.95
  model::MoneyUnit written_in = model::MoneyUnit::WanYuan;  ///< what the form says around the cell
  model::MoneyUnit money = model::MoneyUnit::WanYuan;       ///< what money is read into
  bool computed =
      false;  ///< a derived figure's own cell: we have the value even if the cell has not
  std::vector<std::string> options = {};  ///< of a choice
};

/// Something to say about a cell that was read.
struct CellRemark {
  Severity level = Severity::Note;
  Message message;
  std::vector<model::Clue> clues;
};

struct CellReading {
  model::Value value;
  std::string raw;                    ///< the cell's text as a person sees it
  std::optional<int> shown_decimals;  ///< see Figure
  std::optional<CellRemark> remark;
};

/// `cell` may be null. `not_applicable` are the marks that say so.
CellReading read_cell(const xlsx::Workbook& workbook, const xlsx::Cell* cell, const CellDue& due,
                      const std::vector<std::string>& not_applicable);
/// A part of a cell's text, taken out by a pattern.
CellReading read_part(const std::string& text, const CellDue& due,
                      const std::vector<std::string>& not_applicable);

}  // namespace huizong::mapping
