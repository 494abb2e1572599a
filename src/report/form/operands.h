// Which cells of a filled form hold just what a figure is, so that a formula may
// name them, and what else they hold.
//
// Not among them: a cell with words around the number, a unit's own result that
// ours replaces, a cell that the form computes itself though nothing was
// reported.

#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "formula/expression.h"
#include "mapping/mapping.h"
#include "model/submission.h"
#include "report/form/places.h"
#include "xlsx/patcher.h"

namespace huizong::report {

struct FormOperand {
  std::string cells;      ///< "F5", "I12:I21"
  std::size_t sheet = 0;  ///< of the template, where they stand
  int marks = 0;          ///< how many of them say — or the like
  std::set<std::string> mark_texts = {};
  bool unread = false;  ///< some figure there could not be read; its cell says so
};

class FormOperands {
 public:
  /// `form` has all its inputs by now.
  FormOperands(const mapping::Mapping& mapping, const model::Submission& submission,
               const FormPlaces& places, const xlsx::Patcher& form);

  /// A derived figure that has a cell of its own.
  void add(const std::string& name, std::size_t sheet, CellRef cell) {
    operands_[name] = {to_string(cell), sheet};
  }
  /// A derived column, each of whose rows holds just the figure, or nothing where nobody filled the
  /// row in.
  void add(const std::string& path, const mapping::TableBlock& table, int col);
  /// Nothing where no cells hold it.
  std::optional<FormOperand> find(const formula::Path& path) const;
  /// The cell of one row of a table, rows counted from 0; likewise.
  std::optional<FormOperand> in_row(const mapping::TableBlock& table, const mapping::Column& column,
                                    std::size_t row) const;

 private:
  void add_column(const mapping::TableBlock& table, const mapping::Column& column);
  bool look_at(CellRef cell, const model::Figure* figure, const FormTyping& typing,
               FormOperand& operand) const;
  bool is_ours(const std::string& table, const std::string& path) const;
  std::vector<std::string> grid_paths(const formula::Path& path) const;
  std::optional<FormOperand> grid_range(const formula::Path& path) const;

  const mapping::Mapping& mapping_;
  const model::Submission& submission_;
  const FormPlaces& places_;
  const xlsx::Patcher& form_;
  std::map<std::string, FormOperand> operands_;  // by path
};

}  // namespace huizong::report
