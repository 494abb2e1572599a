// From a figure in one of our workbooks back to the cell it was read from.

#pragma once

#include <map>
#include <string>
#include <tuple>

#include "model/run_result.h"
#include "report/sheet.h"

namespace huizong::report {

class SourceLinks {
 public:
  /// `cells`: how many of a sheet's cells could be linked. Excel bears no more than so many on one
  /// sheet; where they are too many, only whole() is.
  SourceLinks(const model::RunResult& result, std::size_t cells);

  /// Before the cell is written: it leads to where the figure was read, and says how it was
  /// cleaned. Derived figures lead nowhere.
  void figure(Sheet& sheet, CellRef cell, const model::Figure& figure) const;
  /// Before the cell is written: leads to the row a figure stands in; false where the sheet has no
  /// room for a link in each of its rows.
  bool to_row(Sheet& sheet, CellRef cell, const model::Figure& figure) const;
  /// Leads to the form a row is about.
  static void whole(Sheet& sheet, CellRef cell, const model::Submission& submission);

 private:
  std::map<std::tuple<std::string, std::string, CellRef>, std::string> cleaned_;
  bool each_;
};

}  // namespace huizong::report
