// Texts that a person who edits the cell would turn into a formula (=, +, -, @)
// are shown with a quote before them, as Excel does for '=1+1: text stays text.
//
// The quote is part of a cell's style, so each style gets a quoted twin at the
// end of the list where it is needed; what is there stays as it is.

#pragma once

#include <map>
#include <optional>

#include "xlsx/fill/package_edit.h"
#include "xlsx/read/workbook_part.h"

namespace huizong::xlsx {

class QuotedStyles {
 public:
  /// The style's twin with a quote; itself where it has one, or the list is full. `book` gets a
  /// styles part where it has none.
  unsigned quoted(unsigned style, PackageEdit& package, WorkbookPart& book);
  /// What a twin made here stands for; nothing for any other style.
  std::optional<unsigned> plain(unsigned style) const;

 private:
  std::map<unsigned, unsigned> twins_;   // by style
  std::map<unsigned, unsigned> plains_;  // by twin
};

}  // namespace huizong::xlsx
